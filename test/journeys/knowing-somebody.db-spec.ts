import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { aWorker, type TestWorker } from '../support/staff';
import { aFamilyName, codes, openCase, register, wordsOf } from './people';
import { aRound, letIn, margery, type Round } from './round';
import { workThrough } from '../support/jobs';

let app: TestApp;
let round: Round;
let jo: Visitor;
let idris: Visitor;
let fran: Visitor;
let denise: TestWorker;
let manager: Visitor;
/** of the council, and no key worker of anybody */
let sam: TestWorker;
let samAtWork: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  round = await aRound(app);
  denise = await aWorker(app, round.council, { name: 'Denise Marchetti', jobTitle: 'Team manager', roles: ['team_manager'] });
  sam = await aWorker(app, round.council, { name: 'Sam Ekwueme', jobTitle: 'Duty worker' });
  [jo, idris, fran, manager, samAtWork] = [await round.jo.signIn(), await round.idris.signIn(), await round.fran.signIn(), await denise.signIn(), await sam.signIn()];
});
afterAll(() => app?.close());

interface Known { id: string; person: { id: string; name: string }; colleague: string }
const knownTo = async (visitor: Visitor): Promise<Known[]> => ((await visitor.get('/api/known-people').expect(200)).body as { items: Known[] }).items;

describe('Somebody who knows the person outside work', () => {
  it('says so with one button, asked nothing, and no longer opens the record with the next request: not by page, list, search or JSON', async () => {
    const family = aFamilyName();
    const personId = await margery(round, jo, { family });
    await samAtWork.get(`/people/${personId}`).expect(200);
    const page = await samAtWork.get(`/people/${personId}/know`).expect(200);
    expect(page.text).not.toMatch(/<textarea|type="text"|type="radio"/);
    const answer = await samAtWork.submit(`/people/${personId}/know`);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/caseload']);
    for (const path of [`/people/${personId}`, `/api/people/${personId}`, `/people/${personId}/timeline`, `/people/${personId}/know`, `/api/people/${personId}/care-plan`]) expect([path, (await samAtWork.get(path)).status]).toEqual([path, 404]);
    expect((await samAtWork.get('/caseload').expect(200)).text).not.toContain(personId);
    expect((await samAtWork.get(`/api/people?search=${family}`).expect(200)).text).not.toContain(personId);
    expect((await samAtWork.send('post', `/api/people/${personId}/knowing`)).status).toBe(404);
    await jo.get(`/people/${personId}`).expect(200);
  });

  it('is not punished: everything else of their work stays', async () => {
    const [personId, other] = [await margery(round, jo), await margery(round, jo)];
    await samAtWork.send('post', `/api/people/${personId}/knowing`).expect(204);
    await samAtWork.get(`/people/${other}`).expect(200);
    expect(await app.sql(`select state from user_account where id = $1`, [sam.userId])).toEqual([{ state: 'active' }]);
  });

  it('is the key worker: hands over first, is told so on the page and in JSON, and keeps the record until then', async () => {
    const personId = await margery(round, jo);
    const refused = await jo.send('post', `/api/people/${personId}/knowing`).expect(409);
    expect(refused.body).toMatchObject({ type: 'urn:onestory:keyWorker.leads' });
    const page = await jo.submit(`/people/${personId}/know`);
    expect(page.status).toBe(409);
    expect(wordsOf(page.text)).toContain('Hand over to somebody else first');
    await jo.get(`/people/${personId}`).expect(200);
    expect(await app.sql(`select 1 from exclusion where person_id = $1`, [personId])).toEqual([]);
  });

  it('tells their manager without a reason, and no partner', async () => {
    const personId = await margery(round, jo);
    await samAtWork.send('post', `/api/people/${personId}/knowing`).expect(204);
    await workThrough(app);
    const told = await manager.get('/notices').expect(200);
    expect(wordsOf(told.text)).toContain('Sam Ekwueme knows this person and no longer opens the record');
    expect((await idris.get('/notices').expect(200)).text).not.toContain('Sam Ekwueme');
    expect((await idris.get(`/people/${personId}/circle`).expect(200)).text).not.toContain('Sam Ekwueme');
    const [fact] = await app.sql<{ sealed_to: string[] }>(`select sealed_to from exclusion where person_id = $1`, [personId]);
    expect(fact).toEqual({ sealed_to: [] });
  });
});

describe('Who lets them in again', () => {
  let personId: string;
  let entry: Known;
  beforeEach(async () => {
    personId = await margery(round, jo);
    await samAtWork.send('post', `/api/people/${personId}/knowing`).expect(204);
    entry = (await knownTo(manager)).find((one) => one.person.id === personId) as Known;
  });

  it('is the manager or the information-governance lead, on a page that lists what JSON lists, and gives a reason', async () => {
    for (const visitor of [manager, fran]) {
      const items = await knownTo(visitor);
      expect(items).toContainEqual(expect.objectContaining({ id: entry.id, colleague: 'Sam Ekwueme', person: expect.objectContaining({ id: personId }) }));
      const page = (await visitor.get('/known-people').expect(200)).text;
      expect([...page.matchAll(/id="known-([0-9a-f-]{36})"/g)].map((match) => match[1])).toEqual(items.map(({ id }) => id));
    }
    expect(codes((await manager.send('post', `/api/known-people/${entry.id}/lift`, { because: ' ' }).expect(422)).body)).toEqual(['/because required']);
    const again = await manager.submit(`/known-people/${entry.id}`, { because: '' });
    expect(again.status).toBe(422);
    await fran.submit(`/known-people/${entry.id}`, { because: 'Somebody else with this name' }).expect(303);
    await samAtWork.get(`/people/${personId}`).expect(200);
    expect(await app.sql(`select lifted_because, lifted_by from known_person where id = $1`, [entry.id])).toEqual([{ lifted_because: 'Somebody else with this name', lifted_by: round.fran.userId }]);
    expect((await knownTo(manager)).map(({ id }) => id)).not.toContain(entry.id);
    expect((await manager.send('post', `/api/known-people/${entry.id}/lift`, { because: 'Twice' })).status).toBe(404);
    await workThrough(app);
    expect(wordsOf((await samAtWork.get('/notices').expect(200)).text)).toContain('Fran Lister lets you open this record again');
  });

  it('is never the one who said it, nor a manager or a lead of another organisation', async () => {
    const both = await aWorker(app, round.council, { name: 'Rae Holt', roles: ['practitioner', 'team_manager', 'ig_lead'] });
    const rae = await both.signIn();
    await rae.send('post', `/api/people/${personId}/knowing`).expect(204);
    expect((await knownTo(rae)).filter(({ person }) => person.id === personId)).toEqual([]);
    const hers = (await knownTo(fran)).find(({ colleague, person }) => colleague === 'Rae Holt' && person.id === personId);
    expect((await rae.send('post', `/api/known-people/${hers?.id}/lift`, { because: 'I know best' })).status).toBe(404);
    for (const roles of [['ig_lead'], ['team_manager']] as const) {
      const stranger = await (await aWorker(app, round.trust, { roles: [...roles] })).signIn();
      expect(await knownTo(stranger)).toEqual([]);
      expect((await stranger.get(`/known-people/${entry.id}`)).status).toBe(404);
    }
    await samAtWork.get('/known-people').expect(403);
  });

  it('stands in the own lead’s log alone: neither the person nor another organisation’s lead reads that somebody knows them', async () => {
    await manager.send('post', `/api/known-people/${entry.id}/lift`, { because: 'A namesake' }).expect(204);
    const log = async (visitor: Visitor): Promise<string[]> => ((await visitor.get(`/api/people/${personId}/access-log?limit=100`).expect(200)).body as { items: { action: string }[] }).items.map(({ action }) => action);
    expect(await log(fran)).toEqual(expect.arrayContaining(['know', 'lift']));
    const person = await (await letIn(app, personId, 'person')).signIn();
    const elsewhere = await (await aWorker(app, round.trust, { roles: ['ig_lead'] })).signIn();
    for (const visitor of [person, elsewhere]) expect((await log(visitor)).filter((action) => ['know', 'lift'].includes(action))).toEqual([]);
  });
});

it('somebody whose only case is closed is not asked to hand over', async () => {
  const personId = await register(jo);
  const caseId = await openCase(jo, personId, { keyWorkerMembershipId: round.jo.membershipId });
  await jo.send('post', `/api/cases/${caseId}/close`, { because: 'goals_met', toldHow: 'not_told' }).expect(200);
  await jo.send('post', `/api/people/${personId}/knowing`).expect(204);
  await jo.get(`/people/${personId}`).expect(404);
});
