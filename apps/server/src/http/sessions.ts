import { promisify } from 'node:util';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { Pool } from 'pg';
import { PreparedClient } from '@app/records';
import type { Log } from './log';
import { SessionRows } from './session-rows';
import { secretFor, type Settings } from './settings';

export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 12 * 60 * 60_000;
const MINUTE_MS = 60_000;

export const cookieName = (settings: Pick<Settings, 'secure'>): string => (settings.secure ? '__Host-onestory' : 'onestory');
export const cookieOptions = (settings: Pick<Settings, 'secure'>) => ({ httpOnly: true, sameSite: 'lax', secure: settings.secure, path: '/' }) as const;

/** Sessions in PostgreSQL, on a few connections of their own, so that a request never waits for itself. */
export class Sessions {
  private readonly pool: Pool;
  readonly middleware: RequestHandler;
  private readonly store: SessionRows;

  constructor(private readonly settings: Settings, log: Log) {
    this.pool = new Pool({ Client: PreparedClient, connectionString: settings.appUrl, max: 4, connectionTimeoutMillis: settings.waitMs ?? 3000, allowExitOnIdle: true });
    this.pool.on('error', () => log.warn('a session connection was lost'));
    this.store = new SessionRows(this.pool, IDLE_MS, (line) => log.warn(line));
    this.middleware = session({
      name: cookieName(settings),
      secret: secretFor('session', settings).toString('base64'),
      store: this.store,
      resave: false,
      saveUninitialized: false,
      // Its end stands in the database. The cookie has none, so that it is set once, and goes when the browser is closed.
      cookie: cookieOptions(settings),
    });
  }

  /** Two cookies of our name are somebody's trick: neither counts. */
  readonly refuseTwo = (req: Request, _res: Response, next: NextFunction): void => {
    const mine = `${cookieName(this.settings)}=`;
    const cookies = req.headers.cookie?.split(';') ?? [];
    const ours = cookies.filter((cookie) => cookie.trim().startsWith(mine));
    if (ours.length > 1) req.headers.cookie = cookies.filter((cookie) => !ours.includes(cookie)).join(';');
    if (ours.length > 0) req.cookieSent = true;
    next();
  };

  /** Whether a session that was good when a stream began is good still, for the same user. */
  async isSignedIn(sessionId: string, userId: string): Promise<boolean> {
    const kept = await promisify((done: (error: unknown, found?: session.SessionData | null) => void) => this.store.get(sessionId, done))();
    return kept?.signedIn?.userId === userId;
  }

  async close(): Promise<void> {
    this.store.close();
    await this.pool.end();
  }
}

/** Says at most once a minute that the session is in use, which moves its end half an hour on. */
export function keepAlive(req: Request): void {
  const now = Date.now();
  if (now - (req.session.seenAt ?? 0) > MINUTE_MS) req.session.seenAt = now;
}

/** A new session with a new id, so that an id known before sign-in is worth nothing after it. */
export const renew = (req: Request): Promise<void> => promisify((done: (error: unknown) => void) => req.session.regenerate(done))();

export const forget = (req: Request): Promise<void> => promisify((done: (error: unknown) => void) => req.session.destroy(done))();
