import type { NeedDomain } from '@app/directory';
import type { Email, OrganisationCode } from './types';

/** Something that an organisation of the place offers. */
export interface DemonstrationService {
  key: string;
  organisation: OrganisationCode;
  /** who keeps the entry */
  by: Email;
  /** who receives its referrals; everybody who works with people there when nobody is named */
  intake?: Email[];
  name: string;
  description: string;
  needs: NeedDomain[];
  eligibility?: string;
  area?: string;
  accessibility?: string;
  capacity?: string;
  wait?: string;
  waitDaysAgo?: number;
  cost?: string;
  phone: string;
  verifiedDaysAgo: number;
  pausedBecause?: string;
}

const TOWN = 'Brackenbridge: Northgate, Weirside, Old Quarry, Ferry End';
const at = (name: string, code: string): Email => `${name}@${code.toLowerCase()}.demo.test`;

export const services: DemonstrationService[] = [
  {
    key: 'lunch-club', organisation: 'AGE-WELL', by: at('mo.brennan', 'age-well'), intake: ['voluntary@demo.test', at('mo.brennan', 'age-well')], name: 'Wednesday lunch club',
    description: 'A hot lunch, company and a lift there and back, every Wednesday in the Methodist hall.', needs: ['people_loneliness', 'daily_living'], eligibility: 'Anybody over 60', area: TOWN,
    accessibility: 'Step-free. Hearing loop. Soft and diabetic meals', capacity: '40 places', wait: 'no wait', waitDaysAgo: 6, cost: '£6 a lunch', phone: '01632 960190', verifiedDaysAgo: 20,
  },
  {
    key: 'link-work', organisation: 'AGE-WELL', by: at('mo.brennan', 'age-well'), intake: ['voluntary@demo.test', at('mo.brennan', 'age-well')], name: 'Link worker',
    description: 'Somebody who comes to the door, finds out what would help, and goes along the first time.', needs: ['people_loneliness', 'work_meaning', 'mind'], eligibility: 'Anybody over 50', area: TOWN,
    accessibility: 'We come to you', capacity: '11 people at a time', wait: 'about 2 weeks', waitDaysAgo: 6, cost: 'Free', phone: '01632 960190', verifiedDaysAgo: 20,
  },
  {
    key: 'befriending', organisation: 'AGE-WELL', by: at('mo.brennan', 'age-well'), intake: ['voluntary@demo.test', at('mo.brennan', 'age-well')], name: 'Visiting volunteers',
    description: 'The same volunteer, every week, for as long as both like it.', needs: ['people_loneliness'], eligibility: 'Anybody over 60 who is often alone', area: TOWN,
    accessibility: 'We come to you', capacity: '25 pairs', wait: 'about 8 weeks', waitDaysAgo: 30, cost: 'Free', phone: '01632 960190', verifiedDaysAgo: 20,
    pausedBecause: 'We are waiting for checks on six new volunteers. Ask again in January',
  },
  {
    key: 'carers-breaks', organisation: 'CARERS-LANTERN', by: at('shanelle.grant', 'carers-lantern'), name: 'A break for family carers', description: 'Three hours a week when somebody you know by then is with the person you care for.',
    needs: ['carer'], eligibility: 'Adults who care for somebody at home', area: TOWN, accessibility: 'At home', wait: 'about 5 weeks', waitDaysAgo: 11, cost: 'Free', phone: '01632 960191', verifiedDaysAgo: 40,
  },
  {
    key: 'young-carers', organisation: 'CARERS-LANTERN', by: at('shanelle.grant', 'carers-lantern'), intake: [at('tom.iqbal', 'carers-lantern')], name: 'Young carers’ club', description: 'Thursdays after school: pizza, football, homework, and nobody asks who is at home.',
    needs: ['carer', 'people_loneliness'], eligibility: 'Aged 8 to 17, with a parent’s agreement', area: TOWN, accessibility: 'Step-free', wait: 'no wait', waitDaysAgo: 11, cost: 'Free', phone: '01632 960191', verifiedDaysAgo: 40,
  },
  {
    key: 'warm-home', organisation: 'WARM-HEARTH', by: at('rory.ellis', 'warm-hearth'), name: 'Warm and dry home', description: 'We look at damp, draughts and the boiler, and find the money to put them right.',
    needs: ['home', 'money'], eligibility: 'People who own or rent and have an illness that the cold makes worse', area: TOWN, accessibility: 'We come to the home', capacity: '6 homes a month', wait: 'about 3 weeks', waitDaysAgo: 3,
    cost: 'Free', phone: '01632 960192', verifiedDaysAgo: 12,
  },
  {
    key: 'fuel-bills', organisation: 'WARM-HEARTH', by: at('rory.ellis', 'warm-hearth'), name: 'Fuel bills', description: 'We ring the supplier with you, and ask for what you are owed.', needs: ['money', 'home'], area: TOWN,
    accessibility: 'By phone or at home', wait: 'a few days', waitDaysAgo: 3, cost: 'Free', phone: '01632 960192', verifiedDaysAgo: 230,
  },
  {
    key: 'benefits-advice', organisation: 'SALTMARSH', by: at('colin.meakin', 'saltmarsh'), name: 'Benefits and debt advice', description: 'A whole hour with an adviser, who fills in the form with you and rings back.', needs: ['money'],
    area: 'Marlshire', accessibility: 'Step-free. Phone and video. Interpreters', wait: 'about 4 weeks', waitDaysAgo: 9, cost: 'Free', phone: '01632 960193', verifiedDaysAgo: 9,
  },
  {
    key: 'talk-again', organisation: 'TALK-AGAIN', by: at('val.hope', 'talk-again'), name: 'Conversation after a stroke', description: 'Groups of six, with time, paper and pictures, for people whose words went.', needs: ['people_loneliness', 'mind', 'body'],
    eligibility: 'Anybody who has had a stroke, and whoever they bring', area: TOWN, accessibility: 'Step-free. Quiet room', wait: 'next group in 3 weeks', waitDaysAgo: 15, cost: 'Free', phone: '01632 960194', verifiedDaysAgo: 33,
  },
  {
    key: 'lifts', organisation: 'TANDEM', by: at('sheila.dunn', 'tandem'), intake: [at('sheila.dunn', 'tandem')], name: 'Lifts with a volunteer driver', description: 'To the surgery, the shops or the choir, and the driver waits.', needs: ['transport_environment'],
    area: 'Brackenbridge and 15 miles round it', accessibility: 'Two cars take a folded wheelchair', wait: 'ring two days before', waitDaysAgo: 2, cost: '45p a mile', phone: '01632 960195', verifiedDaysAgo: 60,
  },
  {
    key: 'welcome', organisation: 'COMMON-GROUND', by: at('selam.gebre', 'common-ground'), name: 'Welcome to Brackenbridge', description: 'Somebody who speaks your language or finds somebody who does, for letters, schools and buses.', needs: ['people_loneliness', 'work_meaning', 'spiritual_cultural'],
    eligibility: 'People who have come to live here in the last three years', area: TOWN, accessibility: 'Eleven languages', wait: 'about a week', waitDaysAgo: 8, cost: 'Free', phone: '01632 960196', verifiedDaysAgo: 25,
  },
  {
    key: 'new-leaf', organisation: 'NEW-LEAF', by: at('aidan.foy', 'new-leaf'), name: 'Alcohol and drugs, without being told off', description: 'One worker, at your pace, and a group when you want one.', needs: ['mind', 'body'], area: 'Marlshire',
    accessibility: 'We meet where you like', wait: 'about 2 weeks', waitDaysAgo: 5, cost: 'Free', phone: '01632 960197', verifiedDaysAgo: 18,
  },
  {
    key: 'haven-row', organisation: 'HAVEN-ROW', by: at('anita.bose', 'haven-row'), name: 'Independent advisers', description: 'For anybody who is living with, or leaving, somebody who frightens them.', needs: ['safety'], area: 'Marlshire',
    accessibility: 'Where it is safe for you', wait: 'the same day', waitDaysAgo: 5, cost: 'Free', phone: '01632 960199', verifiedDaysAgo: 14,
  },
  {
    key: 'hospice-at-home', organisation: 'ST-ELWYNS', by: at('ruth.abenov', 'st-elwyns'), name: 'Hospice at home', description: 'Nurses day and night for people who want to die at home, and for who is with them.', needs: ['body', 'carer', 'spiritual_cultural'],
    eligibility: 'People who are expected to die within some months', area: 'Marlshire', accessibility: 'At home', wait: 'within 2 days', waitDaysAgo: 1, cost: 'Free', phone: '01632 960202', verifiedDaysAgo: 10,
  },
  {
    key: 'home-care', organisation: 'KESTREL', by: at('marta.lis', 'kestrel'), name: 'Care at home, Weirside round', description: 'Washing, dressing and meals, by the same five people.', needs: ['daily_living', 'body'], area: 'Weirside and Ferry End',
    accessibility: 'At home', capacity: '4 hours a week free', wait: 'about 10 days', waitDaysAgo: 4, cost: 'By assessment', phone: '01632 960204', verifiedDaysAgo: 28,
  },
  {
    key: 'respite-bed', organisation: 'ROWAN-COURT', by: at('gill.southern', 'rowan-court'), name: 'A fortnight’s stay', description: 'A room, a garden and nurses while the family rests.', needs: ['carer', 'body', 'daily_living'], area: 'Marlshire',
    accessibility: 'All rooms step-free', capacity: '2 rooms', wait: 'first free from the 20th', waitDaysAgo: 7, cost: 'By assessment', phone: '01632 960206', verifiedDaysAgo: 21,
  },
  {
    key: 'supported-flat', organisation: 'MILLBROOK', by: at('karl.jensen', 'millbrook'), name: 'A flat of one’s own, with staff downstairs', description: 'Nine flats for adults with a learning disability.', needs: ['home', 'daily_living'],
    area: 'Brackenbridge', accessibility: 'Two step-free flats', capacity: 'Full', wait: 'about a year', waitDaysAgo: 60, cost: 'By assessment', phone: '01632 960207', verifiedDaysAgo: 250,
  },
  {
    key: 'care-act-advocacy', organisation: 'SPEAK-WITH', by: at('naomi.feld', 'speak-with'), name: 'Care Act advocacy', description: 'Somebody on your side in assessments, reviews and safeguarding.', needs: ['safety', 'daily_living'],
    eligibility: 'Adults who find it hard to take part and have nobody suitable to help', area: 'Marlshire', accessibility: 'BSL, Makaton, Easy Read', wait: 'about a week', waitDaysAgo: 13, cost: 'Free', phone: '01632 960201', verifiedDaysAgo: 36,
  },
];
