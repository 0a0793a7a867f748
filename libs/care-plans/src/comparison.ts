import type { CarePlan } from './care-plans.queries';
import type { CareAction } from './care-action.entity';
import type { Goal, Need, PlanStatement } from './plan-items.entity';
import type { PlanItem } from './plan-item.entity';

export type ComparedKind = 'statement' | 'need' | 'goal' | 'action';

/** One line of a plan that is different from what it was, as far as the reader may see both. */
export interface Difference {
  kind: ComparedKind;
  itemId: string;
  what: 'added' | 'removed' | 'changed';
  /** the line's own words, as they are now or were last */
  title: string;
  section: PlanStatement['section'] | null;
  fields: { name: string; from: string | null; to: string | null }[];
}

const COMPARED: Record<ComparedKind, readonly string[]> = {
  statement: ['text', 'contact', 'voice'],
  need: ['text', 'domain', 'voice', 'state', 'unmetReason', 'unmetBecause', 'askedFor', 'offered', 'underlying'],
  goal: ['text', 'why', 'importance', 'voice', 'targetOn', 'state', 'noActionBecause'],
  action: ['what', 'doer', 'dueOn', 'daysTimes', 'stageGoal', 'strategies', 'notDo', 'confidence', 'reviewOn'],
};

/** What is different between two versions, in the order of the later one, what was taken out last. */
export const compare = (before: CarePlan, after: CarePlan): Difference[] =>
  sideBySide(before, after).map((one) => (one.what === 'changed' ? one : { ...one, fields: [] }));

/** The same with all that a line says which stands in one of the two only. */
export function sideBySide(before: CarePlan, after: CarePlan): Difference[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const fields = (was: Line | undefined, is: Line | undefined, kind: ComparedKind): Difference['fields'] =>
    COMPARED[kind].map((name) => ({ name, from: was?.value(name) ?? null, to: is?.value(name) ?? null })).filter(({ from, to }) => from !== to);
  return [
    ...now.map((line): Difference => {
      const was = old.find((one) => isSame(one, line));
      return { ...headOf(line), what: was ? 'changed' : 'added', fields: fields(was, line, line.kind) };
    }).filter(({ what, fields: different }) => what === 'added' || different.length > 0),
    ...old.filter((line) => !now.some((one) => isSame(one, line))).map((line): Difference => ({ ...headOf(line), what: 'removed', fields: fields(line, undefined, line.kind) })),
  ];
}

interface Line {
  kind: ComparedKind;
  row: PlanItem;
  title: string;
  value(name: string): string | null;
}

const isSame = (one: Line, other: Line): boolean => one.kind === other.kind && one.row.itemId === other.row.itemId;

const headOf = ({ kind, row, title }: Line): Pick<Difference, 'kind' | 'itemId' | 'title' | 'section'> =>
  ({ kind, itemId: row.itemId, title, section: kind === 'statement' ? (row as PlanStatement).section : null });

function linesOf({ content, organisations }: CarePlan): Line[] {
  const line = (kind: ComparedKind, row: PlanStatement | Need | Goal | CareAction, title: string): Line => ({
    kind, row, title,
    value: (name) => (name === 'doer' ? doerOf(row as CareAction, organisations) : asText((row as unknown as Record<string, string | number | boolean | null | undefined>)[name])),
  });
  return [
    ...content.statements.map((row) => line('statement', row, row.text)),
    ...content.needs.map((row) => line('need', row, row.text)),
    ...content.goals.flatMap(({ goal, actions }) => [line('goal', goal, goal.text), ...actions.map((row) => line('action', row, row.what))]),
    ...content.otherActions.map((row) => line('action', row, row.what)),
  ];
}

const asText = (value: string | number | boolean | null | undefined): string | null => (value === null || value === undefined || value === false ? null : String(value));

/** Who does a step, as a line of text; null while nobody does, and for the person the empty text. */
export function doerOf(action: Pick<CareAction, 'doerKind' | 'doerName' | 'doerOrganisationId'>, organisations: ReadonlyMap<string, string>): string | null {
  if (action.doerKind === null) return null;
  if (action.doerKind === 'person') return '';
  const organisation = action.doerOrganisationId ? organisations.get(action.doerOrganisationId) : undefined;
  return [action.doerName, organisation].filter(Boolean).join(', ');
}
