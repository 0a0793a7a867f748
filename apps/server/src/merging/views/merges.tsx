import type { Merge, MergeSide } from '@app/persons';
import { DataTable, EmptyState, formatDate, orSay, Page, Section, Sub, Time, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { lead } from '../../access-log/views/sample';
import { standing, waiting } from './sample';

export const Side = ({ side }: { side: MergeSide }): Html => <>{side.name}<Sub>{orSay(side.birthDate && `Born ${formatDate(side.birthDate)}`, 'No date of birth recorded')}</Sub>{side.organisation === null ? null : <Sub>Registered by {side.organisation}</Sub>}</>;

const Rows = ({ caption, merges }: { caption: string; merges: readonly Merge[] }): Html => (
  <DataTable<Merge> caption={caption} hideCaption rows={merges} columns={[
    { head: 'Goes on', rowHeader: true, cell: ({ kept }) => <Side side={kept} /> },
    { head: 'Goes on in it', cell: ({ merged }) => <Side side={merged} /> },
    { head: 'Proposed', cell: ({ proposedBy, proposedAt }) => <><Time at={proposedAt} short /><Sub>{proposedBy}</Sub></> },
    { head: 'Decide', cell: ({ id, state, kept }) => <a class="nhsuk-link" href={`/information-governance/merges/${id}`}>{state === 'proposed' ? 'Decide' : 'Take apart'}<span class="nhsuk-u-visually-hidden">: {kept.name}</span></a> },
  ]} />
);

/** Records that are proposed to be of one person, and those that are joined: for leads who know both. */
export function MergesPage({ ctx, merges }: { ctx: PageContext; merges: readonly Merge[] }): Html {
  const of = (state: Merge['state']): Merge[] => merges.filter((merge) => merge.state === state);
  return (
    <Page ctx={ctx} title="The same person twice" wide back={{ href: '/information-governance', text: 'Back to what there is to review' }}>
      <h1 class="nhsuk-heading-l">The same person twice</h1>
      <p>You see what is proposed where your organisation registered the record that goes on, or leads its case, and knows both. Who reads what of each stays as it is, whatever you decide.</p>
      {of('proposed').length === 0 ? <EmptyState title="Nothing to decide"><p>A worker who helps by both records compares them on the person’s page, and proposes that they are one.</p></EmptyState> : <Rows caption="To decide, the oldest first" merges={of('proposed')} />}
      {of('confirmed').length === 0 ? null : <Section id="joined" title="Joined"><Rows caption="Joined" merges={of('confirmed')} /></Section>}
    </Page>
  );
}

const ctx: PageContext = { ...lead, path: '/information-governance/merges', nav: 'governance' };

export const states: PageStates = {
  full: () => <MergesPage ctx={ctx} merges={[waiting, standing]} />,
  bare: () => <MergesPage ctx={ctx} merges={[{ ...waiting, kept: waiting.merged }]} />,
  empty: () => <MergesPage ctx={ctx} merges={[]} />,
};
