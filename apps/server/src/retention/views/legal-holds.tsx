import type { LegalHold } from '@app/information-rights';
import { DataTable, EmptyState, formatDate, Overdue, Page, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { hold, lifted, overdue, TODAY } from './sample';
import { HOLD_WORDS } from './words';

interface LegalHoldsPageProps {
  ctx: PageContext;
  holds: readonly LegalHold[];
  today: string;
}

export const HoldTable = ({ rows, caption, today }: { rows: readonly LegalHold[]; caption: string; today: string }): Html => (
  <DataTable<LegalHold> caption={caption} hideCaption rows={rows} isDue={({ liftedAt, reviewOn }) => liftedAt === null && reviewOn <= today} columns={[
    { head: 'Person', rowHeader: true, cell: ({ id, name, birthDate }) => <><a class="nhsuk-link" href={`/information-governance/holds/${id}`}>{name}</a><Sub>{birthDate ? `Born ${formatDate(birthDate)}` : 'No date of birth recorded'}</Sub></> },
    { head: 'For', cell: ({ kind, because }) => <>{HOLD_WORDS[kind]}<Sub>{because}</Sub></> },
    { head: 'Since', cell: ({ since, placedBy }) => <>{formatDate(since)}<Sub>{placedBy}</Sub></> },
    { head: 'Looked at again', cell: ({ reviewOn, liftedAt, liftedBy }) => (liftedAt ? `Lifted on ${formatDate(liftedAt)} by ${liftedBy ?? 'somebody'}` : reviewOn <= today ? <Overdue>{formatDate(reviewOn)}</Overdue> : formatDate(reviewOn)) },
  ]} />
);

/** What the lead's own organisation holds back, and what it held. */
export function LegalHoldsPage({ ctx, holds, today }: LegalHoldsPageProps): Html {
  const [standing, over] = [holds.filter(({ liftedAt }) => liftedAt === null), holds.filter(({ liftedAt }) => liftedAt !== null)];
  return (
    <Page ctx={ctx} title="What is held back" wide back={{ href: '/information-governance/retention', text: 'Back to what has come to its end' }}>
      <h1 class="nhsuk-heading-l">What is held back</h1>
      <p>While a hold stands, nothing that your organisation holds about that person is disposed of. Only those who look after information in your organisation know of it. To hold something back, find the person in <a class="nhsuk-link" href="/who-looked">Who looked</a>.</p>
      {standing.length === 0 ? <EmptyState title="Nothing is held back"><p>An inquiry, an inquest, a review of a death or a claim are reasons to.</p></EmptyState> : <Section id="standing" title={`Held back (${standing.length})`}><HoldTable rows={standing} caption="Held back, what is looked at first on top" today={today} /></Section>}
      {over.length === 0 ? null : <Section id="lifted" title={`Lifted (${over.length})`}><HoldTable rows={over} caption="Lifted" today={today} /></Section>}
    </Page>
  );
}

export const states: PageStates = {
  full: () => <LegalHoldsPage ctx={lead} holds={[overdue, hold, lifted]} today={TODAY} />,
  bare: () => <LegalHoldsPage ctx={lead} holds={[lifted]} today={TODAY} />,
  empty: () => <LegalHoldsPage ctx={lead} holds={[]} today={TODAY} />,
};
