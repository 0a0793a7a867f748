import { newId } from '@app/kernel';
import type { Merge, MergeOf } from '@app/persons';
import type { Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { aWorker, type TestWorker } from '../support/staff';
import { aFamilyName, anNhsNumber, openCase, peopleOn, register, wordsOf } from './people';
import { inDays } from './plans';
import { addToCircle, letIn, startRound, timelineOf, write, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
let fran: Visitor;
let lin: TestWorker;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
  fran = await round.fran.signIn();
  lin = await aWorker(app, round.trust, { name: 'Lin Hartley', jobTitle: 'Nurse', teamIds: [round.nursing] });
});
afterAll(() => app?.close());

interface Two { kept: string; merged: string; family: string }

/** Derek twice: the council registered him with a case, the charity again; the nurses help by both, and the council is in the circle of the charity's record. */
async function two(kept: Record<string, unknown> = {}, merged: Record<string, unknown> = {}): Promise<Two> {
  const family = aFamilyName();
  const ids = { kept: await register(jo, { given: 'Derek', family, ...kept }), merged: await register(delphine, { given: 'Derek', family, nhsNumberAbsentBecause: undefined, birthDate: '1944-03-05', ...merged }) };
  await openCase(jo, ids.kept, { keyWorkerMembershipId: round.jo.membershipId });
  const nurses = { organisationId: round.trust.id, teamId: round.nursing, does: 'Dresses the leg', categories: ['about_me', 'circle', 'contacts', 'identity'] };
  await addToCircle(jo, ids.kept, nurses);
  await addToCircle(delphine, ids.merged, nurses);
  await addToCircle(delphine, ids.merged, { organisationId: round.council.id, does: 'Coordinates', categories: ['circle', 'identity'] });
  return { ...ids, family };
}
const propose = (visitor: Visitor, { kept, merged }: Two, command: object = {}) => visitor.send('post', `/api/people/${kept}/same-person/${merged}`, { keep: 'this', because: 'He showed both letters', ...command });
const waiting = async (visitor: Visitor, { merged }: Two): Promise<Merge | undefined> => ((await visitor.get('/api/merges').expect(200)).body as { items: Merge[] }).items.find((one) => one.merged.personId === merged);
const decide = async (visitor: Visitor, pair: Two, command: object = {}) => {
  const merge = await waiting(visitor, pair);
  return visitor.send('post', `/api/merges/${merge?.id}/decision`, { decision: 'confirm', because: 'The practice has one patient', ...command }).set('If-Match', `"${merge?.version}"`);
};
const undo = async (visitor: Visitor, pair: Two) => {
  const merge = await waiting(visitor, pair);
  return visitor.send('post', `/api/merges/${merge?.id}/undoing`, { because: 'They are twins' }).set('If-Match', `"${merge?.version}"`);
};
async function joined(...traits: Parameters<typeof two>): Promise<Two> {
  const pair = await two(...traits);
  await propose(idris, pair).expect(204);
  expect((await decide(fran, pair)).status).toBe(204);
  return pair;
}
const status = async (visitor: Visitor, address: string): Promise<number> => (await visitor.get(address)).status;
const pageOf = async (visitor: Visitor, address: string): Promise<string> => wordsOf((await visitor.get(address).expect(200)).text);
const found = async (visitor: Visitor, search: string): Promise<string[]> => ((await visitor.get(`/api/people?search=${encodeURIComponent(search)}`).expect(200)).body as { items: { personId: string }[] }).items.map(({ personId }) => personId).sort();

describe('The same person twice', () => {
  it('is compared side by side, proposed by one and decided by another, on pages without script', async () => {
    const pair = await two({ nhsNumber: anNhsNumber(), nhsNumberAbsentBecause: undefined });
    expect((await idris.get(`/people/${pair.kept}`)).text).toContain(`href="/people/${pair.kept}/same-person"`);
    expect((await idris.get(`/people/${pair.kept}/same-person`).expect(200)).text).toContain(`/people/${pair.kept}/same-person/${pair.merged}`);
    const at = `/people/${pair.kept}/same-person/${pair.merged}`;
    expect(await pageOf(idris, at)).toMatch(/Date of birth This record 3 May 1944 The other record 5 March 1944 Compared Different.*Are they one person\?/);
    const refused = wordsOf((await idris.submit(at, { because: '' }).expect(422)).text);
    expect(refused).toMatch(/Choose which record goes on|Enter which record goes on/);
    await idris.submit(at, { keep: 'this', because: 'He showed both letters' }).expect(303);
    expect(await pageOf(idris, at)).toMatch(/Proposed: somebody else decides.*He showed both letters.*Take the proposal back/);
    expect((await propose(idris, pair)).status).toBe(409);
    expect(await pageOf(fran, '/information-governance')).toMatch(/The same person twice ?: \d+ to decide/);
    const merge = await waiting(fran, pair);
    const decision = `/information-governance/merges/${merge?.id}`;
    expect(await pageOf(fran, decision)).toMatch(/Derek .* Registered by Marlshire County Council.*Registered by Age Well Brackenbridge.*He showed both letters/);
    expect(wordsOf((await fran.submit(`${decision}/decision`, { _version: '1', decision: 'confirm', because: '' }).expect(422)).text)).toMatch(/Enter how you know/);
    await fran.submit(`${decision}/decision`, { _version: '1', decision: 'confirm', because: 'The practice has one patient' }).expect(303);
    expect((await idris.get(`/people/${pair.merged}`).expect(303)).headers.location).toBe(`/people/${pair.kept}`);
    expect((await idris.get(`/api/people/${pair.merged}`).expect(303)).headers.location).toBe(`/api/people/${pair.kept}`);
    const page = (await idris.get(`/people/${pair.kept}`).expect(200)).text;
    expect(wordsOf(page)).toContain('Part of this story stands in an earlier record');
    expect(page).toContain(`href="/people/${pair.merged}?record=earlier"`);
    expect(await pageOf(idris, `/people/${pair.merged}?record=earlier`)).toContain('This is an earlier record of the same person');
    expect(await pageOf(idris, at)).toMatch(/They are one person/);
    expect(await pageOf(idris, at)).not.toContain('5 March 1944');
    await fran.submit(`${decision}/undoing`, { _version: '2', because: 'They are twins' }).expect(303);
    expect(await pageOf(idris, `/people/${pair.merged}`)).not.toContain('earlier record');
    expect(await status(fran, decision)).toBe(404);
  });

  it('leaves who reads what of each as it was: who knows only one of them finds it as before, with no trace of the other', async () => {
    const pair = await two();
    const [inKept, inMerged] = [await write(jo, pair.kept, { text: 'Written by the council.' }), await write(delphine, pair.merged, { text: 'Written by the charity.' })];
    const own = await letIn(app, pair.merged, 'person');
    const [asDerek, before] = [await own.signIn(), await (await own.signIn()).get(`/api/people/${pair.merged}`).expect(200)];
    const seen = async (visitor: Visitor, personId: string): Promise<string[] | number> => ((await status(visitor, `/api/people/${personId}/timeline`)) === 200 ? (await timelineOf(visitor, personId)).ids.sort() : 404);
    const all = async () => Promise.all([jo, idris, delphine].flatMap((visitor) => [seen(visitor, pair.kept), seen(visitor, pair.merged)]));
    const charity = async (): Promise<string> => (await delphine.get(`/api/people/${pair.merged}`).expect(200)).text;
    const [was, wasToCharity] = [await all(), await charity()];
    expect(was[4]).toBe(404);
    await propose(idris, pair).expect(204);
    expect((await decide(fran, pair)).status).toBe(204);
    expect(await all()).toEqual(was);
    expect(await charity()).toBe(wasToCharity);
    expect((await asDerek.get(`/api/people/${pair.merged}`).expect(200)).text).toBe(before.text);
    for (const address of [`/people/${pair.merged}`, `/people/${pair.merged}/same-person`]) expect(await pageOf(delphine, address)).not.toMatch(/earlier|Goes on|Fran Lister/);
    expect([inKept.id, inMerged.id].map((id) => was.some((ids) => Array.isArray(ids) && ids.includes(id)))).toEqual([true, true]);
    const later = await write(delphine, pair.merged, { text: 'Written since.' });
    expect((await undo(fran, pair)).status).toBe(204);
    expect((await timelineOf(idris, pair.merged)).ids).toContain(later.id);
    expect((await timelineOf(idris, pair.kept)).ids).not.toContain(later.id);
  });

  it('stands in no search, list or banner twice for who works with both, and no work is hidden', async () => {
    const pair = await two();
    expect(await found(idris, pair.family)).toEqual([pair.kept, pair.merged].sort());
    expect(await pageOf(idris, `/people/${pair.kept}`)).toContain('Another person with this name');
    await propose(idris, pair).expect(204);
    await decide(fran, pair);
    expect(await found(idris, pair.family)).toEqual([pair.kept]);
    expect(await found(delphine, pair.family)).toEqual([pair.merged]);
    expect(await found(idris, '1944-03-05')).not.toContain(pair.merged);
    for (const address of [`/people/${pair.kept}`, `/people/${pair.merged}?record=earlier`]) expect(await pageOf(idris, address)).not.toContain('Another person with this name');
    expect(peopleOn((await idris.get(`/caseload?search=${pair.family}`).expect(200)).text)).toEqual([pair.kept]);
    // Who sees only the earlier one opens a case in it: from then on it is found and opened like any other.
    await openCase(delphine, pair.merged);
    expect(await found(idris, pair.family)).toEqual([pair.kept, pair.merged].sort());
    expect(await status(idris, `/people/${pair.merged}`)).toBe(200);
  });

  it('keeps out of both whoever must not open one, protects where they are on both, and gives each back when taken apart', async () => {
    const pair = await two({ address: '4 Mill Lane', postcode: 'ZZ99 3VZ' }, { address: '9 Quay Street', postcode: 'ZZ99 3VZ' });
    const asLin = await lin.signIn();
    await delphine.send('post', `/api/people/${pair.merged}/kept-out`, { userId: lin.userId, kind: 'alleged_source_of_harm', reviewOn: inDays(90) }).expect(201);
    expect([await status(asLin, `/people/${pair.kept}`), await status(asLin, `/people/${pair.merged}`)]).toEqual([200, 404]);
    await propose(idris, pair).expect(204);
    await decide(fran, pair);
    const [hidden, missing] = [await asLin.get(`/api/people/${pair.kept}`), await asLin.get(`/api/people/${newId()}`)];
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
    // The attempt is reported where it was said, of the record of which it was said; nobody of the other reads who is kept out.
    expect(await app.sql('select person_id from incident where about_user = $1', [lin.userId])).toEqual([{ person_id: pair.merged }]);
    expect((await jo.get(`/api/people/${pair.kept}/kept-out`).expect(200)).text).not.toContain('Lin Hartley');
    expect(await pageOf(idris, `/people/${pair.kept}`)).toContain('4 Mill Lane');
    const { version, points } = (await delphine.get(`/api/people/${pair.merged}/protection`).expect(200)).body as { version: number; points: { id: string }[] };
    await delphine.send('post', `/api/people/${pair.merged}/protection`, { points: points.map(({ id }) => id), because: 'Somebody looks for him', reviewOn: inDays(90) }).set('If-Match', `"${version}"`).expect(201);
    expect(await pageOf(idris, `/people/${pair.kept}`)).not.toContain('4 Mill Lane');
    expect(await pageOf(jo, `/people/${pair.kept}`)).toMatch(/Protected: do not pass on .*4 Mill Lane/);
    expect(await pageOf(jo, `/people/${pair.kept}/same-person/${pair.merged}`)).not.toMatch(/Mill Lane|Quay Street/);
    expect((await undo(fran, pair)).status).toBe(204);
    expect(await status(asLin, `/people/${pair.kept}`)).toBe(200);
    expect(await status(asLin, `/people/${pair.merged}`)).toBe(404);
    expect(await pageOf(idris, `/people/${pair.kept}`)).toContain('4 Mill Lane');
    expect(await pageOf(idris, `/people/${pair.merged}`)).not.toContain('Quay Street');
  });

  it('is restricted on both while it is on one, and is lifted where it was said', async () => {
    const pair = await joined();
    const restriction = (personId: string) => `/api/people/${personId}/restriction`;
    await delphine.send('put', restriction(pair.merged), { because: 'He asked for it', reviewOn: inDays(90) }).set('If-Match', '"0"').expect(204);
    expect(await status(idris, `/api/people/${pair.kept}`)).toBe(404);
    await jo.send('post', `/api/people/${pair.kept}/opening`, { because: 'working_with' }).expect(204);
    const held = (await jo.get(restriction(pair.kept)).expect(200)).body as { restricted: boolean; version: number; because: string; by: string };
    expect([held.restricted, held.because, held.by]).toEqual([true, 'To keep them safe', 'Information governance']);
    expect((await jo.send('post', `${restriction(pair.kept)}/lift`, { whyLifted: 'x' }).set('If-Match', `"${held.version}"`)).status).toBe(409);
    await delphine.send('post', `${restriction(pair.merged)}/lift`, { whyLifted: 'No longer' }).set('If-Match', '"1"').expect(204);
    expect(await status(idris, `/api/people/${pair.kept}`)).toBe(200);
  });

  it('has one NHS number that counts: the other is known still, and registered by nobody', async () => {
    const [first, second] = [anNhsNumber(), anNhsNumber()];
    const pair = await two({ nhsNumber: first, nhsNumberAbsentBecause: undefined });
    await app.sql(`update person set nhs_number = $2, nhs_number_state = 'valid' where person_id = $1`, [pair.merged, second]);
    await app.sql(`insert into nhs_number_holder (nhs_number, person_id, state) values ($1, $2, 'current')`, [second, pair.merged]);
    const state = async (): Promise<unknown> => app.sql('select nhs_number, state from nhs_number_holder where nhs_number = any ($1) order by state', [[first, second]]);
    const asked = async () => { const answer = await jo.send('post', '/api/people', { given: 'Derek', family: aFamilyName(), nhsNumber: second }); return [answer.status, answer.text.replace(/"requestId":"[^"]*"/, '')]; };
    const before = await asked();
    expect(before[0]).toBe(409);
    await propose(idris, pair).expect(204);
    await decide(fran, pair);
    expect(await state()).toEqual([{ nhs_number: first, state: 'current' }, { nhs_number: second, state: 'superseded' }]);
    expect(await asked()).toEqual(before);
    expect(await found(idris, second)).toEqual([]);
    await undo(fran, pair);
    expect(await state()).toEqual(expect.arrayContaining([{ nhs_number: second, state: 'current' }]));
  });

  it('is proposed by who works with both only: of a record that is hidden nobody is told more than of one that is missing', async () => {
    const pair = await two();
    for (const other of [pair.kept, newId()]) {
      expect(await status(delphine, `/api/people/${pair.merged}/same-person/${other}`)).toBe(404);
      expect((await delphine.send('post', `/api/people/${pair.merged}/same-person/${other}`, { keep: 'this', because: 'x' })).status).toBe(404);
    }
    const [hidden, missing] = [await delphine.get(`/api/people/${pair.merged}/same-person/${pair.kept}`), await delphine.get(`/api/people/${pair.merged}/same-person/${newId()}`)];
    expect(hidden.text).toBe(missing.text);
    expect((await propose(idris, pair, { keep: 'other' })).status).toBe(409);
    await propose(idris, pair).expect(204);
    const about = ((await delphine.get(`/api/people/${pair.merged}/same-person`).expect(200)).body as { merges: MergeOf[] }).merges;
    expect(about).toEqual([]);
    await idris.send('post', `/api/people/${pair.kept}/same-person/${pair.merged}/withdrawal`).set('If-Match', '"1"').expect(204);
    expect(await waiting(fran, pair)).toBeUndefined();
  });

  it('is decided by a lead of who holds the record that goes on, who knows both, and never by whoever proposed it', async () => {
    const pair = await two();
    const both = await aWorker(app, round.council, { name: 'Ada Both', jobTitle: 'Lead and worker', roles: ['practitioner', 'ig_lead'] });
    const elsewhere = await (await aWorker(app, round.trust, { name: 'Lena Lead', roles: ['ig_lead'] })).signIn();
    const ada = await both.signIn();
    await propose(ada, pair).expect(204);
    expect(await waiting(elsewhere, pair)).toBeUndefined();
    const merge = await waiting(ada, pair);
    expect([merge?.isMine, (await decide(ada, pair)).status]).toEqual([true, 403]);
    expect((await elsewhere.send('post', `/api/merges/${merge?.id}/decision`, { decision: 'confirm', because: 'x' }).set('If-Match', '"1"')).status).toBe(404);
    expect((await decide(fran, pair, { decision: 'decline' })).status).toBe(204);
    expect(await status(idris, `/people/${pair.merged}`)).toBe(200);
    expect((await fran.send('post', `/api/merges/${merge?.id}/decision`, { decision: 'confirm', because: 'x' }).set('If-Match', '"2"')).status).toBe(404);
    await workThrough(app);
    const told = ((await ada.get('/api/notices').expect(200)).body as { items: { kind: string; personId: string }[] }).items;
    expect(told).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'person.merge-declined', personId: pair.kept })]));
  });

  it('is told to those who decide it, without a name and while it waits, and to no other lead', async () => {
    const pair = await two();
    const ivy = await (await aWorker(app, round.ageWell, { name: 'Ivy Lead', roles: ['ig_lead'] })).signIn();
    const elsewhere = await (await aWorker(app, round.trust, { name: 'Lena Lead', roles: ['ig_lead'] })).signIn();
    await propose(idris, pair).expect(204);
    const merge = await waiting(fran, pair);
    const about = async (visitor: Visitor): Promise<object[]> => ((await visitor.get('/api/notices').expect(200)).body as { items: { kind: string; subjectId: string }[] }).items.filter(({ subjectId }) => subjectId === merge?.id);
    expect(await about(fran)).toEqual([expect.objectContaining({ kind: 'person.merge-proposed' })]);
    const page = (await fran.get('/notices').expect(200)).text;
    expect(page).toContain(`/information-governance/merges/${merge?.id}`);
    expect(page).not.toContain(pair.family);
    for (const visitor of [jo, idris, delphine, ivy, elsewhere]) expect(await about(visitor)).toEqual([]);
    expect((await decide(fran, pair)).status).toBe(204);
    expect(await about(fran)).toEqual([]);
  });

  it('gives nothing back where it was not said: what is only held on the other record stays, and says whom to ask', async () => {
    const pair = await two({ address: '4 Mill Lane', postcode: 'ZZ99 3VZ' }, { address: '9 Quay Street', postcode: 'ZZ99 3VZ' });
    const protection = async (visitor: Visitor, personId: string) => (await visitor.get(`/api/people/${personId}/protection`).expect(200)).body as { version: number; points: { id: string; version?: number }[] };
    const { version, points } = await protection(delphine, pair.merged);
    await delphine.send('post', `/api/people/${pair.merged}/protection`, { points: points.map(({ id }) => id), because: 'Somebody looks for him', reviewOn: inDays(90) }).set('If-Match', `"${version}"`).expect(201);
    await propose(idris, pair).expect(204);
    expect((await decide(fran, pair)).status).toBe(204);
    const [held] = (await protection(jo, pair.kept)).points;
    const [row] = await app.sql<{ version: number }>('select row_version as version from contact_point where id = $1', [held?.id]);
    const answer = await jo.send('post', `/api/people/${pair.kept}/protection/${held?.id}/lift`, {}).set('If-Match', `"${row?.version}"`);
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([409, 'urn:onestory:protection.held']);
    expect(await pageOf(idris, `/people/${pair.kept}`)).not.toContain('4 Mill Lane');
  });

  it('is told to the key worker who opens both, is in the log of both for those who look after it, and for nobody outside', async () => {
    const pair = await joined();
    await workThrough(app);
    const told = async (visitor: Visitor): Promise<string[]> => ((await visitor.get('/api/notices').expect(200)).body as { items: { kind: string; personId: string }[] }).items.filter(({ personId }) => personId === pair.kept || personId === pair.merged).map(({ kind }) => kind);
    expect([(await told(jo)).includes('person.merged'), (await told(idris)).includes('person.merged'), (await told(delphine)).includes('person.merged')]).toEqual([true, true, false]);
    for (const personId of [pair.kept, pair.merged]) expect(await pageOf(fran, `/people/${personId}/access-log`)).toContain('Decided whether two records are of one person');
    const charity = await (await aWorker(app, round.ageWell, { name: 'Ivy Lead', roles: ['ig_lead'] })).signIn();
    expect(await pageOf(charity, `/people/${pair.merged}/access-log`)).not.toContain('two records');
  });
});
