import { readNhsNumber } from '@app/persons';
import type { FhirElement } from './element';
import type { FhirResource } from './documents';
import type { References } from './references';
import type { ImportedIdentifier, ImportedLanguage, ImportedPerson, ImportedTelecom, PersonFlag } from './imported';
import { isNhsNumberIdentifier, readAddresses, readIdentifiers, readNames, readTelecoms } from './datatypes';
import { mayBeUnder18, readBirthDate, readDate } from './dates';
import { readParties } from './parties';
import { isOneself } from './relative';
import { codeOf, timesOf, wordsOf } from './words';

/** A Patient resource, with the extensions of FHIR UK Core. */
export function readPerson(resource: FhirResource, references: References, now: Date): ImportedPerson {
  const { element } = resource;
  const identifiers = readIdentifiers(element);
  const names = readNames(element);
  const birthDate = readBirthDate(element, 'birthDate', now);
  const nhsNumber = readNhsNumberOf(identifiers);
  const { telecoms, leftOut } = readAllTelecoms(element);
  const deceased = readDeceased(element);
  const flags: [PersonFlag, boolean][] = [
    ['no-name', names.length === 0],
    ['no-birth-date', !element.text('birthDate')],
    ['birth-date-unreadable', !birthDate && element.text('birthDate') !== null],
    ['nhs-number-check-digit', nhsNumber.state === 'wrong-check-digit'],
    ['nhs-number-format', nhsNumber.state === 'absent' && identifiers.some(isNhsNumberIdentifier)],
    ['several-nhs-numbers', new Set(identifiers.filter(isNhsNumberIdentifier).map(({ value }) => value)).size > 1],
    ['out-of-scope-child', birthDate !== null && mayBeUnder18(birthDate, now)],
    ['death-notified', deceased === false && isDeathNotified(element)],
    ['telecom-left-out', leftOut],
    ['photo-left-out', element.elements('photo').length > 0],
  ];
  return {
    sourceId: resource.sourceId,
    file: element.file,
    identifiers,
    nhsNumber,
    names,
    preferredName: readPreferredName(element),
    birthDate,
    gender: readGender(element),
    deceased,
    addresses: readAddresses(element),
    telecoms,
    languages: element.elements('communication').flatMap(readLanguage),
    interpreterRequired: readInterpreterRequired(element),
    contactPreference: readContactPreference(element),
    ethnicity: readEthnicity(element),
    generalPractitioners: element.elements('generalPractitioner').map((reference) => readParties(reference, resource, references)),
    flags: flags.filter(([, isSo]) => isSo).map(([flag]) => flag),
  };
}

/** The number in use; a number that was replaced stands only where there is no other. */
function readNhsNumberOf(identifiers: readonly ImportedIdentifier[]): ImportedPerson['nhsNumber'] {
  const all = identifiers.filter(isNhsNumberIdentifier);
  const written = (all.find(({ use }) => use !== 'old') ?? all[0])?.value ?? '';
  const reading = readNhsNumber(written);
  if ('value' in reading) return { value: reading.value, state: 'valid' };
  if (reading.fault === 'nhsNumber.checkDigit') return { value: written.replace(/\D/g, ''), state: 'wrong-check-digit' };
  return { value: null, state: 'absent' };
}

/** The person's own, with those that some systems write as a contact whose relationship is "self". */
function readAllTelecoms(element: FhirElement): { telecoms: ImportedTelecom[]; leftOut: boolean } {
  const readings = [element, ...element.elements('contact').filter(isOneself)].map(readTelecoms);
  return { telecoms: readings.flatMap(({ telecoms }) => telecoms), leftOut: readings.some(({ leftOut }) => leftOut) };
}

function readPreferredName(element: FhirElement): string | null {
  const names = element.elements('name');
  const name = names.find((one) => one.text('use') === 'usual') ?? names.find((one) => one.text('use') === 'nickname');
  return name ? name.texts('given').join(' ') || name.text('text') : null;
}

const genders = ['male', 'female', 'other', 'unknown'] as const;

function readGender(element: FhirElement): ImportedPerson['gender'] {
  const text = element.text('gender');
  const gender = genders.find((one) => one === text);
  if (text && !gender) element.fault('gender', `"${text}" is not one of ${genders.join(', ')}`);
  return gender ?? null;
}

function readDeceased(element: FhirElement): ImportedPerson['deceased'] {
  const date = readDate(element, 'deceasedDateTime');
  return date ?? (element.truth('deceasedBoolean') === true || element.text('deceasedDateTime') !== null);
}

/** UK Core: 1 informal, 2 formal, U removed. */
function isDeathNotified(element: FhirElement): boolean {
  const status = element.extension('DeathNotificationStatus')?.extension('deathNotificationStatus')?.element('valueCodeableConcept');
  return ['1', '2'].includes(codeOf(status ?? null) ?? '');
}

/** All displays of one language are kept: British Sign Language with Makaton is not British Sign Language alone. */
function readLanguage(communication: FhirElement): ImportedLanguage[] {
  const language = communication.element('language');
  if (!language) return [];
  const displays = language.elements('coding').flatMap((coding) => coding.text('display') ?? []);
  const text = language.text('text') ?? ([...new Set(displays)].join(', ') || codeOf(language));
  if (!text) return [];
  const level = communication.extension('patient-proficiency')?.extension('level')?.element('valueCoding');
  const preferred = communication.truth('preferred') === true;
  return [{ code: codeOf(language), text, preferred, proficiency: level?.text('display') ?? level?.text('code') ?? null }];
}

/** HL7 puts it on the patient; CareConnect, the forerunner of UK Core, within its NHS communication extension. */
function readInterpreterRequired(element: FhirElement): boolean | null {
  const places = [element, element.extension('NHSCommunication'), ...element.elements('communication')];
  const answers = places.map((place) => place?.extension('interpreterRequired')?.truth('valueBoolean') ?? null);
  return answers.includes(true) ? true : (answers.find((answer) => answer !== null) ?? null);
}

function readContactPreference(element: FhirElement): ImportedPerson['contactPreference'] {
  const preference = element.extension('Extension-UKCore-ContactPreference');
  if (!preference) return null;
  const concept = (name: string) => wordsOf(preference.extension(name)?.element('valueCodeableConcept') ?? null);
  return {
    method: concept('PreferredContactMethod'),
    times: timesOf(preference.extension('PreferredContactTimes')?.element('valueTiming') ?? null),
    writtenFormat: concept('PreferredWrittenCommunicationFormat'),
  };
}

function readEthnicity(element: FhirElement): ImportedPerson['ethnicity'] {
  const concept = element.extension('EthnicCategory')?.element('valueCodeableConcept') ?? null;
  const code = codeOf(concept);
  const text = wordsOf(concept) ?? code;
  return text ? { code, text } : null;
}
