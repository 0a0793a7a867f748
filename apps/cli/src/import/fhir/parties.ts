import type { FhirResource } from './documents';
import type { FhirElement } from './element';
import type { References } from './references';
import type { ImportedParty } from './imported';
import { readIdentifiers, readNames } from './datatypes';

export interface Parties {
  organisation: ImportedParty | null;
  practitioner: ImportedParty | null;
}

/**
 * The organisation and the practitioner that a reference means. A PractitionerRole means both; what was not read is known by the
 * words and the identifier of the reference itself, and its kind by `type` or by the reference's beginning.
 */
export function readParties(reference: FhirElement | null, from: FhirResource, references: References): Parties {
  if (!reference) return { organisation: null, practitioner: null };
  const found = references.resolve(reference, from);
  if (found?.type === 'PractitionerRole') return partiesOfRole(found, references);
  const party = found ? partyOf(found) : outside(reference);
  const type = found?.type ?? reference.text('type') ?? /([A-Z][A-Za-z]*)[/?][^/]*$/.exec(reference.text('reference') ?? '')?.[1];
  return { organisation: type === 'Organization' ? party : null, practitioner: isPractitioner(type) ? party : null };
}

/** The organisation of a reference that can mean nothing else. */
export function readOrganisationReference(reference: FhirElement | null, from: FhirResource, references: References): ImportedParty | null {
  if (!reference) return null;
  const found = references.resolve(reference, from);
  return found ? partyOf(found) : outside(reference);
}

function partiesOfRole(role: FhirResource, references: References): Parties {
  const practitioner = role.element.element('practitioner');
  const found = practitioner && references.resolve(practitioner, role);
  return {
    organisation: readOrganisationReference(role.element.element('organization'), role, references),
    practitioner: found ? partyOf(found) : practitioner && outside(practitioner),
  };
}

function partyOf(resource: FhirResource): ImportedParty {
  const [identifier] = readIdentifiers(resource.element);
  const name = resource.type === 'Organization' ? resource.element.text('name') : readNames(resource.element)[0]?.text;
  return {
    sourceId: resource.sourceId.includes('#') ? null : resource.sourceId,
    name: name ?? null,
    identifier: identifier ? { system: identifier.system, value: identifier.value } : null,
  };
}

function outside(reference: FhirElement): ImportedParty | null {
  const identifier = reference.element('identifier');
  const value = identifier?.text('value');
  const name = reference.text('display');
  return name || value ? { sourceId: null, name, identifier: value ? { system: identifier?.text('system') ?? null, value } : null } : null;
}

function isPractitioner(type: string | undefined): boolean {
  return type === 'Practitioner' || type === 'PractitionerRole';
}
