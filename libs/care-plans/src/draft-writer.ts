import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, Invalid, newId } from '@app/kernel';
import { Records, Transactions, type PersonOwned } from '@app/records';
import { CareAction } from './care-action.entity';
import { MOST_LINES, type GoalLine, type WriteDraft } from './care-plans.commands';
import { CatchingUp } from './catching-up';
import { DoersQueries } from './doers.queries';
import { DraftLines, statement, type Wanted } from './draft-lines';
import { PlanContentQueries, type PlanContent } from './plan-content.queries';
import type { PlanItem, Voice } from './plan-item.entity';
import { Goal, Need, PlanStatement, STATEMENT_SECTIONS, type StatementSection } from './plan-items.entity';
import { PlanVersion } from './plan-version.entity';

/** Writes the rows of a draft. Each is its author's alone until others are asked about it, or it is published. */
@Injectable()
export class DraftWriter {
  constructor(
    readonly transactions: Transactions,
    private readonly records: Records,
    private readonly contents: PlanContentQueries,
    private readonly doers: DoersQueries,
    readonly catchingUp: CatchingUp,
  ) {}

  /** An empty version, or a copy of the one before with nothing yet changed and the person not yet asked. @throws Conflict `plan.draft` */
  async begin(personId: string, caseId: string | null, before: PlanVersion | null, small = false): Promise<PlanVersion> {
    const view = small && before
      ? { personView: before.personView, viewAsked: before.viewAsked, viewSupport: before.viewSupport, viewBecause: before.viewBecause, viewAgainOn: before.viewAgainOn, viewOf: before.viewOf, viewPresent: before.viewPresent, viewAlone: before.viewAlone, personComment: before.personComment, nextReviewOn: before.nextReviewOn }
      : { personView: null, viewAsked: null, viewSupport: null, viewBecause: null, viewAgainOn: null, viewOf: null, viewPresent: null, viewAlone: null, personComment: null, nextReviewOn: null };
    const draft = await this.one(this.records.create(PlanVersion, {
      personId, caseId, number: before ? before.number + (small ? 0 : 1) : 1, smallNumber: before && small ? before.smallNumber + 1 : 0, state: 'draft', basedOn: before?.id ?? null,
      changeSummary: null, importedFrom: null, ...view, noContingencyBecause: before?.noContingencyBecause ?? null, authorName: currentContext().actor.name,
      publishedAt: null, publishedBy: null, supersededAt: null, contentHash: null, category: 'plan', audience: 'internal', visibleToPerson: false,
    }));
    await this.records.transition(draft, 'PlanVersion', null, 'draft');
    if (before) await this.contents.copy(personId, before.id, draft.id);
    return draft;
  }

  /** A case has one draft, also where another organisation has begun it and the caller cannot read it yet. @throws Conflict `plan.draft` */
  private async one(draft: Promise<PlanVersion>): Promise<PlanVersion> {
    try {
      return await draft;
    } catch (error) {
      if ((error as { driverError?: { constraint?: string } }).driverError?.constraint !== 'plan_version_draft_key') throw error;
      throw new Conflict('plan.draft', 'Somebody else has begun a draft of the plan, which you may not be able to read yet. Ask the others who coordinate to open it to you, to publish it or to discard it');
    }
  }

  /** A first version with those lines of an import that are not over. */
  async beginFrom(imported: PlanVersion, caseId: string): Promise<PlanVersion> {
    const draft = await this.begin(imported.personId, caseId, null);
    await this.contents.copy(imported.personId, imported.id, draft.id, { live: MOST_LINES });
    return draft;
  }

  /** The first version of another episode, with what lay under the needs of the last one and is not met. */
  async beginAfter(last: PlanVersion, caseId: string): Promise<PlanVersion> {
    const draft = await this.begin(last.personId, caseId, null);
    await this.contents.copy(last.personId, last.id, draft.id, 'underlying');
    return draft;
  }

  /** What is sent is written, what is not sent stays. @throws Invalid, StaleVersion; Conflict `plan.closed` while it waits for agreement */
  async write(draft: PlanVersion, command: WriteDraft): Promise<PlanVersion> {
    draft.mustBeWritten();
    const stands = await this.contents.content(draft.personId, { versionId: draft.id });
    const lines = new DraftLines(await this.doers.choices(draft.personId));
    const needs = command.needs && lines.needs(command.needs, stands.needs);
    const goals = command.goals && lines.goals(command.goals, stands.goals.map(({ goal }) => goal));
    if (needs) {
      await this.stays(draft.personId, lines, needs, stands.needs);
      await this.bring(Need, draft, needs, stands.needs);
    }
    if (goals) await this.goals(draft, { lines, command: command.goals ?? [], wanted: goals, stands });
    await this.statements(draft, command, stands.statements);
    lines.check();
    const written = await this.records.change(PlanVersion, { personId: draft.personId, id: draft.id }, draft.rowVersion, columnsOf(command));
    return command.knowsVersion ? this.catchingUp.seen(written, command.knowsVersion) : written;
  }

  /** What stands in a draft now, for whoever wrote at the same time. */
  async asWritten(draft: PlanVersion): Promise<{ version: PlanVersion; content: PlanContent }> {
    return { version: draft, content: await this.contents.content(draft.personId, { versionId: draft.id }) };
  }

  /** Changes one row of a draft, if that changes anything. */
  async change<T extends PlanItem>(entity: PersonOwned<T>, row: T, values: Partial<T>): Promise<void> {
    const news = Object.fromEntries(Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(row[name as keyof T]))) as Partial<T>;
    if (Object.keys(news).length > 0) await this.records.change(entity, { personId: row.personId, id: row.id } as Partial<T> & { personId: string }, row.rowVersion, news);
  }

  private async goals(
    draft: PlanVersion, { lines, command, wanted, stands }: { lines: DraftLines; command: readonly (GoalLine | null)[]; wanted: readonly Wanted<Goal>[]; stands: PlanContent },
  ): Promise<void> {
    const all = [...stands.goals.flatMap(({ actions }) => actions), ...stands.otherActions];
    const ids = await this.bring(Goal, draft, wanted, stands.goals.map(({ goal }) => goal));
    const kept: Wanted<CareAction>[] = [];
    const written = command.flatMap((line, n) => (line && (line.text || line.item) ? [{ line, place: `/goals/${n}` }] : []));
    written.forEach(({ line, place }, n) => {
      const itemId = ids[n];
      if (!itemId) {
        // With its goal a step goes too, and its line may say why.
        kept.push(...lines.actions(line.actions ?? [], all, { place, itemId: '' }).filter(({ values }) => values === null));
        return;
      }
      const mine = all.filter((action) => action.goalId === itemId);
      kept.push(...(line.actions ? lines.actions(line.actions, all, { place, itemId, opens: wanted[n]?.values }) : mine.map((row) => ({ row, values: {} }))));
    });
    await this.ends(draft, lines, kept, all);
    await this.bring(CareAction, draft, kept, all);
  }

  /** A step that somebody has been asked to do does not vanish: whoever takes it out says why. */
  private async ends(draft: PlanVersion, lines: DraftLines, kept: readonly Wanted<CareAction>[], all: readonly CareAction[]): Promise<void> {
    const before = await this.contents.stepsBefore(draft);
    for (const row of all) {
      const told = kept.find((each) => each.row?.itemId === row.itemId);
      if (told && told.values !== null) continue;
      if (!before.some((one) => one.itemId === row.itemId)) continue;
      if (!told?.endsBecause) lines.faults.push({ pointer: '/goals', code: 'action.endReason', message: `Say why “${row.what}” does not go on` });
      else await this.change(CareAction, row, { endsBecause: told.endsBecause });
    }
  }

  /** What lies under other needs does not vanish from one version to the next: it is met, or somebody says why it cannot be. */
  private async stays(personId: string, lines: DraftLines, wanted: readonly Wanted<Need>[], stand: readonly Need[]): Promise<void> {
    const gone = stand.filter((need) => need.isUnderlying && !wanted.some(({ row, values }) => row?.itemId === need.itemId && values !== null));
    const before = gone.length > 0 ? await this.contents.rows(Need, personId, { inForce: true }) : [];
    for (const { itemId, text } of gone) {
      if (!before.some((one) => one.itemId === itemId)) continue;
      lines.faults.push({ pointer: '/needs', code: 'need.underlying', message: `“${text}” lies under other needs. Say that it is met, or why it cannot be, instead of taking it out` });
    }
  }

  private async statements(draft: PlanVersion, command: WriteDraft, stand: readonly PlanStatement[]): Promise<void> {
    const said: Record<StatementSection, string | null | undefined> = {
      what_matters: command.whatMatters, strengths: command.strengths, home: command.home, who_to_ring: command.whoToRing, if_it_goes_wrong: command.ifItGoesWrong, triggers: command.triggers,
      early_signs: command.earlySigns, at_night: command.atNight, what_helps: command.whatHelps, no_reply: command.noReply, carer_cannot: command.carerCannot, additional_plans: command.additionalPlans,
      money: command.money, conditions: command.conditions, reviewer: command.reviewer,
    };
    const contacts: Partial<Record<StatementSection, string | null | undefined>> = { if_it_goes_wrong: command.ifItGoesWrongContact, conditions: command.conditionsLead };
    const voices: Partial<Record<StatementSection, Voice | null | undefined>> = { what_matters: command.whatMattersVoice, strengths: command.strengthsVoice };
    for (const section of STATEMENT_SECTIONS) {
      const row = stand.find((one) => one.section === section);
      const contact = contacts[section];
      if (said[section] === undefined && contact === undefined && !voices[section]) continue;
      const text = said[section] === undefined ? (row?.text ?? null) : (said[section] ?? null);
      const wanted = statement(section, { text, contact: contact === undefined ? (row?.contact ?? null) : contact, voice: voices[section] }, row);
      if (wanted.values && !wanted.values.text) throw section === 'conditions' ? Invalid.field('/conditions', 'required', 'Enter how the conditions affect each other') : Invalid.field('/ifItGoesWrong', 'required', 'Enter what to do if it goes wrong');
      await this.bring(PlanStatement, draft, [wanted], row ? [row] : [], STATEMENT_SECTIONS.indexOf(section));
    }
  }

  /** Makes the rows what the lines say; rows that no line stands for leave the draft. @returns the item ids in the order of the lines, null for what was taken out */
  private async bring<T extends PlanItem>(entity: PersonOwned<T>, draft: PlanVersion, wanted: readonly Wanted<T>[], rows: readonly T[], from = 0): Promise<(string | null)[]> {
    const ids: (string | null)[] = [];
    for (const [n, { row, values }] of wanted.entries()) {
      if (values === null) {
        if (row) await this.drop(entity, row);
        ids.push(null);
        continue;
      }
      const itemId = row?.itemId ?? newId();
      if (row) await this.change(entity, row, { ...values, position: from + n });
      else await this.records.create(entity, { ...defaults, ...values, personId: draft.personId, versionId: draft.id, itemId, position: from + n, audience: 'internal', visibleToPerson: false });
      ids.push(itemId);
    }
    for (const row of rows) if (!wanted.some((each) => each.row?.itemId === row.itemId)) await this.drop(entity, row);
    return ids;
  }

  private async drop<T extends PlanItem>(entity: PersonOwned<T>, row: T): Promise<void> {
    const now = (await this.contents.rows(entity, row.personId, { versionId: row.versionId })).find((one) => one.id === row.id);
    if (now) await this.change(entity, now, { dropped: true } as Partial<T>);
  }
}

const defaults = { inForce: false, dropped: false };

/** What of a command stands in the version itself. */
function columnsOf(command: WriteDraft): Partial<PlanVersion> {
  const alone = command.viewAlone === undefined ? undefined : command.viewAlone === null ? null : command.viewAlone === 'yes';
  const { personView, viewAsked, viewSupport, viewBecause, viewAgainOn, viewOf, viewPresent, personComment, noContingencyBecause, nextReviewOn, changeSummary } = command;
  const all: Record<string, unknown> = { personView, viewAsked, viewSupport, viewBecause, viewAgainOn, viewOf, viewPresent, personComment, noContingencyBecause, nextReviewOn, changeSummary, viewAlone: alone };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
