import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';

export const WAITING = ['correction', 'objection'] as const;

/** What somebody said to the lead's organisation, and nobody has answered or decided. */
export interface WaitingRight {
  kind: (typeof WAITING)[number];
  id: string;
  personId: string;
  name: string;
  birthDate: string | null;
  said: string;
  /** who wrote what is said to be wrong, or wrote the objection down */
  writtenBy: string | null;
  since: Date;
  /** the day by which it was to be answered; of an objection that was decided, on which it is looked at again; null while it waits to be decided */
  dueOn: string | null;
  /** against whom they object */
  organisation: string | null;
}

/** For an information-governance lead: what waits with their own organisation for longer than it may. */
@Injectable()
export class WaitingRights {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** Mistakes after their month and objections until they are decided, and again when their day has come; the oldest first. */
  list(): Promise<WaitingRight[]> {
    return this.transactions.run(async () => {
      const waiting = await this.transactions.query<WaitingRight>(
        `select kind, id, person_id as "personId", name, birth_date::text as "birthDate", said, written_by as "writtenBy", since, due_on::text as "dueOn", organisation from rights_waiting()`,
      );
      if (waiting.length > 0) this.records.audit({ action: 'list', subject: 'WaitingRight', personIds: [...new Set(waiting.map(({ personId }) => personId))] });
      return waiting;
    });
  }

  /** @throws NotFound */
  one(id: string): Promise<WaitingRight> {
    return this.transactions.run(async () => {
      const one = (await this.list()).find((waiting) => waiting.id === id);
      if (!one) throw new NotFound('WaitingRight', id);
      this.records.audit({ action: 'read', subject: one.kind === 'correction' ? 'Correction' : 'Objection', personId: one.personId, subjectIds: [id] });
      return one;
    });
  }
}
