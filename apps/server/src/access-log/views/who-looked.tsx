import type { IncidentRow } from '@app/contacts';
import type { KeptOutReport } from '@app/sharing';
import type { LoggedPerson } from '@app/overviews';
import { DataTable, EmptyState, FilterBar, formatDate, formatDateTime, Input, orSay, Page, Section, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { Readers } from '../../contacts/views/moved';
import type { WhoLookedModel } from '../access-log.desk';
import { lead } from './sample';

interface WhoLookedPageProps extends WhoLookedModel {
  ctx: PageContext;
}

/** Whose log? Among the people whom the lead's organisation knows; a name and a birth date to choose by. */
export function WhoLookedPage({ ctx, search, found, incidents, keptOut }: WhoLookedPageProps): Html {
  return (
    <Page ctx={ctx} title="Who looked" wide>
      <h1 class="nhsuk-heading-l">Who looked</h1>
      <p>Choose a person whom your organisation knows, to see who opened or was shown their record. You see the name and the date of birth, and nothing else of the record.</p>
      <FilterBar action="/who-looked" label="Find a person" submit="Find" {...(search && { clearHref: '/who-looked' })}>
        <Input id="search" name="search" type="search" label="Part of the name" value={search} />
      </FilterBar>
      {found.length === 0 ? <EmptyState title="No one found"><p>Try fewer letters. Only people whom your organisation knows are here.</p></EmptyState> : <Found found={found} />}
      {keptOut.length === 0 ? null : <Section id="kept-out" title="People who were kept out"><KeptOut reports={keptOut} /></Section>}
      {incidents.length === 0 ? null : <Section id="incidents" title="Notes that stood with the wrong person"><Incidents incidents={incidents} /></Section>}
    </Page>
  );
}

const logOf = (personId: string): string => `/people/${personId}/access-log`;

const Found = ({ found }: { found: readonly LoggedPerson[] }): Html => (
  <DataTable<LoggedPerson> caption="People whom your organisation knows" hideCaption rows={found} columns={[
    { head: 'Name', rowHeader: true, cell: (one) => <a class="nhsuk-link" href={logOf(one.personId)}>{one.name}</a> },
    { head: 'Born', cell: (one) => orSay(one.birthDate && formatDate(one.birthDate), 'No date of birth recorded') },
  ]} />
);

const KeptOut = ({ reports }: { reports: readonly KeptOutReport[] }): Html => (
  <ul class="os-list">
    {reports.map(({ at, kind, name, organisation, personId, reportedBy }) => (
      <li>
        {kind === 'kept_out'
          ? <p>{formatDateTime(at)}: {name}{organisation ? `, ${organisation},` : ''} must not open this record and tried. They were not told that you know. {reportedBy ? `Speak with ${reportedBy}, who wrote it down.` : null}</p>
          : <p>{formatDateTime(at)}: {reportedBy ?? 'A colleague'} stopped the sign-in of {name}, a family carer. Speak with them about whether it still must be.</p>}
        <p><a class="nhsuk-link" href={logOf(personId)}>Who looked at the record</a></p>
      </li>
    ))}
  </ul>
);

const Incidents = ({ incidents }: { incidents: readonly IncidentRow[] }): Html => (
  <ul class="os-list">
    {incidents.map((incident) => (
      <li>
        <p>{formatDateTime(incident.at)}: {incident.reportedBy} moved a note away. <a class="nhsuk-link" href={`/information-governance/incidents/${incident.id}`}>What was done about it</a>. <a class="nhsuk-link" href={logOf(incident.personId)}>Who looked at the record where it stood</a></p>
        {incident.readers.length === 0 ? <p>Nobody else had read it there.</p> : <><p>These had read it there:</p><Readers readers={incident.readers} /></>}
      </li>
    ))}
  </ul>
);

const found: LoggedPerson[] = [
  { personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Margery Plumtree-Oduya', birthDate: '1944-05-03' },
  { personId: '0190aaaa-0000-7000-8000-000000000002', name: 'Dawit Tesfaye', birthDate: null },
];
const incident: IncidentRow = {
  id: 'i', at: new Date('2026-12-09T09:30:00Z'), personId: found[0]?.personId ?? '', reportedBy: 'Jo Whitcombe', readers: [{ name: 'Delphine Carter', organisation: 'Age Well Brackenbridge' }],
};

const tried: KeptOutReport = { id: 'k', at: new Date('2026-12-09T08:10:00Z'), kind: 'kept_out', personId: found[0]?.personId ?? '', name: 'Craig Ash', organisation: 'Tandem Care', reportedBy: 'Jo Whitcombe' };

export const states: PageStates = {
  full: () => <WhoLookedPage ctx={lead} search="o" found={found} incidents={[incident, { ...incident, id: 'j', readers: [] }]} keptOut={[tried, { ...tried, id: 'l', kind: 'sign_in_stopped', organisation: null }]} />,
  bare: () => <WhoLookedPage ctx={lead} search="" found={found.slice(1)} incidents={[]} keptOut={[]} />,
  empty: () => <WhoLookedPage ctx={lead} search="nobody" found={[]} incidents={[]} keptOut={[]} />,
};
