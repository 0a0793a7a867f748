import { asksDoer, isOwnWord, promiseTo, type AgendaKind, type PointOutcome, type Review, type ReviewInvitee, type ReviewItem, type SeenContribution } from '@app/reviews';
import { formatDate } from '@app/web-kit';

const POINT_WORDS: Record<AgendaKind, string> = { goal: 'Goal', step: 'Overdue step', said: 'What somebody said', suggestion: 'Suggested change', topic: 'Point' };
export const OUTCOME_WORDS: Record<PointOutcome, string> = { decision: 'Decided', action: 'Somebody does something', no_change: 'Nothing changes', deferred: 'Looked at again later' };

/** Where a point comes from; what the person said themselves is theirs by name. */
export const pointWords = ({ kind, aboutId }: ReviewItem, all: readonly SeenContribution[]): string =>
  kind === 'said' && all.some(({ contribution }) => contribution.id === aboutId && isOwnWord(contribution)) ? 'What the person said' : POINT_WORDS[kind];

/** What came of a point, in a sentence; null while nothing has. */
export function outcomeWords({ outcome, decided, deferredTo, doerName, dueOn }: ReviewItem): string | null {
  if (outcome === null) return null;
  if (outcome === 'action') return `${doerName ?? ''}, by ${formatDate(dueOn ?? '')}: ${decided ?? ''}`;
  if (outcome === 'deferred') return `Looked at again on ${formatDate(deferredTo ?? '')}`;
  return outcome === 'decision' ? `Decided: ${decided ?? ''}` : 'Nothing changes';
}

/** What whoever is to do it says of that; null where nobody has to be asked. */
export function doerWords(point: ReviewItem, all: readonly SeenContribution[]): string | null {
  const promise = promiseTo(point, all);
  if (promise?.answer === 'accepts' && promise.onDate) return `${point.doerName ?? ''} does this by ${formatDate(promise.onDate)}`;
  if (promise) return `${point.doerName ?? ''} does not do this: ${promise.text ?? ''}`;
  return asksDoer(point) ? `${point.doerName ?? ''} has not said yet whether they do this` : null;
}

/** What a review has cost of people's time (demand D42); null before it is known. */
export function hoursWords({ minutesUsed, minutes }: Pick<Review, 'minutesUsed' | 'minutes'>, invitees: readonly ReviewInvitee[]): string | null {
  const there = invitees.filter((one) => one.attended === 'there' || one.attended === 'by_phone').length;
  const people = minutesUsed === null ? invitees.filter((one) => one.state === 'invited' && one.kind !== 'interpreter').length + 1 : there + 1;
  const hours = Math.round(((minutesUsed ?? minutes) * people) / 6) / 10;
  return `${people} ${people === 1 ? 'person' : 'people'}, ${minutesUsed ?? minutes} minutes: ${hours} ${hours === 1 ? 'hour' : 'hours'} of people’s time${minutesUsed === null ? ', if everybody comes' : ''}`;
}
