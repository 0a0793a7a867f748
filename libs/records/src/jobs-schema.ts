import type { ConstructorOptions, PgBoss } from 'pg-boss';

export const JOBS_SCHEMA = 'onestory_jobs';
export const QUEUES = ['news', 'digest', 'calendar'] as const;
export type Queue = (typeof QUEUES)[number];

/** What of pg-boss we leave out: it changes no schema, plans no cron and rebuilds no index while it works. */
export const QUIET = { schema: JOBS_SCHEMA, migrate: false, schedule: false, reindex: false, monitorVacuum: false } as const;

/** pg-boss is loaded by whoever works on queues, not by whoever puts something in. */
export async function makeBoss(options: ConstructorOptions, onError: (error: unknown) => void): Promise<PgBoss> {
  const { PgBoss: Boss } = await import('pg-boss');
  const boss = new Boss(options);
  boss.on('error', onError);
  return boss;
}

/**
 * Installs the queues in a schema of their own, or brings them to this version, as the owner role; safe to run again. The server may put
 * jobs in and read none, the clock works on them, and neither may change a table.
 */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = await makeBoss({ ...QUIET, connectionString: ownerUrl, max: 1, migrate: true, supervise: false }, () => undefined);
  await boss.start();
  try {
    await boss.createQueue('news', { policy: 'standard' });
    // One mail waits for somebody at a time, whatever else happens until it is sent.
    await boss.createQueue('digest', { policy: 'short' });
    // Nor two letters about the same day, which the first would tell as well.
    await boss.createQueue('calendar', { policy: 'short' });
    await grant(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function grant(boss: PgBoss): Promise<void> {
  await boss.getDb().executeSql(`
    grant usage on schema ${JOBS_SCHEMA} to onestory_app, onestory_clock;
    grant insert (name, data, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, start_after, singleton_key) on ${JOBS_SCHEMA}.job to onestory_app;
    grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to onestory_clock;
    grant execute on all functions in schema ${JOBS_SCHEMA} to onestory_clock`);
}
