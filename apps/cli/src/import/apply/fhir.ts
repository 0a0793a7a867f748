import { Conflict, Fault, TooMany } from '@app/kernel';
import { mayKnowNhsNumbers } from '@app/persons';
import type { Verbs } from '../../verbs';
import type { ImportedEncounter, ImportedPerson, ImportedRelative } from '../fhir/imported';
import type { FhirReading } from '../fhir/reading';
import type { CareReading } from '../fhir/imported-care';
import { whyNot } from '../fhir/why-not';
import { Progress, type ProgressOutput } from '../progress';
import { addContactPoints, addEncounters, addRelatives } from './belongings';
import { addCare, careLeftOut, careOf, careOfNobody } from './care';
import type { Importer } from './importer';
import { KnownOrganisations } from './known-organisations';
import { commandOf, compare, detailsOf, foreignIdentifiers, isSomeoneElse } from './person';
import { Summary } from './summary';

const FLAG_WORDS: Record<string, string> = {
  'no-name': 'no name', 'no-birth-date': 'no date of birth', 'birth-date-unreadable': 'the date of birth cannot be read', 'nhs-number-check-digit': 'the NHS number has a wrong check digit; it is kept',
  'nhs-number-format': 'the NHS number is not ten digits', 'several-nhs-numbers': 'several NHS numbers', 'out-of-scope-child': 'outside scope: a child; no case is opened',
  'death-notified': 'a death was notified, and the record itself does not say so', 'died-on-unknown-day': 'has died, the day is not known',
  'telecom-left-out': 'fax, pager or web address left out', 'photo-left-out': 'photo left out',
};

/** Something that belongs to a person could not be attached. */
class NotAttached extends Error {}

/**
 * Writes what was read, person by person, each with what belongs to them in one transaction, in the organisation's own context:
 * who is hidden from it stays hidden, and nothing is attached to them.
 */
export async function importFhir(verbs: Verbs, importer: Importer, reading: FhirReading, output?: ProgressOutput): Promise<Summary> {
  if (importer.organisation.accessScope !== 'organisation') {
    throw new Error(`${importer.organisation.name} opens its people to teams or named workers, and a file names none. Import as a practice`);
  }
  const summary = new Summary();
  const organisations = new KnownOrganisations(verbs, importer.actor, reading);
  const progress = new Progress('Importing people', reading.people.length, output);
  for (const person of reading.people) {
    await one(verbs, importer, person, { ...of(person, reading), organisations }, summary);
    progress.advance();
  }
  progress.finish();
  await tellTheRest(reading, organisations, summary);
  return summary;
}

interface Belongings {
  readonly relatives: readonly ImportedRelative[];
  readonly encounters: readonly ImportedEncounter[];
  readonly care: CareReading;
  readonly organisations: KnownOrganisations;
}

const of = ({ sourceId }: ImportedPerson, reading: FhirReading): Pick<Belongings, 'relatives' | 'encounters' | 'care'> => ({
  care: careOf(sourceId, reading),
  relatives: reading.relatives.filter(({ personSourceId }) => personSourceId === sourceId),
  encounters: reading.encounters.filter(({ personSourceId }) => personSourceId === sourceId),
});

async function one(verbs: Verbs, { actor }: Importer, person: ImportedPerson, belongings: Belongings, summary: Summary): Promise<void> {
  const { relatives, encounters, care, organisations } = belongings;
  const own = new Summary();
  try {
    await verbs.as(actor, async () => {
      const personId = await settle(verbs, mayKnowNhsNumbers() ? person : withoutNumber(person, own), own);
      await addContactPoints(verbs, personId, person, organisations, own);
      await addRelatives(verbs, personId, relatives, own);
      await addEncounters(verbs, personId, encounters, organisations, own);
      await addCare(verbs, personId, { ...care, isChild: person.flags.includes('out-of-scope-child') }, organisations, own);
    });
    own.count('leftOut', 'foreign social security, passport and driver numbers', foreignIdentifiers(person));
    summary.add(own);
  } catch (error) {
    if (!(error instanceof Fault) && !(error instanceof NotAttached)) throw error;
    const mayExist = error instanceof TooMany || (error instanceof Conflict && error.code === 'person.mayExist');
    summary.flag(`${person.sourceId}: ${mayExist ? 'may exist: ask for access. Nothing was attached' : error.message}`);
    summary.count('leftOut', 'people');
    summary.count('leftOut', 'relatives', relatives.length);
    summary.count('leftOut', 'visits', encounters.length);
    careLeftOut(care, summary);
  }
}

/** An organisation that is neither health nor social care brings no NHS numbers in, and finds nobody by them. */
function withoutNumber(person: ImportedPerson, summary: Summary): ImportedPerson {
  if (person.nhsNumber.value !== null) summary.count('leftOut', 'NHS numbers, which are for health and social care');
  return { ...person, nhsNumber: { value: null, state: 'absent' } };
}

/** The person whom this is about: imported before, here already under this number, or registered now. */
async function settle(verbs: Verbs, person: ImportedPerson, summary: Summary): Promise<string> {
  const { value, state } = person.nhsNumber;
  const knownId = (await verbs.knownPersons.bySource(person.sourceId)) ?? (state === 'valid' ? await verbs.knownPersons.byNhsNumber(value) : null);
  if (!knownId) {
    const { personId } = await verbs.persons.register(commandOf(person), detailsOf(person));
    summary.count('created', 'people');
    for (const flag of detailsOf(person).flags ?? []) summary.flag(`${person.sourceId}: ${FLAG_WORDS[flag] ?? flag}`);
    return personId;
  }
  const known = await verbs.persons.find(knownId);
  if (isSomeoneElse(known, person)) throw new NotAttached('somebody else with another name and birth date is here under the same reference or NHS number. Nothing was attached');
  const { news, differs } = compare(known, person);
  if (Object.keys(news).length > 0) await verbs.persons.learn(known, news);
  summary.count(Object.keys(news).length > 0 ? 'changed' : 'leftAlone', 'people');
  if (differs.length > 0) summary.flag(`${person.sourceId}: ${differs.join(', ')} differs here and was left as it stands`);
  return knownId;
}

async function tellTheRest(reading: FhirReading, organisations: KnownOrganisations, summary: Summary): Promise<void> {
  const lost = (things: string, rows: readonly { sourceId: string; personSourceId: string | null }[]): void => {
    for (const { sourceId } of rows.filter(({ personSourceId }) => personSourceId === null)) {
      summary.count('leftOut', things);
      summary.flag(`${sourceId}: the person is not among what was read, left out`);
    }
  };
  lost('relatives', reading.relatives);
  lost('visits', reading.encounters);
  careOfNobody(reading, summary);
  for (const [type, n] of Object.entries(reading.counted)) summary.count('leftOut', `${type} (${whyNot(type)})`, n);
  for (const { from, reference } of reading.dangling) {
    if (!(await organisations.knows(reference))) summary.flag(`${from}: the reference ${reference} leads nowhere`);
  }
  for (const { file, where, message } of reading.faults) summary.flag(`${file}${where ? `, ${where}` : ''}: ${message}`);
}
