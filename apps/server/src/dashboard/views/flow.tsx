import type { CaseChange } from '@app/measures';
import { DataTable, EmptyState, formatDate, Page, plural, PrintButton, Time, type Column, type Html, type PageContext, type PageStates } from '@app/web-kit';
import type { ReadFlow } from '../dashboard.commands';
import type { TeamChoice } from '../dashboard.panels';
import { hrefOf } from './addresses';
import { manager } from './sample';

interface FlowPageProps {
  ctx: PageContext;
  query: ReadFlow;
  team: TeamChoice | null;
  rows: readonly CaseChange[];
}

const columns: Column<CaseChange>[] = [
  { head: 'Name', rowHeader: true, cell: (row) => <a class="nhsuk-link" href={`/people/${row.personId}`}>{row.name}</a> },
  { head: 'When', cell: (row) => <Time at={row.at} short /> },
];

/** The people behind one number of the chart. */
export function FlowPage({ ctx, query: { change, week }, team, rows }: FlowPageProps): Html {
  const title = `Cases ${change} in the week of ${formatDate(week)}`;
  return (
    <Page ctx={ctx} title={title} wide back={{ href: hrefOf('/dashboard', { team: team?.id }), text: 'Back to the team' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {rows.length === 0
        ? <EmptyState title={`No case was ${change} in that week`}><p><a class="nhsuk-link" href={hrefOf('/dashboard', { team: team?.id })}>See the other weeks</a>.</p></EmptyState>
        : <><p class="os-result">{plural(rows.length, 'case')}{team ? ` of the team ${team.name}` : ''}, of people whom you can list.</p><DataTable caption={title} hideCaption columns={columns} rows={rows} /><PrintButton /></>}
    </Page>
  );
}

const query: ReadFlow = { change: 'opened', week: '2026-11-30' };
const row: CaseChange = { personId: '0190aaaa-0000-7000-8000-000000000001', caseId: '0190aaaa-0000-7000-8000-0000000000e1', name: 'Margery Plumtree-Oduya', at: new Date('2026-12-01T10:00:00Z') };

export const states: PageStates = {
  full: () => <FlowPage ctx={manager} query={query} team={{ id: row.caseId, name: 'Northgate and Weirside', manages: true }} rows={[row]} />,
  empty: () => <FlowPage ctx={manager} query={{ ...query, change: 'closed' }} team={null} rows={[]} />,
};
