import { Injectable } from '@nestjs/common';
import { WEIGHTS, type Case } from '@app/cases';
import { currentContext, scopesOf } from '@app/kernel';
import { Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { KeyWorkerAssignment, type AssignmentState } from './key-worker-assignment.entity';

/** Somebody who may be asked to be key worker. Cases and points count the people whom the caller may list, and nobody else. */
export interface Candidate {
  membershipId: string;
  userId: string;
  name: string;
  jobTitle: string;
  organisationId: string;
  organisation: string;
  cases: number;
  points: number;
  /** points that were agreed; null where nothing was */
  capacity: number | null;
  /** was key worker of this person before */
  before: boolean;
  lastAllocatedAt: Date | null;
}

/** A question that waits for its answer, as far as the caller may know of it. */
export interface Asked {
  id: string;
  membershipId: string;
  name: string;
  organisation: string;
  askedBy: string | null;
  askedAt: Date;
  answerBy: string | null;
  handoverOf: string | null;
  /** is it the caller who is asked? */
  mine: boolean;
}

const WEIGHT_SQL = `case c.complexity ${Object.entries(WEIGHTS).map(([tier, points]) => `when '${tier}' then ${points}`).join(' ')} end`;

/** The SQL of giving a case its key worker. What only one organisation owns and several decide about is changed by functions of the keeper. */
@Injectable()
export class AllocationQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /**
   * Those of the circle who may lead, in the order of the recommendation: the previous key worker, whoever has most room, whoever was asked
   * longest ago (domain.md §3.6; the person's own wish comes with the question).
   */
  candidates(personId: string): Promise<Candidate[]> {
    const values: unknown[] = [personId, scopesOf(currentContext().actor)];
    const listed = this.records.listedSql(Person, 'w', values);
    const earlier = this.records.readableSql(KeyWorkerAssignment, 'k', values);
    return this.transactions.query<Candidate>(
      `with candidate as materialized (select m.id, m.user_id, m.job_title, m.organisation_id from key_worker_candidates($1) c(id) join membership m on m.id = c.id),
       lead as (select distinct w.person_id, w.case_id, w.key_worker_id from worklist w
                 where w.key_worker_id in (select user_id from candidate) and w.scope_id = any ($2) and w.case_id is not null and ${listed}),
       load as (select l.key_worker_id, count(*)::int as cases, sum(coalesce(${WEIGHT_SQL}, ${WEIGHTS.usual}))::int as points
                  from lead l left join coordination_case c on c.person_id = l.person_id and c.id = l.case_id group by 1)
       select x.*, x.points::numeric / x.capacity as room from (
         select m.id as "membershipId", u.id as "userId", u.name, m.job_title as "jobTitle", o.id as "organisationId", o.name as organisation,
                coalesce(load.cases, 0) as cases, coalesce(load.points, 0) as points,
                (select sum(every.capacity_points)::int from membership every where every.user_id = u.id and now() >= every.starts and now() < every.ends) as capacity,
                exists (select 1 from key_worker_assignment k where k.person_id = $1 and k.membership_id = m.id and k.kind = 'lead' and k.state = 'ended' and ${earlier}) as before,
                (select max(k.accepted_at) from key_worker_assignment k where k.membership_id = m.id and k.kind = 'lead' and ${earlier}) as "lastAllocatedAt"
           from candidate m
           join user_account u on u.id = m.user_id
           join organisation o on o.id = m.organisation_id
           left join load on load.key_worker_id = u.id) x
        order by x.before desc, room nulls last, x.points, "lastAllocatedAt" nulls first, x.name, x."membershipId" limit 300`,
      values,
    );
  }

  /** Is this one of those who may lead? Asks nothing about how much they have. */
  async mayLead(personId: string, membershipId: string): Promise<boolean> {
    return (await this.transactions.query('select 1 from key_worker_candidates($1) c(id) where c.id = $2', [personId, membershipId])).length > 0;
  }

  /** The question that waits, as far as the caller may know of it. */
  async asked({ personId, id }: Case): Promise<Asked | null> {
    const values: unknown[] = [personId, id];
    const readable = this.records.readableSql(KeyWorkerAssignment, 'k', values);
    const [row] = await this.transactions.query<Asked>(
      `select k.id, k.membership_id as "membershipId", u.name, o.name as organisation, b.name as "askedBy", k.proposed_at as "askedAt", k.answer_by::text as "answerBy", k.handover_of as "handoverOf",
              k.membership_id is not distinct from (select ctx_membership()) as mine
         from key_worker_assignment k join membership m on m.id = k.membership_id join user_account u on u.id = m.user_id join organisation o on o.id = m.organisation_id
         left join user_account b on b.id = k.created_by
        where k.person_id = $1 and k.case_id = $2 and k.kind = 'lead' and k.state = 'proposed' and ${readable}`,
      values,
    );
    return row ?? null;
  }

  /** `free`, `asked`, `lead`; null for whoever does not decide about the case. Others who would decide wait until the transaction ends. */
  async stands({ personId, id }: Case): Promise<'free' | 'asked' | 'lead' | null> {
    const [row] = await this.transactions.query<{ stands: 'free' | 'asked' | 'lead' | null }>('select key_worker_stands($1, $2) as stands', [personId, id]);
    return row?.stands ?? null;
  }

  /** Since when a case without a lead has waited: since it was opened, or since the last lead ended. */
  async waitingSince({ personId, id, openedAt }: Case): Promise<Date> {
    const values: unknown[] = [personId, id];
    const readable = this.records.readableSql(KeyWorkerAssignment, 'k', values);
    const [row] = await this.transactions.query<{ ended: Date | null }>(
      `select max(k.ended_at) as ended from key_worker_assignment k where k.person_id = $1 and k.case_id = $2 and k.kind = 'lead' and ${readable}`, values,
    );
    return row?.ended && row.ended > openedAt ? row.ended : openedAt;
  }

  /** One assignment, as far as the caller may read it. */
  async assignment(personId: string, id: string): Promise<KeyWorkerAssignment | null> {
    return (await this.records.readable(KeyWorkerAssignment, 'k')).andWhere('k.personId = :personId and k.id = :id', { personId, id }).getOne();
  }

  /** The lead of a case with the row itself. */
  async lead(personId: string, caseId: string): Promise<KeyWorkerAssignment | null> {
    return (await this.records.readable(KeyWorkerAssignment, 'k'))
      .andWhere(`k.personId = :personId and k.caseId = :caseId and k.kind = 'lead' and k.state = 'accepted'`, { personId, caseId }).getOne();
  }

  /** Who works under a membership: for which organisation. */
  async organisationOf(membershipId: string): Promise<string | null> {
    const [row] = await this.transactions.query<{ id: string }>('select organisation_id as id from membership where id = $1', [membershipId]);
    return row?.id ?? null;
  }

  /** @returns the assignment that ended with it, for a handover */
  async answer(personId: string, proposal: string, answer: Exclude<AssignmentState, 'proposed' | 'ended'>, at: Date): Promise<string | null> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ ended: string | null }>('select answer_key_worker($1, $2, $3, $4) as ended', [personId, proposal, answer, at]);
    this.transactions.forgetAccess(personId);
    return row?.ended ?? null;
  }
}
