import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { static as serve, type RequestHandler } from 'express';
import helmet from 'helmet';
import { Callers } from '@app/identity';
import { assetsDirectory } from '@app/web-kit';
import { readBody } from './body';
import { nameRequest, refuseOddities } from './doors';
import { LOG, logRequests, type Log } from './log';
import { Sessions } from './sessions';
import { SETTINGS, type Settings } from './settings';
import { whoAsks } from './who-asks';

const SELF = ["'self'"];
const security = (settings: Settings): RequestHandler => helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"], scriptSrc: SELF, styleSrc: SELF, imgSrc: SELF, fontSrc: SELF, connectSrc: SELF, manifestSrc: SELF, formAction: SELF,
      baseUri: ["'none'"], frameAncestors: ["'none'"], requireTrustedTypesFor: ["'script'"],
    },
  },
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: settings.secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
});

/** Runs once a request, also when the page of a refused form is shown again within it. */
const once = (work: RequestHandler): RequestHandler => (req, res, next) => (req.again ? next() : work(req, res, next));

/** Everything before the first handler. `main.ts` and the tests call the same function. */
export function configure(app: NestExpressApplication): void {
  const settings = app.get<Settings>(SETTINGS);
  const sessions = app.get(Sessions);
  app.set('trust proxy', settings.trustProxy);
  app.set('etag', false);
  app.disable('x-powered-by');
  const atTheDoor: RequestHandler[] = [nameRequest, logRequests(app.get<Log>(LOG)), security(settings)];
  const before: RequestHandler[] = [
    refuseOddities(settings),
    compression(),
    readBody,
    sessions.refuseTwo,
    sessions.middleware,
    whoAsks(app.get(Callers), settings),
  ];
  for (const step of atTheDoor) app.use(once(step));
  app.use('/assets', once(serve(assetsDirectory(), { immutable: true, maxAge: '1y', index: false, fallthrough: false })));
  for (const step of before) app.use(once(step));
  limitSlowClients(app.getHttpServer());
}

/** Nobody holds a connection by sending slowly. Larger headers than 16 KB are refused by Node itself (431). */
function limitSlowClients(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 10_000;
}
