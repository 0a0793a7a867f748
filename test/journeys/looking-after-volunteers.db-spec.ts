import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';
import { codes, wordsOf } from './people';
import { aTeamOfTwoEmployers } from './round';

let app: TestApp;
let ageWell: TestOrganisation;
let delphine: TestWorker;
let mo: Visitor;
beforeAll(async () => {
  app = await startTestApp();
  ageWell = await anOrganisation(app, { sector: 'vcse', accessScope: 'named' });
  delphine = await aWorker(app, ageWell, { name: 'Delphine Carter' });
  mo = await (await aWorker(app, ageWell, { name: 'Mo Brennan', roles: ['org_admin'] })).signIn();
});
afterAll(() => app?.close());

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const parts = (name: string, day: string): Record<string, string> => Object.fromEntries(['year', 'month', 'day'].map((part, n) => [`${name}[${part}]`, day.split('-')[n] ?? '']));
const looked = (more: object = {}): Record<string, unknown> => ({ supervisorId: delphine.membershipId, dbsLevel: 'enhanced', dbsOn: inDays(-100), endsOn: inDays(300), ...more });
const joan = (more: object = {}): Record<string, unknown> => ({ name: 'Joan Whittle', email: `${newId().slice(-12)}@example.org`, jobTitle: 'Visitor', roles: ['practitioner'], staffType: 'volunteer', ...more });
const invite = (command: Record<string, unknown>) => mo.send('post', '/api/colleagues', command);
const invited = async (more: object = {}): Promise<string> => ((await invite(joan(looked(more))).expect(201)).body as { id: string }).id;
const colleague = async (id: string): Promise<Record<string, unknown>> => (await mo.get(`/api/colleagues/${id}`).expect(200)).body as Record<string, unknown>;
const change = (id: string, version: number, more: object = {}) => mo.send('patch', `/api/colleagues/${id}`, { jobTitle: 'Visitor', roles: ['practitioner'], ...more }).set('If-Match', `"${version}"`);

describe('A volunteer is invited', () => {
  it('with somebody who answers for them, a check and a last day: on the page as in JSON', async () => {
    expect(codes((await invite(joan())).body)).toEqual(['/supervisorId required', '/dbsLevel required', '/dbsOn required', '/endsOn required']);
    const form = { ...joan({ email: 'joan@example.org' }), roles: 'practitioner', supervisorId: delphine.membershipId, dbsLevel: 'basic', ...parts('dbsOn', inDays(-1)), ...parts('endsOn', '') };
    const again = await mo.submit('/people-and-access/invite', form);
    expect([again.status, wordsOf(again.text)]).toEqual([422, expect.stringContaining('Enter the last day of this volunteer')]);
    expect(again.text).toMatch(new RegExp(`value="${delphine.membershipId}" selected`));
    await mo.submit('/people-and-access/invite', { ...form, ...parts('endsOn', inDays(300)) }).expect(200);
    const [row] = await app.sql(`select staff_type, dbs_level, supervisor_id from membership m join user_account u on u.id = m.user_id where u.email = 'joan@example.org'`);
    expect(row).toEqual({ staff_type: 'volunteer', dbs_level: 'basic', supervisor_id: delphine.membershipId });
    expect(await colleague(await invited())).toMatchObject({ supervisor: { name: 'Delphine Carter' }, dbsLevel: 'enhanced', dbsOn: inDays(-100), endsOn: inDays(300) });
  });

  it('and not with another volunteer, a stranger or themselves to answer for them, nor for longer than two years', async () => {
    const [volunteer, stranger] = [await invited(), await aWorker(app, await anOrganisation(app))];
    for (const supervisorId of [volunteer, stranger.membershipId, newId()]) expect(codes((await invite(joan(looked({ supervisorId })))).body)).toEqual(['/supervisorId choice']);
    expect(codes((await change(volunteer, 1, { supervisorId: volunteer })).body)).toEqual(['/supervisorId choice']);
    expect(codes((await invite(joan(looked({ endsOn: inDays(800) })))).body)).toEqual(['/endsOn volunteer.tooLong']);
  });

  it('never to lead a team or to be a key worker, and what stands is not cleared', async () => {
    const id = await invited();
    expect(codes((await change(id, 1, { roles: ['team_manager'], keyWorkerTrained: true })).body)).toEqual(['/roles volunteer.leads', '/keyWorkerTrained volunteer.leads']);
    expect(codes((await change(id, 1, { supervisorId: null, endsOn: null })).body)).toEqual(['/supervisorId required', '/endsOn required']);
    await change(id, 1, { endsOn: inDays(400) }).expect(200);
    expect(await colleague(id)).toMatchObject({ endsOn: inDays(400), supervisor: { name: 'Delphine Carter' }, dbsLevel: 'enhanced' });
  });

  it('the database itself takes no volunteer without them, whatever the application says', async () => {
    const volunteer = await aWorker(app, ageWell, { staffType: 'volunteer' });
    expect(codes((await change(volunteer.membershipId, 1)).body)).toContain('/supervisorId required');
    // Somebody from before, who has none of it, can be let go.
    await mo.send('post', `/api/colleagues/${volunteer.membershipId}/end`).set('If-Match', '"1"').expect(204);
  });
});

it('a volunteer neither leads a case nor stands in for who does, by JSON either, even where the record of their training says that they could', async () => {
  const team = await aTeamOfTwoEmployers(app);
  const volunteer = await aWorker(app, team.council, { staffType: 'volunteer', keyWorkerTrained: true, teamIds: [] });
  const [jo, denise] = [await team.jo.signIn(), await team.denise.signIn()];
  const personId = ((await jo.send('post', '/api/people', { given: 'Ada', family: 'Cole', birthDate: '1944-05-03', nhsNumberAbsentBecause: 'other' }).expect(201)).body as { personId: string }).personId;
  const caseId = ((await jo.send('post', `/api/people/${personId}/case`, { reason: 'Falls', keyWorkerMembershipId: team.jo.membershipId }).expect(201)).body as { id: string }).id;
  await app.sql('update coordination_case set integrated_team_id = $1 where id = $2', [team.id, caseId]);
  const cover = await denise.send('post', `/api/workers/${team.jo.userId}/cover`, { membershipId: volunteer.membershipId, until: inDays(10) });
  expect([cover.status, codes(cover.body)]).toEqual([422, ['/membershipId keyWorker.notMember']]);
  const lead = await denise.send('post', `/api/cases/${caseId}/key-worker/handover`, { membershipId: volunteer.membershipId, because: 'knows_them', reason: 'left_org', personToldOn: inDays(-1) });
  expect([lead.status, codes(lead.body)]).toEqual([422, ['/membershipId keyWorker.notMember']]);
  expect(await app.sql('select 1 from key_worker_assignment where membership_id = $1', [volunteer.membershipId])).toEqual([]);
});

describe('The administrator is warned', () => {
  const home = async (): Promise<string> => wordsOf((await mo.get('/people-and-access').expect(200)).text);
  const named = (words: string): Promise<string> => invited({ endsOn: inDays(300) }).then(async (id) => {
    await app.sql(`update user_account set name = $2 where id = (select user_id from membership where id = $1)`, [id, words]);
    return id;
  });

  it('thirty days, a week and a day before the last day, of an old check, and of a volunteer for whom nobody answers', async () => {
    const [near, next, old, alone, far] = [await named('Near Ending'), await named('Next Day'), await named('Old Check'), await named('All Alone'), await named('Far Off')];
    const until = (id: string, days: number): Promise<unknown[]> => app.sql(`update membership set ends = (($2::date + 1)::timestamp at time zone 'Europe/London') where id = $1`, [id, inDays(days)]);
    await until(near, 30);
    await until(next, 1);
    await until(far, 31);
    await app.sql(`update membership set dbs_on = current_date - interval '3 years 1 day' where id = $1`, [old]);
    await app.sql('update membership set supervisor_id = null where id = $1', [alone]);
    const page = await home();
    expect(page).toMatch(/To look at.*Next Day Their last day is [^,]+, tomorrow.*Near Ending Their last day is [^,]+, in 30 days/);
    expect(page).toMatch(/Old Check The DBS check is more than three years old/);
    expect(page).toMatch(/All Alone Nobody answers for this volunteer/);
    expect(page.split('Filter')[0]?.split('To look at')[1]).not.toContain('Far Off');
  });

  it('and whoever answers for volunteers leaves when somebody else does', async () => {
    const leaver = await aWorker(app, ageWell, { name: 'Val Hope' });
    const volunteer = await invited({ supervisorId: leaver.membershipId });
    const end = () => mo.submit(`/people-and-access/${leaver.membershipId}/end`, { _version: '1' }).redirects(0);
    const refused = await end();
    expect([refused.status, wordsOf(refused.text)]).toEqual([409, expect.stringContaining('Val Hope answers for 1 volunteer. First choose somebody else for what your organisation keeps')]);
    await change(volunteer, 1, { supervisorId: delphine.membershipId }).expect(200);
    expect((await end()).status).toBe(303);
  });
});

it('access ends at the second at which the last day is over', async () => {
  const volunteer = await aWorker(app, ageWell, { staffType: 'volunteer' });
  const browser = await volunteer.signIn();
  await mo.send('patch', `/api/colleagues/${volunteer.membershipId}`, { jobTitle: 'Visitor', roles: ['practitioner'], ...looked({ endsOn: '2027-03-27' }) }).set('If-Match', '"1"').expect(200);
  const [row] = await app.sql<{ ends: Date }>('select ends from membership where id = $1', [volunteer.membershipId]);
  expect(row?.ends.toISOString()).toBe('2027-03-28T00:00:00.000Z');
  const opens = async (): Promise<number> => (await browser.get('/api/me')).status;
  expect(await opens()).toBe(200);
  await app.sql('update membership set ends = clock_timestamp() where id = $1', [volunteer.membershipId]);
  expect(await opens()).toBe(401);
});
