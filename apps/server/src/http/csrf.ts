import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import { Forbidden } from '@app/kernel';

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (req) => {
    const header = req.headers['x-csrf-token'];
    const field = (req.body as { _csrf?: unknown } | undefined)?._csrf;
    return typeof header === 'string' ? header : typeof field === 'string' ? field : undefined;
  },
});

/** The session's token; asking for it makes a session. */
export const csrfToken = (req: Request): string => generateToken(req);

/** Throws Forbidden `csrf` unless the request carries its session's token and comes from a page of ours. */
export function checkCsrf(req: Request): void {
  if (comesFromElsewhere(req) || !isRequestValid(req)) {
    throw new Forbidden('csrf', 'This page was open for too long, or the request did not come from it. Go back, load the page again and try once more');
  }
}

function comesFromElsewhere(req: Request): boolean {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = req.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
