import { Injectable } from '@nestjs/common';
import { AccessLogQueries, type AccessLogEntry, type LoggedPerson } from '@app/overviews';
import { HeldLooks, type HeldLook } from '@app/oversight';

/** What a lead holds back is an entry of a log that they read. */
@Injectable()
export class HeldLooksDesk {
  constructor(
    private readonly log: AccessLogQueries,
    private readonly looks: HeldLooks,
  ) {}

  /** @throws NotFound */
  async form(personId: string, seq: string): Promise<{ person: LoggedPerson; entry: AccessLogEntry }> {
    return { person: await this.log.person(personId), entry: await this.log.entry(personId, seq) };
  }

  async page(): Promise<{ held: readonly HeldLook[]; named: boolean }> {
    return { held: await this.looks.list(), named: await this.looks.named() };
  }
}
