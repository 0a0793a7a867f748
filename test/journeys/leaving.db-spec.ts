import type { Owned } from '@app/identity';
import type { Handed } from '@app/overviews';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { aService } from '../support/services';
import { anOrganisation, aWorker, type TestWorker } from '../support/staff';
import { openCase, register, wordsOf } from './people';
import { draft, inDays, planOf, publish, smallest } from './plans';
import { aTeamOfTwoEmployers, type IntegratedTeam } from './round';

let app: TestApp;
let team: IntegratedTeam;
let [ivy, denise, jo]: Visitor[] = [];
beforeAll(async () => {
  app = await startTestApp();
  team = await aTeamOfTwoEmployers(app);
  ivy = await (await aWorker(app, team.council, { roles: ['org_admin'] })).signIn();
  [denise, jo] = [await team.denise.signIn(), await team.jo.signIn()];
});
afterAll(() => app?.close());

const [admin, manager, worker] = [(): Visitor => ivy as Visitor, (): Visitor => denise as Visitor, (): Visitor => jo as Visitor];
const aLeaver = (name: string): Promise<TestWorker> => aWorker(app, team.council, { name, keyWorkerTrained: true });
const owned = async ({ membershipId }: TestWorker): Promise<[string, number][]> => ((await admin().get(`/api/colleagues/${membershipId}/owned`).expect(200)).body as { items: Owned[] }).items.map(({ kind, count }) => [kind, count]);
const handed = async ({ userId }: TestWorker, by = manager()): Promise<Handed[]> => ((await by.get(`/api/workers/${userId}/hand-on`).expect(200)).body as { items: Handed[] }).items;
const end = ({ membershipId }: TestWorker) => admin().send('post', `/api/colleagues/${membershipId}/end`).set('If-Match', '"1"');

/** Somebody whom this worker leads, with a plan in which they have something to do. */
async function ledBy(leaver: TestWorker): Promise<{ personId: string; caseId: string; family: string }> {
  const family = `Quietwater${Math.random().toString(36).slice(2, 8).replace(/\d/g, 'x')}`;
  const personId = await register(worker(), { family });
  const caseId = await openCase(worker(), personId, { keyWorkerMembershipId: leaver.membershipId });
  await app.sql('update coordination_case set integrated_team_id = $1 where id = $2', [team.id, caseId]);
  await publish(await leaver.signIn(), personId, { ...smallest(), goals: [{ text: 'Sing', actions: [{ what: 'Look at the boiler', doer: leaver.membershipId }] }] });
  return { personId, caseId, family };
}

describe('Somebody leaves', () => {
  it('and the administrator reads how much of what is still theirs, and of whom not; nothing ends while it is', async () => {
    const leaver = await aLeaver('Karl Jensen');
    const { family } = await ledBy(leaver);
    await ledBy(leaver);
    expect(await owned(leaver)).toEqual([['lead', 2], ['step', 2]]);
    const page = (await admin().get(`/people-and-access/${leaver.membershipId}/end`).expect(200)).text;
    expect(wordsOf(page)).toMatch(/Their team manager hands on Karl Jensen is still a key worker, of 2 people Karl Jensen still has 2 steps of plans to do/);
    expect([page.includes(family), page.includes('/people/'), page.includes('End access now')]).toEqual([false, false, false]);
    expect(page).toContain(`/workers/${leaver.userId}/hand-on`);
    const refused = await end(leaver);
    expect([refused.status, refused.body.type, JSON.stringify(refused.body).includes(family)]).toEqual([409, 'urn:onestory:membership.owns', false]);
    expect(wordsOf((await admin().submit(`/people-and-access/${leaver.membershipId}/end`, { _version: '1' })).text)).toContain('Karl Jensen is still a key worker, of 2 people');
  });

  it('their manager hands on one after the other until nothing is left, the access is ended, and it is gone with the next request', async () => {
    const leaver = await aLeaver('Adaeze Nwosu');
    const browser = await leaver.signIn();
    const { personId, caseId, family } = await ledBy(leaver);
    expect((await handed(leaver)).map(({ kind, what }) => [kind, what])).toEqual(expect.arrayContaining([['lead', null], ['step', 'Look at the boiler']]));
    const page = (await manager().get(`/workers/${leaver.userId}/hand-on`).expect(200)).text;
    expect(wordsOf(page)).toContain(family);
    for (const href of [`/cases/${caseId}/key-worker/handover`, `/people/${personId}/plan/small-update`]) {
      expect(page).toContain(`href="${href}"`);
      await manager().get(href).expect(200);
    }
    const step = (await planOf(manager(), personId)).goals[0]?.actions[0]?.id;
    const { plan } = await planOf(manager(), personId);
    await manager().send('post', `/api/people/${personId}/care-plan/small-updates`, { actions: [{ item: step, doer: team.council.id }] }).set('If-Match', `"${plan?.version}"`).expect(201);
    await manager().send('post', `/api/cases/${caseId}/key-worker/handover`, { membershipId: team.jo.membershipId, because: 'knows_them', reason: 'left_org', personToldOn: inDays(-1) }).expect(201);
    expect((await end(leaver)).status).toBe(409);
    await worker().send('post', `/api/cases/${caseId}/key-worker/accept`, {}).expect(200);
    expect([await handed(leaver), await owned(leaver)]).toEqual([[], []]);
    await browser.get('/api/me').expect(200);
    await admin().submit(`/people-and-access/${leaver.membershipId}/end`, { _version: '1' }).redirects(0).expect(303);
    await browser.get('/api/me').expect(401);
  });

  it('who is asked to be key worker, receives a service’s referrals or is writing a plan does not go either; each is handed on where it stands', async () => {
    const leaver = await aLeaver('Pete Langridge');
    const browser = await leaver.signIn();
    const personId = await register(worker());
    const caseId = await openCase(worker(), personId);
    await worker().send('post', `/api/cases/${caseId}/key-worker`, { membershipId: leaver.membershipId, because: 'skills' }).expect(201);
    const service = await aService(app, team.council, { intake: [leaver.membershipId] });
    const { plan } = await draft(browser, personId);
    expect(await owned(leaver)).toEqual([['asked', 1], ['draft', 1], ['service', 1]]);
    expect((await end(leaver)).status).toBe(409);
    expect(wordsOf((await admin().get(`/people-and-access/${leaver.membershipId}/end`)).text)).toMatch(/You hand on Pete Langridge receives the referrals of 1 service/);
    await manager().send('post', `/api/cases/${caseId}/key-worker/withdraw`, {}).expect(200);
    await manager().send('post', `/api/people/${personId}/care-plan/drafts/${plan?.id}/discard`).set('If-Match', `"${plan?.version}"`).expect(204);
    await app.sql(`update service set intake = '{}' where id = $1`, [service]);
    await end(leaver).expect(204);
  });

  it('to be in a circle by name keeps nobody: the administrator is told, and ends it', async () => {
    const leaver = await aLeaver('Omar Siddiqui');
    const personId = await register(worker());
    await app.sql(
      `insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, source, created_by) values ($1, gen_random_uuid(), $2, 'membership', $3, 'care_team', '{identity}', 'system', $3)`,
      [personId, team.council.id, leaver.membershipId],
    );
    expect(await owned(leaver)).toEqual([['helper', 1]]);
    expect(wordsOf((await admin().get(`/people-and-access/${leaver.membershipId}/end`)).text)).toMatch(/Omar Siddiqui is in the circle of 1 person by name/);
    await end(leaver).expect(204);
  });

  it('nothing of what is sealed is counted', async () => {
    const leaver = await aLeaver('Harriet Moss');
    const personId = await register(worker());
    await openCase(worker(), personId);
    const { plan } = await draft(await leaver.signIn(), personId);
    expect(await owned(leaver)).toEqual([['draft', 1]]);
    await app.sql('update plan_version set sealed_to = array[$2::uuid] where id = $1', [plan?.id, leaver.userId]);
    expect(await owned(leaver)).toEqual([]);
  });
});

describe('Whose things they are', () => {
  it('is read by managers of those whom they may open only: another organisation’s manager finds nobody', async () => {
    const leaver = await aLeaver('Gary Tull');
    await ledBy(leaver);
    const elsewhere = await (await aWorker(app, await anOrganisation(app), { roles: ['team_manager'] })).signIn();
    for (const path of [`/workers/${leaver.userId}/hand-on`, `/api/workers/${leaver.userId}/hand-on`]) {
      await elsewhere.get(path).expect(404);
      for (const other of [admin(), worker()]) await other.get(path).expect(403);
    }
    const seen = await handed(leaver);
    const [line] = await app.sql<{ persons: string[] }>(`select person_ids as persons from audit_event where subject = 'HandOn' and organisation_id = $1 order by seq desc limit 1`, [team.council.id]);
    expect(line?.persons).toEqual([...new Set(seen.map(({ personId }) => personId))]);
  });

  it('and another organisation’s administrator counts nothing of them', async () => {
    const leaver = await aLeaver('Leanne Fox');
    await ledBy(leaver);
    const elsewhere = await (await aWorker(app, await anOrganisation(app), { roles: ['org_admin'] })).signIn();
    await elsewhere.get(`/api/colleagues/${leaver.membershipId}/owned`).expect(404);
  });
});
