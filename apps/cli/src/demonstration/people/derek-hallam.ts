import type { DemonstrationPerson } from '../types';
import { idris, joan, marcia, pete, steph } from './colleagues';
import { companionship, directCare, forCircle, forOurselves, forThese, houseOnly, professional, prose, self } from './wording';

export const derek: DemonstrationPerson = {
  key: 'derek-hallam',
  nhsNumber: '9990406219',
  given: 'Derek',
  family: 'Hallam',
  pronouns: 'he/him',
  birthDate: '1959-11-11',
  gender: 'Man',
  languages: [{ language: 'English', interpreterNeeded: false }],
  communicationNeeds: 'Be on time, and say the time you are. He does not open brown envelopes: ring.',
  ethnicity: 'White British',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['Flat 2, Signal House', 'Northgate', 'Brackenbridge'], postcode: 'ZK1 2SH' },
  phones: [
    {
      kind: 'landline', value: '01632 960302',
      safeContact: { whoAnswers: 'Derek, on the ninth ring', times: 'After the noon chimes, not before',
      voicemail: false, text: false, post: false },
    },
  ],
  aboutMe: {
    mattersMost: self(18)`Keep the Brackenbridge regulator going. It hung in the booking hall from 1871. It loses four seconds a week;
      so do I.`,
    importantPeople: self(18)`Joan. She asked me what time it was, and then she listened to the answer.`,
    howToCommunicate: self(18)`Say what you want first. I will say no if I mean no. I am polite about it.`,
    wellness: self(18)`Good: all of them within the minute. Bad: I cannot get my breath to wind the long-case.`,
    pleaseDo: self(18)`Keep to the path. It is wide enough for the nurse’s bag; I measured it.`,
    pleaseDoNot: self(18)`Do not touch a clock. Do not say hoard.`,
    howToSupport: self(18)`Dress the leg sitting at the bench, by the lamp.`,
    alsoWorthKnowing: professional(40)`He has capacity to decide about his home and has said so three times, clearly. He smokes at the
      bench, never in bed.`,
  },
  relatives: [
    {
      name: 'Maureen Tranter', relationship: 'Sister', phone: '07700 900211', mayBeTold: [],
      mustNotBeTold: 'Anything at all: not that he has a nurse, not that we know him.',
    },
  ],
  alerts: [
    {
      category: 'environment', text: 'One path to the bed between 240 clocks; smokes; heater by the window.',
      whatToDo: prose`Fire crew: second door on the left, path is 62 cm wide. Smoke alarms are Fernlea’s, tested monthly. Keep the path;
        do not clear it.`,
      raisedBy: steph, audience: 'circle', reviewInDays: 21, visibleToPerson: true,
    },
    {
      category: 'risk_to_self', text: 'Leg ulcers with COPD: says no to hospital, with capacity.',
      whatToDo: prose`Fever, spreading redness or muddle changes things: ring Idris the same day. A no about yesterday is not a no about
        today; ask again.`,
      raisedBy: idris, audience: 'named', namedOrganisations: ['MARL-VALLEY', 'WEIRSIDE-MP', 'MARLSHIRE-CC'], reviewInDays: 14,
      visibleToPerson: true,
    },
  ],
  case: {
    openedDaysAgo: 160, reason: 'Leg ulcers in a flat that is full of clocks; the landlord has served notice once.', openedBy: 'MARL-VALLEY',
    team: 'NORTHGATE-WEIRSIDE-INT', status: 'active', contactEveryDays: 7, keyWorker: idris,
    whoToRingNow: 'Idris Vaughan; Rapid Response, 01632 960113, at night.', nextReviewInDays: 5,
  },
  circle: [
    {
      organisation: 'MARL-VALLEY', team: 'DISTRICT-NURSING', worker: idris, does: 'Key worker; dresses both legs',
      daysTimes: 'Tuesdays and Fridays after twelve', categories: directCare, joinedDaysAgo: 160,
    },
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: marcia, does: 'COPD; smoking, when he brings it up',
      categories: directCare,
      joinedDaysAgo: 160,
    },
    {
      organisation: 'MARLSHIRE-CC', team: 'ADULT-CARE', worker: pete, does: 'Shelving that a clock repairer would choose', doesNotDo: 'Clearing',
      categories: directCare, joinedDaysAgo: 90,
    },
    {
      organisation: 'FERNLEA', team: 'TENANCY-SUPPORT', worker: steph, does: 'Repairs and fire safety',
      doesNotDo: 'Anything else, rent least of all',
      categories: houseOnly, joinedDaysAgo: 140,
    },
    {
      organisation: 'AGE-WELL', worker: joan, does: 'Comes for the time of day', daysTimes: 'Wednesdays 15:00',
      categories: [...companionship, 'health', 'social_care', 'housing', 'money'], joinedDaysAgo: 110,
    },
  ],
  exclusions: [],
  objections: [{ organisation: 'FERNLEA', categories: ['health', 'mental_health', 'money', 'social_care', 'contacts'] }],
  notes: [
    {
      by: idris, daysAgo: 3, at: '12:20', kind: 'visit', about: 'person', ...forCircle('health'),
      text: prose`Left leg dry, right leg weeping less. He let me strap the bulb over the bench and take a photograph. Oxygen 91 per
        cent at rest. Said no to the clinic again, kindly; I said I would ask again on Friday.`,
    },
    {
      by: joan, daysAgo: 7, at: '16:20', kind: 'visit', about: 'person', ...forCircle('contacts'),
      text: prose`It was eight minutes past three. He has the regulator in pieces on a tea tray and knows where every piece goes. Ate
        the whole pork pie. He would like a stool with a back.`,
    },
    {
      by: steph, daysAgo: 11, at: '13:00', kind: 'visit', about: 'person', ...forCircle('housing'),
      text: prose`Two alarms tested, one new battery, heater moved from the curtain with his agreement. Path measured with him: 62 cm. I
        have asked for the window latch. No notice is planned and I told him so.`,
    },
    {
      by: pete, daysAgo: 13, at: '12:45', kind: 'visit', about: 'person', ...forCircle('social_care'),
      text: prose`Drew shelves to the ceiling on two walls: he corrected my load figures and was right. If they fit, the floor gains a
        metre and the bed can turn round.`,
    },
    {
      by: pete, daysAgo: 14, at: '10:10', kind: 'phone', about: 'relative', aboutName: 'Maureen Tranter', ...forOurselves('contacts'),
      text: prose`A Mrs Tranter rang asking whether her brother is "known to the council". I neither confirmed nor denied; she may ring
        others.`,
    },
    {
      by: marcia, daysAgo: 22, at: '14:30', kind: 'phone', about: 'person', ...forThese('health', 'MARL-VALLEY', 'AGE-WELL'),
      text: prose`Rescue pack explained again: blue tablets when the spit goes green, ring me when you start. He wrote it on the back of
        a dial. Happy for Joan to know where it is.`,
    },
    {
      by: idris, daysAgo: 27, at: '11:40', kind: 'visit', about: 'attempt', ...forCircle('contacts'),
      text: prose`Too early: it had not struck twelve. He said so through the door. Back at ten past.`,
    },
  ],
};
