import type { FhirElement } from './element';
import type { ImportedAddress, ImportedIdentifier, ImportedName, ImportedTelecom } from './imported';
import { readPeriod } from './dates';
import { wordsOf } from './words';

const nhsNumberSystem = 'https://fhir.nhs.uk/id/nhs-number';
const odsCodeSystem = 'https://fhir.nhs.uk/id/ods-organization-code';

const labels: Readonly<Record<string, string | undefined>> = {
  [nhsNumberSystem]: 'NHS number',
  [odsCodeSystem]: 'ODS code',
  'https://fhir.nhs.uk/id/local-patient-identifier': 'Local number',
  'https://fhir.nhs.uk/id/sds-user-id': 'NHS user id',
  'https://fhir.nhs.uk/id/sds-role-profile-id': 'NHS role profile',
  'https://fhir.hl7.org.uk/id/gmc-number': 'GMC number',
  'https://fhir.hl7.org.uk/id/gmp-number': 'GMP number',
  'https://fhir.hl7.org.uk/id/gphc-number': 'GPhC number',
  'https://fhir.hl7.org.uk/id/nmc-number': 'NMC number',
};

export function isNhsNumberIdentifier(identifier: ImportedIdentifier): boolean {
  return identifier.system?.toLowerCase() === nhsNumberSystem;
}

export function odsCodeOf(identifiers: readonly ImportedIdentifier[]): string | null {
  return identifiers.find((identifier) => identifier.system?.toLowerCase() === odsCodeSystem)?.value ?? null;
}

/** Identifiers that have a value. */
export function readIdentifiers(parent: FhirElement): ImportedIdentifier[] {
  return parent.elements('identifier').flatMap((identifier) => {
    const value = identifier.text('value');
    const system = identifier.text('system');
    if (!value) return [];
    const label = wordsOf(identifier.element('type')) ?? labels[system?.toLowerCase() ?? ''];
    const assigner = identifier.element('assigner')?.text('display');
    return [{ system, value, use: identifier.text('use'), label: label ?? assigner ?? 'Identifier' }];
  });
}

/** One HumanName; null when it names nobody. */
export function readName(name: FhirElement | null): ImportedName | null {
  if (!name) return null;
  const [given, prefix, suffix] = [name.texts('given'), name.texts('prefix'), name.texts('suffix')];
  const family = name.text('family');
  const text = name.text('text') ?? [...prefix, ...given, ...(family ? [family] : []), ...suffix].join(' ');
  return text ? { use: name.text('use'), text, family, given, prefix, suffix, period: readPeriod(name) } : null;
}

/** Official first, then what is in use, former names last. */
const order = ['official', 'usual', null, 'nickname', 'anonymous', 'temp', 'maiden', 'old'];

export function readNames(parent: FhirElement): ImportedName[] {
  const names = parent.elements('name').flatMap((name) => readName(name) ?? []);
  return names.sort((one, other) => place(one) - place(other));
}

function place(name: ImportedName): number {
  return order.includes(name.use) ? order.indexOf(name.use) : order.indexOf(null);
}

/** One Address; null when it says no more than what it is for. An address of text alone is split at its commas. */
export function readAddress(address: FhirElement | null): ImportedAddress | null {
  if (!address) return null;
  const written = address.texts('line');
  const parts = { city: address.text('city'), postcode: address.text('postalCode'), country: address.text('country') };
  const district = [address.text('district'), address.text('state')].filter(Boolean).join(', ') || null;
  const bare = written.length === 0 && !parts.city && !parts.postcode;
  const lines = bare ? (address.text('text') ?? '').split(/[,\n]/).map((line) => line.trim()).filter(Boolean) : written;
  if (bare && lines.length === 0 && !district && !parts.country) return null;
  return { use: address.text('use'), lines, district, ...parts, period: readPeriod(address) };
}

export function readAddresses(parent: FhirElement): ImportedAddress[] {
  return parent.elements('address').flatMap((address) => readAddress(address) ?? []);
}

/** Telephone numbers, text-message numbers and e-mail addresses; `leftOut` says that there was another kind. */
export function readTelecoms(parent: FhirElement): { telecoms: ImportedTelecom[]; leftOut: boolean } {
  let leftOut = false;
  const telecoms = parent.elements('telecom').flatMap((telecom): ImportedTelecom[] => {
    const value = telecom.text('value');
    if (!value) return [];
    const system = telecom.text('system') ?? (value.includes('@') ? 'email' : 'phone');
    if (system === 'phone' || system === 'email' || system === 'sms') {
      return [{ system, value, use: telecom.text('use'), rank: telecom.number('rank') }];
    }
    leftOut = true;
    return [];
  });
  return { telecoms, leftOut };
}
