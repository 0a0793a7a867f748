import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a server while it is attacked. */
export interface Gate {
  readonly url: string;
  /** how many requests went through */
  asked: number;
  /** what the server had no answer to: a status of 500 and more */
  readonly broken: string[];
  close(): Promise<void>;
}

/**
 * Lets everything through but signing out, which would end the attack unnoticed; and where tries are counted, has them forgotten and asks again, so that what is
 * behind the throttle is attacked too.
 */
export async function startGate(to: string, forgetTries: () => Promise<unknown>): Promise<Gate> {
  const { host, hostname, port } = new URL(to);
  const server = createServer((req, res) => {
    const sent: Buffer[] = [];
    req.on('data', (part: Buffer) => sent.push(part));
    req.on('end', () => {
      if (req.method === 'POST' && req.url?.startsWith('/sign-out')) return void res.writeHead(204).end();
      ask(true);
    });
    const ask = (again: boolean): void => {
      gate.asked += 1;
      const asked = request({ hostname, port, method: req.method, path: req.url, headers: { ...req.headers, host, connection: 'close' } }, (answer) => {
        const status = answer.statusCode ?? 0;
        if (status === 429 && again) {
          answer.resume();
          return void forgetTries().then(() => ask(false));
        }
        if (status >= 500) gate.broken.push(`${status} ${req.method} ${req.url} ${Buffer.concat(sent).toString().slice(0, 300)}`);
        res.writeHead(status, answer.headers);
        answer.pipe(res);
      });
      asked.on('error', (error) => {
        gate.broken.push(`${error.message}: ${req.method} ${req.url}`);
        res.destroy();
      });
      asked.end(Buffer.concat(sent));
    };
  });
  const gate: Gate = {
    url: '', asked: 0, broken: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(gate, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}
