import type { DemonstrationPerson } from '../types';
import { leanne, marcia, pete, steph } from './colleagues';
import { directCare, forCircle, forOurselves, forThese, houseOnly, prose, self } from './wording';

export const siobhan: DemonstrationPerson = {
  key: 'siobhan-keane-whitlock',
  nhsNumber: '9990203377',
  given: 'Siobhan',
  family: 'Keane-Whitlock',
  pronouns: 'she/her',
  birthDate: '1992-09-08',
  gender: 'Woman',
  languages: [{ language: 'English', interpreterNeeded: false }],
  communicationNeeds: 'E-mail or text rather than phone: her speech tires by the afternoon.',
  ethnicity: 'White Irish',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['Flat 6, Tern Court', 'Ferry End', 'Brackenbridge'], postcode: 'ZK4 2TC' },
  phones: [
    {
      kind: 'mobile', value: '07700 900204',
      safeContact: { whoAnswers: 'Siobhan, or Ellie if she is asleep', times: '10:00 to 14:30, school hours',
      voicemail: false, text: true, post: true },
    },
  ],
  aboutMe: {
    mattersMost: self(14)`Ten hours of paid work a week. Ellie back in the swimming squad. Being their mum, not their patient.`,
    importantPeople: self(14)`Ellie, 13, and Finn, 9. Kerry, who works for me. Their dad has them alternate weekends in Leeds.`,
    howToCommunicate: self(14)`Text first. Before half past two. I am a bookkeeper: give me the figures straight.`,
    wellness: self(45)`Good: I do the accounts in bed with tea. Bad: legs gone, eyes gone, and Ellie cooks without being asked.`,
    pleaseDo: self(45)`Ask me what the children need before you decide it.`,
    pleaseDoNot: self(45)`Do not ring the school. Do not say "children’s services" as if it were a biscuit.`,
    howToSupport: self(45)`A bathroom I can get into. There is no lift, so come up.`,
    alsoWorthKnowing: self(45)`The grant has been stuck for eleven months. I have it in a spreadsheet.`,
  },
  relatives: [
    { name: 'Ellie Whitlock', relationship: 'Daughter', livesWith: true, birthDate: '2013-05-19', mayBeTold: [] },
    { name: 'Finn Whitlock', relationship: 'Son', livesWith: true, birthDate: '2017-03-02', mayBeTold: [] },
    {
      name: 'Mark Whitlock', relationship: 'The children’s father, in Leeds', phone: '07700 900205', mayBeTold: ['contacts'],
      mustNotBeTold: 'How bad the relapses are.',
    },
    {
      name: 'Kerry Boothroyd', relationship: 'Personal assistant, 14 hours a week, employed by Siobhan', emergencyContact: true,
      phone: '07700 900206', mayBeTold: ['about_me', 'plan', 'health', 'contacts'],
    },
  ],
  alerts: [
    {
      category: 'environment', text: 'First floor, no lift. She cannot leave the flat in a relapse.',
      whatToDo: 'In a fire she is to be fetched: say so when you ring 999. Evacuation chair is on the landing.',
      raisedBy: pete, audience: 'circle', reviewInDays: 45, visibleToPerson: true,
    },
  ],
  case: {
    openedDaysAgo: 210, reason: 'Relapsing MS, two children at home, a bathroom she cannot use and a grant that nobody owns.',
    openedBy: 'MARLSHIRE-CC', team: 'NORTHGATE-WEIRSIDE-INT', status: 'active', contactEveryDays: 21, keyWorker: pete,
    whoToRingNow: 'Pete Langridge; Emergency Duty Team, 01632 960169, out of hours.', nextReviewInDays: -4,
  },
  circle: [
    {
      organisation: 'MARLSHIRE-CC', team: 'ADULT-CARE', worker: pete, does: 'Key worker; direct payment; the bathroom',
      doesNotDo: 'Anything about the children without asking her', categories: [...directCare, 'money'], joinedDaysAgo: 210,
    },
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: marcia, does: 'MS review, infusions, bladder',
      categories: [...directCare, 'mental_health'], joinedDaysAgo: 210,
    },
    {
      organisation: 'BRACKENBRIDGE-DC', team: 'ADAPTATIONS', worker: leanne, does: 'Disabled facilities grant for the level-access shower',
      categories: houseOnly, joinedDaysAgo: 330,
    },
    {
      organisation: 'FERNLEA', team: 'TENANCY-SUPPORT', worker: steph, does: 'Landlord’s permission and the bathroom works',
      doesNotDo: 'Rent, or anything but the bathroom', categories: houseOnly, joinedDaysAgo: 180,
    },
  ],
  exclusions: [],
  objections: [{ organisation: 'FERNLEA', categories: ['health', 'money', 'social_care'] }],
  notes: [
    {
      by: pete, daysAgo: 4, at: '11:00', kind: 'visit', about: 'person', ...forCircle('plan'),
      text: prose`Transfers from bed to chair on her own today. Kerry’s hours moved to mornings so that Ellie can go to the pool at six
        on Thursdays. Siobhan has two bookkeeping clients who would take five hours each.`,
    },
    {
      by: steph, daysAgo: 9, at: '10:15', kind: 'phone', about: 'person', ...forCircle('housing'),
      text: prose`Landlord’s permission for the wet room is signed and posted to Leanne today, first class. I have told our surveyor
        that the floor joist question was answered in June.`,
    },
    {
      by: leanne, daysAgo: 15, at: '15:40', kind: 'message', about: 'person', ...forCircle('housing'),
      text: prose`Grant: waiting for the landlord’s letter and nothing else. When it comes I can approve within ten working days. I am
        sorry; this one was in the wrong tray.`,
    },
    {
      by: marcia, daysAgo: 18, at: '12:10', kind: 'video', about: 'person', ...forThese('health', 'MARLSHIRE-CC'),
      text: prose`Infusion due the week after next; bloods fine. Numb left hand for four days and gone again. Talked about tiredness,
        and asked after the children, who are "brilliant and fed up".`,
    },
    {
      by: pete, daysAgo: 26, at: '14:00', kind: 'visit', about: 'person', ...forOurselves('social_care'),
      text: prose`She asked me straight whether asking for more help brings children’s services to the door. Told her what would and
        would not, and that I would say it to her before I said it to anyone. Ellie does more than a 13-year-old should; she will talk
        about it when the bathroom is done.`,
    },
    {
      by: pete, daysAgo: 27, at: '15:30', kind: 'message', about: 'attempt', ...forCircle('contacts'),
      text: prose`Texted to move the visit; no reply that day. Asleep, it turned out.`,
    },
  ],
};
