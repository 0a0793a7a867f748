import { randomUUID } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
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

const waitsFor = async (table: string): Promise<void> => {
  while ((await app.sql('select 1 from pg_locks where relation = $1::regclass and not granted', [table])).length === 0) await pause(10);
};

/** Takes a lock in a connection of its own; what is returned lets it go. */
async function hold(table: string, mode: string): Promise<() => Promise<void>> {
  const holder = new Client({ connectionString: app.db.superuserUrl, options: '-c search_path=onestory,public' });
  await holder.connect();
  await holder.query(`begin; lock table ${table} in ${mode} mode`);
  return async () => {
    await holder.query('rollback');
    await holder.end();
  };
}

/** The caseload is asked for and waits for a table that somebody holds; meanwhile something happens; then it is answered. */
async function whileAPageIsAsked(happens: () => Promise<unknown>): Promise<number> {
  // Used a while ago, so that what is asked next moves the session's end on.
  await app.sql(`update session set sess = jsonb_set(sess::jsonb, '{seenAt}', '1')::json where sess -> 'signedIn' ->> 'userId' = $1`, [worker.userId]);
  const letGo = await hold('worklist', 'access exclusive');
  const page = new Visitor(app).agent.get('/caseload').set('Accept', 'text/html').set('Cookie', cookie).then((answer) => answer.status);
  await waitsFor('worklist');
  await happens();
  await letGo();
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

/** Sends a form without a session, as whoever typed it. `head` is what came first; a browser goes where it says at once, without the rest. */
function sendForm(path: string, values: Record<string, string>, typist: string): { head: Promise<IncomingMessage>; came: () => boolean } {
  let came = false;
  const head = new Promise<IncomingMessage>((answer, fail) => {
    const headers = { cookie: typist, accept: 'text/html', 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
    request(`${app.url}${path}`, { method: 'POST', headers }, (response) => {
      came = true;
      response.resume();
      answer(response);
    }).on('error', fail).end(new URLSearchParams(values).toString());
  });
  return { head, came: () => came };
}

describe('A form that is sent after the session has ended', () => {
  it('waits in the new session before the browser is sent to sign in, however long the database takes to keep it', async () => {
    const typist = cookie.split('; ').find((one) => one.startsWith('onestory-typist=')) ?? '';
    const letGo = await hold('session', 'share');
    const { head, came } = sendForm(`/people/${randomUUID()}/contact-notes`, { text: 'She slept badly.' }, typist);
    await waitsFor('session');
    await pause(100);
    const early = came();
    await letGo();
    const { headers } = await head;
    expect({ early, to: headers.location }).toEqual({ early: false, to: expect.stringMatching(/^\/sign-in\?return=/) });
    const kept = headers['set-cookie']?.map((one) => one.split(';')[0]).findLast((one) => one?.startsWith('onestory=')) ?? '';
    const page = await new Visitor(app).get(headers.location ?? '').set('Cookie', kept);
    expect(page.text).toContain('What you typed has been kept');
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
