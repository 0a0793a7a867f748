import { localDay } from '@app/kernel';
import type { Attended, LeftOutBecause, Occasion, Review, ReviewInvitee, ReviewKind, ReviewMode, ReviewState } from '@app/reviews';
import { formatDate, formatDateTime, Overdue, plural, Tag, type Html } from '@app/web-kit';

export const KIND_WORDS: Record<ReviewKind, string> = { planned: 'Planned review', unplanned: 'Unplanned review', discharge: 'Review after a stay in hospital', closure: 'Closing review' };
export const OCCASION_WORDS: Record<Occasion, string> = {
  time: 'It is time for it', hospital: 'A stay in hospital', carer: 'Something about the family carer', provider: 'A service has failed or ended', change_in_need: 'Needs have changed', commissioning: 'What is paid for has changed',
  person_asked: 'The person asked for it', no_contact: 'Nobody has reached them', other: 'Another reason',
};
export const MODE_WORDS: Record<ReviewMode, string> = { desk: 'Without a meeting: everybody writes', call: 'A short call', meeting: 'A full meeting', home: 'At the person’s home' };
export const STATE_WORDS: Record<ReviewState, string> = {
  due: 'Due, no day yet', scheduled: 'Booked, nobody asked yet', rescheduled: 'Moved to another day', contributions_open: 'Everybody is asked', in_session: 'Going on now', incomplete: 'Not finished',
  paused_unable: 'Could not be held', writing_up: 'Being written up', shared_for_check: 'Shared for everybody to check', closed: 'Closed', cancelled: 'Called off',
};
const COLOURS: Record<ReviewState, string> = {
  due: 'yellow', scheduled: 'blue', rescheduled: 'blue', contributions_open: 'blue', in_session: 'purple', incomplete: 'orange', paused_unable: 'orange', writing_up: 'purple', shared_for_check: 'purple', closed: 'green', cancelled: 'grey',
};
export const LEFT_OUT_WORDS: Record<LeftOutBecause, string> = {
  person_does_not_want: 'The person does not want it', not_concerned: 'Nothing in this review concerns them', they_asked: 'They asked not to come', other: 'Another reason: say which', confidential: 'Confidential: only I and whoever chairs know that they are left out, and why',
};
export const ATTENDED_WORDS: Record<Attended, string> = { there: 'Was there', by_phone: 'By telephone', absent: 'Was not there' };

export const StateTag = ({ review }: { review: Review }): Html => <Tag text={STATE_WORDS[review.state]} colour={COLOURS[review.state] as 'grey'} />;

/** When it is, or should be. One that could not be held is never overdue: somebody comes back to it. */
export function whenWords(review: Review, today: string): Html {
  const { state, startsAt, dueOn, returnBy, minutes, beganAt } = review;
  if (state === 'paused_unable' || state === 'incomplete') return <>Somebody comes back to it by {formatDate(returnBy ?? dueOn)}</>;
  if (startsAt && state !== 'due') return <>{formatDateTime(startsAt)}, {plural(minutes, 'minute')}{beganAt && localDay(beganAt) !== localDay(startsAt) ? `. It began on ${formatDate(localDay(beganAt))}` : null}</>;
  return <>Due on {formatDate(dueOn)}{review.isOpen && dueOn < today ? <> <Overdue /></> : null}</>;
}

/** Why somebody was left out, as whoever may know of it reads it. */
export function leftOutWords({ because, words }: ReviewInvitee): string {
  const reason = because === 'confidential' ? 'In confidence: only whoever wrote this line and whoever chairs see it' : because && because !== 'other' ? LEFT_OUT_WORDS[because] : null;
  return [reason, words].filter(Boolean).join('. ');
}

/** Why it is where it is; on one that has gone on since, why it was moved or left before. */
export const becauseWords = ({ state, because }: Review): string => (['rescheduled', 'cancelled', 'paused_unable', 'incomplete'].includes(state) ? '' : 'Why it was moved or left before: ') + (because ?? '');
