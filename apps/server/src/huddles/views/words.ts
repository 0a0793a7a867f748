import type { HuddleLine, HuddleOutcome, PutDown } from '@app/huddles';
import type { HuddleReason } from '@app/overviews';
import type { Review } from '@app/reviews';
import { formatDate, formatTime } from '@app/web-kit';

const REASON_WORDS: Record<HuddleReason, string> = {
  quiet: 'No conversation in the agreed time', review: 'The plan should have been looked at again', waiting: 'Waits for a key worker', fresh: 'New in the last two weeks',
  alert: 'A new alert', referral: 'A referral without an answer in time', step: 'A step of the plan is overdue', put: 'Something was put down last time',
};
export const OUTCOME_CHOICES: Record<HuddleOutcome, string> = { action: 'Somebody does something', none: 'Nothing more to do now', review: 'A full review with everybody who helps' };

/** Why somebody is on the list, as far as the reader may know. Where no rule says it to them, the words are those for whom the chair put on it. */
export const reasonWords = (reasons: readonly HuddleReason[]): string => reasons.map((reason) => REASON_WORDS[reason]).join('. ') || 'On the list of this huddle';

const MINUTES_EACH = 3;

/** How long those take who are left of the chair's own list: a number that the chair alone reads. */
export const paceWords = (left: number): string => `${left === 1 ? 'One person is' : `${left} people are`} left: ${left * MINUTES_EACH} minutes, at three minutes each`;
export const untilWords = (left: number, now: Date): string => `${paceWords(left)}, until ${formatTime(new Date(now.getTime() + left * MINUTES_EACH * 60_000))}`;

/** What was put down last time: the huddle asks what became of it. */
export const lastTimeWords = ({ decided, doerName, dueOn }: PutDown): string => `${doerName}, by ${formatDate(dueOn)}: ${decided}`;

/** That a review is planned: a huddle makes no second, and leaves its day to whoever holds it. */
export const plannedWords = ({ startsAt, dueOn }: Review): string => `One is planned already, ${startsAt ? `on ${formatDate(startsAt)}` : `due by ${formatDate(dueOn)}`}. It is that one, and whoever leads the case is told`;

/** What came of it, in a sentence. */
export function outcomeWords({ outcome, decided, doerName, dueOn, stays }: HuddleLine): string {
  if (outcome === null) return 'Not talked about yet';
  const came = outcome === 'action' ? `${doerName ?? ''}, by ${formatDate(dueOn ?? '')}: ${decided ?? ''}` : outcome === 'review' ? 'A full review is due' : 'Nothing more to do now';
  return `${came}. ${stays ? 'Stays on the list' : 'Comes off the list'}`;
}

/** The same words for everybody, whoever is on the list besides. */
export const ONLY_YOURS = 'You see the people whom you help, by name. When somebody else is talked about the chair asks you to leave, and calls you back.';
