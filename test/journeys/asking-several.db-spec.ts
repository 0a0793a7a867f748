import { newId } from '@app/kernel';
import type { AllocatedItem } from '../../apps/server/src/dashboard/allocate.api';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { aWorker } from '../support/staff';
import { openCase, register, wordsOf } from './people';
import { addToCircle, aTeamOfTwoEmployers, keyWorkerOf, type IntegratedTeam } from './round';

let app: TestApp;
let team: IntegratedTeam;
let denise: Visitor;
let jo: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  team = await aTeamOfTwoEmployers(app);
  [denise, jo] = (await Promise.all([team.denise, team.jo].map((one) => one.signIn()))) as [Visitor, Visitor];
});
afterAll(() => app.close());

async function waiting(): Promise<{ personId: string; caseId: string }> {
  const personId = await register(jo);
  const caseId = await openCase(jo, personId, {});
  await app.sql('update coordination_case set integrated_team_id = $1 where id = $2', [team.id, caseId]);
  await addToCircle(jo, personId, { organisationId: team.trust.id, teamId: team.therapy, does: 'Therapy', categories: ['about_me', 'circle', 'plan', 'contacts'] });
  return { personId, caseId };
}
const ask = (allocations: readonly Record<string, unknown>[], by = denise) => by.send('post', '/api/dashboards/team/allocations', { allocations });
const fieldsOf = (page: string): Record<string, string> =>
  Object.fromEntries([...page.matchAll(/name="(allocations\[\d+\]\[caseId\])" value="([^"]+)"/g)].map((found) => [found[1] ?? '', found[2] ?? '']));

describe('A manager with several people who wait', () => {
  it('ticks them, sees whom the list recommends for each, and asks for all in one act', async () => {
    const people = [await waiting(), await waiting()];
    const list = await denise.get('/dashboard/waiting').expect(200);
    for (const { caseId } of people) expect(list.text).toMatch(new RegExp(`<input[^>]*name="cases"[^>]*value="${caseId}"`));
    const page = await denise.get(`/dashboard/allocate?cases=${people[0]?.caseId}&cases=${people[1]?.caseId}`).expect(200);
    for (const { caseId } of people) {
      const { choices } = await keyWorkerOf(denise, caseId);
      const first = choices.find(({ recommended }) => recommended)?.membershipId;
      expect(page.text).toMatch(new RegExp(`name="allocations\\[\\d\\]\\[membershipId\\]"[^>]*value="${first}"[^>]*checked`));
    }
    const sent = await denise.submit('/dashboard/allocate', { ...fieldsOf(page.text), ...choose(0, team.priya.membershipId), ...choose(1, team.mo.membershipId) });
    expect([sent.status, sent.headers['location']]).toEqual([303, '/dashboard/waiting']);
    expect(wordsOf((await denise.get('/dashboard/waiting')).text)).toContain('2 key workers are asked');
    expect((await keyWorkerOf(denise, people[0]?.caseId ?? '')).asked).toMatchObject({ name: 'Priya Nair' });
    expect((await keyWorkerOf(denise, people[1]?.caseId ?? '')).asked).toMatchObject({ name: 'Mo Brennan' });
  });

  it('who cannot be asked stays in the form with why and with what was typed, and the others are asked', async () => {
    const [done, taken, unexplained] = [await waiting(), await waiting(), await waiting()];
    await denise.send('post', `/api/cases/${taken.caseId}/key-worker`, { membershipId: team.priya.membershipId, because: 'skills' }).expect(201);
    const fields = Object.fromEntries([done, taken, unexplained].map(({ caseId }, at) => [`allocations[${at}][caseId]`, caseId]));
    const { choices } = await keyWorkerOf(denise, unexplained.caseId);
    const last = choices.filter(({ recommended }) => !recommended).at(-1)?.membershipId ?? '';
    const sent = await denise.submit('/dashboard/allocate', {
      ...fields, ...choose(0, team.priya.membershipId), ...choose(1, team.mo.membershipId), 'allocations[2][membershipId]': last, 'allocations[2][words]': 'She <knows> the street',
    });
    expect(sent.status).toBe(422);
    const words = wordsOf(sent.text);
    expect(words).toMatch(/These are done:.*Priya Nair is asked/);
    expect(words).toMatch(/Priya Nair is asked already/);
    expect(words).toMatch(/is not first on the list/);
    expect(sent.text).toContain('She &lt;knows&gt; the street');
    expect(sent.text).toMatch(new RegExp(`value="${last}"[^>]*checked`));
    expect(Object.values(fieldsOf(sent.text))).toEqual([taken.caseId, unexplained.caseId]);
    expect((await keyWorkerOf(denise, done.caseId)).asked).toMatchObject({ name: 'Priya Nair' });
    expect((await keyWorkerOf(denise, unexplained.caseId)).asked).toBeNull();
    const [{ n } = { n: '' }] = await app.sql<{ n: string }>(`select count(*) as n from state_transition where person_id = $1 and entity = 'KeyWorkerAssignment'`, [unexplained.personId]);
    expect(Number(n)).toBe(0);
  });

  it('a choice that is missing is asked for in its own place, and nobody is asked yet', async () => {
    const [one, other] = [await waiting(), await waiting()];
    const sent = await denise.submit('/dashboard/allocate', { 'allocations[0][caseId]': one.caseId, ...choose(0, team.priya.membershipId), 'allocations[1][caseId]': other.caseId });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('href="#allocations-1-membershipId"');
    expect((await keyWorkerOf(denise, one.caseId)).asked).toBeNull();
  });

  it('gets one result for each as JSON, in their order', async () => {
    const [free, taken] = [await waiting(), await waiting()];
    await denise.send('post', `/api/cases/${taken.caseId}/key-worker`, { membershipId: team.priya.membershipId, because: 'skills' }).expect(201);
    const { items } = (await ask([{ caseId: taken.caseId, membershipId: team.mo.membershipId, because: 'skills' }, { caseId: free.caseId, membershipId: team.mo.membershipId, because: 'near' }]).expect(200)).body as { items: AllocatedItem[] };
    expect(items).toMatchObject([
      { caseId: taken.caseId, assignment: null, refused: { code: 'keyWorker.exists' } },
      { caseId: free.caseId, assignment: { state: 'proposed', membershipId: team.mo.membershipId }, refused: null },
    ]);
    expect((await ask([]).expect(422)).body).toMatchObject({ errors: [{ pointer: '/allocations', code: 'required' }] });
    expect((await ask(Array.from({ length: 21 }, () => ({ caseId: free.caseId, membershipId: team.mo.membershipId }))).expect(422)).body).toMatchObject({ errors: [{ code: 'tooLong' }] });
  });

  it('a case that the manager may not see is answered like one that is not there, and nobody is asked', async () => {
    const mine = await waiting();
    const strange = await (await aWorker(app, team.trust, { name: 'Elsewhere', keyWorkerTrained: true })).signIn();
    const hidden = await openCase(strange, await register(strange), {});
    for (const caseId of [hidden, newId()]) {
      await ask([{ caseId: mine.caseId, membershipId: team.priya.membershipId, because: 'skills' }, { caseId, membershipId: team.priya.membershipId }]).expect(404);
      await denise.get(`/dashboard/allocate?cases=${caseId}`).expect(404);
    }
    expect((await keyWorkerOf(denise, mine.caseId)).asked).toBeNull();
  });

  it('nobody ticked leads back to those who wait, with words', async () => {
    await denise.get('/dashboard/allocate').expect(303).expect('location', '/dashboard/waiting');
    expect(wordsOf((await denise.get('/dashboard/waiting')).text)).toContain('Nobody was ticked');
  });
});

function choose(at: number, membershipId: string): Record<string, string> {
  return { [`allocations[${at}][membershipId]`]: membershipId, [`allocations[${at}][because]`]: 'skills' };
}
