import { newId } from '@app/kernel';
import type { Visitor } from '../support/app';
import { aWorker } from '../support/staff';
import { anNhsNumber, codes, wordsOf } from './people';
import { inDays } from './plans';
import { addToCircle, letIn, margery, startRound, type RoundAtWork } from './round';

interface Protection { version: number; points: { id: string; version: number; kind: string; protected: boolean; knownTo: string[] | null }[] }
interface KeptOutList { people: { id: string; name: string; kind: string; knownTo: string[] | null }[]; carers: { userId: string; name: string }[] }

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

const ADDRESS = { address: '4 Mill Lane\nFernlea', postcode: 'ZZ99 3VZ', phone: '01632 960001' };
const protectionOf = async (visitor: Visitor, personId: string): Promise<Protection> => (await visitor.get(`/api/people/${personId}/protection`).expect(200)).body as Protection;
const protect = (visitor: Visitor, personId: string, { version, points }: Protection, command: object = {}) =>
  visitor.send('post', `/api/people/${personId}/protection`, { points: points.map(({ id }) => id), because: 'Somebody looks for her', reviewOn: inDays(90), ...command }).set('If-Match', `"${version}"`);
const pageOf = async (visitor: Visitor, address: string): Promise<string> => wordsOf((await visitor.get(address).expect(200)).text);
/** Every page and file on which an address, a number or a practice could stand. */
const EXITS = ['', '/safe-contact', '/protection', '/circle', '/timeline', '/plan', '/plan/print', '/referrals', '/alerts'].map((rest) => `/people/:person${rest}`).concat(['/api/people/:person', '/api/people/:person/protection', '/caseload', '/caseload.csv', '/api/caseload', '/api/people?search=Mill', '/people?search=ZZ99']);
const everything = async (visitor: Visitor, personId: string): Promise<string> => (await Promise.all(EXITS.map(async (exit) => (await visitor.get(exit.replace(':person', personId))).text))).join('\n');

describe('Where somebody is', () => {
  it('is kept to those named on one page without script; for everybody else it stands at no exit', async () => {
    const personId = await margery(round, jo, ADDRESS);
    expect(await everything(idris, personId)).toMatch(/Mill Lane[^]*01632 960001/);
    const { version, points } = await protectionOf(jo, personId);
    const form = { _version: String(version), points: points.map(({ id }) => id), knownTo: round.delphine.userId, because: 'Somebody looks for her' };
    const refused = (await jo.submit(`/people/${personId}/protection`, form).expect(422)).text;
    expect([wordsOf(refused).includes('Enter when we look again'), refused.includes('Somebody looks for her')]).toEqual([true, true]);
    const [year = '', month = '', day = ''] = inDays(90).split('-');
    await jo.submit(`/people/${personId}/protection`, { ...form, 'reviewOn[day]': day, 'reviewOn[month]': month, 'reviewOn[year]': year }).expect(303);
    expect(await everything(idris, personId)).not.toMatch(/Mill Lane|960001|ZZ99 3VZ|looks for her|Protected/);
    for (const reader of [jo, delphine]) {
      expect(await pageOf(reader, `/people/${personId}`)).toMatch(/Phone 01632 960001 ?, protected: do not pass on .*Protected: do not pass on .*4 Mill Lane/);
      expect((await protectionOf(reader, personId)).points.map((point) => [point.protected, point.knownTo])).toEqual([[true, ['Delphine Carter', 'Jo Whitcombe']], [true, ['Delphine Carter', 'Jo Whitcombe']]]);
    }
    expect((await protectionOf(idris, personId)).points).toEqual([]);
  });

  it('is kept by whoever of the circle is told, whichever organisation wrote it down, and stays with those only', async () => {
    const personId = await margery(round, jo, ADDRESS);
    await protect(delphine, personId, await protectionOf(delphine, personId)).expect(201);
    expect(await everything(jo, personId)).not.toMatch(/Mill Lane|960001/);
    expect(await everything(delphine, personId)).toMatch(/Mill Lane/);
  });

  it('is offered as already chosen only while everybody knows it: whoever keeps something else does not take it from those who know it', async () => {
    const personId = await margery(round, jo, ADDRESS);
    const [address] = (await protectionOf(jo, personId)).points;
    const chosen = async (): Promise<boolean> => new RegExp(`name="points"[^>]*value="${address?.id}"[^>]*checked`).test((await jo.get(`/people/${personId}/protection`).expect(200)).text);
    expect(await chosen()).toBe(true);
    await protect(jo, personId, await protectionOf(jo, personId)).expect(201);
    expect(await chosen()).toBe(false);
  });

  it('is made known again by an act of its own, of somebody who knows it; for the others it does not exist', async () => {
    const personId = await margery(round, jo, ADDRESS);
    await protect(jo, personId, await protectionOf(jo, personId)).expect(201);
    const [point] = (await protectionOf(jo, personId)).points;
    const lift = (visitor: Visitor, id: string | undefined) => visitor.send('post', `/api/people/${personId}/protection/${id}/lift`).set('If-Match', `"${point?.version}"`);
    const [hidden, missing] = [await lift(idris, point?.id), await lift(idris, newId())];
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
    await jo.submit(`/people/${personId}/protection/${point?.id}/lift`, { _version: '1' }).expect(409);
    await lift(jo, point?.id).expect(204);
    expect(await everything(idris, personId)).toMatch(/Mill Lane/);
    const log = async (visitor: Visitor): Promise<string[]> => ((await visitor.get(`/api/people/${personId}/access-log?shown=opened&limit=100`).expect(200)).body as { items: { action: string }[] }).items.map(({ action }) => action);
    expect(await log(await round.fran.signIn())).toEqual(expect.arrayContaining(['protect', 'unprotect']));
    const elsewhere = await log(await (await aWorker(app, round.trust, { roles: ['ig_lead'] })).signIn());
    expect(elsewhere.filter((action) => action.endsWith('protect'))).toEqual([]);
  });

  it('input 41, input 29: names what was read, and is kept to those only who may open the record', async () => {
    const personId = await margery(round, jo, ADDRESS);
    const read = await protectionOf(jo, personId);
    const stranger = await aWorker(app, round.trust, { name: 'Sam Else' });
    const answers = await Promise.all([stranger.userId, newId()].map((id) => protect(jo, personId, read, { knownTo: [id] })));
    expect(answers.map(({ status, body }) => [status, codes(body)])).toEqual([[422, ['/knownTo/0 choice']], [422, ['/knownTo/0 choice']]]);
    expect(codes((await protect(jo, personId, { ...read, points: [{ ...read.points[0], id: newId() } as Protection['points'][number]] }).expect(422)).body)).toEqual(['/points/0 choice']);
    await protect(idris, personId, read).expect(201);
    await protect(jo, personId, read).expect(412);
  });

  it('I24: nothing is left for them to read once where they are is kept from others', async () => {
    const personId = await margery(round, jo, ADDRESS);
    const caseId = ((await jo.get(`/api/people/${personId}`)).body as { case: { id: string } }).case.id;
    await protect(jo, personId, await protectionOf(jo, personId)).expect(201);
    const answer = await jo.send('post', `/api/cases/${caseId}/close`, { because: 'goals_met', toldHow: 'on_their_page', leavingMessage: 'Goodbye' });
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([409, 'urn:onestory:contact.unsafe']);
  });
});

const keptOutOf = async (visitor: Visitor, personId: string): Promise<KeptOutList> => (await visitor.get(`/api/people/${personId}/kept-out`).expect(200)).body as KeptOutList;
const keepOut = (visitor: Visitor, personId: string, userId: string, command: object = {}) =>
  visitor.send('post', `/api/people/${personId}/kept-out`, { userId, kind: 'alleged_source_of_harm', reviewOn: inDays(90), ...command });
const reportsFor = async (visitor: Visitor, personId: string): Promise<{ kind: string; name: string; reportedBy: string }[]> =>
  ((await visitor.get('/api/kept-out-reports').expect(200)).body as { items: { personId: string; kind: string; name: string; reportedBy: string }[] }).items.filter((item) => item.personId === personId);

describe('Whoever must not open a record', () => {
  it('is written down on a page without script; of a source of harm only those named know, and the others read what they read before', async () => {
    const personId = await margery(round, jo);
    const at = `/people/${personId}/kept-out`;
    const before = await pageOf(delphine, at);
    expect(await pageOf(jo, `${at}?search=Brennan`)).toMatch(/Who is it\? Mo Brennan Director, Age Well Brackenbridge/);
    const refused = (await jo.submit(at, { name: 'Brennan', userId: round.mo.userId, because: 'Her former husband' }).expect(422)).text;
    expect([refused.includes('Her former husband'), wordsOf(refused).includes('Choose why they must not open it'), refused.includes(`value="${round.mo.userId}" checked`)]).toEqual([true, true, true]);
    await keepOut(jo, personId, round.mo.userId, { because: 'Her former husband', knownTo: [round.idris.userId] }).expect(201);
    for (const reader of [jo, idris]) {
      expect((await keptOutOf(reader, personId)).people).toMatchObject([{ name: 'Mo Brennan', kind: 'alleged_source_of_harm', knownTo: ['Idris Vaughan', 'Jo Whitcombe'] }]);
      expect(await pageOf(reader, at)).toMatch(/Mo Brennan Age Well Brackenbridge.*They may be the source of harm: Her former husband/);
    }
    expect((await keptOutOf(delphine, personId)).people).toEqual([]);
    expect(await pageOf(delphine, at)).toBe(before);
    expect((await keepOut(jo, personId, round.mo.userId)).status).toBe(409);
    expect(codes((await keepOut(jo, personId, round.jo.userId).expect(422)).body)).toEqual(['/userId choice']);
  });

  it('I29: is answered byte for byte as a stranger is: opening, searching, exact numbers, registering', async () => {
    const nhsNumber = anNhsNumber();
    const personId = await margery(round, jo, { nhsNumber, nhsNumberAbsentBecause: undefined });
    const colleagues = [await aWorker(app, round.trust, { name: 'Rob Ash' }), await aWorker(app, round.trust, { name: 'Sam Else' })];
    await addToCircle(jo, personId, { organisationId: round.trust.id, membershipId: colleagues[0]?.membershipId, does: 'Visits', categories: ['contacts', 'circle', 'plan'] });
    const [harms, stranger] = [await (colleagues[0] as typeof round.jo).signIn(), await (colleagues[1] as typeof round.jo).signIn()];
    await harms.get(`/people/${personId}`).expect(200);
    await keepOut(jo, personId, colleagues[0]?.userId ?? '').expect(201);
    const family = (await app.sql<{ family: string }>('select family from person where person_id = $1', [personId]))[0]?.family ?? '';
    const addresses = ['', '/circle', '/plan', '/timeline', '/safe-contact', '/kept-out', '/protection', '/sharing', '/referrals'].map((rest) => `/people/${personId}${rest}`)
      .concat([`/api/people/${personId}`, `/people?search=${family}`, `/api/people?search=${family}`, `/api/people?search=${nhsNumber}`, '/caseload', '/api/caseload', '/api/notices', `/people/new?search=${family}`]);
    const plain = (text: string): string => text.replace(/name="_csrf" value="[^"]+"/g, '').replaceAll('Rob Ash', 'Sam Else');
    for (const address of addresses) {
      const [theirs, strangers] = [await harms.get(address), await stranger.get(address)];
      expect([address, theirs.status, plain(theirs.text)]).toEqual([address, strangers.status, plain(strangers.text)]);
    }
    const registering = async (visitor: Visitor) => visitor.send('post', '/api/people', { given: 'Margery', family: 'Test', birthDate: '1944-05-03', nhsNumber });
    const [theirs, strangers] = [await registering(harms), await registering(stranger)];
    const bare = (text: string): string => text.replace(/[0-9a-f-]{36}/g, 'id').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'at');
    expect([theirs.status, bare(theirs.text)]).toEqual([strangers.status, bare(strangers.text)]);
    expect(theirs.status).toBe(201);
  });

  it('I29: is offered to nobody as a helper or as who receives a referral, and who names them is answered as if they did not work there', async () => {
    const personId = await margery(round, jo);
    await keepOut(idris, personId, round.mo.userId).expect(201);
    expect(await pageOf(jo, `/people/${personId}/circle/add?organisation=${round.ageWell.id}`)).not.toContain('Mo Brennan');
    const add = (membershipId: string) => jo.send('post', `/api/people/${personId}/circle`, { organisationId: round.ageWell.id, membershipId, does: 'Visits', categories: ['contacts'] });
    const [barred, noColleague] = [await add(round.mo.membershipId), await add(round.martin.membershipId)];
    expect([barred.status, barred.text, codes(barred.body)]).toEqual([422, noColleague.text, ['/membershipId worker.notMember']]);
  });

  it('tries once and is reported to the lead of the organisation that wrote it down, once a day and to nobody else; they themselves read nothing of it', async () => {
    const personId = await margery(round, jo);
    const mo = await round.mo.signIn();
    const fran = await round.fran.signIn();
    const theirLead = await (await aWorker(app, round.ageWell, { name: 'Lee Dunn', roles: ['ig_lead'] })).signIn();
    await keepOut(jo, personId, round.mo.userId).expect(201);
    expect(await reportsFor(fran, personId)).toEqual([]);
    for (const address of [`/people/${personId}`, `/api/people/${personId}`, `/people/${personId}/plan`]) await mo.get(address).expect(404);
    expect(await reportsFor(fran, personId)).toMatchObject([{ kind: 'kept_out', name: 'Mo Brennan', reportedBy: 'Jo Whitcombe' }]);
    const { looks: { keptOut } } = (await fran.get('/api/information-governance').expect(200)).body as { looks: { keptOut: { count: number; last: string } } };
    expect(keptOut.count).toBe(((await fran.get('/api/kept-out-reports')).body as { items: unknown[] }).items.length);
    expect(await pageOf(fran, '/information-governance')).toContain(`People who were kept out : ${keptOut.count} in the list, the last on `);
    expect(await pageOf(fran, '/who-looked')).toContain('Mo Brennan, Age Well Brackenbridge, must not open this record and tried. They were not told that you know. Speak with Jo Whitcombe');
    expect(await reportsFor(theirLead, personId)).toEqual([]);
    await app.sql(`update membership set roles = '{ig_lead,practitioner}' where id = $1`, [round.mo.membershipId]);
    await app.sql(`update incident set organisation_id = $2 where person_id = $1`, [personId, round.ageWell.id]);
    expect(await reportsFor(await round.mo.signIn(), personId)).toEqual([]);
    expect(await reportsFor(theirLead, personId)).toHaveLength(1);
  });

  it('I29: somebody who asks for an exact number is reported too, though the answer says nothing', async () => {
    const nhsNumber = anNhsNumber();
    const personId = await margery(round, jo, { nhsNumber, nhsNumberAbsentBecause: undefined });
    const harms = await aWorker(app, round.council, { name: 'Rob Ash' });
    await keepOut(idris, personId, harms.userId).expect(201);
    const lead = await (await aWorker(app, round.trust, { name: 'Nia Lloyd', roles: ['ig_lead'] })).signIn();
    await (await harms.signIn()).send('post', '/api/people', { given: 'Margery', family: 'Test', birthDate: '1944-05-03', nhsNumber }).expect(201);
    expect(await reportsFor(lead, personId)).toMatchObject([{ kind: 'kept_out', name: 'Rob Ash', reportedBy: 'Idris Vaughan' }]);
  });

  it('is let in again by somebody who knows of it: what they could open before opens again', async () => {
    const personId = await margery(round, jo);
    await keepOut(jo, personId, round.delphine.userId, { kind: 'relative' }).expect(201);
    await delphine.get(`/people/${personId}`).expect(404);
    const [one] = (await keptOutOf(idris, personId)).people;
    await idris.submit(`/people/${personId}/kept-out/${one?.id}/end`).expect(303);
    await delphine.get(`/people/${personId}`).expect(200);
    expect((await jo.send('post', `/api/people/${personId}/kept-out/${one?.id}/end`)).status).toBe(404);
  });
});

describe('A family carer’s sign-in', () => {
  it('is stopped in one act by anybody of the circle: their page says what it says to somebody who has nothing, and no word tells why', async () => {
    const personId = await margery(round, jo);
    const carer = await letIn(app, personId, 'carer', { name: 'Ayo Oduya', categories: ['circle', 'contacts'] });
    const [theirs, nothing] = [await carer.signIn(), await (await letIn(app, await margery(round, jo), 'carer', { name: 'Ayo Oduya' })).signIn()];
    await theirs.get(`/me?person=${personId}`).expect(200);
    expect(await pageOf(delphine, `/people/${personId}/kept-out`)).toContain('Stop the sign-in of Ayo Oduya');
    await delphine.submit(`/people/${personId}/kept-out/carers`, { userId: carer.userId }).expect(303);
    const plain = (text: string): string => text.replace(/name="_csrf" value="[^"]+"/g, '');
    for (const address of [`/me?person=${personId}`, `/api/me/page?person=${personId}`, `/api/people/${personId}`, `/api/people/${personId}/timeline`, `/api/people/${personId}/care-plan`]) {
      const [stopped, stranger] = [await theirs.get(address), await nothing.get(address)];
      expect([address, stopped.status, plain(stopped.text)]).toEqual([address, 404, plain(stranger.text)]);
    }
    expect((await theirs.get('/api/me/people').expect(200)).body).toMatchObject({ items: [] });
    expect(await app.sql(`select 1 from notice where recipient_id = $1`, [carer.userId])).toEqual([]);
    const [one] = (await keptOutOf(jo, personId)).people;
    expect(one).toMatchObject({ name: 'Ayo Oduya', kind: 'sign_in_stopped' });
    await jo.send('post', `/api/people/${personId}/kept-out/${one?.id}/end`).expect(204);
    await theirs.get(`/me?person=${personId}`).expect(200);
  });

  it('when stopped is looked at by the lead of who stopped it; somebody who is no carer of theirs cannot be chosen', async () => {
    const personId = await margery(round, jo);
    const carer = await letIn(app, personId, 'carer', { name: 'Ayo Oduya' });
    expect(codes((await jo.send('post', `/api/people/${personId}/kept-out/carers`, { userId: round.mo.userId }).expect(422)).body)).toEqual(['/userId choice']);
    await jo.send('post', `/api/people/${personId}/kept-out/carers`, { userId: carer.userId }).expect(201);
    const fran = await round.fran.signIn();
    expect(await reportsFor(fran, personId)).toMatchObject([{ kind: 'sign_in_stopped', name: 'Ayo Oduya', reportedBy: 'Jo Whitcombe' }]);
    expect(await pageOf(fran, '/who-looked')).toContain('Jo Whitcombe stopped the sign-in of Ayo Oduya, a family carer');
    expect((await jo.send('post', `/api/people/${personId}/kept-out/carers`, { userId: carer.userId })).status).toBe(422);
  });
});
