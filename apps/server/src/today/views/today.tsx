import { MOST_COUNTED, MOST_SHOWN, type CaseloadRow, type DoFirst, type DueStep, type LeftWork, type OpenedDraft, type OpenQuestion, type PutStep, type WaitingReferral, type WaitingSuggestion, type Why } from '@app/overviews';
import { ageOn } from '@app/persons';
import { ago, Columns, EmptyState, formatDate, Overdue, Page, plural, Section, Stats, Sub, type Child, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { isOverdue, waitedWords } from '../../information-governance/views/waited';
import { MyReviewLine } from '../../reviews/views/my-reviews';
import { NoticeLine } from '../../notices/views/notices';
import { keyWorker, TODAY } from '../../person/views/sample';
import type { Today } from '../today.desk';
import { sample } from './sample';

interface TodayPageProps {
  ctx: PageContext;
  /** the local calendar day */
  today: string;
  now: Date;
  data: Today;
}

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'long' });

function whyWords(why: Why, row: DoFirst, today: string): Child {
  if (why.kind === 'asked') return <><a class="nhsuk-link" href={`/cases/${why.caseId}/key-worker`}>{why.who} asks you to be key worker</a>{why.since ? <>: answer by {formatDate(why.since)}</> : null}</>;
  if (why.kind === 'step') return <>{why.since < today ? <Overdue>Step overdue</Overdue> : <strong>Step due today</strong>}{why.since < today ? <> since {formatDate(why.since)}</> : null}: <a class="nhsuk-link" href={`/people/${row.personId}/plan/actions/${why.itemId}`}>{why.what}</a></>;
  if (why.kind === 'suggestion') return <><Overdue>Suggestion without an answer</Overdue> since {formatDate(why.since)}: <a class="nhsuk-link" href={`/people/${row.personId}/plan/suggestions/${why.id}`}>from {why.who ?? 'themselves'}</a></>;
  if (why.kind === 'review') return <><Overdue>Review overdue</Overdue> since {formatDate(why.since ?? today)}</>;
  if (!row.lastConversationAt) return `No conversation yet: one was due by ${formatDate(why.since ?? today)}`;
  return `No conversation since ${formatDate(row.lastConversationAt)}, ${ago(row.lastConversationAt, new Date(`${today}T12:00:00Z`))}`;
}

const PersonLink = ({ about }: { about: { personId: string; name: string } }): Html => <a class="nhsuk-link" href={`/people/${about.personId}`}><strong>{about.name}</strong></a>;

const Person = ({ row, today }: { row: DoFirst; today: string }): Html => {
  const age = ageOn(row.birthDate, today);
  const facts = [row.preferred ? `Likes to be called ${row.preferred}` : null, age === null ? null : plural(age, 'year'), row.alerts ? plural(row.alerts, 'alert') : null];
  return (
    <li>
      <PersonLink about={row} />
      <Sub>{facts.filter(Boolean).join(', ')}</Sub>
      {row.why.map((why) => <Sub>{whyWords(why, row, today)}</Sub>)}
    </li>
  );
};

/** A heading with the number of what stands below it; a list that was cut says so. */
const counted = (title: string, rows: readonly unknown[]): string => (rows.length === 0 ? title : `${title} (${rows.length > MOST_SHOWN ? `more than ${MOST_SHOWN}` : rows.length})`);

const Step = ({ step, whose, today }: { step: DueStep; whose?: true; today: string }): Html => (
  <li>
    <PersonLink about={step} />
    <Sub><a class="nhsuk-link" href={`/people/${step.personId}/plan/actions/${step.itemId}`}>{step.what}</a></Sub>
    <Sub>{whose ? <>{step.doer}, </> : null}{step.dueOn < today ? <>overdue since {formatDate(step.dueOn)}</> : <>by {formatDate(step.dueOn)}</>}</Sub>
  </li>
);

const Put = ({ step: { personId, lineId, what, dueOn, ...about }, today }: { step: PutStep; today: string }): Html => (
  <li>
    <PersonLink about={{ personId, ...about }} />
    <Sub><a class="nhsuk-link" href={`/people/${personId}/huddles/${lineId}`}>{what}</a></Sub>
    <Sub>Put down in the huddle, {dueOn < today ? <>overdue since {formatDate(dueOn)}</> : <>by {formatDate(dueOn)}</>}</Sub>
  </li>
);

const Question = ({ question: { who, answerBy, caseId, ...about } }: { question: OpenQuestion }): Html => (
  <li>
    <PersonLink about={about} />
    <Sub><a class="nhsuk-link" href={`/cases/${caseId}/key-worker`}>{who} is asked to be key worker</a>{answerBy ? <>, until {formatDate(answerBy)}</> : null}</Sub>
  </li>
);

const STANDS: Readonly<Record<string, string>> = { sent: 'waits for your answer', acknowledged: 'waits for your answer', info_requested: 'they ask something first', declined: 'they said no: it is back with you' };

/** Until when the caller answers; what waits on others has no such day. */
function AnswerBy({ referral: { state, answerBy }, today }: { referral: WaitingReferral; today: string }): Html | null {
  if (!answerBy || !['sent', 'acknowledged'].includes(state)) return null;
  return answerBy < today ? <>. <Overdue>Answer was due {formatDate(answerBy)}</Overdue></> : <>, by {formatDate(answerBy)}</>;
}

const Referrals = ({ referrals, today }: { referrals: readonly WaitingReferral[]; today: string }): Html | null => (referrals.length === 0 ? null : (
  <Section id="referrals" title={counted('Referrals that wait for you', referrals)}>
    <ul class="os-list">
      {referrals.slice(0, MOST_SHOWN).map((one) => (
        <li>
          <a class="nhsuk-link" href={`/referrals/${one.id}`}><strong>{one.name ?? 'Somebody new'}</strong>, {one.service}</a>
          <Sub>{one.organisation}: {STANDS[one.state]}<AnswerBy referral={one} today={today} /></Sub>
        </li>
      ))}
    </ul>
  </Section>
));

const Suggestions = ({ suggestions }: { suggestions: readonly WaitingSuggestion[] }): Html | null => (suggestions.length === 0 ? null : (
  <Section id="suggestions" title={counted('Suggestions for plans', suggestions)}>
    <ul class="os-list">
      {suggestions.slice(0, MOST_SHOWN).map((one) => (
        <li>
          <PersonLink about={one} />
          <Sub><a class="nhsuk-link" href={`/people/${one.personId}/plan/suggestions/${one.id}`}>{one.text}</a></Sub>
          <Sub>{one.who ?? 'They ask for it themselves'}, {formatDate(one.madeAt)}</Sub>
        </li>
      ))}
    </ul>
  </Section>
));

/** Where a draft stands, and whose turn it is. */
const TURNS: Record<OpenedDraft['state'], string> = { in_contribution: 'The circle reads the draft and suggests', ready_for_agreement: 'The draft waits for what they say', agreed: 'The draft is agreed. Publish it' };

const Drafts = ({ drafts }: { drafts: readonly OpenedDraft[] }): Html | null => (drafts.length === 0 ? null : (
  <Section id="drafts" title={counted('Plans on their way', drafts)}>
    <ul class="os-list">
      {drafts.slice(0, MOST_SHOWN).map((one) => (
        <li>
          <PersonLink about={one} />
          <Sub><a class="nhsuk-link" href={`/people/${one.personId}/plan/proposal`}>{TURNS[one.state]}</a></Sub>
          <Sub>Since {formatDate(one.since)}</Sub>
        </li>
      ))}
    </ul>
  </Section>
));

const News = ({ ctx, news }: { ctx: PageContext; news: Today['news'] }): Html => (
  <Section id="news" title={ctx.notices ? `New for you (${ctx.notices})` : 'New for you'}>
    {news.length === 0 ? <p>Nothing new. <a class="nhsuk-link" href="/notices">Earlier notices</a></p> : (
      <>
        <ul class="os-list">{news.map((notice) => <li><NoticeLine notice={notice} /></li>)}</ul>
        <p><a class="nhsuk-link" href="/notices">All notices</a></p>
      </>
    )}
  </Section>
);

const Waiting = ({ waiting: { questions, steps }, today }: { waiting: Today['waiting']; today: string }): Html => (
  <Section id="waiting" title={counted('Waiting on others', [...questions, ...steps])}>
    {questions.length + steps.length === 0 ? <p>Nobody owes you an answer or a step.</p> : (
      <ul class="os-list">
        {questions.slice(0, MOST_SHOWN).map((question) => <Question question={question} />)}
        {steps.slice(0, MOST_SHOWN).map((step) => <Step step={step} whose today={today} />)}
      </ul>
    )}
  </Section>
);

const ToAnswer = ({ reviews, today }: { reviews: Today['toAnswer']; today: string }): Html | null => (reviews.length === 0 ? null : (
  <Section id="to-answer" title={counted('Reviews that wait for your answer', reviews)}>
    <ul class="os-list">{reviews.slice(0, MOST_SHOWN).map((review) => <MyReviewLine review={review} today={today} />)}</ul>
    <p><a class="nhsuk-link" href="/reviews">My reviews</a></p>
  </Section>
));

/** Where somebody takes it over. */
const leftAt = ({ kind, id, personId }: LeftWork): string => ({ lead: `/cases/${id}/key-worker`, step: `/people/${personId}/plan/actions/${id}`, referral: `/referrals/${id}`, review: `/people/${personId}/reviews/${id}` })[kind];
const LEFT_WORDS: Record<LeftWork['kind'], (what: string | null) => string> = { lead: () => 'They need a key worker', step: (what) => what ?? 'A step of the plan', referral: (what) => `A referral: ${what ?? 'a service'}`, review: () => 'A review that nobody holds' };

const Left = ({ left }: { left: readonly LeftWork[] }): Html | null => (left.length === 0 ? null : (
  <Section id="left" title={counted('Needs somebody', left)}>
    <p>Nobody there opens the record now: their sharing agreement is suspended or over. What they had to do is still here.</p>
    <ul class="os-list">
      {left.slice(0, MOST_SHOWN).map((one) => (
        <li>
          <PersonLink about={one} />
          <Sub><a class="nhsuk-link" href={leftAt(one)}>{LEFT_WORDS[one.kind](one.what)}</a></Sub>
          <Sub>It was for {one.organisation}</Sub>
        </li>
      ))}
    </ul>
  </Section>
));

/** For whoever looks after access: what was opened in an emergency and nobody has asked about. */
const ToReview = ({ toReview, now }: { toReview: Today['toReview']; now: Date }): Html | null => (!toReview?.since ? null : (
  <Section id="to-review" title="Opened in an emergency">
    <p><a class="nhsuk-link" href="/information-governance">{toReview.count} to review</a>, {toReview.count === 1 ? 'waiting' : 'the longest'} for {isOverdue(toReview.since, now) ? <Overdue>{waitedWords(toReview.since, now)}</Overdue> : waitedWords(toReview.since, now)}.</p>
  </Section>
));

const Nothing = ({ next, everyone }: { next: CaseloadRow | null; everyone: number }): Html => {
  if (everyone === 0) {
    return <EmptyState level={3} title="No one is assigned to you yet"><p><a class="nhsuk-link" href="/people">Find a person</a>, or ask your team lead.</p></EmptyState>;
  }
  return (
    <p>
      Nothing is due. {next?.nextReviewOn
        ? <>Your next review is <a class="nhsuk-link" href={`/people/${next.personId}`}>{next.name}</a> on {formatDate(next.nextReviewOn)}.</>
        : <>No review is planned: <a class="nhsuk-link" href="/caseload">look through your caseload</a>.</>}
    </p>
  );
};

/** Whom to help first, and why; then what else is one's own this week, what is new, and what others owe. */
export function TodayPage({ ctx, today, data: { counts, doFirst, nextReview, steps, put, reviews, referrals, suggestions, drafts, left, waiting, news, toAnswer, toReview }, now }: TodayPageProps): Html {
  return (
    <Page ctx={ctx} title="Today" wide skipTo={doFirst.length > 0 ? { href: '#do-first', text: 'Skip to whom to help first' } : undefined}>
      <h1 class="nhsuk-heading-l">Today</h1>
      <p class="os-result">{WEEKDAY.format(new Date(`${today}T12:00:00Z`))} {formatDate(today)}</p>
      <Stats items={[
        { value: counts.everyone, most: MOST_COUNTED, label: 'on your caseload', href: '/caseload' },
        { value: counts.review, most: MOST_COUNTED, label: counts.review === 1 ? 'review overdue' : 'reviews overdue', href: '/caseload?view=review', warn: true },
        { value: counts.quiet, most: MOST_COUNTED, label: 'with no contact in the agreed time', href: '/caseload?view=quiet', warn: true },
        { value: counts.waiting, most: MOST_COUNTED, label: 'waiting for a key worker', href: '/caseload?view=waiting' },
      ]} />
      <Columns
        main={(
          <>
            <ToReview toReview={toReview} now={now} />
            <Left left={left} />
            <Referrals referrals={referrals} today={today} />
            <Section id="do-first" title="Do first">
              {doFirst.length === 0
                ? <Nothing next={nextReview} everyone={counts.everyone} />
                : <ol class="os-list">{doFirst.map((row) => <Person row={row} today={today} />)}</ol>}
            </Section>
            <ToAnswer reviews={toAnswer} today={today} />
            <Suggestions suggestions={suggestions} />
            <Drafts drafts={drafts} />
            <Section id="steps" title={counted('Your steps this week', [...put, ...steps])}>
              {put.length + steps.length === 0 ? <p>No step of yours is due in the next seven days.</p> : <ul class="os-list">{put.slice(0, MOST_SHOWN).map((step) => <Put step={step} today={today} />)}{steps.slice(0, MOST_SHOWN).map((step) => <Step step={step} today={today} />)}</ul>}
            </Section>
          </>
        )}
        side={(
          <>
            <News ctx={ctx} news={news} />
            <Section id="reviews" title={counted('Reviews this week', reviews)}>
              {reviews.length === 0 ? <p>No review in the next seven days.</p> : (
                <ul class="os-list">{reviews.slice(0, MOST_SHOWN).map((review) => <li><PersonLink about={review} /><Sub>{WEEKDAY.format(new Date(`${review.reviewOn}T12:00:00Z`))} {formatDate(review.reviewOn)}</Sub></li>)}</ul>
              )}
            </Section>
            <Waiting waiting={waiting} today={today} />
          </>
        )}
      />
    </Page>
  );
}

const NOW = new Date(`${TODAY}T12:00:00Z`);
const ctx: PageContext = { ...keyWorker, notices: 1 };

export const states: PageStates = {
  full: () => <TodayPage ctx={ctx} today={TODAY} now={NOW} data={sample.full} />,
  bare: () => <TodayPage ctx={ctx} today={TODAY} now={NOW} data={sample.bare} />,
  planless: () => <TodayPage ctx={keyWorker} today={TODAY} now={NOW} data={sample.planless} />,
  empty: () => <TodayPage ctx={keyWorker} today={TODAY} now={NOW} data={sample.empty} />,
};
