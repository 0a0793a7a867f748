import { Injectable } from '@nestjs/common';
import { currentContext, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { RecordPlanView, SayPlanView } from './care-plans.commands';
import { CarePlansQueries } from './care-plans.queries';
import { PlanView } from './plan-view.entity';
import type { PlanVersion } from './plan-version.entity';

/** What the person says about a plan that is published: on their own page, or to somebody who writes it down. */
@Injectable()
export class PlanViews {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly plans: CarePlansQueries,
  ) {}

  /** On one's own page. The key worker is told. @throws NotFound for everybody but the person, and where no plan is published that they may read */
  say(personId: string, { view, comment, spokeAlone, present }: SayPlanView): Promise<PlanView> {
    return this.transactions.run(async () => {
      await this.records.mustBeThemself(personId);
      const version = await this.published(personId);
      this.transactions.wrote();
      const [row] = await this.transactions.query<{ id: string }>('select say_plan_view($1, $2, $3, $4, $5, $6) as id', [personId, version.id, view, comment ?? null, spokeAlone === 'yes', present ?? null]);
      this.records.audit({ action: 'create', subject: 'PlanView', personId, subjectIds: row && [row.id] });
      return this.told(await this.records.get(PlanView, personId, row?.id ?? ''));
    });
  }

  /** As they said it to the caller. @throws NotFound, Forbidden */
  record(personId: string, { view, how, comment, spokeAlone, present }: RecordPlanView): Promise<PlanView> {
    return this.transactions.run(async () => {
      const version = await this.published(personId);
      return this.told(await this.records.create(PlanView, {
        personId, versionId: version.id, view, how, comment: comment ?? null, spokeAlone: spokeAlone === 'yes', present: present ?? null, saidByName: currentContext().actor.name, category: 'plan', audience: 'circle', visibleToPerson: true,
      }));
    });
  }

  private told(said: PlanView): PlanView {
    this.records.news('care-plan.view-said', said, { keyWorker: true });
    return said;
  }

  private async published(personId: string): Promise<PlanVersion> {
    const version = await this.plans.published(personId);
    if (!version) throw new NotFound('PlanVersion', undefined, personId);
    return version;
  }
}
