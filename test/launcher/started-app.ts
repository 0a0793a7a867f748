import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Place } from './place';

/** A running test program, as seen from outside. */
export class StartedApp {
  /** Writes that it was told are safe: `<writer> <n>`. */
  readonly written: string[] = [];
  readonly ended: Promise<unknown>;
  private words = '';
  private rest = '';
  private ready: { adopted: boolean; pid: number; port: number } | undefined;

  private constructor(readonly child: ChildProcess) {
    this.ended = once(child, 'close');
    child.stdout?.on('data', (chunk: Buffer) => this.hear(chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.words += chunk.toString()));
  }

  /** Starts the program and waits until its database is ready. */
  static async start(place: Place, options: { mode?: 'write'; ids?: { uid: number; gid: number } } = {}): Promise<StartedApp> {
    const app = new StartedApp(
      spawn(place.node, [place.program, place.directory, ...(options.mode ? [options.mode] : [])], { ...options.ids, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    await until(() => {
      if (app.child.exitCode !== null) throw new Error(`The program ended: ${app.words}`);
      return app.ready !== undefined;
    });
    return app;
  }

  get adopted(): boolean {
    return this.database.adopted;
  }

  get port(): number {
    return this.database.port;
  }

  /** The server that it found or started; another one may have followed. */
  get postgresPid(): number {
    return this.database.pid;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private get database() {
    if (!this.ready) throw new Error('not ready');
    return this.ready;
  }

  private hear(chunk: string): void {
    const lines = (this.rest + chunk).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('ready ')) this.ready = JSON.parse(line.slice('ready '.length)) as NonNullable<typeof this.ready>;
      if (line.startsWith('written ')) this.written.push(line.slice('written '.length));
    }
  }
}

/** Looks again and again until it is so; fails after `seconds`. */
export async function until(isSo: () => boolean, seconds = 20): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`Not so after ${seconds} seconds: ${isSo.toString()}`);
    await pause(10);
  }
}

/** Whether a process runs; a zombie does not. */
export function runs(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** What the database of the place holds of the writes. */
export async function storedWrites(place: Place, port: number): Promise<Set<string>> {
  const password = readFileSync(join(place.directory, 'superuser.secret'), 'utf8').trim();
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
  await client.connect();
  const { rows } = await client.query<{ write: string }>(`select writer || ' ' || n as write from written`);
  await client.end();
  return new Set(rows.map((row) => row.write));
}
