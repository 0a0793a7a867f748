import { Catch, HttpException, Inject, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Application, Request, Response } from 'express';
import { SignIns } from '@app/identity';
import { BadRequest, contextIfAny, Conflict, Fault, Forbidden, isUuid, NotFound, ReasonFirst, StaleVersion, TooMany, Unavailable } from '@app/kernel';
import { Refusals } from '@app/records';
import { renderPage } from '@app/web-kit';
import { faultOfDatabase } from './database-errors';
import { ErrorPage } from './views/error';
import { HttpFault, methodNotAllowed, problemOf, tooLarge } from './faults';
import { formPage } from './form-of';
import { GoAndSignIn } from './guard';
import { KeptForms } from './kept-forms';
import { errorForLog, LOG, type Log } from './log';
import { methodsAt } from './methods';
import { pageContext } from './page-context';
import { changes, isPage, personIn } from './request';

const CRASH = new HttpFault(500, 'failed', 'Something went wrong on our side. Nothing was saved. Try again in a moment');
const SHOWN_IN_FORM = [409, 412, 422];

/** Every refusal and every failure, in one place: audited first, then answered as JSON, as a page, or as the form again. */
@Injectable()
@Catch()
export class Errors implements ExceptionFilter {
  constructor(
    private readonly refusals: Refusals,
    private readonly signIns: SignIns,
    private readonly keptForms: KeptForms,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const req = host.switchToHttp().getRequest<Request>();
    const res = host.switchToHttp().getResponse<Response>();
    if (res.headersSent) return void res.destroy();
    if (error instanceof GoAndSignIn) return goAndSignIn(error, res);
    let fault = this.faultOf(error, req);
    if (!(await this.audited(fault, req))) fault = new Unavailable();
    if (fault instanceof ReasonFirst && isPage(req)) return sayWhyFirst(fault, req, res, this.keptForms);
    if (this.showFormAgain(fault, req, res)) return;
    answer(fault, req, res);
  }

  private faultOf(error: unknown, req: Request): Fault {
    if (error instanceof Fault) return error;
    if (error instanceof HttpException) return faultOfNest(error, req);
    const fault = faultOfDatabase(error);
    if (!fault || fault instanceof Unavailable) this.log.error({ requestId: req.requestId, error: errorForLog(error) }, 'failed');
    return fault ?? CRASH;
  }

  /** False when what must be written down could not be: then nothing is told either. */
  private async audited(fault: Fault, req: Request): Promise<boolean> {
    const event = eventOf(fault, req);
    if (!event) return true;
    try {
      if (contextIfAny()) await this.refusals.write(event);
      else await this.signIns.refused(req.requestId, event.action, event.subject);
      return true;
    } catch (error) {
      this.log.error({ requestId: req.requestId, error: errorForLog(error) }, 'a refusal could not be audited');
      return false;
    }
  }

  /** A page's own form is shown again with what was typed; everything else has an error page. */
  private showFormAgain(fault: Fault, req: Request, res: Response): boolean {
    const { handler } = req;
    const page = handler && isPage(req) && changes(req) && !req.again ? formPage(handler, req) : undefined;
    if (!page || !(fault.saidInForm || SHOWN_IN_FORM.includes(fault.status))) return false;
    req.again = {
      status: fault.status === 412 ? 409 : fault.status,
      faults: fault.errors,
      code: fault.code,
      message: fault.message,
      values: (req.body ?? {}) as Record<string, unknown>,
      ...(fault instanceof StaleVersion ? { current: fault.current ?? null } : {}),
      ...(req.formVersion === undefined ? {} : { version: req.formVersion }),
      ...(req.formBase === undefined ? {} : { base: req.formBase }),
    };
    req.method = 'GET';
    req.url = page;
    (req.app as Application)(req, res);
    return true;
  }
}

function goAndSignIn({ returnTo }: GoAndSignIn, res: Response): void {
  sendTo(res, 302, returnTo === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(returnTo)}`);
}

/**
 * Without a body: the head of an answer with one leaves before the session is kept, and the browser, which follows the head, would ask for the
 * next page before what was typed waits there.
 */
function sendTo(res: Response, status: 302 | 303, path: string): void {
  res.status(status).location(path).end();
}

/** To the page before a restricted record, and from there to what was asked for. A form that was on its way waits there. */
function sayWhyFirst({ personId }: ReasonFirst, req: Request, res: Response, keptForms: KeptForms): void {
  const page = changes(req) && req.handler ? formPage(req.handler, req) : undefined;
  if (changes(req)) keptForms.keep(req, page);
  sendTo(res, 303, `/people/${personId}/opening?returnTo=${encodeURIComponent(page ?? (changes(req) ? `/people/${personId}` : req.originalUrl))}`);
}

function faultOfNest(error: HttpException, req: Request): Fault {
  const status = error.getStatus();
  if (status === 404) {
    const methods = methodsAt(req);
    return methods.length > 0 ? methodNotAllowed(methods) : new NotFound();
  }
  if (status === 413) return tooLarge();
  if (status === 400) return new BadRequest('request.malformed', 'The request cannot be read');
  return status < 500 ? new HttpFault(status, 'refused', 'The request was refused') : CRASH;
}

/** What the audit is told of a refusal: who tried what on whom. Typing errors are nobody's business. */
function eventOf(fault: Fault, req: Request): { action: string; subject: string; personId?: string; subjectIds?: string[] } | null {
  const route = (req.route as { path?: string } | undefined)?.path ?? 'unknown';
  const action = changes(req) ? 'change' : 'read';
  const person = personIn(req.originalUrl.split('?')[0] ?? '');
  if (fault.refusal) return fault.refusal;
  if (fault instanceof NotFound) {
    const personId = [fault.personId, person].find(isUuid);
    const subjectIds = [fault.subjectId].filter(isUuid);
    if (!personId && subjectIds.length === 0) return null;
    return { action, subject: fault.subject, ...(personId ? { personId } : {}), ...(subjectIds.length > 0 ? { subjectIds } : {}) };
  }
  if (fault instanceof Forbidden || fault instanceof TooMany) {
    return { action: fault instanceof Forbidden && fault.code !== 'csrf' ? action : fault.code, subject: route, ...(person && isUuid(person) ? { personId: person } : {}) };
  }
  return fault === CRASH ? { action: 'failed', subject: route } : null;
}

function answer(fault: Fault, req: Request, res: Response): void {
  // A stale save in a browser is a clash between two people, not a failed precondition that nobody stated.
  const shown = fault instanceof StaleVersion && isPage(req) ? new Conflict(fault.code, fault.message) : fault;
  if (shown instanceof HttpFault) res.set(shown.headers);
  if (shown instanceof TooMany || shown instanceof Unavailable) res.set('Retry-After', String(shown.retryAfterSeconds));
  res.status(shown.status);
  res.removeHeader('ETag');
  if (isPage(req)) res.type('html').send(renderPage(ErrorPage({ ctx: pageContext(req), status: shown.status, message: shown.message })));
  else res.type('application/problem+json').send(JSON.stringify({ ...problemOf(shown), ...(fault instanceof StaleVersion ? { current: fault.current ?? null } : {}) }));
}
