import type { IncidentReport } from '@app/contacts';
import type { Identity } from '@app/overviews';
import { fullName } from '@app/persons';
import { formatDateTime, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { identity, keyWorker, TODAY } from '../../person/views/sample';

interface MovedPageProps {
  ctx: PageContext;
  identity: Identity;
  incident: IncidentReport;
  today: string;
}

/** What follows from a note about the wrong person: who had read it, and who has been told. */
export function MovedPage({ ctx, identity: about, incident, today }: MovedPageProps): Html {
  const { person } = about;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="The note was moved" today={today} back={{ href: `/people/${person.personId}`, text: `Back to ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">The note was moved</h1>
      <p>It was moved on {formatDateTime(incident.at)}. Nobody can see it here any more. Your organisation’s information-governance lead has been told.</p>
      {incident.readers.length === 0
        ? <p>Nobody else had read it here.</p>
        : <><p>These had read it here. Your information-governance lead decides what they are told:</p><Readers readers={incident.readers} /></>}
    </PersonShell>
  );
}

export const Readers = ({ readers }: Pick<IncidentReport, 'readers'>): Html => (
  <ul class="nhsuk-list nhsuk-list--bullet">{readers.map(({ name, organisation }) => <li>{name}{organisation ? `, ${organisation}` : null}</li>)}</ul>
);

const incident: IncidentReport = {
  id: '0190aaaa-0000-7000-8000-0000000000f1', at: new Date('2026-12-09T09:30:00Z'),
  readers: [{ name: 'Delphine Carter', organisation: 'Age Well Brackenbridge' }, { name: 'Margery Plumtree-Oduya', organisation: null }],
};

export const states: PageStates = {
  full: () => <MovedPage ctx={keyWorker} identity={identity} incident={incident} today={TODAY} />,
  empty: () => <MovedPage ctx={keyWorker} identity={identity} incident={{ ...incident, readers: [] }} today={TODAY} />,
};
