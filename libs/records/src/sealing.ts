import { createHash } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { Client } from 'pg';

const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const NOTHING = Buffer.alloc(32);

function merkleRoot(leaves: Buffer[]): Buffer {
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

const sealHash = (n: bigint, previous: Buffer, root: Buffer, events: number): Buffer =>
  sha256(Buffer.from(String(n)), previous, root, Buffer.from(String(events)));

interface SealRow {
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
        where e.seal is null and e.xid < pg_snapshot_xmin(pg_current_snapshot()) order by e.seq limit 20000`,
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

/** Every few seconds, in the server of a small site or in the worker. The head is also written outside the database. */
export function startSealing(clockUrl: string, options: { headFile: string | null; everyMs?: number; onError: (error: unknown) => void }): { stop(): Promise<void> } {
  let stopped = false;
  let client: Client | null = null;
  let wake: () => void = () => undefined;
  const pause = (): Promise<void> => new Promise((resolve) => {
    const timer = setTimeout(resolve, options.everyMs ?? 5000);
    wake = () => { clearTimeout(timer); resolve(); };
  });
  const loop = async (): Promise<void> => {
    while (!stopped) {
      try {
        if (!client) {
          client = new Client({ connectionString: clockUrl, options: '-c search_path=onestory,public' });
          client.on('error', () => { client = null; });
          await client.connect();
        }
        await sealOnce(client, options.headFile);
      } catch (error) {
        if (!stopped) options.onError(error);
        await client?.end().catch(() => undefined);
        client = null;
      }
      if (!stopped) await pause();
    }
    await client?.end().catch(() => undefined);
  };
  const running = loop();
  return { stop: () => { stopped = true; wake(); return running; } };
}

/**
 * Reads the whole chain again and names each seal that does not hold.
 * @param head the last hash known outside the database, in hex; its absence from the chain means that the tail was cut
 */
export async function verifyAudit(client: Client, head: string | null): Promise<{ events: number; seals: number; unsealed: number; faults: string[] }> {
  const faults: string[] = [];
  const seals = (await client.query<SealRow>('select * from audit_seal order by n')).rows;
  let previous: Buffer = NOTHING;
  let events = 0;
  for (const [index, seal] of seals.entries()) {
    if (seal.n !== String(index + 1)) faults.push(`seal ${index + 1} is missing`);
    if (!seal.previous.equals(previous)) faults.push(`seal ${seal.n}: does not follow the one before it`);
    const leaves = (await client.query<{ leaf: Buffer }>('select audit_leaf(e) as leaf from audit_event e where e.seal = $1 order by e.seq', [seal.n])).rows;
    if (leaves.length !== seal.events) faults.push(`seal ${seal.n}: ${leaves.length} events, ${seal.events} were sealed`);
    else if (!merkleRoot(leaves.map((row) => row.leaf)).equals(seal.root)) faults.push(`seal ${seal.n}: an event was changed`);
    if (!sealHash(BigInt(seal.n), seal.previous, seal.root, seal.events).equals(seal.hash)) faults.push(`seal ${seal.n}: the seal itself was changed`);
    previous = seal.hash;
    events += leaves.length;
  }
  if (head && !seals.some((seal) => seal.hash.toString('hex') === head)) faults.push('the last seal known outside the database is not in the chain: its tail was cut');
  const unsealed = Number((await client.query<{ n: string }>('select count(*) as n from audit_event where seal is null')).rows[0]?.n ?? 0);
  return { events, seals: seals.length, unsealed, faults };
}

/** The last head written to the file outside the database, or null when there is none. */
export async function lastHead(headFile: string): Promise<string | null> {
  const text = await readFile(headFile, 'utf8').catch(() => '');
  return text.trim().split('\n').at(-1)?.split(' ')[1] ?? null;
}
