import { Global, Injectable, Module } from '@nestjs/common';

/** What would be nobody's when a colleague leaves. */
export const OWNED_KINDS = ['lead', 'asked', 'cover', 'helper', 'step', 'draft', 'referral', 'volunteer'] as const;
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
  asked: (n) => `has been asked to be key worker of ${people(n)}`,
  cover: (n) => `stands in for the key worker of ${people(n)}`,
  helper: (n) => `is in the circle of ${people(n)} by name`,
  step: (n) => `still has ${several(n, 'step of a plan', 'steps of plans')} to do`,
  draft: (n) => `is writing ${several(n, 'plan', 'plans')}`,
  referral: (n) => `has ${several(n, 'referral', 'referrals')} open in their own name`,
  volunteer: (n) => `answers for ${several(n, 'volunteer', 'volunteers')}`,
};

/** "is still a key worker, of 3 people" */
export const ownedInWords = ({ kind, count }: Owned): string => WORDS[kind](count);
/** An administrator names another supervisor; everything else is about people, and their team manager hands it on. */
export const handedOnBy = ({ kind }: Owned): 'administrator' | 'team manager' => (kind === 'volunteer' ? 'administrator' : 'team manager');

/** A question that must go up before somebody leaves: what do they still own? Asked by whoever keeps such things. */
export abstract class LeaverQuestion {
  /** by kind, of what there is; nobody is named */
  abstract stillOwned(membershipId: string): Promise<Owned[]>;
}

/** The questions that upper modules have registered. */
@Injectable()
export class LeaverQuestions {
  private readonly questions: LeaverQuestion[] = [];

  register(question: LeaverQuestion): void {
    this.questions.push(question);
  }

  /** What the worker under this membership still owns; empty when they may go. */
  async stillOwned(membershipId: string): Promise<Owned[]> {
    const answers: Owned[] = [];
    for (const question of this.questions) answers.push(...(await question.stillOwned(membershipId)));
    return answers.filter(({ count }) => count > 0).sort((one, other) => OWNED_KINDS.indexOf(one.kind) - OWNED_KINDS.indexOf(other.kind));
  }
}

/** Stands apart from the rest of identity, so that an upper module can register without signing anybody in. */
@Global()
@Module({ providers: [LeaverQuestions], exports: [LeaverQuestions] })
export class LeaversModule {}
