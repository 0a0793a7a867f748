import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A line to the database that can be cut after so many bytes. */
export interface CuttingProxy {
  /** the database's URL through the proxy */
  readonly url: string;
  /** Cuts every connection as soon as this many more bytes have gone to the database. */
  cutAfter(bytes: number): void;
  /** Lets everything through again; says whether it was cut. */
  mend(): boolean;
  close(): Promise<void>;
}

export async function cuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let left = Infinity;
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
    mend: () => {
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
