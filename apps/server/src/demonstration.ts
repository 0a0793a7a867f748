import { join } from 'node:path';
import type { ResolvedDatabase } from '@app/embedded-postgres';

export interface DemonstrationAccount {
  readonly email: string;
  readonly who: string;
}
type Load = (database: ResolvedDatabase, options: { log(line: string): void }) => Promise<unknown>;

// The place is part of the command line's program, which a server in production does not carry.
const PLACE = join(__dirname, '..', '..', 'cli', 'src', 'demonstration');

/** Whether an empty database gets the demonstration place: never in production, and never somebody's own database unasked. */
export const wantsDemonstration = (env: Readonly<Record<string, string | undefined>>, database: Pick<ResolvedDatabase, 'embedded'>): boolean =>
  env['NODE_ENV'] !== 'production' && (database.embedded || env['ONESTORY_DEMO'] === '1');

/** Fills an empty database with the demonstration place. */
export async function loadDemonstration(database: ResolvedDatabase, log: (line: string) => void): Promise<void> {
  const { loadDemonstration: load } = (await import(join(PLACE, 'load.js'))) as { loadDemonstration: Load };
  await load(database, { log });
}

/** With whose addresses, and with which one password, the place can be tried. */
export async function demonstrationAccounts(): Promise<{ password: string; accounts: readonly DemonstrationAccount[] }> {
  const { accounts, PASSWORD } = (await import(join(PLACE, 'accounts.js'))) as { accounts: () => DemonstrationAccount[]; PASSWORD: string };
  return { password: PASSWORD, accounts: accounts() };
}
