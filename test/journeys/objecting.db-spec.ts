import type { ObjectionItem } from '../../apps/server/src/sharing/objection-item';
import type { Visitor } from '../support/app';
import { aWorker } from '../support/staff';
import { codes, wordsOf } from './people';
import { inDays } from './plans';
import { addToCircle, letIn, margery, startRound, timelineOf, write, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
let denise: Visitor;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
  denise = await (await aWorker(app, round.council, { name: 'Denise Marchetti', roles: ['team_manager'] })).signIn();
});
afterAll(() => app?.close());

const SAID = 'I do not want the nurses to read about my leg';
const at = (personId: string, rest = ''): string => `/api/people/${personId}/sharing/objections${rest}`;
const object = async (visitor: Visitor, personId: string, command: object = {}): Promise<ObjectionItem> =>
  (await visitor.send('post', at(personId), { organisationId: round.trust.id, level: 'own_only', said: SAID, ...command }).expect(201)).body as ObjectionItem;
const go = (visitor: Visitor, personId: string, { id, version }: { id: string; version: number }, step: string, command: object) =>
  visitor.send('post', at(personId, `/${id}/${step}`), command).set('If-Match', `"${version}"`);
const EXPLAINED = { explained: 'The nurses come with what they wrote themselves and nothing else' };
const DECIDED = { outcome: 'upheld', reasons: 'She knows what follows from it, and it harms nobody else', decidedBy: 'Denise Marchetti, team manager', guardian: 'Dr Amal Osei', reviewOn: inDays(90) };
const explain = async (personId: string, one: ObjectionItem): Promise<ObjectionItem> => (await go(jo, personId, one, 'explanation', EXPLAINED).expect(200)).body as ObjectionItem;
const decide = async (personId: string, one: ObjectionItem, command: object = {}): Promise<ObjectionItem> => (await go(denise, personId, one, 'decision', { ...DECIDED, ...command }).expect(200)).body as ObjectionItem;

describe('An objection', () => {
  it('holds from the moment at which it is written down, and takes from nobody what they wrote themselves', async () => {
    const personId = await margery(round, jo);
    await write(jo, personId, { text: 'The leg is worse', category: 'health' });
    await write(idris, personId, { text: 'Dressed the leg', category: 'health' });
    expect((await timelineOf(idris, personId)).texts).toHaveLength(2);
    expect(await object(jo, personId)).toMatchObject({ state: 'applied', organisation: 'Marl Valley Trust', said: SAID, recordedBy: 'Jo Whitcombe', explanation: null, decision: null, next: ['explained', 'withdrawn'] });
    expect((await timelineOf(idris, personId)).texts).toEqual(['Dressed the leg']);
    await idris.get(`/people/${personId}`).expect(200);
  });

  it('is read where it was told and by the key worker’s organisation; whom it is about, other partners, the person’s page and a carer have no trace of it', async () => {
    const [personId, never] = [await margery(round, jo), await margery(round, jo)];
    const one = await object(delphine, personId);
    for (const knower of [delphine, jo]) {
      expect((await knower.get(at(personId)).expect(200)).body).toMatchObject({ items: [{ id: one.id, said: SAID }] });
      expect(wordsOf((await knower.get(`/people/${personId}/sharing/objections/${one.id}`).expect(200)).text)).toContain(SAID);
      expect(wordsOf((await knower.get(`/people/${personId}/sharing`).expect(200)).text)).toContain('Marl Valley Trust: only what they write themselves');
    }
    await addToCircle(jo, personId, { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Repairs', categories: ['circle', 'contacts'] });
    const martin = await round.martin.signIn();
    for (const stranger of [idris, martin]) {
      expect((await stranger.get(at(personId)).expect(200)).body).toEqual({ items: [], next: null });
      await stranger.get(`/people/${personId}/sharing/objections/${one.id}`).expect(404);
      expect((await stranger.get(`/people/${personId}/sharing`).expect(200)).text).not.toContain('objects to');
      expect((await stranger.get(`/people/${personId}/timeline`).expect(200)).text).not.toContain('leg');
    }
    const [person, carer] = [await (await letIn(app, personId, 'person')).signIn(), await (await letIn(app, personId, 'carer', { categories: ['circle', 'access_log'] })).signIn()];
    const other = await (await letIn(app, never, 'person')).signIn();
    for (const reader of [person, carer]) for (const path of ['/me', '/me/access-log']) expect((await reader.get(path).expect(200)).text).not.toMatch(/objection|objects/i);
    await other.get('/me').expect(200);
    const lead = await (await aWorker(app, round.trust, { roles: ['ig_lead'] })).signIn();
    const log = (await lead.get(`/api/people/${personId}/access-log?limit=100`).expect(200)).body as { items: { subject: string; action: string; organisation: string }[] };
    expect(log.items.filter(({ subject, action, organisation }) => organisation !== round.trust.name && (subject === 'Objection' || action === 'refuse'))).toEqual([]);
  });

  it('is explained, then decided with reasons by a manager with the Caldicott guardian, and not by whoever wrote it down; page and JSON alike', async () => {
    const personId = await margery(round, jo);
    const one = await object(jo, personId);
    expect((await go(denise, personId, one, 'decision', DECIDED).expect(409)).body).toMatchObject({ type: 'urn:onestory:objection.state' });
    const page = `/people/${personId}/sharing/objections/${one.id}`;
    expect(wordsOf((await jo.submit(`${page}/explanation`, { _version: '1', explained: '.' }).expect(422)).text)).toContain('must be said in a few words');
    await jo.submit(`${page}/explanation`, { _version: '1', ...EXPLAINED }).expect(303);
    await go(jo, personId, { ...one, version: 2 }, 'decision', DECIDED).expect(403);
    expect(codes((await go(denise, personId, { ...one, version: 2 }, 'decision', { outcome: 'partly_upheld', reasons: 'x' }).expect(422)).body)).toEqual(['/reasons reason.short', '/decidedBy required', '/guardian required']);
    expect(codes((await go(denise, personId, { ...one, version: 2 }, 'decision', { ...DECIDED, outcome: 'partly_upheld', level: 'nothing', reviewOn: undefined }).expect(422)).body)).toEqual(['/level choice', '/reviewOn required']);
    expect(await decide(personId, { ...one, version: 2 })).toMatchObject({ state: 'upheld', explanation: { by: 'Jo Whitcombe', text: EXPLAINED.explained }, decision: { guardian: 'Dr Amal Osei', reviewOn: DECIDED.reviewOn } });
    expect(wordsOf((await jo.get(page).expect(200)).text)).toMatch(/Upheld: it holds.*Denise Marchetti, team manager, with the Caldicott guardian Dr Amal Osei.*She knows what follows/);
    const mine = await object(denise, personId, { organisationId: round.ageWell.id });
    const explained = (await go(denise, personId, mine, 'explanation', EXPLAINED).expect(200)).body as ObjectionItem;
    await go(denise, personId, explained, 'decision', DECIDED).expect(403);
  });

  it('goes on holding when it is upheld, as far as it is when in part, and no longer when it is not or is taken back', async () => {
    const seen = async (personId: string): Promise<number> => (await timelineOf(idris, personId)).texts.length;
    const start = async (): Promise<[string, ObjectionItem]> => {
      const personId = await margery(round, jo);
      await write(jo, personId, { text: 'The leg', category: 'health' });
      await write(jo, personId, { text: 'She rang', category: 'contacts' });
      return [personId, await explain(personId, await object(jo, personId))];
    };
    const [upheld, one] = await start();
    const held = await decide(upheld, one);
    expect(await seen(upheld)).toBe(0);
    expect(await decide(upheld, held, { outcome: 'partly_upheld', level: 'no_health' })).toMatchObject({ state: 'partly_upheld', level: 'no_health' });
    expect(await seen(upheld)).toBe(1);
    const [not, other] = await start();
    expect(await decide(not, other, { outcome: 'not_upheld', reviewOn: undefined })).toMatchObject({ state: 'not_upheld', next: [] });
    expect(await seen(not)).toBe(2);
    const [back, third] = await start();
    expect(await seen(back)).toBe(0);
    const gone = (await go(jo, back, third, 'withdrawal', { reason: 'She has thought about it again' }).expect(200)).body as ObjectionItem;
    expect(await seen(back)).toBe(2);
    await go(jo, back, gone, 'withdrawal', { reason: 'She has thought about it again' }).expect(409);
    expect(await app.sql(`select from_state, to_state, reason from state_transition where person_id = $1 and entity = 'Objection' order by id`, [back])).toEqual([
      { from_state: null, to_state: 'applied', reason: null }, { from_state: 'applied', to_state: 'explained', reason: null }, { from_state: 'explained', to_state: 'withdrawn', reason: 'She has thought about it again' },
    ]);
  });

  it('comes up with the lead on the day on which somebody looks at it again, goes on holding until then, and is gone when it was decided anew', async () => {
    const personId = await margery(round, jo);
    const held = await decide(personId, await explain(personId, await object(jo, personId)));
    const fran = await (await aWorker(app, round.council, { name: 'Fran Lister', roles: ['ig_lead'] })).signIn();
    const queue = async (): Promise<unknown[]> => ((await fran.get('/api/information-governance').expect(200)).body as { rights: { objections: { id: string; dueOn: string | null }[] } }).rights.objections.filter(({ id }) => id === held.id).map(({ dueOn }) => dueOn);
    expect(await queue()).toEqual([]);
    await app.sql('update objection set review_on = $2 where person_id = $1', [personId, inDays(0)]);
    expect(await queue()).toEqual([inDays(0)]);
    expect(wordsOf((await fran.get('/information-governance').expect(200)).text)).toContain('Objections to be looked at again (1)');
    expect(wordsOf((await fran.get(`/information-governance/objections/${held.id}`).expect(200)).text)).toMatch(/To be looked at again.*It goes on holding.*decides it again with the Caldicott guardian/);
    await decide(personId, held, { reviewOn: inDays(90) });
    expect(await queue()).toEqual([]);
  });

  it('stands beside a conversation, which neither ends nor repeats it', async () => {
    const personId = await margery(round, jo);
    await write(jo, personId, { text: 'The leg', category: 'health' });
    await object(jo, personId);
    await jo.send('post', `/api/people/${personId}/sharing/conversations`, { answer: 'yes', how: 'phone', spokeAlone: 'yes', capacity: 'can_decide' }).set('If-Match', '"0"').expect(201);
    expect((await timelineOf(idris, personId)).texts).toEqual([]);
  });

  it('input 41: names the version that was read, and is written down about an organisation that there is, and not about one’s own', async () => {
    const personId = await margery(round, jo);
    const bad = async (command: object): Promise<string[]> => codes((await jo.send('post', at(personId), { organisationId: round.trust.id, level: 'own_only', said: SAID, ...command }).expect(422)).body);
    expect(await bad({ organisationId: round.council.id })).toEqual(['/organisationId organisation.own']);
    expect(await bad({ organisationId: '0190aaaa-0000-7000-8000-00000000dead' })).toEqual(['/organisationId choice']);
    expect(await bad({ said: 'aaaa aaaa aaaa', level: 'usual' })).toEqual(['/level choice', '/said reason.short']);
    const one = await object(jo, personId);
    await jo.send('post', at(personId, `/${one.id}/explanation`), EXPLAINED).expect(428);
    await go(jo, personId, { ...one, version: 9 }, 'explanation', EXPLAINED).expect(412);
    await jo.submit(`/people/${personId}/sharing/objections/new`, { organisationId: round.ageWell.id, level: 'no_health', said: SAID }).expect(303);
    expect((await jo.submit(`/people/${personId}/sharing/objections/new`, { said: 'Kept' }).expect(422)).text).toContain('Kept');
  });
});
