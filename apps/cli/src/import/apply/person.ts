import type { Identifier, Person, PersonDetails, RegisterPerson } from '@app/persons';
import type { ImportedPerson } from '../fhir/imported';

/** Numbers of other states' authorities are no identifiers of care: they are counted and left out. */
const FOREIGN = /us-ssn|social security|passport|driver/i;
const NHS_NUMBER = /nhs-?number/i;

/** What the person is registered with. */
export function commandOf(person: ImportedPerson): RegisterPerson {
  const [name] = person.names;
  const given = name?.given.join(' ') ?? '';
  const { value } = person.nhsNumber;
  return {
    given, family: name?.family ?? (given ? '' : (name?.text ?? 'Name not known')),
    ...(person.preferredName && person.preferredName !== given && { preferred: person.preferredName }),
    ...(person.birthDate && { birthDate: person.birthDate.value, birthDateEstimated: person.birthDate.estimated }),
    ...(value === null ? { nhsNumberAbsentBecause: 'not_known_yet' } : { nhsNumber: value }),
  };
}

export function detailsOf(person: ImportedPerson): PersonDetails {
  const { languages, interpreterRequired, contactPreference, ethnicity, gender, deceased, flags } = person;
  const needs = [contactPreference?.writtenFormat, contactPreference?.method && `Reach by: ${contactPreference.method}`, contactPreference?.times].filter(Boolean);
  return {
    gender: gender === 'unknown' ? null : gender,
    languages: languages.map(({ text }) => ({ language: text, interpreterNeeded: interpreterRequired ?? false })),
    communicationNeeds: needs.join('. ') || null,
    ethnicity: ethnicity?.text ?? null,
    deceasedOn: typeof deceased === 'object' ? deceased.value : null,
    identifiers: kept(person),
    flags: [...flags, ...(deceased === true ? ['died-on-unknown-day'] : [])],
    sourceReference: person.sourceId,
  };
}

const kept = ({ identifiers }: ImportedPerson): Identifier[] => identifiers.filter((one) => !isForeign(one) && !NHS_NUMBER.test(one.system ?? ''))
  .map(({ system, value, label }) => ({ system: system ?? '', value, label }));

const isForeign = ({ system, label }: ImportedPerson['identifiers'][number]): boolean => FOREIGN.test(`${system ?? ''} ${label}`);

export const foreignIdentifiers = ({ identifiers }: ImportedPerson): number => identifiers.filter(isForeign).length;

type News = Partial<Pick<Person, 'preferred' | 'birthDate' | 'gender' | 'ethnicity' | 'deceasedOn' | 'nhsNumber' | 'communicationNeeds'>>;
const LEARNT = ['preferred', 'birthDate', 'gender', 'ethnicity', 'deceasedOn', 'communicationNeeds'] as const;
const WORDS: Record<string, string> = { birthDate: 'date of birth', deceasedOn: 'date of death', family: 'family name', given: 'given name', nhsNumber: 'NHS number', communicationNeeds: 'communication needs', preferred: 'preferred name' };

/** What the source knows that the record does not, and where they differ: what stands in the record is never overwritten. */
export function compare(known: Person, imported: ImportedPerson): { news: News; differs: string[] } {
  const source = { ...detailsOf(imported), ...commandOf(imported) };
  const news: News = {};
  const differs: string[] = (['family', 'given'] as const).filter((field) => source[field] !== known[field]);
  for (const field of LEARNT) {
    const value = source[field] ?? null;
    if (value === null || value === known[field]) continue;
    if (known[field] === null) news[field] = value;
    else differs.push(field);
  }
  const { nhsNumber } = imported;
  if (nhsNumber.value && nhsNumber.value !== known.nhsNumber) {
    if (known.nhsNumber === null && nhsNumber.state === 'valid') news.nhsNumber = nhsNumber.value;
    else differs.push('nhsNumber');
  }
  return { news, differs: differs.map((field) => WORDS[field] ?? field) };
}

/** Two systems may both call somebody `Patient/1`: another name and another birth date are another person. */
export const isSomeoneElse = (known: Person, imported: ImportedPerson): boolean =>
  commandOf(imported).family.toLowerCase() !== known.family.toLowerCase() && (imported.birthDate?.value ?? null) !== known.birthDate;
