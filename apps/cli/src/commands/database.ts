import { resolveDatabase, type ResolvedDatabase } from '@app/embedded-postgres';
import { migrate } from '../../../../migrations/data-source';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** The database of the environment, or the embedded one: adopted where a server uses it, brought up to date, stopped after `work`. */
export async function withDatabase<T>(work: (database: ResolvedDatabase) => Promise<T>): Promise<T> {
  const database = await resolveDatabase(process.env, { log: tell });
  try {
    if (database.embedded && database.ownerUrl) await migrate(database.ownerUrl);
    return await work(database);
  } finally {
    await database.stop();
  }
}
