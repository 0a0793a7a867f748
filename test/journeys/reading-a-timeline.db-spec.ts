import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker, type TestOrganisation } from '../support/staff';
import { entriesOn, openCase, register, wordsOf } from './people';

interface Item { id: string; type: string; kind: string; text: string | null; correctsId: string | null; version: number; organisation: { id: string; name: string } }
interface Items { items: Item[]; next: string | null }

let app: TestApp;
let council: TestOrganisation;
let joAtWork: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  council = await anOrganisation(app, { name: 'Marlshire County Council' });
  joAtWork = await (await aWorker(app, council, { name: 'Jo Whitcombe' })).signIn();
});
afterAll(() => app.close());

const timelineOf = async (visitor: Visitor, personId: string, query = ''): Promise<Items> => (await visitor.get(`/api/people/${personId}/timeline${query}`).expect(200)).body as Items;

async function write(visitor: Visitor, personId: string, note: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const answer = await visitor.send('post', `/api/people/${personId}/contact-notes`, { text: 'She walked to the gate', about: 'person', audience: 'circle', visibleToPerson: false, ...note });
  if (answer.status !== 201) throw new Error(`Not written: ${answer.status} ${answer.text}`);
  return answer.body as { id: string; version: number };
}

describe('A timeline', () => {
  it('is newest first, with a heading for each day, and the same entries on the page and in JSON', async () => {
    const personId = await register(joAtWork);
    await openCase(joAtWork, personId);
    await write(joAtWork, personId, { happenedAt: '2026-03-01T10:00:00Z', text: 'In spring' });
    await write(joAtWork, personId, { happenedAt: '2026-07-01T10:00:00Z', kind: 'phone', about: 'relative', aboutName: 'Ayo', text: 'In summer' });
    const { items } = await timelineOf(joAtWork, personId);
    const page = await joAtWork.get(`/people/${personId}/timeline`).expect(200);
    expect(entriesOn(page.text)).toEqual(items.map((item) => item.id));
    expect(items.map((item) => item.text)).toEqual(['Falls at home', 'In summer', 'In spring']);
    expect(wordsOf(page.text)).toMatch(/1 July 2026.*Phone call, with Ayo.*11am , Jo Whitcombe, Marlshire County Council.*1 March 2026.*Visit/);
  });

  it('shows a correction beside the note that it corrects, and both texts stay', async () => {
    const personId = await register(joAtWork);
    const note = await write(joAtWork, personId, { text: 'The lunch club is on Thursdays' });
    const [written] = (await timelineOf(joAtWork, personId)).items;
    const form = await joAtWork.submit(`/people/${personId}/contact-notes/${note.id}/correct`, { text: 'It is on Tuesdays', _version: String(written?.version ?? 0) });
    expect(form.status).toBe(303);
    const page = await joAtWork.get(`/people/${personId}/timeline`).expect(200);
    expect(wordsOf(page.text)).toMatch(/The lunch club is on Thursdays.*Corrected on .* by Jo Whitcombe, Marlshire County Council It is on Tuesdays/);
    const { items } = await timelineOf(joAtWork, personId);
    expect(items.find((item) => item.text === 'It is on Tuesdays')?.correctsId).toBe(note.id);
    expect(entriesOn(page.text).sort()).toEqual(items.map((item) => item.id).sort());
  });

  it('is narrowed by type, by organisation and by words, and says so when nothing matches', async () => {
    const personId = await register(joAtWork);
    await openCase(joAtWork, personId);
    const visit = await write(joAtWork, personId, { text: 'Café visited, 100% happy' });
    const call = await write(joAtWork, personId, { kind: 'phone', text: 'She rang' });
    const [change] = (await timelineOf(joAtWork, personId, '?type=change')).items;
    const narrowed: [string, (string | undefined)[]][] = [
      ['type=visit', [visit.id]], ['type=phone', [call.id]], ['type=change', [change?.id]], ['search=cafe', [visit.id]], ['search=100%25', [visit.id]], ['search=0%25', [visit.id]], ['search=0_', []],
      [`organisation=${council.id}&type=phone`, [call.id]], ['organisation=0190aaaa-0000-7000-8000-00000000dead', []], ['search=nowhere', []],
    ];
    for (const [query, ids] of narrowed) {
      expect([query, (await timelineOf(joAtWork, personId, `?${query}`)).items.map((item) => item.id)]).toEqual([query, ids]);
      const page = await joAtWork.get(`/people/${personId}/timeline?${query}`).expect(200);
      expect([query, entriesOn(page.text)]).toEqual([query, ids]);
      if (ids.length === 0) expect(wordsOf(page.text)).toMatch(/Nothing matches Show everything/);
    }
    await joAtWork.get(`/api/people/${personId}/timeline?type=nope`).expect(422);
    expect(wordsOf((await joAtWork.get(`/people/${personId}/timeline?type=nope`).expect(200)).text)).toContain('There is no such type. This is the usual list.');
  });

  it('goes on with a cursor and keeps its filter, and nothing is shown twice or left out', async () => {
    const personId = await register(joAtWork);
    const notes = [];
    for (let n = 1; n <= 5; n++) notes.unshift((await write(joAtWork, personId, { happenedAt: n > 3 ? '2026-03-04T10:00:00Z' : `2026-03-0${n}T10:00:00Z` })).id);
    const seen: string[] = [];
    let query = '?limit=2&type=visit';
    for (let pages = 0; pages < 4 && query; pages++) {
      const { items, next } = await timelineOf(joAtWork, personId, query);
      seen.push(...items.map((item) => item.id));
      query = next ? `?limit=2&type=visit&cursor=${next}` : '';
    }
    expect(seen).toEqual(notes);
    const first = await joAtWork.get(`/people/${personId}/timeline?limit=2&type=visit`).expect(200);
    const href = /href="([^"]+)" rel="next"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(href).toContain('type=visit');
    const second = await joAtWork.get(`${href}&limit=2`).expect(200);
    expect([...entriesOn(first.text), ...entriesOn(second.text)]).toEqual(notes.slice(0, 4));
    expect(wordsOf(second.text)).toContain('Newest entries');
  });

  it('names nobody to whom an entry is addressed by name: not everyone may know of each', async () => {
    const other = await anOrganisation(app, { name: 'A service nobody talks about' });
    const personId = await register(joAtWork);
    const added = await joAtWork.send('post', `/api/people/${personId}/circle`, { organisationId: other.id, does: 'Helps', categories: ['contacts', 'circle'] });
    expect(added.status).toBe(201);
    await write(joAtWork, personId, { audience: 'named', namedOrganisationIds: [other.id] });
    const [note] = (await timelineOf(joAtWork, personId, '?type=visit')).items;
    expect(JSON.stringify(note)).not.toContain(other.id);
    expect(wordsOf((await joAtWork.get(`/people/${personId}/timeline?type=visit`)).text)).toContain('Seen by named organisations');
  });
});
