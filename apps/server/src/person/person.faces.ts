import { CaseloadApi } from '../caseload/caseload.api';
import { CaseloadList } from '../caseload/caseload.list';
import { CaseloadPages } from '../caseload/caseload.pages';
import { PeopleApi } from '../people/people.api';
import { PeopleList } from '../people/people.list';
import { PeoplePages } from '../people/people.pages';
import { TimelineApi } from '../timeline/timeline.api';
import { TimelineList } from '../timeline/timeline.list';
import { TimelinePages } from '../timeline/timeline.pages';
import { TodayApi } from '../today/today.api';
import { TodayDesk } from '../today/today.desk';
import { TodayPages } from '../today/today.pages';
import { AboutMeApi, MyAboutMeApi } from './about-me.api';
import { AboutMeDesk } from './about-me.desk';
import { AboutMePages, MyAboutMePages } from './about-me.pages';
import { EmergencyViewDesk } from './emergency-view.desk';
import { EmergencyViewApi, EmergencyViewPages } from './emergency-view.pages';
import { FirstDayDesk } from './first-day.desk';
import { FirstDayApi, FirstDayPages } from './first-day.pages';
import { OwnReferenceApi } from './own-reference.api';
import { OwnReferenceDesk } from './own-reference.desk';
import { OwnReferencePages } from './own-reference.pages';
import { PersonApi } from './person.api';
import { PersonDesk } from './person.desk';
import { PersonPages } from './person.pages';

/** The screens that join several modules. `/people/new` stands before `/people/:person`. */
export const personFaces = [TodayPages, TodayApi, CaseloadApi, CaseloadPages, PeopleApi, PeoplePages, PersonApi, PersonPages, OwnReferenceApi, OwnReferencePages, AboutMeApi, AboutMePages, MyAboutMeApi, MyAboutMePages, EmergencyViewApi, EmergencyViewPages, FirstDayApi, FirstDayPages, TimelineApi, TimelinePages];
export const personDesks = [CaseloadList, PeopleList, TimelineList, TodayDesk, PersonDesk, OwnReferenceDesk, AboutMeDesk, EmergencyViewDesk, FirstDayDesk];
