import { monthsAfter, type FieldFault } from '@app/kernel';
import type { CareAction } from './care-action.entity';
import type { PlanContent } from './plan-content.queries';
import type { PlanVersion } from './plan-version.entity';

const LONGEST_MONTHS = 12;

interface Measure {
  /** the local calendar day */
  readonly today: string;
  /** steps of the version before that are not over */
  readonly before: readonly CareAction[];
}

/** What a plan still lacks before it can be published, each with the field that it is asked in. */
export function missingIn(draft: PlanVersion, content: PlanContent, measure: Measure): FieldFault[] {
  return [...contentMissingIn(draft, content, measure), ...aboutView(draft)];
}

/** The same before the person is asked. */
export function contentMissingIn(draft: PlanVersion, content: PlanContent, { today, before }: Measure): FieldFault[] {
  return [...aboutContent(draft, content), ...aboutSteps(content, before), ...aboutReview(draft, today)];
}

const fault = (pointer: string, code: string, message: string): FieldFault => ({ pointer, code, message });
const missing = (pointer: string, what: string): FieldFault => fault(pointer, 'required', what);

function aboutContent(draft: PlanVersion, { statements, goals }: PlanContent): FieldFault[] {
  const has = (section: string): boolean => statements.some((one) => one.section === section);
  const faults: FieldFault[] = [];
  if (!has('what_matters')) faults.push(missing('/whatMatters', 'Enter what matters to them'));
  if (!has('who_to_ring')) faults.push(missing('/whoToRing', 'Enter who to ring'));
  if (!has('if_it_goes_wrong') && !draft.noContingencyBecause) faults.push(missing('/ifItGoesWrong', 'Enter what to do if it goes wrong, or why no such plan is needed'));
  if (goals.length === 0) faults.push(missing('/goals/0/text', 'Enter one goal, in their words'));
  goals.forEach(({ goal, actions }, n) => {
    if (goal.isActive && actions.length === 0 && !goal.noActionBecause) faults.push(fault(`/goals/${n}/actions/0/what`, 'goal.noAction', `Enter a step for “${goal.text}”, or say why there is none yet`));
    actions.forEach((action, m) => {
      if (!action.doer && action.isLive) faults.push(fault(`/goals/${n}/actions/${m}/doer`, 'action.noDoer', `Choose who does “${action.what}”`));
    });
  });
  return faults;
}

/** The steps of the version before are walked one by one: what nobody looked at would go on for ever, or on nobody's list. */
function aboutSteps({ goals }: PlanContent, before: readonly CareAction[]): FieldFault[] {
  const walked = new Set(before.map(({ itemId }) => itemId));
  return goals.flatMap(({ actions }, n) => actions.flatMap((action, m) => (walked.has(action.itemId) && action.isLive && !action.goesOn
    ? [fault(`/goals/${n}/actions/${m}/goesOn`, 'action.goesOn', `Say whether “${action.what}” goes on`)] : [])));
}

function aboutReview({ nextReviewOn }: PlanVersion, today: string): FieldFault[] {
  if (!nextReviewOn) return [missing('/nextReviewOn', 'Enter when we look at it again')];
  const last = monthsAfter(today, LONGEST_MONTHS);
  if (nextReviewOn <= today) return [fault('/nextReviewOn', 'date.past', 'When we look at it again must be in the future')];
  return nextReviewOn > last ? [fault('/nextReviewOn', 'plan.reviewTooLate', 'We look at it again within 12 months. Enter an earlier day')] : [];
}

/** A relative's view is never the person's, and who could not say is asked again (safety.md §5). */
function aboutView({ personView, viewAsked, viewSupport, viewBecause, viewAgainOn, viewOf }: PlanVersion): FieldFault[] {
  if (!personView) return [missing('/personView', 'Choose what they think of the plan')];
  if (personView === 'could_not_give_a_view') {
    return [...(viewBecause ? [] : [missing('/viewBecause', 'Enter why they could not say')]), ...(viewAgainOn ? [] : [missing('/viewAgainOn', 'Enter when you ask them again')])];
  }
  if (personView === 'someone_elses_view_only') return viewOf ? [] : [missing('/viewOf', 'Enter whose view it is')];
  if (!viewAsked) return [missing('/viewAsked', 'Choose how they were asked')];
  return viewAsked === 'with_support' && !viewSupport ? [missing('/viewSupport', 'Enter what support they had')] : [];
}
