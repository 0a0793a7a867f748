import type { Review } from '@app/reviews';
import { formatDate, formatDateTime, Section, Sub, type Html } from '@app/web-kit';
import { KIND_WORDS } from './words';

/** Of one that was not held or not finished, whose day is not to be waited for any more. */
export const comesBackWords = ({ state, returnBy }: Review): string | null =>
  (returnBy && (state === 'paused_unable' || state === 'incomplete') ? `It ${state === 'incomplete' ? 'was not finished' : 'could not be held'}. We come back to it by ${formatDate(returnBy)}.` : null);

/** On one's own page: the review to come, and what was decided in those that were, in plain words. */
export function OwnReviews({ reviews, personId }: { reviews: readonly Review[]; personId: string }): Html | null {
  const coming = reviews.filter((one) => one.isOpen && one.startsAt !== null);
  const over = reviews.filter((one) => one.state === 'closed');
  return coming.length + over.length === 0 ? null : (
    <Section id="reviews" title="Reviews">
      <ul class="os-list">
        {coming.map((one) => <li><strong>We look at your plan together</strong>{comesBackWords(one) ? <Sub>{comesBackWords(one)}</Sub> : one.startsAt ? <Sub>{formatDateTime(one.startsAt)}{one.place ? `, ${one.place}` : null}</Sub> : null}<Sub>{one.chairName} asks you and everybody who helps you. Tell your key worker who else you want there.</Sub><p class="nhsuk-u-margin-bottom-0 os-noprint"><a class="nhsuk-link" href={`/me/${personId}/reviews/${one.id}`}>{one.takesContributions ? 'Say what matters to me for it' : 'What I said for it'}</a></p></li>)}
        {over.map((one) => <li id={`review-${one.id}`}><strong>{KIND_WORDS[one.kind]}, {formatDate(one.movedAt)}: what was decided</strong><p class="os-text">{one.summary}</p>{one.nextReviewOn ? <Sub>We look again on {formatDate(one.nextReviewOn)}.</Sub> : null}</li>)}
      </ul>
    </Section>
  );
}
