import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aTeam, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';
import { addToCircle } from './round';
import { codes, openCase, peopleOn, register, wordsOf } from './people';

let app: TestApp;
let council: TestOrganisation;
let trust: TestOrganisation;
let nursing: string;
let jo: Visitor;
beforeAll(async () => {
  app = await startTestApp();
  council = await anOrganisation(app, { name: 'Marlshire County Council' });
  trust = await anOrganisation(app, { name: 'Marl Valley Trust', sector: 'nhs_community', accessScope: 'team' });
  nursing = await aTeam(app, trust, 'District nursing');
  jo = await (await aWorker(app, council, { name: 'Jo Whitcombe', keyWorkerTrained: true })).signIn();
});
afterAll(() => app?.close());

const CATEGORIES = ['identity', 'contacts', 'circle', 'plan'];
const aVolunteer = (organisation: TestOrganisation, more: object = {}): Promise<TestWorker> => aWorker(app, organisation, { name: 'Joan Whittle', jobTitle: 'Visitor', staffType: 'volunteer', ...more });

/** Somebody whom Jo leads, with a note for the circle. */
async function somebody(): Promise<{ personId: string; family: string }> {
  const personId = await register(jo);
  await openCase(jo, personId);
  await jo.send('post', `/api/people/${personId}/contact-notes`, { text: 'The clock has stopped', about: 'person', audience: 'circle', category: 'contacts' }).expect(201);
  const [row] = await app.sql<{ family: string }>('select family from person where person_id = $1', [personId]);
  return { personId, family: row?.family ?? '' };
}

/** On every way there is to somebody's record: opens it, or finds nothing that tells of it. */
async function opens(visitor: Visitor, { personId, family }: { personId: string; family: string }): Promise<boolean> {
  const pages = ['', '/timeline', '/circle'].flatMap((rest) => [`/people/${personId}${rest}`, `/api/people/${personId}${rest}`]);
  const found = await Promise.all(pages.map(async (path) => (await visitor.get(path)).status === 200));
  const list = (await visitor.get('/api/caseload?limit=100').expect(200)).body as { items: { personId: string }[]; total: number };
  found.push(list.items.some((item) => item.personId === personId), list.total > 0);
  found.push(peopleOn((await visitor.get('/caseload').expect(200)).text).includes(personId));
  found.push(peopleOn((await visitor.get(`/people?search=${family}`).expect(200)).text).includes(personId));
  found.push(wordsOf((await visitor.get(`/people/${personId}/timeline`)).text).includes('The clock has stopped'));
  if (new Set(found).size !== 1) throw new Error(`Not the same everywhere: ${JSON.stringify(found)}`);
  return found[0] === true;
}

describe('A volunteer comes by name alone', () => {
  it('where the whole organisation helps, an employed colleague opens the record and a volunteer finds nothing, by page or JSON; named, they open it, and no more than it', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const [colleague, volunteer] = [await aWorker(app, council), await aVolunteer(council)];
    const [employed, joan] = [await colleague.signIn(), await volunteer.signIn()];
    expect([await opens(employed, one), await opens(joan, one)]).toEqual([true, false]);
    expect((await joan.get(`/api/people/${one.personId}`).expect(404)).text).toBe((await joan.get(`/api/people/${newId()}`).expect(404)).text);
    await joan.send('post', `/api/people/${one.personId}/contact-notes`, { text: 'I called', about: 'person', audience: 'circle', category: 'contacts' }).expect(404);
    await addToCircle(jo, one.personId, { organisationId: council.id, membershipId: volunteer.membershipId, does: 'Visits on Mondays', categories: CATEGORIES });
    expect([await opens(joan, one), (await joan.get(`/people/${other.personId}`)).status]).toEqual([true, 404]);
    await app.sql('update relationship set ends = now() where person_id = $1 and scope_id = $2', [one.personId, volunteer.membershipId]);
    await app.sql('select refresh_person_access($1)', [one.personId]);
    expect(await opens(joan, one)).toBe(false);
  });

  it('where their team helps likewise; whoever chooses them beside the team lets them in by name, and the employed nurse of the team by the team', async () => {
    const [nurse, volunteer] = [await aWorker(app, trust, { teamIds: [nursing] }), await aVolunteer(trust, { teamIds: [nursing] })];
    const [idris, joan] = [await nurse.signIn(), await volunteer.signIn()];
    const [whole, named] = [await somebody(), await somebody()];
    for (const { personId } of [whole, named]) await addToCircle(jo, personId, { organisationId: trust.id, teamId: nursing, does: 'Dressings', categories: CATEGORIES });
    expect([(await idris.get(`/people/${whole.personId}`)).status, await opens(joan, whole)]).toEqual([200, false]);
    await addToCircle(jo, named.personId, { organisationId: trust.id, teamId: nursing, membershipId: volunteer.membershipId, does: 'Walks with her', categories: CATEGORIES });
    expect(await app.sql('select scope_id from relationship where person_id = $1 and scope_kind = $2', [named.personId, 'membership'])).toEqual([{ scope_id: volunteer.membershipId }]);
    expect([await opens(joan, named), (await joan.get(`/people/${whole.personId}`)).status]).toEqual([true, 404]);
  });

  it('whom they register is known to them, and not to everybody of their organisation', async () => {
    const volunteer = await aVolunteer(council);
    const joan = await volunteer.signIn();
    const personId = await register(joan);
    await joan.get(`/people/${personId}`).expect(200);
    await jo.get(`/people/${personId}`).expect(404);
  });

  it('nobody is told of them as of one who may know of something, and a restricted record is not kept for them', async () => {
    const { personId } = await somebody();
    const [volunteer, colleague] = [await aVolunteer(council, { name: 'Joan Beside' }), await aWorker(app, council, { name: 'Olu Beside' })];
    const page = wordsOf((await jo.get(`/people/${personId}/restriction`).expect(200)).text);
    expect([page.includes('Olu Beside'), page.includes('Joan Beside')]).toEqual([true, false]);
    const restrict = { keeps: [volunteer.membershipId], because: 'Her brother looks for her', reviewOn: new Date(Date.now() + 9e9).toISOString().slice(0, 10) };
    expect(codes((await jo.send('put', `/api/people/${personId}/restriction`, restrict).set('If-Match', '"0"').expect(422)).body)).toEqual(['/keeps/0 choice']);
    await app.sql(`insert into restriction (person_id, keeps, because, review_on, written_for, written_by_name, created_by) values ($1, $2, 'x', '2027-01-01', $3, 'x', $4)`, [personId, [volunteer.membershipId, colleague.membershipId], council.id, colleague.userId]);
    await app.sql('update person set restricted = true where person_id = $1', [personId]);
    await app.sql('select refresh_person_access($1)', [personId]);
    expect(await app.sql('select scope_id from person_access where person_id = $1', [personId])).toEqual([{ scope_id: colleague.membershipId }]);
  });

  it('an administrator reads that where roles are chosen, and changes nothing of it: not by role, not by team, not by calling them employed', async () => {
    const one = await somebody();
    const admin = await (await aWorker(app, council, { roles: ['org_admin'] })).signIn();
    const [supervisor, volunteer] = [await aWorker(app, council), await aVolunteer(council)];
    const joan = await volunteer.signIn();
    for (const path of ['/people-and-access/invite', `/people-and-access/${volunteer.membershipId}`]) {
      expect(wordsOf((await admin.get(path).expect(200)).text)).toContain('A volunteer sees only people to whom they are assigned by name. No role and no team opens more to them, and nobody can change that.');
    }
    expect(wordsOf((await admin.get(`/people-and-access/${volunteer.membershipId}`)).text)).toMatch(/Of somebody whom they help name and date of birth;.*Of somebody whom only colleagues help Nothing/);
    const looked = { supervisorId: supervisor.membershipId, dbsLevel: 'basic', dbsOn: '2026-01-01', endsOn: new Date(Date.now() + 9e9).toISOString().slice(0, 10) };
    const change = (version: number, more: object) => admin.send('patch', `/api/colleagues/${volunteer.membershipId}`, { jobTitle: 'Visitor', roles: ['practitioner', 'advocate'], ...looked, ...more }).set('If-Match', `"${version}"`);
    await change(1, {}).expect(200);
    expect(codes((await change(2, { staffType: 'employed' })).body)).toEqual(['/staffType field.unknown']);
    expect(await app.sql('select staff_type from membership where id = $1', [volunteer.membershipId])).toEqual([{ staff_type: 'volunteer' }]);
    expect([await opens(joan, one), (await admin.get(`/people/${one.personId}`)).status]).toEqual([false, 404]);
  });
});
