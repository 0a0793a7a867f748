import type { FhirResource } from './documents';
import type { References } from './references';

/** The person whom a resource is about: null when they were not read. */
export function subjectOf(resource: FhirResource, references: References): string | null {
  const person = references.resolve(resource.element.element('subject'), resource);
  return person?.type === 'Patient' ? person.sourceId : null;
}
