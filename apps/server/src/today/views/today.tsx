import { MOST_COUNTED, type CaseloadRow, type DoFirst, type TodayPage as TodayModel } from '@app/overviews';
import { ageOn } from '@app/persons';
import { ago, EmptyState, formatDate, Overdue, Page, plural, Section, Stats, Sub, type Child, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { keyWorker, TODAY } from '../../person/views/sample';

interface TodayPageProps {
  ctx: PageContext;
  /** the local calendar day */
  today: string;
  data: TodayModel;
}

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'long' });

function whyWords({ kind, since }: DoFirst['why'][number], row: DoFirst, today: string): Child {
  if (kind === 'review') return <><Overdue>Review overdue</Overdue> since {formatDate(since ?? today)}</>;
  if (kind === 'waiting') return 'Waiting for a key worker';
  if (!row.lastConversationAt) return `No conversation yet: one was due by ${formatDate(since ?? today)}`;
  return `No conversation since ${formatDate(row.lastConversationAt)}, ${ago(row.lastConversationAt, new Date(`${today}T12:00:00Z`))}`;
}

const Person = ({ row, today }: { row: DoFirst; today: string }): Html => {
  const age = ageOn(row.birthDate, today);
  const facts = [row.preferred ? `Likes to be called ${row.preferred}` : null, age === null ? null : plural(age, 'year'), row.alerts ? plural(row.alerts, 'alert') : null];
  return (
    <li>
      <a class="nhsuk-link" href={`/people/${row.personId}`}><strong>{row.name}</strong></a>
      <Sub>{facts.filter(Boolean).join(', ')}</Sub>
      {row.why.map((why) => <Sub>{whyWords(why, row, today)}</Sub>)}
    </li>
  );
};

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

/** Whom to help first, and why. */
export function TodayPage({ ctx, today, data: { counts, doFirst, nextReview } }: TodayPageProps): Html {
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
      <Section id="do-first" title="Do first">
        {doFirst.length === 0
          ? <Nothing next={nextReview} everyone={counts.everyone} />
          : <ol class="os-list">{doFirst.map((row) => <Person row={row} today={today} />)}</ol>}
      </Section>
    </Page>
  );
}

const row: DoFirst = {
  personId: '0190aaaa-0000-7000-8000-000000000001', caseId: '0190aaaa-0000-7000-8000-0000000000e1', name: 'Margery Plumtree-Oduya', given: 'Margery', family: 'Plumtree-Oduya', preferred: 'Madge',
  birthDate: '1944-05-03', nhsNumber: '9434765919', ownReference: null, nhsNumberState: 'valid', keyWorker: 'Jo Whitcombe', keyWorkerId: '0190aaaa-0000-7000-8000-0000000000b1',
  lastConversationAt: new Date('2026-11-01T10:00:00Z'), contactDueOn: '2026-11-29', nextReviewOn: '2026-11-14', alerts: 2, mark: ['2026-11-14', 'Plumtree-Oduya'],
  why: [{ kind: 'review', since: '2026-11-14' }, { kind: 'quiet', since: '2026-11-29' }],
};
const counts = { everyone: 28, mine: 20, waiting: 2, quiet: 3, review: 1 };
const none = { everyone: 0, mine: 0, waiting: 0, quiet: 0, review: 0 };

export const states: PageStates = {
  full: () => <TodayPage ctx={keyWorker} today={TODAY} data={{ counts, doFirst: [row, { ...row, personId: '0190aaaa-0000-7000-8000-000000000002', lastConversationAt: null, birthDate: null, preferred: null, alerts: 0, why: [{ kind: 'quiet', since: '2026-11-29' }] }], nextReview: null }} />,
  bare: () => <TodayPage ctx={keyWorker} today={TODAY} data={{ counts: { ...none, everyone: 1 }, doFirst: [], nextReview: { ...row, nextReviewOn: '2027-01-03' } }} />,
  planless: () => <TodayPage ctx={keyWorker} today={TODAY} data={{ counts: { ...none, everyone: 1 }, doFirst: [], nextReview: null }} />,
  empty: () => <TodayPage ctx={keyWorker} today={TODAY} data={{ counts: none, doFirst: [], nextReview: null }} />,
};
