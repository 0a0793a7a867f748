import type { CircleMember } from '@app/care-teams';
import { sectorWords, type Sector } from '@app/organisations';
import { categoriesInWords } from '@app/persons';
import { Button, DataTable, EmptyState, formatShortDate, Hidden, orSay, Phone, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { CirclePageModel } from '../circle.desk';
import { bareMember, delphine } from './sample';

interface CirclePageProps extends CirclePageModel {
  ctx: PageContext;
  today: string;
}

export const memberName = (member: Pick<CircleMember, 'worker' | 'team' | 'organisation'>): string => member.worker ?? member.team ?? member.organisation;

/** Who helps: what each does and does not do, when, where to ring, and what each may see. */
export function CirclePage({ ctx, identity: about, members, others, today }: CirclePageProps): Html {
  const at = `/people/${about.person.personId}/circle`;
  return (
    <PersonShell ctx={ctx} identity={about} tab="circle" title="People and services" today={today}>
      <h1 class="nhsuk-heading-l">People and services</h1>
      <div class="os-actions"><Button text="Add somebody" href={`${at}/add`} /></div>
      {members.length === 0 ? <EmptyState title="Nobody is in the circle yet"><p>Add the first service, for example the GP practice or a visitor.</p></EmptyState> : <Members members={members} at={at} />}
      {others.length === 0 ? null : (
        <Section id="others" title="Others who may open the record">
          <ul class="nhsuk-list nhsuk-list--bullet">{others.map(({ name }) => <li>{name}</li>)}</ul>
        </Section>
      )}
    </PersonShell>
  );
}

function Members({ members, at }: { members: readonly CircleMember[]; at: string }): Html {
  return (
    <DataTable<CircleMember> caption="Who helps, in the order in which they came" hideCaption rows={members} columns={[
      { head: 'Who', rowHeader: true, cell: (one) => <span id={`member-${one.id}`}>{memberName(one)}<Sub>{underName(one)}</Sub></span> },
      { head: 'Does', cell: (one) => one.does },
      { head: 'Does not do', cell: (one) => orSay(one.doesNotDo, 'Nothing said') },
      { head: 'Days', cell: (one) => orSay(one.daysTimes, 'No days recorded') },
      { head: 'Phone', cell: (one) => (one.phone ? <Phone value={one.phone} /> : orSay(null, 'No phone number recorded')) },
      { head: 'May see', cell: (one) => orSay(categoriesInWords(one.categories), 'Nothing') },
      { head: 'Since', cell: (one) => formatShortDate(one.since) },
      ...(members.some((one) => one.mayEnd) ? [{ head: 'End', cell: (one: CircleMember) => (one.mayEnd && one.leads ? 'Key worker: hands over first' : one.mayEnd ? <EndLink at={at} member={one} /> : 'By those who added them') }] : []),
    ]} />
  );
}

const EndLink = ({ at, member }: { at: string; member: CircleMember }): Html => (
  <a class="nhsuk-link os-noprint" href={`${at}/${member.id}/end`}>End<Hidden> the help of {memberName(member)}</Hidden></a>
);

function underName(member: CircleMember): string {
  const parts = [member.jobTitle, member.worker ? member.team : null, member.worker || member.team ? member.organisation : sectorWords(member.sector as Sector)];
  const known = member.discreet ? ['only those named know of this'] : [];
  return [...parts.filter((part): part is string => part !== null), ...known].join(', ');
}

export const states: PageStates = {
  full: () => <CirclePage ctx={keyWorker} identity={identity} members={[delphine, bareMember, { ...delphine, id: 'k', leads: true }, { ...delphine, id: 'x', discreet: true }]} others={[{ id: 'a', name: 'Weirside Medical Practice' }]} today={TODAY} />,
  bare: () => <CirclePage ctx={keyWorker} identity={bareIdentity} members={[bareMember]} others={[]} today={TODAY} />,
  empty: () => <CirclePage ctx={keyWorker} identity={bareIdentity} members={[]} others={[]} today={TODAY} />,
};
