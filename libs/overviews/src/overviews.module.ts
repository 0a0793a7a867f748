import { Module } from '@nestjs/common';
import { CarePlansModule } from '@app/care-plans';
import { CareTeamsModule } from '@app/care-teams';
import { CasesModule } from '@app/cases';
import { ContactsModule } from '@app/contacts';
import { KeyWorkersModule } from '@app/key-workers';
import { PersonsModule } from '@app/persons';
import { SharingModule } from '@app/sharing';
import { AccessLogQueries } from './access-log.queries';
import { CaseloadQueries } from './caseload.queries';
import { ChangesQueries } from './changes.queries';
import { HandOnQueries } from './hand-on.queries';
import { HuddleReasonsQueries } from './huddle-reasons.queries';
import { HelpersQueries } from './helpers.queries';
import { LeftWorkQueries } from './left-work.queries';
import { MyPageQueries, MyTeam } from './my-page.queries';
import { PersonLists, PersonPageQueries, PersonParts, PersonReach } from './person-page.queries';
import { ReadersQueries } from './readers.queries';
import { SearchQueries } from './search.queries';
import { SharingHeldQueries } from './sharing-held.queries';
import { TimelineQueries } from './timeline.queries';
import { TodayTasks } from './today-tasks.queries';
import { TodayQueries } from './today.queries';
import { WorkloadsQueries } from './workloads.queries';
import { WouldSeeItems } from './would-see.items';
import { WouldSeeQueries } from './would-see.queries';

const QUERIES = [AccessLogQueries, CaseloadQueries, ChangesQueries, HandOnQueries, HuddleReasonsQueries, MyPageQueries, PersonPageQueries, ReadersQueries, SearchQueries, SharingHeldQueries, TimelineQueries, TodayQueries, WorkloadsQueries, WouldSeeQueries];

@Module({
  imports: [CarePlansModule, CareTeamsModule, CasesModule, ContactsModule, KeyWorkersModule, PersonsModule, SharingModule],
  providers: [...QUERIES, TodayTasks, LeftWorkQueries, MyTeam, PersonLists, PersonReach, PersonParts, HelpersQueries, WouldSeeItems],
  exports: QUERIES,
})
export class OverviewsModule {}
