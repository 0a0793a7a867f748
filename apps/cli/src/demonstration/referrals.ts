import type { NeedDomain } from '@app/directory';
import type { DeclineReason, FactKey, Outcome } from '@app/referrals';
import type { Category, Email } from './types';

/** What became of a referral, in order; days are counted from the day of seeding. */
export type DemonstrationMove =
  | { act: 'acknowledge' | 'begin' | 'wait'; daysAgo: number }
  | { act: 'ask'; daysAgo: number; question: string }
  | { act: 'accept'; daysAgo: number; promiseInDays: number }
  | { act: 'decline'; daysAgo: number; reason: DeclineReason; words: string; redirect?: string }
  | { act: 'complete'; daysAgo: number; outcome: Outcome; words: string }
  | { act: 'withdraw'; daysAgo: number; words: string };

/** A referral of the place, made by the person's key worker. */
export interface DemonstrationReferral {
  /** the person's key, or which of Jo Whitcombe's other people it is, counted from 1 */
  of: string | number;
  service: string;
  /** who answers at the service */
  receiver: Email;
  needDomain: NeedDomain;
  needText: string;
  whyNow: string;
  facts: FactKey[];
  opens: Category[];
  urgency?: 'soon' | 'urgent';
  sentDaysAgo: number;
  moves: DemonstrationMove[];
}

const delphine = 'voluntary@demo.test';
const at = (name: string, code: string): Email => `${name}@${code}.demo.test`;

export const referrals: DemonstrationReferral[] = [
  {
    of: 'rasheed-miah', service: 'link-work', receiver: delphine, needDomain: 'people_loneliness', needText: 'Somebody to go along to the allotment lunch on Fridays, until the foot has healed.',
    whyNow: 'He has missed five Fridays and says that the leeks miss him.', facts: ['name', 'age', 'language'], opens: ['about_me', 'contacts'], sentDaysAgo: 3, moves: [],
  },
  {
    of: 1, service: 'lunch-club', receiver: delphine, needDomain: 'people_loneliness', needText: 'A hot meal and company once a week.', whyNow: 'A neighbour who used to bring soup has moved away.',
    facts: ['age'], opens: ['about_me'], sentDaysAgo: 9, moves: [],
  },
  {
    of: 2, service: 'link-work', receiver: delphine, needDomain: 'work_meaning', needText: 'Would like to teach somebody to mend bicycles again.', whyNow: 'Sold the workshop in the autumn and sits in the kitchen.',
    facts: ['age', 'communication'], opens: ['about_me', 'contacts'], sentDaysAgo: 1, moves: [{ act: 'acknowledge', daysAgo: 0 }],
  },
  {
    of: 'toby-arkwright-singh', service: 'link-work', receiver: delphine, needDomain: 'work_meaning', needText: 'Practice for a Saturday job at the garden centre: the till, the bus, the boss.', whyNow: 'They interview in three weeks.',
    facts: ['age', 'communication'], opens: ['about_me'], urgency: 'soon', sentDaysAgo: 4, moves: [{ act: 'ask', daysAgo: 2, question: 'Is a Tuesday morning possible, and who else would be there?' }],
  },
  {
    of: 3, service: 'lunch-club', receiver: delphine, needDomain: 'people_loneliness', needText: 'Company at midday, and a lift.', whyNow: 'Has eaten toast since the summer.', facts: ['name', 'phone'], opens: ['about_me', 'contacts'],
    sentDaysAgo: 30, moves: [{ act: 'acknowledge', daysAgo: 29 }, { act: 'accept', daysAgo: 27, promiseInDays: -20 }, { act: 'begin', daysAgo: 20 }],
  },
  {
    of: 4, service: 'lunch-club', receiver: delphine, needDomain: 'people_loneliness', needText: 'A place where people play dominoes.', whyNow: 'The pub has closed.', facts: ['age'], opens: ['about_me'],
    sentDaysAgo: 90, moves: [{ act: 'accept', daysAgo: 86, promiseInDays: -79 }, { act: 'begin', daysAgo: 79 }, { act: 'complete', daysAgo: 40, outcome: 'achieved', words: 'I run the dominoes now' }],
  },
  {
    of: 'derek-hallam', service: 'fuel-bills', receiver: at('rory.ellis', 'warm-hearth'), needDomain: 'money', needText: 'Help with what is owed for gas.', whyNow: 'The supplier has written twice.', facts: ['age'], opens: ['housing'],
    sentDaysAgo: 8, moves: [{ act: 'decline', daysAgo: 5, reason: 'not_eligible', words: 'The meter is the landlord’s. Advice on debt would get further than we can.', redirect: 'benefits-advice' }],
  },
  {
    of: 'siobhan-keane-whitlock', service: 'benefits-advice', receiver: at('colin.meakin', 'saltmarsh'), needDomain: 'money', needText: 'A check of everything that goes with the direct payment, before ten hours’ paid work begin.',
    whyNow: 'An offer of work came last week.', facts: ['name', 'phone'], opens: ['money'], urgency: 'soon', sentDaysAgo: 12, moves: [{ act: 'accept', daysAgo: 10, promiseInDays: 6 }, { act: 'wait', daysAgo: 10 }],
  },
  {
    of: 'wanda-kowalczyk-hughes', service: 'lifts', receiver: at('sheila.dunn', 'tandem'), needDomain: 'transport_environment', needText: 'A lift for a visitor who plays records, Thursdays.', whyNow: 'The bus route was cut.', facts: ['age'], opens: ['about_me'],
    sentDaysAgo: 6, moves: [{ act: 'acknowledge', daysAgo: 5 }],
  },
  {
    of: 'eun-ji-park', service: 'warm-home', receiver: at('rory.ellis', 'warm-hearth'), needDomain: 'home', needText: 'Somebody to look at the draught where the ramp meets the door.', whyNow: 'The ramp is to be rebuilt.', facts: ['age'], opens: ['housing'],
    sentDaysAgo: 20, moves: [{ act: 'withdraw', daysAgo: 17, words: 'She has found a joiner herself.' }],
  },
  {
    of: 'jack-bywater', service: 'home-care', receiver: at('marta.lis', 'kestrel'), needDomain: 'daily_living', needText: 'Help with washing in the mornings, quiet hands, the window open.', whyNow: 'His son has not slept for a week.', facts: ['name', 'how_to_support'], opens: ['about_me', 'contacts', 'health'],
    urgency: 'urgent', sentDaysAgo: 2, moves: [{ act: 'accept', daysAgo: 1, promiseInDays: 1 }],
  },
  {
    of: 5, service: 'warm-home', receiver: at('rory.ellis', 'warm-hearth'), needDomain: 'home', needText: 'Black mould behind the bed, and a boiler that goes out at night.', whyNow: 'The cough came back in October.', facts: ['name', 'phone', 'address'], opens: ['housing'],
    sentDaysAgo: 45, moves: [{ act: 'accept', daysAgo: 43, promiseInDays: -30 }, { act: 'begin', daysAgo: 30 }],
  },
];
