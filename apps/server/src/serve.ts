import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Live } from '@app/notifications';
import { listenForChanges } from '@app/records';
import { AppModule } from './app.module';
import { configure } from './http/configure';
import { describeApi, Description } from './http/description';
import { Readiness } from './http/readiness';
import { Sessions } from './http/sessions';
import type { Settings } from './http/settings';

const DRAIN_MS = 10_000;

/** Told to whoever starts the program, who is often somebody new. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`);
  }
}

export interface RunningServer {
  readonly app: NestExpressApplication;
  readonly port: number;
  /** Takes nothing new, answers what it has taken, within 10 seconds; then lets go of the database. */
  stop(): Promise<void>;
}

/** Starts listening. `port` 0 takes a free one. Throws `PortTaken`. */
export async function serve(settings: Settings, port: number, host?: string): Promise<RunningServer> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings), { bodyParser: false, logger: ['error', 'warn', 'fatal'], abortOnError: false });
  try {
    configure(app);
    app.get(Description).document = describeApi(app);
    await (host === undefined ? app.listen(port) : app.listen(port, host));
  } catch (error) {
    await app.get(Sessions).close();
    await app.close();
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new PortTaken(port) : error;
  }
  const listening = listen(app.get(Live, { strict: false }), settings.directUrl);
  const server = app.getHttpServer();
  const address = server.address();
  let stopped: Promise<void> | undefined;
  return {
    app,
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () => (stopped ??= stop(app, server, listening)),
  };
}

/** Hears of changes for the browsers that wait for them. A line that was lost may have missed something: every browser comes again. */
function listen(live: Live, directUrl: string | undefined): { stop(): Promise<void> } {
  if (!directUrl) return { stop: () => Promise.resolve() };
  const listening = listenForChanges(directUrl, (change) => void live.heard(change), () => live.closeAll());
  live.listening(true);
  return {
    stop: () => {
      live.listening(false);
      live.closeAll();
      return listening.stop();
    },
  };
}

async function stop(app: NestExpressApplication, server: Server, listening: { stop(): Promise<void> }): Promise<void> {
  app.get(Readiness).stopping();
  await listening.stop();
  // A connection that is kept open is told with its next answer to go elsewhere; one that waits is closed.
  server.prependListener('request', (_req, res) => res.setHeader('Connection', 'close'));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(late);
  await app.close();
  await app.get(Sessions).close();
}
