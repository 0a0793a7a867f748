import { readFhir } from './read-fhir';

const now = new Date('2026-03-01T12:00:00Z');
const ods = 'https://fhir.nhs.uk/id/ods-organization-code';
const gmc = 'https://fhir.hl7.org.uk/Id/gmc-number';
const patient = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Larch' }] };
const read = (...resources: object[]) => readFhir(resources.map((json, at) => ({ file: `${at}`, json })), now);
const visit = (more: object) => read(patient, { resourceType: 'Encounter', id: 'e1', subject: { reference: 'Patient/p1' }, ...more });

describe('an imported encounter', () => {
  it('says in plain words what happened, when, where and with whom', () => {
    const { encounters } = visit({
      status: 'finished',
      class: { code: 'IMP', display: 'inpatient encounter' },
      type: [{ coding: [{ display: 'Encounter for check up (procedure)' }] }],
      reasonCode: [{ coding: [{ display: 'Sinusitis (disorder)' }] }, { text: 'Fall at home' }],
      period: { start: '2026-01-05T09:00:00+01:00', end: '2026-01-05T10:00:00Z' },
      serviceProvider: { display: 'Elm Road Surgery' },
      participant: [
        { individual: { type: 'Practitioner', display: 'Dr Rowan' } },
        { individual: { reference: 'RelatedPerson/x', display: 'A son' } },
        {},
      ],
    });
    expect(encounters).toEqual([
      {
        sourceId: 'Encounter/e1',
        personSourceId: 'Patient/p1',
        startedAt: new Date('2026-01-05T08:00:00Z'),
        endedAt: new Date('2026-01-05T10:00:00Z'),
        class: 'Hospital stay',
        type: 'Encounter for check up',
        reason: 'Sinusitis, Fall at home',
        status: 'finished',
        organisation: { sourceId: null, name: 'Elm Road Surgery', identifier: null },
        practitioners: ['Dr Rowan'],
        flags: [],
      },
    ]);
  });

  it('of a day without an hour begins with that day in London', () => {
    const { encounters } = visit({ period: { start: '2026-06-05' } });
    expect(encounters[0]).toMatchObject({ startedAt: new Date('2026-06-04T23:00:00Z'), flags: ['time-not-known'] });
  });

  it('input 48: that ends before it starts is kept without its end', () => {
    const { encounters, faults } = visit({ period: { start: '2026-01-05T10:00:00Z', end: '2026-01-05T09:00:00Z' } });
    expect(encounters[0]).toMatchObject({ endedAt: null, flags: ['end-before-start'] });
    expect(faults).toEqual([{ file: '1', where: 'Encounter.period.end', message: 'The end is before the start' }]);
  });

  it('input 47: of a day that is not in the calendar is kept without it', () => {
    const { encounters, faults } = visit({ period: { start: '2026-02-30T10:00:00Z' } });
    expect(encounters[0]).toMatchObject({ startedAt: null, flags: ['no-start'] });
    expect(faults[0]?.message).toBe('"2026-02-30T10:00:00Z" is not a date and time');
  });

  it('of somebody who was not read belongs to nobody', () => {
    const { encounters, dangling } = read({ resourceType: 'Encounter', id: 'e1', subject: { reference: 'Patient/gone' } });
    expect(encounters[0]?.personSourceId).toBeNull();
    expect(dangling).toEqual([{ from: 'Encounter/e1', reference: 'Patient/gone' }]);
  });
});

describe('an imported relative', () => {
  it('is a related person, with the words for the relation where only its code is given', () => {
    const { relatives } = read(patient, {
      resourceType: 'RelatedPerson', id: 'r1', patient: { reference: 'Patient/p1' }, name: [{ given: ['Joy'] }],
      relationship: [{ coding: [{ code: 'WIFE' }] }], telecom: [{ system: 'phone', value: '01632 960003' }], period: { start: '2012' },
    });
    expect(relatives).toEqual([
      {
        sourceId: 'RelatedPerson/r1', personSourceId: 'Patient/p1', name: 'Joy', relationship: 'wife',
        telecoms: [{ system: 'phone', value: '01632 960003', use: null, rank: null }], address: null, birthDate: null,
        period: { from: { value: '2012-01-01', estimated: true, source: '2012' }, to: null }, flags: [],
      },
    ]);
  });

  it('younger than 18 is flagged', () => {
    const { relatives } = read({ resourceType: 'RelatedPerson', id: 'r1', birthDate: '2012-01-01', name: [{ text: 'Kit' }] });
    expect(relatives[0]).toMatchObject({ personSourceId: null, flags: ['under-18'] });
  });

  it('is a contact within the person, unless the contact is the person', () => {
    const self = { relationship: [{ coding: [{ code: 'ONESELF' }] }], telecom: [{ system: 'phone', value: '01632 960001' }] };
    const friend = { relationship: [{ coding: [{ code: 'FRND' }] }], name: { text: 'Jo' }, address: { city: 'Northtown' } };
    const { relatives, people } = read({ ...patient, contact: [self, friend, {}] });
    expect(people[0]?.telecoms).toEqual([{ system: 'phone', value: '01632 960001', use: null, rank: null }]);
    expect(relatives.map(({ sourceId, name, relationship, flags }) => ({ sourceId, name, relationship, flags }))).toEqual([
      { sourceId: 'Patient/p1#contact-2', name: 'Jo', relationship: 'friend', flags: [] },
      { sourceId: 'Patient/p1#contact-3', name: null, relationship: null, flags: ['no-name'] },
    ]);
  });
});

describe('an imported organisation', () => {
  it('has its ODS code, and the organisation that it is part of', () => {
    const { organisations, practitioners } = read(
      { resourceType: 'Organization', id: 'o1', name: 'Ward 3', partOf: { reference: 'Organization/o2' } },
      { resourceType: 'Organization', id: 'o2', name: 'Elm Hospital', identifier: [{ system: ods, value: 'ZZ1' }] },
      { resourceType: 'Practitioner', id: 'd1', name: [{ text: 'Dr Rowan' }], identifier: [{ system: gmc, value: 'C1' }] },
    );
    expect(organisations[0]).toMatchObject({ name: 'Ward 3', odsCode: null, partOf: { name: 'Elm Hospital' } });
    expect(organisations[1]).toMatchObject({ odsCode: 'ZZ1', partOf: null });
    expect(practitioners[0]).toMatchObject({ name: 'Dr Rowan', identifiers: [{ label: 'GMC number', value: 'C1' }] });
  });
});
