import type { Difference, PlanVersion, ProposedPlan } from '@app/care-plans';
import { planAnswer, versionItem, type PlanAnswer, type VersionItem } from './plan-item';

/** A draft that others read, as JSON has it: never in force, and said so. */
export interface ProposalItem {
  readonly inForce: false;
  /** `in_contribution`, `ready_for_agreement` or `agreed` */
  readonly state: PlanVersion['state'];
  readonly id: string;
  /** to send with whatever is done to it */
  readonly version: number;
  readonly openedAt: Date | null;
  readonly readyAt: Date | null;
  readonly agreed: { readonly at: Date; readonly by: string | null; readonly because: string | null } | null;
  readonly draft: PlanAnswer;
  /** the plan in force; null where there is none that the reader may know of */
  readonly stands: VersionItem | null;
  readonly differences: readonly Difference[];
}

export const proposalItem = ({ version, plan, stands, differences }: ProposedPlan): ProposalItem => ({
  inForce: false, state: version.state, id: version.id, version: version.rowVersion, openedAt: version.openedAt, readyAt: version.readiedAt,
  agreed: version.agreedAt && { at: version.agreedAt, by: version.agreedByName, because: version.agreedBecause }, draft: planAnswer(plan), stands: stands && versionItem(stands), differences,
});
