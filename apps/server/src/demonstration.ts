import { join } from 'node:path';
import type { ResolvedDatabase } from '@app/embedded-postgres';

export interface DemonstrationAccount {
  readonly email: string;
  readonly who: string;
}
interface Loaded {
  readonly password: string;
  readonly accounts: readonly DemonstrationAccount[];
}
type Load = (database: ResolvedDatabase, options: { log(line: string): void }) => Promise<Loaded>;

/** Whether an empty database gets the demonstration place: never in production, and never somebody's own database unasked. */
export const wantsDemonstration = (env: Readonly<Record<string, string | undefined>>, database: Pick<ResolvedDatabase, 'embedded'>): boolean =>
  env['NODE_ENV'] !== 'production' && (database.embedded || env['ONESTORY_DEMO'] === '1');

/** The place is applied by the command line's program, which a server in production does not carry. */
export async function loadDemonstration(database: ResolvedDatabase, log: (line: string) => void): Promise<Loaded> {
  const path = join(__dirname, '..', '..', 'cli', 'src', 'demonstration', 'load.js');
  const { loadDemonstration: load } = (await import(path)) as { loadDemonstration: Load };
  return load(database, { log });
}
