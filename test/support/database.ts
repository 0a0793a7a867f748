import { randomBytes } from 'node:crypto';
import { settleCopy, urlOf } from '@app/embedded-postgres';
import { Client } from 'pg';
import { migrate } from '../../migrations/data-source';
import { ROLE_PASSWORDS, TEMPLATE } from './cluster';

/** A migrated, empty database of one test file, as each of its roles sees it. */
export interface TestDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly clockUrl: string;
  readonly superuserUrl: string;
  /** Closes whatever connections are left and removes it. */
  drop(): Promise<void>;
}

/** Copies the template, which the first caller of a run migrates. Needs the cluster of `cluster.setup.ts`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const clusterUrl = process.env['TEST_CLUSTER_URL'];
  if (!clusterUrl) throw new Error('No test cluster: this project needs globalSetup test/support/cluster.setup.ts');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(clusterUrl, async (admin) => {
    // PostgreSQL copies a database only while nobody is connected to it.
    await admin.query(`select pg_advisory_lock(hashtext('onestory test template'))`);
    await migrateTemplate(admin, clusterUrl);
    await admin.query(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  });
  await settleCopy(clusterUrl, name);
  return {
    appUrl: urlFor(clusterUrl, name, 'app'),
    ownerUrl: urlFor(clusterUrl, name, 'owner'),
    clockUrl: urlFor(clusterUrl, name, 'clock'),
    superuserUrl: urlOf(clusterUrl, name),
    drop: () => administer(clusterUrl, async (admin) => void (await admin.query(`drop database ${name} with (force)`))),
  };
}

/** A database for the tests of one `describe`, with a connection of its owner; there from `beforeAll` on. */
export function databaseWithOwner(): { readonly database: TestDatabase; readonly owner: Client } {
  const here: { database?: TestDatabase; owner?: Client } = {};
  beforeAll(async () => {
    here.database = await createTestDatabase();
    here.owner = new Client({ connectionString: here.database.ownerUrl });
    await here.owner.connect();
  });
  afterAll(async () => {
    await here.owner?.end();
    await here.database?.drop();
  });
  return here as Required<typeof here>;
}

const MIGRATED = 'migrated';

async function migrateTemplate(admin: Client, clusterUrl: string): Promise<void> {
  const { rows } = await admin.query<{ note: string | null }>(
    `select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1`, [TEMPLATE],
  );
  if (rows[0]?.note === MIGRATED) return;
  await migrate(urlFor(clusterUrl, TEMPLATE, 'owner'));
  await admin.query(`comment on database ${TEMPLATE} is '${MIGRATED}'`);
}

function urlFor(clusterUrl: string, database: string, role: keyof typeof ROLE_PASSWORDS): string {
  const url = new URL(urlOf(clusterUrl, database));
  url.username = `onestory_${role}`;
  url.password = ROLE_PASSWORDS[role];
  return url.toString();
}

async function administer<T>(url: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
