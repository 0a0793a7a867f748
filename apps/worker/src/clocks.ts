import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Digests, Notices } from '@app/notifications';
import { startWatching } from '@app/oversight';
import { ReviewCalendar } from '@app/reviews';
import { startSealing, startWorking, type Handlers } from '@app/records';

/** What is done with each kind of job. */
export const jobsOf = (app: INestApplicationContext): Handlers => ({
  news: (job) => app.get(Notices, { strict: false }).tell(job),
  digest: (job) => app.get(Digests, { strict: false }).send(job),
  calendar: (job) => app.get(ReviewCalendar, { strict: false }).send(job),
});

/**
 * Works on jobs, seals the audit and looks for what stands out in it until it is stopped, in the worker's own process or in the server of a small site.
 * @param folder where the file `audit-head` is kept
 * @param say tells whoever started the program what is tried again
 */
export function startClocks(app: INestApplicationContext, clockUrl: string, folder: string, say: (line: string) => void): { stop(): Promise<void> } {
  mkdirSync(folder, { recursive: true });
  const sealing = startSealing(clockUrl, { headFile: join(folder, 'audit-head'), onError: () => say('The audit could not be sealed; it is tried again in a few seconds') });
  const watching = startWatching(clockUrl, () => say('Unusual access could not be looked for; it is tried again in a minute'));
  const working = startWorking(clockUrl, jobsOf(app), () => say('A job could not be done; it is tried again'));
  return { stop: async () => void (await Promise.all([working.stop(), sealing.stop(), watching.stop()])) };
}

/** Whether a server does what the worker does as well: unless somebody started a worker apart and said so. */
export const worksInProcess = (env: Readonly<Record<string, string | undefined>>): boolean => env['ONESTORY_JOBS'] !== 'apart';
