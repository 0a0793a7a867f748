import { compare, type CarePlan, type Difference } from '@app/care-plans';
import type { PointBeside, ReviewBeside, SeenContribution } from '@app/reviews';

/** A review that is held, beside the plan that is written after it. */
export interface WhileReviewed extends ReviewBeside {
  /** what the draft says otherwise than the plan that stands */
  readonly differences: readonly Difference[];
  /** the goal of each step, in the draft and in the plan that stands, by their ids */
  readonly goalOfStep: ReadonlyMap<string, string>;
}

/** What stands beside one goal, or beside none of them. */
export interface Heard {
  readonly said: readonly SeenContribution[];
  readonly points: readonly PointBeside[];
  readonly differences: readonly Difference[];
}

/** @param draft null while nothing is written yet @param stands the plan that is published */
export function whileReviewed(review: ReviewBeside, draft: CarePlan | null, stands: CarePlan): WhileReviewed {
  const steps = [stands, ...(draft ? [draft] : [])].flatMap(({ content }) => content.goals).flatMap(({ goal, actions }) => actions.map((one) => [one.itemId, goal.itemId] as const));
  return { ...review, differences: draft && stands.version ? compare(stands, draft) : [], goalOfStep: new Map(steps) };
}

/** What was said about a goal before and in the review, what was decided about it or one of its steps, and what of it is different from the plan that stands. */
export const aboutGoal = (review: WhileReviewed, goalId: string): Heard => heard(review, (id) => id === goalId);

/** Everything else, also about a goal that is not on the page: nothing that was said is lost. What a point repeats stands with the point. */
export function aboutNoGoal(review: WhileReviewed, goalIds: readonly string[]): Heard {
  const { said, ...others } = heard(review, (id) => id === null || !goalIds.includes(id));
  return { ...others, said: said.filter(({ contribution }) => !others.points.some(({ point }) => point.kind === 'said' && point.aboutId === contribution.id)) };
}

function heard({ contributions, points, differences, goalOfStep }: WhileReviewed, isHere: (goalId: string | null) => boolean): Heard {
  return {
    said: contributions.filter(({ contribution: { kind, aboutId } }) => kind === 'update' ? isHere(aboutId) : (kind === 'matters' || kind === 'talk') && isHere(null)),
    points: points.filter(({ goalId }) => isHere(goalId)),
    differences: differences.filter(({ kind, itemId }) => isHere(kind === 'goal' ? itemId : kind === 'action' ? (goalOfStep.get(itemId) ?? null) : null)),
  };
}
