import type { DemonstrationPerson } from '../types';
import { abi, bernadette, delphine, helen, idris, jo, rory } from './colleagues';
import { companionship, directCare, forCircle, forOurselves, forThese, houseOnly, prose, self } from './wording';

export const margery: DemonstrationPerson = {
  key: 'margery-plumtree-oduya',
  nhsNumber: '9990120412',
  given: 'Margery',
  family: 'Plumtree-Oduya',
  pronouns: 'she/her',
  birthDate: '1944-05-03',
  gender: 'Woman',
  languages: [{ language: 'English', interpreterNeeded: false }],
  communicationNeeds: 'Large print, 20 point, black on cream. Say who you are as you come in: she knows voices, not faces.',
  ethnicity: 'White British',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['9 Weir Lane', 'Weirside', 'Brackenbridge'], postcode: 'ZK2 3PL' },
  phones: [{ kind: 'landline', value: '01632 960300' }, { kind: 'mobile', value: '07700 900200' }],
  aboutMe: {
    mattersMost: self(21)`Singing the Fauré at Easter, sitting down if I must. Second alto, forty-one years. Being at home with Tunde.`,
    importantPeople: self(21)`Tunde, my husband. Bisi in Calgary, who rings on Sundays. Duncan, who worries. The altos.`,
    howToCommunicate: self(21)`Large print, and tell me who you are. I was the first woman bus inspector in this county: I can take bad
      news standing up. Do not call me Madge.`,
    wellness: self(60)`A good day: I get to the end of a phrase on one breath. A bad day: two pillows are not enough, my ankles are
      tight and I am short with people.`,
    pleaseDo: self(60)`Ask me first and Tunde second. Bring the cricket score if there is one.`,
    pleaseDoNot: self(12)`Do not send me to the day centre. I tried it. They gave us balloons.`,
    howToSupport: self(60)`Mornings after ten, when the water tablet has finished with me. I can wash, I cannot do stockings.`,
    alsoWorthKnowing: self(60)`I keep the scores of matches nobody else saw. The north bedroom is damp; we sleep in the front now.`,
  },
  relatives: [
    {
      name: 'Tunde Oduya', relationship: 'Husband', mainCarer: true, emergencyContact: true, livesWith: true, birthDate: '1941-08-22',
      phone: '01632 960300', mayBeTold: ['about_me', 'circle', 'plan', 'health', 'social_care', 'housing', 'contacts'],
    },
    {
      name: 'Bisi Plumtree-Oduya', relationship: 'Daughter, in Calgary', mayBeTold: ['about_me', 'plan', 'health', 'contacts'],
    },
    {
      name: 'Duncan Plumtree', relationship: 'Son, in Northgate', phone: '07700 900201', mayBeTold: ['contacts'],
      mustNotBeTold: 'Money, ever. He may know about appointments and nothing else.',
    },
  ],
  alerts: [
    {
      category: 'information', text: 'Oxygen only as prescribed: 88 to 92 per cent.',
      whatToDo: prose`Her oxygen alert card is on the inside of the front door. Sit her up, ring the community matron, then 999 if her
        lips are blue.`,
      raisedBy: bernadette, audience: 'circle', reviewInDays: 60, visibleToPerson: true,
    },
    {
      category: 'environment', text: 'The back step is broken and unlit.',
      whatToDo: 'Use the front door; ring twice and wait, Tunde comes slowly.',
      raisedBy: abi, audience: 'circle', reviewInDays: 30, visibleToPerson: true,
    },
  ],
  case: {
    openedDaysAgo: 290, reason: 'Two admissions in one winter with heart failure and COPD, and a husband who does everything.',
    openedBy: 'WEIRSIDE-MP', team: 'NORTHGATE-WEIRSIDE-INT', status: 'active', contactEveryDays: 14, keyWorker: jo,
    whoToRingNow: 'Jo Whitcombe in working hours; Rapid Response, 01632 960113, at night.', nextReviewInDays: 9,
  },
  circle: [
    {
      organisation: 'MARLSHIRE-CC', team: 'ADULT-CARE', worker: jo, does: 'Key worker: holds the plan, chases what was promised',
      doesNotDo: 'Medicines', daysTimes: 'Visits about every fortnight', categories: [...directCare, 'money'], joinedDaysAgo: 290,
    },
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: helen, does: 'Heart failure and COPD, medicines, yearly review',
      categories: [...directCare, 'mental_health'], joinedDaysAgo: 290,
    },
    {
      organisation: 'MARL-VALLEY', team: 'DISTRICT-NURSING', worker: bernadette, does: 'Breathing, weight, ankles; Idris’s nurses call weekly',
      daysTimes: 'Mondays, late morning', categories: directCare, joinedDaysAgo: 280,
    },
    {
      organisation: 'KESTREL', team: 'HOME-CARE', worker: abi, does: 'Stockings and breakfast', doesNotDo: 'Weekends',
      daysTimes: 'Monday to Friday 08:15', categories: ['identity', 'about_me', 'circle', 'plan', 'health', 'social_care', 'contacts'],
      joinedDaysAgo: 150,
    },
    {
      organisation: 'AGE-WELL', worker: delphine, does: 'Gets her to choir; keeps an eye on how Tunde is', doesNotDo: 'Personal care',
      daysTimes: 'Tuesdays and Thursdays', categories: [...companionship, 'social_care', 'housing'], joinedDaysAgo: 200,
    },
    {
      organisation: 'WARM-HEARTH', worker: rory, does: 'Damp in the north bedroom, boiler from 1994', categories: houseOnly, joinedDaysAgo: 45,
    },
  ],
  exclusions: [],
  objections: [],
  notes: [
    {
      by: jo, daysAgo: 3, at: '11:10', kind: 'visit', about: 'person', ...forCircle('plan'),
      text: prose`Margery has tried the perching stool at the piano and sang me eight bars to prove it. She agrees with the plan, "but
        not the day centre, I tried it". I have taken it out. Next: ask Tandem about a lift to Thursday rehearsals.`,
    },
    {
      by: idris, daysAgo: 5, at: '10:40', kind: 'visit', about: 'person', ...forCircle('health'),
      text: prose`Weight 61.2 kg, up 0.4 in a week; ankles soft, no more than last time. Breathless at the top of the stairs, settled in
        four minutes. She knows to ring if she gains a kilo in two days. Nurses again on Monday.`,
    },
    {
      by: abi, daysAgo: 6, at: '08:50', kind: 'visit', about: 'relative', aboutName: 'Tunde Oduya', ...forCircle('social_care'),
      text: prose`Tunde had laid the table for supper at breakfast time and laughed it off. That is the third morning. He asked me not
        to tell Margery, so I am telling Jo.`, visibleToPerson: false,
    },
    {
      by: delphine, daysAgo: 7, at: '14:15', kind: 'phone', about: 'person', ...forCircle('contacts'),
      text: prose`Choir has moved to the Methodist hall for December: level entrance, radiators that work. She is pleased. I will meet
        her at the door on Thursday.`,
    },
    {
      by: rory, daysAgo: 12, at: '09:30', kind: 'visit', about: 'person', ...forCircle('housing'),
      text: prose`North bedroom wall reads 24 per cent damp behind the wardrobe: gutter first, then plaster. Boiler is from 1994 and
        safe but poor. Grant form filled in with Mrs Plumtree-Oduya; we should hear in four weeks.`,
    },
    {
      by: delphine, daysAgo: 14, at: '16:05', kind: 'visit', about: 'relative', aboutName: 'Tunde Oduya', ...forOurselves('contacts'),
      text: prose`Tunde sat with me while she rehearsed. He said "I write it all down now." Talk to Jo on Thursday about who looks after
        him.`,
    },
    {
      by: jo, daysAgo: 17, at: '15:20', kind: 'phone', about: 'relative', aboutName: 'Duncan Plumtree', ...forOurselves('contacts'),
      text: prose`Duncan rang: thinks it is time for a home and asked what she has in the bank. I told him the date of the chest clinic
        and that his mother speaks for herself. He was civil.`,
    },
    {
      by: helen, daysAgo: 24, at: '12:00', kind: 'visit', about: 'person', ...forThese('health', 'MARL-VALLEY', 'MARLSHIRE-CC'),
      text: prose`Home visit. Fluid tablet up to 40 mg in the morning, bloods in ten days. We talked about what she would want next
        winter: treatment at home first, hospital if it would get her back to singing.`,
    },
    {
      by: jo, daysAgo: 25, at: '10:05', kind: 'phone', about: 'attempt', ...forCircle('contacts'),
      text: prose`No answer on the landline or the mobile at ten and again at two. Abi had seen her at a quarter past eight, well.`,
    },
  ],
  spokeAlone: {
    by: jo, daysAgo: 60, alone: true, present: [],
    said: prose`Everybody who looks after me may know what they need. The heating man may know about the house. Duncan: appointments,
      never money.`,
    agreed: { answer: 'yes', how: 'face_to_face', words: 'Everybody who looks after me may know what they need.' },
  },
};
