import fc from 'fast-check';
import { readFhir } from './read-fhir';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 200);

const keys = ['id', 'identifier', 'name', 'telecom', 'address', 'birthDate', 'deceasedDateTime', 'extension', 'contact', 'communication',
  'generalPractitioner', 'photo', 'patient', 'subject', 'period', 'class', 'type', 'participant', 'serviceProvider', 'contained', 'partOf',
  'reference', 'relationship', 'url', 'valueCodeableConcept', 'coding', 'start', 'value', 'system', '__proto__', 'constructor'];
const words = ['', '#', 'Patient/1', 'urn:uuid:1', 'https://a.example/Patient/1', 'Patient?identifier=a|1', '2026-02-30', '1950', '9990000050'];

/** Anything, under the names that FHIR uses. */
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...words, null, 0, true),
    fc.array(tie('anything'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...keys), tie('anything'), { noNullPrototype: true }),
}));
const types = fc.constantFrom('Patient', 'RelatedPerson', 'Encounter', 'Organization', 'Practitioner', 'PractitionerRole', 'Bundle');
const resource = fc.tuple(types, fc.dictionary(fc.constantFrom(...keys), anything)).map(([resourceType, rest]) => ({ ...rest, resourceType }));
const bundle = fc.array(fc.record({ fullUrl: anything, resource }), { maxLength: 4 }).map((entry) => ({ resourceType: 'Bundle', entry }));

describe('whatever a FHIR document holds', () => {
  it('is read without throwing, and every person and relative that is read has a source id of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anything, resource, bundle), { maxLength: 4 }), (all) => {
        const { people, relatives } = readFhir(all.map((json, at) => ({ file: `${at}`, json })));
        const ids = [...people, ...relatives].map(({ sourceId }) => sourceId);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns },
    );
  });
});
