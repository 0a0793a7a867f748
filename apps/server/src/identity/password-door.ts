import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Passport } from 'passport';
import { Strategy } from 'passport-local';
import { SignIns } from '@app/identity';

/** Who somebody is by an address and a password: one of Passport's strategies, so that single sign-on can stand beside it. */
@Injectable()
export class PasswordDoor {
  private readonly passport = new Passport();

  constructor(signIns: SignIns) {
    this.passport.use(new Strategy({ usernameField: 'email', passwordField: 'password', passReqToCallback: true }, (req, email, password, done) => {
      signIns.verify(email.trim(), password, req.ip ?? '').then((userId) => done(null, userId ?? false), done);
    }));
  }

  /** The user's id, null when address and password fit nobody. @throws TooMany */
  whoComes(req: Request, res: Response): Promise<string | null> {
    return new Promise((resolve, reject) => {
      const decide = (error: Error | null, userId?: string | false | null): void => (error ? reject(error) : resolve(userId || null));
      (this.passport.authenticate('local', { session: false }, decide) as (req: Request, res: Response, next: (error?: Error) => void) => void)(req, res, (error) => reject(error ?? new Error('Nobody decided')));
    });
  }
}
