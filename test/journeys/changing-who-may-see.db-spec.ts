import { newId } from '@app/kernel';
import type { Visitor } from '../support/app';
import { codes, wordsOf } from './people';
import { addToCircle, letIn, margery, startRound, timelineOf, write, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

interface Audience { id: string; version: number; audience: string; namedOrganisationIds: string[]; visibleToPerson: boolean; readers: { organisation: string; who: string | null; sees: boolean }[]; readBefore: { name: string | null; organisation: string | null }[] }
const at = (personId: string, id: string, kind = 'ContactNote'): string => `/people/${personId}/audience/${kind}/${id}`;
const audienceOf = async (visitor: Visitor, personId: string, id: string, kind = 'ContactNote'): Promise<Audience> => (await visitor.get(`/api${at(personId, id, kind)}`).expect(200)).body as Audience;
const change = (visitor: Visitor, personId: string, item: { id: string; version: number }, command: object, kind = 'ContactNote') =>
  visitor.send('put', `/api${at(personId, item.id, kind)}`, command).set('If-Match', `"${item.version}"`);
const raise = async (visitor: Visitor, personId: string, alert: object = {}): Promise<{ id: string; version: number }> => (await visitor.send('post', `/api/people/${personId}/alerts`, {
  kind: 'environment', text: 'The step is loose', whatToDo: 'Mind it', reviewOn: '2030-01-01', audience: 'circle', ...alert,
}).expect(201)).body as { id: string; version: number };

describe('Who may see what is already written', () => {
  it('is narrowed by the organisation that wrote it, which is told who had read it; with the next request the others read it nowhere', async () => {
    const personId = await margery(round, jo);
    const note = await write(jo, personId, { text: 'She is afraid of the bills' });
    const correction = (await jo.send('post', `/api/people/${personId}/contact-notes/${note.id}/corrections`, { text: 'Of the gas bill' }).set('If-Match', `"${note.version}"`).expect(201)).body as { id: string };
    expect((await timelineOf(delphine, personId)).texts.sort()).toEqual(['Of the gas bill', 'She is afraid of the bills']);
    await jo.send('post', `/api/people/${personId}/corrections/of/ContactNote/${note.id}`, { how: 'phone', spokeAlone: 'yes', statement: 'It is the water bill' }).expect(201);
    const wrong = async (): Promise<string> => (await idris.get(`/api/people/${personId}/corrections`).expect(200)).text;
    expect(await wrong()).toContain('It is the water bill');
    const before = await audienceOf(jo, personId, note.id);
    expect(before).toMatchObject({ audience: 'circle', readBefore: [{ name: 'Delphine Carter', organisation: 'Age Well Brackenbridge' }] });
    expect(before.readers.filter(({ sees }) => sees).map(({ organisation }) => organisation).sort()).toEqual(['Age Well Brackenbridge', 'Marl Valley Trust', 'Marlshire County Council']);
    const page = wordsOf((await jo.get(at(personId, note.id)).expect(200)).text);
    expect(page).toMatch(/As it stands.*Delphine Carter, Age Well Brackenbridge.*Who has read it.*Delphine Carter, Age Well Brackenbridge, last on/);
    const checked = wordsOf((await jo.submit(`${at(personId, note.id)}/check`, { audience: 'internal' }).expect(200)).text);
    expect(checked).toMatch(/If you save it now, these will see it.*Marlshire County Council.*These will not.*Age Well/);
    await jo.submit(at(personId, note.id), { _version: String(before.version), audience: 'internal' }).expect(303);
    expect(await audienceOf(jo, personId, note.id)).toMatchObject({ audience: 'internal', readBefore: [{ name: 'Delphine Carter' }] });
    for (const other of [delphine, idris]) {
      expect((await timelineOf(other, personId)).texts).toEqual([]);
      for (const id of [note.id, correction.id]) await other.get(`/api/people/${personId}/contact-notes/${id}`).expect(404);
    }
    expect(await wrong()).not.toContain('It is the water bill');
    expect((await timelineOf(jo, personId)).texts.sort()).toEqual(['Of the gas bill', 'She is afraid of the bills']);
    const [event] = await app.sql<{ detail: object }>(`select detail from audit_event where person_id = $1 and action = 'change' and detail ? 'to'`, [personId]);
    expect(event?.detail).toEqual({ from: { audience: 'circle', named: [], person: false }, to: { audience: 'internal', named: [], person: false } });
  });

  it('I23: what is told of an alert in the timeline goes with it', async () => {
    const personId = await margery(round, jo);
    const before = await idris.get(`/api/people/${personId}/timeline?limit=100`).expect(200);
    const alert = await raise(jo, personId);
    expect((await idris.get(`/api/people/${personId}/timeline?limit=100`)).text).not.toBe(before.text);
    await change(jo, personId, alert, { audience: 'internal' }, 'Alert').expect(200);
    expect((await idris.get(`/api/people/${personId}/timeline?limit=100`)).text).toBe(before.text);
    expect((await idris.get(`/api/people/${personId}/alerts`).expect(200)).body).toMatchObject({ items: [] });
  });

  it('is widened only when it is said that this is meant, and asks again with what was chosen', async () => {
    const personId = await margery(round, jo);
    const person = await (await letIn(app, personId, 'person')).signIn();
    const note = await write(jo, personId, { text: 'Among ourselves', audience: 'internal' });
    for (const wider of [{ audience: 'circle' }, { audience: 'named', namedOrganisationIds: [round.ageWell.id] }, { audience: 'internal', visibleToPerson: true }]) {
      expect(codes((await change(jo, personId, note, wider).expect(422)).body)).toEqual(['/widens audience.wider']);
    }
    const page = (await jo.submit(at(personId, note.id), { _version: String(note.version), audience: 'named', namedOrganisationIds: round.ageWell.id }).expect(422)).text;
    expect(wordsOf(page)).toContain('Somebody could read it who cannot now. Say that this is meant');
    expect(page).toMatch(new RegExp(`value="${round.ageWell.id}"[^>]* checked`));
    expect((await timelineOf(delphine, personId)).texts).toEqual([]);
    const named = (await change(jo, personId, note, { audience: 'named', namedOrganisationIds: [round.ageWell.id], widens: true }).expect(200)).body as Audience;
    expect([(await timelineOf(delphine, personId)).texts, (await timelineOf(idris, personId)).texts]).toEqual([['Among ourselves'], []]);
    // From the circle to those of it who are named is no more than before.
    await change(jo, personId, named, { audience: 'circle', visibleToPerson: true, widens: true }).expect(200);
    expect((await person.get(`/api/people/${personId}/timeline`).expect(200)).text).toContain('Among ourselves');
    await change(jo, personId, { id: note.id, version: named.version + 1 }, { audience: 'named', namedOrganisationIds: [round.ageWell.id] }).expect(200);
    expect((await person.get(`/api/people/${personId}/timeline`).expect(200)).text).not.toContain('Among ourselves');
  });

  it('input 41: names the version that was read, and a stale choice comes back with what was chosen', async () => {
    const personId = await margery(round, jo);
    const note = await write(jo, personId);
    await jo.send('put', `/api${at(personId, note.id)}`, { audience: 'internal' }).expect(428);
    await change(jo, personId, note, { audience: 'internal' }).expect(200);
    await change(jo, personId, note, { audience: 'circle', widens: true }).expect(412);
    const page = (await jo.submit(at(personId, note.id), { _version: String(note.version), audience: 'circle', widens: 'on' })).text;
    expect(wordsOf(page)).toContain('Somebody else changed it');
    expect(page).toMatch(/value="circle"[^>]* checked/);
  });

  it('is nobody else’s to change or to ask about: hidden and missing are one answer, and what others wrote is theirs', async () => {
    const personId = await margery(round, jo);
    const [open, inside] = [await write(jo, personId), await write(jo, personId, { audience: 'internal' })];
    for (const path of ['/api', '']) {
      await delphine.get(`${path}${at(personId, open.id)}`).expect(403);
      const [hidden, missing] = [await delphine.get(`${path}${at(personId, inside.id)}`), await delphine.get(`${path}${at(personId, newId())}`)];
      expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
      await jo.get(`${path}/people/${personId}/audience/person/${open.id}`).expect(404);
    }
    await change(delphine, personId, open, { audience: 'internal' }).expect(403);
    expect(codes((await change(jo, personId, open, { audience: 'named' }).expect(422)).body)).toEqual(['/namedOrganisationIds required']);
  });

  it('does not name a discreet helper among those who read it to who may not know of them', async () => {
    const personId = await margery(round, jo);
    const mine = await write(idris, personId, { text: 'The leg heals', category: 'contacts' });
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['contacts'] });
    expect((await timelineOf(await round.anita.signIn(), personId)).texts).toContain('The leg heals');
    await timelineOf(delphine, personId);
    const { readBefore, readers } = await audienceOf(idris, personId, mine.id);
    expect(readBefore.map(({ name }) => name)).toEqual(['Delphine Carter']);
    expect(readers.map(({ organisation }) => organisation)).not.toContain('Haven Row');
  });

  it('of a correction follows the note, and of a concern that nobody has looked at waits for that', async () => {
    const personId = await margery(round, jo);
    const note = await write(jo, personId);
    const correction = (await jo.send('post', `/api/people/${personId}/contact-notes/${note.id}/corrections`, { text: 'Twice' }).set('If-Match', `"${note.version}"`).expect(201)).body as { id: string; version: number };
    expect((await change(jo, personId, correction, { audience: 'internal' }).expect(409)).body).toMatchObject({ detail: 'A correction is seen by whoever sees the note. Change who sees the note' });
    const alert = await raise(jo, personId);
    await app.sql(`update alert set state = 'raised' where id = $1`, [alert.id]);
    expect((await change(jo, personId, alert, { audience: 'internal' }, 'Alert').expect(409)).body).toMatchObject({ detail: 'Nobody has looked at this concern yet. Say first whether it is still so' });
  });
});
