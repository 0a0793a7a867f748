import { Injectable } from '@nestjs/common';
import { INVITATION_DAYS, LinkBearer, PASSWORD_LINK_MINUTES } from '@app/identity';
import { newId } from '@app/kernel';
import type { Mail } from '@app/notifications';
import type { Log } from './log';

type Link = Parameters<LinkBearer['bring']>[0];

/** Where there is no mail the keeper of the server reads a one-time link in the log and passes it on, and an administrator an invitation on the page. No name stands beside it. */
export class LogLinkBearer extends LinkBearer {
  override readonly sends = false;
  constructor(private readonly log: Log) {
    super();
  }

  override bring({ purpose, path }: Link): void {
    if (purpose === 'password') this.log.warn({ purpose, path }, 'one-time link');
  }
}

const WORDS = {
  password: ['A new password for OneStory', `Somebody asked for a new password with this e-mail address. The link works once, for ${PASSWORD_LINK_MINUTES} minutes:`, 'If it was not you, you need do nothing.'],
  invitation: ['You are invited to OneStory', `A colleague has made an account for you. Choose a password with this link, which works once, for ${INVITATION_DAYS} days:`, 'If you do not know why, you need do nothing.'],
} as const;

/** By mail, with a link and no name. A letter that cannot be sent is asked for again by whoever waits for it; the link is never kept to be sent later. */
@Injectable()
export class MailLinkBearer extends LinkBearer {
  override readonly sends = true;
  constructor(
    private readonly mail: Mail,
    private readonly log: Log,
  ) {
    super();
  }

  override bring({ purpose, path, to }: Link): void {
    const [subject, what, otherwise] = WORDS[purpose];
    const text = [what, `${this.mail.address}${path}`, otherwise].join('\n\n');
    this.mail.send({ to, subject, text, id: newId() }).catch(() => this.log.error({ purpose }, 'a one-time link could not be sent'));
  }
}
