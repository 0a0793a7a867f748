import type { Difference, PlanVersion } from '@app/care-plans';
import { fullName } from '@app/persons';
import { Button, DataTable, EmptyState, formatDate, Hidden, PrintButton, readerOf, Section, Select, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sampleIdentity, keyWorker, TODAY } from '../../person/views/sample';
import type { Compared, ComparisonModel } from '../comparison.desk';
import { compared, versions as sampleVersions } from './sample';
import { fieldWords, subjectWords, valueWords, versionWords, viewInWords } from './words';

interface ComparePageProps extends ComparisonModel {
  ctx: PageContext;
  today: string;
  /** on paper there is nothing to choose */
  toPrint?: boolean;
}

const datedWords = (version: PlanVersion): string => `${versionWords(version)} of ${formatDate(version.publishedAt ?? version.createdAt)}`;

/** One side of a line. What is not there, and what the reader may not see there, are the same words. */
function Side({ difference: { what, fields }, side, name, version }: { difference: Difference; side: 'from' | 'to'; name: string; version: PlanVersion }): Html {
  if (what === (side === 'from' ? 'added' : 'removed')) return <span>Not in what you see of {versionWords(version).toLowerCase()}</span>;
  const said = fields.filter((field) => what === 'changed' || field[side] !== null);
  return <>{said.map((field) => (['text', 'what'].includes(field.name) ? <p class="nhsuk-u-margin-bottom-1">{field[side]}</p> : <Sub>{fieldWords(field.name)}: {valueWords(field.name, field[side], name)}</Sub>))}</>;
}

/** Which line it is; of a line whose own words are the same in both, also these. */
const Which = ({ difference }: { difference: Difference }): Html => (
  <>{subjectWords(difference)}{difference.what === 'changed' && !difference.fields.some((field) => ['text', 'what'].includes(field.name)) ? <Sub>{difference.title}</Sub> : null}</>
);

interface Row { head: Html | string; from: Html | string; to: Html | string }

function rowsOf({ from, to, differences }: Compared, name: string): Row[] {
  const facts = (say: (version: PlanVersion) => string): Pick<Row, 'from' | 'to'> => ({ from: say(from), to: say(to) });
  return [
    { head: 'Published', ...facts((one) => [formatDate(one.publishedAt ?? one.createdAt), one.authorName].filter(Boolean).join(', ')) },
    { head: `What ${name} thought of it`, ...facts((one) => viewInWords(one, name).join('. ')) },
    { head: 'We look again', ...facts((one) => (one.nextReviewOn ? formatDate(one.nextReviewOn) : 'No day is set')) },
    ...differences.map((one): Row => ({
      head: <Which difference={one} />, from: <Side difference={one} side="from" name={name} version={from} />, to: <Side difference={one} side="to" name={name} version={to} />,
    })),
  ];
}

function Choose({ versions, compared: chosen, identity: { person } }: ComparePageProps): Html {
  const items = versions.map((version) => ({ value: version.id, text: datedWords(version) }));
  return (
    <form class="os-quick os-noprint" method="get" action={`/people/${person.personId}/plan/compare`} novalidate>
      <Select id="from" name="from" label="One version" items={items} {...(chosen ? { value: chosen.from.id } : {})} />
      <Select id="to" name="to" label="and another" items={items} {...(chosen ? { value: chosen.to.id } : {})} />
      <Button text="Compare" type="submit" />
    </form>
  );
}

function Beside({ compared: { from, to, differences }, compared: both, name }: { compared: Compared; name: string }): Html {
  if (from.id === to.id) return <EmptyState title="That is the same version twice"><p>Choose two that are not the same.</p></EmptyState>;
  return (
    <Section id="beside" title={`${versionWords(from)} and ${versionWords(to).toLowerCase()}`}>
      <p>{differences.length === 0 ? 'No line that you see is different.' : 'The lines that are different. Whatever else you see is the same in both.'}</p>
      <DataTable caption={`${datedWords(from)}, ${datedWords(to)}`} hideCaption rows={rowsOf(both, name)}
        columns={[{ head: 'What', rowHeader: true, cell: (row) => row.head }, { head: versionWords(from), cell: (row) => row.from }, { head: versionWords(to), cell: (row) => row.to }]} />
    </Section>
  );
}

/** Any two published versions side by side, in words, as far as the reader may see each. */
export function ComparePage(props: ComparePageProps): Html {
  const { ctx, identity, compared: both, today, toPrint } = props;
  const { person } = identity;
  const at = `/people/${person.personId}/plan`;
  const by = readerOf(ctx);
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Two versions of the plan" today={today} back={{ href: at, text: 'Back to the plan' }}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(person)}: </Hidden>Two versions of the plan</h1>
      {both === null ? <EmptyState title="There are no two versions that you can see"><p><a class="nhsuk-link" href={at}>Read the plan</a></p></EmptyState> : (
        <>
          {toPrint ? <PrintButton /> : <Choose {...props} />}
          <Beside compared={both} name={person.preferred ?? person.given} />
          {toPrint ? <p class="os-printed">Printed on {formatDate(today)} by {by}.</p>
            : <p class="os-noprint"><a class="nhsuk-link" href={`${at}/compare/print?${new URLSearchParams({ from: both.from.id, to: both.to.id }).toString()}`}>Print view</a></p>}
        </>
      )}
    </PersonShell>
  );
}

const full: Omit<ComparePageProps, 'ctx' | 'today'> = { identity: sampleIdentity, versions: sampleVersions, compared };

export const states: PageStates = {
  full: () => <ComparePage ctx={keyWorker} {...full} today={TODAY} />,
  print: () => <ComparePage ctx={keyWorker} {...full} toPrint today={TODAY} />,
  same: () => <ComparePage ctx={keyWorker} {...full} compared={{ ...compared, to: compared.from, differences: [] }} today={TODAY} />,
  bare: () => <ComparePage ctx={keyWorker} {...full} compared={{ ...compared, differences: [] }} today={TODAY} />,
  empty: () => <ComparePage ctx={keyWorker} identity={bareIdentity} versions={[]} compared={null} today={TODAY} />,
};
