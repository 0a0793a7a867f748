import type { CaseloadRow, CaseloadSort } from '@app/overviews';
import { ageOn } from '@app/persons';
import { ago, DataTable, NhsNumber, orSay, Overdue, plural, Sub, Time, type Child, type Column, type Html } from '@app/web-kit';

interface CaseloadTableProps {
  caption: string;
  rows: readonly CaseloadRow[];
  /** the local calendar day */
  today: string;
  /** the order of the list, and the address of the list in another order */
  sort: CaseloadSort;
  sortHref: (sort: CaseloadSort) => string;
}

const years = (row: CaseloadRow, today: string): string | null => {
  const age = ageOn(row.birthDate, today);
  return age === null ? null : plural(age, 'year');
};

const isQuiet = (row: CaseloadRow, today: string): boolean => row.contactDueOn !== null && row.contactDueOn < today;
const isReviewOverdue = (row: CaseloadRow, today: string): boolean => row.nextReviewOn !== null && row.nextReviewOn < today;

/** People on the page with the same name: one is told from the other before anything is opened. */
function sharedNames(rows: readonly CaseloadRow[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of rows) (seen.has(name.toLowerCase()) ? twice : seen).add(name.toLowerCase());
  return twice;
}

function nameCell(row: CaseloadRow, today: string, twice: ReadonlySet<string>): Child {
  const facts = [row.preferred ? `Likes to be called ${row.preferred}` : null, years(row, today)].filter(Boolean).join(', ');
  return (
    <>
      <a class="nhsuk-link" href={`/people/${row.personId}`}>{row.name}</a>
      {facts ? <Sub>{facts}</Sub> : null}
      {row.nhsNumber ? <Sub>NHS <NhsNumber value={row.nhsNumber} /></Sub> : null}
      {row.ownReference ? <Sub>Our reference {row.ownReference}</Sub> : null}
      {twice.has(row.name.toLowerCase()) ? <Sub><strong>Another {row.family}, {row.given} is on this list</strong></Sub> : null}
    </>
  );
}

function reviewCell(row: CaseloadRow, today: string): Child {
  if (!row.nextReviewOn) return orSay(null, 'No review planned');
  return <><Time at={row.nextReviewOn} short />{isReviewOverdue(row, today) ? <> <Overdue /></> : null}</>;
}

function contactCell(row: CaseloadRow, today: string): Child {
  const last = row.lastConversationAt
    ? <><Time at={row.lastConversationAt} short /><Sub>{ago(row.lastConversationAt, new Date(`${today}T12:00:00Z`))}</Sub></>
    : orSay(null, 'None yet');
  if (!row.contactDueOn) return last;
  return <>{last}<Sub>{isQuiet(row, today) ? <Overdue>Was due <Time at={row.contactDueOn} short /></Overdue> : <>Due by <Time at={row.contactDueOn} short /></>}</Sub></>;
}

/** People with an open case; red edge for whoever waits longer than was agreed. */
export function CaseloadTable({ caption, rows, today, sort, sortHref }: CaseloadTableProps): Html {
  const twice = sharedNames(rows);
  const by = (key: CaseloadSort) => ({ href: sortHref(key), state: sort === key ? 'ascending' : 'none' }) as const;
  const columns: Column<CaseloadRow>[] = [
    { head: 'Name', rowHeader: true, sort: by('name'), cell: (row) => nameCell(row, today, twice) },
    { head: 'Alerts', cell: (row) => (row.alerts ? <strong>{plural(row.alerts, 'alert')}</strong> : 'None') },
    { head: 'Plan review', sort: by('review'), cell: (row) => reviewCell(row, today) },
    { head: 'Last contact', sort: by('contact'), cell: (row) => contactCell(row, today) },
    { head: 'Key worker', wideOnly: true, cell: (row) => orSay(row.keyWorker, 'No key worker yet') },
  ];
  return <DataTable caption={caption} hideCaption columns={columns} rows={rows} isDue={(row) => isQuiet(row, today) || isReviewOverdue(row, today)} />;
}
