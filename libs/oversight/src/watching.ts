import { startClockwork, type Clockwork } from '@app/records';

const A_MINUTE = 60_000;

/** Looks for unusual access in each hour of the audit that is over; without a pause while there are hours left to read. */
export const startWatching = (clockUrl: string, onError: (error: unknown) => void): Clockwork =>
  startClockwork(clockUrl, async (clock) => ((await clock.query<{ left: number }>('select find_unusual_access() as left')).rows[0]?.left ?? 0) > 0, { everyMs: A_MINUTE, onError });
