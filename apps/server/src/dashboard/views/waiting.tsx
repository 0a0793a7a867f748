import { EmptyState, Page, plural, PrintButton, type Html, type PageContext, type PageStates } from '@app/web-kit';
import type { Dashboard } from '../dashboard.desk';
import { hrefOf } from './addresses';
import { manager, nothing, sampleDashboard, TODAY } from './sample';
import { daysWaiting, WaitingTable } from './waiting-table';

interface WaitingPageProps {
  ctx: PageContext;
  today: string;
  data: Dashboard;
}

/** Everybody who waits for a key worker: to name one. */
export function WaitingPage({ ctx, today, data: { team, waiting, counts } }: WaitingPageProps): Html {
  const longest = waiting[0] ? daysWaiting(waiting[0].since, today) : 0;
  return (
    <Page ctx={ctx} title="Waiting for a key worker" wide back={{ href: hrefOf('/dashboard', { team: team?.id }), text: 'Back to the team' }} skipTo={waiting.length > 0 ? { href: '#list', text: 'Skip to list of people' } : undefined}>
      <h1 class="nhsuk-heading-l">Waiting for a key worker</h1>
      {waiting.length === 0
        ? <EmptyState title="No one is waiting"><p>Every open case that you can list has a key worker. <a class="nhsuk-link" href={hrefOf('/dashboard', { team: team?.id })}>See how the work is shared out</a>.</p></EmptyState>
        : (
          <>
            <p class="os-result">
              {plural(counts.waiting, 'person waits', 'people wait')}, the longest for {plural(longest, 'day')}. Choose somebody to ask a key worker.
              {counts.waiting > waiting.length ? ` The ${waiting.length} who have waited longest are shown.` : null}
            </p>
            <div id="list" tabindex={-1}><WaitingTable rows={waiting} today={today} /></div>
            <PrintButton />
          </>
        )}
    </Page>
  );
}

export const states: PageStates = {
  full: () => <WaitingPage ctx={manager} today={TODAY} data={sampleDashboard} />,
  empty: () => <WaitingPage ctx={manager} today={TODAY} data={nothing} />,
  many: () => <WaitingPage ctx={manager} today={TODAY} data={{ ...sampleDashboard, counts: { ...sampleDashboard.counts, waiting: 140 } }} />,
};
