import type { DemonstrationPerson } from '../types';
import { adaeze, anita, craig, harriet, sunil } from './colleagues';
import { directCare, forCircle, forThese, prose, self } from './wording';

/** The only three who know why; to everyone else none of it exists. */
const safetyThree = [adaeze, anita, harriet];

export const lorna: DemonstrationPerson = {
  key: 'lorna-pettifer',
  nhsNumber: '9990364095',
  given: 'Lorna',
  family: 'Pettifer',
  pronouns: 'she/her',
  birthDate: '1980-06-30',
  gender: 'Woman',
  languages: [{ language: 'English', interpreterNeeded: false }],
  communicationNeeds: 'Plain questions, one at a time, for an hour after a seizure. Sit where she can see the door.',
  ethnicity: 'White British',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['Garden Flat, 18 Kiln Rise', 'Old Quarry', 'Brackenbridge'], postcode: 'ZK3 5KR', protected: [...safetyThree, sunil] },
  phones: [
    {
      kind: 'mobile', value: '07700 900209',
      safeContact: {
        whoAnswers: 'Lorna, and only Lorna', times: 'Weekdays 10:00 to 16:00',
        voicemail: false, text: false, post: false, codeWord: 'kingfisher',
      },
    },
  ],
  restricted: true,
  restriction: { because: 'Somebody who looks for her knows people who work here', reviewInDays: 60 },
  aboutMe: {
    mattersMost: self(20)`Six months without moving. My own bench again, with a north light.`,
    importantPeople: self(20)`My sister Dawn. People I choose.`,
    howToCommunicate: self(20)`Ring twice, put down, ring again. Say the word. If I do not answer, leave nothing.`,
    wellness: self(20)`A good day is glaze on my hands. A bad day is a smell of burning that nobody else can smell: that is the seizure
      coming.`,
    pleaseDo: self(20)`In a seizure: time it, cushion under my head, on my side after. Rescue medicine in the blue bird tin if it passes
      five minutes.`,
    pleaseDoNot: self(20)`Do not hold me down. Do not ring anybody for me that I have not named.`,
    howToSupport: self(20)`Stay until I know what day it is. Tell me your name again.`,
    alsoWorthKnowing: self(20)`I made teeth for twenty years. Now I make birds the size of a thumbnail.`,
  },
  relatives: [
    {
      name: 'Dawn Ashby', relationship: 'Sister, in another county', emergencyContact: true, phone: '07700 900210',
      mayBeTold: ['health', 'contacts'],
    },
  ],
  alerts: [
    {
      category: 'information', text: 'Epilepsy: tonic-clonic seizures, with a warning smell of burning. Lives alone.',
      whatToDo: prose`Time it. Side, cushion, space. Over five minutes, or two in an hour: midazolam from the blue bird tin by the
        kettle, and 999. She is muddled for twenty minutes after: stay.`,
      raisedBy: sunil, audience: 'circle', reviewInDays: 60, visibleToPerson: true,
    },
    {
      category: 'safeguarding', text: 'Nobody may learn where she lives, works or is registered, through us or through a letter.',
      whatToDo: 'Anybody who asks for her: take a name, confirm nothing, ring Harriet Moss the same hour, 01632 960164.',
      raisedBy: adaeze, audience: 'named', namedOrganisations: ['MARLSHIRE-CC', 'HAVEN-ROW'], sealedTo: safetyThree, reviewInDays: 28,
      visibleToPerson: false,
    },
  ],
  case: {
    openedDaysAgo: 75, reason: 'New to the town; epilepsy, and help to settle and stay.', openedBy: 'MARLSHIRE-CC', status: 'active',
    contactEveryDays: 7, keyWorker: adaeze, whoToRingNow: 'Adaeze Nwosu; in danger, 999, say nothing and press 55.', nextReviewInDays: 12,
  },
  circle: [
    {
      organisation: 'MARLSHIRE-CC', team: 'ADULT-CARE', worker: adaeze, does: 'Key worker',
      categories: [...directCare, 'safeguarding', 'domestic_abuse'],
      joinedDaysAgo: 75,
    },
    {
      organisation: 'MARLSHIRE-CC', team: 'SAFEGUARDING', worker: harriet, does: 'Takes the call if anybody asks for her',
      categories: ['identity', 'safeguarding', 'domestic_abuse', 'contacts'], discreet: { namedTo: safetyThree }, joinedDaysAgo: 74,
    },
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: sunil, does: 'Epilepsy and sleep',
      categories: [...directCare, 'mental_health'],
      joinedDaysAgo: 75,
    },
    {
      organisation: 'HAVEN-ROW', worker: anita, does: 'Safety planning, court, somebody who has seen it before',
      categories: ['identity', 'about_me', 'circle', 'plan', 'housing', 'safeguarding', 'domestic_abuse', 'contacts'],
      discreet: { namedTo: safetyThree }, joinedDaysAgo: 73,
    },
  ],
  exclusions: [
    { user: craig, because: 'Alleged source of harm: former husband, once her recorded carer.', sealedTo: safetyThree },
  ],
  objections: [{ organisation: 'TANDEM', categories: ['identity', 'contacts'], sealed: true }],
  notes: [
    {
      by: adaeze, daysAgo: 2, at: '11:30', kind: 'visit', about: 'person', ...forCircle('plan'),
      text: prose`Ten weeks in one place. She has a table by the north window and two wrens on it. Next: ask the college whether she may
        use their small kiln on Mondays.`,
    },
    {
      by: sunil, daysAgo: 8, at: '10:20', kind: 'visit', about: 'person', ...forCircle('health'),
      text: prose`One seizure since last month, two minutes, at home, safe. Lamotrigine up by 25 mg. Seizure plan reads well to a
        stranger: I tried it on our registrar. Sleep poor; we talked about why, and that stays with us.`,
    },
    {
      by: adaeze, daysAgo: 9, at: '14:00', kind: 'phone', about: 'person', ...forCircle('contacts'),
      text: prose`Rang twice and again, word given. Well. Moved Thursday’s visit to eleven.`,
    },
    {
      by: anita, daysAgo: 6, at: '13:15', kind: 'meeting', about: 'person', ...forThese('domestic_abuse', 'MARLSHIRE-CC', 'HAVEN-ROW'),
      sealedTo: safetyThree, visibleToPerson: false,
      text: prose`Safety plan gone through again: bag, keys, phone, two ways out. She has heard that he drives for a charity in town. We
        agreed that no transport is ever booked in her name. Speak to Harriet about who can look people up.`,
    },
    {
      by: harriet, daysAgo: 5, at: '09:10', kind: 'meeting', about: 'person', ...forThese('safeguarding', 'MARLSHIRE-CC', 'HAVEN-ROW'),
      sealedTo: safetyThree, visibleToPerson: false,
      text: prose`Speak to the safeguarding lead before any new service is invited. Lorna’s own words for what she wants: "to be
        boring".`,
    },
    {
      by: adaeze, daysAgo: 16, at: '15:05', kind: 'phone', about: 'attempt', ...forCircle('contacts'),
      text: prose`No answer; left no message, as agreed. She rang back within the hour.`,
    },
  ],
  spokeAlone: {
    by: adaeze, daysAgo: 74, alone: true, present: [],
    said: 'The doctor may know about the fits. Three people may know why I moved. Nobody gets my address by accident.',
  },
};
