import { OneOf } from '@app/kernel';

export const MOVES_ASKED = ['rescheduled', 'cancelled', 'paused_unable'] as const;
export type MoveAsked = (typeof MOVES_ASKED)[number];

/** What is to happen to a review, for the page that asks when and why. */
export class ChooseMove {
  @OneOf(MOVES_ASKED, { label: 'what happens' }) to?: MoveAsked | null;
}
