import { Id, OneOf } from '@app/kernel';

export const MOVES_ASKED = ['rescheduled', 'cancelled', 'paused_unable', 'incomplete'] as const;
export type MoveAsked = (typeof MOVES_ASKED)[number];

/** What is to happen to a review, for the page that asks when and why. */
export class ChooseMove {
  @OneOf(MOVES_ASKED, { label: 'what happens' }) to?: MoveAsked | null;
}

/** Which question of a review: about a goal, or, without one, about the review as a whole. */
export class ChooseQuestion {
  @Id({ label: 'the goal' }) item?: string | null;
}

/** What was written down for the caller's organisation. */
export class ChooseSaid {
  @Id({ label: 'what was written down' }) contribution?: string | null;
}
