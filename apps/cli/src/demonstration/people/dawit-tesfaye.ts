import type { DemonstrationPerson } from '../types';
import { bernadette, gary, joel, selam, sunil } from './colleagues';
import { companionship, directCare, forCircle, forOurselves, forThese, houseOnly, prose, self } from './wording';

export const dawit: DemonstrationPerson = {
  key: 'dawit-tesfaye',
  nhsNumber: null,
  noNhsNumberBecause: 'new_arrival',
  laterNhsNumber: '9990633770',
  given: 'Dawit',
  family: 'Tesfaye',
  pronouns: 'he/him',
  birthDate: '1997-01-01',
  birthDateEstimated: true,
  gender: 'Man',
  languages: [{ language: 'Tigrinya', interpreterNeeded: false }, { language: 'English', interpreterNeeded: false }],
  communicationNeeds: 'Excellent English. Say which office reads what you write, before you write it.',
  ethnicity: 'Black African: Eritrean',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['Room 9, Quarry House', 'Old Quarry', 'Brackenbridge'], postcode: 'ZK3 8QH' },
  moving: { inDays: 38, to: 'A temporary flat in Saltby, forty miles away', temporary: true },
  phones: [
    {
      kind: 'mobile', value: '07700 900222',
      safeContact: { whoAnswers: 'Dawit', times: 'After 17:00; he runs in the morning', voicemail: true, text: true, post: false },
    },
  ],
  aboutMe: {
    mattersMost: self(7)`Finish the tablets. Get my degree recognised: I am a land surveyor. I want to measure something again.`,
    importantPeople: self(7)`My running group. Selam. My mother, by phone, when there is electricity.`,
    howToCommunicate: self(7)`In English, slowly is not needed. Which office reads this? Tell me first.`,
    wellness: self(7)`A good day is fifteen kilometres. A bad day begins at three in the morning.`,
    pleaseDo: self(7)`Write the date on every paper, and give me a copy.`,
    pleaseDoNot: self(7)`Do not ask how I came here. People have asked.`,
    howToSupport: self(7)`The tablets must move with me. Forty miles is nothing to run but far for a nurse.`,
    alsoWorthKnowing: self(7)`I interpret for others on Mondays. I know how it feels on both sides of the table.`,
  },
  relatives: [],
  alerts: [
    {
      category: 'infection', text: 'On treatment for tuberculosis: month four of six. Not infectious since the second month.',
      whatToDo: 'No mask, no isolation. A missed week of tablets: ring the community matron, 01632 960111.',
      raisedBy: bernadette, audience: 'named', namedOrganisations: ['WEIRSIDE-MP', 'MARL-VALLEY'], reviewInDays: 30, visibleToPerson: true,
    },
  ],
  case: {
    openedDaysAgo: 62, reason: 'Newly arrived, on long treatment, to be moved in January; asked for one person to go to.', openedBy: 'AGE-WELL',
    status: 'active', contactEveryDays: 7, keyWorker: joel, keyWorkerFor: 'AGE-WELL', whoToRingNow: 'Joel Akande.', nextReviewInDays: 14,
  },
  circle: [
    {
      organisation: 'AGE-WELL', worker: joel, does: 'Key worker: one person to go to', doesNotDo: 'Anything for the Home Office',
      daysTimes: 'Thursdays and Fridays', categories: [...companionship, 'housing'], joinedDaysAgo: 62,
    },
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: sunil, does: 'Doctor; sleep and nightmares',
      categories: [...directCare, 'mental_health'],
      joinedDaysAgo: 62,
    },
    {
      organisation: 'MARL-VALLEY', team: 'DISTRICT-NURSING', worker: bernadette, does: 'Tablets, weekly, and who gives them after the move',
      categories: directCare, joinedDaysAgo: 60,
    },
    {
      organisation: 'COMMON-GROUND', worker: selam, does: 'Company; the papers for his degree', categories: companionship, joinedDaysAgo: 55,
    },
    {
      organisation: 'BRACKENBRIDGE-DC', team: 'HOUSING-OPTIONS', worker: gary, does: 'Where he lives from January', categories: houseOnly,
      joinedDaysAgo: 25,
    },
  ],
  exclusions: [],
  objections: [
    { organisation: 'AGE-WELL', categories: ['immigration', 'health'] },
    { organisation: 'COMMON-GROUND', categories: ['immigration', 'health'] },
    { organisation: 'BRACKENBRIDGE-DC', categories: ['immigration', 'health'] },
    { organisation: 'WEIRSIDE-MP', categories: ['immigration'] },
    { organisation: 'MARL-VALLEY', categories: ['immigration'] },
  ],
  notes: [
    {
      by: joel, actingFor: 'AGE-WELL', daysAgo: 4, at: '17:30', kind: 'visit', about: 'person', ...forCircle('plan'),
      text: prose`Went through this page with him line by line: who reads it, who does not. He asked for a copy with the date and has
        one. Next: which nurse meets him in the new town, by name, before he goes.`,
    },
    {
      by: bernadette, daysAgo: 6, at: '17:15', kind: 'visit', about: 'person', ...forThese('health', 'WEIRSIDE-MP'),
      text: prose`Week 17, none missed, counted with him. Weight up two kilos. I have rung the matron over there: Siân, who will come to
        the flat in his first week.`,
    },
    {
      by: selam, daysAgo: 9, at: '18:20', kind: 'meeting', about: 'person', ...forCircle('contacts'),
      text: prose`Degree papers translated and stamped. He did the last page himself, as it was wrong. Sent by signed post; slip is with
        him.`,
    },
    {
      by: gary, daysAgo: 13, at: '10:30', kind: 'phone', about: 'person', ...forCircle('housing'),
      text: prose`The flat is forty miles off, from January, for at least six months. I know it is far. Asked for ground near a station;
        they will confirm.`,
    },
    {
      by: sunil, daysAgo: 15, at: '17:50', kind: 'visit', about: 'person', ...forThese('mental_health', 'WEIRSIDE-MP'),
      text: prose`Nightmares four nights in seven. Not ready to talk and says so well. Running helps; a lamp and a radio at three help.
        Seen again in two weeks, same room, same chair.`,
    },
    {
      by: joel, actingFor: 'AGE-WELL', daysAgo: 18, at: '17:05', kind: 'phone', about: 'attempt', ...forOurselves('contacts'),
      text: prose`No answer; left a message with my name and nothing else. He was interpreting and rang at seven.`,
    },
  ],
  spokeAlone: {
    by: joel, daysAgo: 60, alone: true, present: [],
    said: 'The tablets: the doctor and the nurse. My papers with the government: nobody. If an office reads this, tell me which.',
    agreed: { answer: 'ask', how: 'face_to_face', words: 'Before another office reads this, tell me which, and ask.' },
  },
};
