import { Inject, Injectable } from '@nestjs/common';
import { LinkBearer } from '@app/identity';
import { LOG, type Log } from './log';

/** Until there is mail, the keeper of the server reads a one-time link in the log and passes it on. No name stands beside it. */
@Injectable()
export class LogLinkBearer extends LinkBearer {
  constructor(@Inject(LOG) private readonly log: Log) {
    super();
  }

  override bring(link: { purpose: 'invitation' | 'password'; path: string }): void {
    this.log.warn({ purpose: link.purpose, path: link.path }, 'one-time link');
  }
}
