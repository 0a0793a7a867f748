import type { CircleMember, Joining, ProposedMember } from '@app/care-teams';
import { sectorWords, type Sector } from '@app/organisations';
import { categoriesInWords } from '@app/persons';
import { Button, Csrf, DataTable, EmptyState, formatShortDate, Hidden, orSay, Phone, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { family as sampleFamily } from '../../family/views/sample';
import { Family } from '../../family/views/family';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, closing, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { JoiningPageModel } from '../joining.desk';
import { bareJoining, bareMember, bareProposed, delphine, joining, proposed } from './sample';

interface CirclePageProps extends JoiningPageModel {
  ctx: PageContext;
  today: string;
}

export const memberName = (member: Pick<CircleMember, 'worker' | 'team' | 'organisation'>): string => member.worker ?? member.team ?? member.organisation;

/** Who helps: what each does and does not do, when, where to ring, and what each may see. */
export function CirclePage({ ctx, identity: about, members, others, proposed, joining, family, mayAddFamily, today }: CirclePageProps): Html {
  const at = `/people/${about.person.personId}/circle`;
  const offers = !about.windDownUntil && !about.emergency?.alone;
  return (
    <PersonShell ctx={ctx} identity={about} tab="circle" title="People and services" today={today}>
      <h1 class="nhsuk-heading-l">People and services</h1>
      {offers ? <div class="os-actions"><Button text="Add somebody" href={`${at}/add`} /></div> : null}
      <ul class="nhsuk-list os-noprint">
        <li><a class="nhsuk-link" href={`/people/${about.person.personId}/sharing`}>What {about.person.preferred ?? about.person.given} agreed</a></li>
        {about.windDownUntil ? null : <li><a class="nhsuk-link" href={`/people/${about.person.personId}/would-see`}>What would they see?</a></li>}
      </ul>
      {members.length === 0 ? <NoMembers about={about} /> : <Members members={members} at={at} />}
      <Family family={family} mayAddFamily={mayAddFamily} at={`/people/${about.person.personId}/family`} offers={offers} />
      {joining.length === 0 ? null : <Waiting joining={joining} at={at} />}
      {proposed.length === 0 ? null : <Proposed ctx={ctx} proposed={proposed} at={at} />}
      {others.length === 0 ? null : (
        <Section id="others" title="Others who may open the record">
          <ul class="nhsuk-list nhsuk-list--bullet">{others.map(({ name }) => <li>{name}</li>)}</ul>
        </Section>
      )}
    </PersonShell>
  );
}

/** Where somebody leads, somebody helps: the reader only may not see who. */
function NoMembers({ about: { windDownUntil, keyWorker } }: { about: CirclePageProps['identity'] }): Html {
  if (windDownUntil) return <EmptyState title="Nobody that you can see"><p>Who goes on helping is for those who go on.</p></EmptyState>;
  if (keyWorker) return <EmptyState title="Nobody that you can see"><p>Who helps was not opened to your organisation. Ask {keyWorker.name}.</p></EmptyState>;
  return <EmptyState title="Nobody is in the circle yet"><p>Add the first service, for example the GP practice or a visitor.</p></EmptyState>;
}

export const joinerName = ({ worker, team, organisation }: Pick<Joining, 'worker' | 'team' | 'organisation'>): string => [worker, team, organisation].filter(Boolean).join(', ');

/** About whom the person was asked: theirs to answer, on their own page or to whoever asks. */
const Waiting = ({ joining, at }: { joining: readonly Joining[]; at: string }): Html => (
  <Section id="joining" title="Waiting for a yes">
    <p>They see nothing yet. Read by your organisation and by the person.</p>
    <ul class="os-list">
      {joining.map((one) => (
        <li id={`joining-${one.id}`}>
          {joinerName(one)}: {one.does}<Sub>Asked by {one.askedBy}, {formatShortDate(one.askedAt)}</Sub>
          <p class="os-noprint nhsuk-u-margin-bottom-0"><a class="nhsuk-link" href={`${at}/questions/${one.id}`}>Write down the answer<Hidden> about {joinerName(one)}</Hidden></a></p>
        </li>
      ))}
    </ul>
  </Section>
);

/** Whom an import names: nobody of them sees anything, and whoever coordinates decides. */
const Proposed = ({ ctx, proposed, at }: { ctx: PageContext; proposed: readonly ProposedMember[]; at: string }): Html => (
  <Section id="proposed" title="Named by an import">
    <p>They see nothing, and are not in the circle. Add those who help, and take the others off the list.</p>
    <ul class="os-list">
      {proposed.map(({ id, name, role, organisationName }) => (
        <li id={`proposed-${id}`}>
          {name}<Sub>{[role, organisationName].filter(Boolean).join(', ') || 'It is not said what they do'}</Sub>
          <form method="post" action={`${at}/proposed/${id}/dismissal`} class="os-actions os-noprint">
            <Csrf ctx={ctx} />
            <a class="nhsuk-link" href={`${at}/add?proposed=${id}`}>Add to the circle<Hidden>: {name}</Hidden></a>
            <Button text={`Take ${name} off the list`} type="submit" variant="secondary" small />
          </form>
        </li>
      ))}
    </ul>
  </Section>
);

function Members({ members, at }: { members: readonly CircleMember[]; at: string }): Html {
  return (
    <DataTable<CircleMember> caption="Who helps, in the order in which they came" hideCaption rows={members} columns={[
      { head: 'Who', rowHeader: true, cell: (one) => <span id={`member-${one.id}`}>{memberName(one)}<Sub>{underName(one)}</Sub></span> },
      { head: 'Does', cell: (one) => <>{one.does}{one.mayChange ? <Sub><a class="nhsuk-link os-noprint" href={`${at}/${one.id}/help`}>Change<Hidden> what {memberName(one)} does</Hidden></a></Sub> : null}</> },
      { head: 'Does not do', cell: (one) => orSay(one.doesNotDo, 'Nothing said') },
      { head: 'Days', cell: (one) => orSay(one.daysTimes, 'No days recorded') },
      { head: 'Phone', cell: (one) => (one.phone ? <Phone value={one.phone} /> : orSay(null, 'No phone number recorded')) },
      { head: 'May see', cell: (one) => orSay(categoriesInWords(one.categories), 'Nothing') },
      { head: 'Since', cell: (one) => formatShortDate(one.since) },
      ...(members.some((one) => one.mayChange) ? [{ head: 'End', cell: (one: CircleMember) => (one.mayChange && one.leads ? 'Key worker: hands over first' : one.mayChange ? <EndLink at={at} member={one} /> : 'By those who added them') }] : []),
    ]} />
  );
}

const EndLink = ({ at, member }: { at: string; member: CircleMember }): Html => (
  <a class="nhsuk-link os-noprint" href={`${at}/${member.id}/end`}>End<Hidden> the help of {memberName(member)}</Hidden></a>
);

function underName(member: CircleMember): string {
  const parts = [member.jobTitle, member.worker ? member.team : null, member.worker || member.team ? member.organisation : sectorWords(member.sector as Sector)];
  const known = member.knownTo ? [`known only to ${member.knownTo.join(', ')}`] : [];
  return [...parts.filter((part): part is string => part !== null), ...known].join(', ');
}

export const states: PageStates = {
  full: () => <CirclePage ctx={keyWorker} identity={identity} members={[delphine, bareMember, { ...delphine, id: 'k', leads: true }, { ...delphine, id: 'x', discreet: true, knownTo: ['Anita Bose', 'Jo Whitcombe'] }]} others={[{ id: 'a', name: 'Weirside Medical Practice' }]} proposed={[proposed, bareProposed]} joining={[joining, bareJoining]} family={sampleFamily} mayAddFamily today={TODAY} />,
  bare: () => <CirclePage ctx={keyWorker} identity={bareIdentity} members={[bareMember]} others={[]} proposed={[]} joining={[]} family={[]} mayAddFamily today={TODAY} />,
  closing: () => <CirclePage ctx={keyWorker} identity={closing} members={[]} others={[]} proposed={[]} joining={[]} family={[]} mayAddFamily today={TODAY} />,
  unseen: () => <CirclePage ctx={keyWorker} identity={identity} members={[]} others={[]} proposed={[]} joining={[]} family={[]} mayAddFamily today={TODAY} />,
  empty: () => <CirclePage ctx={keyWorker} identity={bareIdentity} members={[]} others={[]} proposed={[]} joining={[]} family={[]} mayAddFamily today={TODAY} />,
};
