import { Injectable } from '@nestjs/common';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { Restrictions, type RestrictionStands } from '@app/sharing';
import { stillHelps } from '../person/still-helps';

export interface RestrictionModel {
  readonly identity: Identity;
  readonly stands: RestrictionStands;
}

/** Who opens the record. */
@Injectable()
export class RestrictionDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly restrictions: Restrictions,
  ) {}

  /** @throws NotFound; Forbidden for whose help has ended */
  async page(personId: string): Promise<RestrictionModel> {
    return { identity: stillHelps(await this.people.identity(personId)), stands: await this.restrictions.of(personId) };
  }
}
