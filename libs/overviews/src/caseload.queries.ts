import { Injectable } from '@nestjs/common';
import { currentContext, scopesOf } from '@app/kernel';
import { Alert } from '@app/contacts';
import { Person } from '@app/persons';
import { Records, Transactions } from '@app/records';

export const CASELOAD_VIEWS = ['everyone', 'mine', 'waiting', 'quiet', 'review'] as const;
export type CaseloadView = (typeof CASELOAD_VIEWS)[number];
export const CASELOAD_SORTS = ['name', 'contact', 'review'] as const;
export type CaseloadSort = (typeof CASELOAD_SORTS)[number];

/** One line of a caseload. */
export interface CaseloadRow {
  personId: string;
  caseId: string;
  name: string;
  given: string;
  family: string;
  preferred: string | null;
  birthDate: string | null;
  nhsNumber: string | null;
  nhsNumberState: string;
  keyWorker: string | null;
  keyWorkerId: string | null;
  lastConversationAt: Date | null;
  contactDueOn: string | null;
  nextReviewOn: string | null;
  alerts: number;
}

/** Where the last page ended: the sort key and the person. */
export type CaseloadMark = readonly [string, string, string];

const VIEW_SQL: Record<CaseloadView, string> = {
  everyone: 'true',
  mine: 'w.key_worker_id = (select ctx_user())',
  waiting: 'w.key_worker_id is null',
  quiet: 'w.contact_due_on < current_date',
  review: 'w.next_review_on < current_date',
};
// The only texts that may stand behind "order by": what was asked for is looked up here, never written into SQL.
const SORT_SQL: Record<CaseloadSort, { keys: readonly [string, string]; mark: string }> = {
  name: { keys: ['w.family', 'w.given'], mark: 'text' },
  contact: { keys: ['w.contact_due_on', 'w.contact_due_on'], mark: 'date' },
  review: { keys: [`coalesce(w.next_review_on, 'infinity')`, `coalesce(w.next_review_on, 'infinity')`], mark: 'date' },
};

/** People with an open case whom the caller may see. Counts come from the same condition as the lists. */
@Injectable()
export class CaseloadQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** @param onlyMine leaves out people whose key worker is somebody else */
  page(view: CaseloadView, sort: CaseloadSort, limit: number, after: CaseloadMark | null, onlyMine = false): Promise<CaseloadRow[]> {
    return this.transactions.run(async () => {
      const list = await this.rows(view, sort, limit, after, onlyMine);
      this.records.audit({ action: 'list', subject: 'Caseload', personIds: list.map((row) => row.personId) });
      return list;
    });
  }

  private rows(view: CaseloadView, sort: CaseloadSort, limit: number, after: CaseloadMark | null, onlyMine: boolean): Promise<CaseloadRow[]> {
    const { keys, mark } = SORT_SQL[sort];
    const values: unknown[] = [scopesOf(currentContext().actor)];
    const narrowed = this.records.readableSql(Person, 'p', values);
    const alerts = this.records.readableSql(Alert, 'a', values);
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const from = after ? ` and (${keys[0]}, ${keys[1]}, w.person_id) > (${bind(after[0])}::${mark}, ${bind(after[1])}::${mark}, ${bind(after[2])}::uuid)` : '';
    const most = bind(limit);
    return this.transactions.query<CaseloadRow>(
      `select distinct on (k1, k2, "personId") x.* from unnest($1::uuid[]) s(scope_id)
        cross join lateral (
          select ${keys[0]} as k1, ${keys[1]} as k2, w.person_id as "personId", w.case_id as "caseId", concat_ws(' ', p.given, p.family) as name, p.given, p.family, p.preferred,
                 p.birth_date::text as "birthDate", p.nhs_number as "nhsNumber", p.nhs_number_state as "nhsNumberState", u.name as "keyWorker", w.key_worker_id as "keyWorkerId",
                 w.last_conversation_at as "lastConversationAt", w.contact_due_on::text as "contactDueOn", w.next_review_on::text as "nextReviewOn",
                 (select count(*)::int from alert a where a.person_id = w.person_id and a.state <> 'ended' and ${alerts}) as alerts
            from worklist w
            join person p on p.person_id = w.person_id
            left join user_account u on u.id = w.key_worker_id
           where w.scope_id = s.scope_id and w.case_id is not null and ${VIEW_SQL[view]}${onlyMine ? ` and ${VIEW_SQL.mine}` : ''} and ${narrowed}${from}
           order by ${keys[0]}, ${keys[1]}, w.person_id limit ${most}) x
        order by k1, k2, "personId" limit ${most}`,
      values,
    );
  }

  async counts(): Promise<Record<CaseloadView, number>> {
    const values: unknown[] = [scopesOf(currentContext().actor)];
    const narrowed = this.records.readableSql(Person, 'p', values);
    const filters = CASELOAD_VIEWS.map((view) => `count(*) filter (where ${VIEW_SQL[view]})::int as "${view}"`).join(', ');
    const [row] = await this.transactions.query<Record<CaseloadView, number>>(
      `select ${filters} from (
         select distinct on (w.person_id) w.* from worklist w join person p on p.person_id = w.person_id
          where w.scope_id = any ($1) and w.case_id is not null and ${narrowed}) w`,
      values,
    );
    return row as Record<CaseloadView, number>;
  }
}
