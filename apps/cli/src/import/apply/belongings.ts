import type { BroughtNote } from '@app/contacts';
import type { ContactPoint } from '@app/persons';
import type { Verbs } from '../../verbs';
import type { ImportedAddress, ImportedEncounter, ImportedPerson, ImportedRelative } from '../fhir/imported';
import type { KnownOrganisations } from './known-organisations';
import type { Summary } from './summary';

type Point = Partial<ContactPoint> & Pick<ContactPoint, 'kind' | 'value'>;

const linesOf = ({ lines, city, district, country }: ImportedAddress): string[] =>
  [...lines, city, district, country === 'GB' || country === 'GBR' ? null : country].filter((line): line is string => Boolean(line));

const addressPoint = (address: ImportedAddress): Point => {
  const lines = linesOf(address);
  return {
    kind: 'address', use: address.use, value: lines.join(', '), lines, postcode: address.postcode, startsOn: address.period?.from?.value ?? null, endsOn: address.period?.to?.value ?? null,
  };
};

/** Addresses, phones, e-mail addresses and the practice that are not known yet. */
export async function addContactPoints(verbs: Verbs, personId: string, person: ImportedPerson, organisations: KnownOrganisations, summary: Summary): Promise<void> {
  const known = await verbs.knownPersons.reachedBy(personId);
  const practices: string[] = [];
  for (const { organisation } of person.generalPractitioners) practices.push((await organisations.nameOf(organisation)) ?? '');
  const points: Point[] = [
    ...person.addresses.map(addressPoint),
    ...person.telecoms.map(({ system, value, use }): Point => ({ kind: system === 'email' ? 'email' : 'phone', use, value })),
    ...practices.map((value): Point => ({ kind: 'practice', value })),
  ];
  for (const point of points) {
    const key = `${point.kind} ${point.value}`;
    if (known.has(key) || !point.value) continue;
    known.add(key);
    await verbs.persons.addContactPoint(personId, point);
    summary.count('created', 'addresses, phones and practices');
  }
}

/** Relatives that were not brought before. Somebody under 18 is never a first contact. */
export async function addRelatives(verbs: Verbs, personId: string, relatives: readonly ImportedRelative[], summary: Summary): Promise<void> {
  const known = await verbs.knownPersons.relativesBySource(personId, relatives.map(({ sourceId }) => sourceId));
  for (const { sourceId, name, relationship, telecoms, address, birthDate, flags } of relatives) {
    if (known.has(sourceId)) {
      summary.count('leftAlone', 'relatives');
      continue;
    }
    const grownUp = !flags.includes('under-18');
    const phone = telecoms.find(({ system }) => system === 'phone')?.value;
    await verbs.persons.addRelative(
      personId,
      { name: name ?? 'Name not known', relation: relationship ?? 'Relationship not said', emergencyContact: grownUp && /emergency contact/i.test(relationship ?? ''), ...(phone && { phone }) },
      { address: address ? linesOf(address).join(', ') || null : null, birthDate: birthDate?.value ?? null, sourceReference: sourceId },
    );
    summary.count('created', 'relatives');
    if (!grownUp) summary.flag(`${sourceId}: a relative under 18, who is no first contact and no cover`);
  }
}

/** Visits that were not brought before, as entries of the timeline. */
export async function addEncounters(
  verbs: Verbs, personId: string, encounters: readonly ImportedEncounter[], organisations: KnownOrganisations, summary: Summary,
): Promise<void> {
  const notes: BroughtNote[] = [];
  for (const encounter of encounters) {
    const { sourceId, startedAt, endedAt, practitioners, status } = encounter;
    if (!startedAt || status === 'entered-in-error') {
      summary.count('leftOut', 'visits');
      summary.flag(`${sourceId}: ${startedAt ? 'was entered in error' : 'no date'}, left out`);
      continue;
    }
    const organisation = await organisations.nameOf(encounter.organisation);
    notes.push({
      kind: 'encounter', happenedAt: startedAt, endedAt, text: textOf(encounter, organisation), authorName: practitioners.join(', ') || organisation, audience: 'circle', visibleToPerson: true, sourceReference: sourceId,
    });
  }
  const created = await verbs.brought.notes(personId, notes);
  summary.count('created', 'visits', created);
  summary.count('leftAlone', 'visits', notes.length - created);
}

function textOf({ class: kind, type, reason, status }: ImportedEncounter, organisation: string | null): string {
  const what = [...new Set([kind, type].filter(Boolean))].join(': ') || 'Visit';
  const parts = [`${what}${organisation ? ` at ${organisation}` : ''}`, reason && `Because of: ${reason}`, ...(status === 'cancelled' ? ['This was cancelled'] : [])];
  return parts.filter(Boolean).join('. ');
}
