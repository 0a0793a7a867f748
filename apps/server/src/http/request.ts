import type { Request } from 'express';
import type { Caller } from '@app/identity';
import type { FormAgain } from './form-state';
import type { TypedForm } from './typed-forms';

/** What somebody typed into a form after their session had ended, kept until they are back. */
export interface KeptForm {
  /** the page that shows the form */
  readonly path: string;
  readonly values: Record<string, unknown>;
  readonly typedBy: string;
  /** milliseconds since 1970 */
  readonly at: number;
}

declare module 'express-session' {
  interface SessionData {
    /** `redeem_link` in the database ends sessions by `signedIn.userId`. Times in milliseconds since 1970. */
    signedIn?: { userId: string; at: number; membershipId?: string };
    /** rewritten at most once a minute: what is not changed is not written */
    seenAt?: number;
    flash?: string;
    kept?: KeptForm;
    /** restricted records of which was said why they are opened, by the person's id */
    opened?: string[];
    /** the list that was looked at last, with its filters */
    list?: { href: string; text: string };
  }
}

declare module 'express-serve-static-core' {
  interface Request {
    requestId: string;
    caller?: Caller;
    /** the handler that takes the request */
    handler?: object;
    /** set when the caller came with a cookie of a session, good or not */
    cookieSent?: boolean;
    /** the version that a form was filled from */
    formVersion?: string;
    /** marks of what a form was filled with, where two people may write it at once */
    formBase?: string;
    /** the page whose form this is, where what is typed into it is kept until it is sent */
    formPage?: string;
    /** what the caller has typed into the form of a page and not sent, asked within the request's transaction */
    typed?: (page: string) => Promise<TypedForm | null>;
    /** how many notices the caller has not read, asked within the request's transaction */
    unread?: () => Promise<number>;
    /** set while the page of a refused form is shown again */
    again?: FormAgain;
  }
}

/** Whether the answer is a page for a browser rather than JSON. */
export const isPage = (req: Request): boolean => !/^\/(api|health)(\/|$)/.test(req.path) && req.accepts(['html', 'json']) === 'html';

export const changes = (req: Request): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(req.method);

const PERSON_PATH = /^\/(?:api\/)?people\/([0-9a-f-]{36})(?:\/|$)/i;
/** The id of the person whom the address is about, in lower case. */
export const personIn = (path: string): string | undefined => PERSON_PATH.exec(path)?.[1]?.toLowerCase();

/** A path as others can open it. The host is one of ours: others were refused at the door. */
export const addressOf = (req: Request, path: string): string => `${req.protocol}://${req.headers.host ?? ''}${path}`;

/** A path of our own to return to: never another site's, whatever it looks like to a browser. */
export function ownPath(wish: unknown): string {
  if (typeof wish !== 'string' || !wish.startsWith('/') || /[\\\u0000-\u001f\u007f]/.test(wish) || wish.startsWith('//')) return '/';
  const base = 'http://own.invalid';
  if (!URL.canParse(wish, base)) return '/';
  const url = new URL(wish, base);
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}

/** An address to return to that is another site's, or none: whoever brings it is sent home. */
export const isNoReturn = (wish: unknown): boolean => wish !== undefined && wish !== null && wish !== '' && wish !== '/' && ownPath(wish) === '/';
