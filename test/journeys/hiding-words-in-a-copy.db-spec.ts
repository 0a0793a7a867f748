import fc from 'fast-check';
import { localDay, newId } from '@app/kernel';
import type { Visitor } from '../support/app';
import { fileFrom, wordsIn } from '../support/pdf';
import { aWorker } from '../support/staff';
import { codes, wordsOf } from './people';
import { letIn, margery, startRound, write, type RoundAtWork } from './round';

let { app, round, jo } = {} as RoundAtWork;
let [fran, trustLead] = [] as unknown as [Visitor, Visitor];
beforeAll(async () => {
  ({ app, round, jo } = await startRound());
  [fran, trustLead] = [await round.fran.signIn(), await (await aWorker(app, round.trust, { roles: ['ig_lead'] })).signIn()];
});
afterAll(() => app?.close());

interface Passage { id: string; words: string; reason: string; testedBy: string | null; by: string; stands: boolean }
interface Thing { id: string; body: { text?: string }; given: { text?: string }; passages: Passage[]; sentences: string[]; seen: string; decision: { release: boolean } | null }
interface Part { id: string; version: number; seen: string; items: Thing[] }
const TEXT = 'Margery sleeps badly. Her nephew Kevin Dodd drinks.\nShe rang Kevin  Dodd on Sunday; KEVIN did not answer. She likes the choir.';

/** Somebody who asked for a copy of what the council holds, with one note in it. */
async function asked(text = TEXT): Promise<{ personId: string; note: string; part: () => Promise<Part>; thing: () => Promise<Thing>; at: string; api: string }> {
  const personId = await margery(round, jo);
  const note = (await write(jo, personId, { text })).id;
  await jo.send('post', `/api/people/${personId}/subject-access`, { askedOn: localDay(new Date()), how: 'phone', whom: 'us', spokeAlone: 'yes' }).expect(201);
  const list = ((await fran.get('/api/subject-access').expect(200)).body as { items: { id: string; person: { id: string } }[] }).items;
  const id = list.find(({ person }) => person.id === personId)?.id ?? '';
  const api = `/api/subject-access/${id}/items/${note}`;
  return {
    personId, note, api, at: `/information-governance/subject-access/${id}/items/${note}`,
    part: async () => (await fran.get(`/api/subject-access/${id}`).expect(200)).body as Part,
    thing: async () => (await fran.get(api).expect(200)).body as Thing,
  };
}
type Asked = Awaited<ReturnType<typeof asked>>;
const tryToHide = async ({ api, thing }: Asked, command: object) => fran.send('post', `${api}/hidden`, { reason: 'third_party', seen: (await thing()).seen, ...command });
const hide = async (it: Asked, command: object): Promise<void> => expect((await tryToHide(it, command)).status).toBe(200);
const given = async ({ thing }: Asked): Promise<string | undefined> => (await thing()).given.text;
async function release({ part }: Asked): Promise<Part> {
  const { id, seen, items } = await part();
  await fran.send('post', `/api/subject-access/${id}/items`, { items: items.map((item) => item.id), seen, decision: 'release' }).expect(204);
  const now = await part();
  await fran.send('post', `/api/subject-access/${id}/release`, { onOwnPage: true }).set('If-Match', `"${now.version}"`).expect(200);
  return now;
}

describe('Words inside an item that somebody else’s copy must not have', () => {
  it('are ticked or typed on a page without script, read there as the person gets them, and hidden in PDF, JSON and on their own page; the item stays as it is', async () => {
    const it = await asked();
    const person = await (await letIn(app, it.personId, 'person')).signIn();
    const { id } = await it.part();
    expect((await fran.get(`/information-governance/subject-access/${id}`).expect(200)).text).toContain(`href="${it.at}"`);
    const { seen, sentences } = await it.thing();
    expect(sentences.slice(0, 2)).toEqual(['Margery sleeps badly.', 'Her nephew Kevin Dodd drinks.']);
    const nothing = await fran.submit(`${it.at}/hidden`, { seen, words: '' }).expect(422);
    expect(wordsOf(nothing.text)).toContain('Choose why they are hidden');
    const wrong = await fran.submit(`${it.at}/hidden`, { seen, sentences: 's1', words: 'Kevin Dood', reason: 'third_party' }).expect(422);
    expect(wordsOf(wrong.text)).toContain('“Kevin Dood” does not stand in this item');
    expect(wrong.text).toMatch(/value="s1" checked[\s\S]*Kevin Dood<\/textarea>/);
    await fran.submit(`${it.at}/hidden`, { seen, sentences: 's1', words: 'kevin dodd\nKevin', reason: 'third_party' }).expect(303);
    const kept = 'Margery sleeps badly. [hidden: about somebody else]\nShe rang [hidden: about somebody else] on Sunday; [hidden: about somebody else] did not answer. She likes the choir.';
    expect(await given(it)).toBe(kept);
    expect(wordsOf((await fran.get(it.at).expect(200)).text)).toMatch(/As they would get it.*She rang \[hidden: about somebody else\] on Sunday.*What is hidden.*kevin dodd.*Hidden by Fran Lister/);
    expect((await it.thing()).body.text).toBe(TEXT);
    await release(it);
    const files = [
      await wordsIn((await fileFrom(fran.get(`/information-governance/subject-access/${id}/pdf`)).expect(200)).body as Buffer), await wordsIn((await fileFrom(person.get(`/me/${it.personId}/copy/${id}/pdf`)).expect(200)).body as Buffer),
      (await fran.get(`/api/subject-access/${id}/pack`).expect(200)).text, (await person.get(`/api/me/${it.personId}/copy/${id}`).expect(200)).text,
    ];
    for (const file of files) {
      expect(file).toContain('She rang [hidden: about somebody else] on Sunday');
      expect(file).not.toMatch(/Kevin|Dodd|drinks|nephew/i);
    }
    expect(await app.sql('select text from contact_note where id = $1', [it.note])).toEqual([{ text: TEXT }]);
  });

  it('leave nothing behind by which their number or their length could be told: the same copy, whatever was hidden', async () => {
    const [short, long] = [await asked('Jo rang Al. She was glad.'), await asked('Jo rang Alexandrina Featherstonehaugh-Cholmondeley of the third floor. She was glad.')];
    await hide(short, { words: 'Al' });
    await hide(long, { words: 'Alexandrina\nFeatherstonehaugh-Cholmondeley\nof the\nthird floor' });
    expect([await given(short), await given(long)]).toEqual(Array(2).fill('Jo rang [hidden: about somebody else]. She was glad.'));
  });

  it('are found in capitals or not, over line breaks, as part of a word, with signs that mean something to a search, and in every part of an item', async () => {
    const it = await asked('O’Brien (her son) pays £5.00+? for [x]^2\\n, too.\nMINa, Mina’s and Minarets; call her\nson again.');
    await hide(it, { words: 'mina\n(HER SON)\n£5.00+?\n[x]^2\\n\nher son', reason: 'legal_privilege' });
    expect(await given(it)).toBe('O’Brien [hidden: legal advice] pays [hidden: legal advice] for [hidden: legal advice], too.\n[hidden: legal advice]’s and [hidden: legal advice]; call [hidden: legal advice] again.');
    const [deep] = await app.sql<{ body: object }>(`select hidden_body($1, '{Kevin}', '{third_party}') as body`, [JSON.stringify({ summary: ['Ask Kevin', { who: 'kevin', many: [] }], number: 3, told: true, none: {} })]);
    expect(deep?.body).toEqual({ summary: ['Ask [hidden: about somebody else]', { who: '[hidden: about somebody else]', many: [] }], number: 3, told: true, none: {} });
  });

  it('have a reason each, and for serious harm whoever tested it', async () => {
    const it = await asked();
    expect(codes((await tryToHide(it, { words: 'Kevin', reason: undefined })).body)).toEqual(['/reason required']);
    expect(codes((await tryToHide(it, { words: 'Kevin', reason: 'serious_harm' })).body)).toEqual(['/testedBy required']);
    expect(codes((await tryToHide(it, {})).body)).toEqual(['/words required']);
    expect(codes((await tryToHide(it, { words: 'K' })).body)).toEqual(['/words tooShort']);
    await hide(it, { words: 'Kevin Dodd' });
    await hide(it, { words: 'sleeps badly', reason: 'serious_harm', testedBy: 'Dr Amal Osei' });
    expect((await given(it))?.split('\n')[0]).toBe('Margery [hidden: serious harm]. Her nephew [hidden: about somebody else] drinks.');
    expect((await it.thing()).passages).toEqual([
      expect.objectContaining({ words: 'Kevin Dodd', reason: 'third_party', testedBy: null, by: 'Fran Lister' }), expect.objectContaining({ words: 'sleeps badly', reason: 'serious_harm', testedBy: 'Dr Amal Osei' }),
    ]);
  });

  it('are changed until the copy is given out, and frozen then; what is given after all is decided again', async () => {
    const it = await asked();
    await hide(it, { words: 'Kevin Dodd\nchoir' });
    const before = await it.part();
    await fran.send('post', `/api/subject-access/${before.id}/items`, { items: before.items.map(({ id }) => id), seen: before.seen, decision: 'release' }).expect(204);
    const [, choir] = (await it.thing()).passages;
    await fran.submit(`${it.at}/shown`, { passage: choir?.id ?? '' }).expect(303);
    expect((await it.thing()).decision).toBeNull();
    expect(await given(it)).toContain('She likes the choir.');
    expect((await fran.send('post', `${it.api}/shown`, { passage: choir?.id })).status).toBe(409);
    // Whoever read the list before that decides nothing of what they did not read, nor releases it.
    await fran.send('post', `/api/subject-access/${before.id}/items`, { items: [it.note], seen: before.seen, decision: 'release' }).expect(409);
    await fran.send('post', `/api/subject-access/${before.id}/release`, {}).set('If-Match', `"${before.version}"`).expect(412);
    const { seen, passages: [left] } = await it.thing();
    await release(it);
    await fran.get(it.at).expect(404);
    for (const [act, command] of [['hidden', { words: 'choir', reason: 'third_party', seen }], ['shown', { passage: left?.id }]] as const) await fran.send('post', `${it.api}/${act}`, command).expect(404);
    expect((await fran.get(`/api/subject-access/${before.id}/pack`)).text).toContain('[hidden: about somebody else]');
  });

  it('are hidden of an item that was changed since, too, and are named where they stand in it no more', async () => {
    const it = await asked();
    await hide(it, { words: 'Kevin Dodd\nchoir' });
    const { seen } = await it.thing();
    await app.sql(`update contact_note set text = 'Kevin Dodd came.', row_version = row_version + 1 where id = $1`, [it.note]);
    expect((await fran.send('post', `${it.api}/hidden`, { words: 'came', reason: 'third_party', seen })).status).toBe(409);
    expect(await given(it)).toBe('[hidden: about somebody else] came.');
    expect((await it.thing()).passages.map(({ stands }) => stands)).toEqual([true, false]);
    expect(wordsOf((await fran.get(it.at).expect(200)).text)).toContain('this stands in it no more');
  });

  it('are hidden by the lead of the organisation that wrote them and by nobody else; that they were stands in the audit, without them', async () => {
    const it = await asked();
    await hide(it, { words: 'Kevin Dodd' });
    const elsewhere = `/api/subject-access/${newId()}/items/${it.note}`;
    for (const act of ['', '/hidden', '/shown']) {
      const ask = (path: string) => (act === '' ? trustLead.get(path) : trustLead.send('post', path, act === '/hidden' ? { words: 'Kevin', reason: 'third_party', seen: 'x' } : { passage: newId() }));
      const [hidden, none] = [await ask(`${it.api}${act}`), await ask(`${elsewhere}${act}`)];
      expect([hidden.status, hidden.text]).toEqual([404, none.text]);
    }
    await jo.get(it.api).expect(403);
    const told = await app.sql<{ detail: unknown }>(`select detail from audit_event where person_id = $1 and action = 'decide' and subject = 'SubjectAccess'`, [it.personId]);
    expect(told).toEqual([{ detail: { what: 'hide', reason: 'third_party', passages: 1 } }]);
    expect(JSON.stringify(await app.sql('select * from audit_event where person_id = $1', [it.personId]))).not.toContain('Kevin');
  });
});

it('whatever is hidden of whatever text: nothing of it is left, what is left stood there, and the marks are all alike', async () => {
  const word = fc.constantFrom('Kevin', 'kev', 'Dodd', 'drinks', 'a.b', '(x)', '’s', 'Ä', 'ß', '1', '[hidden', '\\w');
  const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', ', ', '')), { maxLength: 8 }).map((parts) => parts.flat().join(''));
  let hidden = 0;
  await fc.assert(fc.asyncProperty(text, fc.array(fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')), { minLength: 1, maxLength: 3 }), async (said, words) => {
    const [row] = await app.sql<{ kept: string }>('select hidden_text($1, $2, $3) as kept', [said, words, words.map(() => 'third_party')]);
    const left = row?.kept.split('[hidden: about somebody else]') ?? [];
    if (left.length > 1) hidden += 1;
    // what is left are pieces of the text, in their order
    let from = 0;
    for (const piece of left) {
      const place = said.indexOf(piece, from);
      expect(place).toBeGreaterThanOrEqual(from);
      from = place + piece.length;
    }
    const squeezed = (one: string): string => one.replace(/\s+/g, ' ').toLowerCase();
    for (const piece of left) for (const one of words) expect(squeezed(piece)).not.toContain(squeezed(one));
    // no two marks side by side
    for (const piece of left.slice(1, -1)) expect(piece).toMatch(/[\p{L}\p{N}_]/u);
  }), { numRuns: 200 + Number(process.env['PROPERTY_RUNS'] ?? 200) });
  console.info(`words were hidden in ${hidden} texts`);
  expect(hidden).toBeGreaterThan(10);
});
