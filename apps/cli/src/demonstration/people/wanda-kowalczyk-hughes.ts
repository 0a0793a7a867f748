import type { DemonstrationPerson } from '../types';
import { adaeze, bernadette, gill, nadia, naomi, sunil } from './colleagues';
import { carer, directCare, forCircle, forOurselves, forThese, professional, prose, self } from './wording';

export const wanda: DemonstrationPerson = {
  key: 'wanda-kowalczyk-hughes',
  nhsNumber: '9990481555',
  given: 'Wanda',
  family: 'Kowalczyk-Hughes',
  preferredName: 'Pani Wanda',
  pronouns: 'she/her',
  birthDate: '1950-04-19',
  gender: 'Woman',
  languages: [{ language: 'English', interpreterNeeded: false }, { language: 'Polish', interpreterNeeded: false }],
  communicationNeeds: 'Polish comes first when she is tired. Short sentences, her name first, glasses on and hearing aid in.',
  ethnicity: 'White Polish',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['Room 12, Rowan Court Nursing Home', 'Old Quarry', 'Brackenbridge'], postcode: 'ZK3 1RC' },
  phones: [
    {
      kind: 'landline', value: '01632 960206',
      safeContact: { whoAnswers: 'Rowan Court; ask for Gill', times: 'Any', voicemail: false, text: false, post: true },
    },
  ],
  aboutMe: {
    mattersMost: self(35)`Mass on the radio, Sunday, nine o’clock. My accordion where I can see it.`,
    importantPeople: carer(35)`Halina: me, her niece. Alun, who plays her records. Her Emrys, who died; she talks to him and it does her
      good.`,
    howToCommunicate: carer(35)`Halina: say "Pani Wanda", sit down, wait. If she says no in Polish she means it.`,
    wellness: carer(35)`Halina: humming is well. Plucking at her sleeve is pain: look at her back.`,
    pleaseDo: self(35)`Let me feel cloth. I know a good worsted with my eyes shut.`,
    pleaseDoNot: carer(35)`Halina: do not ask her what day it is. Do not talk about the house in front of her.`,
    howToSupport: professional(20)`Turn two-hourly at night by the chart on the door; cushion goes with her everywhere.`,
    alsoWorthKnowing: carer(35)`Halina: she was a textile engineer and played in a dance band. She will dance sitting down.`,
  },
  relatives: [
    {
      name: 'Halina Kowalczyk', relationship: 'Niece', emergencyContact: true, phone: '07700 900212', account: 'carer@demo.test',
      mayBeTold: ['identity', 'about_me', 'circle', 'plan', 'health', 'social_care', 'contacts'],
      lpa: { kind: 'health_and_welfare', state: 'verified' },
    },
    {
      name: 'Gareth Hughes', relationship: 'Stepson', phone: '07700 900213', mayBeTold: [],
      mustNotBeTold: 'Wanda said so while she could: not to be told. He wants the house sold.',
    },
    { name: 'Alun Hughes', relationship: 'Stepson', phone: '07700 900214', mayBeTold: ['about_me', 'contacts'] },
  ],
  alerts: [
    {
      category: 'information', text: 'Pressure ulcer on the sacrum, grade 3, healing.',
      whatToDo: 'Never longer than two hours on her back. Ring the community matron if it smells, or she stops humming.',
      raisedBy: bernadette, audience: 'circle', reviewInDays: 14, visibleToPerson: true,
    },
    {
      category: 'safeguarding', text: 'Pressure on Wanda about the house.',
      whatToDo: 'No papers to be signed in her room. If anybody brings some, ring Adaeze Nwosu, 01632 960162.',
      raisedBy: adaeze, audience: 'named', namedOrganisations: ['MARLSHIRE-CC', 'ROWAN-COURT', 'SPEAK-WITH'], reviewInDays: 28,
      visibleToPerson: false,
    },
  ],
  case: {
    openedDaysAgo: 95, reason: 'From hospital to Rowan Court with a pressure ulcer; vascular dementia; a family that does not agree.',
    openedBy: 'MARL-GENERAL', team: 'NORTHGATE-WEIRSIDE-INT', status: 'active', contactEveryDays: 14, keyWorker: bernadette,
    whoToRingNow: 'Rowan Court, 01632 960206, day and night.', nextReviewInDays: 21,
  },
  circle: [
    {
      organisation: 'MARL-VALLEY', team: 'DISTRICT-NURSING', worker: bernadette, does: 'Key worker; the ulcer; her pain',
      daysTimes: 'Mondays', categories: directCare, joinedDaysAgo: 90,
    },
    {
      organisation: 'ROWAN-COURT', team: 'NURSING-HOME', worker: gill, does: 'Looks after her day and night',
      doesNotDo: 'Decide about the house',
      categories: [...directCare, 'faith_ethnicity', 'safeguarding'], joinedDaysAgo: 85,
    },
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: sunil, does: 'Weekly round at Rowan Court', categories: directCare,
      joinedDaysAgo: 95,
    },
    {
      organisation: 'MARLSHIRE-CC', team: 'ADULT-CARE', worker: adaeze, does: 'Best-interests decisions; safeguarding about the house',
      categories: [...directCare, 'money', 'safeguarding'], joinedDaysAgo: 92,
    },
    {
      organisation: 'SPEAK-WITH', worker: naomi, does: 'Speaks for Wanda when the family does not agree',
      categories: ['identity', 'about_me', 'circle', 'plan', 'social_care', 'safeguarding', 'contacts'], joinedDaysAgo: 40,
    },
    {
      organisation: 'MARL-GENERAL', team: 'TRANSFER-HUB', worker: nadia, does: 'Planned her way out of Ward 7', categories: directCare,
      joinedDaysAgo: 95, left: { daysAgo: 70, because: 'Discharged and settled' },
    },
  ],
  exclusions: [],
  objections: [],
  notes: [
    {
      by: gill, daysAgo: 1, at: '09:50', kind: 'visit', about: 'person', ...forCircle('social_care'),
      text: prose`Radio Mass at nine, rosary in her good hand, all the responses in Polish. Ate two eggs. Turned through the night
        without waking: humming by six.`,
    },
    {
      by: bernadette, daysAgo: 6, at: '11:15', kind: 'visit', about: 'person', ...forCircle('health'),
      text: prose`Ulcer 3 by 2 cm, clean, filling from the base: half what it was when she came. Pain patch is enough. Carry on as the
        chart.`,
    },
    {
      by: gill, daysAgo: 8, at: '15:30', kind: 'meeting', about: 'relative', aboutName: 'Alun Hughes', ...forCircle('about_me'),
      text: prose`Alun brought the record player and the Silesian waltzes. She conducted. Two other residents came in to listen and
        stayed to tea.`,
    },
    {
      by: adaeze, daysAgo: 13, at: '14:10', kind: 'phone', about: 'relative', aboutName: 'Gareth Hughes', ...forOurselves('safeguarding'),
      text: prose`Gareth asked for her "mental score" and the name of the home. Told him only that I could not discuss anybody. He says
        a solicitor will write. Harriet knows.`,
    },
    {
      by: naomi, daysAgo: 15, at: '10:40', kind: 'visit', about: 'person', ...forThese('plan', 'MARLSHIRE-CC', 'MARL-VALLEY', 'ROWAN-COURT'),
      text: prose`With photographs of the house and of Rowan Court she touched the garden here and said "dobrze". Twice, on two days.
        Halina heard it too.`,
    },
    {
      by: bernadette, daysAgo: 20, at: '16:00', kind: 'phone', about: 'relative', aboutName: 'Halina Kowalczyk', ...forCircle('plan'),
      text: prose`Halina agrees with no more hospital for the chest if it can be treated here. She would like to be rung at any hour,
        "even four".`,
    },
  ],
};
