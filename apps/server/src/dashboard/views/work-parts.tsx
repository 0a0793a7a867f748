import type { Workload } from '@app/overviews';
import { BarTable, Details, formatDate, plural, Stats, type Child, type Html } from '@app/web-kit';
import { listOf, Panel, TakeAway, type Part } from './panel';

const nameOf = ({ name, employers }: Workload): string => `${name}, ${employers.join(' and ')}`;

export function Tiles({ data: { counts, lacking, staleSuggestions, reviewsDue, referrals, team } }: Part): Html {
  const of = (value: number | undefined): number | null => value ?? null;
  return (
    <Stats items={[
      { value: of(counts?.everyone), label: counts?.everyone === 1 ? 'open case' : 'open cases', href: listOf(team) },
      { value: of(counts?.waiting), label: 'waiting for a key worker', href: listOf(team, { view: 'waiting' }), warn: true },
      { value: lacking, label: lacking === 1 ? 'needs a new key worker' : 'need a new key worker', href: listOf(team, { lacking: 'yes' }), warn: true },
      { value: of(counts?.review), label: counts?.review === 1 ? 'review overdue' : 'reviews overdue', href: listOf(team, { view: 'review' }), warn: true },
      { value: of(reviewsDue?.week), label: reviewsDue?.week === 1 ? 'review due in 7 days' : 'reviews due in 7 days', href: listOf(team, { reviewDue: 'week' }) },
      { value: of(reviewsDue?.paused), label: reviewsDue?.paused === 1 ? 'review could not be held' : 'reviews could not be held', href: listOf(team, { reviewDue: 'paused' }) },
      { value: staleSuggestions, label: staleSuggestions === 1 ? 'plan with a suggestion that waits too long' : 'plans with a suggestion that waits too long', href: listOf(team, { staleSuggestion: 'yes' }), warn: true },
      { value: of(counts?.quiet), label: 'with no contact in the agreed time', href: listOf(team, { view: 'quiet' }), warn: true },
      { value: of(referrals?.received.waiting), label: referrals?.received.waiting === 1 ? 'referral waits for our answer' : 'referrals wait for our answer', href: '/referrals?queue=received&only=waiting', warn: true },
    ]} />
  );
}

/** "Jo Whitcombe has 3 points more than agreed." */
function capacityWords(workloads: readonly Workload[]): string {
  const over = workloads.filter(({ points, capacity }) => capacity !== null && points > capacity);
  if (over.length === 0) return 'Nobody has more than was agreed.';
  return over.map(({ name, points, capacity }) => `${name} has ${plural(points - (capacity ?? 0), 'point')} more than agreed.`).join(' ');
}

export const Shared = ({ data: { workloads, team } }: Part): Html => (
  <Panel id="shared" title="Open cases by key worker" of={workloads} draw={(rows) => (rows.length === 0 ? <p>Nobody is a key worker yet.</p> : (
    <>
      <p>{capacityWords(rows)} A light case is 1 point, a usual one 2, a complex one 3; people whom you cannot list are not counted.</p>
      <BarTable caption="Points by key worker, against what was agreed" first="Key worker" also="Open cases" series={['Points']} calm markLabel="Agreed"
        rows={rows.map((one) => ({
          label: nameOf(one), parts: [one.points], also: <a class="nhsuk-link" href={listOf(team, { keyWorker: one.userId })}>{one.cases}</a>, ...(one.capacity !== null && { mark: one.capacity }),
        }))} />
      <TakeAway table="shared" team={team} />
    </>
  ))} />
);

const CoverFor = ({ workloads }: { workloads: readonly Workload[] }): Html => (
  <div class="os-noprint">
    <Details summaryText="Somebody is off today? Cover everybody whom they lead, in one act"
      html={<ul class="os-list">{workloads.map(({ userId, name }) => <li><a class="nhsuk-link" href={`/workers/${userId}/cover`}>Cover for {name}</a>, or <a class="nhsuk-link" href={`/workers/${userId}/hand-on`}>hand on what is theirs</a></li>)}</ul>} />
  </div>
);

/** Who is away and who stands in, and the way to arrange it for somebody else. */
export const Away = ({ data: { covered, workloads } }: Part): Html => (
  <Panel id="away" title="Away and covered" of={covered} draw={(rows) => (
    <>
      {rows.length === 0 ? <p>Nobody is covered now.</p> : (
        <ul class="os-list">{rows.map(({ leadUserId, lead, cover, until, people }) => (
          <li><a class="nhsuk-link" href={`/workers/${leadUserId}/cover`}>{lead}</a>: {cover} stands in with {plural(people, 'person', 'people')} until {formatDate(new Date(until.getTime() - 1))}.</li>
        ))}</ul>
      )}
      {workloads && workloads.length > 0 ? <CoverFor workloads={workloads} /> : null}
    </>
  )} />
);

const sumOf = (rows: readonly Workload[], of: (row: Workload) => number): number => rows.reduce((sum, one) => sum + of(one), 0);

/** Who was not spoken with in the agreed time, by key worker; only those who have any. */
export const Quiet = ({ data: { workloads, team } }: Part): Html => (
  <Panel id="quiet" title="No contact in the agreed time" of={workloads} draw={(all) => {
    const rows = all.filter(({ quiet }) => quiet > 0).sort((a, b) => b.quiet - a.quiet);
    const count = sumOf(rows, ({ quiet }) => quiet);
    if (!rows[0]) return <p>Everybody who has a key worker was spoken with in the agreed time.</p>;
    return (
      <>
        <p>{plural(count, 'person', 'people')} with a key worker {count === 1 ? 'has' : 'have'} not been spoken with in the agreed time, {rows[0].quiet} of them {rows[0].name}’s.</p>
        <BarTable caption="No contact in the agreed time" first="Key worker" series={['People']} calm
          rows={rows.map((one) => ({ label: nameOf(one), parts: [one.quiet], hrefs: [listOf(team, { keyWorker: one.userId, view: 'quiet' })] }))} />
      </>
    );
  }} />
);

function reviewsSentence({ data: { counts, reviewsDue, team } }: Part): Child {
  if (!counts || !reviewsDue) return null;
  const number = (value: number, parameters: Record<string, string>): Child => (value > 0 ? <a class="nhsuk-link" href={listOf(team, parameters)}>{value}</a> : 'none');
  return (
    <p>
      With a key worker or without: {number(counts.review, { view: 'review' })} overdue, {number(reviewsDue.week, { reviewDue: 'week' })} due in the next 7 days, {number(reviewsDue.month, { reviewDue: 'month' })} in the three weeks after that; {number(reviewsDue.paused, { reviewDue: 'paused' })} could not be held, and somebody comes back to {reviewsDue.paused === 1 ? 'it' : 'them'}: that is nobody’s failure, and not overdue until then.
    </p>
  );
}

/** Reviews that are overdue and those that come, by key worker; only those who have any. */
export const Reviews = (part: Part): Html => (
  <Panel id="reviews" title="Reviews due" of={part.data.workloads} draw={(all) => {
    const { team } = part.data;
    const rows = all.filter((one) => one.review + one.reviewInWeek + one.reviewInMonth > 0).sort((a, b) => b.review - a.review || b.reviewInWeek - a.reviewInWeek);
    const href = ({ userId }: Workload, parameters: Record<string, string>): string => listOf(team, { keyWorker: userId, ...parameters });
    return (
      <>
        {reviewsSentence(part)}
        {rows.length === 0 ? <p>No review of somebody with a key worker is overdue or due in the next 28 days.</p> : (
          <BarTable caption="Reviews due by key worker" first="Key worker" series={['Overdue', 'In 7 days', 'In 8 to 28 days']} total="All"
            rows={rows.map((one) => ({
              label: nameOf(one), parts: [one.review, one.reviewInWeek, one.reviewInMonth],
              hrefs: [href(one, { view: 'review' }), href(one, { reviewDue: 'week' }), href(one, { reviewDue: 'month' })],
            }))} />
        )}
      </>
    );
  }} />
);
