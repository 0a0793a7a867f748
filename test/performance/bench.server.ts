import 'reflect-metadata';
import { Writable } from 'node:stream';
import { serve } from '../../apps/server/src/serve';
import { statementsOf, type Statement } from './statements';

/** What the benchmark asks of the server's process; each question is answered by one message. */
export type Ask = 'take down' | 'what was sent' | 'forget times' | 'times';
export type Told = { port: number } | { sent: Statement[] } | { times: number[] } | { done: true };

const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });

/** The server as `npm start` runs it, in a process of its own; its log goes nowhere. */
async function main(): Promise<void> {
  const { env } = process;
  const server = await serve(
    { appUrl: env['DATABASE_URL'] ?? '', contextKey: Buffer.from(env['ONESTORY_CONTEXT_KEY'] ?? '', 'hex'), secure: false, trustProxy: false, hosts: ['127.0.0.1'], log: nowhere },
    0, '127.0.0.1',
  );
  const times: number[] = [];
  server.app.getHttpServer().prependListener('request', (_req, res) => {
    const began = performance.now();
    res.once('finish', () => times.push(performance.now() - began));
  });
  let stopTaking: (() => void) | undefined;
  let taken: Promise<Statement[]> | undefined;
  const answer = async (ask: Ask): Promise<Told> => {
    if (ask === 'take down') {
      taken = statementsOf(() => new Promise<void>((resolve) => (stopTaking = resolve)));
      return { done: true };
    }
    if (ask === 'what was sent') {
      stopTaking?.();
      return { sent: (await taken) ?? [] };
    }
    if (ask === 'times') return { times };
    times.length = 0;
    return { done: true };
  };
  const tell = (told: Told): void => void process.send?.(told);
  process.on('message', (ask: Ask) => void answer(ask).then(tell));
  process.on('disconnect', () => process.exit(0));
  tell({ port: server.port });
}

void main();
