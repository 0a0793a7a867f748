import { createHash } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { startClockwork, type Clockwork } from './clockwork';

const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
/** What the first seal follows, and the root of no events. */
export const NOTHING = Buffer.alloc(32);
/** Events under one seal, at most. */
const AT_ONCE = 20_000;

export function merkleRoot(leaves: Buffer[]): Buffer {
  let level = leaves;
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i] as Buffer, level[i + 1]];
      next.push(right ? sha256(Buffer.from([1]), left, right) : left);
    }
    level = next;
  }
  return level[0] ?? NOTHING;
}

export const sealHash = (n: bigint, previous: Buffer, root: Buffer, events: number): Buffer =>
  sha256(Buffer.from(String(n)), previous, root, Buffer.from(String(events)));

export interface SealRow {
  n: string;
  events: number;
  root: Buffer;
  previous: Buffer;
  hash: Buffer;
}

/** Seals what is not yet sealed and can no longer be joined by an older transaction. Returns the number of events sealed. */
export async function sealOnce(clock: Client, headFile: string | null): Promise<number> {
  await clock.query('begin');
  try {
    const batch = await clock.query<{ seq: string; leaf: Buffer }>(
      `select e.seq, audit_leaf(e) as leaf from audit_event e
        where e.seal is null and e.xid < pg_snapshot_xmin(pg_current_snapshot()) order by e.seq limit ${AT_ONCE}`,
    );
    if (!batch.rowCount) {
      await clock.query('rollback');
      return 0;
    }
    const last = (await clock.query<SealRow>('select * from audit_seal order by n desc limit 1')).rows[0];
    const n = BigInt(last?.n ?? 0) + 1n;
    const previous = last?.hash ?? NOTHING;
    const root = merkleRoot(batch.rows.map((row) => row.leaf));
    const hash = sealHash(n, previous, root, batch.rows.length);
    await clock.query('insert into audit_seal (n, events, root, previous, hash) values ($1, $2, $3, $4, $5)', [n, batch.rows.length, root, previous, hash]);
    await clock.query('update audit_event set seal = $1 where seq = any ($2::bigint[])', [n, batch.rows.map((row) => row.seq)]);
    await clock.query('commit');
    if (headFile) await appendFile(headFile, `${n} ${hash.toString('hex')}\n`, { mode: 0o600 });
    return batch.rows.length;
  } catch (error) {
    await clock.query('rollback');
    throw error;
  }
}

/** Every few seconds, in the server of a small site or in the worker; without a pause while much has piled up. The head is also written outside the database. */
export const startSealing = (clockUrl: string, { headFile, everyMs, onError }: { headFile: string | null; everyMs?: number; onError: (error: unknown) => void }): Clockwork =>
  startClockwork(clockUrl, async (clock) => (await sealOnce(clock, headFile)) === AT_ONCE, { everyMs: everyMs ?? 5000, onError });

/** The last head written to the file outside the database, or null when there is none. */
export async function lastHead(headFile: string): Promise<string | null> {
  const text = await readFile(headFile, 'utf8').catch(() => '');
  return text.trim().split('\n').at(-1)?.split(' ')[1] ?? null;
}
