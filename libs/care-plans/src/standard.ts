import type { PlanContent } from './plan-content.queries';
import type { StatementSection } from './plan-items.entity';

/** What the national standard expects of a plan beyond what publishing needs (PRSB Personalised Care and Support Plan 2.0, DAPB4022). */
export const EXPECTED = ['about_me', 'strengths', 'needs', 'triggers', 'early_signs', 'what_helps', 'additional_plans', 'conditions', 'reviewer', 'importance', 'confidence'] as const;
export type Expected = (typeof EXPECTED)[number];

/** What of it is still empty, in the order of the standard, as far as the reader sees. Nobody is held up by it. @param toldOfThemselves how many headings of About Me are told */
export function stillExpected({ statements, needs, goals }: PlanContent, toldOfThemselves: number): Expected[] {
  const active = goals.filter(({ goal }) => goal.isActive);
  const others: Partial<Record<Expected, boolean>> = {
    about_me: toldOfThemselves > 0, needs: needs.length > 0, importance: active.every(({ goal }) => goal.importance !== null),
    confidence: active.every(({ actions }) => actions.length === 0 || actions.some((action) => action.confidence !== null)),
  };
  return EXPECTED.filter((what) => !(others[what] ?? statements.some(({ section }) => section === (what as StatementSection))));
}
