import type { FhirFault } from './element';
import type { FhirReading } from './reading';
import { collectResources, type FhirDocument, type FhirResource } from './documents';
import { CARE_TYPES, readCare } from './care';
import { readEncounter } from './encounter';
import { readOrganisation, readPractitioner } from './organisation';
import { readPerson } from './person';
import { References } from './references';
import { readContacts, readRelatedPerson } from './relative';
import { settleRepeats } from './repeats';

const imported = new Set<string>(['Patient', 'RelatedPerson', 'Encounter', 'Organization', 'Practitioner', ...CARE_TYPES]);

/**
 * Reads FHIR R4 (bundles of every type, and single resources) into the records that an import makes. References are followed over
 * all documents together. What is wrong is listed in `faults` and left out, what leads nowhere in `dangling`; the rest is read.
 * Never throws, changes nothing, and is the same for the same documents and day: `now` decides who is a child.
 * Source: HL7 FHIR R4; FHIR UK Core for identifiers and extensions.
 */
export function readFhir(documents: readonly FhirDocument[], now = new Date()): FhirReading {
  const faults: FhirFault[] = [];
  const { kept: resources, all } = settleRepeats(collectResources(documents, faults), faults);
  const references = new References(all);
  const of = (type: string) => resources.filter((resource) => resource.type === type);
  const patients = of('Patient');
  const reading = {
    people: patients.map((resource) => readPerson(resource, references, now)),
    relatives: [...of('RelatedPerson').map((resource) => readRelatedPerson(resource, references, now)), ...patients.flatMap(readContacts)],
    encounters: of('Encounter').map((resource) => readEncounter(resource, references)),
    organisations: of('Organization').map((resource) => readOrganisation(resource, references)),
    practitioners: of('Practitioner').map(readPractitioner),
    ...readCare(resources, references, now),
  };
  const dangling = resources.filter(({ type }) => imported.has(type)).flatMap((resource) => references.dangling(resource));
  return { ...reading, counted: countOthers(resources), dangling, faults: once(faults), nothingRead: resources.length === 0 };
}

function countOthers(resources: readonly FhirResource[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of resources) if (!imported.has(type)) counts.set(type, (counts.get(type) ?? 0) + 1);
  return Object.fromEntries([...counts].sort());
}

/** A place that was looked at twice is named once. */
function once(faults: readonly FhirFault[]): FhirFault[] {
  return [...new Map(faults.map((fault) => [`${fault.file}\n${fault.where}\n${fault.message}`, fault])).values()];
}
