import { setTimeout as pause } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { makeBoss, QUEUES, QUIET, type Queue } from './jobs-schema';

export interface Job<T = unknown> {
  /** stays the same when the job is tried again */
  readonly id: string;
  readonly data: T;
}

/** What is done with each kind of job. A job may come twice, when a worker died after it had done it: doing it again must change nothing. */
export type Handlers = Readonly<Record<Queue, (job: Job<never>) => Promise<void>>>;

const AGAIN_MS = 5000;
const handle = (handlers: Handlers, queue: Queue, job: Job): Promise<void> => handlers[queue](job as Job<never>);

/**
 * Works on the queues, in the server of a small site or in a worker, until it is stopped: what it has begun it finishes. A database that
 * cannot be reached is tried again every few seconds.
 * @param clockUrl the clock's role, which may change rows of the queues and nothing else
 */
export function startWorking(clockUrl: string, handlers: Handlers, onError: (error: unknown) => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const starting = (async (): Promise<PgBoss | null> => {
    while (!stopping.signal.aborted) {
      const boss = await bossOf(clockUrl, onError);
      try {
        await boss.start();
        // What a worker left that was killed is taken back at once, and not when the queues are next looked after.
        await boss.supervise();
        for (const queue of QUEUES) {
          await boss.work(queue, { batchSize: 1, burstWhenBatchFull: true }, async (jobs) => {
            for (const job of jobs) await handle(handlers, queue, job);
          });
        }
        return boss;
      } catch (error) {
        onError(error);
        await boss.stop({ graceful: false }).catch(onError);
        await pause(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
    return null;
  })();
  return {
    stop: async () => {
      stopping.abort();
      await (await starting)?.stop({ timeout: 8000 });
    },
  };
}

/**
 * Takes back what dead workers left, and does what waits now, one job after the other; returns how many were done. What fails waits for
 * its next turn.
 * @param options.early also what is not due yet
 */
export async function workOnce(clockUrl: string, handlers: Handlers, options: { early?: boolean } = {}): Promise<number> {
  const boss = await bossOf(clockUrl, () => undefined);
  await boss.start();
  try {
    await boss.supervise();
    let done = 0;
    for (const queue of QUEUES) {
      for (;;) {
        const [job] = await boss.fetch(queue, { ignoreStartAfter: options.early ?? false });
        if (!job) break;
        try {
          await handle(handlers, queue, job);
          await boss.complete(queue, job.id);
          done += 1;
        } catch (error) {
          await boss.fail(queue, job.id, { message: error instanceof Error ? error.message : String(error) });
          throw error;
        }
      }
    }
    return done;
  } finally {
    await boss.stop({ graceful: false });
  }
}

const bossOf = (clockUrl: string, onError: (error: unknown) => void): Promise<PgBoss> => makeBoss({ ...QUIET, connectionString: clockUrl, max: 2, supervise: true }, onError);
