import { Client } from 'pg';

export interface Clockwork {
  stop(): Promise<void>;
}

/**
 * Does something on one connection of the clock's own, again and again until it is stopped. What fails is told, and tried again on a new connection.
 * @param work true where more waits: then without a pause
 */
export function startClockwork(clockUrl: string, work: (clock: Client) => Promise<boolean>, { everyMs, onError }: { everyMs: number; onError: (error: unknown) => void }): Clockwork {
  let stopped = false;
  let client: Client | null = null;
  let wake: () => void = () => undefined;
  const pause = (): Promise<void> => new Promise((resolve) => {
    const timer = setTimeout(resolve, everyMs);
    wake = () => { clearTimeout(timer); resolve(); };
  });
  const loop = async (): Promise<void> => {
    while (!stopped) {
      let more = false;
      try {
        if (!client) {
          client = new Client({ connectionString: clockUrl, options: '-c search_path=onestory,public' });
          client.on('error', () => { client = null; });
          await client.connect();
        }
        more = await work(client);
      } catch (error) {
        if (!stopped) onError(error);
        await client?.end().catch(() => undefined);
        client = null;
      }
      if (!stopped && !more) await pause();
    }
    await client?.end().catch(() => undefined);
  };
  const running = loop();
  return { stop: () => { stopped = true; wake(); return running; } };
}
