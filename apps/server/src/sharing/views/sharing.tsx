import { categoriesInWords, fullName } from '@app/persons';
import type { Agreed, Given, TalkRequest } from '@app/sharing';
import { exceptionOf } from '@app/sharing';
import { Button, DataTable, formatDate, InsetText, orSay, Section, Sub, WarningCallout, type Html, type PageContext, type PageStates } from '@app/web-kit';
import type { CircleMember } from '@app/care-teams';
import { memberName } from '../../care-teams/views/circle';
import { bareMember, delphine } from '../../care-teams/views/sample';
import { PersonShell } from '../../person/views/person-shell';
import { bareIdentity, identity, keyWorker, TODAY } from '../../person/views/sample';
import type { SharingPageModel } from '../sharing.desk';
import { AgreedList } from './agreed';
import { OBJECTION_WORDS } from './objection-words';
import { agreed, bareAgreed, objecting, stopped, talkAsked, untold } from './sample';
import { EXCEPTION_WORDS, givenWords } from './words';

interface SharingPageProps extends SharingPageModel {
  ctx: PageContext;
  today: string;
  /** whether the reader may write down that they ask for a copy */
  mayAsk: boolean;
}

/** What the person agreed about who may see what, and what each of the circle may see. */
export function SharingPage({ ctx, identity: about, members, others, agreed: known, grounds, objections, talkAsked, mayAsk, today }: SharingPageProps): Html {
  const { person } = about;
  const name = person.preferred ?? person.given;
  const at = `/people/${person.personId}`;
  return (
    <PersonShell ctx={ctx} identity={about} tab={null} title="Sharing" today={today} back={{ href: at, text: `Back to ${fullName(person)}` }}>
      <h1 class="nhsuk-heading-l">What {name} agreed</h1>
      {talkAsked ? <AskedToTalk asked={talkAsked} name={name} /> : null}
      {about.windDownUntil ? <p>What was agreed is for those who go on helping.</p> : known.last ? <AgreedList last={known.last} today={today} /> : about.emergency?.alone ? null : <NotHere version={known.version} name={name} keyWorker={about.keyWorker?.name ?? null} />}
      {about.emergency?.alone ? <p>You opened this record in an emergency. What {name} agrees to is written down by those who help: tell {about.keyWorker?.name ?? 'them'}.</p> : about.windDownUntil ? null : <div class="os-actions">
        <Button text={known.version === 0 ? 'Record it' : 'Record a new conversation'} href={`${at}/sharing/conversation`} />
        <Button text="Record an objection" href={`${at}/sharing/objections/new`} variant="secondary" />
        <Button text="Stop sharing" href={`${at}/sharing/stop`} variant="secondary" />
      </div>}
      <Refusals refusals={known.refusals} name={name} />
      <Objecting objections={objections} at={`${at}/sharing/objections`} name={name} />
      <Section id="may-see" title="What each may see">
        {members.length === 0 ? <p>Nobody is in the circle yet.</p> : <MaySee members={members} grounds={grounds} changeAt={mayAsk && !about.windDownUntil && !about.emergency?.alone ? `${at}/sharing/authority` : null} />}
        {others.length === 0 ? null : <p>May open the record besides: {others.map((one) => one.name).join(', ')}.</p>}
        <p class="os-noprint"><a class="nhsuk-link" href={`${at}/circle`}>People and services</a></p>
      </Section>
      {about.windDownUntil || about.emergency?.alone || !mayAsk ? null : <div class="os-actions os-noprint">
        <a class="nhsuk-link" href={`${at}/subject-access`}>{name} asks for a copy of what is held</a>
        <a class="nhsuk-link" href={`${at}/complaint`}>{name} complains about information</a>
      </div>}
    </PersonShell>
  );
}

/** What the person asked for on their own page; a conversation that is written down answers it. */
const AskedToTalk = ({ asked: { createdAt, words, spokeAlone, present }, name }: { asked: TalkRequest; name: string }): Html => (
  <WarningCallout heading={`${name} asks to talk about this`} headingLevel={2}
    html={<><p>On their own page, {formatDate(createdAt)}. {spokeAlone ? 'They were alone.' : `They were not alone${present ? `: ${present} was there` : ''}.`} Talk with them alone, then record it.</p>{words ? <blockquote class="os-quote"><p>“{words}”</p></blockquote> : null}</>} />
);

/** Before the first conversation; and where there was one that the reader does not see. */
const NotHere = ({ version, name, keyWorker: worker }: { version: number; name: string; keyWorker: string | null }): Html => (
  <InsetText text={version === 0
    ? `Shared for direct care. ${name} has not been told yet. Record it when you have talked about it.`
    : `${name} has been told. What they said is not among what you see; ask ${worker ?? 'the key worker, once there is one'}.`} />
);

/** Only for the organisation that was told and the key worker's: everybody else has no such part, whether or not anything was refused. */
function Refusals({ refusals, name }: { refusals: Agreed['refusals']; name: string }): Html | null {
  if (refusals.length === 0) return null;
  return (
    <Section id="refused" title={`What ${name} said no to`}>
      <p>Read by the organisation that was told and by the key worker’s. Tell nobody else, and do not tell the organisation itself.</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {refusals.map(({ organisation, categories, objection }) => {
          const exception = exceptionOf(categories);
          return <li>{organisation}: {exception ? EXCEPTION_WORDS[exception].toLowerCase() : `nothing about ${categoriesInWords(categories)}`}{objection ? ', by an objection' : null}</li>;
        })}
      </ul>
    </Section>
  );
}

/** As for refusals: whoever may not read one has no such part. */
function Objecting({ objections, at, name }: { objections: SharingPageModel['objections']; at: string; name: string }): Html | null {
  if (objections.length === 0) return null;
  return (
    <Section id="objections" title={`What ${name} objects to`}>
      <ul class="os-list">{objections.map(({ objection, organisation }) => <li><a class="nhsuk-link" href={`${at}/${objection.id}`}>{organisation}: {EXCEPTION_WORDS[objection.level].toLowerCase()}</a><Sub>{OBJECTION_WORDS[objection.state]}</Sub></li>)}</ul>
    </Section>
  );
}

/** By what they may be told; a colleague of whoever registered the person needs no decision. */
function byWhat({ organisationId, organisation }: CircleMember, grounds: readonly Given[], changeAt: string | null): Html {
  const given = grounds.find((one) => one.organisationId === organisationId);
  if (!given) return <>By the organisation that registered the person</>;
  return <>{givenWords(given)}{given.note ? <Sub>{given.note}</Sub> : null}{given.authority === 'best_interests' && given.reviewOn ? <Sub>Looked at again on {formatDate(given.reviewOn)}</Sub> : null}
    {changeAt && given.ours ? <Sub><a class="nhsuk-link os-noprint" href={`${changeAt}/${organisationId}`}>Change this<span class="nhsuk-u-visually-hidden"> ({organisation})</span></a></Sub> : null}</>;
}

const MaySee = ({ members, grounds, changeAt }: { members: readonly CircleMember[]; grounds: readonly Given[]; changeAt: string | null }): Html => (
  <DataTable<CircleMember> caption="What each of the circle may see" hideCaption rows={members} columns={[
    { head: 'Who', rowHeader: true, cell: (one) => (memberName(one) === one.organisation ? one.organisation : `${memberName(one)}, ${one.organisation}`) },
    { head: 'May see', cell: (one) => orSay(categoriesInWords(one.categories), 'Nothing now') },
    { head: 'By what', cell: (one) => byWhat(one, grounds, changeAt) },
  ]} />
);

const given: Given = { id: '0190aaaa-0000-7000-8000-0000000000d1', version: 1, ours: true, organisationId: delphine.organisationId, authority: 'public_interest', toldOn: null, note: 'She has been found in the road at night', reviewOn: null };
const page = (known: Agreed, whole = true, asked: TalkRequest | null = null): Html => <SharingPage ctx={keyWorker} identity={whole ? identity : bareIdentity} members={whole ? [delphine, bareMember] : []} others={whole ? [{ id: 'a', name: 'Weirside Medical Practice' }] : []} agreed={known} grounds={whole ? [given] : []} objections={whole ? [objecting] : []} talkAsked={asked} mayAsk={whole} today={TODAY} />;

export const states: PageStates = {
  full: () => page(agreed),
  bare: () => page(bareAgreed, false),
  empty: () => page(untold, false),
  hidden: () => page({ ...untold, version: 2 }),
  stopped: () => page(stopped),
  asked: () => page(agreed, true, talkAsked),
};
