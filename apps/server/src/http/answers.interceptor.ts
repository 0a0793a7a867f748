import { Injectable, StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { defaultIfEmpty, from, lastValueFrom, type Observable } from 'rxjs';
import { contextIfAny, type Fault } from '@app/kernel';
import { Notices } from '@app/notifications';
import { Transactions } from '@app/records';
import { Html, renderPage } from '@app/web-kit';
import { isInBatches } from './batches';
import { isTransient } from './database-errors';
import { isTold } from './page-context';
import { isPage } from './request';
import { TypedForms } from './typed-forms';

/** Where to go after something was done, and what to say there once. */
export class SeeOther {
  constructor(readonly path: string, readonly flash?: string, readonly status: 302 | 303 = 303) {}
}
export const seeOther = (path: string, flash?: string): SeeOther => new SeeOther(path, flash);
/** Somebody who has to sign in first, or who brought an address that nobody is sent to (faults.md, inputs 54 and 56). */
export const sentAway = (path: string): SeeOther => new SeeOther(path, undefined, 302);

/** A restricted record of which was said why it is opened: it opens for as long as this sign-in lasts. */
export class RecordOpened {
  constructor(readonly personId: string, readonly then?: SeeOther) {}
}

/** A refusal that undoes nothing: what the request wrote down stays, and its answer says nothing of that. */
export class RefusedAfterwards {
  constructor(readonly fault: Fault) {}
}

/** A file that is made only when everything it holds has been read, audited and committed: nothing waits for it. */
export class Download {
  constructor(
    private readonly name: string,
    private readonly type: string,
    private readonly make: () => Promise<Buffer>,
  ) {}

  async file(): Promise<StreamableFile> {
    const bytes = await this.make();
    return new StreamableFile(bytes, { type: this.type, disposition: `attachment; filename="${this.name}"`, length: bytes.length });
  }
}

/** A view of which all that it shows has been read: it is drawn while the commit is on its way, and sent after it. */
export class Drawing {
  private html: Html | undefined;
  constructor(private readonly view: () => Html) {}

  drawn(): Html {
    this.html ??= this.view();
    return this.html;
  }
}
export const drawing = async <T>(read: Promise<T>, view: (data: T) => Html): Promise<Drawing> => {
  const data = await read;
  return new Drawing(() => view(data));
};

const TRIES = 3;
/** A session stays small. */
const MOST_OPENED = 200;
// A stream has no transaction around it: it would hold a connection for as long as somebody looks.
const SSE_METADATA = '__sse__';

/**
 * One transaction around the handler; what it returns is sent only after the commit. A view becomes a page, `seeOther` a
 * redirect, anything else JSON, with its version as ETag. A read that met another transaction is tried again.
 */
@Injectable()
export class Answers implements NestInterceptor {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: Notices,
    private readonly typedForms: TypedForms,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const req = context.switchToHttp().getRequest<Request>();
    const res = context.switchToHttp().getResponse<Response>();
    if (Reflect.hasMetadata(SSE_METADATA, context.getHandler())) return next.handle();
    if (isTold(req) && isPage(req)) req.unread = () => this.notices.unread();
    req.typed = (page) => this.typedForms.of(page);
    const inBatches = isInBatches(context.getHandler());
    return from((inBatches ? worked(next) : this.handled(req, next)).then((result) => sendable(result, req, res)));
  }

  private async handled(req: Request, next: CallHandler): Promise<unknown> {
    if (!contextIfAny()) return worked(next);
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.transactions.perRequest(() => this.taken(req, next), draw);
      } catch (error) {
        if (req.method !== 'GET' || attempt >= TRIES || !isTransient(error)) throw error;
      }
    }
  }

  /** What was typed is kept until the form has been taken, and not longer. */
  private async taken(req: Request, next: CallHandler): Promise<unknown> {
    const result = await worked(next);
    if (result instanceof SeeOther && req.formPage) await this.typedForms.forget(req.formPage);
    return result;
  }
}

const draw = (result: unknown): void => {
  if (result instanceof Drawing) result.drawn();
};

const worked = (next: CallHandler): Promise<unknown> => lastValueFrom(next.handle().pipe(defaultIfEmpty(undefined)));

function sendable(result: unknown, req: Request, res: Response): unknown {
  if (result instanceof RefusedAfterwards) throw result.fault;
  if (result instanceof RecordOpened) {
    req.session.opened = [...(req.session.opened ?? []).filter((one) => one !== result.personId), result.personId].slice(-MOST_OPENED);
    return sendable(result.then, req, res);
  }
  if (result instanceof SeeOther) {
    if (result.flash !== undefined) req.session.flash = result.flash;
    res.status(result.status).location(result.path);
    return undefined;
  }
  if (result instanceof Download) return result.file();
  if (result instanceof Drawing) return sendable(result.drawn(), req, res);
  if (result instanceof Html) {
    if (req.again) res.status(req.again.status);
    else if (res.statusCode === 201) res.status(200);
    res.type('html');
    return renderPage(result);
  }
  if (typeof result === 'object' && result !== null && 'version' in result && typeof result.version === 'number') res.setHeader('ETag', `"${result.version}"`);
  return result;
}
