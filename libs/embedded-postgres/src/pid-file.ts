import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What stands in `postmaster.pid`, judged without a signal to anybody. */
export type Finding =
  | { readonly kind: 'nothing' }
  /** A server of this directory that takes connections. */
  | { readonly kind: 'ready'; readonly pid: number; readonly port: number }
  /** A server of this directory on its way up or down. */
  | { readonly kind: 'busy' }
  /** Left behind by a server that is gone; the pid may belong to a zombie or to a stranger by now. */
  | { readonly kind: 'stale'; readonly pid: number; readonly port: number }
  | { readonly kind: 'unreadable' };

/** Reads `postmaster.pid` of the directory (an absolute real path). Lines: pid, directory, start, port, …, 8th: status. */
export function inspect(directory: string): Finding {
  const lines = linesOf(join(directory, 'postmaster.pid'));
  if (!lines) return { kind: 'nothing' };
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return { kind: 'unreadable' };
  const port = Number(lines[3]);
  if (!runsHere(pid, directory)) return { kind: 'stale', pid, port };
  return lines[7]?.trim() === 'ready' ? { kind: 'ready', pid, port } : { kind: 'busy' };
}

/** Puts an unreadable `postmaster.pid` aside, where PostgreSQL would refuse to start for ever. */
export function putAside(directory: string): void {
  const path = join(directory, 'postmaster.pid');
  renameSync(path, `${path}.unreadable`);
}

/**
 * Whether any process of this cluster lives: with an unreadable file nothing else guards against two servers.
 * Only Linux tells; elsewhere the answer is no.
 */
export function isInhabited(directory: string): boolean {
  if (process.platform !== 'linux') return false;
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && isPostgres(commandOf(Number(name))) && homeOf(name) === directory);
}

function homeOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function linesOf(path: string): string[] | undefined {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function runsHere(pid: number, directory: string): boolean {
  const command = commandOf(pid);
  return isPostgres(command) && command.includes(directory);
}

// A running server's first word is the program's path; its children say "postgres: …".
function isPostgres(command: readonly string[]): boolean {
  return basename(command[0]?.split(':')[0] ?? '') === 'postgres';
}

/** The words of a process's command line; none for a zombie or a process that is not there. */
function commandOf(pid: number): string[] {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim().split(' ');
  } catch {
    return [];
  }
}
