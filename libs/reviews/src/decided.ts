import type { SeenContribution } from './contributions.queries';
import type { ReviewContribution } from './review-contribution.entity';
import type { ReviewItem } from './review-item.entity';

/** As many characters as a step of a plan holds. */
const LONGEST_STEP = 500;

/**
 * How something that was put down to be done stands to the plan: there already, ready to be taken in, waiting for whoever is to do it, not done by them, about no
 * goal, for a few only, or too long for a step.
 */
export type Decided = 'taken' | 'ready' | 'waits' | 'declined' | 'no_goal' | 'sealed' | 'too_long';

/** A goal or a step, by the id that it keeps. */
interface Line { readonly itemId: string }
export interface GoalAndSteps { readonly goal: Line; readonly actions: readonly Line[] }

/** The goal that a point is about, by its id: itself, or that of its step; null where it is about none of these. */
export function goalOf({ kind, aboutId }: Pick<ReviewItem, 'kind' | 'aboutId'>, goals: readonly GoalAndSteps[]): string | null {
  if (kind !== 'goal' && kind !== 'step') return null;
  return goals.find(({ goal, actions }) => (kind === 'goal' ? goal.itemId === aboutId : actions.some((one) => one.itemId === aboutId)))?.goal.itemId ?? null;
}

/** What whoever is to do it says of that, for their own organisation; what they said to other words is no answer to these. */
export const promiseTo = ({ id, doerOrganisationId, decided }: Pick<ReviewItem, 'id' | 'doerOrganisationId' | 'decided'>, all: readonly SeenContribution[]): ReviewContribution | null =>
  all.find(({ contribution: one }) => one.kind === 'promise' && one.aboutId === id && one.ownerOrganisationId === doerOrganisationId && one.aboutText === decided)?.contribution ?? null;

/** Is something to be done by an organisation that has to say first whether it does? What the person and whoever holds the review do was agreed when it was put down. */
export const asksDoer = ({ outcome, doerOrganisationId, ownerOrganisationId }: Pick<ReviewItem, 'outcome' | 'doerOrganisationId' | 'ownerOrganisationId'>): boolean =>
  outcome === 'action' && doerOrganisationId !== null && doerOrganisationId !== ownerOrganisationId;

/** @param isThere whether the step that it became still stands */
export function decidedOf(point: ReviewItem, promise: ReviewContribution | null, { goalId, isThere }: { goalId: string | null; isThere: boolean }): Decided | null {
  if (point.outcome !== 'action') return null;
  if (isThere) return 'taken';
  if (promise?.answer === 'declines') return 'declined';
  if (promise?.answer !== 'accepts' && asksDoer(point)) return 'waits';
  if (point.sealedTo !== null) return 'sealed';
  if (goalId === null) return 'no_goal';
  return [...(point.decided ?? '')].length > LONGEST_STEP ? 'too_long' : 'ready';
}
