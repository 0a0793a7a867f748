import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { CHANGES, type Change, type Ended } from './news';

const AGAIN_MS = 2000;

/**
 * Hears of changes, on one connection of its own that must lead to the database itself and not to a pooler. When the line is lost it is
 * made again.
 * @param onLost what happened meanwhile is not known any more
 */
export function listenForChanges(directUrl: string, onChange: (change: Change | Ended) => void, onLost: (error: unknown) => void): { ready: Promise<void>; stop(): Promise<void> } {
  const stopping = new AbortController();
  const first = Promise.withResolvers<void>();
  const line: { client?: Client } = {};
  const once = async (): Promise<void> => {
    const lost = Promise.withResolvers<void>();
    const client = (line.client = new Client({ connectionString: directUrl, keepAlive: true }));
    client.on('error', (error) => lost.reject(error));
    client.on('end', () => lost.resolve());
    client.on('notification', ({ payload }) => onChange(JSON.parse(payload ?? '{}') as Change | Ended));
    await client.connect();
    await client.query(`listen ${CHANGES}`);
    first.resolve();
    await lost.promise;
  };
  const running = (async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await once().catch(onLost);
      await line.client?.end().catch(() => undefined);
      if (!stopping.signal.aborted) await pause(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    ready: first.promise,
    stop: async () => {
      stopping.abort();
      await line.client?.end().catch(() => undefined);
      await running;
    },
  };
}
