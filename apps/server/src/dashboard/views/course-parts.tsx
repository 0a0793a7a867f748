import type { Queue, QueueCounts, QueuePart } from '@app/referrals';
import { DataTable, formatShortDate, LineChart, plural, type Child, type Column, type Html } from '@app/web-kit';
import { hrefOf } from './addresses';
import { Panel, TakeAway, type Part } from './panel';
import { daysWaiting, WaitingTable } from './waiting-table';

const SHOWN = 5;

export const WaitingPart = ({ data: { waiting, counts, team }, today }: Part): Html => (
  <Panel id="waiting" title="Waiting for a key worker" of={waiting} draw={(rows) => (rows[0] ? (
    <>
      <p>{plural(counts?.waiting ?? rows.length, 'person waits', 'people wait')}; {rows[0].name} has waited longest, for {plural(daysWaiting(rows[0].since, today), 'day')}.</p>
      <WaitingTable rows={rows.slice(0, SHOWN)} today={today} />
      <p class="os-noprint"><a class="nhsuk-link" href={hrefOf('/dashboard/waiting', { team: team?.id })}>Everybody who waits: ask key workers for several at once</a></p>
      <TakeAway table="waiting" team={team} />
    </>
  ) : <p>No one is waiting: every open case that you can list has a key worker.</p>)} />
);

interface QueueRow {
  queue: Queue;
  of: Record<QueuePart, number>;
}
const QUEUE_WORDS: Record<Queue, string> = { received: 'Came to us', sent: 'Sent by us' };
const numberOf = ({ queue, of }: QueueRow, part: QueuePart): Child =>
  (of[part] > 0 ? <a class="nhsuk-link" href={`/referrals?queue=${queue}&only=${part}`}>{of[part]}</a> : 'none');
const columns: Column<QueueRow>[] = [
  { head: 'Referrals', rowHeader: true, cell: ({ queue }) => QUEUE_WORDS[queue] },
  { head: 'Wait', cell: (row) => numberOf(row, 'waiting') },
  { head: 'Answer late', cell: (row) => numberOf(row, 'late') },
];

function referralWords({ received, sent }: QueueCounts): string {
  if (received.waiting + sent.waiting === 0) return 'No referral waits for anybody.';
  const late = received.late + sent.late;
  return `${plural(received.waiting, 'referral waits', 'referrals wait')} for our answer and ${sent.waiting} for others or for us to take back; ${late === 0 ? 'none is late' : `${late} ${late === 1 ? 'is' : 'are'} late`}.`;
}

/** Referrals on which somebody has to do something, on either side. */
export const ReferralsPart = ({ data: { referrals, team } }: Part): Html => (
  <Panel id="referrals" title="Referrals waiting" of={referrals} draw={(counts) => (
    <>
      <p>{referralWords(counts)}{team ? ' A referral belongs to an organisation: these are of yours, whichever team is chosen.' : null}</p>
      <DataTable caption="Referrals waiting" hideCaption columns={columns} rows={(['received', 'sent'] as const).map((queue) => ({ queue, of: counts[queue] }))} />
      <TakeAway table="referrals" team={team} />
    </>
  )} />
);

export const Flow = ({ data: { weeks, team }, period }: Part & { period: string | null | undefined }): Html => (
  <Panel id="flow" title="Cases opened and closed each week" of={weeks} draw={(rows) => {
    const [opened, closed] = [rows.reduce((sum, one) => sum + one.opened, 0), rows.reduce((sum, one) => sum + one.closed, 0)];
    const words = `${plural(opened, 'case was', 'cases were')} opened and ${closed.toLocaleString('en-GB')} closed in ${plural(rows.length, 'week')}, of people whom you can list.`;
    const hrefs = (change: 'opened' | 'closed'): string[] => rows.map(({ week }) => hrefOf('/dashboard/flow', { change, week, team: team?.id }));
    return (
      <>
        <p>{words}</p>
        <LineChart id="flow-chart" title="Cases opened and closed each week" description={words} first="Week of" points={rows.map(({ week }) => formatShortDate(week).replace(/ \d{4}$/, ''))}
          lines={[
            { name: 'Opened', values: rows.map((one) => one.opened), hrefs: hrefs('opened') }, { name: 'Closed', values: rows.map((one) => one.closed), hrefs: hrefs('closed') },
          ]} />
        <TakeAway table="weeks" team={team} weeks={period} />
      </>
    );
  }} />
);
