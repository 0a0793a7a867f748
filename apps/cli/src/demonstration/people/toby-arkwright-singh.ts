import type { DemonstrationPerson } from '../types';
import { anwen, karl, marcia, naomi, priya } from './colleagues';
import { carer, directCare, forCircle, forOurselves, forThese, professional, prose, self } from './wording';

export const toby: DemonstrationPerson = {
  key: 'toby-arkwright-singh',
  nhsNumber: '9990523908',
  given: 'Tobias',
  family: 'Arkwright-Singh',
  preferredName: 'Toby',
  pronouns: 'he/him',
  birthDate: '2002-12-05',
  gender: 'Man',
  languages: [{ language: 'English', interpreterNeeded: false }],
  communicationNeeds: 'Easy Read with pictures. Say what will happen, then what happens next. He tells things by pictures on his phone.',
  ethnicity: 'Mixed: White and Asian',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['Flat 4, Millbrook', 'Ferry End', 'Brackenbridge'], postcode: 'ZK4 1MB' },
  phones: [
    {
      kind: 'mobile', value: '07700 900215',
      safeContact: { whoAnswers: 'Toby', times: 'Not 12:30 or 17:30, that is insulin', voicemail: false, text: true, post: false },
    },
  ],
  aboutMe: {
    mattersMost: self(10)`A job on Saturdays at the garden centre. Paid. With the mowers.`,
    importantPeople: self(10)`Mum. Karl. Naomi. Mia.`,
    howToCommunicate: self(10)`Pictures. Tell me the plan. Tell me if the plan changes.`,
    wellness: professional(30)`Well: you hear about carburettors. Low sugar: he goes quiet and repeats the last word.`,
    pleaseDo: self(10)`Ask me about mowers. I know all of them.`,
    pleaseDoNot: self(10)`Do not touch my phone. The alarm is my insulin.`,
    howToSupport: self(10)`Come with me the first time. Then I can do it.`,
    alsoWorthKnowing: carer(150)`His mother: he looks as if he copes and then he does not. Loud hand dryers are the worst thing in the
      world.`,
  },
  relatives: [
    {
      name: 'Harpreet Arkwright-Singh', relationship: 'Mother', emergencyContact: true, phone: '07700 900216',
      mayBeTold: ['about_me', 'plan', 'health', 'contacts'], mustNotBeTold: 'Mia. Toby will tell his mum when he wants to.',
    },
    { name: 'Mia Farrant', relationship: 'Girlfriend', phone: '07700 900217', mayBeTold: ['contacts'] },
  ],
  alerts: [
    {
      category: 'information', text: 'Type 1 diabetes, managed by himself with a phone alarm.',
      whatToDo: 'Quiet and repeating a word: three jelly babies from his left pocket, wait ten minutes, test. Not better, or asleep: 999.',
      raisedBy: marcia, audience: 'circle', reviewInDays: 60, visibleToPerson: true,
    },
  ],
  case: {
    openedDaysAgo: 180, reason: 'Moved into his own flat; diabetes, autism, and a plan to earn money.', openedBy: 'MILLBROOK',
    team: 'NORTHGATE-WEIRSIDE-INT', status: 'active', contactEveryDays: 21, keyWorker: priya,
    whoToRingNow: 'Millbrook, 01632 960208, day and night.', nextReviewInDays: 40,
  },
  circle: [
    {
      organisation: 'MARL-VALLEY', team: 'COMMUNITY-THERAPY', worker: priya, does: 'Key worker; gets Saturdays to work',
      categories: [...directCare, 'sexual_health'], joinedDaysAgo: 180,
    },
    {
      organisation: 'MILLBROOK', team: 'SUPPORTED-LIVING', worker: karl, does: 'Downstairs, day and night', doesNotDo: 'Insulin: that is Toby’s',
      categories: [...directCare, 'money'], joinedDaysAgo: 180,
    },
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: marcia, does: 'Diabetes; yearly check in Easy Read',
      categories: directCare,
      joinedDaysAgo: 180,
    },
    {
      organisation: 'SPEAK-WITH', worker: naomi, does: 'Toby’s advocate: says what Toby says',
      categories: ['identity', 'about_me', 'circle', 'plan', 'social_care', 'contacts'], joinedDaysAgo: 120,
    },
  ],
  exclusions: [],
  objections: [],
  notes: [
    {
      by: priya, daysAgo: 4, at: '14:00', kind: 'visit', about: 'person', ...forCircle('plan'),
      text: prose`Walked the bus route twice to the garden centre: second time he led. The manager asked him why the ride-on would not
        start and he told her. Trial on two Saturdays next month, paid.`,
    },
    {
      by: karl, daysAgo: 6, at: '18:10', kind: 'visit', about: 'person', ...forCircle('health'),
      text: prose`Low at half past five, 3.4; he treated it himself before I was up the stairs. New alarm sound chosen: a two-stroke
        engine.`,
    },
    {
      by: naomi, daysAgo: 11, at: '16:30', kind: 'visit', about: 'person', ...forThese('about_me', 'MARL-VALLEY', 'MILLBROOK'),
      text: prose`Toby told me in pictures: cinema, two tickets, a heart, Mum crossed out. So: Mia is his girlfriend, his mum is not to
        be told, and that is his to decide. He would like to know about keeping safe; Priya will find the Easy Read.`,
    },
    {
      by: priya, daysAgo: 13, at: '17:45', kind: 'phone', about: 'relative', aboutName: 'Harpreet Arkwright-Singh', ...forOurselves('contacts'),
      text: prose`Harpreet thinks a job is too much and asked who he goes out with. I talked about the bus and the pay. She cried a
        little and then asked whether they have a uniform.`,
    },
    {
      by: anwen, daysAgo: 19, at: '11:20', kind: 'visit', about: 'person', ...forCircle('health'),
      text: prose`Pens, needles and sensor counted with Toby’s own picture chart. He had spotted the wrong needle length before we did.`,
    },
    {
      by: karl, daysAgo: 24, at: '10:00', kind: 'meeting', about: 'person', ...forCircle('social_care'),
      text: prose`House meeting: Toby asked for the hand dryer in the hall toilet to be switched off and brought the fuse diagram. Done.`,
    },
  ],
  spokeAlone: {
    by: naomi, daysAgo: 11, alone: true, present: [],
    said: 'Mum can know about my diabetes and my job. Not Mia. Priya and Karl and Naomi can know Mia.',
  },
};
