import { newId } from '@app/kernel';
import { type Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { codes, wordsOf } from './people';
import { publish } from './plans';
import { letIn, margery, startRound, write, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

interface Said { id: string; version: number; statement: string; state: string; answerBy: string; how: string; subjectId: string; answer: string | null }
async function atHome(): Promise<{ personId: string; person: Visitor }> {
  const personId = await margery(round, jo);
  return { personId, person: await (await letIn(app, personId, 'person')).signIn() };
}
const saidOf = async (visitor: Visitor, personId: string): Promise<Said[]> => ((await visitor.get(`/api/people/${personId}/corrections`).expect(200)).body as { items: Said[] }).items;
const noticesOf = async (visitor: Visitor): Promise<string> => (await visitor.get('/api/notices').expect(200)).text;
const WRONG = { statement: 'I did not fall. I sat down.', spokeAlone: 'yes' };

describe('A person who says that something is wrong', () => {
  it('says it of a note on their own page: it stands beside it for everybody who may read the note, and its author is told', async () => {
    const { personId, person } = await atHome();
    const note = await write(idris, personId, { text: 'She fell at the gate.', visibleToPerson: true });
    expect((await person.get('/me').expect(200)).text).toContain(`href="/me/${personId}/wrong/ContactNote/${note.id}"`);
    expect(wordsOf((await person.get(`/me/${personId}/wrong/ContactNote/${note.id}`).expect(200)).text)).toMatch(/Marl Valley Trust wrote:.*She fell at the gate.*must answer within a month/);
    await person.submit(`/me/${personId}/wrong/ContactNote/${note.id}`, WRONG).expect(303);
    expect(wordsOf((await person.get('/me').expect(200)).text)).toMatch(/She fell at the gate.*I say this is wrong.*I did not fall.*Not answered yet/);
    for (const reader of [jo, idris, delphine]) expect(wordsOf((await reader.get(`/people/${personId}/timeline`).expect(200)).text)).toMatch(/She fell at the gate.*Margery says this is wrong.*I did not fall.*on their own page.*Alone/);
    const [said] = await saidOf(idris, personId);
    expect(said).toMatchObject({ statement: 'I did not fall. I sat down.', state: 'asked', how: 'online', subjectId: note.id });
    expect((await person.get('/api/me/page').expect(200)).body).toMatchObject({ corrections: [said] });
    await workThrough(app);
    expect(await noticesOf(idris)).toContain('correction.asked');
    expect(await noticesOf(jo)).not.toContain('correction.asked');
  });

  it('is answered within a month by the organisation that wrote it, and by no other: what was done, and why, stands beside it too', async () => {
    const { personId, person } = await atHome();
    const note = await write(idris, personId, { text: 'She fell at the gate.', visibleToPerson: true });
    const { id, version, answerBy } = (await person.send('post', `/api/me/${personId}/wrong/ContactNote/${note.id}`, WRONG).expect(201)).body as Said;
    const days = (Date.parse(answerBy) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(26);
    expect(days).toBeLessThan(32);
    const answer = { outcome: 'not_corrected', answer: 'Two of us saw it.' };
    await jo.send('post', `/api/people/${personId}/corrections/${id}/answer`, answer).set('If-Match', `"${version}"`).expect(403);
    expect(wordsOf((await jo.get(`/people/${personId}/corrections/${id}`).expect(200)).text)).toContain('The organisation that wrote it answers');
    expect(wordsOf((await idris.submit(`/people/${personId}/corrections/${id}/answer`, { _version: String(version), outcome: 'corrected' }).expect(422)).text)).toContain('Enter what you did and why');
    await idris.submit(`/people/${personId}/corrections/${id}/answer`, { _version: String(version), ...answer }).expect(303);
    expect(wordsOf((await person.get('/me').expect(200)).text)).toMatch(/I say this is wrong.*Not corrected:.*Two of us saw it.*Idris Vaughan/);
    expect(wordsOf((await jo.get(`/people/${personId}/corrections`).expect(200)).text)).toMatch(/I did not fall.*About a note.*Not corrected: Two of us saw it/);
    await idris.send('post', `/api/people/${personId}/corrections/${id}/answer`, answer).set('If-Match', `"${version + 1}"`).expect(409);
    expect(await app.sql(`select from_state, to_state from state_transition where entity_id = $1`, [id])).toEqual([{ from_state: 'asked', to_state: 'not_corrected' }]);
  });

  it('says it of a line of the plan: it stays beside the line in the next version, on the page and in print', async () => {
    const { personId, person } = await atHome();
    await publish(jo, personId);
    const [need] = await app.sql<{ id: string; item_id: string }>('select id, item_id from need where person_id = $1 and in_force', [personId]);
    await person.submit(`/me/${personId}/wrong/Need/${need?.id}`, { statement: 'I drive there myself', spokeAlone: 'no', present: 'My son' }).expect(303);
    const { plan } = (await jo.get(`/api/people/${personId}/care-plan`).expect(200)).body as { plan: { version: number } };
    await jo.send('post', `/api/people/${personId}/care-plan/small-updates`, { whoToRing: 'Jo, 01632 960999' }).set('If-Match', `"${plan.version}"`).expect(201);
    for (const path of ['', '/print']) expect(wordsOf((await jo.get(`/people/${personId}/plan${path}`).expect(200)).text)).toMatch(/Getting to rehearsals.*Margery says this is wrong.*I drive there myself.*Not alone: My son was there/);
  });

  it('says it by telephone or on paper too: whoever they tell writes it down', async () => {
    const { personId } = await atHome();
    const note = await write(idris, personId, { text: 'She fell at the gate.', visibleToPerson: true });
    expect((await jo.get(`/people/${personId}/timeline`).expect(200)).text).toContain(`href="/people/${personId}/corrections/of/ContactNote/${note.id}"`);
    const at = `/people/${personId}/corrections/of/ContactNote/${note.id}`;
    expect(wordsOf((await jo.submit(at, { statement: 'No fall' }).expect(422)).text)).toMatch(/Choose how you talked.*Choose whether they spoke alone.*No fall/);
    await jo.submit(at, { ...WRONG, how: 'phone' }).expect(303);
    expect(await saidOf(idris, personId)).toEqual([expect.objectContaining({ how: 'phone', state: 'asked' })]);
    expect(codes((await jo.send('post', `/api${at}`, { ...WRONG, how: 'online' }).expect(422)).body)).toEqual(['/how choice']);
  });
});

describe('What is said to be wrong', () => {
  it('is read by those only who read what it is about, whatever that is', async () => {
    const { personId, person } = await atHome();
    const inside = await write(idris, personId, { text: 'Between us', audience: 'internal', visibleToPerson: true });
    await person.send('post', `/api/me/${personId}/wrong/ContactNote/${inside.id}`, { ...WRONG, statement: 'Quietly wrong' }).expect(201);
    expect(await saidOf(idris, personId)).toHaveLength(1);
    for (const reader of [jo, delphine]) {
      expect(await saidOf(reader, personId)).toEqual([]);
      for (const path of ['timeline', 'corrections']) expect((await reader.get(`/people/${personId}/${path}`).expect(200)).text).not.toContain('Quietly wrong');
      await reader.get(`/people/${personId}/corrections/of/ContactNote/${inside.id}`).expect(404);
      await reader.send('post', `/api/people/${personId}/corrections/of/ContactNote/${inside.id}`, { ...WRONG, how: 'phone' }).expect(404);
    }
  });

  it('is not said of what the person may not read, which is answered like what is not there; nor by a family carer in their place', async () => {
    const { personId, person } = await atHome();
    const hidden = await write(jo, personId, { text: 'Not for her', visibleToPerson: false });
    const shown = await write(jo, personId, { text: 'For her', visibleToPerson: true });
    const [one, none] = [await person.get(`/me/${personId}/wrong/ContactNote/${hidden.id}`), await person.get(`/me/${personId}/wrong/ContactNote/${newId()}`)];
    expect([one.status, one.text]).toEqual([404, none.text]);
    for (const address of [`ContactNote/${hidden.id}`, `Alert/${shown.id}`, `Person/${personId}`]) await person.send('post', `/api/me/${personId}/wrong/${address}`, WRONG).expect(404);
    const carer = await (await letIn(app, personId, 'carer', { categories: ['contacts'] })).signIn();
    expect((await carer.get('/me').expect(200)).text).not.toContain('/wrong/');
    await carer.send('post', `/api/me/${personId}/wrong/ContactNote/${shown.id}`, WRONG).expect(404);
  });
});
