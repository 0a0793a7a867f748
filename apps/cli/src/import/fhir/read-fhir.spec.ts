import { readFhir } from './read-fhir';

const now = new Date('2026-03-01T12:00:00Z');
const read = (...resources: unknown[]) => readFhir(resources.map((json, at) => ({ file: `${at + 1}.json`, json })), now);
const bundle = (type: string, ...entry: unknown[]) => ({ resourceType: 'Bundle', type, entry });
const larch = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Larch' }], birthDate: '1950-01-02' };
const patient = (more: object = {}) => ({ ...larch, ...more });

describe('FHIR documents', () => {
  it.each(['transaction', 'collection', 'searchset', 'message'])('a %s bundle and a single resource are read alike', (type) => {
    const deletion = { request: { method: 'DELETE', url: 'Patient/2' } };
    const { people } = read(bundle(type, { fullUrl: 'urn:uuid:p1', resource: patient() }, deletion));
    expect(people).toHaveLength(1);
    expect({ ...people[0], file: '' }).toEqual({ ...read(patient()).people[0], file: '' });
  });

  it('a bundle within a bundle is unpacked', () => {
    expect(read(bundle('batch-response', { resource: bundle('searchset', { resource: patient() }) })).people).toHaveLength(1);
  });

  it('what is not JSON, not FHIR or nested without end is a fault, and the rest is read', () => {
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    const texts = ['{"resourceType":', '[]', '{"name":"x"}', '{"resourceType":"__proto__"}', deep, JSON.stringify(patient())];
    const { people, faults, nothingRead } = readFhir(texts.map((text, at) => ({ file: `${at}`, text })), now);
    expect(people).toHaveLength(1);
    expect(nothingRead).toBe(false);
    expect(faults).toEqual([
      { file: '0', where: '', message: 'This is not JSON' },
      { file: '1', where: '', message: 'This is not FHIR: there is no resourceType' },
      { file: '2', where: '', message: 'This is not FHIR: there is no resourceType' },
      { file: '3', where: '', message: 'This is not a FHIR resource: its resourceType is not the name of one' },
      { file: '4', where: '', message: 'This is nested more than 200 deep, which FHIR never is' },
    ]);
  });

  it('says when nothing at all could be read', () => {
    expect(read('text', null, bundle('collection')).nothingRead).toBe(true);
    expect(read().nothingRead).toBe(true);
  });

  it('counts and names the types that go no further', () => {
    const observation = (id: string) => ({ resource: { resourceType: 'Observation', id } });
    const { counted } = read(bundle('collection', observation('1'), observation('2'), { resource: { resourceType: 'Claim', id: '1' } }));
    expect(counted).toEqual({ Claim: 1, Observation: 2 });
  });

  it('names the place of each value of the wrong type once, and reads what is right beside it', () => {
    const wrong = patient({ name: [{ family: 7, given: ['Ada', 8, null] }, 'Ada'], telecom: {}, gender: 'm', photo: 'x', identifier: [3] });
    const { people, faults } = read(wrong);
    expect(people[0]).toMatchObject({ names: [{ text: 'Ada', family: null }], telecoms: [], gender: null });
    const said = faults.map(({ file, where, message }) => `${file} ${where}: ${message}`).sort();
    expect(said).toEqual([
      '1.json Patient.gender: "m" is not one of male, female, other, unknown',
      '1.json Patient.identifier[0]: There should be an object here, and there is a number',
      '1.json Patient.name[0].family: There should be a text here, and there is a number',
      '1.json Patient.name[0].given[1]: There should be a text here, and there is a number',
      '1.json Patient.name[1]: There should be an object here, and there is a text',
      '1.json Patient.photo: There should be a list here, and there is a text',
      '1.json Patient.telecom: There should be a list here, and there is an object',
    ]);
  });

  it('names the place within a bundle', () => {
    const { faults } = read(bundle('collection', { resource: patient({ gender: 1 }) }, { resource: 'x' }));
    expect(faults.map(({ where }) => where).sort()).toEqual(['Bundle.entry[0].resource(Patient).gender', 'Bundle.entry[1].resource']);
  });
});

describe('the source id', () => {
  it.each([
    ['the address on a server', { fullUrl: 'https://a.example/Patient/7/_history/2', resource: patient() }, 'https://a.example/Patient/7'],
    ['the id', { fullUrl: 'urn:uuid:9c3a', resource: patient() }, 'Patient/p1'],
    ['the UUID', { fullUrl: 'urn:uuid:9c3a', resource: patient({ id: undefined }) }, 'Patient/9c3a'],
    ['an identifier', { resource: patient({ id: undefined, identifier: [{}, { system: 's', value: '5' }] }) }, 'Patient?identifier=s|5'],
  ])('is %s', (_, entry, sourceId) => {
    expect(read(bundle('collection', entry)).people[0]?.sourceId).toBe(sourceId);
  });

  it('follows from what the resource says when it has nothing else, in whatever file it comes', () => {
    const nameless = patient({ id: undefined });
    const [one] = read(nameless).people;
    const [other] = read(bundle('collection', {}, { resource: nameless })).people;
    expect(one?.sourceId).toMatch(/^Patient\?content=[0-9a-f]{32}$/);
    expect(other?.sourceId).toBe(one?.sourceId);
    expect(read(patient({ id: undefined, birthDate: '1951' })).people[0]?.sourceId).not.toBe(one?.sourceId);
  });
});

describe('the same id in two files', () => {
  const visit = { resourceType: 'Encounter', id: 'e1', subject: { reference: 'Patient/p1' }, period: { start: '2026-01-05' } };

  it('is one person when the two say the same', () => {
    const { people, faults } = read(patient(), patient({ meta: { lastUpdated: '2026-01-01' } }));
    expect(people).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('is one person, read from the first file, when they share an identifier', () => {
    const number = { identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000050' }] };
    const later = bundle('collection', { resource: patient({ ...number, gender: 'male' }) }, { resource: visit });
    const { people, faults, encounters } = read(patient(number), later);
    expect(people).toMatchObject([{ gender: null }]);
    expect(encounters[0]?.personSourceId).toBe('Patient/p1');
    expect(faults[0]?.message).toBe('Patient/p1 was read from 1.json and says something else there: this one is left out');
  });

  it('is two people when they share nothing else, and nobody gets the visits of the other', () => {
    const later = bundle('collection', { resource: patient({ birthDate: '1960-05-06' }) }, { resource: visit });
    const { people, encounters, faults } = read(patient(), later);
    expect(people.map(({ birthDate }) => birthDate?.value)).toEqual(['1950-01-02', '1960-05-06']);
    expect(encounters[0]?.personSourceId).toBe(people[1]?.sourceId);
    expect(people[1]?.sourceId).toMatch(/^Patient\/p1\?content=/);
    expect(faults[0]?.message).toContain('they share no identifier, so this one is read as another');
  });

  it('leaves a visit with nobody when it may mean either', () => {
    const { encounters, dangling } = read(patient(), patient({ birthDate: '1960-05-06' }), visit);
    expect(encounters[0]?.personSourceId).toBeNull();
    expect(dangling).toEqual([{ from: 'Encounter/e1', reference: 'Patient/p1' }]);
  });
});
