import { Injectable } from '@nestjs/common';
import { currentContext, Forbidden, NotFound } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { SharingQueries } from '@app/sharing';

/** Was the record opened, the person only shown in a list, or a try refused? */
export const LOOKS = ['opened', 'listed', 'refused'] as const;
export type Look = (typeof LOOKS)[number];

/** One line of "who looked". */
export interface AccessLogEntry {
  seq: string;
  at: Date;
  /** null for the service itself; and where somebody reads about themselves, unless the organisation names its staff (domain.md §4) */
  who: string | null;
  /** what they do there: `District nurse` */
  role: string | null;
  organisation: string | null;
  action: string;
  subject: string;
  purpose: string;
  /** by which relationship the record was open to them then; null where there was none */
  basis: string | null;
  outcome: 'done' | 'refused';
  shown: 'opened' | 'listed';
  /** whether the reader's organisation keeps it from the person's own page for now; always false for the person */
  held: boolean;
}

/** Somebody whose log a lead may read. */
export interface LoggedPerson {
  personId: string;
  name: string;
  birthDate: string | null;
}

const LAST = '9223372036854775807';
const MOST_COUNTED = 100_000;

/** Read through definer functions that decide for whom: the lead of an organisation that knows the person, the person, whom they let. */
@Injectable()
export class AccessLogQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly sharing: SharingQueries,
  ) {}

  /**
   * Newest first. @param before the `seq` of the last entry of the page before
   * @throws NotFound for a person whom the caller cannot see, Forbidden for one whose log is not theirs to read
   */
  async page(personId: string, limit: number, before: string | null, look: Look | null = null): Promise<AccessLogEntry[]> {
    return this.transactions.run(async () => {
      await this.mayRead(personId);
      const entries = await this.transactions.query<AccessLogEntry>(
        'select seq, at, who, role, organisation, action, subject, purpose, basis, outcome, shown, held from looked($1, $2, $3, $4)',
        [personId, before ?? LAST, limit, look],
      );
      this.records.audit({ action: 'read', subject: 'AccessLog', personId });
      return entries;
    });
  }

  /** One entry of the log. @throws as `page`, and NotFound for an entry that is not in it */
  async entry(personId: string, seq: string): Promise<AccessLogEntry> {
    const [entry] = /^\d{1,18}$/.test(seq) ? await this.page(personId, 1, String(BigInt(seq) + 1n)) : [];
    if (entry?.seq !== seq) throw new NotFound('AccessLog', undefined, personId);
    return entry;
  }

  /** How often the record was opened, the person listed and a try refused, of the last hundred thousand events. @throws as `page` */
  async counts(personId: string): Promise<Record<Look, number>> {
    return this.transactions.run(async () => {
      await this.mayRead(personId);
      const [row] = await this.transactions.query<Record<Look, number>>(
        `select count(*) filter (where outcome = 'done' and shown = 'opened')::int as opened, count(*) filter (where outcome = 'done' and shown = 'listed')::int as listed,
                count(*) filter (where outcome = 'refused')::int as refused from access_log($1, $2, $3)`,
        [personId, LAST, MOST_COUNTED],
      );
      return row ?? { opened: 0, listed: 0, refused: 0 };
    });
  }

  /** The people whom the lead's organisation knows; a name and a birth date to choose by. */
  async people(search: string | null, limit = 50): Promise<LoggedPerson[]> {
    return this.transactions.run(async () => {
      const people = await this.known(search, null, limit);
      this.records.audit({ action: 'search', subject: 'AccessLog', personIds: people.map((person) => person.personId) });
      return people;
    });
  }

  /** Whose log it is, for a lead. @throws NotFound */
  async person(personId: string): Promise<LoggedPerson> {
    const [person] = await this.transactions.run(() => this.known(null, personId, 1));
    if (!person) throw new NotFound('AccessLog', undefined, personId);
    return person;
  }

  private known(search: string | null, personId: string | null, limit: number): Promise<LoggedPerson[]> {
    return this.transactions.query<LoggedPerson>(
      'select person_id as "personId", name, birth_date::text as "birthDate" from ig_people($1, $2, $3)', [search, personId, limit],
    );
  }

  private async mayRead(personId: string): Promise<void> {
    const { actor } = currentContext();
    if (actor.organisationId === null) {
      const mine = (await this.sharing.myPeople()).find((one) => one.personId === personId);
      if (!mine) throw new NotFound('Person', undefined, personId);
      if (mine.basis !== 'own' && !mine.categories.includes('access_log')) throw new Forbidden('action.forbidden');
      return;
    }
    if (actor.roles.includes('ig_lead') && (await this.known(null, personId, 1)).length > 0) return;
    await this.persons.find(personId);
    throw new Forbidden('action.forbidden');
  }
}
