import { CareAction } from './care-action.entity';
import type { PlanContent } from './plan-content.queries';
import { Goal, PlanStatement, STATEMENT_SECTIONS } from './plan-items.entity';
import { EXPECTED, stillExpected } from './standard';

const statement = (section: PlanStatement['section']): PlanStatement => Object.assign(new PlanStatement(), { section, text: 'x' });
const goal = (traits: Partial<Goal>, ...confidences: (number | null)[]): PlanContent['goals'][number] =>
  ({ goal: Object.assign(new Goal(), { state: 'active', importance: null, ...traits }), actions: confidences.map((confidence) => Object.assign(new CareAction(), { confidence })) });

describe('What the standard still expects', () => {
  it('is everything but what a first plan has, and nothing of what is written', () => {
    const first: PlanContent = { statements: [statement('what_matters'), statement('who_to_ring')], needs: [], goals: [goal({}, null)], otherActions: [] };
    expect(stillExpected(first, 0)).toEqual(EXPECTED);
    expect(stillExpected({ ...first, statements: STATEMENT_SECTIONS.map(statement) }, 1)).toEqual(['needs', 'importance', 'confidence']);
  });

  it('asks how important a goal is, and how sure the person is, only of goals that are worked for', () => {
    const full = { statements: STATEMENT_SECTIONS.map(statement), needs: [], otherActions: [] };
    expect(stillExpected({ ...full, goals: [goal({ importance: 'most' }, 8, null), goal({ state: 'achieved' }, null), goal({ importance: 'very' })] }, 1)).toEqual(['needs']);
  });
});
