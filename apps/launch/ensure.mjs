// Runs before anything is installed: plain JavaScript for Node 20 and newer, no dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const inRoot = (...parts) => join(root, ...parts);

/** A sentence for the person who started us; `tell` prints it and nothing else. */
export class Trouble extends Error {}

/** Progress goes to stderr: stdout belongs to the program that is started. */
export function tell(words) {
  console.error(words);
}

/** Runs npm's locked install when what is installed is not what the lock file says. */
export function ensureInstalled() {
  if (isInstalled()) return;
  tell('Installing what OneStory needs (a minute or two, the first time only)…');
  runNpm(['ci', '--include=dev', '--include=optional', '--loglevel=error'], 'The installation failed; npm says why above. It needs a connection to a package registry.');
  if (!isInstalled()) throw new Trouble('The installation is not complete. Delete the folder node_modules and start again.');
}

/**
 * Compares package-lock.json with npm's own account of what it installed. A package for another platform may be
 * missing; everything else must be there in the same version.
 */
function isInstalled() {
  const account = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(account)) return false;
  const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(account, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) =>
    !path.startsWith('node_modules/') || (installed[path] ? installed[path].version === version : optional || devOptional));
}

/** Compiles the server, the command line and the assets when a source has changed since the last time. */
export function ensureBuilt() {
  const stamp = inRoot('dist', '.sources');
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  tell('Building OneStory (half a minute, after a change only)…');
  runNpm(['run', 'build', '--silent'], 'The build failed; the reason stands above.');
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(stamp, now);
}

// Names, sizes and times: reading every file would cost each start more than it is worth.
function fingerprint() {
  const hash = createHash('sha256');
  const add = (path) => {
    const { size, mtimeMs } = statSync(inRoot(path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  for (const folder of ['apps', 'libs', 'migrations']) {
    const names = readdirSync(inRoot(folder), { recursive: true }).sort();
    for (const name of names) if (/\.\w+$/.test(name) && !/spec\.tsx?$/.test(name)) add(join(folder, name));
  }
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'nest-cli.json']) add(file);
  return hash.digest('hex');
}

/** The Node 24 that npm installed, or the one that runs us when that is new enough. */
export function localNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const local = inRoot('node_modules', `node-${platform}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(local) && spawnSync(local, ['--version']).status === 0) return local;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Trouble(`OneStory needs Node 24. It could not be installed for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}. Install Node 24 from https://nodejs.org and start again.`);
}

/** The environment in which `node` is the local one, for whatever is started below us. */
export function localEnvironment() {
  return { ...process.env, PATH: inRoot('node_modules', '.bin') + delimiter + process.env.PATH };
}

function runNpm(args, sorry) {
  // Under `npm start` the same npm is used; stdin is closed so that nothing can ask a question.
  const [program, first] = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
  const { status, error } = spawnSync(program, [...first, ...args], { cwd: root, env: localEnvironment(), stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Trouble(error ? `${sorry} (${error.message})` : sorry);
}

/**
 * Runs a script on the local Node, in the place of this process: signals go on to it, its exit code becomes ours,
 * and it ends when we end, however we end (leash.mjs).
 * @returns {Promise<number>} the exit code
 */
export function runOnLocalNode(script, args, env = {}) {
  const child = spawn(localNode(), [inRoot('apps/launch/leash.mjs'), inRoot(script), ...args], {
    cwd: root, env: { ...localEnvironment(), ...env }, stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
  });
  // A terminal sends Ctrl-C to both of us.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
}

/** The frame of every script here: troubles are told in a sentence, and the exit code is the work's. */
export async function run(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    tell(error.message);
    process.exitCode = 1;
  }
}
