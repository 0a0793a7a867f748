import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accountOfCluster } from './account';
import { findBinaries } from './binaries';
import { initialise, superuserPassword } from './initialise';
import { inspect, isInhabited, putAside } from './pid-file';
import { PostmasterEnded, startPostmaster, type Postmaster } from './postmaster';

export interface LaunchOptions {
  /** The cluster's own folder; made when it is missing. */
  readonly directory: string;
  /** Receives PostgreSQL's own lines and what the launcher does. */
  readonly log?: (line: string) => void;
  /** More words for the command line of `postgres`, e.g. `['-c', 'max_connections=300']`. */
  readonly flags?: readonly string[];
}

export interface RunningPostgres {
  /** True while the server belongs to another process of this machine. */
  readonly adopted: boolean;
  readonly host: string;
  /** Stays the same for as long as this process lives, whoever runs the server. */
  readonly port: number;
  readonly pid: number;
  /** A URL for the superuser `postgres`; holds the password. */
  superuserUrl(database: string): string;
  /** Stops a server of our own; leaves an adopted one alone. */
  stop(): Promise<void>;
}

type Place = Required<LaunchOptions> & { readonly program: string };
interface Server { readonly pid: number; readonly port: number; readonly own?: Postmaster }

const HOST = '127.0.0.1';
const PATIENCE_MS = 300_000;
const WATCH_EVERY_MS = 200;
// Each of these passes by itself: another start was faster, children of a killed server are still going, a port was taken.
const PASSING = /lock file ".*" already exists|still in use|could not bind|could not create any TCP\/IP sockets/;

/**
 * Runs PostgreSQL on a folder for as long as this process lives. A server that already runs there is adopted;
 * when it ends, because its owner left, this process starts it again on the same port.
 * @throws Error with a sentence for whoever started the program
 */
export async function launch(options: LaunchOptions): Promise<RunningPostgres> {
  const binaries = findBinaries();
  const wanted = resolve(options.directory);
  await initialise(wanted, binaries);
  const directory = join(realpathSync(dirname(wanted)), basename(wanted));
  const place: Place = { directory, program: binaries.postgres, log: options.log ?? (() => undefined), flags: options.flags ?? [] };
  const password = superuserPassword(directory);
  let server = await adoptOrStart(place, 0, new AbortController().signal);
  const watch = keepUp(place, () => server, (next) => (server = next));
  return {
    host: HOST,
    get adopted() { return !server.own; },
    get port() { return server.port; },
    get pid() { return server.pid; },
    superuserUrl: (database) => `postgresql://postgres:${password}@${HOST}:${server.port}/${encodeURIComponent(database)}`,
    async stop() {
      await watch.stop();
      await server.own?.stop();
    },
  };
}

/** @param port 0 for any port; otherwise this one, because connections that exist already know it */
async function adoptOrStart(place: Place, port: number, signal: AbortSignal): Promise<Server> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = inspect(place.directory);
    if (found.kind === 'ready') return found;
    if (found.kind === 'unreadable' && !isInhabited(place.directory)) putAside(place.directory);
    if (found.kind === 'nothing' || found.kind === 'stale') {
      try {
        return await start(place, port, found.kind === 'stale' ? found.pid : undefined);
      } catch (error) {
        if (!(error instanceof PostmasterEnded) || !PASSING.test(error.words) || Date.now() > deadline) throw error;
      }
    }
    if (Date.now() > deadline) throw new Error(`The database in ${place.directory} has not been ready for ${PATIENCE_MS / 60_000} minutes.`);
    await pause(100, undefined, { signal });
  }
}

async function start(place: Place, port: number, stalePid: number | undefined): Promise<Server> {
  const own = await startPostmaster({ ...place, account: accountOfCluster(place.directory), port, stalePid });
  return { pid: own.pid, port: own.port, own };
}

/** Looks a few times a second whether the server still runs, and brings it back. */
function keepUp(place: Place, now: () => Server, replace: (server: Server) => void): { stop(): Promise<void> } {
  const leaving = new AbortController();
  let bringingBack: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (bringingBack) return;
    const found = inspect(place.directory);
    if (found.kind === 'ready' && found.pid === now().pid) return;
    place.log('The database has stopped; starting it again.');
    bringingBack = adoptOrStart(place, now().port, leaving.signal)
      .then(replace, (error: unknown) => place.log(String(error)))
      .finally(() => (bringingBack = undefined));
  }, WATCH_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      leaving.abort();
      await bringingBack;
    },
  };
}
