import { Injectable } from '@nestjs/common';
import { Records, Transactions } from '@app/records';
import { AccessLogQueries, type LoggedPerson } from './access-log.queries';

/** What an organisation, one of its teams or one of its workers holds of a person now. */
export interface Held {
  organisationId: string;
  organisation: string;
  /** the team or the worker; null for everybody there who works with people */
  who: string | null;
  /** how they came to it */
  basis: string;
  categories: string[];
  /** what the decision rests on; null where none was needed */
  authority: string | null;
  /** the day on which the person was told */
  toldOn: string | null;
  /** which duty, harm, court or emergency it is, or who decided in their best interests */
  note: string | null;
  /** when the decision is looked at again */
  reviewOn: string | null;
  since: Date;
  /** null where nothing ends it */
  until: Date | null;
}

/** Who holds what of a person, for the information-governance lead: whose person that is, the database decides. */
@Injectable()
export class SharingHeldQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly log: AccessLogQueries,
  ) {}

  /** Empty where the lead's organisation does not help any more. @throws NotFound for a person whom it does not know */
  async of(personId: string): Promise<{ person: LoggedPerson; held: Held[] }> {
    return this.transactions.run(async () => {
      const person = await this.log.person(personId);
      const held = await this.transactions.query<Held>(
        `select organisation_id as "organisationId", organisation, who, basis, categories, authority, told_on::text as "toldOn", note, review_on::text as "reviewOn", since, until from sharing_held($1)`, [personId],
      );
      this.records.audit({ action: 'read', subject: 'SharingHeld', personId });
      return { person, held };
    });
  }
}
