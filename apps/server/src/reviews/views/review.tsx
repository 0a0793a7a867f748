import { Button, Csrf, EmptyState, formatDate, Overdue, Section, Sub, SummaryList, summaryRow, Tag, type Html, type PageContext, type PageStates } from '@app/web-kit';
import type { ReviewInvitee } from '@app/reviews';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { ReviewModel } from '../reviews.desk';
import { aReview, invitees, model } from './sample';
import { ATTENDED_WORDS, KIND_WORDS, leftOutWords, MODE_WORDS, OCCASION_WORDS, StateTag, whenWords } from './words';

interface ReviewPageProps extends ReviewModel {
  ctx: PageContext;
  today: string;
}

const NEXT_LINKS = [['rescheduled', 'Move it to another day'], ['paused_unable', 'It could not be held'], ['cancelled', 'Call it off']] as const;

function Found({ ctx, review, one, at }: ReviewPageProps & { one: ReviewInvitee; at: string }): Html {
  return (
    <form method="post" action={`${at}/found`}>
      <Csrf ctx={ctx} />
      <input type="hidden" name="_version" value={String(review.rowVersion)} />
      <input type="hidden" name="invitee" value={one.id} />
      <Button html={<>This is done<span class="nhsuk-u-visually-hidden">: {one.name}</span></>} type="submit" variant="secondary" small />
    </form>
  );
}

/** One line of who is asked. */
function Invitee(props: ReviewPageProps & { one: ReviewInvitee; at: string }): Html {
  const { one, today, mayHold, review } = props;
  return (
    <li>
      <strong>{one.name}</strong>
      {one.ownerName && one.doBy ? (
        <>
          <Sub>{one.doneAt ? `Arranged on ${formatDate(one.doneAt)}` : <>{one.ownerName} arranges it by {formatDate(one.doBy)}{one.doBy < today ? <> <Overdue /></> : null}</>}</Sub>
          {mayHold && !one.doneAt && review.isOpen ? <Found {...props} /> : null}
        </>
      ) : null}
      {one.kind === 'person' && one.words ? <Sub>Supported by {one.words}</Sub> : null}
      {one.attended ? <Sub>{ATTENDED_WORDS[one.attended]}</Sub> : null}
    </li>
  );
}

const LeftOut = ({ all }: { all: readonly ReviewInvitee[] }): Html | null => (all.length === 0 ? null : (
  <Section id="left-out" title="Not asked this time">
    <ul class="os-list">{all.map((one) => <li><strong>{one.name}</strong>{one.because === 'confidential' ? <> <Tag text="Only you see this line" colour="red" /></> : null}<Sub>{leftOutWords(one)}</Sub></li>)}</ul>
  </Section>
));

/** One review: when and where, who is asked and who is not, and what can become of it. */
export function ReviewPage(props: ReviewPageProps): Html {
  const { ctx, identity, review, invitees: all, organisation, mayHold, today } = props;
  const reviews = `/people/${identity.person.personId}/reviews`;
  const at = `${reviews}/${review.id}`;
  const asked = all.filter((one) => one.state === 'invited');
  const next = mayHold ? NEXT_LINKS.filter(([to]) => review.next.includes(to)) : [];
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title={KIND_WORDS[review.kind]} today={today} back={{ href: reviews, text: 'All reviews' }}>
      <h1 class="nhsuk-heading-l">{KIND_WORDS[review.kind]}</h1>
      <SummaryList rows={[
        summaryRow('How it stands', <><StateTag review={review} />{review.because ? <p class="nhsuk-u-margin-top-2 nhsuk-u-margin-bottom-0">{review.because}</p> : null}</>, ''),
        summaryRow('When', whenWords(review, today), ''),
        summaryRow('How', MODE_WORDS[review.mode], ''),
        summaryRow('Where', review.place, 'Not said yet'),
        summaryRow('Why now', OCCASION_WORDS[review.occasion], ''),
        summaryRow('Also counts as', review.countsAs, 'Nothing else'),
        summaryRow('Chair', `${review.chairName}, ${organisation}`, ''),
        summaryRow('Read and answer by', review.readBy && formatDate(review.readBy), 'No day is set'),
      ]} />
      {mayHold && review.state === 'due' ? <p class="os-actions os-noprint"><a class="nhsuk-button" href={`${at}/day`} role="button">Book the day</a></p> : null}
      <Section id="asked" title="Who is asked">
        {asked.length === 0
          ? <EmptyState level={3} title="Nobody has been asked yet"><p>{mayHold ? 'Everybody who helps is proposed, and you say who is left out and why.' : 'The key worker asks everybody who helps.'}</p></EmptyState>
          : <ul class="os-list">{asked.map((one) => <Invitee {...props} one={one} at={at} />)}</ul>}
        {mayHold && review.takesContributions ? <p class="os-noprint"><a class={asked.length === 0 ? 'nhsuk-button' : 'nhsuk-link'} href={`${at}/invite`}>{asked.length === 0 ? 'Choose who is asked' : 'Change who is asked'}</a></p> : null}
      </Section>
      <LeftOut all={all.filter((one) => one.state === 'left_out')} />
      {next.length === 0 ? null : (
        <Section id="change" title="If it cannot be as planned">
          <ul class="os-list os-noprint">{next.map(([to, text]) => <li><a class="nhsuk-link" href={`${at}/move?to=${to}`}>{text}</a></li>)}</ul>
        </Section>
      )}
    </PersonShell>
  );
}

const draw = (traits: Partial<ReviewPageProps>): Html => <ReviewPage ctx={keyWorker} {...model} today={TODAY} {...traits} />;
const kept = Object.assign(Object.create(invitees[5] as ReviewInvitee) as ReviewInvitee, invitees[5], { because: 'confidential', words: null });

export const states: PageStates = {
  full: () => draw({ invitees: [...invitees, kept] }),
  due: () => draw({ review: aReview({ state: 'due', startsAt: null, dueOn: '2026-12-01', place: null, readBy: null, countsAs: null }), invitees: [] }),
  bare: () => draw({ identity: bareIdentity, invitees: [], mayHold: false }),
  over: () => draw({ review: aReview({ state: 'cancelled', because: 'She is on holiday' }), invitees: invitees.map((one) => Object.assign(Object.create(one) as ReviewInvitee, one, { attended: 'there' })) }),
};
