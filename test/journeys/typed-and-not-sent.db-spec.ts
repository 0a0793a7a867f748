import type { Visitor } from '../support/app';
import { aWorker } from '../support/staff';
import { wordsOf } from './people';
import { planOf, publish } from './plans';
import { margery, startRound, type RoundAtWork } from './round';

let { app, round, jo } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo } = await startRound());
});
afterAll(() => app?.close());

const WORDS = 'Singing, and nobody has sent this';
const pageOf = (personId: string): string => `/people/${personId}/plan/draft`;
/** What the script of the page sends while somebody types. */
const type = (visitor: Visitor, personId: string, typed: Record<string, string> = {}) =>
  visitor.submit('/typed-forms', { _page: pageOf(personId), _version: '0', whatMatters: WORDS, 'goals[0][text]': 'Sing at Easter', ...typed }).set('Accept', 'application/json');
const textOf = async (visitor: Visitor, personId: string): Promise<string> => (await visitor.get(pageOf(personId)).expect(200)).text;
const versionOn = (html: string): string => /name="_version" value="(\d+)"/.exec(html)?.[1] ?? '';

describe('what somebody has typed and not sent', () => {
  it('is in the form again when they come back, signed out or on another device, and says that it is not saved', async () => {
    const personId = await margery(round, jo);
    await type(jo, personId).expect(204);
    await jo.submit('/sign-out').redirects(0);
    jo = await round.jo.signIn();
    const page = await textOf(jo, personId);
    expect([page.includes(WORDS), page.includes('Sing at Easter')]).toEqual([true, true]);
    expect(wordsOf(page)).toMatch(/You wrote what is below on .* and have not saved it\. Nobody else has seen it/);
  });

  it('is nobody else’s, and stands nowhere but in that form', async () => {
    const personId = await margery(round, jo);
    await type(jo, personId).expect(204);
    const pete = await (await aWorker(app, round.council, { name: 'Pete Marsh' })).signIn();
    expect(await textOf(pete, personId)).not.toContain(WORDS);
    await type(pete, personId, { whatMatters: 'Pete’s own words' }).expect(204);
    expect([(await textOf(pete, personId)).includes('Pete’s own words'), (await textOf(jo, personId)).includes(WORDS)]).toEqual([true, true]);
    expect(await planOf(jo, personId)).toMatchObject({ plan: null, draft: null });
    for (const path of [`/people/${personId}`, `/people/${personId}/plan`, `/people/${personId}/timeline`]) expect((await jo.get(path).expect(200)).text).not.toContain(WORDS);
  });

  it('goes when the form is taken, stays while it is refused, and can be thrown away', async () => {
    const personId = await margery(round, jo);
    await type(jo, personId).expect(204);
    const form = { _page: pageOf(personId), _version: '0', whatMatters: WORDS };
    await jo.submit(`${pageOf(personId)}/publication`, form).expect(422);
    expect(await textOf(jo, personId)).toContain('have not saved it');
    await jo.submit(pageOf(personId), form).redirects(0).expect(303);
    const saved = await textOf(jo, personId);
    expect([saved.includes(WORDS), saved.includes('have not saved it')]).toEqual([true, false]);
    await type(jo, personId, { _version: versionOn(saved), whatMatters: 'Something else' }).expect(204);
    const gone = await jo.submit('/typed-forms/discard', { _page: pageOf(personId), _version: versionOn(saved), whatMatters: 'Something else' }).redirects(0).expect(303);
    expect(gone.headers['location']).toBe(pageOf(personId));
    const page = await textOf(jo, personId);
    expect([page.includes(WORDS), page.includes('Something else')]).toEqual([true, false]);
  });

  it('is measured by the version that it was typed into: what somebody saved meanwhile is shown beside it', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    await jo.submit(pageOf(personId), { _page: pageOf(personId), _version: '0', whatMatters: 'Choir' }).redirects(0).expect(303);
    const before = versionOn(await textOf(jo, personId));
    await type(jo, personId, { _version: before }).expect(204);
    await jo.submit(pageOf(personId), { _version: before, whatMatters: 'Choir on Thursdays' }).redirects(0).expect(303);
    const late = await textOf(jo, personId);
    expect([late.includes(WORDS), versionOn(late)]).toEqual([true, before]);
    const both = await jo.submit(pageOf(personId), { _page: pageOf(personId), _version: before, whatMatters: WORDS }).expect(409);
    expect([both.text.includes(WORDS), both.text.includes('Choir on Thursdays')]).toEqual([true, true]);
  });

  it('is kept for fourteen days, up to 512 KiB, for a page of ours and for whoever has signed in', async () => {
    const personId = await margery(round, jo);
    await type(jo, personId).expect(204);
    await app.sql(`update typed_form set at = now() - interval '15 days' where page = $1`, [pageOf(personId)]);
    expect(await textOf(jo, personId)).not.toContain(WORDS);
    await type(jo, personId, { _page: '/elsewhere' }).expect(204);
    expect(await app.sql('select 1 from typed_form where page = $1', [pageOf(personId)])).toEqual([]);
    await type(jo, personId, { whatMatters: 'x'.repeat(513 * 1024) }).expect(422);
    for (const page of ['', '//evil.example', 'https://evil.example/a', '/a b', `/${'a'.repeat(2000)}`]) expect([page, (await type(jo, personId, { _page: page })).status]).toEqual([page, 422]);
    await type(jo, personId, { _csrf: 'x' }).expect(403);
    expect((await jo.submit('/typed-forms/discard', { _page: '//evil.example' }).redirects(0).expect(303)).headers['location']).toBe('/');
  });

  it('is behind the same door as the page: whoever no longer opens the person does not read it', async () => {
    const personId = await margery(round, jo);
    const mary = await (await aWorker(app, round.council, { name: 'Mary Airey' })).signIn();
    await type(mary, personId).expect(204);
    await mary.send('post', `/api/people/${personId}/knowing`).expect(204);
    await mary.get(pageOf(personId)).expect(404);
  });
});
