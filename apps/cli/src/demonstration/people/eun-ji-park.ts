import type { DemonstrationPerson } from '../types';
import { callum, colin, leanne, marcia, priya, sunil } from './colleagues';
import { directCare, forCircle, forThese, houseOnly, prose, self } from './wording';

export const eunJi: DemonstrationPerson = {
  key: 'eun-ji-park',
  nhsNumber: '9990588120',
  given: 'Eun-ji',
  family: 'Park',
  pronouns: 'she/her',
  birthDate: '1987-08-14',
  gender: 'Woman',
  languages: [{ language: 'English', interpreterNeeded: false }, { language: 'Korean', interpreterNeeded: false }],
  communicationNeeds: 'Write. She reads everything and answers the same day.',
  ethnicity: 'Korean',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['4 Chandler’s Yard', 'Ferry End', 'Brackenbridge'], postcode: 'ZK4 3CY' },
  phones: [{ kind: 'mobile', value: '07700 900218' }],
  account: 'person@demo.test',
  aboutMe: {
    mattersMost: self(6)`To keep translating. And a ramp that is not ugly.`,
    importantPeople: self(6)`Min-seo, my sister, in Busan. Dr Wren, who knows this condition and lives two counties away. My editor.`,
    howToCommunicate: self(6)`In writing, to me. I coordinate myself; Marcia is there for when I cannot.`,
    wellness: self(6)`Good: I forget my legs for an hour. Bad: spasms at night and then nine hours at a desk.`,
    pleaseDo: self(6)`Read what I sent before you come. Send letters as text, not as a scan.`,
    pleaseDoNot: self(6)`Do not tell me it is rare. I know. Do not say "inspiring".`,
    howToSupport: self(6)`Do your own part, on the day you said, and write down that you did.`,
    alsoWorthKnowing: self(6)`Hereditary spastic paraplegia. The specialist’s advice applies to everyone: stretch daily, no long bed
      rest, ever.`,
  },
  relatives: [
    {
      name: 'Park Min-seo', relationship: 'Sister, in Busan', emergencyContact: true, phone: '07700 900219', mayBeTold: ['health', 'contacts'],
    },
  ],
  alerts: [
    {
      category: 'information', text: 'Hereditary spastic paraplegia: bed rest does lasting harm.',
      whatToDo: prose`In hospital: stand and stretch her twice a day from the first day; keep baclofen times exact. Specialist’s letter
        is in documents.`,
      raisedBy: marcia, audience: 'circle', reviewInDays: 120, visibleToPerson: true,
    },
  ],
  case: {
    openedDaysAgo: 330, reason: 'Asked for a record that she could coordinate herself.', openedBy: 'WEIRSIDE-MP', status: 'monitoring',
    contactEveryDays: 42, keyWorker: marcia, whoToRingNow: 'Herself first; then Marcia Bell.', nextReviewInDays: 55,
  },
  circle: [
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: marcia, does: 'Key worker in the background; medicines',
      categories: [...directCare, 'mental_health'], joinedDaysAgo: 330,
    },
    {
      organisation: 'MARL-VALLEY', team: 'COMMUNITY-THERAPY', worker: callum, does: 'Stretching and strength; Priya: desk and doorway',
      categories: directCare, joinedDaysAgo: 300,
    },
    {
      organisation: 'BRACKENBRIDGE-DC', team: 'ADAPTATIONS', worker: leanne, does: 'The ramp', categories: houseOnly, joinedDaysAgo: 100,
    },
    {
      organisation: 'SALTMARSH', worker: colin, does: 'Helped with a disability benefit form', categories: ['identity', 'money', 'contacts'],
      joinedDaysAgo: 200, left: { daysAgo: 150, because: 'Eun-ji withdrew it: the form was done and she does the next one herself' },
    },
  ],
  exclusions: [],
  objections: [
    { organisation: 'BRACKENBRIDGE-DC', categories: ['mental_health'] },
    { organisation: 'FERNLEA', categories: ['mental_health'] },
    { organisation: 'SALTMARSH', categories: ['mental_health', 'health'] },
  ],
  notes: [
    {
      by: callum, daysAgo: 6, at: '08:30', kind: 'video', about: 'person', ...forCircle('health'),
      text: prose`Went through her own stretching log: 26 days of 28. Ankles gained four degrees. She has rewritten my leaflet and it is
        better; may I use it for others? She says with her name on it.`,
    },
    {
      by: leanne, daysAgo: 11, at: '11:10', kind: 'message', about: 'person', ...forCircle('housing'),
      text: prose`Sent three ramp drawings. The corten steel one with planting is within the grant by £40. Conservation officer has no
        objection.`,
    },
    {
      by: marcia, daysAgo: 21, at: '17:00', kind: 'message', about: 'person', ...forCircle('plan'),
      text: prose`Eun-ji’s own plan, version 3, read and saved as she sent it. She asks nothing of me until spring but the baclofen
        prescription. Done today.`,
    },
    {
      by: sunil, daysAgo: 29, at: '12:40', kind: 'phone', about: 'person', ...forThese('mental_health', 'WEIRSIDE-MP'),
      text: prose`Flat for six weeks, sleeping four hours. Wants talking therapy by text, and wants it to stay in this building. It
        does.`,
    },
    {
      by: priya, daysAgo: 33, at: '14:20', kind: 'visit', about: 'person', ...forCircle('social_care'),
      text: prose`Desk raised 3 cm, foot rest angled, door closer slowed. Forty minutes, no follow-up needed; she will write if so.`,
    },
  ],
};
