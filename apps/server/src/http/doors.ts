import type { NextFunction, Request, Response } from 'express';
import { BadRequest, newId, NotFound } from '@app/kernel';
import { headersTooLarge, misdirected, notAcceptable, pathTooLong } from './faults';
import type { Settings } from './settings';

const LONGEST_PATH = 8 * 1024;
/** With what is looked for: a field says better than the door that it is too long. */
const LONGEST_ADDRESS = 12 * 1024;
const MOST_COOKIES = 100;
const ANSWERS = ['json', 'html', 'text/csv', 'text/calendar', 'application/problem+json', 'application/pdf', 'text/event-stream'];

/** Names the request, so that whoever reads the log, the audit and the answer speaks of the same one. */
export function nameRequest(req: Request, res: Response, next: NextFunction): void {
  req.requestId = newId();
  res.setHeader('X-Request-Id', req.requestId);
  res.setHeader('Cache-Control', 'no-store');
  next();
}

/** Refuses what no page and no client of ours sends, before anything is read or looked up. */
export const refuseOddities = (settings: Settings) => (req: Request, _res: Response, next: NextFunction): void => {
  if (req.path.length > LONGEST_PATH || req.originalUrl.length > LONGEST_ADDRESS) throw pathTooLong();
  if (!isDecodable(req.path)) throw new BadRequest('path.malformed', 'The address cannot be read');
  if (req.path.includes('%00')) throw new NotFound();
  if ((req.headers.cookie?.split(';').length ?? 0) > MOST_COOKIES) throw headersTooLarge();
  if (!req.path.startsWith('/health/') && !isOurs(req.headers.host, settings.hosts)) throw misdirected();
  if (!req.accepts(ANSWERS)) throw notAcceptable();
  next();
};

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** A name without a port stands for every port of it. */
function isOurs(host: string | undefined, hosts: readonly string[]): boolean {
  const given = (host ?? '').toLowerCase();
  return hosts.includes(given) || hosts.includes(given.replace(/:\d+$/, ''));
}
