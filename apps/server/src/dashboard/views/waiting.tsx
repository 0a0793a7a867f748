import { Button, EmptyState, Page, plural, PrintButton, type Html, type PageContext, type PageStates } from '@app/web-kit';
import type { WaitingList } from '../allocate.desk';
import { hrefOf } from './addresses';
import { manager, sampleDashboard, TODAY } from './sample';
import { daysWaiting, WaitingTable } from './waiting-table';

interface WaitingPageProps {
  ctx: PageContext;
  /** the local calendar day */
  today: string;
  data: WaitingList;
}

/** Everybody who waits for a key worker: to ask one for somebody, or for several at once. */
export function WaitingPage({ ctx, today, data: { team, rows, total } }: WaitingPageProps): Html {
  const longest = rows[0] ? daysWaiting(rows[0].since, today) : 0;
  return (
    <Page ctx={ctx} title="Waiting for a key worker" wide back={{ href: hrefOf('/dashboard', { team: team?.id }), text: 'Back to the team' }} skipTo={rows.length > 0 ? { href: '#list', text: 'Skip to list of people' } : undefined}>
      <h1 class="nhsuk-heading-l">Waiting for a key worker</h1>
      {rows.length === 0
        ? <EmptyState title="No one is waiting"><p>Every open case that you can list has a key worker. <a class="nhsuk-link" href={hrefOf('/dashboard', { team: team?.id })}>See how the work is shared out</a>.</p></EmptyState>
        : (
          <>
            <p class="os-result">
              {plural(total, 'person waits', 'people wait')}, the longest for {plural(longest, 'day')}. Open somebody to ask a key worker, or tick several and ask for all of them at once.
              {total > rows.length ? ` The ${rows.length} who have waited longest are shown.` : null}
            </p>
            <form method="get" action="/dashboard/allocate">
              <div id="list" tabindex={-1}><WaitingTable rows={rows} today={today} tick /></div>
              <Button text="Ask key workers for those ticked" type="submit" classes="os-noprint" />
            </form>
            <PrintButton />
          </>
        )}
    </Page>
  );
}

const waiting = sampleDashboard.waiting ?? [];
const draw = (data: Partial<WaitingList>): Html => <WaitingPage ctx={manager} today={TODAY} data={{ team: sampleDashboard.team, rows: waiting, total: waiting.length, ...data }} />;

export const states: PageStates = {
  full: () => draw({}),
  empty: () => draw({ team: null, rows: [], total: 0 }),
  many: () => draw({ total: 140 }),
};
