import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch } from './launch';
import { provision, type RolePasswords } from './provision';

/** Where the records are, as URLs with passwords in them: never logged. */
export interface ResolvedDatabase {
  /** Role `onestory_app`, which the server uses. */
  readonly appUrl: string;
  /** Role `onestory_owner`, which migrates. Always there with the embedded database; otherwise DATABASE_OWNER_URL. */
  readonly ownerUrl: string | undefined;
  /** Role `onestory_clock`, which sweeps. Always there with the embedded database; otherwise DATABASE_CLOCK_URL. */
  readonly clockUrl: string | undefined;
  readonly embedded: boolean;
  /** Stops the embedded database; does nothing to another. */
  stop(): Promise<void>;
}

const DATABASE = 'onestory';

/**
 * The database that the environment names (DATABASE_URL, DATABASE_OWNER_URL, DATABASE_CLOCK_URL) or, without
 * DATABASE_URL, the embedded one in DATA_DIR (`.data`).
 * @throws Error with a sentence for whoever started the program, in production without DATABASE_URL among others
 */
export async function resolveDatabase(
  env: Readonly<Record<string, string | undefined>>, options: { log: (line: string) => void },
): Promise<ResolvedDatabase> {
  if (env['DATABASE_URL']) {
    return {
      appUrl: env['DATABASE_URL'],
      ownerUrl: env['DATABASE_OWNER_URL'] || undefined,
      clockUrl: env['DATABASE_CLOCK_URL'] || undefined,
      embedded: false,
      stop: () => Promise.resolve(),
    };
  }
  if (env['NODE_ENV'] === 'production') {
    throw new Error(
      'In production the records belong in a database of your own, with backups. ' +
        'Prepare one with docs/provision.sql and set DATABASE_URL to it.',
    );
  }
  const folder = resolve(env['DATA_DIR'] || '.data');
  mkdirSync(folder, { recursive: true });
  const passwords = keptPasswords(join(folder, 'passwords.json'));
  const postgres = await launch({ directory: join(folder, 'postgres'), log: options.log });
  try {
    await provision(postgres.superuserUrl('postgres'), { database: DATABASE, passwords });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  const url = (role: keyof RolePasswords) => `postgresql://onestory_${role}:${passwords[role]}@${postgres.host}:${postgres.port}/${DATABASE}`;
  return { appUrl: url('app'), ownerUrl: url('owner'), clockUrl: url('clock'), embedded: true, stop: () => postgres.stop() };
}

/** Made once. The file appears whole or not at all, so that two first starts agree. */
function keptPasswords(path: string): RolePasswords {
  const draft = `${path}.${process.pid}`;
  const fresh = () => randomBytes(24).toString('base64url');
  writeFileSync(draft, JSON.stringify({ owner: fresh(), app: fresh(), clock: fresh() }), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as RolePasswords;
}
