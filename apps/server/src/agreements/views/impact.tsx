import type { Agreement, Impact, ImpactLine } from '@app/organisations';
import { DataTable, EmptyState, formatDate, orSay, Page, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { holds } from './sample';
import { IMPACT_WORDS } from './words';

interface ImpactPageProps {
  ctx: PageContext;
  agreement: Agreement;
  kind: Impact;
  lines: readonly ImpactLine[];
}

const Who = ({ line: { personId, name, birthDate } }: { line: ImpactLine }): Html => (personId
  ? <><a class="nhsuk-link" href={`/people/${personId}/access-log`}>{name}</a><Sub>{birthDate ? `Born ${formatDate(birthDate)}` : 'No date of birth recorded'}</Sub></>
  : <>{name}</>);

/** Who or what stands behind one number of what a suspension means. A name leads to who looked, and to nothing else of the record. */
export const ImpactPage = ({ ctx, agreement: { id, name }, kind, lines }: ImpactPageProps): Html => (
  <Page ctx={ctx} title={`${IMPACT_WORDS[kind].title}: ${name}`} wide back={{ href: `/information-governance/agreements/${id}`, text: `Back to the agreement of ${name}` }}>
    <h1 class="nhsuk-heading-l">{IMPACT_WORDS[kind].title}</h1>
    <p class="os-result">{name}. Only people whom your organisation knows, and what it may know of them; at most 500 are listed.</p>
    {lines.length === 0 ? <EmptyState title="Nobody is here"><p>Nothing of this kind concerns anybody whom your organisation knows.</p></EmptyState> : (
      <DataTable<ImpactLine> caption={IMPACT_WORDS[kind].title} hideCaption rows={lines} columns={[
        { head: 'Name', rowHeader: true, cell: (line) => <Who line={line} /> },
        { head: IMPACT_WORDS[kind].what, cell: ({ what }) => orSay(what, kind === 'helped' ? 'A team, or everybody there' : 'Not recorded') },
      ]} />
    )}
  </Page>
);

const line: ImpactLine = { kind: 'helped', personId: '0190aaaa-0000-7000-8000-000000000001', name: 'Margery Plumtree-Oduya', birthDate: '1944-05-03', what: 'Delphine Carter' };

export const states: PageStates = {
  full: () => <ImpactPage ctx={lead} agreement={holds} kind="helped" lines={[line, { ...line, birthDate: null, what: null }]} />,
  bare: () => <ImpactPage ctx={lead} agreement={holds} kind="colleague" lines={[{ kind: 'colleague', personId: null, name: 'Delphine Carter', birthDate: null, what: 'Link worker' }]} />,
  empty: () => <ImpactPage ctx={lead} agreement={holds} kind="review" lines={[]} />,
};
