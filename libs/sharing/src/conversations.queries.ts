import { Injectable } from '@nestjs/common';
import { Records, Transactions } from '@app/records';
import { SharingConversation } from './sharing-conversation.entity';

/** A refusal, for whoever was told of it and for the key worker's organisation; nobody else is answered one. */
export interface Refusal {
  id: string;
  organisationId: string;
  organisation: string;
  categories: string[];
  objection: boolean;
}

/** An organisation of the circle that no permit lets in as long as the person now says. */
interface WithoutPermit {
  organisationId: string;
  categories: string[];
}

@Injectable()
export class ConversationsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** What was agreed last, as far as the caller may read it, and by whose organisation it was written down. */
  async latest(personId: string): Promise<{ conversation: SharingConversation; organisation: string } | null> {
    const conversation = await (await this.records.readable(SharingConversation, 'c'))
      .andWhere('c.personId = :personId', { personId }).orderBy('c.createdAt', 'DESC').addOrderBy('c.id', 'DESC').limit(1).getOne();
    if (!conversation) return null;
    const [owner] = await this.transactions.query<{ name: string }>('select name from organisation where id = $1', [conversation.ownerOrganisationId]);
    return { conversation, organisation: owner?.name ?? '' };
  }

  /** What is refused now and was not sealed. */
  refusals(personId: string): Promise<Refusal[]> {
    return this.transactions.query<Refusal>(
      `select d.id, d.organisation_id as "organisationId", o.name as organisation, d.categories, d.objection
         from sharing_decision d join organisation o on o.id = d.organisation_id
        where d.person_id = $1 and not d.permit and d.ends > now() and d.sealed_to is null order by o.name, d.starts, d.id`,
      [personId],
    );
  }

  /** Those of these that are organisations. */
  async known(organisationIds: readonly string[]): Promise<Set<string>> {
    return new Set((await this.transactions.query<{ id: string }>('select id from organisation where id = any ($1)', [organisationIds])).map(({ id }) => id));
  }

  async names(organisationIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.transactions.query<{ id: string; name: string }>('select id, name from organisation where id = any ($1)', [organisationIds]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** For which organisations the key worker of the open case works, as far as the caller may read who that is. */
  async keyWorkerOrganisations(personId: string): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select distinct m.organisation_id as id from key_worker_assignment w join membership m on m.id = w.membership_id
        where w.person_id = $1 and w.kind = 'lead' and w.state = 'accepted' and w.ended_at is null`, [personId],
    );
    return rows.map(({ id }) => id);
  }

  /** As of this transaction, so that what is put together in it no longer holds it. */
  async endRefusal(personId: string, id: string): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('update sharing_decision set ends = now(), row_version = row_version + 1 where person_id = $1 and id = $2 and ends > now()', [personId, id]);
  }

  /** @param until null leaves their ends as they are */
  async tellPermits(personId: string, toldOn: string | null, until: Date | null): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('select tell_permits($1, $2, $3)', [personId, toldOn, until]);
  }

  async endPermits(personId: string): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('select tell_permits($1, null, now())', [personId]);
  }

  /**
   * Who helps and has no permit, because it was stopped or came to the end that the person had set: no end that somebody else set is moved.
   * @param before the end that the person had set, null if none; @param until the one that they set now, null if none
   */
  withoutPermit(personId: string, before: Date | null, until: Date | null): Promise<WithoutPermit[]> {
    return this.transactions.query<WithoutPermit>(
      `select r.organisation_id as "organisationId", array_agg(distinct given) as categories
         from relationship r cross join unnest(r.categories) given
         left join lateral (select max(d.ends) as ends from sharing_decision d
                             where d.person_id = r.person_id and d.organisation_id = r.organisation_id and d.permit and d.ends > now()) permit on true
        where r.person_id = $1 and r.basis in ('care_team', 'review', 'cover') and now() < r.ends and r.sealed_to is null and r.organisation_id <> (select ctx_organisation())
          and (permit.ends is null or permit.ends = $2::timestamptz and permit.ends < coalesce($3::timestamptz, 'infinity'))
          and not exists (select 1 from relationship g where g.person_id = r.person_id and g.organisation_id = r.organisation_id and g.basis = 'registered' and now() < g.ends)
        group by r.organisation_id order by r.organisation_id`,
      [personId, before, until],
    );
  }
}
