import { rolesInWords, STAFF_WORDS, type ColleagueRow } from '@app/identity';
import { ActionLink, DataTable, EmptyState, FilterBar, Input, Page, Tag, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { administrator, ivy } from './sample';
import { Wanted } from './wanting';

interface PeopleAndAccessProps {
  ctx: PageContext;
  colleagues: readonly ColleagueRow[];
  /** whose last day is near, and volunteers who lack something */
  wanted: readonly ColleagueRow[];
  now: Date;
  search: string;
  /** there are more than are shown */
  isCut: boolean;
}

export function PeopleAndAccessPage({ ctx, colleagues, wanted, now, search, isCut }: PeopleAndAccessProps): Html {
  return (
    <Page ctx={ctx} title="People and access" wide>
      <h1 class="nhsuk-heading-l">People and access</h1>
      <ActionLink text="Invite a colleague" href="/people-and-access/invite" />
      {search ? null : <Wanted colleagues={wanted} now={now} />}
      <FilterBar action="/people-and-access" label="Colleagues" {...(search ? { clearHref: '/people-and-access' } : {})}>
        <Input id="search" name="search" label="Name or e-mail address" value={search} classes="nhsuk-input--width-20" />
      </FilterBar>
      {colleagues.length === 0 ? <EmptyState title={search ? 'Nobody matches' : 'Nobody is here yet'}><p>{search ? 'Try fewer letters, or clear the filter.' : 'Invite the first colleague.'}</p></EmptyState> : (
        <DataTable<ColleagueRow> caption={`${isCut ? 'The first ' : ''}${colleagues.length} ${colleagues.length === 1 ? 'colleague' : 'colleagues'}, by name`} rows={colleagues}
          columns={[
            { head: 'Name', rowHeader: true, cell: (row) => <a class="nhsuk-link" href={`/people-and-access/${row.id}`}>{row.name}</a> },
            { head: 'Job title', cell: (row) => row.jobTitle },
            { head: 'May', cell: (row) => rolesInWords(row.roles) },
            { head: 'Teams', cell: (row) => row.teams.map((team) => team.name).join(', ') || 'No team' },
            { head: 'Works as', cell: (row) => STAFF_WORDS[row.staffType], wideOnly: true },
            { head: 'E-mail', cell: (row) => row.email, wideOnly: true },
            { head: 'Account', cell: (row) => (row.state === 'invited' ? <Tag text="Invited" colour="yellow" /> : 'Active') },
          ]} />
      )}
      {isCut ? <p>Search for a name to see others.</p> : null}
    </Page>
  );
}

const others: ColleagueRow[] = [
  { ...ivy, id: 'b', name: 'Steph Rowe', email: 'steph@example.org', jobTitle: 'Housing officer', roles: ['practitioner'], teams: [{ id: 't', name: 'Tenancy support' }], keyWorkerTrained: true },
  { ...ivy, id: 'c', name: 'Martin Quill', email: 'martin@example.org', jobTitle: 'Income officer', roles: ['practitioner', 'team_manager'], state: 'invited', staffType: 'volunteer' },
];

const NOW = new Date('2026-12-07T09:00:00Z');
const joan: ColleagueRow = { ...ivy, id: 'd', name: 'Joan Whittle', staffType: 'volunteer', roles: ['practitioner'], supervisor: { id: 'a', name: 'Ivy Chan' }, dbsLevel: 'enhanced', dbsOn: '2024-02-01', endsOn: '2026-12-08' };
const wanted: ColleagueRow[] = [joan, { ...joan, id: 'e', name: 'Craig Pettifer', supervisor: null, dbsOn: '2021-02-01', endsOn: '2026-12-31' }, { ...joan, id: 'f', name: 'Pat Ferncliffe', dbsLevel: null, dbsOn: null, endsOn: null }];

export const states: PageStates = {
  full: () => <PeopleAndAccessPage ctx={{ ...administrator, flash: 'Steph Rowe was changed' }} colleagues={[ivy, ...others]} wanted={wanted} now={NOW} search="" isCut={true} />,
  bare: () => <PeopleAndAccessPage ctx={administrator} colleagues={[ivy]} wanted={[]} now={NOW} search="" isCut={false} />,
  empty: () => <PeopleAndAccessPage ctx={administrator} colleagues={[]} wanted={[]} now={NOW} search="zzz" isCut={false} />,
};
