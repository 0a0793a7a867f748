import fc from 'fast-check';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { aWorker, type TestWorker } from '../support/staff';
import { runsOf } from '../support/moves';
import { codes, openCase, register, wordsOf } from './people';
import { inDays } from './plans';
import { addToCircle, aTeamOfTwoEmployers, keyWorkerOf, type IntegratedTeam } from './round';

/** A fraction of the runs that a property has: each is a caseload that is handed over. */
const RUNS = runsOf(25, 4);

let app: TestApp;
let team: IntegratedTeam;
let [denise, jo, priya, mo] = [] as unknown as [Visitor, Visitor, Visitor, Visitor];
beforeAll(async () => {
  app = await startTestApp({}, { direct: true });
  team = await aTeamOfTwoEmployers(app);
  [denise, jo, priya, mo] = [await team.denise.signIn(), await team.jo.signIn(), await team.priya.signIn(), await team.mo.signIn()];
});
afterAll(() => app?.close());

interface Led { personId: string; caseId: string }
const aLeaver = (name = 'Karl Jensen'): Promise<TestWorker> => aWorker(app, team.council, { name, keyWorkerTrained: true });
async function ledBy(leaver: TestWorker, person: Record<string, unknown> = {}): Promise<Led> {
  const personId = await register(jo, person);
  const caseId = await openCase(jo, personId, { keyWorkerMembershipId: leaver.membershipId });
  await app.sql('update coordination_case set integrated_team_id = $1 where id = $2', [team.id, caseId]);
  await addToCircle(jo, personId, { organisationId: team.trust.id, teamId: team.therapy, does: 'Therapy', categories: ['about_me', 'circle', 'plan', 'contacts'] });
  return { personId, caseId };
}
const at = ({ userId }: TestWorker): string => `/workers/${userId}/hand-over`;
const TOLD = { reason: 'left_org', done: ['team_told'], personToldOn: inDays(-1) };
const one = ({ caseId }: Led, to: TestWorker, more: object = {}): object => ({ chosen: true, caseId, membershipId: to.membershipId, ...more });
const handOver = (leaver: TestWorker, handovers: object[], by = denise) => by.send('post', `/api${at(leaver)}`, { ...TOLD, handovers });
/** Who leads each case, and how many are asked; every open case has exactly one lead. */
async function standing(cases: readonly Led[]): Promise<{ leads: string[]; asked: number }> {
  const rows = await app.sql<{ case_id: string; lead: string }>(`select case_id, membership_id as lead from key_worker_assignment where kind = 'lead' and state = 'accepted' and ended_at is null and case_id = any ($1)`, [cases.map(({ caseId }) => caseId)]);
  expect(rows.map(({ case_id }) => case_id).sort()).toEqual(cases.map(({ caseId }) => caseId).sort());
  const asked = await app.sql(`select 1 from key_worker_assignment where kind = 'lead' and state = 'proposed' and case_id = any ($1)`, [cases.map(({ caseId }) => caseId)]);
  return { leads: cases.map(({ caseId }) => rows.find(({ case_id }) => case_id === caseId)?.lead ?? ''), asked: asked.length };
}

describe('A manager hands over what one key worker leads', () => {
  it('on one page, with somebody proposed for each and their load; everybody is asked at once, and each case keeps its lead until the other says yes', async () => {
    const leaver = await aLeaver();
    const cases = [await ledBy(leaver, { family: 'Quietwater' }), await ledBy(leaver), await ledBy(leaver)];
    expect((await denise.get(`/workers/${leaver.userId}/hand-on`).expect(200)).text).toContain(`href="${at(leaver)}"`);
    const page = (await denise.get(at(leaver)).expect(200)).text;
    expect(wordsOf(page)).toMatch(/Hand over the cases of Karl Jensen.*Karl Jensen stays key worker of each until the other says yes.*Quietwater.*points.*recommended/);
    const rows = Object.fromEntries(cases.flatMap(({ caseId }, n) => [[`handovers[${n}][caseId]`, caseId], [`handovers[${n}][membershipId]`, team.priya.membershipId], ...(n < 2 ? [[`handovers[${n}][chosen]`, 'on']] : [])])) as Record<string, string>;
    expect(wordsOf((await denise.submit(at(leaver), rows).expect(422)).text)).toMatch(/Choose why the cases are handed over.*Enter the day on which all of them were told/);
    const [year = '', month = '', day = ''] = inDays(-1).split('-');
    await denise.submit(at(leaver), { ...rows, reason: 'left_org', 'personToldOn[day]': day, 'personToldOn[month]': month, 'personToldOn[year]': year }).expect(303);
    expect(await standing(cases)).toEqual({ leads: cases.map(() => leaver.membershipId), asked: 2 });
    await workThrough(app, { early: true });
    const notices = ((await priya.get('/api/notices').expect(200)).body as { items: { kind: string; personId: string }[] }).items;
    expect(notices.filter(({ kind, personId }) => kind === 'key-worker.proposed' && cases.some((led) => led.personId === personId))).toHaveLength(2);
    for (const { caseId } of cases.slice(0, 2)) await priya.send('post', `/api/cases/${caseId}/key-worker/accept`, {}).expect(200);
    expect((await standing(cases)).leads).toEqual([team.priya.membershipId, team.priya.membershipId, leaver.membershipId]);
    expect((await keyWorkerOf(jo, cases[0]?.caseId ?? '')).lead).toMatchObject({ name: 'Priya Nair' });
  });

  it('is short to read: whoever is recommended stands beside each, and the others are folded away until one is chosen or refused', async () => {
    const leaver = await aLeaver();
    const [first, second] = [await ledBy(leaver), await ledBy(leaver)];
    const folded = (html: string): number[] => ['<details class="nhsuk-details">', '<details class="nhsuk-details" open>'].map((tag) => html.split(tag).length - 1);
    const page = (await denise.get(at(leaver)).expect(200)).text;
    expect(wordsOf(page)).toMatch(/Recommended: .*Ask somebody else, or say more/);
    expect(folded(page)).toEqual([2, 0]);
    const form = { 'handovers[0][caseId]': first.caseId, 'handovers[0][chosen]': 'on', 'handovers[0][membershipId]': team.denise.membershipId, 'handovers[1][caseId]': second.caseId, 'handovers[1][chosen]': 'on', 'handovers[1][membershipId]': 'nobody' };
    expect(folded((await denise.submit(at(leaver), form).expect(422)).text)).toEqual([0, 2]);
  });

  it('all or none: where one cannot be asked nobody is, and what was typed stays with why', async () => {
    const leaver = await aLeaver();
    const [first, second] = [await ledBy(leaver), await ledBy(leaver)];
    const refused = await handOver(leaver, [one(first, team.mo), one(second, team.denise)]).expect(422);
    expect(codes(refused.body)).toEqual(['/handovers/1/membershipId keyWorker.notMember']);
    expect(await standing([first, second])).toEqual({ leads: [leaver.membershipId, leaver.membershipId], asked: 0 });
    const other = await ledBy(await aLeaver('Somebody Else'));
    expect(codes((await handOver(leaver, [one(first, team.mo), one(other, team.mo)]).expect(422)).body)).toEqual(['/handovers/1/membershipId keyWorker.none']);
    expect(codes((await handOver(leaver, [one(first, team.mo), one(first, team.priya)]).expect(422)).body)).toEqual(['/handovers/1/membershipId keyWorker.exists']);
    expect(codes((await handOver(leaver, [one(first, team.mo, { chosen: false })]).expect(422)).body)).toEqual(['/handovers required']);
    expect((await standing([first, second, other])).asked).toBe(0);
  });

  it('whoever would have too much with all of them has to be explained', async () => {
    const leaver = await aLeaver();
    const cases = [await ledBy(leaver), await ledBy(leaver)];
    const small = await aWorker(app, team.council, { name: 'Small Hours', keyWorkerTrained: true });
    await app.sql('update membership set capacity_points = 2 where id = $1', [small.membershipId]);
    expect(codes((await handOver(leaver, cases.map((led) => one(led, small))).expect(422)).body)).toEqual(['/handovers/1/because required']);
    expect((await standing(cases)).asked).toBe(0);
    await handOver(leaver, cases.map((led) => one(led, small, { because: 'knows_them' }))).expect(200, { asked: 2 });
    expect((await standing(cases)).asked).toBe(2);
  });

  it('is for managers; whoever is restricted is handed over by themselves, and of whom the manager may not list nothing is said', async () => {
    const leaver = await aLeaver();
    const [open, restricted, unknown] = [await ledBy(leaver), await ledBy(leaver, { family: 'Stillpond' }), await ledBy(leaver, { family: 'Deepwell' })];
    await app.sql('update person set restricted = true where person_id = any ($1)', [[restricted.personId, unknown.personId]]);
    await app.sql(`insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, source, created_by) values ($1, gen_random_uuid(), $2, 'membership', $3, 'care_team', '{identity,circle,plan}', 'system', $4)`,
      [restricted.personId, team.council.id, team.denise.membershipId, team.denise.userId]);
    for (const { personId } of [restricted, unknown]) await app.sql('select refresh_person_access($1)', [personId]);
    const page = wordsOf((await denise.get(at(leaver)).expect(200)).text);
    expect(page).toMatch(/Not in this list:.*Stillpond : only named workers open the record/);
    expect(page).not.toContain('Deepwell');
    expect((await denise.get(`/api${at(leaver)}`).expect(200)).body).toMatchObject({ cases: [{ caseId: open.caseId }], left: [{ caseId: restricted.caseId }] });
    for (const led of [restricted, unknown]) expect(codes((await handOver(leaver, [one(led, team.mo)]).expect(422)).body)).toEqual(['/handovers/0/membershipId keyWorker.none']);
    for (const visitor of [jo, priya]) await handOver(leaver, [one(open, team.mo)], visitor).expect(403);
    const elsewhere = await (await aWorker(app, (await aTeamOfTwoEmployers(app)).council, { roles: ['team_manager'] })).signIn();
    await handOver(leaver, [one(open, team.mo)], elsewhere).expect(404);
  });

  it('I12: in whatever order it is handed over, answered and asked again, each open case has exactly one key worker, and a refused act asks nobody', async () => {
    const place = [team.priya, team.mo, team.denise] as const;
    const act = fc.record({ to: fc.array(fc.constantFrom(0, 0, 1, 1, 2), { minLength: 3, maxLength: 3 }), chosen: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), answers: fc.array(fc.constantFrom('accept' as const, 'decline' as const, null), { minLength: 3, maxLength: 3 }) });
    const seen = new Set<number>();
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 3 }), async (acts) => {
      const leaver = await aLeaver();
      const cases = [await ledBy(leaver), await ledBy(leaver), await ledBy(leaver)];
      for (const { to, chosen, answers } of acts) {
        const before = await standing(cases);
        const { status, body } = await handOver(leaver, cases.map((led, n) => one(led, place[to[n] ?? 0], { chosen: chosen[n] === true })));
        seen.add(status);
        const after = await standing(cases);
        expect(after.leads).toEqual(before.leads);
        expect(after.asked - before.asked).toBe(status === 200 ? (body as { asked: number }).asked : 0);
        for (const [n, led] of cases.entries()) {
          const answer = answers[n];
          for (const visitor of [priya, mo]) if (answer) await visitor.send('post', `/api/cases/${led.caseId}/key-worker/${answer}`, answer === 'decline' ? { because: 'capacity' } : {});
        }
        await standing(cases);
      }
    }), { numRuns: RUNS });
    expect([...seen].sort()).toEqual(expect.arrayContaining([200, 422]));
  }, 600_000);
});
