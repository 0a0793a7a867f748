import { Client } from 'pg';
import { migrate } from '../../../migrations/data-source';

/** Brings the database to this version and reads the key with which callers are signed. As the owner role; safe to run again. */
export async function prepareDatabase(ownerUrl: string): Promise<{ migrated: string[]; contextKey: Buffer }> {
  const migrated = await migrate(ownerUrl);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('grant select on onestory.migrations to onestory_app');
    const key = await owner.query<{ key: Buffer }>('select key from onestory.context_key');
    const contextKey = key.rows[0]?.key;
    if (!contextKey) throw new Error('The database has no context key: restore a backup');
    return { migrated, contextKey };
  } finally {
    await owner.end();
  }
}

/** Who is there already. As the application's role, which may know of organisations and users; row-level security hides both from the owner. */
export async function inhabitants(appUrl: string): Promise<{ isEmpty: boolean; isDemonstration: boolean; isUnfinished: boolean }> {
  const app = new Client({ connectionString: appUrl });
  await app.connect();
  try {
    const { rows } = await app.query<{ isEmpty: boolean; isDemonstration: boolean; isUnfinished: boolean }>(
      `select not exists (select 1 from onestory.organisation) as "isEmpty",
              exists (select 1 from onestory.user_account where email like '%@demo.test') as "isDemonstration",
              exists (select 1 from onestory.demonstration where finished_at is null) as "isUnfinished"`,
    );
    return rows[0] ?? { isEmpty: false, isDemonstration: false, isUnfinished: false };
  } finally {
    await app.end();
  }
}

/** The key from the environment, for a server that is not given the owner's connection. */
export function contextKeyFrom(env: Readonly<Record<string, string | undefined>>): Buffer {
  const key = Buffer.from(env['ONESTORY_CONTEXT_KEY'] ?? '', 'hex');
  if (key.length !== 32) throw new Error('Set DATABASE_OWNER_URL, or ONESTORY_CONTEXT_KEY to the 64 hexadecimal digits that `npm run cli context-key` prints');
  return key;
}
