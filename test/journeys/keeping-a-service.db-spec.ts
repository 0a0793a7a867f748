import type { ServiceItem } from '../../apps/server/src/directory/directory.list';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { aService } from '../support/services';
import { anOrganisation, aTeam, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';
import { codes, wordsOf } from './people';

let app: TestApp;
let charity: TestOrganisation;
let mo: TestWorker;
let moAtWork: Visitor;
let stranger: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  charity = await anOrganisation(app, { name: 'Age Well', sector: 'vcse' });
  mo = await aWorker(app, charity, { name: 'Mo Brennan', jobTitle: 'Director', roles: ['org_admin'] });
  moAtWork = await mo.signIn();
  stranger = await (await aWorker(app, await anOrganisation(app))).signIn();
});
afterAll(() => app.close());

const read = async (id: string, by = moAtWork): Promise<ServiceItem> => (await by.get(`/api/services/${id}`).expect(200)).body as ServiceItem;
const idAt = (location: string | undefined): string => /\/services\/([0-9a-f-]{36})$/.exec(location ?? '')?.[1] ?? '';

describe('An organisation keeps its own entries of the directory', () => {
  it('adds one as a draft that nobody else sees, says that it is right, and everybody finds it', async () => {
    const sent = await moAtWork.submit('/services/new', { name: 'Choir for everybody', description: 'We sing on Tuesdays', needs: ['people_loneliness', 'mind'], wait: 'no wait', intake: [mo.membershipId] });
    const id = idAt(sent.headers['location']);
    expect(sent.status).toBe(303);
    await stranger.get(`/services/${id}`).expect(404);
    expect(wordsOf((await moAtWork.get('/services/ours').expect(200)).text)).toMatch(/Choir for everybody Draft/);
    const page = await moAtWork.get(`/services/${id}`).expect(200);
    expect(wordsOf(page.text)).toContain('All of this is right: list it');
    await moAtWork.submit(`/services/${id}/confirmation`, { _version: '1' }).expect(303);
    expect(await read(id, stranger)).toMatchObject({ state: 'listed', verifiedOn: expect.stringMatching(/^20/) as string, unverified: false, needs: ['people_loneliness', 'mind'], takesReferrals: true });
    expect((await stranger.get('/api/services?search=choir')).body).toMatchObject({ items: [{ id }] });
    expect((await stranger.get(`/services/${id}`)).text).not.toContain('You keep this entry');
  });

  it('changes it: what it says, not on which day somebody said that it is right; and the wait keeps its day while it is the same', async () => {
    const id = await aService(app, charity, { name: 'Lunch club', verifiedOn: '2024-02-01' });
    await app.sql(`update service set wait = 'a week', wait_as_of = '2024-02-01' where id = $1`, [id]);
    const form = await moAtWork.get(`/services/${id}/change`).expect(200);
    expect(form.text).toMatch(/name="name"[^>]*value="Lunch club"/);
    await moAtWork.submit(`/services/${id}/change`, { _version: '1', name: 'Supper club', description: 'An evening meal', wait: 'a week' }).expect(303);
    expect(await read(id)).toMatchObject({ name: 'Supper club', verifiedOn: '2024-02-01', unverified: true, wait: 'a week', waitAsOf: '2024-02-01', state: 'listed' });
    expect((await stranger.get('/api/services?search=supper')).body).toMatchObject({ items: [{ id }] });
    const list = wordsOf((await stranger.get('/services?search=supper')).text);
    expect(list).toMatch(/Unverified/);
    expect(list).toMatch(/Said to be right on 1 February 2024, \d+ months ago/);
    const changed = await moAtWork.send('put', `/api/services/${id}`, { name: 'Supper club', description: 'An evening meal', wait: 'two weeks' }).set('If-Match', '"2"').expect(200);
    expect(changed.body).toMatchObject({ wait: 'two weeks', version: 3, waitAsOf: expect.not.stringMatching('2024-02-01') as string });
    await moAtWork.send('post', `/api/services/${id}/confirmation`, {}).set('If-Match', '"3"').expect(200);
    expect(await read(id)).toMatchObject({ unverified: false });
  });

  it('pauses it with a reason that everybody reads, and no longer offers it', async () => {
    const id = await aService(app, charity, { name: 'Befriending' });
    const empty = await moAtWork.submit(`/services/${id}/stop`, { _version: '1', how: 'paused', reason: '' });
    expect([empty.status, empty.text.includes('value="paused" checked')]).toEqual([422, true]);
    await moAtWork.submit(`/services/${id}/stop`, { _version: '1', how: 'paused', reason: 'Holiday until May' }).expect(303);
    expect(await read(id, stranger)).toMatchObject({ state: 'paused', stateReason: 'Holiday until May', takesReferrals: false });
    const gone = await moAtWork.send('post', `/api/services/${id}/stop`, { how: 'delisted', reason: 'No more volunteers' }).set('If-Match', '"2"').expect(200);
    expect(gone.body).toMatchObject({ state: 'delisted' });
    expect((await stranger.get('/api/services?search=befriending')).body).toMatchObject({ items: [] });
    expect(wordsOf((await moAtWork.get('/services/ours')).text)).toMatch(/Befriending No longer listed/);
  });

  it('input 41: two colleagues at once: the second sees that somebody was first, and what was typed stays', async () => {
    const id = await aService(app, charity);
    await moAtWork.submit(`/services/${id}/change`, { _version: '1', name: 'First', description: 'x' }).expect(303);
    const second = await moAtWork.submit(`/services/${id}/change`, { _version: '1', name: 'Second', description: 'y' });
    expect([second.status, wordsOf(second.text).includes('A colleague changed this meanwhile'), second.text.includes('value="Second"')]).toEqual([409, true, true]);
    await moAtWork.send('put', `/api/services/${id}`, { name: 'Third', description: 'z' }).set('If-Match', '"1"').expect(412);
    expect(await read(id)).toMatchObject({ name: 'First' });
  });

  it('its referrals go to its own people and teams only', async () => {
    const elsewhere = await anOrganisation(app);
    const [other, theirs] = [await aWorker(app, elsewhere), await aTeam(app, elsewhere, 'Theirs')];
    for (const intake of [[other.membershipId], [mo.membershipId, theirs]]) {
      expect(codes((await moAtWork.send('post', '/api/services', { name: 'Shop', description: 'x', intake }).expect(422)).body)).toEqual(['/intake intake.notOurs']);
    }
    const visits = await aTeam(app, charity, 'Home visits');
    await moAtWork.send('post', '/api/services', { name: 'Shop', description: 'x', intake: [visits, mo.membershipId] }).expect(201);
  });

  it('and nobody else changes them', async () => {
    const id = await aService(app, charity);
    await stranger.get(`/services/${id}/change`).expect(403);
    await stranger.get(`/services/${id}/stop`).expect(403);
    await stranger.submit(`/services/${id}/change`, { _version: '1', name: 'Mine', description: 'x' }).expect(403);
    await stranger.send('post', `/api/services/${id}/confirmation`, {}).set('If-Match', '"1"').expect(403);
    await stranger.send('post', `/api/services/${id}/stop`, { how: 'delisted', reason: 'x' }).set('If-Match', '"1"').expect(403);
    expect(await read(id)).toMatchObject({ state: 'listed', version: 1 });
    expect(codes((await moAtWork.send('post', '/api/services', { name: '' }).expect(422)).body)).toEqual(['/name required', '/description required']);
  });
});
