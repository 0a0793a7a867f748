import type { Client } from 'pg';

/** The 32 bytes with which callers are signed, as the owner role reads them. */
export async function contextKeyOf(owner: Client): Promise<Buffer> {
  const { rows: [row] } = await owner.query<{ key: Buffer }>('select key from onestory.context_key');
  if (!row) throw new Error('The database has no context key: restore a backup');
  return row.key;
}

/** The key from the environment, for a program that is not given the owner's connection. */
export function contextKeyFrom(env: Readonly<Record<string, string | undefined>>): Buffer {
  const key = Buffer.from(env['ONESTORY_CONTEXT_KEY'] ?? '', 'hex');
  if (key.length !== 32) throw new Error('Set DATABASE_OWNER_URL, or ONESTORY_CONTEXT_KEY to the 64 hexadecimal digits that `npm run cli context-key` prints');
  return key;
}
