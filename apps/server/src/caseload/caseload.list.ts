import { Injectable } from '@nestjs/common';
import { CaseloadQueries, MOST_COUNTED, WorkloadsQueries, type CaseloadMark, type CaseloadNarrowing, type CaseloadRow, type CaseloadView } from '@app/overviews';
import { Batches, Cursors, OutOfReach } from '../http';
import type { ReadCaseload } from './caseload.commands';
import { caseloadCsv } from './caseload.csv';

const ROWS_A_BATCH = 500;

/** One line of a caseload as JSON has it. */
export interface CaseloadItem {
  readonly personId: string;
  readonly caseId: string;
  readonly name: string;
  readonly preferred: string | null;
  readonly dateOfBirth: string | null;
  /** only for health and social care */
  readonly nhsNumber: string | null;
  /** what your organisation calls them; only where it has no NHS numbers */
  readonly ownReference: string | null;
  readonly keyWorker: string | null;
  readonly lastConversationAt: Date | null;
  readonly contactDueOn: string | null;
  readonly nextReviewOn: string | null;
  readonly alerts: number;
}

export interface CaseloadPageModel {
  readonly rows: readonly CaseloadRow[];
  readonly counts: Record<CaseloadView, number>;
  /** of the view that is shown; more than `MOST_COUNTED` are not counted */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** to whom the list is narrowed, by name */
  readonly only: { readonly keyWorker: string | null; readonly team: string | null };
}

const itemOf = (row: CaseloadRow): CaseloadItem => ({
  personId: row.personId, caseId: row.caseId, name: row.name, preferred: row.preferred, dateOfBirth: row.birthDate, nhsNumber: row.nhsNumber, ownReference: row.ownReference,
  keyWorker: row.keyWorker, lastConversationAt: row.lastConversationAt, contactDueOn: row.contactDueOn, nextReviewOn: row.nextReviewOn, alerts: row.alerts,
});

const narrowingOf = (query: ReadCaseload): CaseloadNarrowing => ({
  search: query.search ?? null, keyWorkerId: query.keyWorker ?? null, integratedTeamId: query.team ?? null, lacking: query.lacking ?? false, staleSuggestion: query.staleSuggestion ?? false, reviewDue: query.reviewDue ?? null,
});

const markOf = (row: CaseloadRow): CaseloadMark => [...row.mark, row.personId];

/** A caseload as pages with numbers, as JSON with cursors, and as one file. */
@Injectable()
export class CaseloadList {
  constructor(
    private readonly queries: CaseloadQueries,
    private readonly workloads: WorkloadsQueries,
    private readonly cursors: Cursors,
    private readonly batches: Batches,
  ) {}

  async numbered(query: ReadCaseload): Promise<CaseloadPageModel> {
    const view = query.view ?? 'everyone';
    const rowsOf = (page: number): Promise<CaseloadRow[]> => this.queries.page(view, query.sort, query.limit, null, { ...narrowingOf(query), skip: (page - 1) * query.limit });
    const asked = query.page ?? 1;
    // Neither waits for the other: whoever asks for a page past the last one is the exception, and gets the last.
    const [counts, rows, only] = await Promise.all([this.queries.figures(narrowingOf(query)), rowsOf(asked), this.workloads.namesOf(narrowingOf(query))]);
    const total = counts[view];
    const pages = Math.max(1, Math.ceil(Math.min(total, MOST_COUNTED) / query.limit));
    const page = Math.min(asked, pages);
    return { rows: page === asked ? rows : await rowsOf(page), counts, total, page, pages, only };
  }

  async items(query: ReadCaseload): Promise<{ items: CaseloadItem[]; total: number; next: string | null }> {
    const view = query.view ?? 'everyone';
    const after = query.cursor ? this.cursors.open<CaseloadMark>(query.cursor) : null;
    const [rows, total] = await Promise.all([this.queries.page(view, query.sort, query.limit + 1, after, narrowingOf(query)), this.queries.total(view, narrowingOf(query))]);
    const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
    return { items: rows.slice(0, query.limit).map(itemOf), total, next: last ? this.cursors.seal(markOf(last)) : null };
  }

  /**
   * Every row, read and audited in batches, as the text of a CSV file.
   * @throws OutOfReach when the caller, or one of the people in it, is out of reach by the time the last batch has been read
   */
  async file(query: ReadCaseload): Promise<string> {
    const all: CaseloadRow[] = [];
    for (let after: CaseloadMark | null = null; ;) {
      const rows: CaseloadRow[] = await this.batches.next('Caseload', () => this.queries.page(query.view ?? 'everyone', query.sort, ROWS_A_BATCH, after, narrowingOf(query), 'export'));
      all.push(...rows);
      const last = rows[ROWS_A_BATCH - 1];
      if (!last) break;
      after = markOf(last);
    }
    if (!(await this.batches.next('Caseload', () => this.queries.areListed(all.map((row) => row.personId))))) throw new OutOfReach('Caseload');
    return caseloadCsv(all);
  }
}
