import { Injectable } from '@nestjs/common';
import { currentContext, Invalid } from '@app/kernel';
import { Transactions } from '@app/records';

/** Somebody who may open the record, as far as the caller may know that they help. */
export interface PersonRound {
  userId: string;
  membershipId: string;
  name: string;
  jobTitle: string;
  organisation: string;
  /** let in by name, and not as one of a team or an organisation */
  byName: boolean;
}

/** Those among whom one chooses who may know of something. */
@Injectable()
export class PeopleRound {
  constructor(private readonly transactions: Transactions) {}

  /** Those let in by name first; nobody for whoever does not work with the person. */
  list(personId: string): Promise<PersonRound[]> {
    return this.transactions.query<PersonRound>(
      `select user_id as "userId", membership_id as "membershipId", name, job_title as "jobTitle", organisation, by_name as "byName" from people_round($1)
        order by by_name desc, organisation, name, user_id`,
      [personId],
    );
  }

  /**
   * The users who may know: those chosen, and the caller.
   * @throws Invalid `choice` at the pointer for somebody who is not of them, whether or not anybody has that id
   */
  async chosen(personId: string, userIds: readonly string[], pointer: string): Promise<string[]> {
    const round = new Set((await this.list(personId)).map(({ userId }) => userId));
    const stranger = userIds.findIndex((id) => !round.has(id));
    if (stranger >= 0) throw Invalid.field(`${pointer}/${stranger}`, 'choice', 'Choose from those who may open the record');
    return [...new Set([...userIds, currentContext().actor.userId])];
  }
}
