import type { Workload } from '@app/overviews';
import {
  BarTable, Details, EmptyState, FilterBar, formatDate, formatShortDate, formatTime, LineChart, Page, plural, PrintButton, Section, Select, Stats, type Html, type PageContext, type PageStates,
} from '@app/web-kit';
import type { ReadDashboard } from '../dashboard.commands';
import { PERIODS } from '../dashboard.commands';
import type { Dashboard } from '../dashboard.desk';
import { hrefOf } from './addresses';
import { manager, nothing, sampleDashboard, TODAY } from './sample';
import { daysWaiting, WaitingTable } from './waiting-table';

interface DashboardPageProps {
  ctx: PageContext;
  query: ReadDashboard;
  /** the local calendar day */
  today: string;
  data: Dashboard;
}

const SHOWN = 5;
type Part = Pick<DashboardPageProps, 'data' | 'today'>;
const listOf = (team: Dashboard['team'], parameters: Record<string, string | null> = {}): string => hrefOf('/caseload', { ...parameters, team: team?.id });
const nameOf = ({ name, employers }: Workload): string => `${name}, ${employers.join(' and ')}`;

function Tiles({ data: { counts, lacking, team } }: Part): Html {
  return (
    <Stats items={[
      { value: counts.everyone, label: counts.everyone === 1 ? 'open case' : 'open cases', href: listOf(team) },
      { value: counts.waiting, label: 'waiting for a key worker', href: listOf(team, { view: 'waiting' }), warn: true },
      { value: lacking, label: lacking === 1 ? 'needs a new key worker' : 'need a new key worker', href: listOf(team, { lacking: 'yes' }), warn: true },
      { value: counts.review, label: counts.review === 1 ? 'review overdue' : 'reviews overdue', href: listOf(team, { view: 'review' }), warn: true },
      { value: counts.quiet, label: 'with no contact in the agreed time', href: listOf(team, { view: 'quiet' }), warn: true },
    ]} />
  );
}

function WaitingPart({ data: { waiting, counts, team }, today }: Part): Html {
  const [first] = waiting;
  return (
    <Section id="waiting" title="Waiting for a key worker">
      {first ? (
        <>
          <p>{plural(counts.waiting, 'person waits', 'people wait')}; {first.name} has waited longest, for {plural(daysWaiting(first.since, today), 'day')}.</p>
          <WaitingTable rows={waiting.slice(0, SHOWN)} today={today} />
          <p class="os-noprint"><a class="nhsuk-link" href={hrefOf('/dashboard/waiting', { team: team?.id })}>Everybody who waits</a></p>
        </>
      ) : <p>No one is waiting: every open case that you can list has a key worker.</p>}
    </Section>
  );
}

/** "Jo Whitcombe has 3 points more than agreed." */
function capacityWords(workloads: readonly Workload[]): string {
  const over = workloads.filter(({ points, capacity }) => capacity !== null && points > capacity);
  if (over.length === 0) return 'Nobody has more than was agreed.';
  return over.map(({ name, points, capacity }) => `${name} has ${plural(points - (capacity ?? 0), 'point')} more than agreed.`).join(' ');
}

function Shared({ data: { workloads, team } }: Part): Html {
  return (
    <Section id="shared" title="Open cases by key worker">
      <p>{capacityWords(workloads)} A light case is 1 point, a usual one 2, a complex one 3; people whom you cannot list are not counted.</p>
      <BarTable caption="Points by key worker, against what was agreed" first="Key worker" also="Open cases" series={['Points']} calm markLabel="Agreed"
        rows={workloads.map((one) => ({
          label: nameOf(one), parts: [one.points], also: <a class="nhsuk-link" href={listOf(team, { keyWorker: one.userId })}>{one.cases}</a>, ...(one.capacity !== null && { mark: one.capacity }),
        }))} />
    </Section>
  );
}

/** Who is away and who stands in, and the way to arrange it for somebody else. */
function Away({ data: { covered, workloads } }: Part): Html {
  return (
    <Section id="away" title="Away and covered">
      {covered.length === 0 ? <p>Nobody is covered now.</p> : (
        <ul class="os-list">{covered.map(({ leadUserId, lead, cover, until, people }) => (
          <li><a class="nhsuk-link" href={`/workers/${leadUserId}/cover`}>{lead}</a>: {cover} stands in with {plural(people, 'person', 'people')} until {formatDate(new Date(until.getTime() - 1))}.</li>
        ))}</ul>
      )}
      <div class="os-noprint">
        <Details summaryText="Somebody is off today? Cover everybody whom they lead, in one act"
          html={<ul class="os-list">{workloads.map(({ userId, name }) => <li><a class="nhsuk-link" href={`/workers/${userId}/cover`}>Cover for {name}</a></li>)}</ul>} />
      </div>
    </Section>
  );
}

interface DueProps extends Part {
  id: string;
  title: string;
  series: string;
  view: 'quiet' | 'review';
  words: (count: number, most: Workload) => string;
  none: string;
}

/** One kind of thing that is due, by key worker; only those who have any. */
function Due({ data: { workloads, team }, id, title, series, view, words, none }: DueProps): Html {
  const some = workloads.filter((one) => one[view] > 0).sort((a, b) => b[view] - a[view]);
  const [most] = some;
  return (
    <Section id={id} title={title}>
      <p>{most ? words(some.reduce((sum, one) => sum + one[view], 0), most) : none}</p>
      {most ? <BarTable caption={title} first="Key worker" series={[series]} rows={some.map((one) => ({ label: nameOf(one), parts: [one[view]], hrefs: [listOf(team, { keyWorker: one.userId, view })] }))} /> : null}
    </Section>
  );
}

function Flow({ data: { weeks, team } }: Part): Html {
  const [opened, closed] = [weeks.reduce((sum, one) => sum + one.opened, 0), weeks.reduce((sum, one) => sum + one.closed, 0)];
  const words = `${plural(opened, 'case was', 'cases were')} opened and ${closed.toLocaleString('en-GB')} closed in ${plural(weeks.length, 'week')}, of people whom you can list.`;
  const hrefs = (change: 'opened' | 'closed'): string[] => weeks.map(({ week }) => hrefOf('/dashboard/flow', { change, week, team: team?.id }));
  return (
    <Section id="flow" title="Cases opened and closed each week">
      <p>{words}</p>
      <LineChart id="flow-chart" title="Cases opened and closed each week" description={words} first="Week of" points={weeks.map(({ week }) => formatShortDate(week).replace(/ \d{4}$/, ''))}
        lines={[
          { name: 'Opened', values: weeks.map((one) => one.opened), hrefs: hrefs('opened') }, { name: 'Closed', values: weeks.map((one) => one.closed), hrefs: hrefs('closed') },
        ]} />
    </Section>
  );
}

function Choices({ query, data: { teams, team } }: Pick<DashboardPageProps, 'query' | 'data'>): Html {
  return (
    <FilterBar action="/dashboard" label="Team and period" submit="Show">
      {teams.length > 0 ? <Select id="team" name="team" label="Team" value={team?.id ?? ''} items={[{ value: '', text: 'Everybody whom you can list' }, ...teams.map(({ id, name }) => ({ value: id, text: name }))]} /> : null}
      <Select id="weeks" name="weeks" label="Period" value={query.weeks ?? '12'} items={PERIODS.map((weeks) => ({ value: weeks, text: `${weeks} weeks` }))} />
    </FilterBar>
  );
}

/** A team's work in one page: who has how much, who waits, what is due. */
export function DashboardPage(props: DashboardPageProps): Html {
  const { ctx, data, today } = props;
  const part = { data, today };
  return (
    <Page ctx={ctx} title="Team" wide>
      <h1 class="nhsuk-heading-l">{data.team?.name ?? 'Team'}</h1>
      <p class="os-result">As it was at {formatTime(data.at)} on {formatDate(data.at)}</p>
      <Choices {...props} />
      {data.counts.everyone === 0 ? (
        <EmptyState title="Charts appear when the first case is open"><p>You see the people whose circle lets your organisation or your team in. <a class="nhsuk-link" href="/people">Find a person</a> to open a case.</p></EmptyState>
      ) : (
        <>
          <Tiles {...part} />
          <WaitingPart {...part} />
          {data.workloads.length > 0 ? <><Shared {...part} /><Away {...part} /></> : null}
          <Due {...part} id="quiet" title="No contact in the agreed time" series="People" view="quiet" none="Everybody who has a key worker was spoken with in the agreed time."
            words={(count, most) => `${plural(count, 'person', 'people')} with a key worker ${count === 1 ? 'has' : 'have'} not been spoken with in the agreed time, ${most.quiet} of them ${most.name}’s.`} />
          <Due {...part} id="reviews" title="Reviews overdue" series="Reviews" view="review" none="No review is overdue."
            words={(count, most) => `${plural(count, 'review is', 'reviews are')} overdue, ${most.review} of them ${most.name}’s.`} />
        </>
      )}
      <Flow {...part} />
      <PrintButton />
    </Page>
  );
}

export const states: PageStates = {
  full: () => <DashboardPage ctx={manager} query={{}} today={TODAY} data={sampleDashboard} />,
  bare: () => <DashboardPage ctx={manager} query={{ weeks: '6' }} today={TODAY} data={{ ...sampleDashboard, team: null, teams: [], workloads: [], waiting: [], lacking: 1, counts: { ...nothing.counts, everyone: 1 } }} />,
  calm: () => <DashboardPage ctx={manager} query={{}} today={TODAY} data={{ ...sampleDashboard, waiting: [], workloads: sampleDashboard.workloads.map((one) => ({ ...one, points: 2, quiet: 0, review: 0 })) }} />,
  empty: () => <DashboardPage ctx={manager} query={{}} today={TODAY} data={nothing} />,
};
