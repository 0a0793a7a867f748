import { Button, Csrf, EmptyState, formatDate, Overdue, PrintButton, readerOf, Section, Sub, SummaryList, summaryRow, Tag, TaskList, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { isOwnWord, type ReviewInvitee } from '@app/reviews';
import { fullName } from '@app/persons';
import { VIEW_CHOICES } from '../../care-plans/views/words';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, keyWorker, TODAY } from '../../person/views/sample';
import { FormState } from '../../http';
import type { AgendaModel } from '../agenda.desk';
import { letterOf } from '../letter';
import { doerWords, hoursWords, outcomeWords, pointWords } from './agenda-words';
import { agendaModel } from './agenda-sample';
import { answeredWords, CarerMark, COMING_WORDS, Said } from './answer-words';
import { asPartner } from './answers-sample';
import { saidByCarers } from './carer-words-sample';
import { OwnWordsPart } from './own-words';
import { ownWords } from './own-words-sample';
import { Chairing } from './chairing';
import { aReview, invitees, proposals } from './sample';
import { ATTENDED_WORDS, becauseWords, KIND_WORDS, leftOutWords, MODE_WORDS, OCCASION_WORDS, StateTag, whenWords } from './words';

interface ReviewPageProps extends AgendaModel {
  ctx: PageContext;
  form: FormState;
  today: string;
}

const NEXT_LINKS = [['rescheduled', 'Move it to another day'], ['paused_unable', 'It could not be held'], ['incomplete', 'It was not finished'], ['cancelled', 'Call it off']] as const;

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

const BY_MAIL = { ok: 'Whoever has a page of their own gets the day by e-mail. Tell everybody else yourself', unsafe: 'Nothing goes to them by e-mail: it is not safe. Tell them yourself, as it is safe' } as const;

/** One line of who is asked. */
function Invitee(props: ReviewPageProps & { one: ReviewInvitee; at: string }): Html {
  const { one, today, mayHold, review, contributions } = props;
  const answered = review.isOpen && review.state !== 'due' ? answeredWords(one, contributions) : null;
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
      {one.kind === 'person' && review.isOpen && props.byMail && props.byMail !== 'died' ? <Sub>{BY_MAIL[props.byMail]}</Sub> : null}
      {answered ? <Sub>{answered}</Sub> : null}
      {one.attended ? <Sub>{ATTENDED_WORDS[one.attended]}</Sub> : null}
    </li>
  );
}

/** On no paper: paper lies about, and one of these lines can be known to nobody else. */
const LeftOut = ({ all }: { all: readonly ReviewInvitee[] }): Html | null => (all.length === 0 ? null : (
  <div class="os-noprint"><Section id="left-out" title="Not asked this time">
    <ul class="os-list">{all.map((one) => <li><strong>{one.name}</strong>{one.because === 'confidential' ? <> <Tag text="Kept in confidence" colour="red" /></> : null}<Sub>{leftOutWords(one)}</Sub></li>)}</ul>
  </Section></div>
));

/** What the reader's organisation is asked, as a list of tasks. */
function Tasks({ goals, own, review, identity: { person }, at }: ReviewPageProps & { at: string }): Html {
  const name = person.preferred ?? person.given ?? 'the person';
  const saidOf = (item: string | null) => own.find((one) => one.kind === 'update' && one.aboutId === item);
  const coming = own.find((one) => one.kind === 'coming');
  const status = (said: ReturnType<typeof saidOf>) => (said ? { text: said.sentAt ? 'Sent' : 'Kept, not sent' } : { tag: { text: 'Not answered', colour: 'blue' as const } });
  return (
    <Section id="tasks" title="What you are asked">
      <p>One question a page, about 6 minutes. You need not come to be heard. {review.readBy ? `Answer by ${formatDate(review.readBy)}. ` : null}<a class="nhsuk-link" href={`/people/${person.personId}`}>How to communicate with {name}</a></p>
      <TaskList idPrefix="task" items={[
        { title: { text: 'Do you come?' }, href: `${at}/coming`, status: coming ? { text: COMING_WORDS[coming.answer as 'yes'] } : { tag: { text: 'Not answered', colour: 'blue' } } },
        ...goals.map((goal) => ({ title: { text: goal.text }, hint: { text: 'How is this goal going?' }, href: `${at}/answer?item=${goal.itemId}`, status: status(saidOf(goal.itemId)) })),
        { title: { text: 'What else should the review know?' }, href: `${at}/answer`, status: status(saidOf(null)) },
        { title: { text: 'Check and send' }, href: `${at}/check`, status: { text: own.some((one) => one.kind === 'update' && one.sentAt === null) ? 'Not sent yet' : own.some((one) => one.kind === 'update') ? 'Sent' : 'Nothing to send yet' } },
      ]} />
    </Section>
  );
}

/** What was written down for the reader's organisation, and they have not said whether it is right. */
function ToConfirm({ contributions, at }: ReviewPageProps & { at: string }): Html | null {
  const all = contributions.filter(({ saidFor }) => saidFor?.isOurs && saidFor.confirmation === null);
  return all.length === 0 ? null : (
    <Section id="to-confirm" title="Written down for you: is it right?">
      <ul class="os-list">{all.map(({ contribution }) => <li><a class="nhsuk-link" href={`${at}/confirm?contribution=${contribution.id}`}>{contribution.saidByName}: “{contribution.text}”</a></li>)}</ul>
    </Section>
  );
}

/** What is put down for the reader's organisation, and they have not said whether they do it. */
const ToPromise = ({ toPromise, at }: ReviewPageProps & { at: string }): Html | null => (toPromise.length === 0 ? null : (
  <Section id="to-promise" title="Put down for you: do you do this?">
    <ul class="os-list">{toPromise.map((point) => <li><a class="nhsuk-link" href={`${at}/points/${point.id}`}>{point.decided}</a><Sub>By {formatDate(point.dueOn ?? '')}</Sub></li>)}</ul>
  </Section>
));

/** What was said, to whoever may read each. */
function WhatWasSaid({ contributions, at, mayHold, review }: ReviewPageProps & { at: string }): Html {
  const said = contributions.filter(({ contribution }) => contribution.kind === 'update');
  return (
    <Section id="said" title="What was said">
      {said.length === 0 ? <p>Nothing yet that you can see.</p> : <ul class="os-list">{said.map((seen) => <Said seen={seen} about />)}</ul>}
      {mayHold && review.takesContributions ? <p class="os-noprint"><a class="nhsuk-link" href={`${at}/said`}>Write down what somebody said by telephone</a></p> : null}
      {mayHold && review.takesContributions ? <p class="os-noprint"><a class="nhsuk-link" href={`${at}/said-by-carer`}>Write down what a family carer said</a></p> : null}
    </Section>
  );
}

/** The points, without numbers: not everybody sees each. */
function Points({ points, contributions, at }: ReviewPageProps & { at: string }): Html | null {
  return points.length === 0 ? null : (
    <Section id="points" title="Point by point">
      <ul class="os-list">
        {points.map((point) => (
          <li id={`point-${point.id}`}>
            <a class="nhsuk-link" href={`${at}/points/${point.id}`}>{point.question}</a> {point.outcome === null ? <Tag text="No outcome yet" colour="yellow" /> : null}
            {contributions.filter(({ contribution }) => contribution.id === point.aboutId).map((seen) => <CarerMark seen={seen} />)}
            <Sub>{pointWords(point, contributions)}{point.minutes ? `, ${point.minutes} minutes` : null}</Sub>
            {outcomeWords(point) ? <Sub><strong>{outcomeWords(point)}</strong></Sub> : null}
            {point.note ? <Sub>{point.note}</Sub> : null}
            {doerWords(point, contributions) ? <Sub>{doerWords(point, contributions)}</Sub> : null}
            {contributions.filter(({ contribution }) => contribution.aboutId === point.id && contribution.kind === 'dissent').map(({ contribution, organisation }) => <Sub>{contribution.authorName}, {organisation}, does not agree: {contribution.text}</Sub>)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What came of the whole, in plain words, to be printed for whoever has no page. Nothing else of the review is on that paper: what was said, also to the chair alone, is not for whoever comes by. */
const Outcome = ({ ctx, review, identity: { person }, organisation, today }: ReviewPageProps): Html | null => (review.summary === null ? null : (
  <Section id="outcome" title="What was decided">
    <p class="os-text">{review.summary}</p>
    <p>{review.outcome === 'no_change' ? `Nothing changes in the plan. ${review.personView ? `${VIEW_CHOICES[review.personView]}${review.personSaid ? `: “${review.personSaid}”` : '.'}` : ''}` : 'A new version of the plan was published.'}{review.nextReviewOn ? ` We look again on ${formatDate(review.nextReviewOn)}.` : null}</p>
    <p class="os-printed os-fridge">For {fullName(person)}. {review.chairName}, {organisation}, led it. Printed on {formatDate(today)} by {readerOf(ctx)}.</p>
    {person.communicationNeeds ? <p class="os-noprint">How it has to be for {person.preferred ?? person.given ?? 'them'}: {person.communicationNeeds}</p> : null}
    <PrintButton />
  </Section>
));

/** One review: when and where, who is asked and who is not, and what can become of it. */
export function ReviewPage(props: ReviewPageProps): Html {
  const { ctx, identity, review, invitees: all, organisation, mayHold, mayAnswer, today } = props;
  const reviews = `/people/${identity.person.personId}/reviews`;
  const at = `${reviews}/${review.id}`;
  const asked = all.filter((one) => one.state === 'invited');
  const calledAs = identity.person.preferred ?? identity.person.given ?? 'the person';
  const hasDay = review.startsAt !== null && ['scheduled', 'rescheduled', 'contributions_open'].includes(review.state);
  const next = mayHold ? NEXT_LINKS.filter(([to]) => review.next.includes(to)) : [];
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title={KIND_WORDS[review.kind]} today={today} errors={props.form.errors} back={{ href: reviews, text: 'All reviews' }}>
      <h1 class="nhsuk-heading-l">{KIND_WORDS[review.kind]}</h1>
      <Outcome {...props} />
      <div class={review.summary === null ? undefined : 'os-noprint'}>
      <SummaryList rows={[
        summaryRow('How it stands', <><StateTag review={review} />{review.because ? <p class="nhsuk-u-margin-top-2 nhsuk-u-margin-bottom-0">{becauseWords(review)}</p> : null}</>, ''),
        summaryRow('When', <>{whenWords(review, today)}{hasDay && (mayHold || mayAnswer) ? <p class="os-noprint nhsuk-u-margin-top-2 nhsuk-u-margin-bottom-0"><a class="nhsuk-link" href={`${at}/calendar.ics`}>Add to my calendar</a></p> : null}</>, ''),
        summaryRow('How', MODE_WORDS[review.mode], ''),
        summaryRow('Where', review.place, 'Not said yet'),
        summaryRow('Why now', OCCASION_WORDS[review.occasion], ''),
        summaryRow('Also counts as', review.countsAs, 'Nothing else'),
        summaryRow('Chair', `${review.chairName}, ${organisation}`, ''),
        ...(review.state === 'cancelled' ? [] : [summaryRow('People’s time', hoursWords(review, all), 'Not known yet')]),
        ...(review.isOpen ? [summaryRow('Read and answer by', review.readBy && formatDate(review.readBy), 'No day is set')] : []),
      ]} />
      {review.isOpen && review.state !== 'due' ? <p class="os-noprint"><a class="nhsuk-link" href={`${at}/pre-read`}>Two pages to read before</a></p> : null}
      {mayHold && review.state === 'due' ? <p class="os-actions os-noprint"><a class="nhsuk-button" href={`${at}/day`} role="button">Book the day</a></p> : null}
      {mayHold ? <Chairing {...props} at={at} /> : null}
      {review.state === 'due' ? null : <OwnWordsPart said={props.contributions.flatMap(({ contribution }) => (isOwnWord(contribution) ? [contribution] : []))} name={calledAs} writeAt={mayHold && review.takesContributions ? `${at}/said-by-person` : null} />}
      {ctx.user?.kind === 'staff' ? <ToPromise {...props} at={at} /> : null}
      <Points {...props} at={at} />
      {mayAnswer ? <><ToConfirm {...props} at={at} /><Tasks {...props} at={at} /></> : null}
      <Section id="asked" title="Who is asked">
        {asked.length === 0
          ? <EmptyState level={3} title="Nobody has been asked yet"><p>{mayHold ? 'Everybody who helps is proposed, and you say who is left out and why.' : 'The key worker asks everybody who helps.'}</p></EmptyState>
          : <ul class="os-list">{asked.map((one) => <Invitee {...props} one={one} at={at} />)}</ul>}
        {mayHold && review.takesContributions ? <p class="os-noprint"><a class={asked.length === 0 ? 'nhsuk-button' : 'nhsuk-link'} href={`${at}/invite`}>{asked.length === 0 ? 'Choose who is asked' : 'Change who is asked'}</a></p> : null}
      </Section>
      {review.state === 'due' ? null : <WhatWasSaid {...props} at={at} />}
      <LeftOut all={all.filter((one) => one.state === 'left_out')} />
      {next.length === 0 ? null : (
        <Section id="change" title="If it cannot be as planned">
          <ul class="os-list os-noprint">{next.map(([to, text]) => <li><a class="nhsuk-link" href={`${at}/move?to=${to}`}>{text}</a></li>)}</ul>
        </Section>
      )}
      <p class="os-noprint"><a class="nhsuk-link" href={`${at}/copy`}>Copy for my own record</a>{letterOf(props) ? <>, <a class="nhsuk-link" href={`${at}/letter`}>letter for {calledAs}</a></> : null}</p>
      </div>
    </PersonShell>
  );
}

const draw = (traits: Partial<ReviewPageProps>): Html => <ReviewPage ctx={keyWorker} form={FormState.empty} {...agendaModel} today={TODAY} {...traits} />;
const ageWell = { ...keyWorker, user: { name: 'Dr Amal Osei', organisation: 'Age Well Brackenbridge', kind: 'staff' as const } };
const kept = Object.assign(Object.create(invitees[5] as ReviewInvitee) as ReviewInvitee, invitees[5], { because: 'confidential', words: null });

export const states: PageStates = {
  full: () => draw({ invitees: [...invitees, kept], contributions: [...agendaModel.contributions, ...saidByCarers, ...ownWords.map((contribution) => ({ contribution, organisation: 'Marlshire County Council', saidFor: null, carer: null }))] }),
  asked: () => draw({ ...asPartner, ctx: ageWell, own: [] }),
  begun: () => draw({ ...asPartner, ctx: ageWell }),
  due: () => draw({ review: aReview({ state: 'due', startsAt: null, dueOn: '2026-12-01', place: null, readBy: null, countsAs: null }), invitees: [] }),
  going: () => draw({ review: aReview({ state: 'in_session' }) }),
  errors: () => draw({ review: aReview({ state: 'in_session' }), form: FormState.again({ status: 422, message: '', values: { question: '' }, faults: [{ pointer: '/question', code: 'required', message: 'Enter the question' }] }) }),
  joined: () => draw({ unasked: proposals.slice(1) }),
  unsafe: () => draw({ byMail: 'unsafe' }),
  checking: () => draw({ review: aReview({ state: 'shared_for_check' }) }),
  closed: () => draw({ review: aReview({ state: 'closed', outcome: 'no_change', summary: 'Everything goes on as it is.', personView: 'agrees', personSaid: 'Good', minutesUsed: 30, nextReviewOn: '2027-03-01' }) }),
  bare: () => draw({ points: [], identity: bareIdentity, invitees: [], mayHold: false, contributions: [], own: [], goals: [] }),
  over: () => draw({ review: aReview({ state: 'cancelled', because: 'She is on holiday' }), invitees: invitees.map((one) => Object.assign(Object.create(one) as ReviewInvitee, one, { attended: 'there' })) }),
};
