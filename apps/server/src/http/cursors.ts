import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { BadRequest, currentContext } from '@app/kernel';
import { secretFor, SETTINGS, type Settings } from './settings';

/** Where a list goes on. Sealed for the caller who got it: altered, or in other hands, it opens nothing. */
@Injectable()
export class Cursors {
  private readonly secret: Buffer;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.secret = secretFor('cursor', settings);
  }

  seal(payload: unknown): string {
    const body = Buffer.from(JSON.stringify(payload)).toString('base64url');
    return `${body}.${this.sign(body)}`;
  }

  /** @throws BadRequest `cursor.invalid` */
  open<T>(cursor: string): T {
    const [body = '', signature = ''] = cursor.split('.');
    const right = Buffer.from(this.sign(body));
    const given = Buffer.from(signature);
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw new BadRequest('cursor.invalid', 'Start again from the first page');
    return JSON.parse(Buffer.from(body, 'base64url').toString()) as T;
  }

  private sign(body: string): string {
    const { userId, organisationId } = currentContext().actor;
    return createHmac('sha256', this.secret).update(`${userId}|${organisationId ?? ''}|${body}`).digest('base64url');
  }
}
