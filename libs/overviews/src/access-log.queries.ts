import { Injectable } from '@nestjs/common';
import { Records, Transactions } from '@app/records';

/** One line of "who looked". */
export interface AccessLogEntry {
  seq: string;
  at: Date;
  who: string | null;
  organisation: string | null;
  action: string;
  subject: string;
  purpose: string;
  outcome: 'done' | 'refused';
  /** was the record opened, or the person only shown in a list? */
  shown: 'opened' | 'listed';
}

/** Read through definer functions that decide for whom: the lead of an organisation that knows the person, the person, whom they let. */
@Injectable()
export class AccessLogQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  async page(personId: string, limit: number, before: string | null): Promise<AccessLogEntry[]> {
    return this.transactions.run(async () => {
      const entries = await this.transactions.query<AccessLogEntry>(
        'select seq, at, who, organisation, action, subject, purpose, outcome, shown from access_log($1, $2, $3)',
        [personId, before ?? '9223372036854775807', limit],
      );
      this.records.audit({ action: 'read', subject: 'AccessLog', personId });
      return entries;
    });
  }

  /** The people whom the lead's organisation knows; a name and a birth date to choose by. */
  async people(search: string | null, personId: string | null, limit = 50): Promise<{ personId: string; name: string; birthDate: string | null }[]> {
    return this.transactions.run(async () => {
      const people = await this.transactions.query<{ personId: string; name: string; birthDate: string | null }>(
        'select person_id as "personId", name, birth_date::text as "birthDate" from ig_people($1, $2, $3)',
        [search, personId, limit],
      );
      this.records.audit({ action: 'search', subject: 'AccessLog', personIds: people.map((person) => person.personId) });
      return people;
    });
  }
}
