import { Invalid, type FieldFault } from '@app/kernel';
import type { Audience } from '@app/records';
import type { ActionLine, GoalLine, NeedLine } from './care-plans.commands';
import type { CareAction } from './care-action.entity';
import type { Doer } from './doers.queries';
import type { Opening } from './narrower';
import type { PlanItem, Voice } from './plan-item.entity';
import type { Goal, Need, PlanStatement, StatementSection } from './plan-items.entity';

/** What one line makes of the row that stood for it; `null` takes it out. */
export interface Wanted<T extends PlanItem> {
  readonly row: T | undefined;
  readonly values: Partial<T> | null;
  /** of a step that is taken out: why it does not go on */
  readonly endsBecause?: string | null;
}

type AnyLine = NeedLine | GoalLine | ActionLine;

const USUAL: Opening = { category: 'plan', opensTo: 'circle', opensToOrganisations: [], opensToPerson: true };

/** For whom a line is meant: as it was, or as what it belongs to, else for the circle and the person, unless something else is said. */
function opening(line: AnyLine, row: PlanItem | undefined, parent: Opening = USUAL): Opening {
  const before = row ?? parent;
  const opensTo: Audience = line.audience ?? before.opensTo;
  const named = line.namedOrganisationIds.length > 0 || line.audience ? line.namedOrganisationIds : before.opensToOrganisations;
  return {
    category: line.category ?? before.category, opensTo, opensToOrganisations: opensTo === 'named' ? named : [],
    // What is the own organisation's alone is not the person's either: whoever wants them to read it says so with the circle or by name.
    opensToPerson: opensTo !== 'internal' && (line.forPerson ? line.forPerson === 'yes' : before.opensToPerson),
  };
}

/** Reads lines against what stands in the draft, and collects what is wrong under the place of the line. */
export class DraftLines {
  readonly faults: FieldFault[] = [];

  constructor(private readonly doers: readonly Doer[]) {}

  needs(lines: readonly (NeedLine | null)[], rows: readonly Need[]): Wanted<Need>[] {
    return this.against(lines, rows, 'needs', (line, row, place) => {
      if (!line.text) return null;
      this.opens(line, place);
      return {
        ...opening(line, row), text: line.text, domain: line.domain ?? row?.domain ?? 'daily_living', voice: line.voice ?? row?.voice ?? 'self', state: line.state ?? row?.state ?? 'open',
        unmetBecause: kept(line.unmetBecause, row?.unmetBecause), unmetReason: kept(line.unmetReason, row?.unmetReason), askedFor: kept(line.askedFor, row?.askedFor), offered: kept(line.offered, row?.offered),
        underlying: line.underlying === undefined ? (row?.underlying ?? null) : line.underlying === null ? null : line.underlying === 'yes',
      };
    });
  }

  goals(lines: readonly (GoalLine | null)[], rows: readonly Goal[]): Wanted<Goal>[] {
    return this.against(lines, rows, 'goals', (line, row, place) => {
      if (!line.text) {
        if (line.actions?.some((action) => action?.what)) this.fault(`${place}/text`, 'required', 'Enter the goal that the step is for');
        return null;
      }
      this.opens(line, place);
      return {
        ...opening(line, row), text: line.text, why: kept(line.why, row?.why), importance: kept(line.importance, row?.importance), voice: line.voice ?? row?.voice ?? 'self', targetOn: kept(line.targetOn, row?.targetOn),
        state: line.state ?? row?.state ?? 'active', noActionBecause: kept(line.noActionBecause, row?.noActionBecause),
      };
    });
  }

  /** @param goal the place of its goal among the lines, the id that the goal keeps, and for whom it is: a new step begins no wider (safety.md, section 1) */
  actions(lines: readonly (ActionLine | null)[], rows: readonly CareAction[], goal: { place: string; itemId: string; opens?: Partial<Goal> | null | undefined }): Wanted<CareAction>[] {
    return this.against(lines, rows, `${goal.place}/actions`, (line, row, place) => {
      this.saysWhetherItGoesOn(line, row, place);
      if (!line.what || line.endsBecause) return null;
      this.opens(line, place);
      const open = opening(line, row, { ...USUAL, ...goal.opens });
      const says = {
        ...open, goalId: goal.itemId, what: line.what, ...this.doer(line.doer, row, open, place), dueOn: kept(line.dueOn, row?.dueOn), daysTimes: kept(line.daysTimes, row?.daysTimes),
        needId: kept(line.needId, row?.needId), stageGoal: kept(line.stageGoal, row?.stageGoal), strategies: kept(line.strategies, row?.strategies), notDo: kept(line.notDo, row?.notDo), confidence: kept(line.confidence, row?.confidence), reviewOn: kept(line.reviewOn, row?.reviewOn), endsBecause: null,
      };
      return { ...says, goesOn: line.goesOn === 'yes' || (row && differs(row, says)) ? true : (row?.goesOn ?? null) };
    });
  }

  private saysWhetherItGoesOn({ goesOn, endsBecause }: ActionLine, row: CareAction | undefined, place: string): void {
    if (goesOn === 'yes' && endsBecause) this.fault(`${place}/goesOn`, 'action.goesOn', `“${row?.what ?? 'The step'}” goes on, and there is a reason why it ends. Choose that it ends, or empty the reason`);
    if (goesOn === 'no' && !endsBecause) this.fault(`${place}/endsBecause`, 'action.endReason', `Say why “${row?.what ?? 'the step'}” does not go on`);
  }

  /** Who does it, as the step keeps it. @param open for whom the step is meant: who does something has to see it */
  doer(chosen: string | null | undefined, row: CareAction | undefined, open: Opening, place: string): Pick<CareAction, 'doer' | 'doerKind' | 'doerOrganisationId' | 'doerName'> {
    if (chosen === undefined || (row && chosen === row.doer)) return { doer: row?.doer ?? null, doerKind: row?.doerKind ?? null, doerOrganisationId: row?.doerOrganisationId ?? null, doerName: row?.doerName ?? null };
    if (chosen === null) return { doer: null, doerKind: null, doerOrganisationId: null, doerName: null };
    const doer = this.doers.find((one) => one.id === chosen);
    if (!doer) this.fault(`${place}/doer`, 'choice', 'Choose who does it from the list');
    else if (!sees(doer, open)) this.fault(`${place}/doer`, 'doer.cannotSee', `${doer.organisation ?? 'They'} could not see this step. Choose another kind of information for it, or name them`);
    return { doer: chosen, doerKind: doer?.kind ?? 'person', doerOrganisationId: doer?.organisationId ?? null, doerName: doer?.name ?? null };
  }

  /** @throws Invalid with everything that was wrong */
  check(): void {
    if (this.faults.length > 0) throw new Invalid(this.faults);
  }

  private opens(line: AnyLine, place: string): void {
    if (line.audience === 'named' && line.namedOrganisationIds.length === 0) this.fault(`${place}/namedOrganisationIds`, 'required', 'Choose the organisations that may see it');
  }

  private fault(pointer: string, code: string, message: string): void {
    this.faults.push({ pointer, code, message });
  }

  private against<L extends AnyLine, T extends PlanItem>(
    lines: readonly (L | null)[], rows: readonly T[], place: string, values: (line: L, row: T | undefined, place: string) => Partial<T> | null,
  ): Wanted<T>[] {
    return lines.flatMap((line, n): Wanted<T>[] => {
      if (!line) return [];
      const at = place.startsWith('/') ? `${place}/${n}` : `/${place}/${n}`;
      const row = line.item ? rows.find((one) => one.itemId === line.item) : undefined;
      if (line.item && !row) this.fault(`${at}/item`, 'choice', 'This line is not in the draft any more');
      const wanted = values(line, row, at);
      return wanted || row ? [{ row, values: wanted, ...('endsBecause' in line && { endsBecause: line.endsBecause ?? null }) }] : [];
    });
  }
}

/** Would they see a line that is for these? */
export const sees = (doer: Doer, { category, opensTo, opensToOrganisations }: Opening): boolean => {
  if (doer.categories === null || doer.organisationId === null) return true;
  return opensTo === 'circle' ? doer.categories.includes(category) : opensTo === 'named' && opensToOrganisations.includes(doer.organisationId);
};

/** Is something of a row said in another way? Whoever writes a step anew has looked at it. */
const differs = <T extends PlanItem>(row: T, values: Partial<T>): boolean => Object.entries(values).some(([name, value]) => JSON.stringify(value) !== JSON.stringify(row[name as keyof T]));

const kept = <T>(said: T | null | undefined, before: T | null | undefined): T | null => (said === undefined ? (before ?? null) : said);

// The home is for those who see to it, money and what the conditions do likewise; everything else of a plan is for those who have the plan.
const SECTION_CATEGORY: Partial<Record<StatementSection, string>> = { home: 'housing', money: 'money', conditions: 'health' };
const OWN_WORDS: readonly StatementSection[] = ['what_matters', 'strengths'];

/** A statement as it will stand; `null` takes it out. @param said its words, whom to ring, and whose words they are where that was said */
export function statement(section: StatementSection, { text, contact, voice }: { text: string | null; contact: string | null; voice?: Voice | null | undefined }, row: PlanStatement | undefined): Wanted<PlanStatement> {
  if (!text && !contact) return { row, values: null };
  const open = row
    ? { category: row.category, opensTo: row.opensTo, opensToOrganisations: row.opensToOrganisations, opensToPerson: row.opensToPerson }
    : { category: SECTION_CATEGORY[section] ?? 'plan', opensTo: 'circle' as const, opensToOrganisations: [], opensToPerson: true };
  return { row, values: { ...open, section, text: text ?? '', contact, voice: voice ?? row?.voice ?? (OWN_WORDS.includes(section) ? 'self' : 'professional') } };
}
