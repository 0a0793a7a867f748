import type { Impact } from '@app/organisations';
import { plural } from '@app/web-kit';

interface ImpactWords {
  /** over the list */
  readonly title: string;
  /** what its last column says */
  readonly what: string;
  readonly counted: (n: number) => string;
}

export const IMPACT_WORDS: Readonly<Record<Impact, ImpactWords>> = {
  colleague: { title: 'People who work there', what: 'Work', counted: (n) => (n === 1 ? '1 person works there' : `${n} people work there`) },
  helped: { title: 'People whom they help', what: 'Who helps', counted: (n) => (n === 1 ? '1 person is helped by them' : `${n} people are helped by them`) },
  lead: { title: 'Cases that they lead', what: 'Key worker', counted: (n) => plural(n, 'case') },
  step: { title: 'Steps that they do', what: 'Who does it', counted: (n) => plural(n, 'step') },
  referral: { title: 'Referrals to them', what: 'Service', counted: (n) => plural(n, 'referral') },
  review: { title: 'Reviews that they hold', what: 'Who chairs it', counted: (n) => plural(n, 'review') },
};
