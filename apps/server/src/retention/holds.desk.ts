import { Injectable } from '@nestjs/common';
import { LegalHolds, type LegalHold, type PlaceLegalHold } from '@app/information-rights';
import { AccessLogQueries, type LoggedPerson } from '@app/overviews';

/** Whom a lead holds back, by a name and a birth date. */
@Injectable()
export class HoldsDesk {
  constructor(
    private readonly holds: LegalHolds,
    private readonly log: AccessLogQueries,
  ) {}

  /** @throws NotFound */
  async of(personId: string): Promise<{ person: LoggedPerson; holds: readonly LegalHold[] }> {
    return { person: await this.log.person(personId), holds: await this.holds.of(personId) };
  }

  /** @throws NotFound */
  async place(personId: string, command: PlaceLegalHold): Promise<LegalHold> {
    await this.log.person(personId);
    return this.holds.place(personId, command);
  }
}
