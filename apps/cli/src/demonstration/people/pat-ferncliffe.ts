import type { DemonstrationPerson } from '../types';
import { helen, marcia, omar, patAtWork, shanelle, yusuf } from './colleagues';
import { companionship, directCare, forCircle, forOurselves, forThese, prose, self } from './wording';

export const pat: DemonstrationPerson = {
  key: 'pat-ferncliffe',
  nhsNumber: '9990677042',
  supersededNhsNumber: '9990801428',
  given: 'Patricia',
  family: 'Ferncliffe',
  preferredName: 'Pat',
  pronouns: 'she/her',
  birthDate: '1963-10-27',
  gender: 'Woman',
  languages: [{ language: 'English', interpreterNeeded: false }],
  communicationNeeds: 'Home number after six. Not at Age Well: she works there.',
  ethnicity: 'White British',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['2 Belfry Row', 'Northgate', 'Brackenbridge'], postcode: 'ZK1 1BR' },
  phones: [
    {
      kind: 'landline', value: '01632 960304',
      safeContact: { whoAnswers: 'Pat, or her mother Edna, who is deaf', times: 'After 18:00', voicemail: true, text: false, post: true },
    },
  ],
  aboutMe: {
    mattersMost: self(11)`Ring the New Year: tenor, if my hands let me. And a fortnight’s break, with nobody’s tablets in my bag.`,
    importantPeople: self(11)`Mum, Edna, 91. The band. Biscuit, who is a greyhound.`,
    howToCommunicate: self(11)`Ring in the evening. I was a vet’s receptionist: I have heard everything and I gossip about none of it.`,
    wellness: self(11)`Summers look after themselves. From November I go grey from the inside; watch for me saying "fine".`,
    pleaseDo: self(11)`Ask about the bells before you ask about the hands.`,
    pleaseDoNot: self(11)`Not a word at Age Well. I am Pat who does the lunches there.`,
    howToSupport: self(11)`Appointments after eleven; hands do not open jars or doors before.`,
    alsoWorthKnowing: self(11)`I am a woman of 63 with bad knuckles. That is the whole of it.`,
  },
  relatives: [
    {
      name: 'Edna Ferncliffe', relationship: 'Mother', livesWith: true, personCaresFor: true, birthDate: '1935-06-08', mayBeTold: ['contacts'],
      mustNotBeTold: 'The winters.',
    },
    {
      name: 'Ros Tweddle', relationship: 'Friend, tower captain', emergencyContact: true, phone: '07700 900223',
      mayBeTold: ['about_me', 'contacts'],
    },
  ],
  alerts: [
    {
      category: 'risk_to_self', text: 'Depression most winters; worst in January.',
      whatToDo: '"Fine" twice in one call: ask again, then ring Yusuf Demir the same day. At night the crisis line, 01632 960139.',
      raisedBy: yusuf, audience: 'named', namedOrganisations: ['MARLSHIRE-MHT', 'WEIRSIDE-MP'], reviewInDays: 30, visibleToPerson: true,
    },
  ],
  case: {
    openedDaysAgo: 110, reason: 'Arthritis, winters, and a mother of 91: a carer who needs a break before she needs a hospital.',
    openedBy: 'CARERS-LANTERN',
    status: 'active', contactEveryDays: 14, keyWorker: shanelle, whoToRingNow: 'Shanelle Grant; the crisis line, 01632 960139, at night.',
    nextReviewInDays: 25,
  },
  circle: [
    {
      organisation: 'CARERS-LANTERN', worker: shanelle, does: 'Key worker; the fortnight’s break', categories: [...companionship, 'social_care'],
      joinedDaysAgo: 110,
    },
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: helen, does: 'Arthritis; bloods every eight weeks with Marcia',
      categories: [...directCare, 'mental_health'], joinedDaysAgo: 110,
    },
    {
      organisation: 'MARLSHIRE-MHT', team: 'COMMUNITY-MENTAL-HEALTH', worker: yusuf, does: 'Winters',
      daysTimes: 'Fortnightly, November to March',
      categories: ['identity', 'about_me', 'circle', 'plan', 'health', 'mental_health', 'contacts'], joinedDaysAgo: 40,
    },
    {
      organisation: 'MARLSHIRE-CC', team: 'CARERS-ASSESSMENT', worker: omar, does: 'Carer’s assessment; a fortnight’s care for Edna',
      categories: [...companionship, 'social_care', 'money'], joinedDaysAgo: 80,
    },
  ],
  exclusions: [{ user: patAtWork, because: 'Her own record: she reads it as herself, not as a volunteer.' }],
  objections: [
    {
      organisation: 'AGE-WELL',
      categories: [
        'identity', 'about_me', 'circle', 'plan', 'health', 'mental_health', 'sexual_health', 'drug_alcohol', 'social_care', 'housing', 'money',
        'safeguarding', 'offences', 'immigration', 'faith_ethnicity', 'gender_history', 'domestic_abuse', 'contacts', 'documents',
      ],
    },
  ],
  notes: [
    {
      by: shanelle, daysAgo: 4, at: '18:30', kind: 'phone', about: 'person', ...forCircle('plan'),
      text: prose`Two weeks by the sea found for February, greyhound welcome. She said "who will do the lunches" and then laughed at
        herself. Edna would go to Rowan Court for the fortnight if she may bring her own chair.`,
    },
    {
      by: marcia, daysAgo: 7, at: '11:20', kind: 'visit', about: 'person', ...forCircle('health'),
      text: prose`Bloods good, methotrexate stays. Knuckles hot on the right; splint for ringing practice from Priya’s cupboard. She can
        hold the sally.`,
    },
    {
      by: yusuf, daysAgo: 11, at: '15:00', kind: 'visit', about: 'person', ...forThese('mental_health', 'WEIRSIDE-MP'),
      text: prose`Two "fines" and then the truth: waking at four, crying in the van. Safe; wants to ring the New Year. Lamp at
        breakfast, tablet up by half, see her weekly until she has.`,
    },
    {
      by: omar, daysAgo: 16, at: '18:45', kind: 'video', about: 'person', ...forCircle('social_care'),
      text: prose`Carer’s assessment finished in one go. She lifts Edna four times a day with those hands. Hoist and a fortnight’s
        replacement care both recommended; panel next month.`,
    },
    {
      by: shanelle, daysAgo: 18, at: '18:10', kind: 'phone', about: 'attempt', ...forCircle('contacts'),
      text: prose`Edna answered, delighted, and could not hear me. Tried again the day after.`,
    },
    {
      by: shanelle, daysAgo: 25, at: '12:00', kind: 'message', about: 'person', ...forOurselves('contacts'),
      text: prose`Never ring her at the lunch club: her colleagues are our partners and must not know that she is one of ours.`,
    },
  ],
  spokeAlone: {
    by: shanelle, daysAgo: 108, alone: true, present: [],
    said: 'The practice, Yusuf, you and Omar. Age Well: nothing, not even that I am on a list.',
  },
};
