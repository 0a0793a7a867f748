import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { sealOnce } from '@app/records';

const PATIENCE_MS = 30_000;

/**
 * Seals when every event can be: a transaction that was open before one of them, also in another test's database of the
 * same server, holds it up for as long as it lasts. Returns the number of events sealed.
 */
export async function sealAll(clock: Client, headFile: string): Promise<number> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows: [row] } = await clock.query<{ held: boolean }>('select exists (select 1 from audit_event where seal is null and xid >= pg_snapshot_xmin(pg_current_snapshot())) as held');
    if (!row?.held) return sealOnce(clock, headFile);
    if (Date.now() > until) throw new Error('A transaction that was begun before the last event has not ended');
    await pause(20);
  }
}
