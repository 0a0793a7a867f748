import type { Found } from '@app/overviews';
import { fullName, type MergeOf } from '@app/persons';
import { DataTable, EmptyState, formatDate, orSay, Section, Sub, Time, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity as sample, keyWorker, TODAY } from '../../person/views/sample';
import type { SamePersonModel } from '../merging.desk';
import { joined, other, proposed } from './sample';

interface SamePersonPageProps extends SamePersonModel {
  ctx: PageContext;
  today: string;
}

const stateWords = ({ state, isKept }: MergeOf): string => {
  if (state === 'proposed') return isKept ? 'Proposed to go on here' : 'This one is proposed to go on there';
  return isKept ? 'Goes on here' : 'This one goes on there';
};

/** Whether somebody is here twice: only among those whom the reader may open anyway. */
export function SamePersonPage({ ctx, identity, alike, merges, today }: SamePersonPageProps): Html {
  const { person } = identity;
  const at = `/people/${person.personId}/same-person`;
  const others = alike.filter((one) => !merges.some((merge) => merge.other === one.personId));
  return (
    <PersonShell ctx={ctx} identity={identity} tab={null} title="Is this person here twice?" today={today} back={{ href: `/people/${person.personId}?record=earlier`, text: `Back to ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">Is {person.preferred ?? person.given} here twice?</h1>
      <p>Two records split a story. Compare them side by side, and propose that they are one person; somebody else decides. Nothing is moved, and nobody reads more of either than before.</p>
      {merges.length === 0 ? null : (
        <Section id="merges" title="What is proposed, and what stands">
          <ul class="nhsuk-list">
            {merges.map((merge) => <li><a class="nhsuk-link" href={`${at}/${merge.other}`}>{stateWords(merge)}</a><Sub>{merge.proposedBy}, <Time at={merge.proposedAt} short /></Sub></li>)}
          </ul>
        </Section>
      )}
      {others.length === 0 ? <EmptyState level={2} title="Nobody else with this name among those whom you help"><p>Whom you do not help cannot be shown here. Ask {person.preferred ?? person.given} who else supports them.</p></EmptyState> : (
        <DataTable<Found> caption="People with this name, or one that sounds like it, among those whom you help" rows={others} columns={[
          { head: 'Name', rowHeader: true, cell: ({ name, soundsAlike }) => <>{name}{soundsAlike ? <Sub>Sounds like it</Sub> : null}</> },
          { head: 'Born', cell: ({ dateOfBirth }) => orSay(dateOfBirth && formatDate(dateOfBirth), 'No date of birth recorded') },
          { head: 'Compare', cell: ({ personId, name }) => <a class="nhsuk-link" href={`${at}/${personId}`}>Compare<span class="nhsuk-u-visually-hidden"> with {name}</span></a> },
        ]} />
      )}
    </PersonShell>
  );
}

const found = (birthDate: string | null, soundsAlike: boolean): Found => ({
  personId: birthDate ? other.person.personId : '0190aaaa-0000-7000-8000-00000000000a', name: 'Marjory Plumtree-Oduya', family: 'Plumtree-Oduya', given: 'Marjory', preferred: null, dateOfBirth: birthDate, nhsNumber: null, ownReference: null, keyWorker: null, hasCase: false, soundsAlike,
});

export const states: PageStates = {
  full: () => <SamePersonPage ctx={keyWorker} identity={sample} alike={[found('1944-03-05', true), found(null, false)]} merges={[]} today={TODAY} />,
  bare: () => <SamePersonPage ctx={keyWorker} identity={bareIdentity} alike={[]} merges={[]} today={TODAY} />,
  proposed: () => <SamePersonPage ctx={keyWorker} identity={sample} alike={[found('1944-03-05', false)]} merges={[proposed, { ...joined, isKept: false }]} today={TODAY} />,
};
