import { windDownEnd } from '@app/care-teams';
import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker, type TestWorker } from '../support/staff';
import { codes, openCase, register, wordsOf } from './people';
import { addToCircle, aTeamOfTwoEmployers, keyWorkerOf, letIn, type IntegratedTeam } from './round';

let app: TestApp;
let team: IntegratedTeam;
let denise: Visitor;
let jo: Visitor;
let priya: Visitor;
let adaeze: TestWorker;

beforeAll(async () => {
  app = await startTestApp();
  team = await aTeamOfTwoEmployers(app);
  [denise, jo, priya] = (await Promise.all([team.denise, team.jo, team.priya].map((one) => one.signIn()))) as [Visitor, Visitor, Visitor];
  adaeze = await aWorker(app, team.council, { name: 'Adaeze Nwosu', keyWorkerTrained: true });
});
afterAll(() => app.close());

/** Whom Priya of the trust leads; in the trust only her team and, by a cover, one worker more may open them. */
async function led(lead: TestWorker = team.priya): Promise<{ personId: string; caseId: string }> {
  const personId = await register(jo);
  await addToCircle(jo, personId, { organisationId: team.trust.id, teamId: team.therapy, does: 'Therapy', categories: ['about_me', 'circle', 'plan', 'contacts'] });
  const caseId = await openCase(jo, personId, { keyWorkerMembershipId: lead.membershipId });
  await app.sql('update coordination_case set integrated_team_id = $1 where id = $2', [team.id, caseId]);
  return { personId, caseId };
}

const typeOf = (body: unknown): string => (body as { type: string }).type;
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const post = (by: Visitor, path: string, body: object = {}) => by.send('post', path, body);

describe('A key worker is ill', () => {
  let sick: TestWorker;
  let standIn: TestWorker;
  let standInAtWork: Visitor;
  let people: { personId: string; caseId: string }[];
  const cover = (by: Visitor = denise) => post(by, `/api/workers/${sick.userId}/cover`, { membershipId: standIn.membershipId, until: inDays(5) });

  beforeEach(async () => {
    sick = await aWorker(app, team.trust, { name: 'Zofia Mazur', teamIds: [team.therapy], keyWorkerTrained: true });
    standIn = await aWorker(app, team.trust, { name: 'Callum Reid', keyWorkerTrained: true });
    standInAtWork = await standIn.signIn();
    people = [await led(sick), await led(sick)];
  });

  it('and the whole caseload is covered in one act: who stands in opens everybody, the lead stays, and it ends', async () => {
    await standInAtWork.get(`/people/${people[0]?.personId}`).expect(404);
    const page = await denise.get(`/workers/${sick.userId}/cover`).expect(200);
    expect(page.text).toContain(standIn.membershipId);
    const answer = await denise.submit(`/workers/${sick.userId}/cover`, { membershipId: standIn.membershipId, 'until[day]': inDays(5).slice(8), 'until[month]': inDays(5).slice(5, 7), 'until[year]': inDays(5).slice(0, 4) });
    expect(answer.status).toBe(303);
    expect(wordsOf((await denise.get(`/workers/${sick.userId}/cover`)).text)).toMatch(/2 are covered.*Whom to tell/);
    for (const { personId, caseId } of people) {
      await standInAtWork.get(`/people/${personId}`).expect(200);
      expect(await keyWorkerOf(jo, caseId)).toMatchObject({ lead: { name: 'Zofia Mazur' }, cover: { name: 'Callum Reid' } });
      expect(wordsOf((await jo.get(`/people/${personId}`)).text)).toContain('away: ring Callum Reid');
    }
    expect((await denise.get('/api/dashboards/team')).body).toMatchObject({ covered: expect.arrayContaining([expect.objectContaining({ lead: 'Zofia Mazur', cover: 'Callum Reid', people: 2 })]) as unknown });
    await app.sql(`update relationship set ends = now() where basis = 'cover' and person_id = $1`, [people[0]?.personId]);
    await app.sql('select refresh_person_access($1)', [people[0]?.personId]);
    await standInAtWork.get(`/people/${people[0]?.personId}`).expect(404);
    await post(denise, `/api/workers/${sick.userId}/cover/end`).expect(204);
    await standInAtWork.get(`/people/${people[1]?.personId}`).expect(404);
    expect(await keyWorkerOf(jo, people[1]?.caseId ?? '')).toMatchObject({ lead: { name: 'Zofia Mazur' }, cover: null });
  });

  it('who stands in sees no more than the lead did, and no more than their own organisation was given', async () => {
    const [one] = people;
    await post(jo, `/api/people/${one?.personId}/contact-notes`, { text: 'quietwater', about: 'person', audience: 'circle', category: 'health' }).expect(201);
    await cover().expect(201);
    expect((await standInAtWork.get(`/people/${one?.personId}/timeline`).expect(200)).text).not.toMatch('quietwater');
    expect((await standInAtWork.get(`/api/people/${one?.personId}`)).body).toMatchObject({ youSee: expect.not.arrayContaining(['health']) as unknown });
  });

  it('whoever must not open a record does not by standing in, and a restricted person is covered in no list', async () => {
    const [excluding, restricted] = people;
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, sealed_to, source, created_by) values ($1, $2, $3, 'alleged_source_of_harm', '{}', 'ui', $3)`, [excluding?.personId, newId(), standIn.userId]);
    await app.sql('update person set restricted = true where person_id = $1', [restricted?.personId]);
    const refused = await cover();
    expect([refused.status, codes(refused.body)]).toEqual([422, ['/membershipId keyWorker.notMember']]);
    const page = (await denise.get(`/workers/${sick.userId}/cover`).expect(200)).text;
    expect(page).not.toContain(standIn.membershipId);
    for (const { personId } of people) await standInAtWork.get(`/people/${personId}`).expect(404);
  });

  it('who can be let in to nobody is not offered; of those who are not covered the list says who could be let in', async () => {
    const hospice = await anOrganisation(app, { name: 'Marl Hospice' });
    const ella = await aWorker(app, hospice, { name: 'Ella Grant', keyWorkerTrained: true });
    for (const { membershipId } of [ella, sick]) await app.sql('insert into integrated_team_member (integrated_team_id, membership_id, manages) values ($1, $2, false)', [team.id, membershipId]);
    const at = `/workers/${sick.userId}/cover`;
    const [year, month, day] = inDays(5).split('-') as [string, string, string];
    const choose = () => denise.submit(at, { membershipId: ella.membershipId, 'until[day]': day, 'until[month]': month, 'until[year]': year });
    expect((await denise.get(at).expect(200)).text).not.toContain('Ella Grant');
    expect(wordsOf((await choose().expect(422)).text)).toContain('whose organisation is in the circle');
    await addToCircle(jo, people[1]?.personId ?? '', { organisationId: hospice.id, does: 'Sits with her', categories: ['about_me', 'circle'] });
    expect(wordsOf((await denise.get(at)).text)).toMatch(/Ella Grant, Worker, Marl Hospice: with 1 of 2/);
    await choose().expect(303);
    expect(wordsOf((await denise.get(at)).text)).toMatch(/1 covered, 1 not: see below why.*Not covered\. May be let in: Callum Reid/);
  });

  it('whoever is away and covered themselves stands in for nobody, until they are back', async () => {
    const away = await aWorker(app, team.trust, { name: 'Priya Nair', teamIds: [team.therapy], keyWorkerTrained: true });
    await led(away);
    const theirs = `/api/workers/${away.userId}/cover`;
    await post(denise, theirs, { membershipId: standIn.membershipId, until: inDays(5) }).expect(201);
    const askAway = () => post(denise, `/api/workers/${sick.userId}/cover`, { membershipId: away.membershipId, until: inDays(5) });
    expect((await denise.get(`/workers/${sick.userId}/cover`).expect(200)).text).not.toContain(away.membershipId);
    expect((await askAway()).status).toBe(422);
    await post(denise, `${theirs}/end`).expect(204);
    await askAway().expect(201);
  });

  it('nobody who can be chosen may be let in: the list says so, and not why', async () => {
    const hospice = await anOrganisation(app);
    const [ella, finn] = [await aWorker(app, hospice, { keyWorkerTrained: true }), await aWorker(app, hospice, { keyWorkerTrained: true })];
    const personId = await register(jo);
    await addToCircle(jo, personId, { organisationId: hospice.id, does: 'Sits with her', categories: ['about_me', 'circle'] });
    await openCase(jo, personId, { keyWorkerMembershipId: ella.membershipId });
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, sealed_to, source, created_by) values ($1, $2, $3, 'alleged_source_of_harm', '{}', 'ui', $3)`, [personId, newId(), finn.userId]);
    const page = wordsOf((await denise.get(`/workers/${ella.userId}/cover`).expect(200)).text);
    expect(page).toMatch(/Nobody can stand in.*Not covered: nobody whom you can choose may be let in/);
    expect(page).not.toContain(finn.name);
  });

  it('what stood beside the lead ends with a handover, and what is over gives way to the next: each as a change of state of its own', async () => {
    const [handed, again] = people as [{ personId: string; caseId: string }, { personId: string; caseId: string }];
    const ends = (personId: string) => app.sql(
      `select t.entity, t.from_state as from, t.to_state as to, t.effective_at = w.ended_at as then, t.actor_name as by from state_transition t join key_worker_assignment w on w.person_id = t.person_id and w.id = t.entity_id
        where t.person_id = $1 and t.to_state = 'ended' and w.kind <> 'lead' order by t.entity`, [personId]);
    await cover().expect(201);
    await app.sql(
      `insert into key_worker_assignment (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, case_id, membership_id, kind, accepted_at) values ($1, $2, $3, 'identity', 'circle', true, $4, 'ui', $5, $6, 'co_worker', now())`,
      [handed.personId, newId(), team.trust.id, team.priya.userId, handed.caseId, team.priya.membershipId]);
    await post(denise, `/api/cases/${handed.caseId}/key-worker/handover`, { membershipId: team.priya.membershipId, because: 'knows_them', reason: 'long_absence', personToldOn: inDays(-1) }).expect(201);
    await post(priya, `/api/cases/${handed.caseId}/key-worker/accept`).expect(200);
    expect(await ends(handed.personId)).toEqual(['KeyWorkerAssignment', 'KeyWorkerCover'].map((entity) => ({ entity, from: 'accepted', to: 'ended', then: true, by: 'Priya Nair' })));
    await app.sql(`update key_worker_assignment set planned_end = now() - interval '1 hour' where person_id = $1 and kind = 'cover'`, [again.personId]);
    await cover().expect(201);
    expect(await ends(again.personId)).toEqual([{ entity: 'KeyWorkerCover', from: 'accepted', to: 'ended', then: true, by: 'Denise Marchetti' }]);
  });

  it('only a team manager arranges it, nobody lets in themselves, and twice changes nothing', async () => {
    expect((await cover(jo)).status).toBe(403);
    await cover().expect(201);
    expect((await cover()).body).toMatchObject({ covered: [], left: expect.arrayContaining([]) as unknown });
    const self = await post(denise, `/api/workers/${sick.userId}/cover`, { membershipId: team.denise.membershipId, until: inDays(2) });
    expect([self.status, (self.body as { errors: { code: string }[] }).errors[0]?.code]).toEqual([422, 'keyWorker.notMember']);
    expect((await post(denise, `/api/workers/${adaeze.userId}/cover`, { membershipId: standIn.membershipId, until: inDays(2) })).status).toBe(404);
  });
});

describe('A case is on hold', () => {
  it('I28: with its key worker, until a day that is agreed', async () => {
    const { personId, caseId } = await led();
    expect((await jo.submit(`/cases/${caseId}/hold`, { reason: ' ' })).text).toContain('href="#reviewOn"');
    expect((await post(jo, `/api/cases/${caseId}/hold`, { reason: 'In hospital', reviewOn: inDays(14) }).expect(200)).body).toMatchObject({ state: 'on_hold', nextReviewOn: inDays(14) });
    expect(await keyWorkerOf(jo, caseId)).toMatchObject({ caseState: 'on_hold', lead: { name: 'Priya Nair' } });
    expect((await jo.get(`/people/${personId}/timeline`)).text).toMatch('In hospital');
    await post(priya, `/api/cases/${caseId}/resume`).expect(200);
    expect(await keyWorkerOf(jo, caseId)).toMatchObject({ caseState: 'active', lead: { name: 'Priya Nair' } });
  });

  it('I28: never without one', async () => {
    const personId = await register(jo);
    const caseId = await openCase(jo, personId);
    const answer = await post(jo, `/api/cases/${caseId}/hold`, { reason: 'In hospital', reviewOn: inDays(14) });
    expect([answer.status, typeOf(answer.body)]).toEqual([409, 'urn:onestory:keyWorker.none']);
  });
});

describe('A case is closed', () => {
  it('ends the key worker at that instant, keeps the circle ten working days, and can be opened again', async () => {
    const { personId, caseId } = await led();
    expect((await post(jo, `/api/cases/${caseId}/close`)).status).toBe(422);
    await jo.submit(`/cases/${caseId}/close`, { because: 'goals_met', toldHow: 'not_told', words: 'She sings again' }).expect(303);
    expect(await app.sql('select state, end_reason from key_worker_assignment where case_id = $1', [caseId])).toEqual([{ state: 'ended', end_reason: 'case_closed' }]);
    expect(wordsOf((await jo.get(`/people/${personId}/timeline`)).text)).toContain('What we set out to do is done: She sings again');
    expect(await app.sql('select ends from relationship where person_id = $1 and organisation_id = $2 and ends > now()', [personId, team.trust.id])).toEqual([{ ends: windDownEnd(new Date()) }]);
    await priya.get(`/people/${personId}`).expect(200);
    expect((await jo.get(`/api/people/${personId}`)).body).toMatchObject({ case: null, keyWorker: null });
    expect(wordsOf((await jo.get(`/cases/${caseId}/key-worker`).expect(200)).text)).toContain('Why is the case opened again?');
    await jo.submit(`/cases/${caseId}/reopen`, { reason: 'Falls again' }).expect(303);
    const reopened = wordsOf((await jo.get(`/cases/${caseId}/key-worker`).expect(200)).text);
    expect(reopened).toContain('The case is open again and waits for a key worker');
    expect(reopened).toMatch(/Nobody leads since .*Who will be the key worker\?/);
    const again = await keyWorkerOf(jo, caseId);
    expect([again.caseState, again.lead, again.choices.find(({ name }) => name === 'Priya Nair')?.before]).toEqual(['awaiting_key_worker', null, true]);
    expect((await priya.get(`/api/people/${personId}`).expect(200)).body).toMatchObject({ youSee: expect.arrayContaining(['plan', 'contacts']) as unknown });
    expect(await app.sql(`select 1 from care_team_member where person_id = $1 and ends is not null`, [personId])).toEqual([]);
  });

  it('leaves words to the person: on their page where that is safe, or to be said by somebody; both stand in the record', async () => {
    const [read, told] = [await led(), await led()];
    const [reads, hears] = [await (await letIn(app, read.personId, 'person')).signIn(), await (await letIn(app, told.personId, 'person')).signIn()];
    await jo.submit(`/cases/${read.caseId}/close`, { because: 'goals_met', toldHow: 'on_their_page', leavingMessage: 'You sing again. Ring 01632 960001 to come back' }).expect(303);
    await jo.send('post', `/api/cases/${told.caseId}/close`, { because: 'goals_met', toldHow: 'told_by_us', leavingMessage: 'You walk to the gate. Come back whenever you want' }).expect(200);
    expect(wordsOf((await reads.get('/me').expect(200)).text)).toContain('You sing again. Ring 01632 960001 to come back');
    expect(wordsOf((await hears.get('/me').expect(200)).text)).not.toContain('You walk to the gate');
    for (const [{ personId }, words] of [[read, 'You sing again'], [told, 'You walk to the gate']] as const) {
      expect(wordsOf((await jo.get(`/people/${personId}/timeline`).expect(200)).text)).toContain(words);
    }
  });

  it('is not closed in silence: how they hear of it and what is said are asked for, and what was typed stays', async () => {
    const { caseId } = await led();
    expect(codes((await post(jo, `/api/cases/${caseId}/close`, { because: 'moved' }).expect(422)).body)).toEqual(['/toldHow required']);
    const page = await jo.submit(`/cases/${caseId}/close`, { because: 'moved', toldHow: 'told_by_us', words: 'To her son' });
    expect([page.status, page.text.includes('Enter what you say to them'), page.text.includes('To her son'), page.text.includes('value="told_by_us" checked')]).toEqual([422, true, true, true]);
    expect(codes((await post(jo, `/api/cases/${caseId}/close`, { because: 'died', toldHow: 'on_their_page', leavingMessage: 'x' }).expect(422)).body)).toEqual(['/toldHow person.died']);
    await post(jo, `/api/cases/${caseId}/close`, { because: 'died' }).expect(200);
  });

  it('I22, I24: nothing is left for them to read where that is unsafe or their death was reported; the case stays open and what was typed stays', async () => {
    const message = { because: 'goals_met', toldHow: 'on_their_page', leavingMessage: 'Goodbye, and thank you for the songs' };
    const [unsafe, died] = [await led(), await led()];
    await app.sql(`insert into safe_contact (person_id, id, channel, allowed, source, created_by) values ($1, $2, 'post', false, 'ui', $3)`, [unsafe.personId, newId(), team.priya.userId]);
    await app.sql('update person set deceased_on = current_date where person_id = $1', [died.personId]);
    const page = await jo.submit(`/cases/${unsafe.caseId}/close`, message);
    expect([page.status, wordsOf(page.text).includes('It is not safe to leave this for them to read'), page.text.includes('Goodbye, and thank you for the songs')]).toEqual([409, true, true]);
    expect(typeOf((await post(jo, `/api/cases/${died.caseId}/close`, message).expect(409)).body)).toBe('urn:onestory:person.died');
    for (const { caseId, personId } of [unsafe, died]) {
      expect(await app.sql('select state from coordination_case where id = $1', [caseId])).toEqual([{ state: 'active' }]);
      expect(await app.sql(`select 1 from contact_note where person_id = $1 and kind = 'letter'`, [personId])).toEqual([]);
    }
    await post(jo, `/api/cases/${unsafe.caseId}/close`, { ...message, toldHow: 'told_by_us' }).expect(200);
  });

  it('a person at risk who says no is not closed by one worker alone', async () => {
    const { personId, caseId } = await led();
    await post(jo, `/api/people/${personId}/alerts`, { kind: 'risk_to_self', text: 'Does not eat', whatToDo: 'Ring the duty desk', reviewOn: inDays(9), audience: 'circle' }).expect(201);
    const refused = await post(jo, `/api/cases/${caseId}/close`, { because: 'did_not_engage', toldHow: 'not_told' });
    expect([refused.status, typeOf(refused.body)]).toEqual([409, 'urn:onestory:case.open']);
    expect(wordsOf((await jo.submit(`/cases/${caseId}/close`, { because: 'did_not_engage', toldHow: 'not_told' })).text)).toContain('Ask your team manager');
    await post(denise, `/api/cases/${caseId}/close`, { because: 'did_not_engage', toldHow: 'not_told' }).expect(200);
  });
});

it('I15: a leaver’s membership cannot end while they lead an open case; nobody is named, and afterwards it can', async () => {
  const admin = await (await aWorker(app, team.trust, { roles: ['org_admin'] })).signIn();
  const leaver = await aWorker(app, team.trust, { name: 'Karl Jensen', teamIds: [team.therapy], keyWorkerTrained: true });
  const { caseId } = await led(leaver);
  const end = () => admin.send('post', `/api/colleagues/${leaver.membershipId}/end`).set('If-Match', '"1"');
  const refused = await end();
  expect([refused.status, typeOf(refused.body)]).toEqual([409, 'urn:onestory:membership.owns']);
  expect(wordsOf((await admin.submit(`/people-and-access/${leaver.membershipId}/end`, { _version: '1' })).text)).toContain('Karl Jensen is still a key worker');
  await post(denise, `/api/cases/${caseId}/key-worker/handover`, { membershipId: team.priya.membershipId, because: 'knows_them', reason: 'left_org', personToldOn: inDays(-1) }).expect(201);
  await post(priya, `/api/cases/${caseId}/key-worker/accept`).expect(200);
  await end().expect(204);
});
