import type { DemonstrationPerson } from '../types';
import { idris, jo, marcia, sheila, sunil } from './colleagues';
import { directCare, forCircle, forOurselves, prose, self } from './wording';

export const rasheed: DemonstrationPerson = {
  key: 'rasheed-miah',
  nhsNumber: '9990311587',
  given: 'Rasheed',
  family: 'Miah',
  pronouns: 'he/him',
  birthDate: '1955-02-02',
  gender: 'Man',
  languages: [{ language: 'Sylheti', interpreterNeeded: true }, { language: 'English', interpreterNeeded: false }],
  communicationNeeds: prose`Good everyday English, but not for feet, kidneys or forms: book a Sylheti interpreter, never his son.
    Sylheti is spoken, not read; he does not read Bengali. Ring, or send a voice message.`,
  ethnicity: 'Bangladeshi',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['52 Tanyard Street', 'Northgate', 'Brackenbridge'], postcode: 'ZK1 4TY' },
  phones: [{ kind: 'mobile', value: '07700 900207' }, { kind: 'landline', value: '01632 960301' }],
  aboutMe: {
    mattersMost: self(33)`Cook for the allotment lunch on Fridays. Forty people. Nobody else does the dal properly.`,
    importantPeople: self(33)`Rehana, my wife, fifty years. Kamal, my son: a good boy, he does too much. Plot 14.`,
    howToCommunicate: self(33)`Talk to me. Kamal will answer for me if you let him.`,
    wellness: self(33)`Good day, boots on. Bad day, the foot smells and I say nothing, so ask.`,
    pleaseDo: self(33)`Shoes off at our door, please. Take tea. Ask about the leeks: champion three years.`,
    pleaseDoNot: self(33)`Do not come Friday between twelve and two.`,
    howToSupport: self(33)`An interpreter for the doctor. Not family. A lift to the allotment while the foot heals.`,
    alsoWorthKnowing: self(33)`I mended every bus in this county. I fast in Ramadan: plan the insulin with me before, not after.`,
  },
  relatives: [
    {
      name: 'Rehana Miah', relationship: 'Wife', mainCarer: true, livesWith: true, phone: '01632 960301',
      mayBeTold: ['about_me', 'circle', 'plan', 'health', 'social_care', 'contacts'],
    },
    {
      name: 'Kamal Miah', relationship: 'Son', emergencyContact: true, phone: '07700 900208', mayBeTold: ['contacts'],
      mustNotBeTold: 'Results, the foot, the kidneys: only appointments and transport.',
    },
  ],
  alerts: [
    {
      category: 'information', text: 'Foot ulcer with diabetes and kidney disease: a change can cost him the foot.',
      whatToDo: 'Hot, red, smelly or new pain: ring district nursing the same day, 01632 960111; at night Rapid Response, 01632 960113.',
      raisedBy: idris, audience: 'circle', reviewInDays: 30, visibleToPerson: true,
    },
  ],
  case: {
    openedDaysAgo: 130, reason: 'Diabetes, kidneys and a foot ulcer, four clinics, and a son who arranges all of it around him.',
    openedBy: 'WEIRSIDE-MP', team: 'NORTHGATE-WEIRSIDE-INT', status: 'active', contactEveryDays: 14, keyWorker: jo,
    whoToRingNow: 'Jo Whitcombe; for the foot, district nursing, 01632 960111.', nextReviewInDays: 30,
  },
  circle: [
    {
      organisation: 'MARLSHIRE-CC', team: 'ADULT-CARE', worker: jo, does: 'Key worker; books the interpreter for everybody',
      categories: directCare, joinedDaysAgo: 130,
    },
    {
      organisation: 'MARL-VALLEY', team: 'DISTRICT-NURSING', worker: idris, does: 'Dresses the foot',
      daysTimes: 'Mondays and Thursdays before 11:00',
      categories: directCare, joinedDaysAgo: 130,
    },
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: sunil, does: 'Diabetes and kidneys; Marcia adjusts insulin',
      categories: [...directCare, 'faith_ethnicity'], joinedDaysAgo: 130,
    },
    {
      organisation: 'TANDEM', worker: sheila, does: 'Lifts to the foot clinic and to the allotment on Fridays', doesNotDo: 'Carry the pots',
      categories: ['identity', 'contacts'], joinedDaysAgo: 60,
    },
  ],
  exclusions: [],
  objections: [],
  notes: [
    {
      by: idris, daysAgo: 4, at: '09:35', kind: 'visit', about: 'person', ...forCircle('health'),
      text: prose`Ulcer 14 by 9 mm, clean, pink edge: smaller for the third week. He wore the boot. Photograph taken with his leave.
        Rehana has the dressings.`,
    },
    {
      by: jo, daysAgo: 6, at: '11:00', kind: 'visit', about: 'person', ...forCircle('plan'),
      text: prose`With Mrs Begum interpreting. First time he has heard the word "kidney" in his own language, he says, and he asked
        eleven questions. He will sit to cook on Fridays: I have asked Pete for a stool that survives forty portions.`,
    },
    {
      by: sheila, daysAgo: 10, at: '16:30', kind: 'phone', about: 'person', ...forCircle('contacts'),
      text: prose`Lift booked every Friday at 09:30, back at 15:00, with room for the pots. Mr Miah paid in leeks. We are not arguing.`,
    },
    {
      by: jo, daysAgo: 13, at: '17:10', kind: 'phone', about: 'relative', aboutName: 'Kamal Miah', ...forOurselves('contacts'),
      text: prose`Kamal has moved the kidney clinic without asking his father, to suit his own shifts. Gave him the new time and nothing
        else. He is tired and kind. Offer him the carers’ assessment through Omar.`,
    },
    {
      by: marcia, daysAgo: 20, at: '10:50', kind: 'visit', about: 'person', ...forCircle('health'),
      text: prose`Average sugar down from 78 to 69. Insulin two units less at night after a low on Sunday. Plan for Ramadan pencilled
        in, with the interpreter.`,
    },
    {
      by: idris, daysAgo: 25, at: '09:30', kind: 'visit', about: 'attempt', ...forCircle('contacts'),
      text: prose`Nobody in. He was at the allotment, as his neighbour told me with some pride. Dressed it there on an upturned crate.`,
    },
  ],
};
