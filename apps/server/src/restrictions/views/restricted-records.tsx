import type { RestrictedRecord } from '@app/sharing';
import { DataTable, EmptyState, formatDate, orSay, Page, Sub, Time, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { TODAY } from '../../person/views/sample';
import { record } from './sample';

interface RestrictedRecordsPageProps {
  ctx: PageContext;
  today: string;
  records: readonly RestrictedRecord[];
}

/** What the lead's organisation has restricted: looked at again in time, and never without somebody who opens it. */
export function RestrictedRecordsPage({ ctx, today, records }: RestrictedRecordsPageProps): Html {
  return (
    <Page ctx={ctx} title="Restricted records" wide back={{ href: '/information-governance', text: 'Back to what there is to review' }}>
      <h1 class="nhsuk-heading-l">Restricted records</h1>
      <p>Your organisation keeps these to named workers. Ask the key worker, when the day has come, whether it is still needed. You do not open them from here.</p>
      {records.length === 0 ? <EmptyState title="No record is restricted"><p>The key worker restricts a record on the person’s page, under how to reach them safely.</p></EmptyState> : (
        <DataTable<RestrictedRecord> caption="Restricted records, the first to be looked at on top" hideCaption rows={records} isDue={({ reviewOn, opens }) => reviewOn <= today || opens === 0} columns={[
          { head: 'Person', rowHeader: true, cell: ({ name }) => name },
          { head: 'Born', cell: ({ birthDate }) => orSay(birthDate && formatDate(birthDate), 'No date of birth recorded') },
          { head: 'Since', cell: ({ since, writtenBy }) => <><Time at={since} short /><Sub>{writtenBy}</Sub></> },
          { head: 'We look again', cell: ({ reviewOn }) => <>{formatDate(reviewOn)}{reviewOn <= today ? <Sub>The day has come</Sub> : null}</> },
          { head: 'Who opens it here', cell: ({ opens }) => (opens === 0 ? <strong>Nobody any more</strong> : opens === 1 ? '1 colleague' : `${opens} colleagues`) },
          { head: 'Name a colleague', cell: ({ personId, name }) => <a class="nhsuk-link" href={`/information-governance/restricted/${personId}`}>Name a colleague<span class="nhsuk-u-visually-hidden"> for {name}</span></a> },
        ]} />
      )}
    </Page>
  );
}

const ctx: PageContext = { ...lead, path: '/information-governance/restricted', nav: 'governance' };

export const states: PageStates = {
  full: () => <RestrictedRecordsPage ctx={ctx} today={TODAY} records={[{ ...record, opens: 0, reviewOn: '2026-12-01' }, record, { ...record, opens: 1 }]} />,
  bare: () => <RestrictedRecordsPage ctx={ctx} today={TODAY} records={[{ ...record, birthDate: null }]} />,
  empty: () => <RestrictedRecordsPage ctx={ctx} today={TODAY} records={[]} />,
};
