import { Client } from 'pg';
import { contextKeyOf } from '@app/records';
import { migrate } from '../../../migrations/data-source';

/** Brings the database to this version and reads the key with which callers are signed. As the owner role; safe to run again. */
export async function prepareDatabase(ownerUrl: string): Promise<{ migrated: string[]; contextKey: Buffer }> {
  const migrated = await migrate(ownerUrl);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('grant select on onestory.migrations to onestory_app');
    return { migrated, contextKey: await contextKeyOf(owner) };
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
