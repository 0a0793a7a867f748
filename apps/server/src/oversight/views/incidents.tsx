import type { Incident } from '@app/oversight';
import { DataTable, EmptyState, formatDate, formatDateTime, Overdue, Page, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { closed, late, NOW, open } from './incident-sample';
import { clockWords, HAPPENED, isOver } from './incident-words';

interface IncidentsPageProps {
  ctx: PageContext;
  incidents: readonly Incident[];
  now: Date;
}

const stands = (one: Incident, now: Date): Html => {
  if (one.closedAt) return <>{`Closed on ${formatDate(one.closedAt)}`}<Sub>{one.reportable ? 'Reported' : 'Not to be reported'}</Sub></>;
  return isOver(one, now) ? <Overdue>{clockWords(one, now)}</Overdue> : <>{clockWords(one, now)}</>;
};

/** The incidents of the reader's organisation, what is open first. */
export const IncidentsPage = ({ ctx, incidents, now }: IncidentsPageProps): Html => (
  <Page ctx={ctx} title="Incidents" wide back={{ href: '/information-governance', text: 'Back to what is to be reviewed' }}>
    <h1 class="nhsuk-heading-l">Incidents</h1>
    <p>Where it has to be reported to the Information Commissioner, that is within 72 hours of knowing of it. What concerns you yourself is closed by another lead.</p>
    {incidents.length === 0 ? <EmptyState title="None was written down"><p>A note that is moved away from the wrong person is one, and so is an access that was found to be without a reason.</p></EmptyState> : (
      <DataTable<Incident> caption="Incidents, what is open first" hideCaption rows={incidents} isDue={(one) => isOver(one, now)} columns={[
        { head: 'What', rowHeader: true, cell: ({ id, kind, name }) => <><a class="nhsuk-link" id={`incident-${id}`} href={`/information-governance/incidents/${id}`}>{HAPPENED[kind]}</a><Sub>{name ?? 'Several, or nobody whom you know'}</Sub></> },
        { head: 'Known since', cell: ({ at }) => formatDateTime(at) },
        { head: 'Stands', cell: (one) => stands(one, now) },
      ]} />
    )}
  </Page>
);

export const states: PageStates = {
  full: () => <IncidentsPage ctx={lead} incidents={[late, open, closed]} now={NOW} />,
  bare: () => <IncidentsPage ctx={lead} incidents={[open]} now={NOW} />,
  empty: () => <IncidentsPage ctx={lead} incidents={[]} now={NOW} />,
};
