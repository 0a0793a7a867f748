import { Injectable } from '@nestjs/common';
import { currentContext, Invalid } from '@app/kernel';
import { Records, Transactions, type PersonItem } from '@app/records';
import type { ChosenReaders } from './only-these';

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
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** Those let in by name first; nobody for whoever does not work with the person. */
  list(personId: string): Promise<PersonRound[]> {
    return this.transactions.query<PersonRound>(
      `select user_id as "userId", membership_id as "membershipId", name, job_title as "jobTitle", organisation, by_name as "byName" from people_round($1)
        order by by_name desc, organisation, name, user_id`,
      [personId],
    );
  }

  /** The others among whom a writer chooses; of those only who know of their help, where it is a secret. */
  async others(personId: string): Promise<PersonRound[]> {
    const { actor } = currentContext();
    const [few, all] = await Promise.all([this.records.knownOnlyTo(personId), this.list(personId)]);
    return all.filter(({ userId }) => userId !== actor.userId && (few === null || few.includes(userId)));
  }

  /**
   * What stands on an item for those who were chosen to see it: for people by name it is sealed to them and the writer, and opens to their organisations as far as each may see such things.
   * @throws Invalid `required` without an organisation or anybody to name, `choice` for somebody who is not offered
   */
  async opening(personId: string, chosen: ChosenReaders): Promise<Pick<PersonItem, 'audience' | 'namedOrganisations' | 'visibleToPerson' | 'sealedTo'>> {
    const { audience, visibleToPerson = false, namedOrganisationIds = [], knownTo = [] } = chosen;
    if (audience !== 'people') {
      if (audience === 'named' && namedOrganisationIds.length === 0) throw Invalid.field('/namedOrganisationIds', 'required', 'Choose the organisations that may see it');
      return { audience, namedOrganisations: audience === 'named' ? [...namedOrganisationIds] : [], visibleToPerson, sealedTo: null };
    }
    if (visibleToPerson) throw Invalid.field('/visibleToPerson', 'people.only', 'What is only for named people does not stand on the person’s own page');
    if (knownTo.length === 0) throw Invalid.field('/knownTo', 'required', 'Choose the people who may see it');
    const others = await this.others(personId);
    const stranger = knownTo.findIndex((id) => !others.some(({ userId }) => userId === id));
    if (stranger >= 0) throw Invalid.field(`/knownTo/${stranger}`, 'choice', 'Choose from those who may open the record');
    const { actor } = currentContext();
    const theirs = await this.organisationsOf(others.filter(({ userId }) => knownTo.includes(userId)).map(({ membershipId }) => membershipId));
    const named = theirs.filter((id) => id !== actor.organisationId);
    return { audience: named.length > 0 ? 'named' : 'internal', namedOrganisations: named, visibleToPerson: false, sealedTo: [...new Set([...knownTo, actor.userId])] };
  }

  async organisationsOf(membershipIds: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>('select distinct organisation_id as id from membership where id = any ($1)', [membershipIds]);
    return rows.map(({ id }) => id);
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
