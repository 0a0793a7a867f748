import { Injectable } from '@nestjs/common';
import { STALE_AFTER_DAYS } from '@app/care-plans';
import { currentContext, scopesOf } from '@app/kernel';
import { Alert } from '@app/contacts';
import { mayKnowNhsNumbers, Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { searchedSql, type Bind } from './searched';

export const CASELOAD_VIEWS = ['everyone', 'mine', 'waiting', 'quiet', 'review'] as const;
export type CaseloadView = (typeof CASELOAD_VIEWS)[number];
/** `priority`: whoever is due first, for a review or for a conversation. */
export const CASELOAD_SORTS = ['priority', 'name', 'contact', 'review'] as const;
export type CaseloadSort = (typeof CASELOAD_SORTS)[number];

/** When a review is due that is not overdue: within a week, or in the three weeks after that; or it could not be held, and somebody comes back to it. */
export const REVIEWS_DUE = ['week', 'month', 'paused'] as const;
export type ReviewDue = (typeof REVIEWS_DUE)[number];

/** One line of a caseload. */
export interface CaseloadRow {
  personId: string;
  caseId: string;
  name: string;
  given: string;
  family: string;
  preferred: string | null;
  birthDate: string | null;
  /** null for whoever is not health or social care */
  nhsNumber: string | null;
  nhsNumberState: string;
  /** what the caller's organisation calls them; null for health and social care, who have the number */
  ownReference: string | null;
  keyWorker: string | null;
  keyWorkerId: string | null;
  lastConversationAt: Date | null;
  contactDueOn: string | null;
  nextReviewOn: string | null;
  alerts: number;
  /** the first two parts of this row's mark */
  mark: [string, string];
}

/** Where the last page ended: the two sort keys and the person. */
export type CaseloadMark = readonly [string, string, string];

/** Further ways to narrow a caseload. */
export interface CaseloadNarrowing {
  /** part of a name, a date of birth or an NHS number */
  search?: string | null;
  /** leaves out people whose key worker is somebody else */
  onlyMine?: boolean;
  /** only people whose key worker is this user */
  keyWorkerId?: string | null;
  /** only cases of this integrated team */
  integratedTeamId?: string | null;
  /** only people whose key worker can be that no longer, or whose case goes on without one */
  lacking?: boolean;
  /** only people for whose plan a suggestion waits too long */
  staleSuggestion?: boolean;
  /** only people whose review is due then */
  reviewDue?: ReviewDue | null;
  /** how many rows to leave out at the beginning: for numbered pages */
  skip?: number;
}

/** The conditions over `worklist` w, and `person` p where somebody is searched for: the same for a list, its count and every dashboard that links to it. */
export function narrowedSql({ search, onlyMine, keyWorkerId, integratedTeamId, lacking, staleSuggestion, reviewDue }: CaseloadNarrowing, bind: Bind): string {
  return [
    search ? searchedSql(search, bind) : null,
    onlyMine ? VIEW_SQL.mine : null,
    keyWorkerId ? `w.key_worker_id = ${bind(keyWorkerId)}::uuid` : null,
    integratedTeamId ? `exists (select 1 from coordination_case c where c.person_id = w.person_id and c.id = w.case_id and c.integrated_team_id = ${bind(integratedTeamId)}::uuid)` : null,
    staleSuggestion ? STALE_SUGGESTION : null,
    lacking ? 'w.person_id = any (array(select ownership_gaps()))' : null,
    reviewDue ? REVIEW_DUE_SQL[reviewDue] : null,
  ].filter(Boolean).map((condition) => ` and ${condition}`).join('');
}

/** A page counts no further: nobody reads so long a list to its end, they narrow it. */
export const MOST_COUNTED = 500;
// Somebody may stand on more than one line, for their team and for the worker: where that takes more lines than these, all are counted.
const MOST_LINES = MOST_COUNTED + 100;

// With `select` it is reckoned once, not for every line.
const TODAY = `(select (now() at time zone 'Europe/London')::date)`;
const STALE_SUGGESTION = `exists (select 1 from plan_suggestion s where s.person_id = w.person_id and s.state = 'waiting' and (s.created_at at time zone 'Europe/London')::date <= ${TODAY} - ${STALE_AFTER_DAYS})`;
export const VIEW_SQL: Record<CaseloadView, string> = {
  everyone: 'true',
  mine: 'w.key_worker_id = (select ctx_user())',
  waiting: 'w.key_worker_id is null',
  quiet: `w.contact_due_on < ${TODAY}`,
  review: `w.next_review_on < ${TODAY}`,
};
export const REVIEW_DUE_SQL: Record<ReviewDue, string> = {
  week: `w.next_review_on between ${TODAY} and ${TODAY} + 7`,
  month: `w.next_review_on between ${TODAY} + 8 and ${TODAY} + 28`,
  // of those that the reader may read: the policy of reviews holds here too
  paused: `exists (select 1 from review r where r.person_id = w.person_id and r.case_id = w.case_id and r.state = 'paused_unable')`,
};
const REVIEW = `coalesce(w.next_review_on, 'infinity')`;
const EACH_VIEW = CASELOAD_VIEWS.map((view) => `count(*) filter (where ${VIEW_SQL[view]})::int as "${view}"`).join(', ');
// The only texts that may stand behind "order by": what was asked for is looked up here, never written into SQL.
const SORT_SQL: Record<CaseloadSort, { keys: readonly [string, string]; marks: readonly [string, string] }> = {
  priority: { keys: [`least(w.next_review_on, w.contact_due_on)`, 'w.family'], marks: ['date', 'text'] },
  name: { keys: ['w.family', 'w.given'], marks: ['text', 'text'] },
  contact: { keys: ['w.contact_due_on', 'w.family'], marks: ['date', 'text'] },
  review: { keys: [REVIEW, 'w.family'], marks: ['date', 'text'] },
};

// Of those whose review is overdue none is without: they stand in an index of their own.
const OVERDUE_FIRST = { ...SORT_SQL.review, keys: ['w.next_review_on', 'w.family'] as const };

/** People with an open case whom the caller may see. Counts come from the same condition as the lists. */
@Injectable()
export class CaseloadQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** @throws what `SearchQueries.find` throws for a search of no letter and no digit */
  page(view: CaseloadView, sort: CaseloadSort, limit: number, after: CaseloadMark | null, narrowing: CaseloadNarrowing = {}, as: 'list' | 'export' = 'list'): Promise<CaseloadRow[]> {
    return this.transactions.run(async () => {
      const list = await this.rows(view, sort, limit, after, narrowing);
      this.records.audit({ action: as, subject: 'Caseload', personIds: list.map((row) => row.personId) });
      return list;
    });
  }

  private rows(view: CaseloadView, sort: CaseloadSort, limit: number, after: CaseloadMark | null, narrowing: CaseloadNarrowing): Promise<CaseloadRow[]> {
    const { keys, marks } = view === 'review' && sort === 'review' ? OVERDUE_FIRST : SORT_SQL[sort];
    const values: unknown[] = [scopesOf(currentContext().actor)];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const listed = this.records.listedSql(Person, 'w', values);
    const alerts = this.records.readableSql(Alert, 'a', values);
    const narrowed = narrowedSql(narrowing, bind);
    const from = after ? ` and (${keys[0]}, ${keys[1]}, w.person_id) > (${bind(after[0])}::${marks[0]}, ${bind(after[1])}::${marks[1]}, ${bind(after[2])}::uuid)` : '';
    const skip = narrowing.skip ?? 0;
    const most = bind(limit);
    const reach = skip > 0 ? bind(limit + skip) : most;
    // First a page of each scope from its index, then the page of them all; only for that the people, alerts and names, each in one go.
    return this.transactions.query<CaseloadRow>(
      `with page as materialized (
         select distinct on (k1, k2, person_id) x.* from unnest($1::uuid[]) s(scope_id)
          cross join lateral (
            select ${keys[0]} as k1, ${keys[1]} as k2, w.person_id, w.case_id, w.key_worker_id, w.last_conversation_at, w.contact_due_on, w.next_review_on, w.reference
              from worklist w${narrowing.search ? ' join person p on p.person_id = w.person_id' : ''}
             where w.scope_id = s.scope_id and w.case_id is not null and ${VIEW_SQL[view]}${narrowed} and ${listed}${from}
             order by ${keys[0]}, ${keys[1]}, w.person_id limit ${reach}) x
          order by k1, k2, person_id limit ${most}${skip > 0 ? ` offset ${bind(skip)}` : ''}),
       alerted as materialized (
         select a.person_id, count(*)::int as alerts from alert a
          where a.person_id = any (array(select person_id from page)) and a.state <> 'ended' and ${alerts} group by a.person_id),
       key_worker as materialized (select u.id, u.name from user_account u where u.id = any (array(select key_worker_id from page)))
       select y.person_id as "personId", y.case_id as "caseId", concat_ws(' ', p.given, p.family) as name, p.given, p.family, p.preferred, p.birth_date::text as "birthDate",
              ${mayKnowNhsNumbers() ? 'p.nhs_number' : 'null::text'} as "nhsNumber", p.nhs_number_state as "nhsNumberState", ${mayKnowNhsNumbers() ? 'null::text' : 'y.reference'} as "ownReference", k.name as "keyWorker", y.key_worker_id as "keyWorkerId",
              y.last_conversation_at as "lastConversationAt", y.contact_due_on::text as "contactDueOn", y.next_review_on::text as "nextReviewOn", array[y.k1::text, y.k2::text] as mark,
              coalesce(alerted.alerts, 0) as alerts
         from page y
         join person p on p.person_id = y.person_id
         left join key_worker k on k.id = y.key_worker_id
         left join alerted on alerted.person_id = y.person_id
        order by y.k1, y.k2, y.person_id`,
      values,
    );
  }

  /** Whether all of them are still people whom the caller may see in a list. */
  async areListed(personIds: readonly string[]): Promise<boolean> {
    return this.transactions.run(async () => {
      const values: unknown[] = [scopesOf(currentContext().actor), personIds];
      const listed = this.records.listedSql(Person, 'w', values);
      const [row] = await this.transactions.query<{ n: number }>(`select count(distinct w.person_id)::int as n from worklist w where w.scope_id = any ($1) and w.person_id = any ($2) and ${listed}`, values);
      return row?.n === personIds.length;
    });
  }

  /** How many people each view holds, of those to whom it is narrowed. A line of the worklist is seen as long as a door to the person stands open. */
  async counts(narrowing: CaseloadNarrowing = {}): Promise<Record<CaseloadView, number>> {
    const values: unknown[] = [];
    const [row] = await this.transactions.query<Record<CaseloadView, number>>(
      `select ${EACH_VIEW} from (select distinct w.person_id, w.key_worker_id, w.contact_due_on, w.next_review_on ${this.linesSql(narrowing, values)}) w`, values,
    );
    return row as Record<CaseloadView, number>;
  }

  /** How many people one view holds, of those to whom it is narrowed. */
  async total(view: CaseloadView, narrowing: CaseloadNarrowing = {}): Promise<number> {
    const values: unknown[] = [];
    const [row] = await this.transactions.query<{ n: number }>(`select count(distinct w.person_id)::int as n ${this.linesSql(narrowing, values)} and ${VIEW_SQL[view]}`, values);
    return row?.n ?? 0;
  }

  /** The same as `counts` for a page, which says "more than 500" of what is more than `MOST_COUNTED`: however many there are, it takes as long. */
  async figures(narrowing: CaseloadNarrowing = {}): Promise<Record<CaseloadView, number>> {
    const values: unknown[] = [];
    const lines = this.linesSql(narrowing, values);
    // A caseload that was read to its end is counted from what was read; of a larger one each view is read from its own index, as far as it is counted.
    const far = CASELOAD_VIEWS.filter((view) => view !== 'everyone')
      .map((view) => `case when n.lines = ${MOST_LINES} then (select array[count(distinct x.person_id), count(*)]::int[] from (select w.person_id ${lines} and ${VIEW_SQL[view]} limit ${MOST_LINES}) x) end as "${view}"`);
    const [row] = await this.transactions.query<{ lines: number; near: Record<CaseloadView, number> } & Partial<Record<CaseloadView, [number, number] | null>>>(
      `with line as materialized (select w.person_id, w.key_worker_id, w.contact_due_on, w.next_review_on ${lines} limit ${MOST_LINES})
       select n.lines, (select to_json(f) from (select ${EACH_VIEW} from (select distinct w.* from line w) w) f) as near, ${far.join(', ')}
         from (select count(*)::int as lines from line) n`,
      values,
    );
    if (!row || row.lines < MOST_LINES) return row?.near as Record<CaseloadView, number>;
    const figures = {} as Record<CaseloadView, number>;
    for (const view of CASELOAD_VIEWS) {
      const [people, read] = row[view] ?? [row.near.everyone, row.lines];
      figures[view] = read < MOST_LINES || people > MOST_COUNTED ? people : await this.total(view, narrowing);
    }
    return figures;
  }

  /** From where and which lines are counted; `values` must be empty. */
  private linesSql(narrowing: CaseloadNarrowing, values: unknown[]): string {
    values.push(scopesOf(currentContext().actor));
    const listed = this.records.listedSql(Person, 'w', values);
    const narrowed = narrowedSql(narrowing, (value) => `$${values.push(value)}`);
    return `from worklist w${narrowing.search ? ' join person p on p.person_id = w.person_id' : ''} where w.scope_id = any ($1) and w.case_id is not null and ${listed}${narrowed}`;
  }
}
