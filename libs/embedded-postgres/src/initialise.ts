import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { accountForNewCluster, type Account, commandFor } from './account';
import type { Binaries } from './binaries';

const SECRET = 'superuser.secret';

/** The superuser's password, made with the cluster and kept inside it, readable by its owner alone. */
export function superuserPassword(directory: string): string {
  return readFileSync(join(directory, SECRET), 'utf8').trim();
}

/**
 * Makes the cluster unless it exists: scram, checksums, the built-in C.UTF-8 (the same order on every machine).
 * It is made beside its place and moved there whole, so that neither a crash half-way nor two starts at once
 * leave half a cluster.
 * @throws Error with initdb's own words
 */
export async function initialise(directory: string, binaries: Binaries): Promise<void> {
  if (existsSync(join(directory, 'PG_VERSION'))) return;
  mkdirSync(dirname(directory), { recursive: true });
  removeLeftovers(directory);
  const account = accountForNewCluster(binaries.initdb, dirname(directory));
  const staging = `${directory}.new-${process.pid}`;
  mkdirSync(staging, { mode: 0o700 });
  try {
    lend(account, staging);
    await runInitdb(account, binaries, staging);
    moveIntoPlace(join(staging, 'data'), directory);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function runInitdb(account: Account, binaries: Binaries, staging: string): Promise<void> {
  const data = join(staging, 'data');
  const secret = join(staging, SECRET);
  writeFileSync(secret, randomBytes(24).toString('base64url') + '\n', { mode: 0o600 });
  lend(account, secret);
  const [program, args] = commandFor(account, [
    binaries.initdb, '-D', data, '-U', 'postgres', `--pwfile=${secret}`, '--auth-host=scram-sha-256', '--auth-local=scram-sha-256',
    '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions',
  ]);
  const child = spawn(program, args, { ...account.ids, cwd: '/', env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The database could not be created in ${dirname(staging)}: ${words.trim()}`);
  renameSync(secret, join(data, SECRET));
}

function lend(account: Account, path: string): void {
  if (account.ids.uid !== undefined && account.ids.gid !== undefined) chownSync(path, account.ids.uid, account.ids.gid);
}

function moveIntoPlace(data: string, directory: string): void {
  try {
    renameSync(data, directory);
  } catch (error) {
    // Another start was faster: its cluster stands, ours goes.
    if (!existsSync(join(directory, 'PG_VERSION'))) throw error;
  }
}

function removeLeftovers(directory: string): void {
  const prefix = `${basename(directory)}.new-`;
  for (const name of readdirSync(dirname(directory))) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      rmSync(join(dirname(directory), name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
