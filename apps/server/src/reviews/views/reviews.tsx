import { fullName } from '@app/persons';
import { EmptyState, formatDate, Hidden, Overdue, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { ReviewsModel } from '../reviews.desk';
import { aReview } from './sample';
import { KIND_WORDS, MODE_WORDS, StateTag, whenWords } from './words';

interface ReviewsPageProps extends ReviewsModel {
  ctx: PageContext;
  today: string;
}

/** The reviews of one person: the one to come, and what came of those that were. */
export function ReviewsPage({ ctx, identity, reviews, open, mayPlan, today }: ReviewsPageProps): Html {
  const at = `/people/${identity.person.personId}/reviews`;
  const name = identity.person.preferred ?? identity.person.given;
  const isPlanned = reviews.some((one) => one.isOpen);
  return (
    <PersonShell ctx={ctx} identity={identity} tab="reviews" title="Reviews" today={today}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(identity.person)}: </Hidden>Reviews</h1>
      <p>Everybody who helps {name} looks at the plan together, with {name}, and decides what goes on, what changes and who does it.</p>
      {isPlanned ? null : open?.nextReviewOn
        ? <p>The next review is due on {formatDate(open.nextReviewOn)}.{open.nextReviewOn < today ? <> <Overdue /></> : null}</p>
        : <p>{open ? 'No day for the next review is set.' : 'No case is open: a review belongs to one.'}</p>}
      {mayPlan && !isPlanned ? <p class="os-actions os-noprint"><a class="nhsuk-button" href={`${at}/new`} role="button">Plan a review</a></p> : null}
      {reviews.length === 0
        ? <EmptyState title="No review that you can see"><p>{mayPlan ? 'Plan one, and everybody who helps is asked.' : 'When you are asked to one it is listed here. Ask the key worker for one at any time.'}</p></EmptyState>
        : (
          <Section id="all" title="All reviews">
            <ul class="os-list">
              {reviews.map((review) => (
                <li>
                  <a class="nhsuk-link" href={`${at}/${review.id}`}>{KIND_WORDS[review.kind]}</a> <StateTag review={review} />
                  <Sub>{whenWords(review, today)}</Sub>
                  <Sub>{MODE_WORDS[review.mode]}</Sub>
                </li>
              ))}
            </ul>
          </Section>
        )}
    </PersonShell>
  );
}

const over = aReview({ id: '0190aaaa-0000-7000-8000-000000007002', state: 'cancelled', because: 'She is on holiday' });
const paused = aReview({ state: 'paused_unable', because: 'She was asleep', returnBy: '2026-12-10' });

export const states: PageStates = {
  full: () => <ReviewsPage ctx={keyWorker} identity={sampleIdentity} reviews={[aReview(), over]} open={null} mayPlan today={TODAY} />,
  due: () => <ReviewsPage ctx={keyWorker} identity={sampleIdentity} reviews={[aReview({ state: 'due', startsAt: null, dueOn: '2026-12-01' }), paused]} open={null} mayPlan today={TODAY} />,
  bare: () => <ReviewsPage ctx={keyWorker} identity={bareIdentity} reviews={[over]} open={null} mayPlan={false} today={TODAY} />,
  empty: () => <ReviewsPage ctx={keyWorker} identity={bareIdentity} reviews={[]} open={null} mayPlan today={TODAY} />,
};
