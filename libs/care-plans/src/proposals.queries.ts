import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/records';
import { CarePlansQueries, type CarePlan } from './care-plans.queries';
import { compare, type Difference } from './comparison';
import { PlanContentQueries } from './plan-content.queries';
import type { PlanVersion } from './plan-version.entity';

/** A draft that others read before it is published, beside the plan that is in force. */
export interface ProposedPlan {
  readonly version: PlanVersion;
  /** `views`: what the person said of the draft, the last first */
  readonly plan: CarePlan;
  /** the version in force; null where there is none that the reader may know of */
  readonly stands: PlanVersion | null;
  /** from what is in force, as far as the reader sees both */
  readonly differences: readonly Difference[];
}

@Injectable()
export class ProposalsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: CarePlansQueries,
    private readonly contents: PlanContentQueries,
  ) {}

  /** The draft that the caller may read; null where there is none for them. Audited. */
  async find(personId: string): Promise<ProposedPlan | null> {
    return this.transactions.run(async () => {
      const plan = await this.plans.proposedPlan(personId);
      if (!plan?.version) return null;
      const stands = await this.plans.current(personId);
      // What its author may not see is carried on when the draft is published: only what was taken out goes.
      const out = await this.contents.takenOut(personId, plan.version.id);
      return { version: plan.version, plan, stands: stands.version, differences: compare(stands, plan).filter(({ what, itemId }) => what !== 'removed' || out.has(itemId)) };
    });
  }
}
