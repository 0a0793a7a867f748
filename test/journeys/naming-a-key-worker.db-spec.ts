import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker, type TestWorker } from '../support/staff';
import { codes, openCase, register, wordsOf } from './people';
import { aTeamOfTwoEmployers, addToCircle, keyWorkerOf, type IntegratedTeam } from './round';

let app: TestApp;
let team: IntegratedTeam;
let [deniseAtWork, priyaAtWork, joAtWork]: Visitor[] = [];

beforeAll(async () => {
  app = await startTestApp();
  team = await aTeamOfTwoEmployers(app);
  [deniseAtWork, priyaAtWork, joAtWork] = await Promise.all([team.denise, team.priya, team.jo].map((one) => one.signIn()));
});
afterAll(() => app.close());

const denise = (): Visitor => deniseAtWork as Visitor;
const priya = (): Visitor => priyaAtWork as Visitor;
const jo = (): Visitor => joAtWork as Visitor;

/** Somebody who waits for a key worker, with the council and the trust's team in the circle. */
async function waiting(traits: { complexity?: string } = {}): Promise<{ personId: string; caseId: string }> {
  const personId = await register(jo());
  const caseId = await openCase(jo(), personId, traits);
  await app.sql('update coordination_case set integrated_team_id = $1 where id = $2', [team.id, caseId]);
  await addToCircle(jo(), personId, { organisationId: team.trust.id, teamId: team.therapy, does: 'Therapy', categories: ['about_me', 'circle', 'plan', 'contacts'] });
  return { personId, caseId };
}

const choiceOf = (worker: TestWorker, more: Record<string, unknown> = {}): Record<string, unknown> => ({ membershipId: worker.membershipId, because: 'skills', ...more });
const typeOf = (body: unknown): string => (body as { type: string }).type;
const assign = (by: Visitor, caseId: string, worker: TestWorker, more: Record<string, unknown> = {}) => by.send('post', `/api/cases/${caseId}/key-worker`, choiceOf(worker, more));
const answer = (by: Visitor, caseId: string, what: 'accept' | 'decline' | 'withdraw', body: object = {}) => by.send('post', `/api/cases/${caseId}/key-worker/${what}`, body);
const transitions = (personId: string): Promise<{ entity: string; to_state: string; audience: string; visible_to_person: boolean }[]> =>
  app.sql(`select entity, to_state, audience, visible_to_person from state_transition where person_id = $1 and entity in ('Case', 'KeyWorkerAssignment') order by created_at, id`, [personId]);

describe('A manager of several employers’ team asks a key worker', () => {
  it('who works for another employer and says yes: the case is active, on the page and in JSON', async () => {
    const { personId, caseId } = await waiting();
    const form = await denise().get(`/cases/${caseId}/key-worker`).expect(200);
    const { choices } = await keyWorkerOf(denise(), caseId);
    expect([...form.text.matchAll(/name="membershipId"[^>]*value="([^"]+)"/g)].map((found) => found[1])).toEqual(choices.map(({ membershipId }) => membershipId));
    expect(choices.filter(({ recommended }) => recommended)).toHaveLength(1);
    const sent = await denise().submit(`/cases/${caseId}/key-worker`, { membershipId: team.priya.membershipId, because: 'skills' });
    expect([sent.status, sent.headers['location']]).toEqual([303, `/cases/${caseId}/key-worker`]);
    expect(await keyWorkerOf(priya(), caseId)).toMatchObject({ lead: null, asked: { membershipId: team.priya.membershipId, isMe: true, isHandover: false }, caseState: 'awaiting_key_worker' });
    expect(wordsOf((await priya().get(`/cases/${caseId}/key-worker`)).text)).toContain('Denise Marchetti asks you to be key worker');
    await priya().submit(`/cases/${caseId}/key-worker/accept`).expect(303);
    expect(await keyWorkerOf(jo(), caseId)).toMatchObject({ lead: { membershipId: team.priya.membershipId, name: 'Priya Nair' }, asked: null, caseState: 'active', waitingSince: null });
    expect((await jo().get(`/api/people/${personId}`)).body).toMatchObject({ keyWorker: { name: 'Priya Nair' }, case: { state: 'active' } });
    expect(wordsOf((await priya().get(`/people/${personId}/timeline`)).text)).toMatch(/Asked to be key worker: Priya Nair.*They have the skills that are needed/);
    expect((await priya().get('/api/caseload?view=mine')).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ personId, keyWorker: 'Priya Nair' })]) as unknown });
  });

  it('I12: each step is written once, and a question and its reason are known to those who decide and to whoever is asked', async () => {
    const { personId, caseId } = await waiting();
    await assign(denise(), caseId, team.priya, { words: 'quietwater' }).then(({ status }) => expect(status).toBe(201));
    const charity = await anOrganisation(app, { sector: 'vcse', accessScope: 'named' });
    const delphine = await aWorker(app, charity);
    await addToCircle(jo(), personId, { organisationId: charity.id, membershipId: delphine.membershipId, does: 'Lunch', categories: ['identity', 'plan', 'contacts', 'circle'] });
    const delphineAtWork = await delphine.signIn();
    expect((await delphineAtWork.get(`/people/${personId}/timeline`)).text).not.toMatch('quietwater');
    expect(await keyWorkerOf(delphineAtWork, caseId)).toMatchObject({ asked: null, choices: [] });
    expect((await priya().get(`/people/${personId}/timeline`)).text).toMatch('quietwater');
    await answer(priya(), caseId, 'accept').expect(200);
    expect((await answer(priya(), caseId, 'accept')).status).toBe(409);
    expect(await transitions(personId)).toEqual([
      { entity: 'Case', to_state: 'awaiting_key_worker', audience: 'circle', visible_to_person: false },
      { entity: 'KeyWorkerAssignment', to_state: 'proposed', audience: 'named', visible_to_person: false },
      { entity: 'KeyWorkerAssignment', to_state: 'accepted', audience: 'circle', visible_to_person: true },
      { entity: 'Case', to_state: 'active', audience: 'circle', visible_to_person: false },
    ]);
    expect(await keyWorkerOf(delphineAtWork, caseId)).toMatchObject({ lead: { name: 'Priya Nair' } });
  });

  it('I8: a no comes back to whoever asked, with its reason, and the person waits on', async () => {
    const { personId, caseId } = await waiting();
    await assign(denise(), caseId, team.priya);
    expect(codes((await answer(priya(), caseId, 'decline')).body)).toEqual(['/because required']);
    expect((await priya().submit(`/cases/${caseId}/key-worker/decline`, { because: 'absence', words: 'Away from Monday' })).status).toBe(303);
    expect(await keyWorkerOf(denise(), caseId)).toMatchObject({ lead: null, asked: null, caseState: 'awaiting_key_worker' });
    expect((await denise().get(`/people/${personId}/timeline`)).text).toMatch('I am going to be away: Away from Monday');
    await assign(denise(), caseId, team.jo).then(({ status }) => expect(status).toBe(201));
  });

  it('a question that is not answered in time lapses, and somebody else can be asked', async () => {
    const { personId, caseId } = await waiting();
    await assign(denise(), caseId, team.priya);
    await app.sql(`update key_worker_assignment set answer_by = current_date - 2 where case_id = $1`, [caseId]);
    expect(await keyWorkerOf(denise(), caseId)).toMatchObject({ asked: { lapsed: true } });
    expect(typeOf((await answer(priya(), caseId, 'accept')).body)).toBe('urn:onestory:keyWorker.lapsed');
    await assign(denise(), caseId, team.jo).then(({ status }) => expect(status).toBe(201));
    expect((await transitions(personId)).map(({ to_state: to }) => to)).toEqual(['awaiting_key_worker', 'proposed', 'lapsed', 'proposed']);
  });

  it('a question can be taken back by those who decide', async () => {
    const { caseId } = await waiting();
    await assign(denise(), caseId, team.priya);
    await answer(denise(), caseId, 'withdraw').expect(200);
    expect(typeOf((await answer(priya(), caseId, 'accept')).body)).toBe('urn:onestory:keyWorker.notAsked');
  });

  it('whoever names themselves has said yes', async () => {
    const { caseId } = await waiting();
    expect((await assign(jo(), caseId, team.jo)).body).toMatchObject({ state: 'accepted' });
    expect(await keyWorkerOf(priya(), caseId)).toMatchObject({ lead: { name: 'Jo Whitcombe' }, caseState: 'active' });
  });
});

describe('Who may be key worker', () => {
  it('input 39: nobody outside the circle, untrained, a volunteer or who must not open the record: 422 keyWorker.notMember for all of them', async () => {
    const { personId, caseId } = await waiting();
    const stranger = await aWorker(app, await anOrganisation(app), { keyWorkerTrained: true });
    const untrained = await aWorker(app, team.council);
    const volunteer = await aWorker(app, team.council, { keyWorkerTrained: true, staffType: 'volunteer' });
    const source = await aWorker(app, team.council, { keyWorkerTrained: true });
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, sealed_to, source, created_by) values ($1, $2, $3, 'alleged_source_of_harm', $4, 'ui', $3)`, [personId, newId(), source.userId, []]);
    await app.sql('select refresh_person_access($1)', [personId]);
    const answers = [];
    for (const worker of [stranger, untrained, volunteer, source, { membershipId: newId() } as TestWorker]) answers.push(await assign(denise(), caseId, worker));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(codes(answers[0]?.body)).toEqual(['/membershipId keyWorker.notMember']);
    const { choices } = await keyWorkerOf(denise(), caseId);
    expect(choices.map(({ membershipId }) => membershipId)).not.toContain(source.membershipId);
  });

  it('input 40: a second key worker is 409 keyWorker.exists, whether the first leads or is only asked', async () => {
    const { caseId } = await waiting();
    await assign(denise(), caseId, team.priya);
    const second = await assign(denise(), caseId, team.jo);
    expect([second.status, typeOf(second.body)]).toEqual([409, 'urn:onestory:keyWorker.exists']);
    await answer(priya(), caseId, 'accept');
    const third = await assign(denise(), caseId, team.jo);
    expect([third.status, typeOf(third.body)]).toEqual([409, 'urn:onestory:keyWorker.exists']);
    const page = await denise().submit(`/cases/${caseId}/key-worker`, { membershipId: team.jo.membershipId });
    expect([page.status, wordsOf(page.text).includes('This case has a key worker already')]).toEqual([409, true]);
  });

  it('whoever has as much as was agreed is asked with a reason only', async () => {
    const { caseId } = await waiting({ complexity: 'complex' });
    await app.sql('update membership set capacity_points = 2 where id = $1', [team.priya.membershipId]);
    const refused = await denise().submit(`/cases/${caseId}/key-worker`, { membershipId: team.priya.membershipId, words: 'She knows him' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#because"');
    expect(refused.text).toContain('She knows him');
    await assign(denise(), caseId, team.priya, { because: 'nobody_else' }).then(({ status }) => expect(status).toBe(201));
    await app.sql('update membership set capacity_points = null where id = $1', [team.priya.membershipId]);
  });

  it('the previous key worker comes first, and the person’s own wish needs no reason', async () => {
    const { caseId } = await waiting();
    const { choices: [first, ...others] } = await keyWorkerOf(denise(), caseId);
    const wished = others[0];
    const asked = await denise().send('post', `/api/cases/${caseId}/key-worker`, { membershipId: wished?.membershipId });
    expect(codes(asked.body)).toEqual(['/because required']);
    await denise().send('post', `/api/cases/${caseId}/key-worker`, { membershipId: wished?.membershipId, personPreference: true }).expect(201);
    expect(first).toMatchObject({ recommended: true });
  });

  it('fault 20: of fifty who are asked at once exactly one is, and one leads', async () => {
    const { caseId } = await waiting();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => assign(n % 2 ? denise() : jo(), caseId, n % 3 ? team.priya : team.mo)));
    expect(Object.fromEntries([201, 409].map((status) => [status, answers.filter((one) => one.status === status).length]))).toEqual({ 201: 1, 409: 49 });
    const { asked } = await keyWorkerOf(denise(), caseId);
    const lead = asked?.membershipId === team.priya.membershipId ? priya() : await team.mo.signIn();
    const yes = await Promise.all(Array.from({ length: 20 }, () => answer(lead, caseId, 'accept')));
    expect(yes.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await app.sql(`select count(*)::int as leads from key_worker_assignment where case_id = $1 and kind = 'lead' and state = 'accepted'`, [caseId])).toEqual([{ leads: 1 }]);
  });
});

describe('Handing over', () => {
  const handOver = (by: Visitor, caseId: string, to: TestWorker, more: Record<string, unknown> = {}) =>
    by.send('post', `/api/cases/${caseId}/key-worker/handover`, choiceOf(to, { reason: 'long_absence', personToldOn: '2026-01-05', done: ['plan_read', 'team_told'], ...more }));

  async function led(): Promise<{ personId: string; caseId: string }> {
    const subject = await waiting();
    await assign(jo(), subject.caseId, team.jo);
    return subject;
  }

  it('ends the one and begins the other at the same instant, without a gap', async () => {
    const { personId, caseId } = await led();
    expect((await jo().get(`/cases/${caseId}/key-worker/handover`)).text).toContain(team.priya.membershipId);
    await handOver(jo(), caseId, team.priya).then(({ status }) => expect(status).toBe(201));
    expect(await keyWorkerOf(jo(), caseId)).toMatchObject({ lead: { name: 'Jo Whitcombe' }, asked: { isHandover: true } });
    await answer(priya(), caseId, 'accept').expect(200);
    const rows = await app.sql<{ state: string; accepted_at: Date; ended_at: Date | null; end_reason: string | null }>(
      `select state, accepted_at, ended_at, end_reason from key_worker_assignment where person_id = $1 order by accepted_at`, [personId]);
    expect(rows.map(({ state, end_reason: why }) => [state, why])).toEqual([['ended', 'long_absence'], ['accepted', null]]);
    expect(rows[0]?.ended_at).toEqual(rows[1]?.accepted_at);
    expect(await keyWorkerOf(denise(), caseId)).toMatchObject({ lead: { name: 'Priya Nair' }, caseState: 'active', choices: expect.arrayContaining([expect.objectContaining({ name: 'Jo Whitcombe', before: true })]) as unknown });
  });

  it('a no leaves the key worker where they are', async () => {
    const { caseId } = await led();
    await handOver(denise(), caseId, team.priya);
    await answer(priya(), caseId, 'decline', { because: 'conflict' }).expect(200);
    expect(await keyWorkerOf(denise(), caseId)).toMatchObject({ lead: { name: 'Jo Whitcombe' }, asked: null });
  });

  it('asks why, and when the person was told', async () => {
    const { caseId } = await led();
    const page = await jo().submit(`/cases/${caseId}/key-worker/handover`, { membershipId: team.priya.membershipId, because: 'skills' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('href="#reason"');
    expect(page.text).toContain('href="#personToldOn"');
  });

  it('a colleague who neither leads nor manages cannot hand over, and nothing is there for a stranger', async () => {
    const { caseId } = await led();
    const colleague = await aWorker(app, team.council, { keyWorkerTrained: true });
    expect((await handOver(await colleague.signIn(), caseId, team.priya)).status).toBe(403);
    const stranger = await (await aWorker(app, await anOrganisation(app), { roles: ['team_manager'] })).signIn();
    const [hidden, missing] = [await handOver(stranger, caseId, team.priya), await handOver(stranger, newId(), team.priya)];
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
  });
});

