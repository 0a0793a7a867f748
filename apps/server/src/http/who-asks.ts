import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Callers } from '@app/identity';
import { NotFound, runInContext, type Actor, type Purpose } from '@app/kernel';
import { personIn } from './request';
import { ABSOLUTE_MS, cookieName, cookieOptions, keepAlive, renew } from './sessions';
import type { Settings } from './settings';

/** From the session to the caller, asked anew with every request; what follows runs in the caller's context. */
export const whoAsks = (callers: Callers, settings: Settings): RequestHandler => (req, res, next) => {
  answer(callers, settings, req, res, next).catch(next);
};

async function answer(callers: Callers, settings: Settings, req: Request, res: Response, next: NextFunction): Promise<void> {
  const { signedIn } = req.session;
  if (!signedIn) {
    if (req.cookieSent && !req.headers.cookie?.includes(req.sessionID)) takeCookie(settings, req, res);
    return next();
  }
  const asked = membershipAsked(req);
  const fresh = Date.now() - signedIn.at < ABSOLUTE_MS;
  const caller = fresh ? await callers.callerFor(signedIn.userId, { membershipId: asked ?? signedIn.membershipId, personId: personIn(req.path) }) : null;
  if (!caller) {
    await renew(req);
    takeCookie(settings, req, res);
    return next();
  }
  // Nothing is written in another organisation's name than the one that stood above Save.
  if (asked !== undefined && caller.actor.membershipId !== asked) return next(new NotFound('Membership', asked));
  req.caller = caller;
  if (!isBackground(req.path)) keepAlive(req);
  const source = req.path.startsWith('/api/') ? 'api' : 'ui';
  const reasonGiven = caller.kind === 'staff' ? { reasonGiven: new Set(req.session.opened) } : {};
  runInContext({ requestId: req.requestId, actor: caller.actor, purpose: purposeOf(caller.actor), source, ...reasonGiven }, () => next());
}

/**
 * Takes a cookie away that nobody is known by. Not in the answer to a script of ours: it may come after the answer to a form that was
 * sent later, and would take the new session away in which what was typed waits.
 */
function takeCookie(settings: Settings, req: Request, res: Response): void {
  if (req.headers['sec-fetch-dest'] !== 'empty') res.clearCookie(cookieName(settings), cookieOptions(settings));
}

/** What a page asks for by itself keeps nobody signed in who has gone away from it. */
const isBackground = (path: string): boolean => path === '/live' || /^\/api\/people\/[^/]+\/changes$/.test(path);

/** For whom this one request acts: the field `_actingFor` of a form, or the header `X-Acting-For` with a membership's id. */
function membershipAsked(req: Request): string | undefined {
  const field = (req.body as { _actingFor?: unknown } | undefined)?._actingFor;
  const asked = req.headers['x-acting-for'] ?? (req.path.startsWith('/api/') ? undefined : field);
  return typeof asked === 'string' && asked !== '' ? asked.toLowerCase() : undefined;
}

/** Why a caller in these roles opens anything at all. */
function purposeOf({ organisationId, roles }: Actor): Purpose {
  if (organisationId === null) return 'own-record';
  if (roles.some((role) => ['practitioner', 'team_manager', 'emergency_viewer', 'advocate'].includes(role))) return 'direct-care';
  return roles.includes('ig_lead') ? 'information-governance' : 'administration';
}
