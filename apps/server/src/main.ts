import 'reflect-metadata';
import { join } from 'node:path';
import { resolveDatabase } from '@app/embedded-postgres';
import { startSealing } from '@app/records';
import { loadDemonstration, wantsDemonstration } from './demonstration';
import { settingsFrom } from './http/settings';
import { contextKeyFrom, prepareDatabase } from './prepare';
import { serve } from './serve';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** PostgreSQL's own log is for its keeper; whoever starts the program is told what goes wrong, and what we say ourselves. */
const sayOfDatabase = (line: string): void => {
  const isPostgres = /^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\]/.test(line);
  if (!isPostgres || /\b(FATAL|PANIC):/.test(line)) say(line);
};

async function main(): Promise<void> {
  const { env } = process;
  const database = await resolveDatabase(env, { log: sayOfDatabase });
  try {
    const prepared = database.ownerUrl ? await prepareDatabase(database.ownerUrl) : undefined;
    if (prepared && prepared.migrated.length > 0) say(`Database brought up to date: ${prepared.migrated.length} steps`);
    const place = prepared?.isEmpty && wantsDemonstration(env, database) ? await loadDemonstration(database, say) : undefined;
    const server = await serve(settingsFrom(env, { appUrl: database.appUrl, contextKey: prepared?.contextKey ?? contextKeyFrom(env) }), Number(env['PORT'] || 3000));
    const sealing = database.clockUrl ? startSealing(database.clockUrl, {
      headFile: join(env['DATA_DIR'] || '.data', 'audit-head'),
      onError: () => say('The audit could not be sealed; it is tried again in a few seconds'),
    }) : undefined;
    const stop = async (): Promise<void> => {
      await server.stop();
      await sealing?.stop();
      await database.stop();
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().then(() => process.exit(0), fail));
    say(`OneStory is at http://localhost:${server.port}`);
    for (const account of place?.accounts ?? []) say(`  ${account.email.padEnd(28)} ${account.who}`);
    if (place) say(`  Everybody's password: ${place.password}`);
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
