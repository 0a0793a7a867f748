import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { Ask, Told } from './bench.server';
import type { LargePlace } from './large-place';

/** A server in a process of its own. */
export interface BenchServer {
  readonly port: number;
  readonly ask: (what: Ask) => Promise<Told>;
  readonly stop: () => void;
}

/** The place, a server on it, and a connection that sends the same statements without a server. */
export interface Bench extends Omit<BenchServer, 'stop'> {
  readonly place: LargePlace;
  readonly bare: Client;
}

/** @param appUrl of the database, as the application's role */
export async function startServer(appUrl: string, contextKey: Buffer): Promise<BenchServer> {
  const server = fork(join(__dirname, 'bench.server.js'), { env: { ...process.env, DATABASE_URL: appUrl, ONESTORY_CONTEXT_KEY: contextKey.toString('hex') } });
  const answer = async (): Promise<Told> => (await once(server, 'message'))[0] as Told;
  const { port } = (await answer()) as { port: number };
  return {
    port,
    ask: (what) => {
      const told = answer();
      server.send(what);
      return told;
    },
    stop: () => void server.disconnect(),
  };
}
