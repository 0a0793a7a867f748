import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { launch } from '@app/embedded-postgres';
import { Client } from 'pg';

/**
 * The smallest program with an embedded database, for tests that kill it. It tells on stdout, one line each:
 * `ready {adopted, pid, port}`, then `written <writer> <n>` after each commit when it is started with `write`.
 */
async function main([directory = '', mode]: string[]): Promise<void> {
  const postgres = await launch({ directory, log: (line) => process.stderr.write(`${line}\n`) });
  process.once('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
  if (mode === 'write') await run(postgres.superuserUrl('postgres'), 'create table if not exists written (writer text, n int)');
  tell(`ready ${JSON.stringify({ adopted: postgres.adopted, pid: postgres.pid, port: postgres.port })}`);
  if (mode === 'write') await Promise.all(Array.from({ length: 8 }, (_, i) => write(postgres.superuserUrl('postgres'), `${process.pid}-${i}`)));
  setInterval(() => undefined, 1_000_000);
}

async function write(url: string, writer: string): Promise<never> {
  for (let n = 0; ; ) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      for (; ; n++) {
        await client.query('insert into written values ($1, $2)', [writer, n]);
        tell(`written ${writer} ${n}`);
      }
    } catch {
      // The server is changing hands: the same address answers again soon.
      n++;
      await client.end().catch(() => undefined);
      await pause(20);
    }
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

// Not process.stdout: a line must be out before the next statement, because the next moment may be the last.
function tell(line: string): void {
  writeSync(1, `${line}\n`);
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
