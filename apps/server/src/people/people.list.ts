import { Injectable } from '@nestjs/common';
import { Invalid, readQuery } from '@app/kernel';
import { SearchQueries, type Found, type FoundMark } from '@app/overviews';
import { mayKnowNhsNumbers, PersonsService, type Person } from '@app/persons';
import { Cursors } from '../http';
import { TypedName, type FindPeople, type RegisterOnPage } from './people.commands';

/** Somebody whom a search found, as JSON has it. */
export interface FoundItem {
  readonly personId: string;
  readonly name: string;
  readonly preferred: string | null;
  readonly dateOfBirth: string | null;
  /** only for health and social care */
  readonly nhsNumber: string | null;
  /** what your organisation calls them; only where it has no NHS numbers */
  readonly ownReference: string | null;
  readonly keyWorker: string | null;
  readonly hasCase: boolean;
  /** not written as it was looked for, and sounds like it */
  readonly soundsAlike: boolean;
}

export interface FoundPage {
  readonly rows: readonly Found[];
  readonly next: string | null;
}

const itemOf = ({ personId, name, preferred, dateOfBirth, nhsNumber, ownReference, keyWorker, hasCase, soundsAlike }: Found): FoundItem =>
  ({ personId, name, preferred, dateOfBirth, nhsNumber, ownReference, keyWorker, hasCase, soundsAlike });

/** Finding people, and registering somebody whom nobody found. */
@Injectable()
export class PeopleList {
  constructor(
    private readonly queries: SearchQueries,
    private readonly persons: PersonsService,
    private readonly cursors: Cursors,
  ) {}

  /** Whether people are looked for and registered by NHS number here; others use a reference of their own. */
  get byNhsNumber(): boolean {
    return mayKnowNhsNumbers();
  }

  /** @returns null when nothing is looked for */
  async found({ search, limit, cursor }: FindPeople): Promise<FoundPage | null> {
    if (!search) return null;
    const rows = await this.queries.find(search, limit + 1, cursor ? this.cursors.open<FoundMark>(cursor) : null);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { rows: rows.slice(0, limit), next: last ? this.cursors.seal([last.soundsAlike, last.family, last.given, last.personId] satisfies FoundMark) : null };
  }

  /** @throws Invalid `required` when nothing is looked for: there is no list of everybody */
  async items(query: FindPeople): Promise<{ items: FoundItem[]; next: string | null }> {
    const found = await this.found(query);
    if (!found) throw Invalid.field('/search', 'required', 'Enter a name, a date of birth, or an NHS number or reference');
    return { items: found.rows.map(itemOf), next: found.next };
  }

  /** Those with the name that was typed, to compare with; nobody while it is no name. */
  async alike(typed: { given: string; family: string }): Promise<Found[]> {
    const { given, family } = readQuery(TypedName, typed, { lenient: true });
    return given && family ? this.queries.namedLike(given, family) : [];
  }

  /** @throws Invalid `person.sameName` when somebody of that name is here and it was not said that this is someone else */
  async register({ isSomeoneElse, ...command }: RegisterOnPage): Promise<Person> {
    if (!isSomeoneElse && (await this.alike(command)).length > 0) {
      throw Invalid.field('/isSomeoneElse', 'person.sameName', 'Someone with this name is here already. Compare the date of birth, then say whether this is someone else');
    }
    return this.persons.register(command);
  }
}
