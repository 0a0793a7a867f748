export { AccessLogQueries, type AccessLogEntry } from './access-log.queries';
export { CASELOAD_SORTS, CASELOAD_VIEWS, CaseloadQueries, type CaseloadMark, type CaseloadRow, type CaseloadSort, type CaseloadView } from './caseload.queries';
export { MyPageQueries, whomToRing, type MyPage, type RingNow } from './my-page.queries';
export { OverviewsModule } from './overviews.module';
export { PersonPageQueries, type Identity, type PersonPage } from './person-page.queries';
export { ReadersQueries, type Draft, type Reader } from './readers.queries';
export { SearchQueries, type Found } from './search.queries';
export { TimelineQueries, type TimelineEntry, type TimelineMark } from './timeline.queries';
export { TodayQueries, type DoFirst, type TodayPage } from './today.queries';
