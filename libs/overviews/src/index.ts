export { AccessLogQueries, LOOKS, type AccessLogEntry, type LoggedPerson, type Look } from './access-log.queries';
export { CASELOAD_SORTS, CASELOAD_VIEWS, CaseloadQueries, type CaseloadMark, type CaseloadNarrowing, type CaseloadRow, type CaseloadSort, type CaseloadView } from './caseload.queries';
export { MyPageQueries, whomToRing, type MyPage, type MyPerson, type RingNow } from './my-page.queries';
export { OverviewsModule } from './overviews.module';
export { PersonPageQueries, type Identity, type PersonPage } from './person-page.queries';
export { ReadersQueries, type Draft, type Preview, type Reader } from './readers.queries';
export { SearchQueries, type Found, type FoundMark } from './search.queries';
export { TIMELINE_TYPES, TimelineQueries, type TimelineEntry, type TimelineFilter, type TimelineMark, type TimelineType } from './timeline.queries';
export { TodayQueries, type DoFirst, type TodayPage } from './today.queries';
