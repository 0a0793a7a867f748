import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { resolveDatabase, type ResolvedDatabase } from '@app/embedded-postgres';
import { mailSettingsFrom } from '@app/notifications';
import { contextKeyFrom, contextKeyOf, refuseStrongRole, Transactions } from '@app/records';
import { startClocks } from './clocks';
import { WorkerModule } from './worker.module';

const POOL = 4;
const UNDEFINED_TABLE = '42P01';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function keyOf({ ownerUrl }: ResolvedDatabase): Promise<Buffer> {
  if (!ownerUrl) return contextKeyFrom(process.env);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await contextKeyOf(owner);
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) throw new Error('The database is empty: start the server, or run `npm run cli -- migrate`, before the worker');
    throw error;
  } finally {
    await owner.end();
  }
}

/** Jobs and clocks in a process of their own: it listens to nobody and migrates nothing. */
async function main(): Promise<void> {
  const { env } = process;
  const database = await resolveDatabase(env, { log: () => undefined });
  try {
    if (!database.clockUrl) throw new Error('Set DATABASE_CLOCK_URL: jobs are worked on as the role onestory_clock of docs/provision.sql');
    const settings = { appUrl: database.appUrl, contextKey: await keyOf(database), poolSize: Number(env['DATABASE_POOL_SIZE'] || POOL), mail: mailSettingsFrom(env) };
    const app = await NestFactory.createApplicationContext(WorkerModule.with(settings), { logger: ['error', 'warn', 'fatal'], abortOnError: false });
    await refuseStrongRole(app.get(Transactions));
    const clocks = startClocks(app, database.clockUrl, env['DATA_DIR'] || '.data', say);
    const stop = async (): Promise<void> => {
      await clocks.stop();
      await app.close();
      await database.stop();
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().then(() => process.exit(0), fail));
    say('The worker tells what happens and seals the audit');
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
