import type { Client } from 'pg';
import { merkleRoot, NOTHING, sealHash, type SealRow } from './sealing';

export interface Verified {
  events: number;
  seals: number;
  unsealed: number;
  faults: string[];
}

/** Events read in one statement, about; a seal is never torn. */
const AT_ONCE = 20_000;

/**
 * Reads the whole chain again and names each seal that does not hold.
 * @param head the last hash known outside the database, in hex; its absence from the chain means that the tail was cut
 */
export async function verifyAudit(client: Client, head: string | null): Promise<Verified> {
  const faults: string[] = [];
  const seals = (await client.query<SealRow>('select * from audit_seal order by n')).rows;
  let previous: Buffer = NOTHING;
  let events = 0;
  for (const batch of batches(seals)) {
    const leaves = await leavesOf(client, batch);
    for (const seal of batch) {
      const own = leaves.get(seal.n) ?? [];
      if (!seal.previous.equals(previous)) faults.push(`seal ${seal.n}: does not follow the one before it`);
      if (own.length !== seal.events) faults.push(`seal ${seal.n}: ${own.length} events, ${seal.events} were sealed`);
      else if (!merkleRoot(own).equals(seal.root)) faults.push(`seal ${seal.n}: an event was changed`);
      if (!sealHash(BigInt(seal.n), seal.previous, seal.root, seal.events).equals(seal.hash)) faults.push(`seal ${seal.n}: the seal itself was changed`);
      previous = seal.hash;
      events += own.length;
    }
  }
  faults.push(...missing(seals));
  if (head && !seals.some((seal) => seal.hash.toString('hex') === head)) faults.push('the last seal known outside the database is not in the chain: its tail was cut');
  const [counted] = (await client.query<{ sealed: string; unsealed: string }>('select count(*) filter (where seal is not null) as sealed, count(*) filter (where seal is null) as unsealed from audit_event')).rows;
  const stray = Number(counted?.sealed ?? 0) - events;
  if (stray > 0) faults.push(`${stray} events carry a seal that is not in the chain`);
  return { events, seals: seals.length, unsealed: Number(counted?.unsealed ?? 0), faults };
}

/** Seals one after the other until there are events enough for one statement. */
function* batches(seals: readonly SealRow[]): Generator<SealRow[]> {
  let batch: SealRow[] = [];
  let size = 0;
  for (const seal of seals) {
    batch.push(seal);
    size += seal.events;
    if (size < AT_ONCE) continue;
    yield batch;
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

async function leavesOf(client: Client, batch: readonly SealRow[]): Promise<Map<string, Buffer[]>> {
  const found = new Map<string, Buffer[]>();
  const { rows } = await client.query<[string, Buffer]>({
    text: 'select e.seal, audit_leaf(e) from audit_event e where e.seal between $1 and $2 order by e.seal, e.seq', values: [batch[0]?.n, batch.at(-1)?.n], rowMode: 'array',
  });
  for (const [n, leaf] of rows) {
    const own = found.get(n);
    if (own) own.push(leaf);
    else found.set(n, [leaf]);
  }
  return found;
}

/** The numbers that the chain leaves out. */
function missing(seals: readonly SealRow[]): string[] {
  const faults: string[] = [];
  let next = 1n;
  for (const { n } of seals) {
    for (; next < BigInt(n) && faults.length < 100; next++) faults.push(`seal ${next} is missing`);
    next = BigInt(n) + 1n;
  }
  return faults;
}
