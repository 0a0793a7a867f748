import type { CountsFrom, RecordType } from '@app/information-rights';
import { ROLE_WORDS, type ColleagueRole } from '@app/identity';
import { sectorWords, type Sector } from '@app/organisations';
import { categoriesInWords, DIRECT_CARE, SENSITIVE } from '@app/persons';
import type { Facts, Kept, Partner } from './facts';

export interface Setting {
  /** local calendar day, e.g. `2026-11-22` */
  readonly today: string;
  /** does it write letters by e-mail? */
  readonly sendsMail: boolean;
}

const OPENS: Record<Partner['accessScope'], string> = {
  named: 'the workers who are named', team: 'the team that is named; volunteers by name alone', organisation: 'everybody who works with people there; volunteers by name alone',
};
const RECORDS: Record<RecordType, string> = { care: 'care or support', mental_health: 'mental health', complaint: 'complaints about information', subject_access: 'copies that were asked for' };
const FROM: Record<CountsFrom, string> = { last_contact: 'after the last contact or the end of care', death: 'after the death', closed: 'after it was closed' };
const TO_FILL = (what: string): string => `> **To be filled in by you:** ${what}\n`;

/**
 * A data protection impact assessment as far as the running system can write it, as Markdown: what is set up stands there as it is set up, what only people can
 * decide is asked.
 * @see https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/accountability-and-governance/guide-to-accountability-and-governance/data-protection-impact-assessments/
 */
export function draftAssessment(facts: Facts, { today, sendsMail }: Setting): string {
  return [
    `# Data protection impact assessment: OneStory\n\nDrafted on ${today} from the configuration of the running system. It is a draft: whoever signs it has read it, filled in what is asked, and had it read by a data protection officer.\n`,
    section('1. Why one is needed', 'Special category data about health, social care and sometimes offences, of people who are often vulnerable, is shared between several organisations, and newly combined. UK GDPR Article 35(3)(b) asks for an assessment.',
      TO_FILL('who leads it, who was consulted (people who use services and family carers among them), and when it is looked at again.')),
    section('2. Who takes part', partners(facts.partners),
      warnings(facts.partners, today),
      TO_FILL('the joint-controller arrangement (Article 26) and who leads on the rights of people; for each organisation its lawful basis (Article 6), its condition for special category data (Article 9) and, for what touches offences, its condition under Schedule 1 of the Data Protection Act 2018. Consent is generally not the basis on which care is given.')),
    section('3. What is kept', 'Everything is about one person, and kept in tables of which each row has that person in its key. About how many rows there are is what the database estimates; none was read for this.',
      table(['What', 'About', 'Row-level security', 'Policies'], facts.kept.map(({ table: name, about, isForced, policies }) => [name.replaceAll('_', ' '), about.toLocaleString('en-GB'), isForced ? 'forced' : '**NOT FORCED**', String(policies)])),
      `Each entry says what it tells about. Whoever helps directly has from the start: ${categoriesInWords(DIRECT_CARE)}. Withheld until there is a named need: ${categoriesInWords(SENSITIVE)}.`,
      'How long each organisation keeps what it answers for, as it is set now. Where it has set nothing, what is published for its kind of organisation holds (Records Management Code of Practice, NHS England, 2021).',
      table(['Organisation', 'Type of record', 'Kept', 'From where'], facts.keptFor.map(({ organisation, type, years, countsFrom, set }) => [organisation, RECORDS[type], years === null ? '**none is set: nothing comes to its end**' : `${years} ${years === 1 ? 'year' : 'years'} ${FROM[countsFrom]}`, set ? 'set by the organisation' : years === null ? 'nothing is published that we know of' : 'as published'])),
      'Nothing is destroyed by the software. What has come to its end is listed to the organisation’s own information-governance lead, who keeps it longer or proposes that it is disposed of, and a second person approves that. A legal hold, for an inquiry, an inquest, a review of a death or a claim, stops it.',
      TO_FILL('for each period that is not set, how long and by which law or schedule; who carries out what was approved to be disposed of, in the database and in its backups.')),
    section('4. Who sees what', 'Nobody, unless a relationship with the person opens it. Each entry is for the writer’s organisation, for the circle of those who help, or for organisations by name; and it is shown to the person unless a reason is given.',
      'A volunteer comes by name alone: what a team or a whole organisation opens does not open to its volunteers, whatever their roles and teams.',
      table(['Role', 'What it lets them do'], Object.values(ROLE_WORDS).map(({ text, hint }) => [text, hint])),
      'The person sees on their own page who looked, when and why. They can share with everybody who helps, with exceptions, or be asked each time; they can stop, and that holds with the next request.'),
    section('5. What goes out', sendsMail ? 'Letters by e-mail: a link, and nobody’s name. ' : 'No e-mail is set up: nothing is sent. ',
      'Print, PDF, CSV and JSON hold what is on the screen of whoever asks for them, carry who made them and when, and are audited. There is no bulk export of everybody.',
      TO_FILL('where the servers are, who runs them, and the contracts with these processors (Article 28). Nothing is sent to any other service by the software.')),
    section('6. What holds it', measures(facts)),
    section('7. Risks', 'The hazard log (docs/hazard-log.md) has what could hurt somebody, and the threat model (docs/threat-model.md) what somebody could try, each with what holds it off and the test that would notice its loss.',
      TO_FILL('for each risk that stays with you (a shared computer, a partner’s own practice, a coerced view of the person’s page): how likely, how severe, what you do about it, who accepts what is left.')),
    section('8. Signed', TO_FILL('data protection officer, Caldicott guardian, senior information risk owner, clinical safety officer; date; date of the next review.')),
  ].join('\n');
}

const section = (title: string, ...parts: string[]): string => `## ${title}\n\n${parts.filter(Boolean).join('\n\n')}\n`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`).join('\n');

const rolesOf = ({ roles }: Partner): string => Object.entries(roles).sort(([a], [b]) => (a < b ? -1 : 1)).map(([role, n]) => `${ROLE_WORDS[role as ColleagueRole]?.text ?? role}: ${n}`).join('; ');

function partners(all: readonly Partner[]): string {
  if (all.length === 0) return 'No organisation takes part yet.';
  return table(['Organisation', 'Kind', 'Agreement', 'Help opens a record to', 'Who signs in'], all.map((one) => [
    one.name, sectorWords(one.sector as Sector), agreement(one), OPENS[one.accessScope], one.state === 'suspended' ? 'nobody: suspended' : rolesOf(one) || 'nobody yet',
  ]));
}

const agreement = ({ agreementSignedOn: from, agreementExpiresOn: to }: Partner): string => `${from ? `signed ${from}` : '**no day of signing recorded**'}${to ? `, until ${to}` : ''}`;

/** What somebody should look at before anything is signed. */
function warnings(all: readonly Partner[], today: string): string {
  const active = all.filter(({ state }) => state === 'active');
  const lines = [
    ...active.filter(({ agreementExpiresOn: to }) => to !== null && to < today).map(({ name }) => `${name}: the agreement has run out.`),
    ...active.filter(({ roles }) => !roles['ig_lead']).map(({ name }) => `${name}: nobody leads information governance, so nobody there sees who looked.`),
    ...active.filter(({ roles }) => !roles['org_admin']).map(({ name }) => `${name}: nobody looks after people and access.`),
  ];
  return lines.length > 0 ? `Look at these first:\n\n${lines.map((line) => `- ${line}`).join('\n')}` : '';
}

function measures({ kept, strongRoles, readable, seals }: Facts): string {
  const open = kept.filter(({ isForced }: Kept) => !isForced);
  return [
    open.length === 0 ? `The database itself asks who may see each row: row-level security is on and forced in all ${kept.length} tables about people.` : `**Row-level security is missing in: ${open.map(({ table: name }) => name).join(', ')}. Stop and repair this first.**`,
    strongRoles.length === 0 ? 'No role of the application can pass it.' : `**These roles pass it: ${strongRoles.join(', ')}. Stop and repair this first.**`,
    `The application can call ${readable.length} functions that run with more rights than its own; each has a test that calls it as a stranger.`,
    'Who asks is signed: a forged context opens nothing. Sessions end after half an hour without use and after twelve hours; passwords are kept as argon2id.',
    `Every read and every change is audited in the same transaction, and the audit is sealed in a chain: ${seals.count === 0 ? 'nothing sealed yet' : `${seals.count.toLocaleString('en-GB')} seals, the last on ${seals.last ?? ''}`}. \`cli verify-audit\` finds what was changed.`,
  ].map((line) => `- ${line}`).join('\n');
}
