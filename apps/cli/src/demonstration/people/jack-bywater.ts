import type { DemonstrationPerson } from '../types';
import { abi, helen, idris, ruth } from './colleagues';
import { directCare, forCircle, forThese, prose, self } from './wording';

export const jack: DemonstrationPerson = {
  key: 'jack-bywater',
  nhsNumber: '9990719365',
  given: 'John',
  family: 'Bywater',
  preferredName: 'Jack',
  pronouns: 'he/him',
  birthDate: '1945-03-01',
  gender: 'Man',
  languages: [{ language: 'English', interpreterNeeded: false }],
  communicationNeeds: 'Left ear. Plain words. Father and son are both John Bywater, both born on 1 March, at one address: check the year.',
  ethnicity: 'White British',
  registeredBy: 'WEIRSIDE-MP',
  gpPractice: 'WEIRSIDE-MP',
  address: { lines: ['4 Lock Cottages', 'Weirside', 'Brackenbridge'], postcode: 'ZK2 6LC' },
  phones: [{ kind: 'landline', value: '01632 960303' }],
  aboutMe: {
    mattersMost: self(8)`To die here, hearing the weir. Window open, whatever the weather.`,
    importantPeople: self(8)`Johnny, my lad. He cooks. Peg, who had the other chair.`,
    howToCommunicate: self(8)`Straight. I have pulled people out of that lock; I know what dead is.`,
    wellness: self(8)`Good hour: after the four o’clock dose. I save visitors for it.`,
    pleaseDo: self(8)`Tell me the level of the river when you come in.`,
    pleaseDoNot: self(8)`No ambulance unless Johnny says he cannot manage, and then ask Ruth first.`,
    howToSupport: self(8)`Driver set up on the left so I can see out on the right.`,
    alsoWorthKnowing: self(8)`Lock-keeper thirty-eight years. I have the flood of ’68 marked on the door frame.`,
  },
  relatives: [
    {
      name: 'Johnny Bywater', relationship: 'Son', mainCarer: true, emergencyContact: true, livesWith: true, phone: '07700 900220',
      mayBeTold: ['about_me', 'circle', 'plan', 'health', 'social_care', 'contacts', 'documents'],
      lpa: { kind: 'health_and_welfare', state: 'seen' },
    },
  ],
  alerts: [
    {
      category: 'information', text: 'Dying at home, as he wishes. The form that says so is the yellow one on the dresser, seen by Ruth Abenov.',
      whatToDo: prose`Do not bring him in. Ring St Elwyn’s, day and night: 01632 960203. Just-in-case medicines are in the tackle box,
        locked, code with Ruth.`,
      raisedBy: ruth, audience: 'circle', reviewInDays: 14, visibleToPerson: true,
    },
    {
      category: 'information', text: 'Same name, same day and month of birth, same address as his son.',
      whatToDo: 'Check the year: Jack 1945, Johnny 1970. Medicines for one must not reach the other.',
      raisedBy: idris, audience: 'circle', reviewInDays: 60, visibleToPerson: true,
    },
  ],
  case: {
    openedDaysAgo: 50, reason: 'Pancreatic cancer; wants to die at home hearing the weir.', openedBy: 'WEIRSIDE-MP', status: 'active',
    contactEveryDays: 3, keyWorker: ruth, whoToRingNow: 'St Elwyn’s, 01632 960203, day and night.', nextReviewInDays: 4,
  },
  circle: [
    {
      organisation: 'ST-ELWYNS', team: 'HOSPICE-AT-HOME', worker: ruth, does: 'Key worker; pain, breath, nights',
      daysTimes: 'Every other day, and any night',
      categories: [...directCare, 'faith_ethnicity'], joinedDaysAgo: 50,
    },
    {
      organisation: 'MARL-VALLEY', team: 'DISTRICT-NURSING', worker: idris, does: 'Syringe driver, every day', daysTimes: 'Daily about 10:00',
      categories: directCare, joinedDaysAgo: 44,
    },
    {
      organisation: 'WEIRSIDE-MP', team: 'WEIRSIDE-PRACTICE', worker: helen, does: 'Doctor; comes on Tuesdays', categories: directCare,
      joinedDaysAgo: 50,
    },
    {
      organisation: 'KESTREL', team: 'HOME-CARE', worker: abi, does: 'Wash and shave', daysTimes: 'Mornings 09:00',
      categories: ['identity', 'about_me', 'circle', 'plan', 'health', 'social_care', 'contacts'], joinedDaysAgo: 30,
    },
  ],
  exclusions: [],
  objections: [],
  notes: [
    {
      by: idris, daysAgo: 1, at: '10:05', kind: 'visit', about: 'person', ...forCircle('health'),
      text: prose`Driver changed, site clean, no extra doses overnight. River at 1.2 metres; I told him first. He slept through the
        rest.`,
    },
    {
      by: ruth, daysAgo: 2, at: '16:10', kind: 'visit', about: 'person', ...forCircle('plan'),
      text: prose`His good hour. He would like the marked door frame to go to the lock museum, and the window stays open. Pain 2 of 10.
        Weeks, perhaps short ones; he asked and I said so.`,
    },
    {
      by: ruth, daysAgo: 2, at: '16:50', kind: 'visit', about: 'relative', aboutName: 'Johnny Bywater', ...forCircle('contacts'),
      visibleToPerson: false,
      text: prose`Johnny has not slept two nights running. I offered a sitter for Thursday night and he said yes. He knows what the
        breathing will sound like.`,
    },
    {
      by: abi, daysAgo: 4, at: '09:20', kind: 'visit', about: 'person', ...forCircle('social_care'),
      text: prose`Shaved him with his own brush. He told me about the swan that got into the sluice in 1981. Ate two spoons of Johnny’s
        custard.`,
    },
    {
      by: helen, daysAgo: 6, at: '12:15', kind: 'visit', about: 'person', ...forThese('health', 'ST-ELWYNS', 'MARL-VALLEY'),
      text: prose`Seen for the certificate and for company. Stopped everything but what keeps him comfortable. He asked me to look after
        Johnny after.`,
    },
    {
      by: ruth, daysAgo: 9, at: '22:40', kind: 'phone', about: 'relative', aboutName: 'Johnny Bywater', ...forCircle('health'),
      text: prose`Rang at half past ten: restless. Talked Johnny through the second dose, rang back at eleven, both asleep by then.`,
    },
  ],
  spokeAlone: { by: ruth, daysAgo: 48, alone: true, present: [], said: 'Tell Johnny everything. He is the one who has to live with it.' },
};
