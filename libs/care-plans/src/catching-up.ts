import { Injectable } from '@nestjs/common';
import { Invalid, type FieldFault } from '@app/kernel';
import { Records } from '@app/records';
import { CareAction } from './care-action.entity';
import { CarePlansQueries } from './care-plans.queries';
import { PlanContentQueries } from './plan-content.queries';
import { PlanStatement } from './plan-items.entity';
import { PlanVersion } from './plan-version.entity';

type Row = CareAction | PlanStatement;
/** Something small that was changed in the plan since the draft was begun. */
interface News {
  readonly row: Row;
  readonly name: string;
  readonly is: string | null;
  /** did the draft change the same place to something else? */
  readonly contested: boolean;
}

const SMALL = [
  [CareAction, ['doer', 'doerKind', 'doerOrganisationId', 'doerName', 'dueOn', 'daysTimes']],
  [PlanStatement, ['text', 'contact']],
] as const;

/** Small updates that were published while a draft was being written, by whomever: publishing the draft undoes none of them unseen. */
@Injectable()
export class CatchingUp {
  constructor(
    private readonly records: Records,
    private readonly queries: CarePlansQueries,
    private readonly contents: PlanContentQueries,
  ) {}

  /**
   * The draft on the version that stands: what is small and the draft left as it was is taken over.
   * @param known the version that the writer has seen: then what they wrote themselves stands
   * @throws Invalid `plan.moved` for each place that both changed, unless it is known
   */
  async catchUp(draft: PlanVersion, known?: string | null): Promise<PlanVersion> {
    const now = await this.queries.published(draft.personId);
    if (!now || !draft.basedOn || now.id === draft.basedOn) return draft;
    const before = await this.queries.versionIfAny(draft.personId, draft.basedOn);
    // Another agreement: the writer begins anew.
    if (before?.caseId !== now.caseId || before.number !== now.number) return draft;
    const news = await this.news(draft, before, now);
    if (known !== now.id) await this.refuse(draft, now, news.filter(({ contested }) => contested));
    for (const row of new Set(news.map((one) => one.row))) {
      const taken = news.filter((one) => one.row === row && !one.contested);
      if (taken.length > 0) await this.records.change(row.constructor as typeof CareAction, { personId: row.personId, id: row.id }, row.rowVersion, Object.fromEntries(taken.map(({ name, is }) => [name, is])));
    }
    return this.records.change(PlanVersion, { personId: draft.personId, id: draft.id }, draft.rowVersion, { basedOn: now.id });
  }

  /** While the draft is still written: with what the writer has seen of the version that stands; one that is older waits until it is published. */
  async seen(draft: PlanVersion, known: string): Promise<PlanVersion> {
    return (await this.queries.published(draft.personId))?.id === known ? this.catchUp(draft, known) : draft;
  }

  private async news(draft: PlanVersion, before: PlanVersion, now: PlanVersion): Promise<News[]> {
    const found: News[] = [];
    for (const [entity, names] of SMALL) {
      const [old, current, drafted] = await Promise.all([before, now, draft].map(({ id }) => this.contents.rows<Row>(entity, draft.personId, { versionId: id })));
      for (const row of drafted ?? []) {
        const [was, is] = [old, current].map((rows) => rows?.find((one) => one.itemId === row.itemId) as Record<string, unknown> | undefined);
        const mine = row as unknown as Record<string, unknown>;
        if (!was || !is) continue;
        const changed = names.filter((name) => was[name] !== is[name] && mine[name] !== is[name]);
        found.push(...changed.map((name) => ({ row, name, is: (is[name] ?? null) as string | null, contested: mine[name] !== was[name] })));
      }
    }
    return found;
  }

  private async refuse(draft: PlanVersion, now: PlanVersion, contested: readonly News[]): Promise<void> {
    if (contested.length === 0) return;
    const { goals } = await this.contents.content(draft.personId, { versionId: draft.id });
    const faults = contested.flatMap(({ row, name, is }): FieldFault[] => {
      const pointer = row instanceof CareAction ? placeOf(row, name, goals) : row.section === 'who_to_ring' ? '/whoToRing' : '/ifItGoesWrongContact';
      if (!pointer) return [];
      const says = name === 'doer' ? 'somebody else does it' : is === null ? 'nothing' : `“${is}”`;
      return [{ pointer, code: 'plan.moved', message: `Version ${now.number}.${now.smallNumber} says meanwhile: ${says}. Put that in, or press the same button again to keep yours` }];
    });
    throw new Invalid(faults);
  }
}

/** Who does a step is asked in one field, whatever stands for them. */
function placeOf({ itemId }: CareAction, name: string, goals: readonly { actions: readonly CareAction[] }[]): string | null {
  if (!['doer', 'dueOn', 'daysTimes'].includes(name)) return null;
  const n = goals.findIndex(({ actions }) => actions.some((one) => one.itemId === itemId));
  const m = goals[n]?.actions.findIndex((one) => one.itemId === itemId) ?? 0;
  return n < 0 ? '/goals' : `/goals/${n}/actions/${m}/${name}`;
}
