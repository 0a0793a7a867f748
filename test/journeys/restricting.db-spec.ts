import { newId } from '@app/kernel';
import type { RestrictionItem } from '../../apps/server/src/restrictions/restriction-item';
import type { Visitor } from '../support/app';
import { aWorker, type TestWorker } from '../support/staff';
import { codes, wordsOf } from './people';
import { inDays } from './plans';
import { margery, startRound, write, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
let lin: TestWorker;
let linAtWork: Visitor;
let franAtWork: Visitor;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
  lin = await aWorker(app, round.trust, { name: 'Lin Hartley', jobTitle: 'Nurse', teamIds: [round.nursing] });
  linAtWork = await lin.signIn();
  franAtWork = await round.fran.signIn();
});
afterAll(() => app?.close());

const stands = async (visitor: Visitor, personId: string): Promise<RestrictionItem> => (await visitor.get(`/api/people/${personId}/restriction`).expect(200)).body as RestrictionItem;
const restrict = (visitor: Visitor, personId: string, command: object = {}, version = 0) =>
  visitor.send('put', `/api/people/${personId}/restriction`, { because: 'Somebody at the trust looks for her', reviewOn: inDays(90), ...command }).set('If-Match', `"${version}"`);
const lift = (visitor: Visitor, personId: string, version: number) => visitor.send('post', `/api/people/${personId}/restriction/lift`, { whyLifted: 'He has moved away' }).set('If-Match', `"${version}"`);
const sayWhy = (visitor: Visitor, personId: string) => visitor.send('post', `/api/people/${personId}/opening`, { because: 'working_with' });
const inParts = (day: string): Record<string, string> => Object.fromEntries(['year', 'month', 'day'].map((part, n) => [`reviewOn[${part}]`, day.split('-')[n] ?? '']));

describe('A restricted record', () => {
  it('opens to named workers only: who keeps it and who does not is read before, on one page without script', async () => {
    const personId = await margery(round, jo);
    const at = `/people/${personId}/restriction`;
    for (const page of ['safe-contact', 'protection']) expect((await jo.get(`/people/${personId}/${page}`)).text).toContain(`href="${at}"`);
    const page = wordsOf((await jo.get(at).expect(200)).text);
    expect(page).toMatch(/They go on opening it.*Delphine Carter.*They open it as one of a team.*Idris Vaughan, District nurse.*Lin Hartley, Nurse/);
    const form = { _version: '0', keeps: round.idris.membershipId, because: 'Somebody at the trust looks for her' };
    const again = (await jo.submit(at, form).expect(422)).text;
    expect([wordsOf(again).includes('Enter when we look again'), again.includes('Somebody at the trust looks for her'), again.includes(`value="${round.idris.membershipId}" checked`)]).toEqual([true, true, true]);
    await linAtWork.get(`/people/${personId}`).expect(200);
    await jo.submit(at, { ...form, ...inParts(inDays(90)) }).expect(303);
    expect(wordsOf((await jo.get(`/people/${personId}`).expect(200)).text)).toContain('Restricted record');
    expect((await stands(jo, personId)).people.map(({ name, through }) => [name, through])).toEqual(expect.arrayContaining([['Idris Vaughan', 'chosen'], ['Lin Hartley', 'team'], ['Delphine Carter', 'name']]));
    // Whoever is not named finds what a stranger finds.
    for (const address of ['', '/timeline', '/opening', '/restriction']) {
      const [hidden, missing] = [await linAtWork.get(`/api/people/${personId}${address}`), await linAtWork.get(`/api/people/${newId()}${address}`)];
      expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
    }
    const family = (await app.sql<{ family: string }>('select family from person where person_id = $1', [personId]))[0]?.family ?? '';
    const found = async (visitor: Visitor): Promise<string> => (await visitor.get(`/api/people?search=${family}`).expect(200)).text;
    expect([(await found(linAtWork)).includes(personId), (await found(idris)).includes(personId)]).toEqual([false, true]);
  });

  it('is opened to no team that is added later: the page offers none, and a worker is let in by name', async () => {
    const personId = await margery(round, jo);
    const page = `/people/${personId}/circle/add?organisation=${round.trust.id}`;
    expect((await jo.get(page).expect(200)).text).toContain('name="teamId"');
    await restrict(jo, personId).expect(204);
    await sayWhy(jo, personId);
    const offered = (await jo.get(page).expect(200)).text;
    expect([offered.includes('name="teamId"'), wordsOf(offered).includes('Only named workers open this record')]).toEqual([false, true]);
    const add = (who: object) => jo.send('post', `/api/people/${personId}/circle`, { organisationId: round.trust.id, teamId: round.nursing, does: 'Dresses the leg', categories: ['identity', 'contacts', 'circle'], ...who });
    expect(codes((await add({}).expect(422)).body)).toEqual(['/membershipId worker.required']);
    await linAtWork.get(`/api/people/${personId}`).expect(404);
    await add({ membershipId: lin.membershipId }).expect(201);
    expect((await linAtWork.get(`/api/people/${personId}`)).status).not.toBe(404);
  });

  it('is opened after saying why, once for as long as one is signed in; nothing is told before', async () => {
    const personId = await margery(round, jo);
    await restrict(jo, personId, { keeps: [round.idris.membershipId] }).expect(204);
    const refused = await idris.get(`/api/people/${personId}/timeline`).expect(403);
    expect((refused.body as { type: string }).type).toBe('urn:onestory:reason.first');
    const away = await idris.get(`/people/${personId}/timeline?type=note`).expect(303);
    const door = `/people/${personId}/opening?returnTo=${encodeURIComponent(`/people/${personId}/timeline?type=note`)}`;
    expect(away.headers.location).toBe(door);
    const page = (await idris.get(door).expect(200)).text;
    expect(wordsOf(page)).toMatch(/This record is restricted.*Why do you open it\?/);
    expect(page).not.toContain('Dresses the leg');
    expect(wordsOf((await idris.submit(`/people/${personId}/opening`, { returnTo: '/x' }).expect(422)).text)).toContain('Choose why you open it');
    expect(codes((await idris.send('post', `/api/people/${personId}/opening`, { because: 'other' }).expect(422)).body)).toEqual(['/words required']);
    const opened = await idris.submit(`/people/${personId}/opening`, { because: 'worried', returnTo: `/people/${personId}/timeline` }).expect(303);
    expect(opened.headers.location).toBe(`/people/${personId}/timeline`);
    await idris.get(`/people/${personId}/timeline`).expect(200);
    await idris.get(`/api/people/${personId}`).expect(200);
    // A new sign-in asks again; a returning address is one of ours.
    const later = await round.idris.signIn();
    await later.get(`/people/${personId}`).expect(303);
    expect((await later.submit(`/people/${personId}/opening`, { because: 'worried', returnTo: 'https://elsewhere.example' }).expect(303)).headers.location).toBe(`/people/${personId}`);
    const log = wordsOf((await franAtWork.get(`/people/${personId}/access-log`).expect(200)).text);
    expect(log).toContain('Kept the record to named workers');
    const elsewhere = await (await aWorker(app, round.trust, { roles: ['ig_lead'] })).signIn();
    const theirs = ((await elsewhere.get(`/api/people/${personId}/access-log?limit=100`).expect(200)).body as { items: { action: string; purpose: string }[] }).items;
    expect(theirs.map(({ action }) => action)).not.toContain('restrict');
    expect(theirs).toEqual(expect.arrayContaining([expect.objectContaining({ action: 'open-restricted', purpose: 'restricted:worried' })]));
  });

  it('a form that was open when the record was restricted is not lost', async () => {
    const personId = await margery(round, jo);
    await restrict(jo, personId, { keeps: [round.idris.membershipId] }).expect(204);
    const sent = await idris.submit(`/people/${personId}/contact-notes`, { text: 'She walked to the gate.', about: 'person', audience: 'circle' }).set('Sec-Fetch-Site', 'same-origin').expect(303);
    expect(sent.headers.location).toContain(`/people/${personId}/opening`);
    expect(await app.sql('select 1 from contact_note where person_id = $1', [personId])).toEqual([]);
    await sayWhy(idris, personId).expect(204);
    expect((await idris.get(`/people/${personId}/contact-notes/new`).expect(200)).text).toContain('She walked to the gate.');
  });

  it('is for the organisation that registered the person, and the key worker’s, to restrict and to lift', async () => {
    const personId = await margery(round, jo);
    expect([(await stands(idris, personId)).may, (await restrict(idris, personId)).status]).toEqual([false, 403]);
    expect(wordsOf((await idris.get(`/people/${personId}/restriction`).expect(200)).text)).toContain('Ask the key worker');
    expect(codes((await restrict(jo, personId, { keeps: [round.martin.membershipId] }).expect(422)).body)).toEqual(['/keeps/0 choice']);
    await restrict(jo, personId).expect(204);
    await restrict(jo, personId).expect(412);
    await idris.get(`/people/${personId}`).expect(404);
    await restrict(jo, personId, { keeps: [round.idris.membershipId] }, 1).expect(204);
    await sayWhy(idris, personId).expect(204);
    await lift(idris, personId, 2).expect(403);
    await lift(jo, personId, 1).expect(412);
    await lift(jo, personId, 2).expect(204);
    expect((await lift(jo, personId, 0)).status).toBe(409);
    await linAtWork.get(`/people/${personId}`).expect(200);
    expect(await app.sql('select ended_because, ended_by_name from restriction where person_id = $1', [personId])).toEqual([{ ended_because: 'He has moved away', ended_by_name: 'Jo Whitcombe' }]);
  });

  it('gives nobody more than they had: who was kept goes when their team’s help ends', async () => {
    const personId = await margery(round, jo);
    const { id: note } = await write(jo, personId, { audience: 'internal' });
    await restrict(jo, personId, { keeps: [round.idris.membershipId] }).expect(204);
    await sayWhy(idris, personId).expect(204);
    await idris.get(`/api/people/${personId}/contact-notes/${note}`).expect(404);
    const [{ id, row_version: version } = { id: '', row_version: 0 }] = await app.sql<{ id: string; row_version: number }>('select id, row_version from care_team_member where person_id = $1 and organisation_id = $2', [personId, round.trust.id]);
    await jo.send('post', `/api/people/${personId}/circle/${id}/end`, { reason: 'It is not safe any more', because: 'safety' }).set('If-Match', `"${version}"`).expect(204);
    await idris.get(`/api/people/${personId}`).expect(404);
    await jo.get(`/api/people/${personId}`).expect(200);
    await sayWhy(delphine, personId).expect(204);
  });

  it.each([
    ['they leave their team', async () => void (await app.sql('delete from team_member where membership_id = $1', [lin.membershipId])), async () => void (await app.sql('insert into team_member (team_id, membership_id) values ($1, $2)', [round.nursing, lin.membershipId]))],
    ['their team is closed', async () => void (await app.sql(`update team set state = 'closed' where id = $1`, [round.nursing])), async () => void (await app.sql(`update team set state = 'active' where id = $1`, [round.nursing]))],
  ])('opens to who was kept as long as their team does: not when %s', async (_, end, again) => {
    const personId = await margery(round, jo);
    await restrict(jo, personId, { keeps: [lin.membershipId] }).expect(204);
    await sayWhy(linAtWork, personId).expect(204);
    await end();
    await linAtWork.get(`/api/people/${personId}`).expect(404);
    await again();
    await linAtWork.get(`/api/people/${personId}`).expect(200);
  });

  it('waits for the lead of who restricted it, who names a colleague when nobody is left, and opens nothing by that', async () => {
    const council = await aWorker(app, round.council, { name: 'Denise Marchetti', jobTitle: 'Team manager', roles: ['team_manager'] });
    const personId = await margery(round, jo);
    await app.sql(`update relationship set scope_kind = 'organisation', scope_id = $2 where person_id = $1 and basis = 'registered'`, [personId, round.council.id]);
    await app.sql('select refresh_person_access($1)', [personId]);
    await restrict(jo, personId, { reviewOn: inDays(1) }).expect(204);
    const denise = await council.signIn();
    await denise.get(`/people/${personId}`).expect(404);
    const listed = async (): Promise<object | undefined> => ((await franAtWork.get('/api/restricted-records').expect(200)).body as { items: { personId: string }[] }).items.find((one) => one.personId === personId);
    expect(await listed()).toMatchObject({ writtenBy: 'Jo Whitcombe', reviewOn: inDays(1), opens: 1 });
    expect(wordsOf((await franAtWork.get('/information-governance').expect(200)).text)).toContain('Restricted records');
    const at = `/information-governance/restricted/${personId}`;
    expect(wordsOf((await franAtWork.get(at).expect(200)).text)).toMatch(/open it now: Jo Whitcombe.*Denise Marchetti, Team manager/);
    expect(wordsOf((await franAtWork.submit(at, {}).expect(422)).text)).toContain('the colleague');
    expect((await franAtWork.submit(at, { membershipId: lin.membershipId })).status).toBe(422);
    await franAtWork.submit(at, { membershipId: council.membershipId }).expect(303);
    await sayWhy(denise, personId).expect(204);
    await denise.get(`/people/${personId}`).expect(200);
    await franAtWork.get(`/people/${personId}`).expect(404);
    expect(await listed()).toMatchObject({ opens: 2 });
    const elsewhere = await (await aWorker(app, round.trust, { roles: ['ig_lead'] })).signIn();
    const [hidden, missing] = [await elsewhere.get(`/information-governance/restricted/${personId}`), await elsewhere.get(`/information-governance/restricted/${newId()}`)];
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
  });
});
