import type { FhirResource } from './documents';
import type { FhirElement } from './element';
import type { References } from './references';
import type { ImportedRelative } from './imported';
import { readAddress, readAddresses, readName, readNames, readTelecoms } from './datatypes';
import { mayBeUnder18, readBirthDate, readPeriod } from './dates';
import { codeOf, relationOf } from './words';

/** A RelatedPerson resource. */
export function readRelatedPerson(resource: FhirResource, references: References, now: Date): ImportedRelative {
  const { element } = resource;
  const person = references.resolve(element.element('patient'), resource);
  const name = readNames(element)[0]?.text ?? null;
  const birthDate = readBirthDate(element, 'birthDate', now);
  return {
    sourceId: resource.sourceId,
    personSourceId: person?.type === 'Patient' ? person.sourceId : null,
    name,
    relationship: relationOf(element),
    telecoms: readTelecoms(element).telecoms,
    address: readAddresses(element)[0] ?? null,
    birthDate,
    period: readPeriod(element),
    flags: [...noName(name), ...(birthDate && mayBeUnder18(birthDate, now) ? (['under-18'] as const) : [])],
  };
}

/** The contacts that stand within a Patient. Their `sourceId` is their place there, for they have no name of their own. */
export function readContacts(resource: FhirResource): ImportedRelative[] {
  return resource.element.elements('contact').flatMap((contact, at) => {
    if (isOneself(contact)) return [];
    const name = readName(contact.element('name'))?.text ?? contact.element('organization')?.text('display') ?? null;
    return {
      sourceId: `${resource.sourceId}#contact-${at + 1}`,
      personSourceId: resource.sourceId,
      name,
      relationship: relationOf(contact),
      telecoms: readTelecoms(contact).telecoms,
      address: readAddress(contact.element('address')),
      birthDate: null,
      period: readPeriod(contact),
      flags: noName(name),
    };
  });
}

/** Some systems write the person's own telephone numbers as a contact whose relationship is "self". */
export function isOneself(contact: FhirElement): boolean {
  return contact.elements('relationship').some((relationship) => codeOf(relationship) === 'ONESELF');
}

function noName(name: string | null): 'no-name'[] {
  return name ? [] : ['no-name'];
}
