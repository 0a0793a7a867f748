import { DateTime } from 'luxon';
import type { DashboardItem } from '../../apps/server/src/dashboard/dashboard.api';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker } from '../support/staff';
import { openCase, peopleOn, register, wordsOf } from './people';
import { addToCircle, aTeamOfTwoEmployers, type IntegratedTeam } from './round';

let app: TestApp;
let team: IntegratedTeam;
let denise: Visitor;
let jo: Visitor;
let priya: Visitor;
const people: { jo: string[]; priya: string[]; waiting: string[]; hidden: string } = { jo: [], priya: [], waiting: [], hidden: '' };

beforeAll(async () => {
  app = await startTestApp();
  team = await aTeamOfTwoEmployers(app);
  [denise, jo, priya] = (await Promise.all([team.denise, team.jo, team.priya].map((one) => one.signIn()))) as [Visitor, Visitor, Visitor];
  await app.sql('update membership set capacity_points = 4 where id = $1', [team.jo.membershipId]);
  for (const complexity of ['complex', 'usual', 'light']) people.jo.push(await aCase({ keyWorkerMembershipId: team.jo.membershipId, complexity }));
  people.priya.push(await aCase({ keyWorkerMembershipId: team.priya.membershipId }));
  for (const n of [0, 1]) people.waiting.push(await aCase({}, n));
  // Quiet and overdue, and somebody whom only the trust knows.
  await app.sql(`update coordination_case set opened_at = now() - interval '60 days', next_review_on = current_date - 3 where person_id = $1`, [people.jo[0]]);
  await app.sql('select refresh_person_access($1)', [people.jo[0]]);
  people.hidden = await register(priya);
  await openCase(priya, people.hidden, { keyWorkerMembershipId: team.priya.membershipId });
});
afterAll(() => app.close());

async function aCase(command: Record<string, unknown>, daysAgo = 0): Promise<string> {
  const personId = await register(jo);
  await addToCircle(jo, personId, { organisationId: team.trust.id, teamId: team.therapy, does: 'Therapy', categories: ['about_me', 'circle', 'plan', 'contacts'] });
  const caseId = await openCase(jo, personId, command);
  await app.sql(`update coordination_case set integrated_team_id = $1, opened_at = opened_at - $3 * interval '1 day' where id = $2`, [team.id, caseId, daysAgo]);
  return personId;
}

const dashboard = async (query = ''): Promise<DashboardItem> => (await denise.get(`/api/dashboards/team${query}`).expect(200)).body as DashboardItem;
const listed = async (query: string): Promise<{ total: number; ids: string[] }> => {
  const { items, total } = (await denise.get(`/api/caseload?${query}`).expect(200)).body as { items: { personId: string }[]; total: number };
  return { total, ids: items.map(({ personId }) => personId).sort() };
};

describe('A team manager', () => {
  it('sees who leads how many people, against what was agreed, across employers', async () => {
    const { keyWorkers } = await dashboard();
    expect(keyWorkers).toEqual([
      { userId: team.jo.userId, name: 'Jo Whitcombe', employers: ['Marlshire County Council'], cases: 3, points: 6, capacity: 4, quiet: 1, review: 1 },
      { userId: team.priya.userId, name: 'Priya Nair', employers: ['Marl Valley Trust'], cases: 1, points: 2, capacity: null, quiet: 0, review: 0 },
    ]);
    const words = wordsOf((await denise.get('/dashboard').expect(200)).text);
    expect(words).toContain('Jo Whitcombe has 2 points more than agreed.');
    expect(words).toMatch(/Jo Whitcombe, Marlshire County Council/);
  });

  it('I17: every number of the page is a link to a list of exactly so many people', async () => {
    const { text } = await denise.get(`/dashboard?team=${team.id}`).expect(200);
    const links = [...text.matchAll(/href="(\/caseload[^"]*)"[^>]*>(?:<span[^>]*>)?([\d,]+)</g)].map((found) => [(found[1] ?? '').replaceAll('&amp;', '&'), Number(found[2])] as const);
    expect(links.length).toBeGreaterThan(8);
    for (const [href, number] of links) {
      expect([href, (await listed(href.split('?')[1] ?? '')).total]).toEqual([href, number]);
      const page = await denise.get(href).expect(200);
      expect([href, peopleOn(page.text).length]).toEqual([href, number]);
    }
  });

  it('I17: nobody is counted whom the reader could not list', async () => {
    const everyone = await listed('');
    expect(everyone.ids).not.toContain(people.hidden);
    expect((await dashboard()).counts).toEqual({ open: everyone.total, waiting: 2, lacking: 0, reviewOverdue: 1, quiet: 1 });
    const stranger = await (await aWorker(app, await anOrganisation(app), { roles: ['team_manager'] })).signIn();
    expect((await stranger.get('/api/dashboards/team')).body).toMatchObject({ counts: { open: 0, waiting: 0, lacking: 0, reviewOverdue: 0, quiet: 0 }, keyWorkers: [], waiting: [], team: null });
    expect(wordsOf((await stranger.get(`/dashboard?team=${team.id}`).expect(200)).text)).toContain('Charts appear when the first case is open');
  });

  it('sees who waits for a key worker, whoever waits longest first, and names one from there', async () => {
    const { waiting } = await dashboard();
    expect(waiting.map(({ personId }) => personId)).toEqual([...people.waiting].reverse());
    const page = await denise.get('/dashboard/waiting').expect(200);
    expect([...page.text.matchAll(/href="\/cases\/([0-9a-f-]{36})\/key-worker"/g)].map((found) => found[1])).toEqual(waiting.map(({ caseId }) => caseId));
    expect(wordsOf(page.text)).toContain('2 people wait, the longest for 1 day.');
    expect((await listed('view=waiting')).ids).toEqual([...people.waiting].sort());
  });

  it('sees what was opened and closed each week, and who that was', async () => {
    const { weeks } = await dashboard('?weeks=6');
    expect(weeks).toHaveLength(6);
    const monday = DateTime.now().setZone('Europe/London').startOf('week').toISODate();
    expect(weeks.at(-1)).toEqual({ week: monday, opened: 6, closed: 0 });
    const flow = (await denise.get(`/api/dashboards/team/flow?change=opened&week=${monday}`).expect(200)).body as { items: { personId: string }[] };
    expect(flow.items.map(({ personId }) => personId).sort()).toEqual([...people.jo, ...people.priya, ...people.waiting].sort());
    expect(peopleOn((await denise.get(`/dashboard/flow?change=opened&week=${monday}`).expect(200)).text)).toHaveLength(6);
    await denise.get('/dashboard/flow?change=nonsense').expect(303);
  });

  it('finds in the queue of gaps whoever’s key worker can be that no longer', async () => {
    await app.sql('update membership set key_worker_trained = false where id = $1', [team.priya.membershipId]);
    expect((await dashboard()).counts.lacking).toBe(1);
    expect((await listed('lacking=yes')).ids).toEqual(people.priya);
    await app.sql('update membership set key_worker_trained = true where id = $1', [team.priya.membershipId]);
    await app.sql(`update relationship set ends = now() where person_id = $1 and organisation_id = $2`, [people.priya[0], team.trust.id]);
    await app.sql('select refresh_person_access($1)', [people.priya[0]]);
    expect((await listed('lacking=yes')).ids).toEqual(people.priya);
  });
});

it('what an administrator wrote down as agreed is what the dashboard holds against, and a change that does not speak of it leaves it', async () => {
  const admin = await (await aWorker(app, team.council, { roles: ['org_admin'] })).signIn();
  const change = (version: number, more: object) => admin.send('patch', `/api/colleagues/${team.jo.membershipId}`, { jobTitle: 'Social worker', roles: ['practitioner'], teamIds: [], keyWorkerTrained: true, ...more }).set('If-Match', `"${version}"`);
  expect((await change(1, { capacityPoints: 44 }).expect(200)).body).toMatchObject({ capacityPoints: 44 });
  expect((await dashboard()).keyWorkers[0]).toMatchObject({ name: 'Jo Whitcombe', capacity: 44 });
  expect((await change(2, {}).expect(200)).body).toMatchObject({ capacityPoints: 44 });
  expect((await admin.get(`/people-and-access/${team.jo.membershipId}`)).text).toMatch(/id="capacityPoints"[^>]*value="44"/);
  await change(3, { capacityPoints: 0 }).expect(422);
});

it('who was listed on a dashboard is written down', async () => {
  await dashboard();
  const [event] = await app.sql<{ person_ids: string[] }>(`select person_ids from audit_event where user_id = $1 and action = 'list' and subject = 'Waiting' order by seq desc limit 1`, [team.denise.userId]);
  expect(event?.person_ids.sort()).toEqual([...people.waiting].sort());
});
