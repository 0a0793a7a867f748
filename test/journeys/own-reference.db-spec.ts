import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker, type TestOrganisation } from '../support/staff';
import { aFamilyName, anNhsNumber, openCase, peopleOn, register, wordsOf } from './people';

let app: TestApp;
let fernlea: TestOrganisation;
let steph: Visitor;
let council: TestOrganisation;
let jo: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  fernlea = await anOrganisation(app, { name: 'Fernlea Homes', sector: 'housing_association' });
  council = await anOrganisation(app, { name: 'Marlshire County Council' });
  [steph, jo] = [await (await aWorker(app, fernlea, { name: 'Steph Rowe' })).signIn(), await (await aWorker(app, council)).signIn()];
});
afterAll(() => app.close());

const aReference = (): string => `FH-${newId().slice(-6).toUpperCase()}`;
/** Somebody whom both know: the council first, and it added the landlord. */
async function tenant(person: Record<string, unknown> = {}): Promise<string> {
  const personId = await register(jo, person);
  await openCase(jo, personId);
  await jo.send('post', `/api/people/${personId}/circle`, { organisationId: fernlea.id, does: 'The flat', categories: ['housing'] }).expect(201);
  return personId;
}
const give = (visitor: Visitor, personId: string, version: number, reference?: string) =>
  visitor.send('put', `/api/people/${personId}/reference`, reference === undefined ? {} : { reference }).set('If-Match', `"${version}"`);

describe('An organisation that is neither health nor social care', () => {
  it('registers by name, date of birth and its own reference: the form has no NHS number', async () => {
    const family = aFamilyName();
    const form = (await steph.get(`/people/new?search=derek+${family}`).expect(200)).text;
    expect(form).toContain('id="ownReference"');
    expect(form.includes('NHS number')).toBe(false);
    const reference = aReference();
    const answer = await steph.submit('/people/new', { given: 'Derek', family, 'birthDate[day]': '11', 'birthDate[month]': '11', 'birthDate[year]': '1959', ownReference: reference });
    expect(answer.status).toBe(303);
    const personId = (answer.headers['location'] ?? '').slice('/people/'.length);
    expect(wordsOf((await steph.get(`/people/${personId}`).expect(200)).text)).toContain(`Our reference ${reference}`);
    expect((await steph.get(`/api/people/${personId}`)).body).toMatchObject({ dateOfBirth: '1959-11-11', nhsNumber: null, ownReference: { reference, version: 1 } });
  });

  it('is refused an NHS number, known or not: it would only learn who is known', async () => {
    const known = anNhsNumber();
    await register(jo, { nhsNumber: known, nhsNumberAbsentBecause: undefined });
    const [seen, unknown] = [known, anNhsNumber()].map((nhsNumber) => steph.send('post', '/api/people', { given: 'A', family: 'B', nhsNumber }));
    expect((await seen?.expect(403))?.text).toBe((await unknown?.expect(403))?.text);
    await steph.submit('/people/new', { given: 'A', family: aFamilyName(), nhsNumber: known }).expect(403);
  });

  it('is still asked for by health and social care: a number, or why there is none', async () => {
    expect((await jo.get(`/people/new?search=${aFamilyName()}`).expect(200)).text).toContain('id="nhsNumber"');
  });
});

describe('Our reference', () => {
  it('is given later on its own page, stands in the banner, and finds the person in searches and the caseload; page and JSON agree', async () => {
    const personId = await tenant();
    expect(wordsOf((await steph.get(`/people/${personId}`)).text)).toMatch(/Our reference None recorded Record it/);
    const reference = aReference();
    const saved = await steph.submit(`/people/${personId}/reference`, { reference, _version: '0' });
    expect([saved.status, saved.headers['location']]).toEqual([303, `/people/${personId}`]);
    expect(wordsOf((await steph.get(`/people/${personId}`)).text)).toMatch(new RegExp(`Our reference ${reference} Change.*Our reference is ${reference}`));
    for (const asked of [reference, reference.toLowerCase(), reference.slice(3)].map(encodeURIComponent)) {
      expect((await steph.get(`/api/people?search=${asked}`).expect(200)).body).toMatchObject({ items: [{ personId, ownReference: reference, nhsNumber: null }] });
      expect(peopleOn((await steph.get(`/people?search=${asked}`)).text)).toEqual([personId]);
      expect((await steph.get(`/api/caseload?search=${asked}`).expect(200)).body).toMatchObject({ items: [{ personId, ownReference: reference }] });
    }
    expect((await steph.get(`/caseload?search=${reference}`)).text).toContain(`Our reference ${reference}`);
    expect((await steph.get('/caseload.csv')).text).toContain(reference);
  });

  it('is found and seen by nobody else, not by a partner and not by the person', async () => {
    const personId = await tenant();
    const reference = aReference();
    await give(steph, personId, 0, reference).expect(200);
    expect((await jo.get(`/api/people?search=${reference}`).expect(200)).body).toEqual({ items: [], next: null });
    for (const path of [`/people/${personId}`, `/api/people/${personId}`, `/people/${personId}/timeline`, '/caseload']) expect((await jo.get(path).expect(200)).text).not.toContain(reference);
    expect((await jo.get(`/people/${personId}/reference`).expect(200)).text).not.toContain(reference);
  });

  it('may be another for each organisation, is changed under its version, and taken back', async () => {
    const personId = await tenant();
    const [theirs, ours] = [aReference(), aReference()];
    await give(jo, personId, 0, ours).expect(200);
    expect((await give(steph, personId, 0, theirs).expect(200)).body).toEqual({ reference: theirs, version: 1 });
    expect((await jo.get(`/api/people?search=${ours}`)).body).toMatchObject({ items: [{ personId }] });
    expect((await give(steph, personId, 1).expect(200)).body).toEqual({ reference: null, version: 2 });
    expect((await steph.get(`/api/people?search=${theirs}`)).body).toEqual({ items: [], next: null });
  });

  it('input 41: with an old version it is 412; in the browser 409 with both, and a second try saves', async () => {
    const personId = await tenant();
    await give(steph, personId, 0, 'FH-1').expect(200);
    await give(steph, personId, 0, 'FH-2').expect(412);
    const page = await steph.submit(`/people/${personId}/reference`, { reference: 'FH-2', _version: '0' }).expect(409);
    expect(wordsOf(page.text)).toContain('Now it is FH-1');
    expect(page.text).toContain('value="FH-2"');
    await steph.submit(`/people/${personId}/reference`, { reference: 'FH-2', _version: /name="_version" value="(\d)"/.exec(page.text)?.[1] ?? '' }).expect(303);
  });

  it('input 42: without a version it is 428', async () => {
    await steph.send('put', `/api/people/${await tenant()}/reference`, { reference: 'FH-1' }).expect(428);
  });

  it('of forty characters is the longest, and what was typed stays', async () => {
    const personId = await tenant();
    const page = await steph.submit(`/people/${personId}/reference`, { reference: 'x'.repeat(41), _version: '0' }).expect(422);
    expect(page.text).toContain(`value="${'x'.repeat(41)}"`);
    expect(page.text).toContain('href="#reference"');
  });

  it('input 29: of somebody hidden and of nobody answer the same, byte for byte', async () => {
    const personId = await register(jo);
    expect((await give(steph, personId, 0, 'FH-1').expect(404)).text).toBe((await give(steph, newId(), 0, 'FH-1').expect(404)).text);
  });
});
