import type { FhirResource } from './documents';
import type { References } from './references';
import type { ImportedOrganisation, ImportedPractitioner } from './imported';
import { odsCodeOf, readAddresses, readIdentifiers, readNames, readTelecoms } from './datatypes';
import { readOrganisationReference } from './parties';

/** An Organization resource. */
export function readOrganisation(resource: FhirResource, references: References): ImportedOrganisation {
  const { element } = resource;
  const identifiers = readIdentifiers(element);
  return {
    sourceId: resource.sourceId,
    name: element.text('name'),
    odsCode: odsCodeOf(identifiers),
    identifiers,
    telecoms: readTelecoms(element).telecoms,
    address: readAddresses(element)[0] ?? null,
    partOf: readOrganisationReference(element.element('partOf'), resource, references),
  };
}

/** A Practitioner resource. */
export function readPractitioner(resource: FhirResource): ImportedPractitioner {
  const { element } = resource;
  return {
    sourceId: resource.sourceId,
    name: readNames(element)[0]?.text ?? null,
    identifiers: readIdentifiers(element),
    telecoms: readTelecoms(element).telecoms,
  };
}
