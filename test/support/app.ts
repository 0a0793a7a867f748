import 'reflect-metadata';
import { Writable } from 'node:stream';
import { Client } from 'pg';
import request from 'supertest';
import { serve, type RunningServer } from '../../apps/server/src/serve';
import { prepareDatabase } from '../../apps/server/src/prepare';
import type { Settings } from '../../apps/server/src/http/settings';
import { createTestDatabase, type TestDatabase } from './database';

/** The real server on a fresh database: the same modules, faces and middleware as `main.ts` starts. */
export interface TestApp {
  readonly url: string;
  readonly db: TestDatabase;
  readonly server: RunningServer;
  readonly contextKey: Buffer;
  /** every line of the log so far */
  readonly log: readonly string[];
  /** SQL as the superuser, whom no row-level security stops: to arrange facts and to look behind the scenes */
  sql<R extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** Nobody is told to come back because the machine does something else; a test about that says how long one waits. */
const WAIT_MS = 60_000;

/** `through` puts something between the server and its database; `direct` lets it hear of changes. */
export async function startTestApp(
  settings: Partial<Settings> = {}, options: { through?: (appUrl: string) => Promise<string>; direct?: boolean } = {},
): Promise<TestApp> {
  const db = await createTestDatabase();
  const appUrl = options.through ? await options.through(db.appUrl) : db.appUrl;
  const { contextKey } = await prepareDatabase(db.ownerUrl);
  const log: string[] = [];
  const kept = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(...chunk.toString().split('\n').filter(Boolean));
      done();
    },
  });
  const server = await serve({ appUrl, contextKey, secure: false, trustProxy: false, hosts: ['localhost', '127.0.0.1'], log: kept, waitMs: WAIT_MS, ...(options.direct && { directUrl: appUrl }), ...settings }, 0, '127.0.0.1');
  const superuser = new Client({ connectionString: db.superuserUrl, options: '-c search_path=onestory,public' });
  // Somebody may stop the server while a test still fails: the failure is what is told.
  superuser.on('error', () => undefined);
  await superuser.connect();
  return {
    url: `http://127.0.0.1:${server.port}`,
    db,
    server,
    contextKey,
    log,
    sql: async <R extends object>(text: string, values: unknown[] = []) => (await superuser.query(text, values)).rows as R[],
    close: async () => {
      await server.stop();
      await superuser.end();
      await db.drop();
    },
  };
}

/** A browser that is signed in, or not yet: its cookies, and the token that its forms and scripts send. */
export class Visitor {
  readonly agent: ReturnType<typeof request.agent>;
  csrf = '';

  constructor(private readonly app: TestApp) {
    this.agent = request.agent(app.url);
  }

  /** Reads the page that has the form, so that the session has a token. */
  async readToken(path: string): Promise<string> {
    const page = await this.get(path).set('Accept', 'text/html');
    this.csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    return this.csrf;
  }

  get(path: string): request.Test {
    return this.plainly(this.agent.get(path)).set('Accept', path.startsWith('/api') ? 'application/json' : 'text/html');
  }

  /** JSON to the API, with the token. */
  send(method: 'post' | 'put' | 'patch' | 'delete', path: string, body?: object): request.Test {
    const test = this.plainly(this.agent[method](path)).set('x-csrf-token', this.csrf).set('Accept', 'application/json');
    return body === undefined ? test : test.send(body);
  }

  /** A form as a browser sends it, with the token. */
  submit(path: string, fields: Record<string, string | string[]> = {}): request.Test {
    return this.plainly(this.agent.post(path)).set('Accept', 'text/html').set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: this.csrf, ...fields });
  }

  /** Nothing is compressed only to be unpacked in the same process. */
  private plainly(test: request.Test): request.Test {
    return test.set('Accept-Encoding', 'identity');
  }
}

/** Whoever has this address and password, signed in through the page. Throws when they cannot be. */
export async function signInAs(app: TestApp, email: string, password: string): Promise<Visitor> {
  const visitor = new Visitor(app);
  await visitor.readToken('/sign-in');
  const answer = await visitor.submit('/sign-in', { email, password });
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
  const me = await visitor.get('/api/me');
  visitor.csrf = (me.body as { csrfToken: string }).csrfToken;
  return visitor;
}
