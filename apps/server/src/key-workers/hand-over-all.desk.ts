import { Injectable } from '@nestjs/common';
import { WEIGHTS } from '@app/cases';
import { isUuid } from '@app/kernel';
import { HandoversService, MOST_AT_ONCE, recommended, withPlanned, wouldBeOver, type HandoverPlan } from '@app/key-workers';
import { FormState } from '../http';
import { KeyWorkerDesk, type KeyWorkerModel } from './key-worker.desk';

/** One case on the page, at its place in the form. */
export interface HandOverRow {
  readonly at: number;
  readonly typed: FormState;
  readonly model: KeyWorkerModel;
}

export interface HandOverAllModel {
  readonly plan: HandoverPlan;
  readonly rows: readonly HandOverRow[];
  /** how many more there are than are shown at once */
  readonly more: number;
}

/** Gathers who could take over what one key worker leads: each proposal counts those before it. */
@Injectable()
export class HandOverAllDesk {
  constructor(
    private readonly handovers: HandoversService,
    private readonly keyWorkers: KeyWorkerDesk,
  ) {}

  async page(userId: string, form: FormState): Promise<HandOverAllModel> {
    const plan = await this.handovers.plan(userId);
    // A form that is shown again keeps its order, because what is wrong is said at a place in it.
    const typed = form.rows('handovers');
    const wanted = form.isFilled ? typed.map((row) => row.text('caseId')) : plan.cases.map(({ caseId }) => caseId);
    const planned = new Map<string, number>();
    const rows: HandOverRow[] = [];
    for (const [at, caseId] of wanted.slice(0, MOST_AT_ONCE).entries()) {
      if (!isUuid(caseId) || !plan.cases.some((one) => one.caseId === caseId)) continue;
      rows.push({ at, typed: typed[at] ?? FormState.empty, model: proposed(await this.keyWorkers.page(caseId), planned) });
    }
    return { plan, rows, more: Math.max(0, plan.cases.length - MOST_AT_ONCE) };
  }
}

/** The same with the load that everybody would have who is proposed before. */
function proposed(model: KeyWorkerModel, planned: Map<string, number>): KeyWorkerModel {
  const { complexity } = model.case;
  const candidates = withPlanned(model.choices, planned);
  const first = recommended(candidates, complexity);
  if (first && !isAsked(model)) planned.set(first.membershipId, (planned.get(first.membershipId) ?? 0) + WEIGHTS[complexity]);
  return { ...model, choices: candidates.map((one) => ({ ...one, recommended: one === first, over: wouldBeOver(one, complexity) })) };
}

/** Somebody is asked to take over already. */
export const isAsked = ({ asked, lapsed }: KeyWorkerModel): boolean => asked !== null && !lapsed;
