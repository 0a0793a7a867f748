import { isChild, SENSITIVE, type RelatedPerson } from '@app/persons';
import type { CareAction } from './care-action.entity';
import type { CarePlan } from './care-plans.queries';
import { doerOf } from './comparison';
import { daysIn } from './days-of-week';
import type { PlanItem } from './plan-item.entity';
import type { Need } from './plan-items.entity';

/** Somebody who sees to something. */
export interface Responsible {
  /** null for the person themselves */
  readonly who: string | null;
  readonly organisation: string | null;
  readonly what: string;
  readonly when: string | null;
  /** the days of the week that are named, Monday is 1 */
  readonly days: readonly number[];
  readonly doesNotDo: string | null;
  /** may it stand on the fridge, where everybody reads it who comes in? */
  readonly onPaper: boolean;
}

/** A need or a goal, and who sees to it. */
export interface SeenTo {
  readonly kind: 'need' | 'goal';
  readonly itemId: string;
  readonly text: string;
  readonly responsible: readonly Responsible[];
  /** why there is no step, where that was said */
  readonly nobodyBecause: string | null;
  readonly onPaper: boolean;
}

/** Two who come on one day for the same. */
export interface Overlap {
  readonly text: string;
  readonly day: number;
  readonly who: readonly string[];
}

export interface WhoDoesWhat {
  readonly lines: readonly SeenTo[];
  /** what nobody sees to, as far as the reader sees */
  readonly gaps: readonly SeenTo[];
  readonly overlaps: readonly Overlap[];
  /** children round the person: nobody counts on them, and somebody asks what they do */
  readonly children: readonly { readonly name: string; readonly relation: string; readonly isAgeKnown: boolean; /** the local calendar day on which a young carer’s assessment was offered */ readonly assessmentOfferedOn: string | null }[];
}

/** What was taken on by a service for a need. */
export interface TakenOn {
  readonly service: string;
  readonly organisation: string;
}

const STILL_NEEDED: readonly Need['state'][] = ['open', 'being_met', 'unmet'];
const forEverybody = ({ opensTo, opensToPerson, category }: PlanItem): boolean => opensTo === 'circle' && opensToPerson && !SENSITIVE.some((one) => one === category);

/**
 * Who sees to what, from what the reader may see of the plan. A child is nobody's cover (domain.md, I21), and a relative of whom the reader does not know that they are
 * grown up is not counted on. @param today the local calendar day @param takenOn what services have accepted, by the need's id
 */
export function whoDoesWhat({ content, organisations }: CarePlan, relatives: readonly RelatedPerson[], takenOn: ReadonlyMap<string, readonly TakenOn[]>, today: string): WhoDoesWhat {
  const all = [...content.goals.flatMap(({ actions }) => actions), ...content.otherActions].filter((action) => action.isLive);
  const seesTo = (actions: readonly CareAction[]): Responsible[] => actions.flatMap((action) => responsible(action, organisations, relatives, today) ?? []);
  const lines: SeenTo[] = [
    ...content.needs.filter(({ state }) => STILL_NEEDED.includes(state)).map((need): SeenTo => ({
      kind: 'need', itemId: need.itemId, text: need.text, nobodyBecause: need.unmetBecause, onPaper: forEverybody(need),
      responsible: [...seesTo(all.filter(({ needId }) => needId === need.itemId)), ...(takenOn.get(need.itemId) ?? []).map((one): Responsible => (
        { who: one.service, organisation: one.organisation, what: need.text, when: null, days: [], doesNotDo: null, onPaper: false }))],
    })),
    ...content.goals.filter(({ goal }) => goal.isActive).map(({ goal, actions }): SeenTo => ({
      kind: 'goal', itemId: goal.itemId, text: goal.text, nobodyBecause: goal.noActionBecause, onPaper: forEverybody(goal), responsible: seesTo(actions.filter((action) => action.isLive)),
    })),
  ];
  return {
    lines, gaps: lines.filter((line) => line.responsible.length === 0), overlaps: lines.flatMap(overlapsOf),
    children: relatives.map((relative) => ({ relative, child: isChild(relative, today) })).filter(({ child }) => child !== false)
      .map(({ relative: { name, relation, assessmentOfferedOn }, child }) => ({ name, relation, isAgeKnown: child !== null, assessmentOfferedOn })),
  };
}

function responsible(action: CareAction, organisations: ReadonlyMap<string, string>, relatives: readonly RelatedPerson[], today: string): Responsible | null {
  if (action.doerKind === null) return null;
  if (action.doerKind === 'carer') {
    const relative = relatives.find(({ id }) => id === action.doer);
    if (!relative || isChild(relative, today) !== false) return null;
  }
  return {
    who: action.doerKind === 'person' ? null : (action.doerName ?? doerOf(action, organisations)), organisation: action.doerOrganisationId ? (organisations.get(action.doerOrganisationId) ?? null) : null,
    what: action.what, when: action.daysTimes, days: daysIn(action.daysTimes), doesNotDo: action.notDo, onPaper: forEverybody(action),
  };
}

function overlapsOf({ text, responsible: all }: SeenTo): Overlap[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
    const who = [...new Set(all.filter(({ days, who: one }) => one !== null && days.includes(day)).map((one) => [one.who, one.organisation].filter(Boolean).join(', ')))];
    return who.length > 1 ? [{ text, day, who }] : [];
  });
}
