import type { PlanVersion } from '@app/care-plans';
import type { PointBeside, ReviewBeside } from '@app/reviews';
import { Button, formatDate, InsetText, Section, Sub, Tag, type Html } from '@app/web-kit';
import { outcomeWords, pointWords } from '../../reviews/views/agenda-words';
import { CarerMark, Said, saidWords } from '../../reviews/views/answer-words';
import { aboutGoal, aboutNoGoal, type Heard, type WhileReviewed } from '../beside-review';
import { DifferenceLine } from './changes';
import { versionWords } from './words';

interface HeardProps {
  review: WhileReviewed;
  /** the plan that stands */
  published: PlanVersion | null;
  /** what the person is called */
  name: string;
  /** the address of the draft */
  at: string;
}

/** How what was decided stands to the plan, where it cannot be taken in. */
function standsWords({ point, decided, promise }: PointBeside): string | null {
  const doer = point.doerName ?? 'Whoever is to do it';
  if (decided === 'waits') return `${doer} has not said yet whether they do this. Ask them, or write the step yourself`;
  if (decided === 'declined') return `${doer} does not do this${promise?.text ? `: ${promise.text}` : ''}`;
  if (decided === 'sealed') return 'Only a few may know of this: it does not go into the plan';
  if (decided === 'no_goal') return 'It is about no goal here: write it as a step of the goal to which it belongs';
  return decided === 'too_long' ? 'It is longer than a step may be: write it in fewer words' : null;
}

/** What came of one point, what others say to that, and the way into the draft. */
function Decision({ seen, review, at, about }: { seen: PointBeside; review: ReviewBeside; at: string; about: boolean }): Html {
  const { point, decided, promise } = seen;
  const words = outcomeWords(point);
  const author = point.kind === 'said' ? review.contributions.find(({ contribution }) => contribution.id === point.aboutId) : undefined;
  const stands = standsWords(seen);
  return (
    <li id={`point-${point.id}`}>
      {about || point.kind !== 'goal' ? <Sub>{pointWords(point, review.contributions)}: {point.question}{author ? ` (${saidWords(author)})` : null}</Sub> : null}
      {author ? <CarerMark seen={author} /> : null}
      {words ? <strong>{words}</strong> : <Tag text="No outcome yet" colour="yellow" />}{decided === 'taken' ? <> <Tag text="Taken in" colour="green" /></> : null}
      {point.note ? <Sub>{point.note}</Sub> : null}
      {promise?.answer === 'accepts' && promise.onDate ? <Sub>{point.doerName} does this by {formatDate(promise.onDate)}</Sub> : null}
      {review.contributions.filter(({ contribution }) => contribution.kind === 'dissent' && contribution.aboutId === point.id)
        .map(({ contribution, organisation }) => <Sub>{contribution.authorName}, {organisation}, does not agree: {contribution.text}</Sub>)}
      {stands ? <Sub>{stands}</Sub> : null}
      {!review.mayTake && decided === 'ready' ? <Sub>Another organisation holds the review: write it as a step of the goal</Sub> : null}
      {review.mayTake && decided === 'ready' ? (
        <p class="nhsuk-u-margin-top-2 nhsuk-u-margin-bottom-1">
          <Button html={<>Take into the draft<span class="nhsuk-u-visually-hidden">: {point.decided ?? ''}</span></>} type="submit" variant="secondary" small attributes={{ formaction: `${at}/reviews/${review.review.id}/points/${point.id}` }} preventDoubleClick />
        </p>
      ) : null}
    </li>
  );
}

function Lines({ heard: { said, points, differences }, review, published, name, at, about }: HeardProps & { heard: Heard; about: boolean }): Html {
  return (
    <>
      {said.length + points.length === 0 ? null : (
        <ul class="os-list">
          {said.map((seen) => (about ? <Said seen={seen} about /> : <Said seen={seen} />))}
          {points.map((seen) => <Decision seen={seen} review={review} at={at} about={about} />)}
        </ul>
      )}
      {differences.length === 0 || !published ? null : (
        <>
          <p class="nhsuk-u-margin-bottom-1"><strong>Different from {versionWords(published).toLowerCase()}, as it was saved</strong></p>
          <ul class="nhsuk-list">{differences.map((one) => <DifferenceLine difference={one} name={name} />)}</ul>
        </>
      )}
    </>
  );
}

/** Beside one goal: what was said about it in the review, what was decided, and what of it is different from the plan that stands. */
export function HeardOfGoal({ goalId, ...props }: HeardProps & { goalId: string }): Html {
  const heard = aboutGoal(props.review, goalId);
  return (
    <div class="os-heard" id={`heard-${goalId}`}>
      <p class="nhsuk-u-margin-bottom-1"><strong>In the review</strong></p>
      {heard.said.length === 0 ? <p>Nothing was said about this goal that you can see.</p> : null}
      <Lines {...props} heard={heard} about={false} />
    </div>
  );
}

/** Above the plan: that a review goes on, and what was said and decided in it about no goal of those below. */
export function HeardBesides({ goalIds, reviewAt, ...props }: HeardProps & { goalIds: readonly string[]; reviewAt: string }): Html {
  const heard = aboutNoGoal(props.review, goalIds);
  return (
    <>
      <InsetText html={<p>A review of this plan goes on. What was said and decided in it stands beside each goal, as far as you may read it. <a class="nhsuk-link" href={reviewAt}>Back to the review</a></p>} />
      {heard.said.length + heard.points.length + heard.differences.length === 0 ? null : <Section id="heard" title="In the review, about no goal of the plan"><Lines {...props} heard={heard} about /></Section>}
    </>
  );
}
