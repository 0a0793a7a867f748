import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, NotFound, TooMany } from '@app/kernel';
import { LinkBearer, linkPath, newToken, PASSWORD_LINK_MINUTES, tokenHash } from './links';
import { checkPassword, hashPassword, passwordFits } from './passwords';
import { SignInsQueries, type LinkRow } from './sign-ins.queries';

const PER_ADDRESS = 10;
const PER_CLIENT = 50;
const MINUTE_SECONDS = 60;

/** What was tried is kept as a hash: people type passwords into the wrong field. */
const hidden = (text: string): string => createHash('sha256').update(text.toLowerCase()).digest('hex');

/** Signing in with an address and a password, and the links by which a password is set. */
@Injectable()
export class SignIns {
  constructor(
    private readonly queries: SignInsQueries,
    private readonly bearer: LinkBearer,
  ) {}

  /**
   * The id of the user whose address and password these are, null when they fit nobody: the same after the same time
   * whether the address has an account or not.
   * @param client the caller's network address
   * @throws TooMany after 10 failed tries a minute with one address or 50 from one client
   */
  async verify(email: string, password: string, client: string): Promise<string | null> {
    const address = hidden(email);
    if (!(await this.queries.tryOnce('sign-in', address, PER_ADDRESS, '1 minute'))) throw new TooMany(MINUTE_SECONDS);
    if (!(await this.queries.tryOnce('sign-in-from', hidden(client), PER_CLIENT, '1 minute'))) throw new TooMany(MINUTE_SECONDS);
    const credential = await this.queries.credentialOf(email);
    if (!(await passwordFits(password, credential?.passwordHash ?? null)) || !credential) return null;
    await this.queries.forgetTries('sign-in', address);
    await this.queries.forgetTries('sign-in-from', hidden(client));
    return credential.userId;
  }

  /**
   * Sends a one-time link if somebody has this address. Says nothing about whether anybody has.
   * @throws TooMany after 3 in a quarter of an hour for one address or 20 from one client
   */
  async forgotten(email: string, client: string): Promise<void> {
    if (!(await this.queries.tryOnce('forgotten', hidden(email), 3, '15 minutes'))) throw new TooMany(15 * MINUTE_SECONDS);
    if (!(await this.queries.tryOnce('forgotten-from', hidden(client), 20, '15 minutes'))) throw new TooMany(15 * MINUTE_SECONDS);
    const { token, hash } = newToken();
    const expires = new Date(Date.now() + PASSWORD_LINK_MINUTES * 60_000);
    if (await this.queries.makePasswordLink(newId(), hash, email, expires)) this.bearer.bring({ purpose: 'password', path: linkPath(token), to: email });
  }

  /** Whether a link goes to its owner by itself, or is given to them by whoever runs the service. */
  get sendsLinks(): boolean {
    return this.bearer.sends;
  }

  /** For whom a link is; null when it has been used, is too old, or never was. */
  linkFor(token: string): Promise<LinkRow | null> {
    return this.queries.linkIsFor(tokenHash(token));
  }

  /**
   * Sets the password and uses up the link; every session of the user ends.
   * @throws NotFound when the link is no longer good; Invalid `password.short`, `password.address`
   */
  async setPassword(token: string, password: string): Promise<void> {
    const link = await this.linkFor(token);
    if (!link) throw new NotFound('Link');
    checkPassword(password, link.email);
    if (!(await this.queries.redeem(tokenHash(token), await hashPassword(password)))) throw new NotFound('Link');
  }

  /** Writes down a refusal to somebody who has not signed in. */
  refused(requestId: string, action: string, subject: string, detail: Record<string, unknown> | null = null): Promise<void> {
    return this.queries.refused(requestId, action, subject, detail);
  }
}
