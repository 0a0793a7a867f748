import { EmptyState, FilterBar, formatDate, formatTime, Page, PrintButton, Select, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PERIODS, type ReadDashboard } from '../dashboard.commands';
import type { Dashboard } from '../dashboard.desk';
import { Flow, ReferralsPart, WaitingPart } from './course-parts';
import { broken, manager, nothing, sampleDashboard, TODAY } from './sample';
import { Away, Quiet, Reviews, Shared, Tiles } from './work-parts';

interface DashboardPageProps {
  ctx: PageContext;
  query: ReadDashboard;
  /** the local calendar day */
  today: string;
  data: Dashboard;
}

function Choices({ query, data: { teams, team } }: Pick<DashboardPageProps, 'query' | 'data'>): Html {
  return (
    <FilterBar action="/dashboard" label="Team and period" submit="Show">
      {teams.length > 0 ? <Select id="team" name="team" label="Team" value={team?.id ?? ''} items={[{ value: '', text: 'Everybody whom you can list' }, ...teams.map(({ id, name }) => ({ value: id, text: name }))]} /> : null}
      <Select id="weeks" name="weeks" label="Period" value={query.weeks ?? '12'} items={PERIODS.map((weeks) => ({ value: weeks, text: `${weeks} weeks` }))} />
    </FilterBar>
  );
}

/** Where the team goes through its people: only whoever is of an integrated team may hold a huddle. */
function Huddles({ data: { teams, team } }: Pick<DashboardPageProps, 'data'>): Html | null {
  const [first] = team ? [team] : teams;
  return first ? <p class="os-noprint"><a class="nhsuk-link" href={`/huddles?team=${first.id}`}>The huddle of {first.name}</a></p> : null;
}

/** A team's work in one page: who has how much, who waits, what is due. */
export function DashboardPage(props: DashboardPageProps): Html {
  const { ctx, query, data, today } = props;
  const part = { data, today };
  return (
    <Page ctx={ctx} title="Team" wide>
      <h1 class="nhsuk-heading-l">{data.team?.name ?? 'Team'}</h1>
      <p class="os-result">As it was at {formatTime(data.at)} on {formatDate(data.at)}</p>
      <Choices {...props} />
      <Huddles {...props} />
      {data.counts?.everyone === 0 ? (
        <EmptyState title="Charts appear when the first case is open"><p>You see the people whose circle lets your organisation or your team in. <a class="nhsuk-link" href="/people">Find a person</a> to open a case.</p></EmptyState>
      ) : (
        <>
          <Tiles {...part} />
          <WaitingPart {...part} />
          <Shared {...part} />
          <Away {...part} />
          <Quiet {...part} />
          <Reviews {...part} />
        </>
      )}
      <ReferralsPart {...part} />
      <Flow {...part} period={query.weeks} />
      <p class="os-noprint"><a class="nhsuk-link" href="/known-people">Colleagues who know somebody outside work</a></p>
      <PrintButton />
    </Page>
  );
}

export const states: PageStates = {
  full: () => <DashboardPage ctx={manager} query={{}} today={TODAY} data={sampleDashboard} />,
  bare: () => <DashboardPage ctx={manager} query={{ weeks: '6' }} today={TODAY} data={{ ...sampleDashboard, team: null, teams: [], workloads: [], waiting: [], lacking: 1, counts: { everyone: 1, mine: 0, waiting: 0, quiet: 0, review: 0 } }} />,
  calm: () => <DashboardPage ctx={manager} query={{}} today={TODAY} data={{ ...sampleDashboard, waiting: [], workloads: (sampleDashboard.workloads ?? []).map((one) => ({ ...one, points: 2, quiet: 0, review: 0, reviewInWeek: 0, reviewInMonth: 0 })) }} />,
  empty: () => <DashboardPage ctx={manager} query={{}} today={TODAY} data={nothing} />,
  broken: () => <DashboardPage ctx={manager} query={{}} today={TODAY} data={broken} />,
};
