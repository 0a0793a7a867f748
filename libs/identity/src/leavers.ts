/** What would be nobody's when a colleague leaves. */
export const OWNED_KINDS = ['lead', 'asked', 'cover', 'step', 'draft', 'referral', 'service', 'volunteer', 'helper'] as const;
export type OwnedKind = (typeof OWNED_KINDS)[number];

/** How much of a kind: for an administrator, who sees no records and learns of nobody by it. */
export interface Owned {
  readonly kind: OwnedKind;
  readonly count: number;
}

const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);
const several = (n: number, one: string, more: string): string => (n === 1 ? `1 ${one}` : `${n} ${more}`);
const WORDS: Record<OwnedKind, (n: number) => string> = {
  lead: (n) => `is still a key worker, of ${people(n)}`,
  asked: (n) => `is asked to be key worker of ${people(n)}`,
  cover: (n) => `stands in for the key worker of ${people(n)}`,
  step: (n) => `still has ${several(n, 'step of a plan', 'steps of plans')} to do`,
  draft: (n) => `is writing ${several(n, 'plan', 'plans')}`,
  referral: (n) => `is to answer ${several(n, 'referral', 'referrals')}`,
  service: (n) => `receives the referrals of ${several(n, 'service', 'services')}`,
  volunteer: (n) => `answers for ${several(n, 'volunteer', 'volunteers')}`,
  helper: (n) => `is in the circle of ${people(n)} by name`,
};

/** "is still a key worker, of 3 people" */
export const ownedInWords = ({ kind, count }: Owned): string => WORDS[kind](count);

/** Nobody goes while they own it. To be in a circle by name keeps nobody: who else helps is for whoever coordinates, and is told. */
export const keeps = ({ kind }: Owned): boolean => kind !== 'helper';

/** Who hands it on: what is about people the team manager, the rest the administrator. */
export const handedOnBy = ({ kind }: Owned): 'administrator' | 'team manager' => (kind === 'volunteer' || kind === 'service' || kind === 'referral' ? 'administrator' : 'team manager');
