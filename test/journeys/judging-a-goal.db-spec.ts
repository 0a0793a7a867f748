import { fileFrom, wordsIn } from '../support/pdf';
import { workThrough } from '../support/jobs';
import { aWorker } from '../support/staff';
import { codes, wordsOf } from './people';
import { inDays, planOf, publish, smallest } from './plans';
import { letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app.close());

interface Judgement { on: string; progress: string; words: string | null; how: string | null; saidBy: string; organisation: string | null }
interface History { goal: { id: string; text: string }; person: Judgement[]; team: Judgement[] }
type Judged = { goals: { id: string; judged: { person: Judgement | null; team: Judgement | null } }[]; plan: { label: string } };

async function planned(goal: Record<string, unknown> = {}): Promise<{ personId: string; goal: string; json: string; page: string }> {
  const personId = await margery(round, jo);
  const { goals } = await publish(jo, personId, { ...smallest(), goals: [{ text: 'Sing at Easter', noActionBecause: 'We wait', ...goal }] });
  const id = goals[0]?.id ?? '';
  return { personId, goal: id, json: `/api/people/${personId}/care-plan/goals/${id}/judgements`, page: `/people/${personId}/plan/goals/${id}` };
}
const judgedIn = async (visitor: typeof jo, personId: string): Promise<Judged['goals'][0]['judged'] | undefined> => (await planOf(visitor, personId) as unknown as Judged).goals[0]?.judged;

describe('How a goal goes', () => {
  it('is read by who reads the plan and writes nothing, an advocate or somebody in an emergency, without a form that would refuse them', async () => {
    const { json, page } = await planned();
    for (const role of ['advocate', 'emergency_viewer'] as const) {
      const reader = await (await aWorker(app, round.council, { roles: [role] })).signIn();
      const read = (await reader.get(page).expect(200)).text;
      expect([wordsOf(read).includes('What the team says'), read.includes('Save what was said')]).toEqual([true, false]);
      await reader.send('post', json, { side: 'team', progress: 'closer' }).expect(403);
    }
    expect((await jo.get(page).expect(200)).text).toContain('Save what was said');
  });

  it('is said by the person on their own page and by the team, each with its day and kept apart, and no version comes of it', async () => {
    const { personId, goal, json, page } = await planned();
    const herself = await (await letIn(app, personId, 'person', { name: 'Margery Test' })).signIn();
    expect((await herself.get('/me').expect(200)).text).toContain(`href="/me/${personId}/goals/${goal}"`);
    await herself.submit(`/me/${personId}/goals/${goal}`, { progress: 'closer', words: 'I can stand through the first half' }).expect(303);
    await idris.submit(page, { side: 'team', progress: 'further', words: 'More breathless than in spring', 'judgedOn[day]': '', 'judgedOn[month]': '', 'judgedOn[year]': '' }).expect(303);
    const words = wordsOf((await jo.get(`/people/${personId}/plan`).expect(200)).text);
    expect(words).toMatch(/Margery: It has come closer, \d+ \w+ \d{4}, on their own page\. “I can stand through the first half”.*The team: It is further away, \d+ \w+ \d{4}, Idris Vaughan, Marl Valley Trust\. “More breathless than in spring”/);
    expect(await planOf(jo, personId)).toMatchObject({ plan: { label: '1' }, versions: [{ label: '1' }] });
    expect(await judgedIn(jo, personId)).toMatchObject({ person: { progress: 'closer', how: 'online', on: inDays(0), organisation: null }, team: { progress: 'further', saidBy: 'Idris Vaughan', organisation: 'Marl Valley Trust', how: null } });
    expect(((await jo.get(json).expect(200)).body as History).person).toHaveLength(1);
    for (const path of ['/me', `/me/${personId}/goals/${goal}`]) expect(wordsOf((await herself.get(path).expect(200)).text)).toMatch(/first half.*More breathless/);
    await workThrough(app);
    expect(((await jo.get('/api/notices').expect(200)).body as { items: { personId: string; kind: string }[] }).items.filter((one) => one.personId === personId).map(({ kind }) => kind)).toContain('care-plan.goal-judged');
  });

  it('is written down when they say it by telephone, also of a day before; the last day counts, and what was said before stays readable', async () => {
    const { personId, json, page } = await planned();
    await jo.send('post', json, { side: 'person', progress: 'closer', how: 'face_to_face', words: 'Now' }).expect(201);
    await idris.send('post', json, { side: 'person', progress: 'same', how: 'phone', words: 'Before', judgedOn: inDays(-20) }).expect(201);
    await idris.send('post', json, { side: 'team', progress: 'same' }).expect(201);
    const { person, team } = (await jo.get(json).expect(200)).body as History;
    expect(person.map(({ words, on, how, saidBy }) => [words, on, how, saidBy])).toEqual([['Now', inDays(0), 'face_to_face', 'Jo Whitcombe'], ['Before', inDays(-20), 'phone', 'Idris Vaughan']]);
    expect(team).toHaveLength(1);
    expect(await judgedIn(jo, personId)).toMatchObject({ person: { words: 'Now' } });
    expect(wordsOf((await jo.get(page).expect(200)).text)).toMatch(/What Margery says.*Now.*by phone, written down by Idris Vaughan.*Before.*What the team says.*It is the same/);
  });

  it('stands in print, in the PDF and in the copy, and nowhere as a number', async () => {
    const { personId, json } = await planned();
    await jo.send('post', json, { side: 'person', progress: 'closer', how: 'phone', words: 'Half of it' }).expect(201);
    await jo.send('post', json, { side: 'team', progress: 'further' }).expect(201);
    const line = /Margery: It has come closer, .*by phone, written down by Jo Whitcombe\. “Half of it” The team: It is further away/;
    expect(wordsOf((await idris.get(`/people/${personId}/plan/print`).expect(200)).text)).toMatch(line);
    expect(await wordsIn((await fileFrom(idris.get(`/people/${personId}/plan/pdf`)).expect(200)).body as Buffer)).toMatch(line);
    expect((await idris.get(`/people/${personId}/plan/copy.txt`).expect(200)).text.replace(/\s+/g, ' ')).toMatch(line);
    expect(JSON.stringify((await jo.get(json).expect(200)).body)).not.toMatch(/average|score|percent/);
  });

  it('I25: is read by whoever reads the goal, and by nobody else', async () => {
    const hers = await planned({ audience: 'internal' });
    await jo.send('post', hers.json, { side: 'team', progress: 'same', words: 'ours' }).expect(201);
    await idris.get(hers.json).expect(404);
    await idris.get(hers.page).expect(404);
    await idris.send('post', hers.json, { side: 'team', progress: 'same' }).expect(404);
    const named = await planned({ audience: 'named', namedOrganisationIds: [round.trust.id] });
    await idris.send('post', named.json, { side: 'team', progress: 'same', words: 'between us' }).expect(201);
    expect(((await jo.get(named.json).expect(200)).body as History).team).toMatchObject([{ words: 'between us' }]);
    expect(await app.sql('select audience, visible_to_person from goal_judgement where person_id = any ($1) order by audience', [[hers.personId, named.personId]])).toEqual([{ audience: 'internal', visible_to_person: false }, { audience: 'named', visible_to_person: true }]);
    const open = await planned();
    await jo.send('post', open.json, { side: 'team', progress: 'same', words: 'for plans' }).expect(201);
    for (const visitor of [delphine, await round.martin.signIn()]) await visitor.get(open.json).expect(404);
  });

  it('of a goal that is not theirs to read the person says nothing, and nobody says it for them', async () => {
    const { personId, goal, json } = await planned({ forPerson: 'no' });
    expect((await jo.send('post', json, { side: 'person', progress: 'same', how: 'phone' }).expect(409)).body).toMatchObject({ type: 'urn:onestory:goal.notTheirs' });
    await jo.send('post', json, { side: 'team', progress: 'same' }).expect(201);
    const herself = await (await letIn(app, personId, 'person')).signIn();
    await herself.get(`/me/${personId}/goals/${goal}`).expect(404);
    await herself.send('post', `/api/me/${personId}/goals/${goal}/judgements`, { progress: 'closer' }).expect(404);
  });

  it('a family carer neither says it in their place nor reads it', async () => {
    const { personId, goal, json } = await planned();
    await jo.send('post', json, { side: 'person', progress: 'same', how: 'phone', words: 'Not with Halina there' }).expect(201);
    const carer = await (await letIn(app, personId, 'carer', { categories: ['plan'] })).signIn();
    expect(await judgedIn(carer, personId)).toEqual({ person: null, team: null });
    expect(wordsOf((await carer.get(`/me?person=${personId}`).expect(200)).text)).not.toContain('Halina there');
    await carer.get(json).expect(404);
    await carer.get(`/me/${personId}/goals/${goal}`).expect(404);
    await carer.send('post', `/api/me/${personId}/goals/${goal}/judgements`, { progress: 'closer' }).expect(404);
  });

  it('says what is missing, keeps what was typed, and takes no day to come', async () => {
    const { json, page } = await planned();
    expect(codes((await jo.send('post', json, { side: 'person', progress: 'same' }).expect(422)).body)).toEqual(['/how required']);
    const refused = await jo.submit(page, { side: 'person', words: 'typed at length' }).expect(422);
    expect(refused.text).toContain('typed at length');
    expect(refused.text).toContain('href="#progress"');
    await jo.send('post', json, { side: 'team', progress: 'same', judgedOn: inDays(2) }).expect(422);
  });

  it('is never changed and goes with its goal into the next version; an earlier version shows what was said until it gave way', async () => {
    const { personId, goal, json } = await planned();
    await jo.send('post', json, { side: 'team', progress: 'same', words: 'in the first' }).expect(201);
    const [first] = (await planOf(jo, personId)).versions;
    await publish(jo, personId, { nextReviewOn: inDays(120), personView: 'agrees', viewAsked: 'directly', goals: [{ item: goal, text: 'Sing at Easter, standing', noActionBecause: 'We wait' }] });
    await jo.send('post', json, { side: 'team', progress: 'closer', words: 'in the second' }).expect(201);
    expect(await judgedIn(idris, personId)).toMatchObject({ team: { words: 'in the second' } });
    expect(((await idris.get(`/api/people/${personId}/care-plan/versions/${first?.id}`).expect(200)).body as Judged).goals[0]?.judged).toMatchObject({ team: { words: 'in the first' } });
    expect(((await jo.get(json).expect(200)).body as History).team.map(({ words }) => words)).toEqual(['in the second', 'in the first']);
    for (const role of ['onestory_app', 'onestory_owner']) {
      await app.sql('begin');
      await app.sql(`set local role ${role}`);
      const changed = await app.sql(`with done as (update goal_judgement set words = 'x' where person_id = $1 returning 1) select 1 from done`, [personId]).catch(() => []);
      await app.sql('rollback');
      expect([role, changed]).toEqual([role, []]);
    }
  });
});
