import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { aService } from '../support/services';
import { anOrganisation, aWorker, type TestOrganisation } from '../support/staff';
import { wordsOf } from './people';

let app: TestApp;
let jo: Visitor;
let charity: TestOrganisation;
let lunch: string;
let damp: string;
let paused: string;
let notJoined: string;

interface Item { id: string; name: string; unverified: boolean; takesReferrals: boolean }
const servicesOn = (html: string): string[] => [...html.matchAll(/href="\/services\/([0-9a-f-]{36})"/g)].map((match) => match[1] ?? '');
const found = async (query: string): Promise<string[]> => ((await jo.get(`/api/services?${query}`).expect(200)).body as { items: Item[] }).items.map(({ id }) => id);

beforeAll(async () => {
  app = await startTestApp();
  const council = await anOrganisation(app);
  charity = await anOrganisation(app, { name: 'Age Well Brackenbridge', sector: 'vcse' });
  jo = await (await aWorker(app, council)).signIn();
  lunch = await aService(app, charity, { name: 'Lunch club', description: 'A hot meal and company on Wednesdays, and transport there.', area: 'Northgate' });
  damp = await aService(app, charity, { name: 'Damp and draughts', description: 'We dry out homes.', needs: ['home', 'money'], area: 'Weirside, Ferry End', verifiedOn: '2020-01-01' });
  paused = await aService(app, charity, { name: 'Wheelchair loans', description: 'For a week or two.', needs: ['body'], state: 'paused', area: 'Old Quarry' });
  await app.sql(`update service set state_reason = 'All chairs are out' where id = $1`, [paused]);
  const prospective = await anOrganisation(app, { name: 'Not Yet Here', state: 'prospective' });
  notJoined = await aService(app, prospective, { name: 'Choir for everybody', description: 'We sing.', needs: ['work_meaning'], area: 'Marl' });
});
afterAll(() => app?.close());

describe('Somebody who looks for a service', () => {
  it('finds it by words of its name, of what it does and of who runs it; the page shows the ids of the JSON', async () => {
    for (const query of ['search=lunch', 'search=hot+meal', 'search=lunch+age+well', 'search=LUNCH&need=people_loneliness', 'search=club&area=northgate']) {
      expect([query, await found(query)]).toEqual([query, [lunch]]);
      expect(servicesOn((await jo.get(`/services?${query}`).expect(200)).text)).toEqual([lunch]);
    }
    expect(await found('need=home')).toEqual([damp]);
    expect(await found('area=ferry')).toEqual([damp]);
    expect(await found('need=home&area=Northgate')).toEqual([]);
  });

  it.each([['lunhc', 'lunch'], ['trasnport', 'lunch'], ['weelchair', 'paused'], ['draghts', 'damp'], ['quire', 'nothing'], ['chior', 'choir']])('with a slip of the finger: “%s” finds %s', async (typed, which) => {
    const ids: Record<string, string[]> = { lunch: [lunch], paused: [paused], damp: [damp], choir: [notJoined], nothing: [] };
    expect(await found(`search=${typed}`)).toEqual(ids[which]);
  });

  it('input 22: % and _ mean themselves, and input 21: a quotation mark breaks nothing', async () => {
    expect(await found(`search=${encodeURIComponent('100%_x')}`)).toEqual([]);
    expect(await found(`search=${encodeURIComponent(`x' or '1'='1`)}`)).toEqual([]);
    expect(await found(`area=${encodeURIComponent('%')}`)).toHaveLength(4);
  });

  it('input 23: a search without a letter or digit is refused as JSON, and on the page counts as none', async () => {
    expect((await jo.get('/api/services?search=%20').expect(422)).body).toMatchObject({ errors: [{ code: 'tooShort' }] });
    expect(wordsOf((await jo.get('/services?search=%20').expect(200)).text)).toContain('There is no such search');
    expect((await jo.get('/api/services?need=luck').expect(422)).body).toMatchObject({ errors: [{ code: 'choice' }] });
  });

  it('is told what is paused and why, what nobody has checked for six months, and who does not work with OneStory', async () => {
    const page = wordsOf((await jo.get('/services').expect(200)).text);
    expect(page).toMatch(/Wheelchair loans Paused.*Takes no referrals for now: All chairs are out/);
    expect(page).toMatch(/Damp and draughts Unverified/);
    expect(page).toMatch(/Choir for everybody.*Not Yet Here does not work with OneStory/);
    const { items } = (await jo.get('/api/services').expect(200)).body as { items: Item[] };
    expect(Object.fromEntries(items.map(({ id, unverified, takesReferrals }) => [id, [unverified, takesReferrals]]))).toEqual({
      [lunch]: [false, true], [damp]: [true, true], [paused]: [false, false], [notJoined]: [false, false],
    });
  });

  it('reads the whole entry, as a page and as JSON; what does not exist is not found', async () => {
    expect(wordsOf((await jo.get(`/services/${damp}`).expect(200)).text)).toMatch(/Said to be right on 1 January 2020, \d+ months ago/);
    expect((await jo.get(`/api/services/${damp}`).expect(200)).body).toMatchObject({ id: damp, needs: ['home', 'money'], area: 'Weirside, Ferry End' });
    for (const path of ['/services', '/api/services']) await jo.get(`${path}/${newId()}`).expect(404);
  });

  it('input 26: goes from page to page, and an altered cursor is refused', async () => {
    const all = await found('');
    const first = (await jo.get('/api/services?limit=2').expect(200)).body as { items: Item[]; next: string };
    const second = (await jo.get(`/api/services?limit=2&cursor=${first.next}`).expect(200)).body as { items: Item[]; next: null };
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all);
    expect((await jo.get(`/api/services?cursor=${first.next}x`).expect(400)).body).toMatchObject({ type: 'urn:onestory:cursor.invalid' });
  });
});

