import pgSession from 'connect-pg-simple';
import type { Request } from 'express';
import session, { type SessionData } from 'express-session';
import type { Pool } from 'pg';

type Done = (error?: unknown) => void;
const PostgresStore = pgSession(session);

/**
 * Sessions as rows, of which one that has ended never comes back. The store that this builds on writes whatever it is given: a page that was on its way
 * when somebody signed out would have begun their session anew.
 */
export class SessionRows extends PostgresStore {
  /** those that have a row: read from it, or written by us */
  private readonly rows = new WeakSet<object>();

  constructor(private readonly pool: Pool, private readonly idleMs: number, warn: (line: string) => void) {
    // What is written is decided by `seenAt`: a touch with every request would be a write with every request.
    super({ pool, schemaName: 'onestory', tableName: 'session', ttl: idleMs / 1000, disableTouch: true, createTableIfMissing: false, errorLog: () => warn('old sessions could not be removed') });
  }

  /** One that has run out is removed when it is asked for, so that it does not come back when the clock is put back. */
  override get(sid: string, done: (error: unknown, found?: SessionData | null) => void): void {
    super.get(sid, (error, found) => {
      if (error || found) return done(error, found);
      this.destroy(sid, (failed) => done(failed, null));
    });
  }

  override createSession(req: Request, kept: SessionData): session.Session & SessionData {
    const known = super.createSession(req, kept);
    this.rows.add(known);
    return known;
  }

  override set(sid: string, kept: SessionData, done?: Done): void {
    const known = this.rows.has(kept);
    this.rows.add(kept);
    this.pool.query(
      known ? 'update onestory.session set sess = $1, expire = to_timestamp($2) where sid = $3' : 'insert into onestory.session (sess, expire, sid) values ($1, to_timestamp($2), $3)',
      [kept, (Date.now() + this.idleMs) / 1000, sid],
    ).then(() => done?.(), (error: unknown) => done?.(error));
  }
}
