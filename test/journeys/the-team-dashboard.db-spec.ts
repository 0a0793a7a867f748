import { newId } from '@app/kernel';
import { DateTime } from 'luxon';
import type { DashboardItem } from '../../apps/server/src/dashboard/dashboard.api';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { aService } from '../support/services';
import { anOrganisation, aWorker } from '../support/staff';
import { openCase, peopleOn, register, wordsOf } from './people';
import { inDays } from './plans';
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
  await app.sql(`update coordination_case set next_review_on = current_date + 5 where person_id = any ($1)`, [[people.jo[1], people.waiting[0]]]);
  await app.sql(`update coordination_case set next_review_on = current_date + 20 where person_id = $1`, [people.jo[2]]);
  for (const person of [...people.jo, ...people.waiting]) await app.sql('select refresh_person_access($1)', [person]);
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
      { userId: team.jo.userId, name: 'Jo Whitcombe', employers: ['Marlshire County Council'], cases: 3, points: 6, capacity: 4, quiet: 1, review: 1, reviewInWeek: 1, reviewInMonth: 1 },
      { userId: team.priya.userId, name: 'Priya Nair', employers: ['Marl Valley Trust'], cases: 1, points: 2, capacity: null, quiet: 0, review: 0, reviewInWeek: 0, reviewInMonth: 0 },
    ]);
    const words = wordsOf((await denise.get('/dashboard').expect(200)).text);
    expect(words).toContain('Jo Whitcombe has 2 points more than agreed.');
    expect(words).toMatch(/Jo Whitcombe, Marlshire County Council/);
  });

  it('goes from there to the huddle of the team', async () => {
    expect((await denise.get('/dashboard').expect(200)).text).toContain(`href="/huddles?team=${team.id}"`);
    expect((await denise.get(`/huddles?team=${team.id}`).expect(200)).text).toContain('Begin, and chair it');
  });

  it('I17: every number of the page is a link to a list of exactly so many people', async () => {
    const { text } = await denise.get(`/dashboard?team=${team.id}`).expect(200);
    const links = [...text.matchAll(/href="(\/caseload[^"]*)"[^>]*>(?:<span[^>]*>)?([\d,]+)</g)].map((found) => [(found[1] ?? '').replaceAll('&amp;', '&'), Number(found[2])] as const);
    expect(links.length).toBeGreaterThan(12);
    expect(links.map(([href]) => href)).toEqual(expect.arrayContaining([`/caseload?reviewDue=week&team=${team.id}`, `/caseload?reviewDue=month&team=${team.id}`]));
    for (const [href, number] of links) {
      expect([href, (await listed(href.split('?')[1] ?? '')).total]).toEqual([href, number]);
      const page = await denise.get(href).expect(200);
      expect([href, peopleOn(page.text).length]).toEqual([href, number]);
    }
  });

  it('I18: a measure comes out the same when it is computed twice: again, key worker by key worker, and by hand from the rows behind it', async () => {
    const first = await dashboard();
    expect(await dashboard()).toEqual({ ...first, at: expect.any(String) as string });
    const { items } = (await denise.get('/api/caseload?limit=50').expect(200)).body as { items: { keyWorker: string | null; nextReviewOn: string | null; contactDueOn: string | null }[] };
    const between = (days: (string | null)[], from: string, to: string): number => days.filter((day) => day !== null && day >= from && day <= to).length;
    const reviews = items.map(({ nextReviewOn }) => nextReviewOn);
    const byHand = {
      open: items.length, waiting: items.filter(({ keyWorker }) => keyWorker === null).length, reviewOverdue: between(reviews, '0001-01-01', inDays(-1)),
      reviewInWeek: between(reviews, inDays(0), inDays(7)), reviewInMonth: between(reviews, inDays(8), inDays(28)), quiet: between(items.map(({ contactDueOn }) => contactDueOn), '0001-01-01', inDays(-1)),
    };
    expect(first.counts).toMatchObject(byHand);
    const unled = items.filter(({ keyWorker }) => keyWorker === null).map(({ nextReviewOn }) => nextReviewOn);
    const led = (name: 'cases' | 'review' | 'reviewInWeek' | 'reviewInMonth'): number => (first.keyWorkers ?? []).reduce((sum, worker) => sum + worker[name], 0);
    expect({ cases: led('cases') + unled.length, review: led('review') + between(unled, '0001-01-01', inDays(-1)), week: led('reviewInWeek') + between(unled, inDays(0), inDays(7)), month: led('reviewInMonth') + between(unled, inDays(8), inDays(28)) })
      .toEqual({ cases: byHand.open, review: byHand.reviewOverdue, week: byHand.reviewInWeek, month: byHand.reviewInMonth });
    expect([byHand.waiting, byHand.reviewOverdue, byHand.reviewInWeek, byHand.quiet]).toEqual([2, 1, 2, 1]);
  });

  it('I17: nobody is counted whom the reader could not list', async () => {
    const everyone = await listed('');
    expect(everyone.ids).not.toContain(people.hidden);
    expect((await dashboard()).counts).toEqual({ open: everyone.total, waiting: 2, lacking: 0, staleSuggestions: 0, reviewOverdue: 1, reviewInWeek: 2, reviewInMonth: 1, reviewPaused: 0, quiet: 1 });
    const stranger = await (await aWorker(app, await anOrganisation(app), { roles: ['team_manager'] })).signIn();
    expect((await stranger.get('/api/dashboards/team')).body).toMatchObject({ counts: { open: 0, waiting: 0, lacking: 0, staleSuggestions: 0, reviewOverdue: 0, reviewInWeek: 0, reviewInMonth: 0, reviewPaused: 0, quiet: 0 }, keyWorkers: [], waiting: [], team: null });
    expect(wordsOf((await stranger.get(`/dashboard?team=${team.id}`).expect(200)).text)).toContain('Charts appear when the first case is open');
  });

  it('I20: sees those whose review could not be held as a number and a list of their own, none of them overdue; whoever may not read the review does not count it', async () => {
    const [person = ''] = people.priya;
    const reviews = `/api/people/${person}/reviews`;
    const { id } = (await jo.send('post', reviews, { occasion: 'time', mode: 'meeting', startsAt: `${inDays(1)}T10:00` }).expect(201)).body as { id: string };
    await jo.send('post', `${reviews}/${id}/invitations`, { fullPart: 'yes', send: true, who: [{ key: `organisation:${team.trust.id}`, invite: 'no', because: 'confidential' }] }).set('If-Match', '"2"').expect(200);
    const { rowVersion } = (await app.sql<{ rowVersion: number }>('select row_version as "rowVersion" from review where id = $1', [id]))[0] ?? { rowVersion: 0 };
    await jo.send('post', `${reviews}/${id}/moves`, { to: 'paused_unable', returnBy: inDays(40), because: 'She is in hospital' }).set('If-Match', `"${rowVersion}"`).expect(200);
    expect((await dashboard()).counts).toMatchObject({ reviewPaused: 1, reviewOverdue: 1 });
    expect(await listed('reviewDue=paused')).toEqual({ total: 1, ids: [person] });
    expect((await listed('view=review')).ids).not.toContain(person);
    const words = wordsOf((await denise.get('/dashboard').expect(200)).text);
    expect(words).toContain('1 could not be held, and somebody comes back to it');
    expect(wordsOf((await denise.get('/caseload?reviewDue=paused').expect(200)).text)).toContain('Only people whose review could not be held');
    expect((await priya.get('/api/caseload?reviewDue=paused').expect(200)).body).toMatchObject({ total: 0, items: [] });
  });

  it('sees who waits for a key worker, whoever waits longest first, and names one from there', async () => {
    const { waiting } = await dashboard();
    expect(waiting?.map(({ personId }) => personId)).toEqual([...people.waiting].reverse());
    const page = await denise.get('/dashboard/waiting').expect(200);
    expect([...page.text.matchAll(/href="\/cases\/([0-9a-f-]{36})\/key-worker"/g)].map((found) => found[1])).toEqual(waiting?.map(({ caseId }) => caseId));
    expect(wordsOf(page.text)).toContain('2 people wait, the longest for 1 day.');
    expect((await listed('view=waiting')).ids).toEqual([...people.waiting].sort());
  });

  it('sees what was opened and closed each week, and who that was', async () => {
    const { weeks } = await dashboard('?weeks=6');
    expect(weeks).toHaveLength(6);
    const monday = DateTime.now().setZone('Europe/London').startOf('week').toISODate();
    expect(weeks?.at(-1)).toEqual({ week: monday, opened: 6, closed: 0 });
    const flow = (await denise.get(`/api/dashboards/team/flow?change=opened&week=${monday}`).expect(200)).body as { items: { personId: string }[] };
    expect(flow.items.map(({ personId }) => personId).sort()).toEqual([...people.jo, ...people.priya, ...people.waiting].sort());
    expect(peopleOn((await denise.get(`/dashboard/flow?change=opened&week=${monday}`).expect(200)).text)).toHaveLength(6);
    await denise.get('/dashboard/flow?change=nonsense').expect(303);
  });

  it('sees for whose plan a suggestion waits too long, as a number and as a list', async () => {
    const [person = ''] = people.priya;
    const readBy = async (organisation: string, audience: string): Promise<void> => void (await app.sql(
      `insert into plan_suggestion (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, kind, text, voice, author_name)
       values ($1, gen_random_uuid(), $2, 'plan', $3, true, $4, 'ui', 'need', 'Company at midday', 'professional', 'Somebody')`, [person, organisation, audience, newId()],
    ));
    await readBy(team.council.id, 'internal');
    const age = (days: number) => app.sql(`update plan_suggestion set created_at = now() - make_interval(days => $2::integer) where person_id = $1`, [person, days]);
    await age(6);
    expect((await dashboard()).counts.staleSuggestions).toBe(0);
    await age(8);
    expect((await dashboard()).counts.staleSuggestions).toBe(1);
    expect(await listed('staleSuggestion=yes')).toEqual({ total: 1, ids: [person] });
    expect(wordsOf((await denise.get('/caseload?staleSuggestion=yes').expect(200)).text)).toContain('Only people for whose plan a suggestion waits too long');
    expect((await denise.get('/dashboard').expect(200)).text).toContain('href="/caseload?staleSuggestion=yes"');
    // One that the reader may not read is not counted.
    await app.sql(`update plan_suggestion set owner_organisation_id = $2 where person_id = $1`, [person, team.trust.id]);
    expect((await dashboard()).counts.staleSuggestions).toBe(0);
    await app.sql(`update plan_suggestion set state = 'withdrawn', owner_organisation_id = $2 where person_id = $1`, [person, team.council.id]);
    expect((await dashboard()).counts.staleSuggestions).toBe(0);
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

describe('The tables of the dashboard as files', () => {
  const file = async (query: string): Promise<string[]> => {
    const answer = await denise.get(`/dashboard.csv?${query}`).expect(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': expect.stringContaining('no-store') as string });
    return answer.text.trim().split('\r\n');
  };

  it('hold the numbers of the page, by employer and never by colleague', async () => {
    const shared = await file('table=shared');
    expect(shared[1]).toMatch(/^Marl Valley Trust,1,1,2,,0,0,0,0$/);
    expect(shared[2]).toMatch(/^Marlshire County Council,1,3,6,4,1,1,1,1$/);
    expect(shared.join()).not.toContain('Whitcombe');
    expect(await file('table=referrals')).toEqual(['Referrals,Wait,Answer late', 'Came to us,0,0', 'Sent by us,0,0']);
    expect((await file('table=weeks&weeks=6')).slice(-1)[0]).toMatch(/^\d{4}-\d\d-\d\d,6,0$/);
  });

  it('input 20: a name that a spreadsheet would compute is text in the file', async () => {
    await app.sql(`update person set given = '=HYPERLINK("https://evil.example")' where person_id = $1`, [people.waiting[1]]);
    const [, first] = await file('table=waiting');
    expect(first).toMatch(/^"'=HYPERLINK\(""https:\/\/evil.example""\) /);
    await app.sql(`update person set given = 'Given' where person_id = $1`, [people.waiting[1]]);
  });

  it('are written down as taken away, with everybody who stands in them, and nobody else gets them', async () => {
    await file('table=waiting');
    const [event] = await app.sql<{ person_ids: string[] }>(`select person_ids from audit_event where user_id = $1 and action = 'export' and subject = 'Dashboard/waiting' order by seq desc limit 1`, [team.denise.userId]);
    expect(event?.person_ids.sort()).toEqual([...people.waiting].sort());
    await jo.get('/dashboard.csv?table=waiting').expect(403);
    await denise.get('/dashboard.csv').expect(303);
    await app.sql(`update membership set staff_type = 'volunteer' where id = $1`, [team.denise.membershipId]);
    await denise.get('/dashboard.csv?table=weeks').expect(403);
    await app.sql(`update membership set staff_type = 'employed' where id = $1`, [team.denise.membershipId]);
  });
});

it('referrals that wait are counted on both sides, and each number opens exactly those', async () => {
  const service = await aService(app, team.trust, { name: 'Falls class' });
  const refer = async (personId: string): Promise<string> =>
    ((await jo.send('post', `/api/people/${personId}/referrals`, { needDomain: 'body', needText: 'Balance', whyNow: 'Fell', agreedHow: 'in_person', serviceId: service }).expect(201)).body as { id: string }).id;
  const late = await refer(people.jo[0] ?? '');
  await refer(people.jo[1] ?? '');
  await app.sql('update referral set answer_by = current_date - 1 where id = $1', [late]);
  const { referrals } = await dashboard();
  expect(referrals).toEqual({ received: { waiting: 0, late: 0 }, sent: { waiting: 2, late: 1 } });
  const page = await denise.get('/dashboard').expect(200);
  const links = [...page.text.matchAll(/href="(\/referrals\?[^"]*)"[^>]*>(?:<span[^>]*>)?(\d+)</g)].map((found) => [(found[1] ?? '').replaceAll('&amp;', '&'), Number(found[2])] as const);
  expect(links.map(([, number]) => number).sort()).toEqual([0, 1, 2]);
  for (const [href, number] of links) {
    const { items } = (await denise.get(`/api${href}`).expect(200)).body as { items: { id: string }[] };
    expect([href, items.length]).toEqual([href, number]);
    expect([href, [...(await denise.get(href).expect(200)).text.matchAll(/<li id="referral-/g)].length]).toEqual([href, number]);
  }
});

describe('A panel that cannot be read', () => {
  const permission = (act: 'revoke' | 'grant', table: string): Promise<unknown> => app.sql(`${act} select on ${table} ${act === 'revoke' ? 'from' : 'to'} onestory_app`);

  it('says so, and the others are still there', async () => {
    // Its own column: the bell of every page asks of a referral who received it.
    await app.sql('alter table referral rename column answer_by to answered_by');
    try {
      const words = wordsOf((await denise.get('/dashboard').expect(200)).text);
      expect(words.match(/Not available now/g)).toHaveLength(2);
      expect(words).toMatch(/Referrals waiting Not available now/);
      expect(words).toContain('Jo Whitcombe has 2 points more than agreed.');
      expect(words).toMatch(/cases were opened and 0 closed/);
      expect(await dashboard()).toMatchObject({ referrals: null, counts: { waiting: 2 }, weeks: expect.any(Array) as unknown[] });
      expect(app.log.some((line) => line.includes('a panel could not be read'))).toBe(true);
    } finally {
      await app.sql('alter table referral rename column answered_by to answer_by');
    }
  });

  it('leaves what was read beside it in the audit', async () => {
    await permission('revoke', 'state_transition');
    try {
      const [before] = await app.sql<{ n: string }>(`select count(*) as n from audit_event where user_id = $1 and subject = 'Waiting'`, [team.denise.userId]);
      expect(await dashboard()).toMatchObject({ weeks: null, referrals: expect.any(Object) as object });
      const [after] = await app.sql<{ n: string }>(`select count(*) as n from audit_event where user_id = $1 and subject = 'Waiting'`, [team.denise.userId]);
      expect(Number(after?.n)).toBe(Number(before?.n) + 1);
    } finally {
      await permission('grant', 'state_transition');
    }
  });
});

it('what an administrator wrote down as agreed is what the dashboard holds against, and a change that does not speak of it leaves it', async () => {
  const admin = await (await aWorker(app, team.council, { roles: ['org_admin'] })).signIn();
  const change = (version: number, more: object) => admin.send('patch', `/api/colleagues/${team.jo.membershipId}`, { jobTitle: 'Social worker', roles: ['practitioner'], teamIds: [], keyWorkerTrained: true, ...more }).set('If-Match', `"${version}"`);
  expect((await change(1, { capacityPoints: 44 }).expect(200)).body).toMatchObject({ capacityPoints: 44 });
  expect((await dashboard()).keyWorkers?.[0]).toMatchObject({ name: 'Jo Whitcombe', capacity: 44 });
  expect((await change(2, {}).expect(200)).body).toMatchObject({ capacityPoints: 44 });
  expect((await admin.get(`/people-and-access/${team.jo.membershipId}`)).text).toMatch(/id="capacityPoints"[^>]*value="44"/);
  await change(3, { capacityPoints: 0 }).expect(422);
});

it('who was listed on a dashboard is written down', async () => {
  await dashboard();
  const [event] = await app.sql<{ person_ids: string[] }>(`select person_ids from audit_event where user_id = $1 and action = 'list' and subject = 'Waiting' order by seq desc limit 1`, [team.denise.userId]);
  expect(event?.person_ids.sort()).toEqual([...people.waiting].sort());
});

describe('A case is opened for a team of several employers', () => {
  const opened = async (more: Record<string, string>): Promise<string> => {
    const personId = await register(jo);
    await jo.submit(`/people/${personId}/case/new`, { reason: 'Falls at home', ...more }).expect(303);
    return personId;
  };

  it('on the page, where the worker’s own team is chosen: the person’s page names it, and its dashboard counts the case', async () => {
    const before = (await dashboard(`?team=${team.id}`)).counts.open ?? 0;
    const form = await jo.get(`/people/${await register(jo)}/case/new`).expect(200);
    expect(form.text).toMatch(new RegExp(`<option value="${team.id}" selected`));
    const personId = await opened({ integratedTeamId: team.id });
    const alone = await opened({ integratedTeamId: '' });
    expect(wordsOf((await jo.get(`/people/${personId}`)).text)).toContain(`Integrated ${team.id}`);
    expect((await jo.get(`/api/people/${personId}`)).body).toMatchObject({ case: { team: { id: team.id, name: `Integrated ${team.id}` } } });
    expect((await jo.get(`/api/people/${alone}`)).body).toMatchObject({ case: { team: null } });
    expect((await dashboard(`?team=${team.id}`)).counts.open).toBe(before + 1);
    expect((await listed(`team=${team.id}`)).ids).toContain(personId);
    expect((await listed(`team=${team.id}`)).ids).not.toContain(alone);
  });

  it('and never for a team of others', async () => {
    const strangers = await aTeamOfTwoEmployers(app);
    const personId = await register(jo);
    const answer = await jo.send('post', `/api/people/${personId}/case`, { reason: 'Falls', integratedTeamId: strangers.id }).expect(422);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/integratedTeamId', code: 'team.notOurs' }] });
    expect((await jo.get(`/people/${personId}/case/new`)).text).not.toContain(strangers.id);
  });
});
