import type { Client } from 'pg';
import { JOBS_SCHEMA } from '@app/records';

/**
 * Marks that the place is being built. Whoever comes meanwhile waits here until it is finished, or its builder is gone.
 * @returns false where there is nothing to build: an organisation lives here, and it was not left by a building that was interrupted
 * @throws Error where somebody else has moved into what was interrupted
 */
export async function begin(owner: Client, log: (line: string) => void): Promise<boolean> {
  // Held by the connection: it goes with the builder, however the builder goes.
  await owner.query(`select pg_advisory_lock(hashtextextended('the demonstration place', 0))`);
  const { rows: [found] } = await owner.query<{ inhabited: boolean; interrupted: boolean; others: boolean }>(
    `select exists (select 1 from onestory.organisation) as inhabited, exists (select 1 from onestory.demonstration where finished_at is null) as interrupted,
            exists (select 1 from onestory.user_account where email !~ '[@.]demo[.]test$' and email not like 'import.%@onestory.invalid') as others`,
  );
  if (found?.interrupted) {
    if (found.others) throw new Error('The demonstration place was left half built, and others live in it by now: it is not cleared away. Choose another database');
    log('The demonstration place was left half built. It is cleared away and built again…');
    await clear(owner);
  } else if (found?.inhabited) return false;
  await owner.query('insert into onestory.demonstration default values');
  return true;
}

export async function finish(owner: Client): Promise<void> {
  await owner.query('update onestory.demonstration set finished_at = now()');
}

/** Empties every table but those that the migrations filled. The audit, which nobody empties, is told that it may be: nothing real stands in it. */
async function clear(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'onestory' and tablename not in ('migrations', 'context_key')
      union all select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = $1 and tablename = 'job'`, [JOBS_SCHEMA],
  );
  const guarded = ['audit_event', 'audit_seal'];
  await owner.query('begin');
  try {
    for (const table of guarded) await owner.query(`alter table onestory.${table} disable trigger ${table}_no_truncate`);
    await owner.query(`truncate ${rows.map(({ name }) => name).join(', ')} restart identity cascade`);
    for (const table of guarded) await owner.query(`alter table onestory.${table} enable trigger ${table}_no_truncate`);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
