import { Injectable } from '@nestjs/common';
import { PersonPageQueries, WouldSeeQueries, type Helper, type Identity, type WouldSee } from '@app/overviews';
import { stillHelps } from '../person/still-helps';
import type { ChooseWhoSees } from './would-see.commands';

export interface WouldSeeModel {
  readonly identity: Identity;
  readonly helpers: readonly Helper[];
  /** null while nobody is chosen */
  readonly seen: WouldSee | null;
}

/** From whose side the record can be looked at, and what one of them would see of it. */
@Injectable()
export class WouldSeeDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly queries: WouldSeeQueries,
  ) {}

  async page(personId: string, { helper }: ChooseWhoSees): Promise<WouldSeeModel> {
    const identity = stillHelps(await this.people.identity(personId, 'Circle'));
    return { identity, helpers: await this.queries.choices(personId), seen: helper ? await this.queries.as(personId, helper) : null };
  }
}
