import type { DemonstrationPerson } from '../types';
import { adaeze, aidan, shanelle, sunil } from './colleagues';
import { companionship, directCare, forCircle, forOurselves, forThese, prose, self } from './wording';

/** Only these know that New Leaf is in his life. */
const whoKnow = [adaeze, aidan, sunil];

export const johnny: DemonstrationPerson = {
  key: 'johnny-bywater',
  nhsNumber: '9990719632',
  given: 'John',
  family: 'Bywater',
  preferredName: 'Johnny',
  pronouns: 'he/him',
  birthDate: '1970-03-01',
  gender: 'Man',
  languages: [{ language: 'English', interpreterNeeded: false }],
  communicationNeeds: 'His own mobile, never the landline: his father’s nurses answer it. Father and son share a name: check the year.',
  ethnicity: 'White British',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['4 Lock Cottages', 'Weirside', 'Brackenbridge'], postcode: 'ZK2 6LC' },
  phones: [
    {
      kind: 'mobile', value: '07700 900220',
      safeContact: { whoAnswers: 'Johnny', times: '14:00 to 16:00, when Dad sleeps', voicemail: false, text: true, post: false },
    },
  ],
  aboutMe: {
    mattersMost: self(15)`Seeing Dad out properly. Then my own kitchen again.`,
    importantPeople: self(15)`Dad. My daughter Carly, who is talking to me.`,
    howToCommunicate: self(15)`Text, and wait. I will ring from the towpath.`,
    wellness: self(15)`Good: I am cooking something that takes all day. Bad: I am standing in the shop, by the wrong shelf.`,
    pleaseDo: self(15)`Ask how I am, not how we are.`,
    pleaseDoNot: self(15)`Not in front of Dad’s nurses. Ever. They leave their bags in the hall.`,
    howToSupport: self(15)`Somebody to sit with Dad on Thursday evenings. I have somewhere to be.`,
    alsoWorthKnowing: self(15)`Chef for thirty years. I make a custard that a dying man will eat.`,
  },
  relatives: [
    {
      name: 'Jack Bywater', relationship: 'Father', livesWith: true, personCaresFor: true, mayBeTold: [],
      mustNotBeTold: 'Where Johnny goes on Thursdays.',
    },
    {
      name: 'Carly Bywater', relationship: 'Daughter', emergencyContact: true, phone: '07700 900221', birthDate: '1996-07-30',
      mayBeTold: ['contacts'],
    },
  ],
  alerts: [
    {
      category: 'risk_to_self', text: 'Fourteen months sober, and about to lose his father.',
      whatToDo: 'If he misses a Thursday, Aidan rings that night. No medicine in the house is his: ask, do not assume.',
      raisedBy: adaeze, audience: 'named', namedOrganisations: ['MARLSHIRE-CC', 'NEW-LEAF'], sealedTo: whoKnow,
      reviewInDays: 14, visibleToPerson: true,
    },
  ],
  case: {
    openedDaysAgo: 46, reason: 'Caring for his father, who is dying; needs help of his own, kept apart from his father’s.',
    openedBy: 'MARLSHIRE-CC',
    status: 'active', contactEveryDays: 7, keyWorker: adaeze, whoToRingNow: 'Adaeze Nwosu; Emergency Duty Team, 01632 960169, at night.',
    nextReviewInDays: 18,
  },
  circle: [
    {
      organisation: 'MARLSHIRE-CC', team: 'ADULT-CARE', worker: adaeze, does: 'Key worker; his own carer’s plan',
      categories: [...directCare, 'mental_health', 'drug_alcohol'], joinedDaysAgo: 46,
    },
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: sunil, does: 'His own doctor, not his father’s',
      categories: [...directCare, 'mental_health', 'drug_alcohol'], joinedDaysAgo: 46,
    },
    {
      organisation: 'CARERS-LANTERN', worker: shanelle, does: 'Sitter on Thursday evenings; somebody to ring after', categories: companionship,
      joinedDaysAgo: 30,
    },
    {
      organisation: 'NEW-LEAF', worker: aidan, does: 'Thursdays at seven',
      categories: ['identity', 'about_me', 'circle', 'plan', 'drug_alcohol', 'contacts'],
      discreet: { namedTo: whoKnow }, joinedDaysAgo: 45,
    },
  ],
  exclusions: [],
  objections: [
    { organisation: 'MARL-VALLEY', categories: ['drug_alcohol', 'mental_health', 'identity'], sealed: true },
    { organisation: 'ST-ELWYNS', categories: ['drug_alcohol', 'mental_health', 'identity'], sealed: true },
  ],
  notes: [
    {
      by: adaeze, daysAgo: 3, at: '14:20', kind: 'phone', about: 'person', ...forCircle('plan'),
      text: prose`From the towpath, twenty minutes. He wants one evening a week that is his, and a list of what has to be done on the
        day Dad dies, so that he does not have to think. I am writing the list.`,
    },
    {
      by: aidan, daysAgo: 5, at: '20:15', kind: 'meeting', about: 'person', ...forThese('drug_alcohol', 'MARLSHIRE-CC', 'NEW-LEAF'),
      sealedTo: whoKnow,
      text: prose`Fourteen months on Sunday. He cooked for the group. Plan for the first night alone in the house: Carly’s sofa, phone
        on, me on the other end.`,
    },
    {
      by: shanelle, daysAgo: 8, at: '11:00', kind: 'phone', about: 'person', ...forCircle('contacts'),
      text: prose`Sitter agreed for Thursdays, six to nine; Maggie, who nursed. He did not say where he goes and I did not ask.`,
    },
    {
      by: sunil, daysAgo: 12, at: '17:30', kind: 'visit', about: 'person', ...forCircle('health'),
      text: prose`Blood pressure 148 over 92, not sleeping. No tablets for now; we agreed on food before midnight and a walk. Back in
        three weeks.`,
    },
    {
      by: adaeze, daysAgo: 18, at: '15:10', kind: 'message', about: 'attempt', ...forCircle('contacts'),
      text: prose`Two texts, no answer until evening. A bad day with his father’s breathing, nothing else.`,
    },
    {
      by: adaeze, daysAgo: 19, at: '10:00', kind: 'meeting', about: 'person', ...forOurselves('social_care'),
      text: prose`Carer’s assessment signed off; break money agreed at £20 a week. His record is never to be opened beside his father’s
        on one screen.`,
    },
  ],
  spokeAlone: {
    by: adaeze, daysAgo: 45, alone: true, present: [],
    said: 'You, Dr Perera and Aidan. Dad’s nurses are lovely and they are not to know. Not a word at the house.',
  },
};
