import { Injectable } from '@nestjs/common';
import { daysAfter, Invalid, localDay, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { HoldLooks, SettleHeldLook } from './oversight.commands';

/** Visits that do not stand on the person's page until somebody has looked at it again. */
export interface HeldLook {
  id: string;
  personId: string;
  name: string;
  birthDate: string | null;
  /** null where it is everybody of the organisation */
  who: string | null;
  organisation: string;
  because: string;
  reviewOn: string;
  heldAt: Date;
  heldBy: string;
}

const LONGEST_DAYS = 92;

/** What is kept from the person's own reading of who looked, because somebody may be reading it over their shoulder. */
@Injectable()
export class HeldLooks {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** What the lead's organisation holds back, the first to be looked at again on top. */
  list(): Promise<HeldLook[]> {
    return this.transactions.run(async () => {
      const held = await this.transactions.query<HeldLook>(
        `select id, person_id as "personId", name, birth_date::text as "birthDate", who, organisation, because, review_on::text as "reviewOn", held_at as "heldAt", held_by as "heldBy" from held_looks()`,
      );
      if (held.length > 0) this.records.audit({ action: 'hold-back', subject: 'AccessLog', personIds: [...new Set(held.map((one) => one.personId))] });
      return held;
    });
  }

  /** @throws NotFound */
  async one(id: string): Promise<HeldLook> {
    const held = (await this.list()).find((one) => one.id === id);
    if (!held) throw new NotFound('HeldLook', id);
    return held;
  }

  /** From the entry of a log that the caller reads: the next reading of the person's page is without. @throws Invalid */
  hold(personId: string, { entry, whose, because, reviewOn }: HoldLooks): Promise<void> {
    return this.transactions.run(async () => {
      if (!/^\d{1,18}$/.test(entry)) throw Invalid.field('/entry', 'entry', 'Choose the entry in the log');
      checkDay(reviewOn);
      this.transactions.wrote();
      await this.transactions.query('select hold_looks($1, $2, $3, $4, $5)', [personId, entry, whose === 'organisation', because, reviewOn]);
      this.records.audit({ action: 'hold-back', subject: 'AccessLog', personId });
    });
  }

  /** @throws NotFound, Invalid */
  settle(id: string, { decision, because, reviewOn }: SettleHeldLook): Promise<void> {
    return this.transactions.run(async () => {
      const { personId } = await this.one(id);
      const again = decision === 'hold';
      if (again && !reviewOn) throw Invalid.field('/reviewOn', 'required', 'Enter the day to look at it again');
      if (again && reviewOn) checkDay(reviewOn);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ done: 'settled' | 'none' }>('select settle_held_look($1, $2, $3, $4) as done', [id, again, because, again ? reviewOn : null]);
      if (row?.done !== 'settled') throw new NotFound('HeldLook', id);
      this.records.audit({ action: 'hold-back', subject: 'AccessLog', personId });
    });
  }

  /** Whether people who read who looked are told the names of the caller's colleagues. */
  async named(): Promise<boolean> {
    const [row] = await this.transactions.query<{ named: boolean }>('select names_colleagues as named from organisation where id = (select ctx_organisation())');
    return row?.named ?? false;
  }

  name(named: boolean): Promise<void> {
    return this.transactions.run(async () => {
      this.transactions.wrote();
      await this.transactions.query('select name_colleagues($1)', [named]);
      this.records.audit({ action: 'change', subject: 'Organisation', detail: { namesColleagues: named } });
    });
  }
}

/** Tomorrow at the earliest, three months at the latest: what is held back for good would be forgotten. */
function checkDay(reviewOn: string): void {
  const today = localDay(new Date());
  if (reviewOn <= today) throw Invalid.field('/reviewOn', 'date.past', 'Choose a day after today');
  if (reviewOn > daysAfter(today, LONGEST_DAYS)) throw Invalid.field('/reviewOn', 'date.tooFar', 'Choose a day within three months');
}
