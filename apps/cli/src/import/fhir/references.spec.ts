import { readFhir } from './read-fhir';

const entry = (fullUrl: string | undefined, resource: object) => ({ fullUrl, resource });
const bundle = (...entries: object[]) => ({ resourceType: 'Bundle', type: 'collection', entry: entries });
const read = (...documents: object[]) => readFhir(documents.map((json, at) => ({ file: `${at}.json`, json })));
const ods = 'https://fhir.nhs.uk/Id/ods-organization-code';
const organisation = { resourceType: 'Organization', id: 'o1', name: 'Elm Road Surgery', identifier: [{ system: ods, value: 'A99901' }] };
const visit = (serviceProvider: object) => ({ resourceType: 'Encounter', id: 'e1', serviceProvider });

describe('a reference', () => {
  it.each([
    ['by the UUID of its bundle', 'urn:uuid:11', { reference: 'urn:uuid:11' }],
    ['by type and id', undefined, { reference: 'Organization/o1' }],
    ['by type, id and version', undefined, { reference: 'Organization/o1/_history/4' }],
    ['by its address', 'https://a.example/fhir/Organization/o1', { reference: 'https://a.example/fhir/Organization/o1' }],
    ['by an address where the resource itself tells none', undefined, { reference: 'https://a.example/fhir/Organization/o1' }],
    ['by a search', undefined, { reference: `Organization?identifier=${ods}|A99901` }],
    ['by identifier alone', undefined, { identifier: { system: ods, value: 'A99901' } }],
    ['by identifier, whatever the case of its system', undefined, { identifier: { system: ods.toLowerCase(), value: 'A99901' } }],
    ['by identifier where the address leads nowhere', undefined, { reference: 'Organization/gone', identifier: organisation.identifier[0] }],
  ])('is followed %s', (_, fullUrl, serviceProvider) => {
    const { encounters, dangling } = read(bundle(entry(undefined, visit(serviceProvider)), entry(fullUrl, organisation)));
    expect(encounters[0]?.organisation?.name).toBe('Elm Road Surgery');
    expect(dangling).toEqual([]);
  });

  it('is followed from file to file', () => {
    expect(read(visit({ reference: 'Organization/o1' }), organisation).encounters[0]?.organisation?.sourceId).toBe('Organization/o1');
  });

  it('is followed into what the resource contains, which has no source id of its own', () => {
    const { encounters } = read({ ...visit({ reference: '#o1' }), contained: [organisation] });
    expect(encounters[0]?.organisation).toMatchObject({ sourceId: null, name: 'Elm Road Surgery' });
  });

  it('is relative to the server that its resource came from', () => {
    const { encounters, dangling } = read(
      bundle(
        entry('https://a.example/fhir/Encounter/e1', visit({ reference: 'Organization/o1' })),
        entry('https://b.example/fhir/Organization/o1', organisation),
      ),
    );
    expect(encounters[0]?.organisation).toBeNull();
    expect(dangling).toEqual([{ from: 'https://a.example/fhir/Encounter/e1', reference: 'Organization/o1' }]);
  });

  it('that leads nowhere is listed once, and the resource is read with the words of the reference', () => {
    const lost = { reference: 'Organization/gone', display: 'The old surgery' };
    const { encounters, dangling, faults } = read({ ...visit(lost), partOf: lost, status: 'finished' });
    expect(encounters[0]?.status).toBe('finished');
    expect(encounters[0]?.organisation).toEqual({ sourceId: null, name: 'The old surgery', identifier: null });
    expect(dangling).toEqual([{ from: 'Encounter/e1', reference: 'Organization/gone' }]);
    expect(faults).toEqual([]);
  });

  it('by an identifier that nothing has is listed by that identifier, which is kept', () => {
    const identifier = { system: ods, value: 'A99999' };
    const { encounters, dangling } = read(visit({ identifier }));
    expect(encounters[0]?.organisation).toEqual({ sourceId: null, name: null, identifier });
    expect(dangling).toEqual([{ from: 'Encounter/e1', reference: `${ods}|A99999` }]);
  });

  it('of words alone points nowhere and is not missed', () => {
    const { encounters, dangling } = read(visit({ display: 'Elm Road Surgery' }));
    expect(encounters[0]?.organisation?.name).toBe('Elm Road Surgery');
    expect(dangling).toEqual([]);
  });

  it('is not looked for in resources that go no further', () => {
    expect(read({ resourceType: 'Observation', id: '1', subject: { reference: 'Patient/gone' } }).dangling).toEqual([]);
  });
});
