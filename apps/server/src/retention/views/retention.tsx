import { STANDS, type EndedRecord, type Stands } from '@app/information-rights';
import { DataTable, EmptyState, formatDate, Page, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { alone, approved, due, held, kept, proposed } from './sample';
import { NOT_LISTED, STANDS_WORDS, TYPE_WORDS } from './words';

interface RetentionPageProps {
  ctx: PageContext;
  lines: readonly EndedRecord[];
}

/** What each list means, once. */
const MEANS: Readonly<Record<Stands, string>> = {
  due: 'Their time is over. Decide of each whether it is kept longer or disposed of.',
  proposed: 'Somebody else than who proposed it looks at it and approves it, or stops it.',
  approved: 'Nothing of them has been destroyed: OneStory destroys nothing by itself. Agree with whoever runs it for you how and when it is done. A hold, or a new contact, stops it.',
  held: 'Somebody of your organisation holds them back. Nothing of them is disposed of.',
  kept: 'They come back to be decided when that day is over.',
};

const said = ({ stands, because, keepUntil, decidedBy, approvedBy }: EndedRecord): Html | string => {
  if (!because || stands === 'held') return stands === 'held' ? 'By a legal hold' : 'Nobody has decided yet';
  return <>{because}<Sub>{keepUntil ? `Until ${formatDate(keepUntil)}. ` : null}{decidedBy}{approvedBy ? `; approved by ${approvedBy}` : null}</Sub></>;
};

const Lines = ({ stands, rows }: { stands: Stands; rows: readonly EndedRecord[] }): Html => (
  <Section id={stands} title={`${STANDS_WORDS[stands]} (${rows.length})`}>
    <p>{MEANS[stands]}</p>
    <DataTable<EndedRecord> caption={STANDS_WORDS[stands]} hideCaption rows={rows} columns={[
      { head: 'Person', rowHeader: true, cell: ({ personId, recordType, name, birthDate }) => <><a class="nhsuk-link" href={`/information-governance/people/${personId}/retention/${recordType}`}>{name}</a><Sub>{birthDate ? `Born ${formatDate(birthDate)}` : 'No date of birth recorded'}</Sub></> },
      { head: 'What', cell: ({ recordType }) => TYPE_WORDS[recordType] },
      { head: 'Ended', cell: ({ endedOn, lastOn }) => <>{formatDate(endedOn)}<Sub>Last on {formatDate(lastOn)}</Sub></> },
      { head: 'Decided', cell: said },
    ]} />
  </Section>
);

/** What of the lead's own organisation has come to its end. Each number is that of its list. */
export const RetentionPage = ({ ctx, lines }: RetentionPageProps): Html => (
  <Page ctx={ctx} title="What has come to its end" wide back={{ href: '/information-governance', text: 'Back to what is to be reviewed' }}>
    <h1 class="nhsuk-heading-l">What has come to its end</h1>
    <p>Only what your own organisation answers for. {NOT_LISTED}</p>
    <p class="os-noprint"><a class="nhsuk-link" href="/information-governance/retention/periods">How long you keep what</a></p>
    <p class="os-noprint"><a class="nhsuk-link" href="/information-governance/holds">What is held back</a></p>
    {lines.length === 0 ? <EmptyState title="Nothing has come to its end"><p>A record stands here when its time is over and your organisation no longer helps.</p></EmptyState>
      : STANDS.map((stands) => ({ stands, rows: lines.filter((line) => line.stands === stands) })).filter(({ rows }) => rows.length > 0).map((list) => <Lines {...list} />)}
  </Page>
);

export const states: PageStates = {
  full: () => <RetentionPage ctx={lead} lines={[due, alone, proposed, approved, held, kept]} />,
  bare: () => <RetentionPage ctx={lead} lines={[alone]} />,
  empty: () => <RetentionPage ctx={lead} lines={[]} />,
};
