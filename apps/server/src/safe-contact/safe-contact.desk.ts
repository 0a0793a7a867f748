import { Injectable } from '@nestjs/common';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { PeopleRound, SafeContacts, type PersonRound, type SafeRules } from '@app/sharing';
import { stillHelps } from '../person/still-helps';
import { safeContactItem, type SafeContactItem } from './safe-contact-item';

export interface SafeContactModel {
  readonly identity: Identity;
  readonly rules: SafeRules;
}

export interface NewRuleModel extends SafeContactModel {
  /** among whom one chooses who may know */
  readonly round: readonly PersonRound[];
}

/** How it is safe to reach the person, and the form on which that is said. */
@Injectable()
export class SafeContactDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly contacts: SafeContacts,
    private readonly round: PeopleRound,
  ) {}

  /** @throws NotFound */
  async page(personId: string): Promise<SafeContactModel> {
    return { identity: await this.people.identity(personId), rules: await this.contacts.of(personId) };
  }

  /** @throws NotFound; Forbidden for whose help has ended */
  async form(personId: string): Promise<NewRuleModel> {
    const { identity, rules } = await this.page(personId);
    return { identity: stillHelps(identity), rules, round: await this.round.list(personId) };
  }

  /** @throws NotFound */
  async item(personId: string): Promise<SafeContactItem> {
    return safeContactItem((await this.page(personId)).rules);
  }
}
