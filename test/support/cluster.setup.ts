import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, provision, type RunningPostgres } from '../../libs/embedded-postgres/src';
import { ROLE_PASSWORDS, TEMPLATE } from './cluster';

// Nothing here outlives the run, so nothing waits for the disk.
const FLAGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300', 'max_wal_size=4GB'];

/** One PostgreSQL for all suites of a run; each test file makes its own database in it (`createTestDatabase`). */
export default async function setUpCluster(): Promise<void> {
  if (process.env['TEST_CLUSTER_URL']) return;
  const folder = mkdtempSync(join(tmpdir(), 'onestory-test-'));
  // As root the server runs as nobody, who has to pass through.
  chmodSync(folder, 0o755);
  const postgres = await launch({ directory: join(folder, 'postgres'), flags: FLAGS.flatMap((flag) => ['-c', flag]) });
  const url = postgres.superuserUrl('postgres');
  await provision(url, { database: TEMPLATE, passwords: ROLE_PASSWORDS });
  process.env['TEST_CLUSTER_URL'] = url;
  (globalThis as ClusterHolder).testCluster = { postgres, folder };
}

/** How set-up hands the server to tear-down: Jest runs both in one process. */
export type ClusterHolder = typeof globalThis & { testCluster?: { postgres: RunningPostgres; folder: string } };
