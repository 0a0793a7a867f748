import { unreadParameters } from '@app/kernel';
import type { Found } from '@app/overviews';
import { ageOn, readNhsNumber } from '@app/persons';
import { DataTable, EmptyState, NhsNumber, orSay, Page, plural, SearchInput, Sub, Time, type Column, type FieldError, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { keyWorker, landlord, TODAY } from '../../person/views/sample';
import type { FindPeople } from '../people.commands';
import type { FoundPage } from '../people.list';

interface PeoplePageProps {
  ctx: PageContext;
  query: FindPeople;
  /** null before anything was looked for */
  found: FoundPage | null;
  /** health and social care; others look for a reference of their own */
  byNhsNumber: boolean;
  /** whether the reader may open a record in an emergency */
  mayOpen: boolean;
  /** the local calendar day */
  today: string;
}

/** Digits that were meant as an NHS number and are none. */
function numberWords(search: string | null | undefined): string | null {
  const number = readNhsNumber(search ?? '');
  return 'fault' in number && number.fault === 'nhsNumber.checkDigit' ? 'NHS number must be a real number: check each digit' : null;
}

function errorsOf({ query, byNhsNumber }: PeoplePageProps): FieldError[] {
  if (unreadParameters(query).includes('search')) return [{ field: 'find', text: 'Enter at least one letter or digit to look for, and 100 characters or fewer' }];
  const number = byNhsNumber ? numberWords(query.search) : null;
  return number ? [{ field: 'find', text: number }] : [];
}

/** People to choose from: nobody is opened by a name alone. */
export function FoundTable({ caption, rows, today }: { caption: string; rows: readonly Found[]; today: string }): Html {
  const born = (row: Found): Html | null => {
    const age = ageOn(row.dateOfBirth, today);
    return row.dateOfBirth ? <><Time at={row.dateOfBirth} /><Sub>{age === null ? null : plural(age, 'year')}</Sub></> : null;
  };
  const columns: Column<Found>[] = [
    { head: 'Name', rowHeader: true, cell: (row) => <><a class="nhsuk-link" href={`/people/${row.personId}`}>{row.name}</a>{row.preferred ? <Sub>Likes to be called {row.preferred}</Sub> : null}</> },
    { head: 'Date of birth', cell: (row) => orSay(born(row), 'Not recorded') },
    ...(rows.some((row) => row.nhsNumber) ? [{ head: 'NHS number', cell: (row: Found) => orSay(row.nhsNumber && <NhsNumber value={row.nhsNumber} />, 'Not recorded') }] : []),
    ...(rows.some((row) => row.ownReference) ? [{ head: 'Our reference', cell: (row: Found) => orSay(row.ownReference, 'None recorded') }] : []),
    { head: 'Key worker', cell: (row) => orSay(row.keyWorker, row.hasCase ? 'No key worker yet' : 'No open case') },
  ];
  return <DataTable caption={caption} hideCaption columns={columns} rows={rows} />;
}

const registerHref = (search: string): string => `/people/new?search=${encodeURIComponent(search)}`;

function Results({ query, found, today }: PeoplePageProps): Html | null {
  const search = query.search;
  if (!found || !search) return null;
  const [written, alike] = [found.rows.filter((row) => !row.soundsAlike), found.rows.filter((row) => row.soundsAlike)];
  const next = found.next ? `/people?${new URLSearchParams({ search, cursor: found.next }).toString()}` : null;
  return (
    <>
      <h2 class="nhsuk-heading-m">{found.rows.length === 0 ? 'No one found' : 'People found'}</h2>
      {found.rows.length === 0
        ? <EmptyState level={3} title={`No one whom you can see matches “${search}”`}><p>Check the date of birth, or try fewer letters.</p></EmptyState>
        : (
          <div id="list" tabindex={-1}>
            <p class="os-result" role="status">{next || query.cursor ? `${plural(found.rows.length, 'person', 'people')} on this page` : `${plural(found.rows.length, 'person', 'people')} found`}</p>
            {written.length > 0 ? <FoundTable caption={`People found for ${search}`} rows={written} today={today} /> : null}
            {alike.length > 0 ? <><h3 class="nhsuk-heading-s">{written.length > 0 ? 'Names that sound alike' : 'No name is written like that. These sound alike'}</h3><FoundTable caption="People whose names sound alike" rows={alike} today={today} /></> : null}
          </div>
        )}
      <p class="os-actions os-noprint">
        {query.cursor ? <a class="nhsuk-link" href={`/people?${new URLSearchParams({ search }).toString()}`}>First page</a> : null}
        {next ? <a class="nhsuk-link" href={next} rel="next">Next page</a> : null}
      </p>
      <p>{found.rows.length === 0 ? null : 'Not here? '}<a class="nhsuk-link" href={registerHref(search)}>Add a new person</a></p>
    </>
  );
}

/** Finding a person; adding one only when nobody was found. */
export function PeoplePage(props: PeoplePageProps): Html {
  const { ctx, query, found, byNhsNumber } = props;
  const errors = errorsOf(props);
  return (
    <Page ctx={ctx} title={query.search ? `Find a person: ${query.search}` : 'Find a person'} errors={errors} skipTo={found && found.rows.length > 0 ? { href: '#list', text: 'Skip to list of people' } : undefined}>
      <h1 class="nhsuk-heading-l">Find a person</h1>
      <form method="get" action="/people" role="search" aria-label="People" novalidate>
        <SearchInput id="find" name="search" label={`Name, date of birth or ${byNhsNumber ? 'NHS number' : 'our reference'}`} hint="You find the people whom you or your team support. For example: oduya margery, or 3/5/1944" value={query.search ?? ''}
          autocomplete="off" spellcheck={false} errorMessage={errors[0]?.text} />
      </form>
      <Results {...props} />
      {props.mayOpen ? <p><a class="nhsuk-link" href="/emergency">Open in an emergency</a> somebody whom you do not find</p> : null}
    </Page>
  );
}

const madge: Found = {
  personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Margery Plumtree-Oduya', family: 'Plumtree-Oduya', given: 'Margery', preferred: 'Madge', dateOfBirth: '1944-05-03', nhsNumber: '9434765919', ownReference: null,
  keyWorker: 'Jo Whitcombe', hasCase: true, soundsAlike: false,
};
const unknown: Found = { ...madge, personId: '0190aaaa-0000-7000-8000-000000000002', preferred: null, dateOfBirth: null, nhsNumber: null, keyWorker: null, hasCase: false };

export const states: PageStates = {
  full: () => <PeoplePage ctx={keyWorker} query={{ search: 'oduya', limit: 50, cursor: 'c' }} found={{ rows: [madge, unknown], next: 'next' }} byNhsNumber mayOpen today={TODAY} />,
  bare: () => <PeoplePage ctx={keyWorker} query={{ search: 'oduya', limit: 50 }} found={{ rows: [unknown], next: null }} byNhsNumber mayOpen today={TODAY} />,
  empty: () => <PeoplePage ctx={keyWorker} query={{ search: 'nobody', limit: 50 }} found={{ rows: [], next: null }} byNhsNumber mayOpen today={TODAY} />,
  alike: () => <PeoplePage ctx={keyWorker} query={{ search: 'marjory plumtree', limit: 50 }} found={{ rows: [unknown, { ...madge, soundsAlike: true }], next: null }} byNhsNumber mayOpen today={TODAY} />,
  onlyAlike: () => <PeoplePage ctx={keyWorker} query={{ search: 'marjory plumtree', limit: 50 }} found={{ rows: [{ ...madge, soundsAlike: true }], next: null }} byNhsNumber mayOpen today={TODAY} />,
  start: () => <PeoplePage ctx={keyWorker} query={{ limit: 50 }} found={null} byNhsNumber mayOpen today={TODAY} />,
  landlord: () => <PeoplePage ctx={landlord} query={{ search: 'oduya', limit: 50 }} found={{ rows: [{ ...madge, nhsNumber: null, ownReference: 'FH-7001' }, unknown], next: null }} byNhsNumber={false} mayOpen={false} today={TODAY} />,
  errors: () => <PeoplePage ctx={keyWorker} query={{ search: '943 476 5918', limit: 50 }} found={{ rows: [], next: null }} byNhsNumber mayOpen today={TODAY} />,
};
