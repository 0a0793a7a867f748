import type { Complaint } from '@app/information-rights';
import { DataTable, EmptyState, formatDate, Overdue, Page, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { acknowledged, answered, made, overdue } from './complaint-sample';
import { complaintStands, isUnacknowledged } from './complaint-words';

const TODAY = '2026-12-09';

/** What people complain of to the reader's organisation, what is open first. */
export const ComplaintsPage = ({ ctx, complaints, today }: { ctx: PageContext; complaints: readonly Complaint[]; today: string }): Html => (
  <Page ctx={ctx} title="Complaints about information" wide back={{ href: '/information-governance', text: 'Back to what is to be reviewed' }}>
    <h1 class="nhsuk-heading-l">Complaints about information</h1>
    {complaints.length === 0 ? <EmptyState title="Nobody has complained"><p>People complain on their own page, or tell somebody who helps them. You are the only ones who read it.</p></EmptyState> : (
      <DataTable<Complaint> caption="Complaints, what is open first" hideCaption rows={complaints} isDue={(one) => isUnacknowledged(one, today)} columns={[
        { head: 'Person', rowHeader: true, cell: ({ id, name, birthDate }) => <><a class="nhsuk-link" id={`complaint-${id}`} href={`/information-governance/complaints/${id}`}>{name}</a><Sub>{birthDate ? `Born ${formatDate(birthDate)}` : 'No date of birth recorded'}</Sub></> },
        { head: 'Made', cell: ({ madeOn }) => formatDate(madeOn) },
        { head: 'Stands', cell: (one) => (isUnacknowledged(one, today) ? <Overdue>{complaintStands(one)}</Overdue> : complaintStands(one)) },
      ]} />
    )}
  </Page>
);

export const states: PageStates = {
  full: () => <ComplaintsPage ctx={lead} complaints={[overdue, made, acknowledged, answered]} today={TODAY} />,
  bare: () => <ComplaintsPage ctx={lead} complaints={[overdue]} today={TODAY} />,
  empty: () => <ComplaintsPage ctx={lead} complaints={[]} today={TODAY} />,
};
