import 'reflect-metadata';
import { resolveDatabase } from '@app/embedded-postgres';
import { contextKeyFrom } from '@app/records';
import { startClocks, worksInProcess } from '../../worker/src/clocks';
import { demonstrationAccounts, loadDemonstration, wantsDemonstration } from './demonstration';
import { settingsFrom } from './http/settings';
import { inhabitants, prepareDatabase } from './prepare';
import { serve } from './serve';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** PostgreSQL's own log is for its keeper; whoever starts the program is told what goes wrong, and what we say ourselves. */
const sayOfDatabase = (line: string): void => {
  const isPostgres = /^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\]/.test(line);
  if (!isPostgres || /\b(FATAL|PANIC):/.test(line)) say(line);
};

async function sayAccounts(): Promise<void> {
  const { accounts, password } = await demonstrationAccounts();
  for (const account of accounts) say(`  ${account.email.padEnd(28)} ${account.who}`);
  say(`  Everybody's password: ${password}`);
}

async function main(): Promise<void> {
  const { env } = process;
  const database = await resolveDatabase(env, { log: sayOfDatabase });
  try {
    const prepared = database.ownerUrl ? await prepareDatabase(database.ownerUrl) : undefined;
    if (prepared && prepared.migrated.length > 0) say(`Database brought up to date: ${prepared.migrated.length} steps`);
    const place = wantsDemonstration(env, database) ? await inhabitants(database.appUrl) : undefined;
    if (place?.isEmpty || place?.isUnfinished) await loadDemonstration(database, say);
    const server = await serve(settingsFrom(env, { appUrl: database.appUrl, ...(database.embedded && { directUrl: database.appUrl }), contextKey: prepared?.contextKey ?? contextKeyFrom(env) }), Number(env['PORT'] || 3000));
    const clocks = database.clockUrl && worksInProcess(env) ? startClocks(server.app, database.clockUrl, env['DATA_DIR'] || '.data', say) : undefined;
    const stop = async (): Promise<void> => {
      await clocks?.stop();
      await server.stop();
      await database.stop();
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().then(() => process.exit(0), fail));
    say(`OneStory is at http://localhost:${server.port}`);
    if (place?.isEmpty || place?.isDemonstration) await sayAccounts();
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
