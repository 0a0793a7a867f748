import { workThrough } from '../support/jobs';
import { codes, wordsOf } from './people';
import { inDays } from './plans';
import { letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app.close());

interface Entry { id: string; heading: string; text: string; voice: string; own: boolean; writtenBy: string | null; lastConfirmedOn: string; lastConfirmedTo: string | null; askAgain: boolean; toldAgain: number; suggested: Entry[] }
interface Told { said: Entry[]; before: (Entry & { because: string })[]; toldAgain: number }

const at = (personId: string): string => `/api/people/${personId}/about-me`;
const told = async (visitor: typeof jo, personId: string): Promise<Told> => (await visitor.get(at(personId)).expect(200)).body as Told;
const tell = async (visitor: typeof jo, personId: string, more: Record<string, unknown> = {}): Promise<Entry> => {
  const { said } = (await visitor.send('post', at(personId), { heading: 'please_do', text: 'Open the window', voice: 'self', ...more }).expect(201)).body as Told;
  return said[said.length - 1] as Entry;
};
const herself = async (personId: string): Promise<typeof jo> => (await letIn(app, personId, 'person', { name: 'Margery Test' })).signIn();

describe('About me', () => {
  it('is written down once, with whose words it is, and stands wherever it is asked for', async () => {
    const personId = await margery(round, jo);
    expect(wordsOf((await jo.get(`/people/${personId}`).expect(200)).text)).toContain('Write down what was told');
    await jo.submit(`/people/${personId}/about-me`, { heading: 'please_do', text: 'Open the window', voice: 'carer' }).expect(303);
    for (const visitor of [jo, idris, delphine]) {
      expect(wordsOf((await visitor.get(`/people/${personId}/about-me`).expect(200)).text)).toMatch(/Please do Open the window .*In the words of a family carer.*written down by Jo Whitcombe/);
      expect(wordsOf((await visitor.get(`/people/${personId}`).expect(200)).text)).toContain('Open the window');
    }
    expect((await told(jo, personId)).said).toMatchObject([{ heading: 'please_do', voice: 'carer', own: false, writtenBy: 'Jo Whitcombe', lastConfirmedOn: inDays(0), askAgain: false }]);
    const form = await jo.submit(`/people/${personId}/about-me`, { heading: '', text: 'Left ear', voice: '' }).redirects(1);
    expect(wordsOf(form.text)).toMatch(/Choose|Left ear/);
    expect(codes((await jo.send('post', at(personId), { text: 'Left ear' }).expect(422)).body).sort()).toEqual(['/heading required', '/voice required']);
  });

  it('after a year asks whether it is still true; who is told so becomes its witness, and asking for what is known is counted', async () => {
    const personId = await margery(round, jo);
    const { id } = await tell(jo, personId, { lastConfirmedOn: inDays(-400) });
    for (const path of ['', '/about-me']) expect(wordsOf((await idris.get(`/people/${personId}${path}`).expect(200)).text)).toContain('Check that it is still true');
    await idris.submit(`/people/${personId}/about-me/${id}`, { act: 'still_true', toldAgain: 'true' }).expect(303);
    const now = await told(jo, personId);
    expect(now).toMatchObject({ toldAgain: 1, said: [{ id, text: 'Open the window', lastConfirmedOn: inDays(0), lastConfirmedTo: 'Idris Vaughan', askAgain: false, toldAgain: 1 }], before: [] });
    expect(wordsOf((await jo.get(`/people/${personId}/about-me`).expect(200)).text)).toContain('asked once for what was known already');
  });

  it('is said anew by whoever hears it said otherwise, and what stood before stays readable', async () => {
    const personId = await margery(round, jo);
    const { id } = await tell(jo, personId, { voice: 'carer' });
    await idris.send('post', `${at(personId)}/${id}`, { act: 'anew', text: 'Shut the window', voice: 'self' }).expect(200);
    const now = await told(jo, personId);
    expect(now.said.map(({ text, voice, writtenBy }) => [text, voice, writtenBy])).toEqual([['Shut the window', 'self', 'Idris Vaughan']]);
    expect(now.before).toMatchObject([{ id, text: 'Open the window', because: 'replaced' }]);
    for (const path of ['', '/emergency', '/first-day']) expect(wordsOf((await jo.get(`/people/${personId}${path}`).expect(200)).text)).not.toContain('Open the window');
    await jo.send('post', `${at(personId)}/${id}`, { act: 'anew', text: 'Late words' }).expect(409);
    const page = await jo.submit(`/people/${personId}/about-me/${id}`, { act: 'still_true' });
    expect([404, 409]).toContain(page.status);
  });

  it('gives way to no helper’s view where the person or their carer said it', async () => {
    const personId = await margery(round, jo);
    const { id } = await tell(jo, personId);
    for (const voice of ['carer', 'professional']) await idris.send('post', `${at(personId)}/${id}`, { act: 'anew', text: 'Mine', voice }).expect(409);
    expect((await told(jo, personId)).said).toMatchObject([{ id }]);
  });

  it('is written by the person without asking anybody; helpers suggest, and only the person’s yes changes a word', async () => {
    const personId = await margery(round, jo);
    const [own, mine] = [await herself(personId), `/me/${personId}/about-me`];
    expect((await own.get('/me').expect(200)).text).toContain(`href="${mine}"`);
    await own.submit(mine, { heading: 'matters_most', text: 'Singing on Sundays' }).expect(303);
    await workThrough(app);
    expect(((await jo.get('/api/notices').expect(200)).body as { items: { personId: string; kind: string }[] }).items.filter((one) => one.personId === personId).map(({ kind }) => kind)).toContain('about-me.said');
    const [entry] = (await told(jo, personId)).said;
    expect(entry).toMatchObject({ own: true, voice: 'self', text: 'Singing on Sundays' });
    const path = `${at(personId)}/${entry?.id ?? ''}`;
    expect((await idris.send('post', path, { act: 'taken_away' }).expect(409)).body).toMatchObject({ type: 'urn:onestory:aboutMe.own' });
    await idris.send('post', path, { act: 'anew', text: 'Singing on Sundays, by car', voice: 'professional' }).expect(200);
    const [still] = (await told(jo, personId)).said;
    expect([still?.text, still?.suggested.map(({ text, writtenBy }) => [text, writtenBy])]).toEqual(['Singing on Sundays', [['Singing on Sundays, by car', 'Idris Vaughan']]]);
    expect(wordsOf((await jo.get(`/people/${personId}`).expect(200)).text)).not.toContain('by car');
    const suggestion = still?.suggested[0]?.id ?? '';
    expect(wordsOf((await own.get(mine).expect(200)).text)).toMatch(/Idris Vaughan suggests.*Singing on Sundays, by car/);
    await jo.send('post', `${at(personId)}/${suggestion}`, { act: 'taken_away' }).expect(409);
    await own.submit(`${mine}/${suggestion}`, { act: 'anew', text: 'Singing on Sundays, by taxi' }).expect(303);
    const now = await told(jo, personId);
    expect(now.said).toMatchObject([{ text: 'Singing on Sundays, by taxi', own: true, suggested: [] }]);
    expect(now.before).toMatchObject([{ text: 'Singing on Sundays', because: 'replaced' }]);
    await workThrough(app);
    expect(((await idris.get('/api/notices').expect(200)).body as { items: { personId: string; kind: string }[] }).items.filter((one) => one.personId === personId).map(({ kind }) => kind)).toContain('about-me.answered');
  });

  it('is taken away at the person’s word, their own words by themselves, and what others say of them they answer beside it', async () => {
    const personId = await margery(round, jo);
    const own = await herself(personId);
    const carers = await tell(jo, personId, { voice: 'carer', text: 'She likes tea' });
    const hers = await tell(jo, personId, { text: 'No tea' });
    const mine = `/api/me/${personId}/about-me`;
    expect((await own.send('post', `${mine}/${carers.id}`, { act: 'taken_away' }).expect(409)).body).toMatchObject({ type: 'urn:onestory:aboutMe.notYours' });
    await own.send('post', `${mine}/${hers.id}`, { act: 'taken_away' }).expect(200);
    await idris.send('post', `${at(personId)}/${carers.id}`, { act: 'taken_away' }).expect(200);
    expect(await told(jo, personId)).toMatchObject({ said: [], before: [{ text: 'No tea', because: 'taken_away' }, { text: 'She likes tea', because: 'taken_away' }] });
  });

  it('is nobody’s to write who only reads it, and does not exist for whoever may not open the person', async () => {
    const personId = await margery(round, jo);
    const { id } = await tell(jo, personId);
    const carer = await (await letIn(app, personId, 'carer', { categories: ['about_me'] })).signIn();
    expect((await told(carer, personId)).said).toMatchObject([{ id }]);
    for (const visitor of [carer, jo]) await visitor.send('post', `/api/me/${personId}/about-me`, { heading: 'please_do', text: 'x' }).expect(visitor === carer ? 404 : 403);
    const stranger = await round.martin.signIn();
    for (const path of [at(personId), `/people/${personId}/about-me`, `/people/${personId}/about-me/${id}`]) await stranger.get(path).expect(404);
    await stranger.send('post', `${at(personId)}/${id}`, { act: 'still_true' }).expect(404);
  });

  it('of what is not theirs to see, nobody confirms, replaces or ends anything: not by the database either', async () => {
    const personId = await margery(round, jo);
    const { id } = await tell(jo, personId);
    await app.sql(`update about_me set audience = 'internal', visible_to_person = false where id = $1`, [id]);
    const own = await herself(personId);
    for (const visitor of [idris, own]) {
      const base = visitor === own ? `/api/me/${personId}/about-me` : at(personId);
      for (const act of ['still_true', 'anew', 'taken_away']) await visitor.send('post', `${base}/${id}`, { act, text: 'x' }).expect(404);
    }
    await jo.send('post', `${at(personId)}/${id}`, { act: 'anew', text: 'Ours' }).expect(200);
    expect(await app.sql('select audience, visible_to_person, text from about_me where person_id = $1 and state = $2', [personId, 'said'])).toEqual([{ audience: 'internal', visible_to_person: false, text: 'Ours' }]);
    expect((await told(idris, personId)).said).toEqual([]);
  });
});
