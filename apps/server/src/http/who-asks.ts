import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Callers } from '@app/identity';
import { runInContext, type Actor, type Purpose } from '@app/kernel';
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
    if (req.signedOut && !req.session.csrfToken) res.clearCookie(cookieName(settings), cookieOptions(settings));
    return next();
  }
  const fresh = Date.now() - signedIn.at < ABSOLUTE_MS;
  const caller = fresh ? await callers.callerFor(signedIn.userId, { membershipId: signedIn.membershipId, personId: personIn(req.path) }) : null;
  if (!caller) {
    await renew(req);
    res.clearCookie(cookieName(settings), cookieOptions(settings));
    return next();
  }
  req.signedOut = false;
  req.caller = caller;
  keepAlive(req);
  const source = req.path.startsWith('/api/') ? 'api' : 'ui';
  runInContext({ requestId: req.requestId, actor: caller.actor, purpose: purposeOf(caller.actor), source }, () => next());
}

/** Why a caller in these roles opens anything at all. */
function purposeOf({ organisationId, roles }: Actor): Purpose {
  if (organisationId === null) return 'own-record';
  if (roles.some((role) => ['practitioner', 'team_manager', 'emergency_viewer', 'advocate'].includes(role))) return 'direct-care';
  return roles.includes('ig_lead') ? 'information-governance' : 'administration';
}
