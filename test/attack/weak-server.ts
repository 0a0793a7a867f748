import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';

export interface WeakServer {
  readonly url: string;
  close(): Promise<void>;
}

const page = (body: string): string => `<!doctype html><html lang="en"><title>Weak</title><body>${body}</body></html>`;

/** Everything that ours must not be: what is typed goes into the SQL and into the page as it came. Only ever listens on this computer. */
export async function startWeakServer(databaseUrl: string): Promise<WeakServer> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  const server = createServer((req, res) => {
    const url = new URL(req.url ?? '/', 'http://weak');
    const answer = (status: number, body: string): void => void res.writeHead(status, { 'content-type': 'text/html' }).end(page(body));
    if (url.pathname === '/towns') {
      const asked = `select name from (values (1, 'Brackenbridge'), (2, 'Larkfield')) town(id, name) where id = ${url.searchParams.get('id') ?? ''}`;
      // Several statements in one are several results.
      database.query(asked).then((result) => answer(200, JSON.stringify([result].flat().map(({ rows }) => rows as unknown))), (error: Error) => answer(500, `ERROR:  ${error.message}`));
    } else if (url.pathname === '/hello') answer(200, `Hello ${url.searchParams.get('name') ?? ''}`);
    else answer(200, '<a href="/hello?name=Jo">Hello</a> <a href="/towns?id=1">A town</a>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.end();
    },
  };
}
