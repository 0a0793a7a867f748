import { newId } from '@app/kernel';
import type { Visitor } from '../support/app';
import { aWorker, type TestWorker } from '../support/staff';
import { codes, wordsOf } from './people';
import { addToCircle, margery, startRound, timelineOf, write, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
let denise: TestWorker;
let deniseAtWork: Visitor;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
  denise = await aWorker(app, round.council, { name: 'Denise Marchetti', jobTitle: 'Team manager', roles: ['team_manager'] });
  deniseAtWork = await denise.signIn();
});
afterAll(() => app?.close());

interface Audience { version: number; audience: string; knownTo: { name: string }[] | null; readers: { who: string | null; sees: boolean }[] }
const at = (personId: string, id: string, kind = 'ContactNote'): string => `/people/${personId}/audience/${kind}/${id}`;
const audienceOf = async (visitor: Visitor, personId: string, id: string): Promise<Audience> => (await visitor.get(`/api${at(personId, id)}`).expect(200)).body as Audience;
const change = (visitor: Visitor, personId: string, id: string, version: number, command: object) => visitor.send('put', `/api${at(personId, id)}`, command).set('If-Match', `"${version}"`);
const alert = (knownTo: string[]) => ({ kind: 'risk_to_self', text: 'She has said that she will not go on', whatToDo: 'Ring Jo the same hour', reviewOn: '2030-01-01', audience: 'people', knownTo });
/** Margery, whose whole council helps, so that a colleague of Jo's opens the record too. */
async function hers(): Promise<string> {
  const personId = await margery(round, jo);
  await app.sql(`update relationship set scope_kind = 'organisation', scope_id = $2 where person_id = $1 and basis = 'registered'`, [personId, round.council.id]);
  await app.sql('select refresh_person_access($1)', [personId]);
  return personId;
}
/** Whatever somebody reads of the person, on pages and as JSON. */
const everything = async (visitor: Visitor, personId: string): Promise<string> => (await Promise.all(['', '/timeline', '/alerts', '/circle', '/plan'].flatMap((rest) => [`/people/${personId}${rest}`, `/api/people/${personId}${rest}`]).concat('/caseload', '/api/caseload')
  .map(async (exit) => (await visitor.get(exit)).text.replace(/name="_csrf" value="[^"]*"/g, '').replace(/"row_version":\d+/g, '')))).join('\n');

describe('What is only for named people', () => {
  it('is written on a page without script, which says their names before it is saved', async () => {
    const personId = await hers();
    const form = (await jo.get(`/people/${personId}/contact-notes/new`).expect(200)).text;
    expect(wordsOf(form)).toMatch(/Only these people.*Delphine Carter, Link worker.*Idris Vaughan, District nurse.*Denise Marchetti, Team manager/);
    const typed = { text: 'She is afraid of her nephew', about: 'person', audience: 'people', knownTo: round.idris.userId };
    const checked = wordsOf((await jo.submit(`/people/${personId}/contact-notes/check`, typed).expect(200)).text);
    expect(checked).toMatch(/If you save it now, these will see it Jo Whitcombe, Marlshire County Council Idris Vaughan, Marl Valley Trust These will not Anybody else, also of your own organisation/);
    const without = wordsOf((await jo.submit(`/people/${personId}/contact-notes`, { ...typed, knownTo: '' }).expect(422)).text);
    expect(without).toContain('Choose the people who may see it');
    await jo.submit(`/people/${personId}/contact-notes`, typed).expect(303);
    for (const [reader, reads] of [[jo, true], [idris, true], [delphine, false], [deniseAtWork, false]] as const) {
      expect((await timelineOf(reader, personId)).texts.includes('She is afraid of her nephew')).toBe(reads);
    }
  });

  it('I23: leaves no trace for anybody else, a note or an alert: every page and answer is what it was', async () => {
    const personId = await hers();
    const before = new Map(await Promise.all([delphine, deniseAtWork].map(async (reader) => [reader, await everything(reader, personId)] as const)));
    const note = await write(jo, personId, { audience: 'people', knownTo: [round.idris.userId], text: 'quietwater' });
    await jo.send('post', `/api/people/${personId}/contact-notes/${note.id}/corrections`, { text: 'quietwater again' }).set('If-Match', `"${note.version}"`).expect(201);
    await jo.send('post', `/api/people/${personId}/alerts`, alert([round.idris.userId])).expect(201);
    for (const [reader, was] of before) expect(await everything(reader, personId)).toBe(was);
    expect(await everything(idris, personId)).toMatch(/quietwater again[^]*will not go on/);
    const [hidden, missing] = [await deniseAtWork.get(`/api/people/${personId}/contact-notes/${note.id}`), await deniseAtWork.get(`/api/people/${personId}/contact-notes/${newId()}`)];
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
  });

  it('says beside it that only those see it, whichever organisation they are from, and offers no copy for another record', async () => {
    const personId = await hers();
    for (const [text, reader, organisation] of [['For Idris', idris, round.idris], ['For Denise', deniseAtWork, denise]] as const) {
      const note = await write(jo, personId, { audience: 'people', knownTo: [organisation.userId], text });
      for (const page of [jo, reader]) {
        const timeline = (await page.get(`/people/${personId}/timeline`).expect(200)).text;
        expect(wordsOf(timeline)).toMatch(new RegExp(`${text}.*?Seen by only the people who may know of it`));
        expect(timeline).not.toContain(`${note.id}/copy`);
        expect((await page.get(`/api/people/${personId}/timeline`)).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id: note.id, onlyPeople: true })]) as unknown });
      }
      expect(wordsOf((await jo.get(`/people/${personId}/contact-notes/${note.id}/move`).expect(200)).text)).toContain('for those only who may know of it here');
    }
  });

  it('offers nobody of whom the writer may not know, and answers their name as a stranger’s', async () => {
    const personId = await hers();
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Safety planning', categories: ['contacts', 'circle'], knownTo: [round.idris.userId] });
    expect((await jo.get(`/people/${personId}/contact-notes/new`).expect(200)).text).toContain('Anita Bose');
    expect((await delphine.get(`/people/${personId}/contact-notes/new`).expect(200)).text).not.toContain('Anita Bose');
    const answers = await Promise.all([round.anita.userId, round.martin.userId, newId()].map((id) => delphine.send('post', `/api/people/${personId}/contact-notes`, { text: 'x', about: 'person', audience: 'people', knownTo: [id] })));
    expect(answers.map(({ status, body }) => [status, codes(body)])).toEqual(answers.map(() => [422, ['/knownTo/0 choice']]));
    // What a discreet helper writes is for those only who know of the help: it offers nobody else.
    const anita = await round.anita.signIn();
    const offered = (await anita.get(`/people/${personId}/contact-notes/new`).expect(200)).text;
    expect([offered.includes('Idris Vaughan'), offered.includes('Delphine Carter')]).toEqual([true, false]);
    // Whoever was named unseen stays named when somebody who does not know of them changes the names.
    const note = await write(jo, personId, { audience: 'people', knownTo: [round.anita.userId, denise.userId], text: 'For three' });
    const seen = await audienceOf(deniseAtWork, personId, note.id);
    expect(seen.knownTo?.map(({ name }) => name)).toEqual(['Jo Whitcombe']);
    await change(deniseAtWork, personId, note.id, seen.version, { audience: 'people', knownTo: [round.jo.userId] }).expect(200);
    expect((await timelineOf(anita, personId)).texts).toContain('For three');
    expect((await timelineOf(idris, personId)).texts).not.toContain('For three');
  });

  it('has its names changed, or is opened again, only when it is said that more may read it; what belongs to it goes along', async () => {
    const personId = await hers();
    const note = await write(jo, personId, { text: 'She cannot pay' });
    const fixed = (await jo.send('post', `/api/people/${personId}/contact-notes/${note.id}/corrections`, { text: 'The gas bill' }).set('If-Match', `"${note.version}"`).expect(201)).body as { id: string };
    const page = wordsOf((await jo.get(at(personId, note.id)).expect(200)).text);
    expect(page).toContain('Only these people');
    const { version } = await audienceOf(jo, personId, note.id);
    await jo.submit(at(personId, note.id), { _version: String(version), audience: 'people', knownTo: round.idris.userId }).expect(303);
    for (const id of [note.id, fixed.id]) {
      await idris.get(`/api/people/${personId}/contact-notes/${id}`).expect(200);
      for (const other of [delphine, deniseAtWork]) await other.get(`/api/people/${personId}/contact-notes/${id}`).expect(404);
    }
    const narrow = await audienceOf(jo, personId, note.id);
    expect(narrow).toMatchObject({ audience: 'people', knownTo: [{ name: 'Idris Vaughan' }] });
    expect(codes((await change(jo, personId, note.id, narrow.version, { audience: 'people', knownTo: [denise.userId] }).expect(422)).body)).toEqual(['/widens audience.wider']);
    await change(jo, personId, note.id, narrow.version, { audience: 'people', knownTo: [denise.userId], widens: true }).expect(200);
    for (const id of [note.id, fixed.id]) {
      await deniseAtWork.get(`/api/people/${personId}/contact-notes/${id}`).expect(200);
      await idris.get(`/api/people/${personId}/contact-notes/${id}`).expect(404);
    }
    expect(codes((await change(deniseAtWork, personId, note.id, narrow.version + 1, { audience: 'circle' }).expect(422)).body)).toEqual(['/widens audience.wider']);
    await change(deniseAtWork, personId, note.id, narrow.version + 1, { audience: 'circle', widens: true }).expect(200);
    expect((await timelineOf(delphine, personId)).texts.sort()).toEqual(['She cannot pay', 'The gas bill']);
  });

  it('never stands on the person’s own page, and an address has a page of its own for it', async () => {
    const personId = await hers();
    const both = await jo.send('post', `/api/people/${personId}/contact-notes`, { text: 'x', about: 'person', audience: 'people', knownTo: [round.idris.userId], visibleToPerson: true });
    expect([both.status, codes(both.body)]).toEqual([422, ['/visibleToPerson people.only']]);
  });
});
