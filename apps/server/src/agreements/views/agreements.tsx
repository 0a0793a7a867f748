import { sectorWords, type Agreement } from '@app/organisations';
import { DataTable, EmptyState, formatDate, orSay, Overdue, Page, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { bare, holds, stopped } from './sample';

interface AgreementsPageProps {
  ctx: PageContext;
  agreements: readonly Agreement[];
  today: string;
}

const stands = ({ state, since, expiresOn }: Agreement, today: string): Html | string => {
  if (state === 'suspended') return <Overdue>{since ? `Suspended since ${formatDate(since)}` : 'Suspended'}</Overdue>;
  return expiresOn && expiresOn < today ? 'Its last day is over' : 'Holds';
};

/** Whose sharing agreement the reader may suspend: their own organisation's, and those of a place that it hosts. */
export const AgreementsPage = ({ ctx, agreements, today }: AgreementsPageProps): Html => (
  <Page ctx={ctx} title="Sharing agreements" wide back={{ href: '/information-governance', text: 'Back to what is to be reviewed' }}>
    <h1 class="nhsuk-heading-l">Sharing agreements</h1>
    <p>Your own organisation’s, and those of the place that your organisation hosts. When one is suspended, nobody of that organisation opens anything from their next click.</p>
    {agreements.length === 0 ? <EmptyState title="None is yours to suspend"><p>Ask those who look after information at the organisation that hosts your place.</p></EmptyState> : (
      <DataTable<Agreement> caption="Sharing agreements, what is suspended first" hideCaption rows={agreements} isDue={({ state }) => state === 'suspended'} columns={[
        { head: 'Organisation', rowHeader: true, cell: ({ id, name, sector }) => <><a class="nhsuk-link" id={`agreement-${id}`} href={`/information-governance/agreements/${id}`}>{name}</a><Sub>{sectorWords(sector)}</Sub></> },
        { head: 'Stands', cell: (one) => stands(one, today) },
        { head: 'Signed', cell: ({ signedOn }) => orSay(signedOn && formatDate(signedOn), 'Not recorded') },
        { head: 'Last day', cell: ({ expiresOn }) => orSay(expiresOn && formatDate(expiresOn), 'No end was agreed') },
      ]} />
    )}
  </Page>
);

const TODAY = '2026-12-09';

export const states: PageStates = {
  full: () => <AgreementsPage ctx={lead} agreements={[stopped, { ...holds, id: '0190aaaa-0000-7000-8000-0000000000a3' }, { ...bare, expiresOn: '2026-12-01' }]} today={TODAY} />,
  bare: () => <AgreementsPage ctx={lead} agreements={[bare]} today={TODAY} />,
  empty: () => <AgreementsPage ctx={lead} agreements={[]} today={TODAY} />,
};
