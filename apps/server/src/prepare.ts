import { Client } from 'pg';
import { migrate } from '../../../migrations/data-source';

/** Brings the database to this version and reads the key with which callers are signed. As the owner role; safe to run again. */
export async function prepareDatabase(ownerUrl: string): Promise<{ migrated: string[]; contextKey: Buffer; isEmpty: boolean }> {
  const migrated = await migrate(ownerUrl);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('grant select on onestory.migrations to onestory_app');
    const key = await owner.query<{ key: Buffer }>('select key from onestory.context_key');
    const organisations = await owner.query<{ any: boolean }>('select exists (select 1 from onestory.organisation) as any');
    const contextKey = key.rows[0]?.key;
    if (!contextKey) throw new Error('The database has no context key: restore a backup');
    return { migrated, contextKey, isEmpty: organisations.rows[0]?.any !== true };
  } finally {
    await owner.end();
  }
}

/** The key from the environment, for a server that is not given the owner's connection. */
export function contextKeyFrom(env: Readonly<Record<string, string | undefined>>): Buffer {
  const key = Buffer.from(env['ONESTORY_CONTEXT_KEY'] ?? '', 'hex');
  if (key.length !== 32) throw new Error('Set DATABASE_OWNER_URL, or ONESTORY_CONTEXT_KEY to the 64 hexadecimal digits that `npm run cli context-key` prints');
  return key;
}
