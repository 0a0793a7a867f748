import { answersWanted, waitsForMe, type MyReview, type ReviewKind } from '@app/reviews';
import { EmptyState, formatDate, formatDateTime, Overdue, Page, plural, Section, Sub, Tag, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { keyWorker, TODAY } from '../../person/views/sample';
import { COMING_WORDS } from './answer-words';
import { myReviews } from './answers-sample';
import { KIND_WORDS, STATE_WORDS } from './words';

interface MyReviewsPageProps {
  ctx: PageContext;
  today: string;
  reviews: readonly MyReview[];
}

const ANSWERED = { 'not yet': 'Not answered yet', begun: 'Begun, not sent', sent: 'Your answers are in' } as const;

/** What waits for the reader's organisation in one review. */
export function waitingWords(review: MyReview): string {
  const { toConfirm, toPromise, answered, coming } = review;
  const asks = answersWanted(review);
  const waits = [toPromise ? 'something was put down for you: say whether you do it' : null, toConfirm ? 'say whether what was written down for you is right' : null, answered === 'sent' || !asks ? null : ANSWERED[answered].toLowerCase(), coming === null && asks ? 'you have not said whether you come' : null].filter(Boolean).join(', ');
  return waits.charAt(0).toUpperCase() + waits.slice(1);
}

/** One review in a list: whose, when, and what is to do. */
export function MyReviewLine({ review, today }: { review: MyReview; today: string }): Html {
  const { personId, id, name, startsAt, state, dueOn, returnBy, readBy, reference } = review;
  return (
    <li>
      <a class="nhsuk-link" href={`/people/${personId}/reviews/${id}`}><strong>{name}</strong>, {KIND_WORDS[review.kind as ReviewKind].toLowerCase()}</a> {review.mine ? <Tag text={STATE_WORDS[state]} colour="blue" /> : null}
      <Sub>
        {returnBy && (state === 'incomplete' || state === 'paused_unable') ? <>Somebody comes back to it by {formatDate(returnBy)}</>
          : startsAt && state !== 'due' ? <>{formatDateTime(startsAt)}, {plural(review.minutes, 'minute')}</> : <>Due on {formatDate(dueOn)}{dueOn < today ? <> <Overdue /></> : null}</>}
      </Sub>
      {reference ? <Sub>Our reference: {reference}</Sub> : null}
      {waitsForMe(review) ? <Sub>{waitingWords(review)}{readBy && review.answered !== 'sent' && answersWanted(review) ? `: answer by ${formatDate(readBy)}. It takes about 6 minutes` : null}</Sub>
        : review.leftOut ? <Sub>You are not asked this time, and can read it. What you say before it is still read</Sub> : review.mine ? null : <Sub>{ANSWERED[review.answered]}{review.coming ? `. You said: ${COMING_WORDS[review.coming as 'yes'].toLowerCase()}` : null}</Sub>}
    </li>
  );
}

/** Every review that is the reader's to hold, or to which their organisation is asked; those that wait for an answer first. */
export function MyReviewsPage({ ctx, today, reviews }: MyReviewsPageProps): Html {
  const list = (some: readonly MyReview[]): Html => <ul class="os-list">{some.map((review) => <MyReviewLine review={review} today={today} />)}</ul>;
  const waiting = reviews.filter(waitsForMe);
  const [held, others] = [reviews.filter((one) => one.mine && !waitsForMe(one)), reviews.filter((one) => !one.mine && !waitsForMe(one))];
  return (
    <Page ctx={ctx} title="My reviews" wide>
      <h1 class="nhsuk-heading-l">My reviews</h1>
      <p class="os-noprint">Of several people in one sitting: <a class="nhsuk-link" href="/huddles">the huddle of your team</a></p>
      {reviews.length === 0 ? <EmptyState title="You have no reviews to answer"><p>You are told when somebody asks you to one. A review of somebody whom you help is also on <a class="nhsuk-link" href="/people">their page</a>.</p></EmptyState> : null}
      {waiting.length > 0 ? <Section id="waiting" title={`They wait for your answer (${waiting.length})`}>{list(waiting)}</Section> : null}
      {held.length > 0 ? <Section id="held" title="You chair these">{list(held)}</Section> : null}
      {others.length > 0 ? <Section id="answered" title="Nothing waits for you in these">{list(others)}</Section> : null}
    </Page>
  );
}

export const states: PageStates = {
  full: () => <MyReviewsPage ctx={keyWorker} today={TODAY} reviews={myReviews} />,
  bare: () => <MyReviewsPage ctx={keyWorker} today={TODAY} reviews={myReviews.slice(3, 4)} />,
  empty: () => <MyReviewsPage ctx={keyWorker} today={TODAY} reviews={[]} />,
};
