import { Injectable } from '@nestjs/common';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { KeptOutPeople, PeopleRound, Protection, type KeptOut, type KeptPoints, type PersonRound, type Somebody } from '@app/sharing';
import { stillHelps } from '../person/still-helps';
import { protectionItem, type KeptOutItem, type ProtectionItem } from './protection-item';

export interface ProtectionModel {
  readonly identity: Identity;
  readonly kept: KeptPoints;
  /** among whom one chooses who may know */
  readonly round: readonly PersonRound[];
}

export interface KeptOutModel {
  readonly identity: Identity;
  readonly people: readonly KeptOut[];
  readonly carers: readonly Somebody[];
  readonly search: string;
  /** null while nobody is looked for */
  readonly found: readonly Somebody[] | null;
  readonly round: readonly PersonRound[];
}

/** Who may know where the person is, and who must not open the record. */
@Injectable()
export class ProtectionDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly protection: Protection,
    private readonly keptOut: KeptOutPeople,
    private readonly round: PeopleRound,
  ) {}

  /** @throws NotFound; Forbidden for whose help has ended */
  async page(personId: string): Promise<ProtectionModel> {
    const identity = stillHelps(await this.people.identity(personId));
    return { identity, kept: await this.protection.of(personId), round: await this.round.list(personId) };
  }

  /** @throws NotFound; Forbidden */
  async item(personId: string): Promise<ProtectionItem> {
    return protectionItem((await this.page(personId)).kept);
  }

  /** @throws NotFound; Forbidden */
  async keptOutPage(personId: string, search: string): Promise<KeptOutModel> {
    const identity = stillHelps(await this.people.identity(personId));
    return { identity, search, ...(await this.lists(personId)), found: search ? await this.keptOut.find(search) : null, round: await this.round.list(personId) };
  }

  /** @throws NotFound; Forbidden */
  async keptOutItem(personId: string): Promise<KeptOutItem> {
    stillHelps(await this.people.identity(personId));
    return this.lists(personId);
  }

  private async lists(personId: string): Promise<KeptOutItem> {
    return { people: await this.keptOut.of(personId), carers: await this.keptOut.carers(personId) };
  }
}
