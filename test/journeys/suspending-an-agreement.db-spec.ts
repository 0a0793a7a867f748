import 'reflect-metadata';
import { newId } from '@app/kernel';
import { CaseloadQueries } from '@app/overviews';
import type { TestApp, Visitor } from '../support/app';
import { startTestApp } from '../support/app';
import { workThrough } from '../support/jobs';
import { openPostOffice, type PostOffice } from '../support/post-office';
import { aService } from '../support/services';
import { anOrganisation, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';
import { aFamilyName, openCase, register, wordsOf } from './people';
import { addToCircle, aRound, margery, timelineOf, write, type Round } from './round';

let app: TestApp;
let post: PostOffice;
let round: Round;
let [jo, delphine, fran] = [] as unknown as [Visitor, Visitor, Visitor];
let bea: TestWorker;
beforeAll(async () => {
  post = await openPostOffice();
  app = await startTestApp({ mail: post.mail }, { direct: true });
});
afterAll(async () => {
  await app?.close();
  await post?.close();
});
/** The council hosts the place of all of them; the charity has somebody who looks after information. */
beforeEach(async () => {
  round = await aRound(app);
  bea = await aWorker(app, round.ageWell, { name: 'Bea Ogden', roles: ['ig_lead'] });
  const place = newId();
  await app.sql('insert into place (id, name, host_organisation_id) values ($1, $2, $3)', [place, `Place ${place}`, round.council.id]);
  for (const { id } of [round.council, round.trust, round.ageWell, round.havenRow]) await app.sql('insert into organisation_place (organisation_id, place_id) values ($1, $2)', [id, place]);
  [jo, delphine, fran] = [await round.jo.signIn(), await round.delphine.signIn(), await round.fran.signIn()];
});

interface Line { kind: string; person: { id: string; name: string } | null; colleague: string | null; what: string | null }
const AT = '/information-governance/agreements';
const suspend = (visitor: Visitor, { id }: TestOrganisation, version = 1) => visitor.send('post', `/api/agreements/${id}/suspension`, { because: 'A laptop was stolen', confirmed: 'yes' }).set('If-Match', `"${version}"`);
const resume = (visitor: Visitor, { id }: TestOrganisation, version = 2) => visitor.send('post', `/api/agreements/${id}/resumption`, { because: 'It was found' }).set('If-Match', `"${version}"`);
const impactOf = async (visitor: Visitor, { id }: TestOrganisation): Promise<Record<string, number>> => ((await visitor.get(`/api/agreements/${id}`).expect(200)).body as { impact: Record<string, number> }).impact;
const linesOf = async (visitor: Visitor, { id }: TestOrganisation, kind: string): Promise<Line[]> => ((await visitor.get(`/api/agreements/${id}/impact?kind=${kind}`).expect(200)).body as { items: Line[] }).items;

describe('Suspending the sharing agreement of an organisation', () => {
  it('says first who would lose whom and what nobody would do; then nobody there opens anything, with a reason that is kept', async () => {
    const family = aFamilyName();
    const personId = await margery(round, jo, { family });
    const before = await impactOf(fran, round.ageWell);
    expect(before).toEqual({ colleague: 3, helped: 1, lead: 0, step: 0, referral: 0, review: 0 });
    expect(await linesOf(fran, round.ageWell, 'helped')).toEqual([expect.objectContaining({ person: expect.objectContaining({ id: personId }), what: 'Delphine Carter' })]);
    const page = (await fran.get(`${AT}/${round.ageWell.id}`).expect(200)).text;
    expect(wordsOf(page)).toMatch(/Who would lose whom.*3 people work there.*1 person is helped by them.*Cases that they lead: none/);
    expect(page).toContain(`href="${AT}/${round.ageWell.id}/impact?kind=helped"`);
    expect(wordsOf((await fran.get(`${AT}/${round.ageWell.id}/impact?kind=helped`).expect(200)).text)).toContain(family);
    for (const which of ['', '?kind=nonsense']) expect(wordsOf((await fran.get(`${AT}/${round.ageWell.id}/impact${which}`).expect(200)).text)).toContain(family);
    expect(wordsOf((await fran.submit(`${AT}/${round.ageWell.id}/suspension`, { _version: '1' }).expect(422)).text)).toMatch(/Enter why.*Choose whether you have read what this means/);
    await delphine.get(`/people/${personId}`).expect(200);
    await fran.submit(`${AT}/${round.ageWell.id}/suspension`, { _version: '1', because: 'A laptop was stolen', confirmed: 'yes' }).expect(303);
    expect((await delphine.get(`/api/people/${personId}`)).status).toBe(401);
    expect((await delphine.get(`/people/${personId}`).redirects(0)).status).toBe(302);
    expect(wordsOf((await fran.get(`${AT}/${round.ageWell.id}`).expect(200)).text)).toMatch(/Suspended: nobody there opens anything.*by Fran Lister, Marlshire County Council.*A laptop was stolen/);
    expect(await app.sql(`select because, suspended_by_name, resumed_at from agreement_suspension where organisation_id = $1`, [round.ageWell.id])).toEqual([{ because: 'A laptop was stolen', suspended_by_name: 'Fran Lister', resumed_at: null }]);
    expect(await app.sql(`select 1 from audit_event where user_id = $1 and action = 'suspend' and subject = 'Agreement' and $2 = any (subject_ids)`, [round.fran.userId, round.ageWell.id])).toHaveLength(1);
    await suspend(fran, round.ageWell, 2).expect(409);
    await suspend(fran, round.ageWell, 1).expect(412);
  });

  it('is for whoever looks after information in the organisation that hosts the place, or in the organisation itself: for all others there is none', async () => {
    const [trustLead, elsewhere] = [await (await aWorker(app, round.trust, { roles: ['ig_lead'] })).signIn(), await anOrganisation(app)];
    const hidden = await trustLead.get(`${AT}/${round.ageWell.id}`).expect(404);
    expect(hidden.text).toBe((await trustLead.get(`${AT}/${newId()}`).expect(404)).text);
    await suspend(trustLead, round.ageWell).expect(404);
    // Of another place, though the council hosts this one.
    await suspend(fran, elsewhere).expect(404);
    await suspend(fran, round.fernlea).expect(404);
    for (const visitor of [jo, await (await aWorker(app, round.ageWell, { roles: ['org_admin'] })).signIn()]) await suspend(visitor, round.ageWell).expect(403);
    expect(((await trustLead.get('/api/agreements').expect(200)).body as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual([round.trust.id]);
    expect(await app.sql(`select id from organisation where state <> 'active' and id = any ($1)`, [[round.ageWell.id, elsewhere.id, round.fernlea.id]])).toEqual([]);
    await suspend(await bea.signIn(), round.ageWell).expect(200);
    await delphine.get('/api/me').expect(401);
  });

  it('counts and names nobody of whom the reader’s organisation may not know: no discreet help, no restricted record, nobody else’s people', async () => {
    const personId = await margery(round, jo);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Safety', categories: ['contacts'] });
    expect(await impactOf(fran, round.havenRow)).toMatchObject({ helped: 0, lead: 0 });
    // Somebody whom the charity registered, and the council does not know.
    const mo = await round.mo.signIn();
    const theirs = await register(mo);
    await openCase(mo, theirs);
    expect((await linesOf(fran, round.ageWell, 'helped')).map(({ person }) => person?.id)).toEqual([personId]);
    expect((await linesOf(await bea.signIn(), round.ageWell, 'helped')).map(({ person }) => person?.id).sort()).toEqual([personId, theirs].sort());
    await app.sql(`update person set restricted = true where person_id = $1`, [personId]);
    expect(await impactOf(fran, round.ageWell)).toMatchObject({ helped: 0 });
  });

  it('leaves nothing that nobody finds: key workers are told, and have it in their list of what needs somebody', async () => {
    const personId = await margery(round, jo);
    const lunch = await aService(app, round.ageWell, { intake: [round.mo.membershipId] });
    const sent = (await jo.send('post', `/api/people/${personId}/referrals`, {
      serviceId: lunch, needDomain: 'people_loneliness', needText: 'Company at midday', whyNow: 'Eats alone', agreedHow: 'in_person', spokeAlone: true, facts: ['age'], opens: ['about_me', 'contacts'],
    }).expect(201)).body as { id: string };
    expect(wordsOf((await jo.get('/today').expect(200)).text)).not.toContain('Needs somebody');
    expect(await linesOf(fran, round.ageWell, 'referral')).toHaveLength(1);
    await suspend(fran, round.ageWell).expect(200);
    const today = (await jo.get('/today').expect(200)).text;
    expect(wordsOf(today)).toMatch(/Needs somebody \(1\).*It was for Age Well Brackenbridge/);
    expect(today).toContain(`href="/referrals/${sent.id}"`);
    const notices = ((await jo.get('/api/notices').expect(200)).body as { items: { kind: string; personId: string }[] }).items;
    expect(notices.filter(({ kind }) => kind === 'agreement.suspended').map((one) => one.personId)).toEqual([personId]);
    await workThrough(app, { early: true });
    const to = (email: string) => post.letters.filter((letter) => letter.to === email);
    expect(to(round.jo.email).length).toBeGreaterThan(0);
    expect(to(bea.email).map(({ subject }) => subject)).toEqual(['About the sharing agreement of your organisation in OneStory']);
    for (const { raw } of [...to(bea.email), ...to(round.jo.email)]) for (const secret of ['Margery', 'Age Well', 'Delphine', 'laptop', 'Fran', personId]) expect(raw).not.toContain(secret);
  });

  it('a case that they led is in the others’ queue at once, and is theirs again when it goes on', async () => {
    const leader = await aWorker(app, round.ageWell, { name: 'Lena Moss', keyWorkerTrained: true });
    const asLeader = await leader.signIn();
    const personId = await register(asLeader);
    await openCase(asLeader, personId, { keyWorkerMembershipId: leader.membershipId });
    await addToCircle(asLeader, personId, { organisationId: round.council.id, does: 'Social work', categories: ['about_me', 'circle', 'plan', 'contacts'] });
    expect(await linesOf(fran, round.ageWell, 'lead')).toEqual([expect.objectContaining({ what: 'Lena Moss' })]);
    await suspend(fran, round.ageWell).expect(200);
    expect(wordsOf((await jo.get('/today').expect(200)).text)).toMatch(/Needs somebody.*They need a key worker/);
    await resume(fran, round.ageWell).expect(200);
    expect(wordsOf((await jo.get('/today').expect(200)).text)).not.toContain('They need a key worker');
    await asLeader.get(`/people/${personId}`).expect(200);
  });

  it('when it goes on, opens what the decisions still allow and no more', async () => {
    const [kept, withdrawn] = [await margery(round, jo), await margery(round, jo)];
    const note = await write(jo, kept);
    await suspend(fran, round.ageWell).expect(200);
    const [member] = ((await jo.get(`/api/people/${withdrawn}/circle`).expect(200)).body as { items: { id: string; version: number; organisation: string | null }[] }).items.filter(({ organisation }) => organisation === 'Age Well Brackenbridge');
    await app.sql(`update relationship set ends = now() where person_id = $1 and organisation_id = $2`, [withdrawn, round.ageWell.id]);
    await app.sql('select refresh_person_access($1)', [withdrawn]);
    expect(member).toBeDefined();
    await resume(fran, round.ageWell, 1).expect(412);
    await resume(fran, round.ageWell).expect(200);
    await resume(fran, round.ageWell, 3).expect(409);
    expect((await timelineOf(delphine, kept)).ids).toContain(note.id);
    await delphine.get(`/api/people/${withdrawn}`).expect(404);
    expect(await app.sql('select resumed_because, resumed_by_name from agreement_suspension where organisation_id = $1', [round.ageWell.id])).toEqual([{ resumed_because: 'It was found', resumed_by_name: 'Fran Lister' }]);
  });

  it('a file that is being made is nothing, and an open stream ends at once', async () => {
    const family = aFamilyName();
    const personId = await margery(round, jo, { family });
    const { cookies } = (await delphine.get('/api/me')).request as unknown as { cookies: string };
    const stream = await fetch(`${app.url}/live`, { headers: { cookie: cookies, accept: 'text/event-stream' } });
    const over = (async () => { for await (const _ of stream.body ?? []) { /* pings */ } return true; })();
    const caseloads = app.server.app.get(CaseloadQueries, { strict: false });
    const page = caseloads.page.bind(caseloads);
    await delphine.agent.get('/caseload.csv').expect(200);
    const spy = jest.spyOn(caseloads, 'page').mockImplementationOnce(async (...asked) => {
      const rows = await page(...asked);
      await suspend(fran, round.ageWell).expect(200);
      return rows;
    });
    const answer = await delphine.agent.get('/caseload.csv');
    spy.mockRestore();
    expect([answer.status, answer.text.includes(family)]).toEqual([404, false]);
    expect(await over).toBe(true);
    await write(jo, personId);
  });
});
