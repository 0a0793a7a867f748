import type { RetentionPeriod } from '@app/information-rights';
import { DataTable, formatDate, Page, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { none, published, set } from './sample';
import { periodWords, SOURCE, TYPE_WORDS, yearsWords } from './words';

interface PeriodsPageProps {
  ctx: PageContext;
  periods: readonly RetentionPeriod[];
}

const fromWhere = ({ version, published: years, countsFrom, because, setBy, setAt }: RetentionPeriod): Html | string => {
  const standard = years === null ? 'Nothing that we know of is published for your kind of organisation' : `Published: ${yearsWords(years, countsFrom)}`;
  return version === 0 ? <>{standard}{years === null ? null : <Sub>{SOURCE}</Sub>}</> : <>{because}<Sub>{setBy}{setAt ? `, ${formatDate(setAt)}` : null}. {standard}</Sub></>;
};

/** How long the lead's own organisation keeps each type of record. */
export const PeriodsPage = ({ ctx, periods }: PeriodsPageProps): Html => (
  <Page ctx={ctx} title="How long you keep what" wide back={{ href: '/information-governance/retention', text: 'Back to what has come to its end' }}>
    <h1 class="nhsuk-heading-l">How long you keep what</h1>
    <p>For your own organisation. What was written while somebody was a child is kept until they are 26 at least.</p>
    <DataTable<RetentionPeriod> caption="How long each type of record is kept" hideCaption rows={periods} columns={[
      { head: 'Type of record', rowHeader: true, cell: ({ recordType }) => <a class="nhsuk-link" href={`/information-governance/retention/periods/${recordType}`}>{TYPE_WORDS[recordType]}</a> },
      { head: 'Kept', cell: periodWords },
      { head: 'From where', cell: fromWhere },
    ]} />
  </Page>
);

export const states: PageStates = {
  full: () => <PeriodsPage ctx={lead} periods={[set, { ...published, recordType: 'complaint', years: 10, published: 10, countsFrom: 'closed' }, { ...none, recordType: 'subject_access', countsFrom: 'closed' }]} />,
  bare: () => <PeriodsPage ctx={lead} periods={[none]} />,
};
