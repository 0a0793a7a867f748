import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Callers, SignIns } from '@app/identity';
import { Invalid, NotFound } from '@app/kernel';
import { keptFor, KeptForms } from '../http/kept-forms';
import { ownPath } from '../http/request';
import { forget, renew } from '../http/sessions';
import { PasswordDoor } from './password-door';
import type { SignIn } from './sign-in.commands';

/** For whoever has typed the right password: a colleague whose work there ended, or whose organisation's agreement does not hold. */
const NOWHERE = 'No organisation lets you in at the moment. Your password is right: ask whoever looks after people and access where you work';

/** Begins and ends the session of a browser. */
@Injectable()
export class SessionDesk {
  constructor(
    private readonly signIns: SignIns,
    private readonly door: PasswordDoor,
    private readonly callers: Callers,
    private readonly keptForms: KeptForms,
  ) {}

  /**
   * Begins a session with a new id. One message for a wrong address and a wrong password; another only for the right one of somebody who is let in nowhere.
   * @returns where to go: back to what was typed before, to the page asked for, or home
   * @throws Invalid `signIn.wrong`, `signIn.nowhere`, TooMany
   */
  async begin(req: Request, res: Response, command: SignIn): Promise<string> {
    const userId = await this.door.whoComes(req, res);
    const caller = userId === null ? null : await this.callers.callerFor(userId);
    if (!userId || !caller) {
      await this.signIns.refused(req.requestId, 'sign-in', 'SignIn');
      throw userId ? Invalid.field('/email', 'signIn.nowhere', NOWHERE) : Invalid.field('/email', 'signIn.wrong', 'The e-mail address or the password is wrong');
    }
    const kept = keptFor(req.session.kept, userId);
    await renew(req);
    req.session.signedIn = { userId, at: Date.now() };
    req.session.seenAt = Date.now();
    if (kept) req.session.kept = kept;
    req.caller = caller;
    this.keptForms.remember(res, userId);
    if (kept) return kept.path;
    const asked = ownPath(command.return);
    return command.return ? asked : '/today';
  }

  end(req: Request): Promise<void> {
    return forget(req);
  }

  /** From the next request on the caller acts under this one of their memberships. @throws NotFound */
  actFor(req: Request, membershipId: string): void {
    if (!req.session.signedIn || !req.caller?.memberships.some((one) => one.id === membershipId)) throw new NotFound('Membership', membershipId);
    req.session.signedIn = { ...req.session.signedIn, membershipId };
  }
}
