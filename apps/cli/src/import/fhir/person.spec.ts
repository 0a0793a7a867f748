import { readFhir } from './read-fhir';
import type { ImportedPerson } from './imported';

const now = new Date('2026-03-01T12:00:00Z');
const nhs = (value: string, more: object = {}) => ({ system: 'https://fhir.nhs.uk/Id/nhs-number', value, ...more });
const ukCore = (name: string) => `https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-${name}`;
const concept = (code: string, display: string) => ({ coding: [{ code, display }] });

function reading(more: object) {
  const json = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Larch', given: ['Ada'] }], birthDate: '1950-01-02', ...more };
  return readFhir([{ file: 'a.json', json }], now);
}

function person(more: object): ImportedPerson {
  const [one] = reading(more).people;
  if (!one) throw new Error('Nobody was read');
  return one;
}

describe('the NHS number of an imported person', () => {
  it('is kept without spaces', () => {
    expect(person({ identifier: [nhs('999 000 0050')] })).toMatchObject({ nhsNumber: { value: '9990000050', state: 'valid' }, flags: [] });
  });

  it('input 43: with a wrong check digit is kept and flagged', () => {
    const { nhsNumber, flags, identifiers } = person({ identifier: [nhs('999 000 0051')] });
    expect(nhsNumber).toEqual({ value: '9990000051', state: 'wrong-check-digit' });
    expect(flags).toEqual(['nhs-number-check-digit']);
    expect(identifiers).toEqual([{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '999 000 0051', use: null, label: 'NHS number' }]);
  });

  it('input 45: in full-width digits is no NHS number, and stays among the identifiers', () => {
    const { nhsNumber, flags, identifiers } = person({ identifier: [nhs('９９９００００05０')] });
    expect(nhsNumber).toEqual({ value: null, state: 'absent' });
    expect(flags).toEqual(['nhs-number-format']);
    expect(identifiers).toHaveLength(1);
  });

  it('is the one in use where an old one stands beside it', () => {
    const { nhsNumber, flags } = person({ identifier: [nhs('9990000069', { use: 'old' }), nhs('9990000050')] });
    expect(nhsNumber.value).toBe('9990000050');
    expect(flags).toEqual(['several-nhs-numbers']);
  });

  it('may be absent', () => {
    expect(person({}).nhsNumber).toEqual({ value: null, state: 'absent' });
  });
});

describe('the date of birth of an imported person', () => {
  it.each([
    ['1950-03-09', '1950-03-09', false],
    ['1950-03', '1950-03-01', true],
    ['1950', '1950-01-01', true],
  ])('%s is %s', (source, value, estimated) => {
    expect(person({ birthDate: source }).birthDate).toEqual({ value, estimated, source });
  });

  it.each([
    ['2026-02-30', 'is not a date'],
    ['2199-12-31', 'is in the future'],
    ['1800-01-01', 'is more than 130 years ago'],
    ['0000-00-00', 'is not a date'],
    ['31/12/1999', 'is not a date'],
  ])('input 47: %s %s, and the person is read without it', (birthDate, message) => {
    const { people, faults } = reading({ birthDate });
    expect(people[0]).toMatchObject({ birthDate: null, flags: ['birth-date-unreadable'] });
    expect(faults).toEqual([{ file: 'a.json', where: 'Patient.birthDate', message: `"${birthDate}" ${message}` }]);
  });

  it.each([
    ['2008-03-01', false],
    ['2008-03-02', true],
    ['2008-03', true],
    ['2008', true],
    ['2007', false],
  ])('of %s makes a child on 1 March 2026: %s', (birthDate, isChild) => {
    expect(person({ birthDate }).flags.includes('out-of-scope-child')).toBe(isChild);
  });

  it('may be absent', () => {
    expect(person({ birthDate: undefined }).flags).toEqual(['no-birth-date']);
  });
});

describe('an imported person', () => {
  it('has the official name first and is called by the usual one', () => {
    const { names, preferredName } = person({
      name: [
        { use: 'maiden', family: 'Birch', given: ['Adelaide'] },
        { use: 'usual', given: ['Ada'] },
        { use: 'official', prefix: ['Mrs'], given: ['Adelaide', 'Joy'], family: 'Larch' },
      ],
    });
    expect(names.map(({ text }) => text)).toEqual(['Mrs Adelaide Joy Larch', 'Ada', 'Adelaide Birch']);
    expect(preferredName).toBe('Ada');
  });

  it('without a name, or with a photo, is flagged', () => {
    expect(person({ name: [{}], photo: [{ data: 'x' }] }).flags).toEqual(['no-name', 'photo-left-out']);
  });

  it.each([
    [{ deceasedBoolean: true }, true],
    [{ deceasedBoolean: false }, false],
    [{}, false],
    [{ deceasedDateTime: '2025-06-30T23:30:00Z' }, { value: '2025-07-01', estimated: false, source: '2025-06-30T23:30:00Z' }],
    [{ deceasedDateTime: 'last summer' }, true],
  ])('of whom it says %j is deceased: %j', (said, deceased) => {
    expect(person(said).deceased).toEqual(deceased);
  });

  it.each([
    ['2', ['death-notified']],
    ['U', []],
  ])('with a death notification of status %s is flagged %j', (code, flags) => {
    const notification = { url: 'deathNotificationStatus', valueCodeableConcept: concept(code, '') };
    expect(person({ extension: [{ url: ukCore('DeathNotificationStatus'), extension: [notification] }] }).flags).toEqual(flags);
  });

  it('keeps telephone, text and e-mail with use and rank, and says that a fax was left out', () => {
    const { telecoms, flags } = person({
      telecom: [
        { system: 'phone', value: '01632 960001', use: 'home', rank: 2 },
        { system: 'sms', value: '07700 900001' },
        { value: 'ada@example.org' },
        { use: 'work' },
        { system: 'fax', value: '01632 960002' },
      ],
    });
    expect(telecoms).toEqual([
      { system: 'phone', value: '01632 960001', use: 'home', rank: 2 },
      { system: 'sms', value: '07700 900001', use: null, rank: null },
      { system: 'email', value: 'ada@example.org', use: null, rank: null },
    ]);
    expect(flags).toEqual(['telecom-left-out']);
  });

  it('keeps every address with its use and period; one of text alone is split into lines', () => {
    const { addresses } = person({
      address: [
        {
          use: 'old', line: ['1 Elm Road'], city: 'Northtown', district: 'Northshire', postalCode: 'ZZ99 3WZ', country: 'England',
          period: { end: '2020-05' },
        },
        { text: 'Flat 2, 3 Oak Road, Northtown' },
        { use: 'home' },
      ],
    });
    expect(addresses).toEqual([
      {
        use: 'old', lines: ['1 Elm Road'], city: 'Northtown', district: 'Northshire', postcode: 'ZZ99 3WZ', country: 'England',
        period: { from: null, to: { value: '2020-05-01', estimated: true, source: '2020-05' } },
      },
      { use: null, lines: ['Flat 2', '3 Oak Road', 'Northtown'], city: null, district: null, postcode: null, country: null, period: null },
    ]);
  });

  it('keeps languages, the need for an interpreter, how to be reached, and ethnicity as UK Core gives them', () => {
    const one = person({
      extension: [
        { url: ukCore('EthnicCategory'), valueCodeableConcept: concept('G', 'Mixed') },
        { url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired', valueBoolean: true },
        {
          url: ukCore('ContactPreference'),
          extension: [
            { url: 'PreferredContactMethod', valueCodeableConcept: concept('3', 'Telephone') },
            { url: 'PreferredContactTimes', valueTiming: { repeat: { dayOfWeek: ['mon', 'fri'], when: ['MORN'] } } },
            { url: 'PreferredWrittenCommunicationFormat', valueCodeableConcept: concept('11', 'Large print') },
          ],
        },
      ],
      communication: [
        { language: { coding: [{ code: 'bfi', display: 'British Sign Language' }, { display: 'Makaton' }] }, preferred: true },
        { language: { coding: [{ code: 'cy' }] } },
      ],
    });
    expect(one).toMatchObject({
      ethnicity: { code: 'G', text: 'Mixed' },
      interpreterRequired: true,
      contactPreference: { method: 'Telephone', times: 'Monday, Friday, morning', writtenFormat: 'Large print' },
      languages: [
        { code: 'bfi', text: 'British Sign Language, Makaton', preferred: true, proficiency: null },
        { code: 'cy', text: 'cy', preferred: false, proficiency: null },
      ],
    });
  });

  it('has a practice and a doctor where the reference means a role', () => {
    const [oak, elm] = [{ type: 'Organization', display: 'Oak Surgery' }, { display: 'Elm Road Surgery' }];
    const documents = [
      { resourceType: 'Patient', id: 'p1', generalPractitioner: [{ reference: 'PractitionerRole/r1' }, oak] },
      { resourceType: 'PractitionerRole', id: 'r1', practitioner: { reference: 'Practitioner/d1' }, organization: elm },
      { resourceType: 'Practitioner', id: 'd1', name: [{ prefix: ['Dr'], family: 'Rowan' }] },
    ];
    const { people } = readFhir(documents.map((json, at) => ({ file: `${at}`, json })), now);
    expect(people[0]?.generalPractitioners).toEqual([
      {
        organisation: { sourceId: null, name: 'Elm Road Surgery', identifier: null },
        practitioner: { sourceId: 'Practitioner/d1', name: 'Dr Rowan', identifier: null },
      },
      { organisation: { sourceId: null, name: 'Oak Surgery', identifier: null }, practitioner: null },
    ]);
  });
});
