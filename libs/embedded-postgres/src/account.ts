import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** As whom PostgreSQL runs: it refuses to be root. */
export interface Account {
  /** Set when root lends the process to somebody else. */
  readonly ids: { uid?: number; gid?: number };
  /** Words put before the command. */
  readonly prefix: readonly string[];
}

const ourselves: Account = { ids: {}, prefix: [] };
// In a user namespace without a mapping root is nobody in the eyes of the program and still owns root's files.
const namespaced: Account = { ids: {}, prefix: ['unshare', '-U'] };

const isRoot = (): boolean => process.getuid?.() === 0;

/** The account that owns an existing cluster: whoever made it must go on running it. */
export function accountOfCluster(directory: string): Account {
  if (!isRoot()) return ourselves;
  const { uid, gid } = statSync(directory);
  return uid === 0 ? namespaced : { ids: { uid, gid }, prefix: [] };
}

/**
 * The account for a new cluster. Root lends it to `nobody`; where `nobody` cannot read the project (a home
 * directory closed to others), root runs it in a user namespace of its own.
 * @param program a program that the account must be able to run
 * @param folder an existing folder that the account must be able to reach
 * @throws Error, in words for whoever started the program, when neither works
 */
export function accountForNewCluster(program: string, folder: string): Account {
  if (!isRoot()) return ourselves;
  const ids = { uid: idOf('-u'), gid: idOf('-g') };
  if (spawnSync('/bin/sh', ['-c', 'test -x "$1" && cd "$2"', 'sh', program, folder], { ...ids, cwd: '/' }).status === 0) return { ids, prefix: [] };
  if (spawnSync('unshare', ['-U', 'true'], { cwd: '/' }).status === 0) return namespaced;
  throw new Error(
    'PostgreSQL refuses to run as root, and the user nobody cannot read this folder. ' +
      'Start OneStory as an ordinary user, move it to a folder that others can read, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
}

/** The command line for `spawn`, with the account's prefix. */
export function commandFor(account: Account, command: readonly string[]): [string, string[]] {
  const [program = '', ...rest] = [...account.prefix, ...command];
  return [program, rest];
}
