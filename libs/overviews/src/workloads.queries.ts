import { Injectable } from '@nestjs/common';
import { WEIGHTS } from '@app/cases';
import { currentContext, scopesOf } from '@app/kernel';
import { Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { narrowedSql, REVIEW_DUE_SQL, VIEW_SQL, type CaseloadNarrowing } from './caseload.queries';

/** One key worker's part of what the reader may list. */
export interface Workload {
  userId: string;
  name: string;
  /** the employers of whose memberships one is live */
  employers: string[];
  cases: number;
  points: number;
  /** points that were agreed; null where nothing was */
  capacity: number | null;
  /** with no contact in the agreed time */
  quiet: number;
  /** whose review is overdue, due within a week, and in the three weeks after that */
  review: number;
  reviewInWeek: number;
  reviewInMonth: number;
}

const POINTS = `coalesce(case c.complexity ${Object.entries(WEIGHTS).map(([tier, points]) => `when '${tier}' then ${points}`).join(' ')} end, ${WEIGHTS.usual})`;

/** How a caseload is shared out. Counted under the conditions of the lists behind the numbers, so that nobody is counted whom the reader could not list. */
@Injectable()
export class WorkloadsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  byKeyWorker(narrowing: CaseloadNarrowing = {}): Promise<Workload[]> {
    const values: unknown[] = [scopesOf(currentContext().actor)];
    const listed = this.records.listedSql(Person, 'w', values);
    const narrowed = narrowedSql(narrowing, (value) => `$${values.push(value)}`);
    return this.transactions.query<Workload>(
      `select u.id as "userId", u.name, count(*)::int as cases, sum(${POINTS})::int as points,
              count(*) filter (where ${VIEW_SQL.quiet})::int as quiet, count(*) filter (where ${VIEW_SQL.review})::int as review,
              count(*) filter (where ${REVIEW_DUE_SQL.week})::int as "reviewInWeek", count(*) filter (where ${REVIEW_DUE_SQL.month})::int as "reviewInMonth",
              (select sum(m.capacity_points)::int from membership m where m.user_id = u.id and now() >= m.starts and now() < m.ends) as capacity,
              array(select o.name from membership m join organisation o on o.id = m.organisation_id where m.user_id = u.id and now() >= m.starts and now() < m.ends order by m.starts, m.id) as employers
         from (select distinct w.person_id, w.case_id, w.key_worker_id, w.contact_due_on, w.next_review_on from worklist w
                where w.scope_id = any ($1) and w.case_id is not null and w.key_worker_id is not null and ${listed}${narrowed}) w
         join user_account u on u.id = w.key_worker_id
         left join coordination_case c on c.person_id = w.person_id and c.id = w.case_id
        group by u.id, u.name order by u.name, u.id`,
      values,
    );
  }

  /** The integrated teams of which the caller is part, those that they manage first. */
  teams(): Promise<{ id: string; name: string; manages: boolean }[]> {
    return this.transactions.query(
      `select t.id, t.name, i.manages from integrated_team_member i join integrated_team t on t.id = i.integrated_team_id
        where i.membership_id = (select ctx_membership()) order by not i.manages, t.name, t.id`,
    );
  }

  /** To whom a list is narrowed, in words: staff and teams are everybody's to know. */
  async namesOf({ keyWorkerId, integratedTeamId }: CaseloadNarrowing): Promise<{ keyWorker: string | null; team: string | null }> {
    if (!keyWorkerId && !integratedTeamId) return { keyWorker: null, team: null };
    const [row] = await this.transactions.query<{ keyWorker: string | null; team: string | null }>(
      `select (select name from user_account where id = $1 and kind = 'staff') as "keyWorker", (select name from integrated_team where id = $2) as team`, [keyWorkerId ?? null, integratedTeamId ?? null],
    );
    return row ?? { keyWorker: null, team: null };
  }
}
