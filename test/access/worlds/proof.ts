import { Client } from 'pg';
import { createTestDatabase } from '../../support/database';

/** A database of one's own to load worlds into, as the superuser, who is stopped by nothing, and as the application. */
export interface Proof {
  readonly superuser: Client;
  readonly app: Client;
  readonly key: Buffer;
  close(): Promise<void>;
}

// Worlds pile up in one database and every question names its people: plans are made once, with the keys.
const PLANS = '-c search_path=onestory,public -c enable_seqscan=off -c jit=off -c plan_cache_mode=force_generic_plan';

export async function openProof(): Promise<Proof> {
  const database = await createTestDatabase();
  const superuser = new Client({ connectionString: database.superuserUrl, options: PLANS });
  const app = new Client({ connectionString: database.appUrl, options: PLANS });
  await superuser.connect();
  await app.connect();
  const { rows } = await superuser.query<{ key: Buffer }>('select key from context_key');
  return {
    superuser, app, key: rows[0]?.key as Buffer,
    close: async () => {
      await app.end();
      await superuser.end();
      await database.drop();
    },
  };
}
