import type { Waiting } from '@app/measures';
import { Checkboxes, DataTable, formatShortDate, Hidden, orSay, Overdue, plural, Sub, Time, type Child, type Column, type Html } from '@app/web-kit';

const DAY = 86_400_000;
const COMPLEXITY_WORDS = { light: 'light', usual: 'usual', complex: 'complex' } as const;

/** Whole days since, by the calendar. */
export const daysWaiting = (since: Date, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(since))) / DAY));

function askedCell({ asked, answerBy }: Waiting, today: string): Child {
  if (!asked) return orSay(null, 'Nobody is asked');
  return <>{asked}<Sub>{answerBy !== null && answerBy < today ? <Overdue>No answer by {formatShortDate(answerBy)}</Overdue> : `answers by ${formatShortDate(answerBy ?? today)}`}</Sub></>;
}

/** Somebody who was asked and has time to answer is not asked past them. */
const mayBeTicked = ({ asked, answerBy }: Waiting, today: string): boolean => !asked || (answerBy !== null && answerBy < today);
const tickColumn = (today: string): Column<Waiting> => ({
  head: 'Tick',
  cell: (row) => (mayBeTicked(row, today)
    ? <Checkboxes idPrefix={`cases-${row.caseId}`} name="cases" small items={[{ value: row.caseId, html: <Hidden>{row.name}</Hidden> }]} />
    : 'Is asked'),
});

/** Who waits for a key worker, whoever waits longest first, and where one is named. With `tick`, several can be chosen in a form. */
export function WaitingTable({ rows, today, tick }: { rows: readonly Waiting[]; today: string; tick?: boolean }): Html {
  const columns: Column<Waiting>[] = [
    ...(tick ? [tickColumn(today)] : []),
    { head: 'Name', rowHeader: true, cell: (row) => <><a class="nhsuk-link" href={`/cases/${row.caseId}/key-worker`}>{row.name}</a>{row.complexity && row.complexity !== 'usual' ? <Sub>a {COMPLEXITY_WORDS[row.complexity]} case</Sub> : null}</> },
    { head: 'Waiting', cell: (row) => <>{plural(daysWaiting(row.since, today), 'day')}<Sub>since <Time at={row.since} short /></Sub></> },
    { head: 'Asked', cell: (row) => askedCell(row, today) },
    { head: 'Why the case is open', wideOnly: true, cell: (row) => orSay(row.reason, 'No reason recorded') },
  ];
  return <DataTable caption="Waiting for a key worker, whoever waits longest first" hideCaption columns={columns} rows={rows} isDue={(row) => row.answerBy !== null && row.answerBy < today} />;
}
