import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker } from '../support/staff';
import { register, wordsOf } from './people';

interface Found { items: { personId: string; name: string; soundsAlike: boolean }[]; next: string | null }
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** A worker of an organisation that knows these people and nobody else. */
async function whoKnows(...names: string[]): Promise<Visitor> {
  const visitor = await (await aWorker(app, await anOrganisation(app))).signIn();
  for (const name of names) {
    const [given = '', family = ''] = name.split(' ');
    await register(visitor, { given, family });
  }
  return visitor;
}
const find = async (visitor: Visitor, search: string, more = ''): Promise<Found> => (await visitor.get(`/api/people?search=${encodeURIComponent(search)}${more}`).expect(200)).body as Found;
const names = ({ items }: Found): string[] => items.map(({ name }) => name);

describe('A name that was only heard', () => {
  it.each([
    ['shivon keen', 'Siobhan Keane-Whitlock'], ['Shivon', 'Siobhan Keane-Whitlock'], ['jon smyth', 'John Smith'], ['kateryn', 'Catherine Ward'], ['catherine warde', 'Catherine Ward'],
    ['philips', 'Ann Phillips'], ['fillips', 'Ann Phillips'], ['mohamed', 'Muhammad Iqbal'], ['kovalchik', 'Wanda Kowalczyk-Hughes'], ['geoffrey', 'Jeffrey Moon'], ['steven', 'Stephen Low'],
    ['maclaren', 'Fiona McLaren'], ['shawn', 'Sean Low'], ['neve', 'Niamh Low'], ['owen', 'Eoin Low'],
    ['vanda', 'Wanda Lipa'], ['rashid', 'Rasheed Miah'], ['jhon bywatter', 'John Bywater'],
  ])('"%s" finds %s', async (heard, name) => {
    const visitor = await whoKnows(name, 'Zoltan Bredbury');
    expect((await find(visitor, heard)).items).toMatchObject([{ name, soundsAlike: true }]);
  });

  it('comes behind those who are written like it, with a word that says so; page and JSON are the same', async () => {
    const visitor = await whoKnows('Jon Smith', 'John Smyth', 'Jane Bredbury');
    const found = await find(visitor, 'jon smith');
    expect(found.items.map(({ name, soundsAlike }) => [name, soundsAlike])).toEqual([['Jon Smith', false], ['John Smyth', true]]);
    expect(wordsOf((await visitor.get('/people?search=jon+smith').expect(200)).text)).toMatch(/2 people found .*Jon Smith.* Names that sound alike .*John Smyth/);
    expect(wordsOf((await visitor.get('/people?search=jhon+smithe').expect(200)).text)).toMatch(/No name is written like that\. These sound alike .*John Smyth/);
  });

  it('is found page after page: first those written like it, then those who sound like it, nobody twice', async () => {
    const visitor = await whoKnows('Jon Smith', 'Jon Smithers', 'John Smyth', 'Joan Smid', 'Jan Schmidt');
    const all: string[] = [];
    for (let found = await find(visitor, 'jon smith', '&limit=1'); ; found = await find(visitor, 'jon smith', `&limit=1&cursor=${encodeURIComponent(found.next)}`)) {
      all.push(...names(found));
      if (!found.next) break;
    }
    expect(all).toEqual(names(await find(visitor, 'jon smith')));
    expect(all.slice(0, 2)).toEqual(['Jon Smith', 'Jon Smithers']);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(2);
  });

  it('may be half of what is typed: the other half as it is written, and the date of birth counts', async () => {
    const visitor = await whoKnows('Siobhan Keane-Whitlock');
    expect(names(await find(visitor, 'whitl shivon'))).toEqual(['Siobhan Keane-Whitlock']);
    expect(names(await find(visitor, 'shivon 3/5/1944'))).toEqual(['Siobhan Keane-Whitlock']);
    expect(names(await find(visitor, 'shivon 4/5/1944'))).toEqual([]);
  });

  it('input 22: percent, underscore and backslash have no sound, and initials and numbers are taken as they stand', async () => {
    const visitor = await whoKnows('Siobhan Keane', 'Wu Ng');
    for (const search of ['shiv%n', 'shi_on', 'keen 7', 'nk', 'woo']) expect([search, names(await find(visitor, search))]).toEqual([search, []]);
  });

  it('finds nobody whom the searcher may not open', async () => {
    const theirs = await whoKnows('Siobhan Keane');
    const others = await whoKnows('Zoltan Bredbury');
    expect(names(await find(theirs, 'shivon'))).toEqual(['Siobhan Keane']);
    expect(await find(others, 'shivon')).toEqual({ items: [], next: null });
  });
});
