import type { CircleMember } from '@app/care-teams';
import type { PersonPage } from '@app/overviews';
import { ABOUT_ME_HEADINGS, isChild, isOld, type AboutMe } from '@app/persons';
import { formatDate, orSay, Phone, Section, Sub, Tag, type Html } from '@app/web-kit';
import { CHANNELS } from '@app/sharing';
import { Relative } from '../../family/views/family';
import { Careful } from '../../safe-contact/views/careful';
import { ABOUT_ME_WORDS, VOICE_WORDS } from './words';

const Voice = ({ entry }: { entry: AboutMe }): Html => <Sub>{VOICE_WORDS[entry.voice]}, {formatDate(entry.lastConfirmedOn)}</Sub>;

/** What the person wants everyone to know, in the order of the standard. */
export function AboutMePanel({ page: { aboutMe, person, windDownUntil }, today }: { page: PersonPage; today: string }): Html {
  const said = [...aboutMe].sort((a, b) => ABOUT_ME_HEADINGS.indexOf(a.heading) - ABOUT_ME_HEADINGS.indexOf(b.heading));
  const languages = person.languages.map(({ language, interpreterNeeded }) => `${language}${interpreterNeeded ? ', interpreter needed' : ''}`);
  return (
    <Section id="about-me" title="About me">
      {languages.length > 0 ? <p><strong>Language:</strong> {languages.join('; ')}</p> : null}
      {person.communicationNeeds ? <p><strong>How to communicate:</strong> {person.communicationNeeds}</p> : null}
      {said.length === 0
        ? <p>{windDownUntil ? 'Nothing that you can see.' : `Nothing told yet. Ask ${person.preferred ?? person.given} what is most important to them.`}</p>
        : said.map((entry) => <><h3 class="nhsuk-heading-xs">{ABOUT_ME_WORDS[entry.heading]}</h3><p>{entry.text}<Voice entry={entry} />{isOld(entry, today) ? <Sub><Tag text="Check that it is still true" colour="yellow" /></Sub> : null}</p></>)}
      <p class="os-noprint"><a class="nhsuk-link" href={`/people/${person.personId}/about-me`}>{windDownUntil ? 'All of About me' : said.length === 0 ? 'Write down what was told' : 'All of it, what was told since, and whether it is still true'}</a></p>
    </Section>
  );
}

function Member({ member }: { member: CircleMember }): Html {
  const who = member.worker ?? member.team ?? member.organisation;
  const where = [member.jobTitle, who === member.organisation ? null : member.organisation].filter(Boolean).join(', ');
  return (
    <li>
      <strong>{who}</strong>{member.knownTo ? <> <Tag text={`Known only to ${member.knownTo.join(', ')}`} colour="purple" /></> : null}
      {where ? <Sub>{where}</Sub> : null}
      <Sub>{member.phone ? <Phone value={member.phone} /> : orSay(null, 'No phone number recorded')}{member.daysTimes ? `, ${member.daysTimes}` : ''}</Sub>
      <Sub><strong>Does:</strong> {member.does}</Sub>
      {member.doesNotDo ? <Sub><strong>Does not do:</strong> {member.doesNotDo}</Sub> : null}
    </li>
  );
}

/** Who helps: what each does and does not do, and where to ring. */
export function CirclePanel({ page: { circle, relatives, person, windDownUntil, keyWorker }, today }: { page: PersonPage; today: string }): Html {
  return (
    <Section id="circle" title="Who helps">
      {circle.length + relatives.length === 0
        ? <p>{windDownUntil ? 'Nobody that you can see.' : keyWorker ? `Nobody that you can see. Ask ${keyWorker.name} who else helps.` : 'Add the first person, for example a relative or the GP practice.'}</p>
        : <ul class="os-list">{circle.map((member) => <Member member={member} />)}{relatives.map((one) => <Relative seen={{ one, child: isChild(one, today) }} />)}</ul>}
      <p class="os-noprint"><a class="nhsuk-link" href={`/people/${person.personId}/circle`}>People and services</a></p>
    </Section>
  );
}

/** What the person agreed; and before anybody talked about it, that nobody has. */
export function SharingPanel({ page: { person, toldOfSharing, windDownUntil, emergency } }: { page: PersonPage }): Html | null {
  if (windDownUntil) return null;
  const at = `/people/${person.personId}/sharing`;
  const name = person.preferred ?? person.given;
  return (
    <Section id="sharing" title="Sharing">
      {toldOfSharing ? null : <p>Shared for direct care. {name} has not been told yet.{emergency?.alone ? null : <> <a class="nhsuk-link os-noprint" href={`${at}/conversation`}>Record it</a></>}</p>}
      <p class="os-noprint"><a class="nhsuk-link" href={at}>What {name} agreed</a></p>
    </Section>
  );
}

const KINDS = { address: 'Address', phone: 'Phone', email: 'E-mail', practice: 'GP practice' } as const;

/** Addresses and numbers; what is protected says so to the few who see it. */
export function ReachPanel({ page }: { page: PersonPage }): Html {
  const { person, contactPoints, safeContact, windDownUntil } = page;
  const neverRing = safeContact.some(({ channel, allowed }) => channel === 'phone' && !allowed);
  return (
    <Section id="reach" title="How to reach them">
      <Careful identity={page} channels={CHANNELS} level={3} />
      {contactPoints.length === 0 ? <p>{windDownUntil ? 'Nothing that you can see.' : 'No address or phone number recorded.'}</p> : (
        <ul class="os-list">
          {contactPoints.map((point) => (
            <li>
              <strong>{KINDS[point.kind]}</strong>{point.protected ? <> <Tag text="Protected: do not pass on" colour="red" /></> : null}
              <Sub>{point.kind === 'phone' && !neverRing ? <Phone value={point.value} /> : [point.value, point.postcode].filter(Boolean).join(', ')}</Sub>
            </li>
          ))}
        </ul>
      )}
      <p class="os-noprint"><a class="nhsuk-link" href={`/people/${person.personId}/safe-contact`}>How to reach them safely</a></p>
    </Section>
  );
}

/** In a small town somebody always knows somebody. */
export const KnowsPanel = ({ page: { person, windDownUntil } }: { page: PersonPage }): Html => (
  <p class="os-noprint">{windDownUntil ? null : <><a class="nhsuk-link" href={`/people/${person.personId}/same-person`}>Is {person.preferred ?? person.given} here twice?</a> </>}Do you know {person.preferred ?? person.given} outside work? <a class="nhsuk-link" href={`/people/${person.personId}/know`}>I know this person</a></p>
);
