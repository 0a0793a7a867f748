import { Injectable } from '@nestjs/common';
import { Conflict, newId } from '@app/kernel';
import { Records } from '@app/records';
import { CareAction, type DoerKind } from './care-action.entity';
import { MOST_LINES } from './care-plans.commands';
import { CarePlansQueries } from './care-plans.queries';
import { DoersQueries, type Doer } from './doers.queries';
import { sees } from './draft-lines';
import { DraftsService } from './drafts.service';
import { narrower, type Opening } from './narrower';
import { PlanContentQueries } from './plan-content.queries';
import { PlanVersion } from './plan-version.entity';

/** What was decided elsewhere, a review for example, and is to be done for a goal. */
export interface DecidedStep {
  /** the goal's `itemId` */
  readonly goalId: string;
  /** at most 500 characters */
  readonly what: string;
  readonly doer: { readonly kind: DoerKind; readonly organisationId: string | null };
  /** a local calendar day */
  readonly dueOn: string | null;
  /** for whom it was where it was decided */
  readonly opens: Opening;
}

/** A step of which nothing is said but what is done. */
export const UNSAID = {
  doer: null, doerKind: null, doerOrganisationId: null, doerName: null, dueOn: null, daysTimes: null, needId: null, stageGoal: null, strategies: null, notDo: null, confidence: null, reviewOn: null, state: 'open', stateReason: null, stateAt: null, goesOn: null, endsBecause: null,
} as const satisfies Partial<CareAction>;

/** Steps that were decided elsewhere go into the draft, where they are edited like all others. */
@Injectable()
export class DecidedSteps {
  constructor(
    private readonly records: Records,
    private readonly contents: PlanContentQueries,
    private readonly queries: CarePlansQueries,
    private readonly drafts: DraftsService,
    private readonly doers: DoersQueries,
  ) {}

  /**
   * Into the draft that is open, or into a new one, for those only who read both the goal and where it was decided. Whoever could not see it is not put down for it.
   * Whoever has the draft open elsewhere is told of it when they save.
   * @returns the draft, the step in it, and whether somebody is put down for it
   * @throws NotFound, Forbidden, Conflict `plan.noCase`, `plan.noGoal`, `plan.full`, `plan.closed`
   */
  async put(personId: string, { goalId, what, doer, dueOn, opens }: DecidedStep): Promise<{ draftId: string; itemId: string; hasDoer: boolean }> {
    await this.drafts.mayPlan(personId);
    const draft = (await this.queries.draft(personId)) ?? (await this.drafts.start(personId, {}));
    draft.mustBeWritten();
    const { goals } = await this.contents.content(personId, { versionId: draft.id });
    const found = goals.find(({ goal }) => goal.itemId === goalId);
    if (!found) throw new Conflict('plan.noGoal', 'The goal of this step is not in the draft any more. Put it back there first, or write the step where it belongs');
    if (found.actions.length >= MOST_LINES) throw new Conflict('plan.full', `There are ${MOST_LINES} steps already. Take one out of the draft first`);
    const opening = narrower(opens, found.goal);
    const step = await this.records.create(CareAction, {
      ...UNSAID, ...opening, ...chosen(await this.doers.choices(personId), doer, opening), personId, versionId: draft.id, itemId: newId(), goalId, what, dueOn,
      position: 1 + Math.max(-1, ...found.actions.map((row) => row.position)), audience: 'internal', visibleToPerson: false, inForce: false, dropped: false,
    });
    await this.records.change(PlanVersion, { personId, id: draft.id }, draft.rowVersion, {});
    return { draftId: draft.id, itemId: step.itemId, hasDoer: step.doer !== null };
  }

  /** Those of these steps that stand in the caller's draft or in the plan that is published, by their ids. */
  async standing(personId: string, itemIds: readonly string[]): Promise<ReadonlyMap<string, CareAction>> {
    if (itemIds.length === 0) return new Map();
    const draft = await this.queries.draft(personId);
    const rows = [...(await this.contents.rows(CareAction, personId, { inForce: true })), ...(draft ? await this.contents.rows(CareAction, personId, { versionId: draft.id }) : [])];
    return new Map(rows.filter(({ itemId }) => itemIds.includes(itemId)).map((row) => [row.itemId, row]));
  }
}

/** Whoever is to do it, as they are chosen in a draft; nobody where they could not see it or are none of those who can be chosen. */
function chosen(doers: readonly Doer[], { kind, organisationId }: DecidedStep['doer'], opening: Opening): Partial<CareAction> {
  const may = doers.filter((one) => one.kind === kind && one.organisationId === organisationId && (kind === 'person' ? opening.opensToPerson : sees(one, opening)));
  // The organisation itself, or the only one who helps from there: which of several was not said.
  const doer = may.find((one) => one.name === null) ?? (may.length === 1 ? may[0] : undefined);
  return doer ? { doer: doer.id, doerKind: doer.kind, doerOrganisationId: doer.organisationId, doerName: doer.name } : {};
}
