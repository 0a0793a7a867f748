import { Injectable } from '@nestjs/common';
import { WhoDoesWhatQueries, type WhoDoesWhat } from '@app/care-plans';
import { CareTeamsQueries, type CircleMember } from '@app/care-teams';
import { PersonPageQueries, type Identity } from '@app/overviews';
import { PersonsService } from '@app/persons';
import { sameDay, type SameDay } from './same-day';

export interface WhoDoesWhatModel {
  readonly identity: Identity;
  readonly doing: WhoDoesWhat;
  /** who comes, without those of whom only a few may know */
  readonly helpers: readonly CircleMember[];
  /** where one visit might do for two */
  readonly together: readonly SameDay[];
}

export interface WhoDoesWhatAnswer extends WhoDoesWhat {
  readonly helpers: readonly { readonly name: string; readonly organisation: string; readonly does: string; readonly doesNotDo: string | null; readonly daysTimes: string | null }[];
  readonly together: readonly SameDay[];
}

/** Who sees to what, as it hangs on a fridge: nobody's discreet helper stands on it, for no reader. */
@Injectable()
export class WhoDoesWhatDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly persons: PersonsService,
    private readonly queries: WhoDoesWhatQueries,
    private readonly circle: CareTeamsQueries,
  ) {}

  /** @throws NotFound */
  async page(personId: string, how: 'read' | 'print' = 'read'): Promise<WhoDoesWhatModel> {
    const [identity, doing, helpers] = [await this.people.identity(personId, 'CarePlan'), await this.queries.of(personId, how), await this.helpers(personId)];
    return { identity, doing, helpers, together: sameDay(doing, helpers) };
  }

  /** @throws NotFound */
  async answer(personId: string): Promise<WhoDoesWhatAnswer> {
    await this.persons.find(personId);
    const [doing, helpers] = [await this.queries.of(personId), await this.helpers(personId)];
    return {
      ...doing, together: sameDay(doing, helpers),
      helpers: helpers.map(({ worker, team, organisation, does, doesNotDo, daysTimes }) => ({ name: worker ?? team ?? organisation, organisation, does, doesNotDo, daysTimes })),
    };
  }

  private async helpers(personId: string): Promise<CircleMember[]> {
    return (await this.circle.circle(personId)).filter(({ discreet }) => !discreet);
  }
}
