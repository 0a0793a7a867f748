import { Injectable } from '@nestjs/common';
import { currentContext, Forbidden, Invalid, NotFound, StaleVersion } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { CareAction } from './care-action.entity';
import type { MoveAction } from './care-plans.commands';
import { CarePlansQueries } from './care-plans.queries';
import { PlanContentQueries } from './plan-content.queries';
import { asItem } from './publication.service';

/** How the steps of a plan get on. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsService,
    private readonly queries: CarePlansQueries,
    private readonly contents: PlanContentQueries,
  ) {}

  /** A step of the plan that stands. @param itemId the id that it keeps from version to version @throws NotFound */
  async find(personId: string, itemId: string): Promise<CareAction> {
    return this.transactions.run(async () => {
      await this.persons.find(personId);
      const action = await this.contents.actionInForce(personId, itemId);
      if (!action) throw new NotFound('CareAction', itemId, personId);
      this.records.audit({ action: 'read', subject: 'CareAction', personId, subjectIds: [action.id] });
      return action;
    });
  }

  /**
   * Tells how far a step has got: those who wrote the plan, or those who do it.
   * @throws NotFound, Forbidden for anybody else, Conflict `action.state`, StaleVersion, Invalid when a reason is missing
   */
  async move(personId: string, itemId: string, version: number, command: MoveAction, at = new Date()): Promise<CareAction> {
    return this.transactions.run(async () => {
      const action = await this.find(personId, itemId);
      this.records.demand('change', CareAction);
      if (!this.mayMove(action)) throw new Forbidden('action.forbidden', 'Those who do this step, or who wrote the plan, tell how far it has got');
      if (action.rowVersion !== version) throw new StaleVersion(action);
      const { from, to } = action.moveTo(command.to);
      if ((to === 'blocked' || to === 'cancelled' || to === 'reopened') && !command.reason) throw Invalid.field('/reason', 'required', 'Enter why');
      if (!(await this.queries.move(action, to, command.reason ?? null, at))) throw new StaleVersion(await this.contents.actionInForce(personId, itemId));
      const moved = Object.assign(new CareAction(), action, { state: to, stateReason: command.reason ?? null, stateAt: at, rowVersion: version + 1 });
      await this.records.transition(asItem(moved), 'CareAction', from, to, command.reason ?? null, at);
      this.records.audit({ action: 'change', subject: 'CareAction', personId, subjectIds: [action.id] });
      return moved;
    });
  }

  /** Is it for the caller's organisation to tell how far the step has got? For pages, to offer it. */
  mayMove(action: CareAction): boolean {
    const { actor } = currentContext();
    return actor.organisationId !== null && action.sealedTo === null && [action.ownerOrganisationId, action.doerOrganisationId].includes(actor.organisationId);
  }
}
