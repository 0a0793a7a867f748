import { Flag, Id, Limit, OneOf, Search, Sort, Text, WholeNumber } from '@app/kernel';
import { CASELOAD_SORTS, CASELOAD_VIEWS, REVIEWS_DUE, type CaseloadSort, type CaseloadView, type ReviewDue } from '@app/overviews';

/** Which part of a caseload is shown, and in which order. */
export class ReadCaseload {
  @OneOf(CASELOAD_VIEWS, { label: 'view' }) view?: CaseloadView | null;
  @Sort([...CASELOAD_SORTS]) sort: CaseloadSort;
  @Search() search?: string | null;
  /** only those whom this user leads */
  @Id({ label: 'key worker' }) keyWorker?: string | null;
  /** only those of this integrated team */
  @Id({ label: 'team' }) team?: string | null;
  /** only those whose key worker can be that no longer */
  @Flag({ label: 'without a key worker who can act' }) lacking?: boolean;
  /** only those for whose plan a suggestion waits too long */
  @Flag({ label: 'with a suggestion that waits too long' }) staleSuggestion?: boolean;
  /** only those whose review is due then */
  @OneOf(REVIEWS_DUE, { label: 'when the review is due' }) reviewDue?: ReviewDue | null;
  @Limit(50) limit: number;
  @Text({ max: 2000, label: 'cursor' }) cursor?: string | null;
  /** of a page with numbers; JSON goes on with `cursor` */
  @WholeNumber({ min: 1, max: 10_000 }) page?: number | null;
}
