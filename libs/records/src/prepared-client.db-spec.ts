/** @jest-environment node */
// With modules of its own: the names of statements that a worker has prepared for other files would fill the list.
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import type { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database';
import { PreparedClient } from './prepared-client';

let database: TestDatabase;
let pooler: Server;

// What a pooler greets with is its own process id. Here the first answer, which holds it, is changed on its way.
const BACKEND_KEY = Buffer.from([0x4b, 0, 0, 0]);

beforeAll(async () => {
  database = await createTestDatabase();
  const { port, hostname } = new URL(database.appUrl);
  pooler = createServer((client) => {
    const server = connect(Number(port), hostname);
    server.on('data', (chunk: Buffer) => {
      const at = chunk.indexOf(BACKEND_KEY);
      if (at >= 0) chunk.writeInt32BE(1_000_000 + chunk.readInt32BE(at + 5), at + 5);
      client.write(chunk);
    });
    client.pipe(server);
    for (const socket of [client, server]) socket.on('error', () => undefined).on('close', () => { client.destroy(); server.destroy(); });
  });
  await new Promise<void>((resolve) => pooler.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => pooler.close(resolve));
  await database.drop();
});

async function preparedAt(url: string): Promise<string[]> {
  const client: Client = new PreparedClient(url);
  await client.connect();
  try {
    await client.query('select 1');
    for (const n of [1, 2]) await client.query('select $1::int + 1 as sum', [n]);
    return (await client.query<{ statement: string }>('select statement from pg_prepared_statements')).rows.map(({ statement }) => statement);
  } finally {
    await client.end();
  }
}

it('a statement with values is prepared once, and its plan is the one for any values', async () => {
  expect(await preparedAt(database.appUrl)).toEqual(['select $1::int + 1 as sum']);
  const client: Client = new PreparedClient(database.appUrl);
  await client.connect();
  expect((await client.query<{ plan_cache_mode: string }>('show plan_cache_mode')).rows).toEqual([{ plan_cache_mode: 'force_generic_plan' }]);
  await client.end();
});

it('fault 13: behind a pooler nothing is prepared, because the next statement may come to another connection', async () => {
  const url = new URL(database.appUrl);
  url.port = String((pooler.address() as AddressInfo).port);
  expect(await preparedAt(url.toString())).toEqual([]);
});
