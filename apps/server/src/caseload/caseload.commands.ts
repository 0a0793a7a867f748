import { Limit, OneOf, Search, Sort, Text, WholeNumber } from '@app/kernel';
import { CASELOAD_SORTS, CASELOAD_VIEWS, type CaseloadSort, type CaseloadView } from '@app/overviews';

/** Which part of a caseload is shown, and in which order. */
export class ReadCaseload {
  @OneOf(CASELOAD_VIEWS, { label: 'view' }) view?: CaseloadView | null;
  @Sort([...CASELOAD_SORTS]) sort: CaseloadSort;
  @Search() search?: string | null;
  @Limit(50) limit: number;
  @Text({ max: 2000, label: 'cursor' }) cursor?: string | null;
  /** of a page with numbers; JSON goes on with `cursor` */
  @WholeNumber({ min: 1, max: 10_000 }) page?: number | null;
}
