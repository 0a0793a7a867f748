import { Injectable } from '@nestjs/common';
import { Conflict, Invalid } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { CareAction } from './care-action.entity';
import type { SmallChange, UpdatePlan } from './care-plans.commands';
import { DoersQueries } from './doers.queries';
import { DraftLines } from './draft-lines';
import { DraftWriter } from './draft-writer';
import { PlanContentQueries } from './plan-content.queries';
import { PlanStatement } from './plan-items.entity';
import { PlanVersion } from './plan-version.entity';

/** What may change between two agreements, and nothing else. */
@Injectable()
export class SmallUpdates {
  readonly transactions: Transactions;

  constructor(
    private readonly records: Records,
    private readonly contents: PlanContentQueries,
    private readonly writer: DraftWriter,
    private readonly doers: DoersQueries,
  ) {
    this.transactions = writer.transactions;
  }

  /** A copy of the plan that stands with what is small changed. @throws Invalid, Conflict `plan.same` */
  async write(before: PlanVersion, command: UpdatePlan): Promise<PlanVersion> {
    const draft = await this.writer.begin(before.personId, before.caseId, before, true);
    const changed = (await this.actions(draft, command.actions ?? [])) + (await this.statements(draft, command));
    if (changed === 0) throw new Conflict('plan.same', 'Nothing is different. Change a number, a day, a date or who does something');
    return command.changeSummary ? this.records.change(PlanVersion, { personId: draft.personId, id: draft.id }, draft.rowVersion, { changeSummary: command.changeSummary }) : draft;
  }

  private async actions(draft: PlanVersion, changes: readonly SmallChange[]): Promise<number> {
    const rows = await this.contents.rows(CareAction, draft.personId, { versionId: draft.id });
    const lines = new DraftLines(await this.doers.choices(draft.personId));
    const wanted = changes.map((change, n) => {
      const row = rows.find((one) => one.itemId === change.item);
      if (!row) throw Invalid.field(`/actions/${n}/item`, 'choice', 'This step is not in the plan any more');
      if (change.doer === null) throw Invalid.field(`/actions/${n}/doer`, 'action.noDoer', `Choose who does “${row.what}”`);
      const values: Partial<CareAction> = {
        ...lines.doer(change.doer, row, row, `/actions/${n}`), ...(change.dueOn !== undefined && { dueOn: change.dueOn }), ...(change.daysTimes !== undefined && { daysTimes: change.daysTimes }),
      };
      return { row, values };
    });
    lines.check();
    const different = wanted.filter(({ row, values }) => Object.entries(values).some(([name, value]) => value !== row[name as keyof CareAction]));
    for (const { row, values } of different) await this.writer.change(CareAction, row, values);
    return different.length;
  }

  private async statements(draft: PlanVersion, { whoToRing, ifItGoesWrongContact }: UpdatePlan): Promise<number> {
    if (whoToRing === null) throw Invalid.field('/whoToRing', 'required', 'Enter who to ring');
    let changed = 0;
    for (const row of await this.contents.rows(PlanStatement, draft.personId, { versionId: draft.id })) {
      const values: Partial<PlanStatement> = row.section === 'who_to_ring' && whoToRing !== undefined ? { text: whoToRing }
        : row.section === 'if_it_goes_wrong' && ifItGoesWrongContact !== undefined ? { contact: ifItGoesWrongContact } : {};
      if (!Object.entries(values).some(([name, value]) => value !== row[name as keyof PlanStatement])) continue;
      await this.writer.change(PlanStatement, row, values);
      changed += 1;
    }
    return changed;
  }
}
