import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startTestApp, Visitor, type TestApp } from '../support/app';
import { anOrganisation, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';

let app: TestApp;
let council: TestOrganisation;
let worker: TestWorker;
let visitor: Visitor;
let cookie: string;

beforeAll(async () => {
  app = await startTestApp();
  council = await anOrganisation(app);
});
beforeEach(async () => {
  worker = await aWorker(app, council);
  visitor = await worker.signIn();
  cookie = ((await visitor.get('/api/me')).request as unknown as { cookies: string }).cookies;
});
afterAll(() => app?.close());

const withTheCookie = async (): Promise<number> => (await new Visitor(app).agent.get('/api/me').set('Accept', 'application/json').set('Cookie', cookie)).status;
const sessions = () => app.sql(`select 1 from session where sess -> 'signedIn' ->> 'userId' = $1`, [worker.userId]);

/** The caseload is asked for and waits for a table that somebody holds; meanwhile something happens; then it is answered. */
async function whileAPageIsAsked(happens: () => Promise<unknown>): Promise<number> {
  // Used a while ago, so that what is asked next moves the session's end on.
  await app.sql(`update session set sess = jsonb_set(sess::jsonb, '{seenAt}', '1')::json where sess -> 'signedIn' ->> 'userId' = $1`, [worker.userId]);
  const holder = new Client({ connectionString: app.db.superuserUrl, options: '-c search_path=onestory,public' });
  await holder.connect();
  await holder.query('begin; lock table worklist in access exclusive mode');
  const page = new Visitor(app).agent.get('/caseload').set('Accept', 'text/html').set('Cookie', cookie).then((answer) => answer.status);
  while ((await app.sql(`select 1 from pg_locks where relation = 'worklist'::regclass and not granted`)).length === 0) await pause(10);
  await happens();
  await holder.query('rollback');
  await holder.end();
  return page;
}

describe('A session that has ended stays ended', () => {
  it('signed out while another page was still on its way: what that page wants kept of the session brings it back for nobody', async () => {
    await whileAPageIsAsked(() => visitor.submit('/sign-out').expect(303));
    expect(await sessions()).toEqual([]);
    expect(await withTheCookie()).toBe(401);
  });

  it('ended by a new password while a page was on its way', async () => {
    await whileAPageIsAsked(() => app.sql(`delete from session where sess -> 'signedIn' ->> 'userId' = $1`, [worker.userId]));
    expect(await sessions()).toEqual([]);
    expect(await withTheCookie()).toBe(401);
  });

  it('and one that has not ended goes on: the page that was on its way moves its end', async () => {
    expect(await whileAPageIsAsked(() => Promise.resolve())).toBe(200);
    const [kept] = await app.sql<{ seen: number }>(`select (sess ->> 'seenAt')::float8 as seen from session where sess -> 'signedIn' ->> 'userId' = $1`, [worker.userId]);
    expect(kept?.seen).toBeGreaterThan(Date.now() - 60_000);
    expect(await withTheCookie()).toBe(200);
  });
});

describe('fault 33: the clock jumps', () => {
  const HOUR = 3_600_000;
  const atTheServersClock = async <T>(shift: number, act: () => Promise<T>): Promise<T> => {
    jest.useFakeTimers({ now: Date.now() + shift, doNotFake: ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
    try {
      return await act();
    } finally {
      jest.useRealTimers();
    }
  };

  it('an hour on: the session has ended, and stays ended when the clock is put right', async () => {
    expect(await atTheServersClock(HOUR, withTheCookie)).toBe(401);
    expect(await withTheCookie()).toBe(401);
    expect(await sessions()).toEqual([]);
  });

  it('an hour back: nobody who had signed out, and no session that had ended, comes back', async () => {
    await app.sql(`update session set expire = now() - interval '1 minute' where sess -> 'signedIn' ->> 'userId' = $1`, [worker.userId]);
    expect(await withTheCookie()).toBe(401);
    expect(await atTheServersClock(-HOUR, withTheCookie)).toBe(401);
    const other = await worker.signIn();
    cookie = ((await other.get('/api/me')).request as unknown as { cookies: string }).cookies;
    await other.submit('/sign-out').expect(303);
    expect(await atTheServersClock(-HOUR, withTheCookie)).toBe(401);
  });
});
