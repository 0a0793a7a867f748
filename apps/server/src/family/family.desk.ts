import { Injectable } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { isChild, PersonsService, Relatives, type RelatedPerson } from '@app/persons';
import { stillHelps } from '../person/still-helps';

/** Somebody of the family or a friend, as a page shows them. */
export interface SeenRelative {
  readonly one: RelatedPerson;
  /** null where nobody wrote down how old they are and they could well be a child: then nobody counts on them */
  readonly child: boolean | null;
  readonly mayChange: boolean;
}

export interface FamilyModel {
  readonly family: readonly SeenRelative[];
  readonly mayAddFamily: boolean;
}

/** The same as JSON has it. */
export interface RelativeItem {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly relation: string;
  readonly phone: string | null;
  /** for those who may set it right */
  readonly birthDate: string | null;
  readonly child: boolean | null;
  /** of a child, the local calendar day on which a young carer’s assessment was offered */
  readonly assessmentOfferedOn: string | null;
  readonly mainCarer: boolean;
  readonly emergencyContact: boolean;
  readonly livesWith: boolean;
  readonly mustNotBeTold: string | null;
}

/** Family and friends, as far as the reader may know of them. */
@Injectable()
export class FamilyDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly persons: PersonsService,
    private readonly relatives: Relatives,
  ) {}

  /** @param today the local calendar day */
  async of(personId: string, today: string): Promise<FamilyModel> {
    const family = await this.relatives.all(personId);
    return { family: family.map((one) => ({ one, child: isChild(one, today), mayChange: this.relatives.mayChange(one) })), mayAddFamily: this.relatives.mayAdd() };
  }

  /** @throws NotFound */
  async list(personId: string): Promise<RelativeItem[]> {
    await this.persons.find(personId);
    return (await this.relatives.all(personId)).map((one) => this.item(one));
  }

  item(one: RelatedPerson): RelativeItem {
    const { id, rowVersion: version, name, relation, phone, birthDate, assessmentOfferedOn, mainCarer, emergencyContact, livesWith, mustNotBeTold } = one;
    return { id, version, name, relation, phone, birthDate: this.relatives.mayChange(one) ? birthDate : null, child: isChild(one, localDay(new Date())), assessmentOfferedOn, mainCarer, emergencyContact, livesWith, mustNotBeTold };
  }

  /** @throws NotFound, Forbidden for whoever winds down */
  async toAdd(personId: string): Promise<{ identity: Identity }> {
    return { identity: stillHelps(await this.people.identity(personId, 'RelatedPerson')) };
  }

  /** @throws NotFound, Forbidden for who did not write it down */
  async toChange(personId: string, id: string): Promise<{ identity: Identity; relative: RelatedPerson }> {
    return { ...(await this.toAdd(personId)), relative: await this.relatives.toChange(personId, id) };
  }
}
