import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Forbidden } from '@app/kernel';
import { checkCsrf } from './csrf';
import { signInNeeded } from './faults';
import { formPage } from './form-of';
import { formTaken, KeptForms } from './kept-forms';
import { mayComeOf, type Audience } from './may-come';
import { changes, isPage } from './request';

/** A caller who must sign in first, and where to go afterwards. The error filter turns it into a redirect or a 401. */
export class GoAndSignIn extends Error {
  constructor(readonly returnTo: string) {
    super('Sign in first');
  }
}

/** Deny by default: who may come is stated on the handler, and every change carries its session's token. */
@Injectable()
export class Guard implements CanActivate {
  constructor(private readonly keptForms: KeptForms) {}

  canActivate(context: ExecutionContext): boolean {
    const req = context.switchToHttp().getRequest<Request>();
    const handler = context.getHandler();
    req.handler = handler;
    const admission = mayComeOf(handler, context.getClass());
    if (!admission) throw new Forbidden();
    if (admission.audience !== 'anyone' && !req.caller) this.sendToSignIn(req, formPage(handler, req));
    if (changes(req)) takeForm(req, formPage(handler, req));
    if (req.caller && !isAudience(admission.audience, req.caller.kind)) throw new Forbidden();
    if (admission.roles.length > 0 && !admission.roles.some((role) => req.caller?.actor.roles.includes(role))) throw new Forbidden();
    return true;
  }

  private sendToSignIn(req: Request, page: string | undefined): never {
    if (!isPage(req)) throw signInNeeded();
    if (!changes(req)) throw new GoAndSignIn(req.originalUrl);
    // A request from elsewhere is refused; one from our own page only came too late.
    if (req.headers['sec-fetch-site'] !== 'same-origin') checkCsrf(req);
    this.keptForms.keep(req, page);
    throw new GoAndSignIn(page ?? '/');
  }
}

const isAudience = (audience: Audience, kind: 'staff' | 'person' | 'carer'): boolean =>
  audience === 'anyone' || audience === 'signed-in' || (audience === 'staff') === (kind === 'staff');

/** Checks the token, and takes what is ours (`_csrf`, `_version`, `_base`, `_actingFor`, `_page`) out of the form, so that commands hold what was typed. */
function takeForm(req: Request, page: string | undefined): void {
  checkCsrf(req);
  if (page) formTaken(req, page);
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null || req.path.startsWith('/api/')) return;
  const { _csrf, _version, _base, _actingFor, _page, ...typed } = body as Record<string, unknown>;
  if (typeof _version === 'string') req.formVersion = _version;
  if (typeof _base === 'string') req.formBase = _base;
  if (typeof _page === 'string') req.formPage = _page;
  req.body = typed;
}
