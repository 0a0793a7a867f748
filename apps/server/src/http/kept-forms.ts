import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { isUuid } from '@app/kernel';
import type { KeptForm } from './request';
import { ABSOLUTE_MS, cookieOptions } from './sessions';
import { secretFor, type Settings } from './settings';

const KEPT_MS = 30 * 60_000;
const MOST_BYTES = 64 * 1024;

export const KEPT_NOTICE = 'What you wrote was not saved yet. It is below: check it and save it.';

/**
 * A form that is sent after the session has ended is not carried out and not lost: what was typed waits in the new
 * session for the same user to come back. Who typed it is known from a signed cookie that outlives the session.
 */
export class KeptForms {
  private readonly secret: Buffer;
  private readonly cookie: string;

  constructor(private readonly settings: Settings) {
    this.secret = secretFor('typed-by', settings);
    this.cookie = settings.secure ? '__Host-onestory-typist' : 'onestory-typist';
  }

  /** Called at sign-in: whatever this browser sends from now on was typed by this user. */
  remember(res: Response, userId: string): void {
    res.cookie(this.cookie, `${userId}.${this.sign(userId)}`, { ...cookieOptions(this.settings), maxAge: ABSOLUTE_MS });
  }

  /** Keeps the form for whoever typed it. Only a page of our own is believed, and only what fits is kept. */
  keep(req: Request, page: string | undefined): void {
    const typedBy = this.typist(req);
    if (!page || !typedBy || req.headers['sec-fetch-site'] !== 'same-origin') return;
    const { _csrf, ...values } = (req.body ?? {}) as Record<string, unknown>;
    if (Buffer.byteLength(JSON.stringify(values)) > MOST_BYTES) return;
    req.session.kept = { path: page, values, typedBy, at: Date.now() };
  }

  private typist(req: Request): string | null {
    const pair = req.headers.cookie?.split(';').map((one) => one.trim()).find((one) => one.startsWith(`${this.cookie}=`));
    const [userId = '', signature = ''] = decodeURIComponent(pair?.slice(this.cookie.length + 1) ?? '').split('.');
    const right = this.sign(userId);
    return isUuid(userId) && signature.length === right.length && timingSafeEqual(Buffer.from(signature), Buffer.from(right)) ? userId : null;
  }

  private sign(userId: string): string {
    return createHmac('sha256', this.secret).update(userId).digest('base64url');
  }
}

const isFresh = (kept: KeptForm): boolean => Date.now() - kept.at < KEPT_MS;

/** What the caller typed into the form of this page before they were signed out; undefined when nothing waits. */
export function keptForm(req: Request, path: string): KeptForm | undefined {
  const kept = (req.session as typeof req.session | undefined)?.kept;
  return kept && kept.path === path && kept.typedBy === req.caller?.actor.userId && isFresh(kept) ? kept : undefined;
}

/** What waits for the user who has just signed in, and nobody else's. */
export const keptFor = (kept: KeptForm | undefined, userId: string): KeptForm | undefined => (kept?.typedBy === userId && isFresh(kept) ? kept : undefined);

/** Once the form has been taken there is nothing left to keep. */
export function formTaken(req: Request, path: string): void {
  if (req.session.kept?.path === path) delete req.session.kept;
}
