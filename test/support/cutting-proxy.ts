import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A line to the database that can be cut after so many bytes, or held before certain words. */
export interface CuttingProxy {
  /** the database's URL through the proxy */
  readonly url: string;
  /** Cuts every connection as soon as this many more bytes have gone to the database. */
  cutAfter(bytes: number): void;
  /** From the last of these words on, which come in this order, nothing more goes to the database; without words from the next byte on. Settles when it is held. */
  holdAt(...words: string[]): Promise<void>;
  /** Lets everything through again; says whether it was cut. What was held is lost. */
  mend(): boolean;
  close(): Promise<void>;
}

export async function cuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let left = Infinity;
  let hold: { words: string[]; held: PromiseWithResolvers<void> } | undefined;
  const isHeld = (chunk: Buffer): boolean => {
    if (!hold) return false;
    const text = chunk.toString('latin1');
    while (hold.words[0] !== undefined && text.includes(hold.words[0])) hold.words.shift();
    if (hold.words.length > 0) return false;
    hold.held.resolve();
    return true;
  };
  const cut = (): void => open.forEach((socket) => socket.resetAndDestroy());
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        database.destroy();
      });
    }
    database.pipe(client);
    client.on('data', (chunk: Buffer) => {
      if (left <= 0) return cut();
      if (isHeld(chunk)) return;
      database.write(chunk.subarray(0, Math.min(left, chunk.length)));
      left -= chunk.length;
      if (left <= 0) cut();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    cutAfter: (bytes) => { left = bytes; },
    holdAt: (...words) => {
      hold = { words, held: Promise.withResolvers() };
      return hold.held.promise;
    },
    mend: () => {
      hold = undefined;
      const wasCut = left <= 0;
      left = Infinity;
      return wasCut;
    },
    close: () => new Promise((resolve) => {
      cut();
      server.close(() => resolve());
    }),
  };
}
