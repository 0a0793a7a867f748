import { Injectable } from '@nestjs/common';
import { ActionsService, CarePlansQueries, type CareAction } from '@app/care-plans';
import { PersonPageQueries, type Identity } from '@app/overviews';

/** One step of the plan that stands. */
export interface ActionModel {
  readonly identity: Identity;
  readonly action: CareAction;
  readonly organisations: ReadonlyMap<string, string>;
  readonly mayMove: boolean;
}

@Injectable()
export class ActionDesk {
  constructor(
    private readonly people: PersonPageQueries,
    private readonly plans: CarePlansQueries,
    private readonly actions: ActionsService,
  ) {}

  /** @throws NotFound */
  async page(personId: string, itemId: string): Promise<ActionModel> {
    const identity = await this.people.identity(personId, 'CarePlan');
    const action = await this.actions.find(personId, itemId);
    return { identity, action, organisations: (await this.plans.current(personId)).organisations, mayMove: this.actions.mayMove(action) && !identity.windDownUntil };
  }
}
