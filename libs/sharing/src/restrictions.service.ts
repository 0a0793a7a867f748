import { Injectable } from '@nestjs/common';
import { Conflict, Forbidden, Invalid, NotFound, StaleVersion } from '@app/kernel';
import { fullName, Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import type { PersonRound } from './people-round';
import type { LiftRestriction, NameColleague, OpeningReason, OpenRestricted, RestrictRecord } from './restriction.commands';
import { SharingConversation } from './sharing-conversation.entity';

/** Somebody who opens the record, or would. */
export interface Keeper extends PersonRound {
  /** chosen to keep opening it, besides those whom a relationship names */
  readonly keeps: boolean;
}

export interface Restricted {
  readonly because: string;
  readonly reviewOn: string;
  readonly since: Date;
  readonly by: string;
}

export interface RestrictionStands {
  readonly restricted: boolean;
  /** null where nothing is written of it: before it is restricted, and where it was brought in so */
  readonly now: Restricted | null;
  /** sent back as If-Match; 0 before anything is written */
  readonly version: number;
  /** whether the caller restricts and lifts it */
  readonly may: boolean;
  readonly round: readonly Keeper[];
}

/** What stands at the door of a record: whose it is, and whether somebody must say first why they open it. */
export interface Doorstep {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly restricted: boolean;
}

/** For a lead: a record that their organisation restricted. */
export interface RestrictedRecord {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly since: Date;
  readonly writtenBy: string;
  readonly reviewOn: string;
  /** how many of their own organisation open it now */
  readonly opens: number;
}

/** Records that open to named workers only, and to those only after they have said why. */
@Injectable()
export class Restrictions {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** @throws NotFound for whom the caller does not open */
  of(personId: string): Promise<RestrictionStands> {
    return this.transactions.run(async () => {
      const { restricted } = await this.person(personId);
      const [now] = await this.transactions.query<Restricted & { version: number }>(
        `select x.because, x.review_on::text as "reviewOn", x.starts as since, x.written_by_name as by, x.row_version as version from restriction x where x.person_id = $1 and x.ends > now()`, [personId]);
      const [may] = await this.transactions.query<{ may: boolean }>('select may_restrict($1) as may', [personId]);
      return { restricted, now: now ? { because: now.because, reviewOn: now.reviewOn, since: now.since, by: now.by } : null, version: now?.version ?? 0, may: may?.may ?? false, round: await this.round(personId) };
    });
  }

  /**
   * From the next request on only those named open the record: whoever writes it and the key worker always. The same again changes who, and when it is looked at.
   * @param version what the form was filled from
   * @throws NotFound, Forbidden; StaleVersion; Invalid `choice` for who does not open it
   */
  restrict(personId: string, version: number, { keeps, because, reviewOn }: RestrictRecord): Promise<void> {
    return this.transactions.run(async () => {
      const stands = await this.mine(personId);
      const stranger = (keeps ?? []).findIndex((id) => !stands.round.some(({ membershipId }) => membershipId === id));
      if (stranger >= 0) throw Invalid.field(`/keeps/${stranger}`, 'choice', 'Choose from those who may open the record');
      await this.done(stands, 'select restrict_person($1, $2, $3, $4, $5) as answer', [personId, version, keeps ?? [], because, reviewOn]);
      this.changed(personId, 'restrict');
    });
  }

  /** Everybody whom a relationship lets in opens it again. @throws as `restrict`; Conflict `restriction.none`, or `restriction.held` where it follows from another record of the same person */
  lift(personId: string, version: number, { whyLifted }: LiftRestriction): Promise<void> {
    return this.transactions.run(async () => {
      await this.done(await this.mine(personId), 'select lift_restriction($1, $2, $3) as answer', [personId, version, whyLifted]);
      this.changed(personId, 'unrestrict');
    });
  }

  /** Whose record it is, and no more. @throws NotFound */
  doorstep(personId: string): Promise<Doorstep> {
    return this.transactions.run(async () => {
      const person = await this.person(personId);
      this.records.audit({ action: 'list', subject: 'Person', personIds: [personId] });
      return { personId, name: fullName(person), birthDate: person.birthDate, restricted: person.restricted };
    });
  }

  /** Says why, for as long as one is signed in. @throws NotFound; Invalid for another reason without words */
  open(personId: string, { because, words }: OpenRestricted): Promise<void> {
    return this.transactions.run(async () => {
      const { restricted } = await this.person(personId);
      if (because === 'other' && !words) throw Invalid.field('/words', 'required', 'Say in a few words why you open it');
      // Of one that is open to others too nothing is opened by it.
      this.records.audit(restricted ? { action: 'open-restricted', subject: 'Person', personId, detail: { because, words: words ?? null } satisfies { because: OpeningReason; words: string | null } } : { action: 'list', subject: 'Person', personIds: [personId] });
    });
  }

  /** What a lead's organisation has restricted, what is to be looked at first on top. */
  written(): Promise<RestrictedRecord[]> {
    return this.transactions.run(async () => {
      const found = await this.transactions.query<RestrictedRecord>(
        `select person_id as "personId", name, birth_date::text as "birthDate", since, written_by as "writtenBy", review_on::text as "reviewOn", opens from restrictions_written()`);
      if (found.length > 0) this.records.audit({ action: 'list', subject: 'Restriction', personIds: found.map(({ personId }) => personId) });
      return found;
    });
  }

  /** One of those, and the colleagues among whom a lead names one. @throws NotFound */
  async writtenOf(personId: string): Promise<{ record: RestrictedRecord; colleagues: readonly Keeper[] }> {
    return this.transactions.run(async () => {
      const record = (await this.written()).find((one) => one.personId === personId);
      if (!record) throw new NotFound('Restriction', undefined, personId);
      return { record, colleagues: await this.round(personId) };
    });
  }

  /** A colleague opens it from now on; the lead does not by that. @throws NotFound; Invalid `choice` */
  nameColleague(personId: string, { membershipId }: NameColleague): Promise<void> {
    return this.transactions.run(async () => {
      const { colleagues } = await this.writtenOf(personId);
      if (!colleagues.some((one) => one.membershipId === membershipId && !one.keeps && !one.byName)) throw Invalid.field('/membershipId', 'choice', 'Choose a colleague from the list');
      this.transactions.wrote();
      await this.transactions.query('select name_for_restricted($1, $2)', [personId, membershipId]);
      this.records.audit({ action: 'restrict', subject: 'Person', personId });
    });
  }

  private async mine(personId: string): Promise<RestrictionStands> {
    await this.records.mayCreate(SharingConversation, personId);
    const stands = await this.of(personId);
    if (!stands.may) throw new Forbidden('action.forbidden', 'The key worker’s organisation, or the one that registered the person, decides who opens their record. Ask the key worker');
    return stands;
  }

  private async done(stands: RestrictionStands, sql: string, values: unknown[]): Promise<void> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ answer: 'done' | 'stale' | 'none' | 'held' }>(sql, values);
    if (row?.answer === 'stale') throw new StaleVersion(stands.now);
    if (row?.answer === 'held') throw new Conflict('restriction.held', 'It stays restricted for now. Your lead of information governance can tell you more');
    if (row?.answer === 'none') throw new Conflict('restriction.none', 'This record is not restricted');
  }

  private changed(personId: string, action: 'restrict' | 'unrestrict'): void {
    this.transactions.forgetAccess(personId);
    this.records.audit({ action, subject: 'Person', personId });
  }

  private round(personId: string): Promise<Keeper[]> {
    return this.transactions.query<Keeper>(
      `select user_id as "userId", membership_id as "membershipId", name, job_title as "jobTitle", organisation, by_name as "byName", keeps from restriction_round($1)
        order by by_name desc, organisation, name, user_id`, [personId]);
  }

  private async person(personId: string): Promise<Person> {
    const person = await (await this.records.readable(Person, 'p')).andWhere('p.personId = :personId', { personId }).getOne();
    if (!person) throw new NotFound('Person', undefined, personId);
    return person;
  }
}
