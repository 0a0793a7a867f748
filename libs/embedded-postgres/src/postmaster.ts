import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { commandFor, type Account } from './account';
import { inspect } from './pid-file';

/** A server that this process started and that ends with it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Fast shutdown: connections are closed, nothing acknowledged is lost. */
  stop(): Promise<void>;
}

/** PostgreSQL ended before it took connections; `words` are the last that it wrote. */
export class PostmasterEnded extends Error {
  constructor(readonly words: string) {
    super(`The database did not start: ${words.trim() || 'it said nothing'}`);
  }
}

// The shell reads a pipe of which we hold the other end. However we die, the pipe closes and it stops PostgreSQL.
const WATCHDOG = '"$@" 3<&- 4>&- & P=$!; echo $P >&4; exec 4>&-; ( read -r _ <&3; kill -INT $P ) & W=$!; wait $P; E=$?; kill $W 2>/dev/null; exit $E';
const LONGEST_SOCKET_FOLDER = 85;

/**
 * Starts PostgreSQL on the directory: loopback and a socket in the directory, nothing else.
 * @param order.port where to listen; 0 for any free port
 * @param order.stalePid a pid in `postmaster.pid` known to be no server of this directory: PostgreSQL is told to
 *   overlook it, and still checks by itself that no child of the former server uses the shared memory
 * @throws PostmasterEnded
 */
export async function startPostmaster(order: {
  directory: string; program: string; account: Account; port: number; stalePid?: number; flags: readonly string[]; log: (line: string) => void;
}): Promise<Postmaster> {
  const port = order.port || (await freePort());
  const socketFolder = Buffer.byteLength(order.directory) <= LONGEST_SOCKET_FOLDER ? order.directory : '';
  const [program, args] = commandFor(order.account, [
    '/bin/sh', '-c', WATCHDOG, 'sh', order.program, '-D', order.directory, '-p', String(port),
    '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${socketFolder}`, ...order.flags,
  ]);
  const env = { ...process.env, LC_ALL: 'C', ...(order.stalePid ? { PG_GRANDPARENT_PID: String(order.stalePid) } : {}) };
  const child = spawn(program, args, { ...order.account.ids, cwd: '/', env, detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  const [words, leash, told] = child.stdio.slice(2) as [Socket, Socket, Socket];

  let last = '';
  let ended = false;
  const end = once(child, 'close').then(() => (ended = true), (error: Error) => { last += error.message; ended = true; });
  words.on('data', (chunk: Buffer) => (last = (last + chunk.toString()).slice(-2_000)));
  createInterface(words).on('line', order.log);
  let pid = 0;
  told.on('data', (chunk: Buffer) => (pid = Number(chunk.toString())));

  for (;;) {
    if (ended) throw new PostmasterEnded(last);
    const found = inspect(order.directory);
    if (found.kind === 'ready' && found.pid === pid) break;
    await Promise.race([pause(20), end]);
  }
  // A program that has nothing left to do must be able to end.
  const handles = [child, words, leash, told];
  for (const handle of handles) handle.unref();
  return {
    pid, port,
    async stop() {
      for (const handle of handles) handle.ref();
      leash.destroy();
      await end;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
