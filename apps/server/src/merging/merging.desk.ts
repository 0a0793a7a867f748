import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import { PersonPageQueries, SearchQueries, type Found, type Identity } from '@app/overviews';
import { fullName, Merges, type MergeOf } from '@app/persons';
import { stillHelps } from '../person/still-helps';

const MOST_ALIKE = 20;
const LONGEST_SEARCH = 100;

export interface SamePersonModel {
  readonly identity: Identity;
  /** people of that name, or whose name sounds like it, whom the reader may open */
  readonly alike: readonly Found[];
  readonly merges: readonly MergeOf[];
}

export interface TwoRecords {
  readonly here: Identity;
  readonly there: Identity;
  /** what is proposed about the two, or stands; null before that */
  readonly merge: MergeOf | null;
}

/** Two records that may be of one person. */
@Injectable()
export class MergingDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly search: SearchQueries,
    private readonly merges: Merges,
  ) {}

  /** @throws NotFound; Forbidden for whose help has ended */
  async page(personId: string): Promise<SamePersonModel> {
    const identity = stillHelps(await this.people.identity(personId));
    const found = await this.search.find([...fullName(identity.person)].slice(0, LONGEST_SEARCH).join(''), MOST_ALIKE);
    return { identity, alike: found.filter((one) => one.personId !== personId), merges: await this.merges.of(personId) };
  }

  /** Both as far as the reader may see each. @throws NotFound; Forbidden for whose help has ended */
  async two(personId: string, other: string): Promise<TwoRecords> {
    if (personId === other) throw new NotFound('Person', undefined, other);
    const here = stillHelps(await this.people.identity(personId));
    const there = stillHelps(await this.people.identity(other));
    return { here, there, merge: (await this.merges.of(personId)).find((one) => one.other === other) ?? null };
  }

  /** As which record this one goes on, unless the very record is meant. */
  async onwards(personId: string, record: 'earlier' | null | undefined): Promise<string | null> {
    return record === 'earlier' ? null : this.merges.goesOnAs(personId);
  }
}
