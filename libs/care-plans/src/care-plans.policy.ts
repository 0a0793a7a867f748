import { itemMayBeRead, itemMayBeWritten, type Policy } from '@app/access';
import { CareAction } from './care-action.entity';
import { GoalJudgement } from './goal-judgement.entity';
import { Goal, Need, PlanStatement } from './plan-items.entity';
import { PlanSuggestion } from './plan-suggestion.entity';
import { PlanView } from './plan-view.entity';
import { PlanVersion } from './plan-version.entity';

export const carePlansPolicy: Policy = {
  name: 'care-plans',
  subjects: [PlanVersion, Need, Goal, CareAction, PlanStatement, PlanView, PlanSuggestion, GoalJudgement],
  rules: (actor, rules) => {
    for (const item of [PlanVersion, Need, Goal, CareAction, PlanStatement, PlanView, PlanSuggestion, GoalJudgement]) {
      itemMayBeRead(actor, item, rules);
      itemMayBeWritten(actor, item, rules);
    }
  },
};
