import { windDownEnd } from '@app/care-teams';
import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { anOrganisation, aWorker } from '../support/staff';
import { openCase, register, membersOn, wordsOf } from './people';
import { addToCircle, aRound, letIn, margery, timelineOf, write, type Round } from './round';

let app: TestApp;
let round: Round;
let jo: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  round = await aRound(app);
  jo = await round.jo.signIn();
});
afterAll(() => app.close());

const circleOf = async (visitor: Visitor, personId: string): Promise<{ id: string; organisation: string; worker: string | null; categories: string[]; version: number }[]> =>
  ((await visitor.get(`/api/people/${personId}/circle`).expect(200)).body as { items: never[] }).items;
const end = (visitor: Visitor, personId: string, member: { id: string; version: number } | undefined, command: object) =>
  visitor.send('post', `/api/people/${personId}/circle/${member?.id}/end`, { reason: 'x', ...command }).set('If-Match', `"${member?.version}"`);
const refusals = async (personId: string): Promise<number> =>
  Number((await app.sql<{ n: string }>(`select count(*) as n from audit_event where person_id = $1 and outcome = 'refused'`, [personId]))[0]?.n);

describe('The circle of a person', () => {
  it('says what each does and does not do, when, where to ring and what each may see; page and JSON hold the same members', async () => {
    const personId = await margery(round, jo);
    const page = (await jo.get(`/people/${personId}/circle`).expect(200)).text;
    const members = await circleOf(jo, personId);
    expect(membersOn(page)).toEqual(members.map((member) => member.id));
    expect(members.map((member) => member.organisation)).toEqual(['Marl Valley Trust', 'Age Well Brackenbridge']);
    expect(wordsOf(page)).toMatch(/District nursing.*Dresses the leg.*Mondays.*Delphine Carter.*Lunch club.*Medicines/);
    expect(wordsOf(page)).toContain('about me, who helps, visits and calls');
  });

  it('is joined in three steps without script: the organisation, who of it, what they do and may see', async () => {
    const personId = await margery(round, jo);
    const found = (await jo.get(`/people/${personId}/circle/add?search=haven`).expect(200)).text;
    expect(found).toContain(`/people/${personId}/circle/add?organisation=${round.havenRow.id}`);
    const warm = await anOrganisation(app, { name: 'Warm Hearth', sector: 'vcse', accessScope: 'named' });
    const rory = await aWorker(app, warm, { name: 'Rory Ellis' });
    const form = (await jo.get(`/people/${personId}/circle/add?organisation=${warm.id}&preset=home`).expect(200)).text;
    expect(form).toMatch(/value="housing" checked/);
    expect(form).not.toMatch(/value="contacts" checked|value="mental_health"/);
    expect(form).toContain(rory.membershipId);
    const fields = { organisationId: warm.id, does: 'Boiler', categories: ['identity', 'housing'] };
    expect(wordsOf((await jo.submit(`/people/${personId}/circle`, fields).expect(422)).text)).toContain('Warm Hearth lets only named workers in');
    await jo.submit(`/people/${personId}/circle`, { ...fields, membershipId: rory.membershipId }).expect(303);
    const visitor = await rory.signIn();
    expect(((await visitor.get(`/api/people/${personId}`).expect(200)).body as { personId: string }).personId).toBe(personId);
    expect((await timelineOf(visitor, personId)).texts).toEqual([]);
  });

  it('takes only an organisation that has signed, a team or worker of its own, and categories that one has', async () => {
    const personId = await margery(round, jo);
    const dormant = await anOrganisation(app, { state: 'dormant' });
    const add = (command: object) => jo.send('post', `/api/people/${personId}/circle`, { does: 'x', categories: ['contacts'], ...command });
    expect((await add({ organisationId: dormant.id }).expect(422)).body).toMatchObject({ errors: [{ pointer: '/organisationId', code: 'organisation.invalid' }] });
    expect((await add({ organisationId: newId() }).expect(422)).body).toMatchObject({ errors: [{ code: 'organisation.invalid' }] });
    expect((await add({ organisationId: round.trust.id, teamId: newId() }).expect(422)).body).toMatchObject({ errors: [{ code: 'team.notTheirs' }] });
    expect((await add({ organisationId: round.fernlea.id, membershipId: round.mo.membershipId }).expect(422)).body).toMatchObject({ errors: [{ code: 'worker.notMember' }] });
    expect((await add({ organisationId: round.ageWell.id, membershipId: round.mo.membershipId, categories: ['mental_health'] }).expect(422)).body).toMatchObject({ errors: [{ code: 'category.notYours' }] });
  });

  it('says anew what somebody does, who is told, and changes nothing of what they may see', async () => {
    const personId = await margery(round, jo);
    const delphine = await round.delphine.signIn();
    const [, member] = await circleOf(jo, personId);
    const at = `/people/${personId}/circle/${member?.id}/help`;
    expect((await jo.get(`/people/${personId}/circle`).expect(200)).text).toContain(`href="${at}"`);
    expect((await jo.get(at).expect(200)).text).toMatch(/Medicines/);
    const wrong = await jo.submit(at, { _version: '1', does: '', doesNotDo: 'Lifting', daysTimes: 'Fridays' }).expect(422);
    expect([wordsOf(wrong.text).includes('Enter what they do'), wrong.text.includes('Lifting'), wrong.text.includes('Fridays')]).toEqual([true, true, true]);
    await jo.submit(at, { _version: '1', does: 'Lunch club, and home again', daysTimes: 'Fridays' }).redirects(0).expect(303);
    const [, now] = await circleOf(delphine, personId);
    expect(now).toEqual({ ...member, does: 'Lunch club, and home again', doesNotDo: null, daysTimes: 'Fridays', version: 2 });
    await workThrough(app);
    const { items } = (await delphine.get('/api/notices').expect(200)).body as { items: { personId: string; kind: string; says: string }[] };
    expect(items.find((one) => one.personId === personId)).toMatchObject({ kind: 'care-team.described', says: 'said anew what somebody in the circle does' });
  });

  it('keeps what was said meanwhile of what a helper does, by themselves too, shows it, and is changed by no other member', async () => {
    const personId = await margery(round, jo);
    const [, member] = await circleOf(jo, personId);
    const at = `/people/${personId}/circle/${member?.id}/help`;
    const send = (visitor: Visitor, version: number) => visitor.send('post', `/api${at}`, { does: 'Lunch club twice' }).set('If-Match', `"${version}"`);
    const delphine = await round.delphine.signIn();
    expect((await send(delphine, 1).expect(200)).body).toMatchObject({ does: 'Lunch club twice', version: 2 });
    await send(jo, 1).expect(412);
    const late = await jo.submit(at, { _version: '1', does: 'Nothing on Mondays' });
    expect([wordsOf(late.text).includes('It says now: “Lunch club twice”.'), late.text.includes('Nothing on Mondays')]).toEqual([true, true]);
    const idris = await round.idris.signIn();
    await send(idris, 2).expect(403);
    expect((await idris.get(`/people/${personId}/circle`).expect(200)).text).not.toContain(`href="${at}"`);
    await idris.get(at).expect(403);
    expect((await circleOf(jo, personId))[1]).toMatchObject({ does: 'Lunch club twice', version: 2 });
  });

  it('loses a member with a reason, and with it the access, at once', async () => {
    const personId = await margery(round, jo);
    const delphine = await round.delphine.signIn();
    const [, member] = await circleOf(jo, personId);
    await delphine.get(`/people/${personId}/circle`).expect(200);
    expect(wordsOf((await jo.submit(`/people/${personId}/circle/${member?.id}/end`, { reason: ' ', _version: '1' }).expect(422)).text)).toContain('Enter why it ends');
    await jo.submit(`/people/${personId}/circle/${member?.id}/end`, { reason: 'She goes by herself now', because: 'person_said_no', _version: '1' }).expect(303);
    expect((await circleOf(jo, personId)).map((one) => one.id)).not.toContain(member?.id);
    await delphine.get(`/people/${personId}`).expect(404);
    expect(wordsOf((await jo.get(`/people/${personId}/timeline`)).text)).toContain('She goes by herself now');
  });

  it('input 41 and input 42: the end of help names the version that was read', async () => {
    const personId = await margery(round, jo);
    const [nurses] = await circleOf(jo, personId);
    const path = `/api/people/${personId}/circle/${nurses?.id}/end`;
    await jo.send('post', path, { reason: 'Healed' }).expect(428);
    await jo.send('post', path, { reason: 'Healed' }).set('If-Match', '"7"').expect(412);
    await jo.send('post', path, { reason: 'Healed' }).set('If-Match', `"${nurses?.version}"`).expect(204);
  });

  it('input 33: their help is ended by who added them, by themselves and by the key worker’s organisation: 403 for another member', async () => {
    const personId = await margery(round, jo);
    const [nurses] = await circleOf(jo, personId);
    const [delphine, idris] = [await round.delphine.signIn(), await round.idris.signIn()];
    await end(delphine, personId, nurses, {}).expect(403);
    await delphine.get(`/people/${personId}/circle/${nurses?.id}/end`).expect(403);
    expect(await circleOf(jo, personId)).toHaveLength(2);
    const [helper] = [await addToCircle(idris, personId, { organisationId: round.ageWell.id, membershipId: round.mo.membershipId, does: 'Gardening', categories: ['contacts'] })];
    await end(jo, personId, helper, {}).expect(204);
    await end(idris, personId, nurses, { reason: 'The leg has healed' }).expect(204);
    expect((await circleOf(jo, personId)).map((one) => one.organisation)).toEqual(['Age Well Brackenbridge']);
    expect(wordsOf((await jo.get(`/people/${personId}/timeline`)).text)).toContain('The leg has healed');
  });

  it('shows how to end it to those only who can end something', async () => {
    const personId = await margery(round, jo);
    const advocate = await aWorker(app, round.trust, { teamIds: [round.nursing], roles: ['advocate'] });
    expect(wordsOf((await jo.get(`/people/${personId}/circle`)).text)).toMatch(/End the help of Delphine Carter/);
    expect(wordsOf((await (await round.idris.signIn()).get(`/people/${personId}/circle`)).text)).toMatch(/End the help of District nursing.*By those who added them/);
    expect((await (await advocate.signIn()).get(`/people/${personId}/circle`).expect(200)).text).not.toMatch(/End<|By those who added/);
  });

  it('when it is finished, keeps for ten working days what is its own, and writes a closing note; nothing of others', async () => {
    const personId = await margery(round, jo);
    const delphine = await round.delphine.signIn();
    const [, member] = await circleOf(jo, personId);
    await write(delphine, personId, { text: 'She sang at lunch' });
    await write(jo, personId, { text: 'About the money' });
    await end(delphine, personId, member, {}).expect(204);
    await write(delphine, personId, { text: 'She goes by herself now', audience: 'internal' });
    expect((await timelineOf(delphine, personId)).texts.sort()).toEqual(['She goes by herself now', 'She sang at lunch']);
    expect(await app.sql('select max(ends) as until from relationship where person_id = $1 and scope_id = $2', [personId, round.delphine.membershipId])).toEqual([{ until: windDownEnd(new Date()) }]);
    await app.sql(`update relationship set ends = now() where person_id = $1 and scope_id = $2 and ends > now()`, [personId, round.delphine.membershipId]);
    await app.sql('select refresh_person_access($1)', [personId]);
    await delphine.get(`/people/${personId}`).expect(404);
  });

  it('tells the person why, but not what was ended for their safety', async () => {
    const personId = await margery(round, jo);
    const person = await (await letIn(app, personId, 'person')).signIn();
    const [nurses, lunch] = await circleOf(jo, personId);
    await end(jo, personId, nurses, { reason: 'The leg has healed' }).expect(204);
    await end(jo, personId, lunch, { reason: 'Money went missing', because: 'safety' }).expect(204);
    const page = (await person.get(`/api/people/${personId}/timeline`).expect(200)).text;
    expect([page.includes('The leg has healed'), page.includes('Money went missing')]).toEqual([true, false]);
  });

  it('whoever leaves at once is led to their caseload, and opens nothing', async () => {
    const personId = await margery(round, jo);
    const delphine = await round.delphine.signIn();
    const [, member] = await circleOf(jo, personId);
    const gone = await delphine.submit(`/people/${personId}/circle/${member?.id}/end`, { reason: 'She asked us to stop', because: 'person_said_no', _version: String(member?.version) });
    expect([gone.status, gone.headers['location']]).toEqual([303, '/caseload']);
    await delphine.get(`/people/${personId}`).expect(404);
    expect((await circleOf(jo, personId)).map((one) => one.organisation)).toEqual(['Marl Valley Trust']);
  });

  it('input 38: nobody adds themselves to a person whom they cannot see: 404, audited, and still nothing seen', async () => {
    const personId = await margery(round, jo);
    const martin = await round.martin.signIn();
    const before = await refusals(personId);
    const command = { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Rent', categories: ['identity'] };
    const hidden = await martin.send('post', `/api/people/${personId}/circle`, command).expect(404);
    expect((await martin.send('post', `/api/people/${newId()}/circle`, command).expect(404)).text).toBe(hidden.text);
    expect(await refusals(personId)).toBe(before + 1);
    await martin.get(`/people/${personId}`).expect(404);
  });

  it('input 30: whoever left yesterday opens nothing that was open', async () => {
    const personId = await margery(round, jo);
    const temp = await aWorker(app, round.council);
    const visitor = await temp.signIn();
    await visitor.get(`/people/${personId}/circle`).expect(200);
    await app.sql(`update membership set starts = now() - interval '9 days', ends = now() - interval '1 day' where id = $1`, [temp.membershipId]);
    for (const path of ['circle', 'alerts']) expect([401, 404]).toContain((await visitor.get(`/api/people/${personId}/${path}`)).status);
  });
});

describe('Who sees what in the circle', () => {
  it('a nurse sees the circle note and not the internal one; her colleague of another team cannot open the person', async () => {
    const personId = await margery(round, jo);
    const written = await write(jo, personId, { text: 'For the circle' });
    const own = await write(jo, personId, { text: 'For us', audience: 'internal' });
    const [idris, priya] = [await round.idris.signIn(), await round.priya.signIn()];
    const page = (await idris.get(`/people/${personId}/timeline`).expect(200)).text;
    const { ids } = await timelineOf(idris, personId);
    expect(ids).toContain(written.id);
    expect(ids).not.toContain(own.id);
    expect(page).toContain(`id="entry-${written.id}"`);
    expect(page).not.toContain('For us');
    await idris.get(`/api/people/${personId}/contact-notes/${own.id}`).expect(404);
    await priya.get(`/people/${personId}`).expect(404);
    expect(((await priya.get('/api/caseload')).body as { total: number }).total).toBe(0);
  });

  it('a voluntary worker sees only the people assigned to them; their director sees none of these', async () => {
    const mine = await margery(round, jo);
    const other = await register(jo);
    await openCase(jo, other);
    const [delphine, mo] = [await round.delphine.signIn(), await round.mo.signIn()];
    const { items } = (await delphine.get('/api/caseload?limit=100')).body as { items: { personId: string }[] };
    expect(items.map((item) => item.personId)).toContain(mine);
    expect(items.map((item) => item.personId)).not.toContain(other);
    await delphine.get(`/people/${other}`).expect(404);
    for (const path of [`/people/${mine}`, `/people/${mine}/circle`, `/api/people/${mine}/circle`]) await mo.get(path).expect(404);
  });

  it('a discreet service leaves no trace on any exit but to those named: circle, preview, others, timeline, the person’s own page', async () => {
    const personId = await margery(round, jo);
    const form = (await jo.get(`/people/${personId}/circle/add?organisation=${round.havenRow.id}`).expect(200)).text;
    expect(wordsOf(form)).toContain('known only to you, to the worker whom you choose and to those whom you tick below');
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Safety planning', categories: ['contacts', 'circle'] });
    const [idris, anita, lorna] = [await round.idris.signIn(), await round.anita.signIn(), await (await letIn(app, personId, 'person')).signIn()];
    const traces = async (visitor: Visitor, pages: string[]): Promise<string> => (await Promise.all(pages.map(async (path) => (await visitor.get(path).expect(200)).text))).join('\n');
    const pages = [`/people/${personId}`, `/people/${personId}/circle`, `/people/${personId}/timeline`, `/people/${personId}/contact-notes/new`, `/api/people/${personId}`,
      `/api/people/${personId}/circle`, `/api/people/${personId}/timeline`, `/api/people/${personId}/readers?audience=circle`];
    expect(await traces(idris, pages)).not.toMatch(/Haven Row|Anita|Safety planning/);
    expect(await traces(lorna, ['/me', '/api/me/page', '/me/access-log', `/api/people/${personId}/timeline`])).not.toMatch(/Haven Row|Anita|Safety planning/);
    expect(await traces(jo, [`/people/${personId}/circle`])).toMatch(/Haven Row/);
    expect((await circleOf(anita, personId)).map((member) => member.worker)).toContain('Anita Bose');
    expect(wordsOf((await jo.get(`/people/${personId}/contact-notes/new`)).text)).toContain('Haven Row');
  });

  it('any service can be known to few, who are named where it stands; nobody is chosen who cannot open the record, and the rest of the circle reads what it read before', async () => {
    const personId = await margery(round, jo);
    const [idris, delphine] = [await round.idris.signIn(), await round.delphine.signIn()];
    const pages = ['', '/circle', '/circle/add', '/timeline', '/sharing', '/contact-notes/new', '/plan', '/plan/print', '/safe-contact/new'].map((rest) => `/people/${personId}${rest}`).concat([`/api/people/${personId}`, `/api/people/${personId}/circle`, `/api/people/${personId}/readers?audience=circle`]);
    const read = async (visitor: Visitor): Promise<string[]> => Promise.all(pages.map(async (path) => (await visitor.get(path).expect(200)).text.replace(/name="_csrf" value="[^"]+"/g, '')));
    const before = await read(delphine);
    const add = { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Moves her quietly', categories: ['contacts', 'circle'] };
    for (const stranger of [round.anita.userId, newId()]) {
      expect((await jo.send('post', `/api/people/${personId}/circle`, { ...add, knownTo: [stranger] }).expect(422)).body).toMatchObject({ errors: [{ pointer: '/knownTo/0', code: 'choice' }] });
    }
    const { membershipId: _worker, ...whole } = add;
    expect((await jo.submit(`/people/${personId}/circle`, { ...whole, knownTo: round.idris.userId }).expect(422)).text).toContain(`value="${round.idris.userId}" checked`);
    await jo.submit(`/people/${personId}/circle`, { ...add, knownTo: round.idris.userId }).expect(303);
    for (const reader of [jo, idris, await round.martin.signIn()]) {
      expect(wordsOf((await reader.get(`/people/${personId}/circle`).expect(200)).text)).toContain('known only to Idris Vaughan, Jo Whitcombe, Martin Quill');
      expect((await circleOf(reader, personId)).map((member) => member.organisation)).toContain('Fernlea Homes');
    }
    expect(await read(delphine)).toEqual(before);
  });
});
