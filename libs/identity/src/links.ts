import { createHash, randomBytes } from 'node:crypto';

/** A link that works once: the token goes into the address, its hash is what is kept. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Where the owner of a token sets a password. */
export const linkPath = (token: string): string => `/link/${token}`;

export const INVITATION_DAYS = 7;
export const PASSWORD_LINK_MINUTES = 30;

/** Brings a one-time link to whom it is for: by mail, or where there is none, to where the server's keeper reads it. */
export abstract class LinkBearer {
  /** whether it goes to its owner by itself */
  abstract readonly sends: boolean;
  /** Returns at once: how long it takes would tell who has an account. */
  abstract bring(link: { purpose: 'invitation' | 'password'; path: string; to: string }): void;
}
