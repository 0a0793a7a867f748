export { ActionsService } from './actions.service';
export { ACTION_STATES, CareAction, type ActionState, type DoerKind } from './care-action.entity';
export { MoveAction, RecordPlanView, SayPlanView, UpdatePlan, WriteDraft } from './care-plans.commands';
export { CarePlansModule } from './care-plans.module';
export { carePlansPolicy } from './care-plans.policy';
export { CarePlansQueries, type CarePlan, type PlanGlance } from './care-plans.queries';
export { compare, doerOf, sideBySide, type ComparedKind, type Difference } from './comparison';
export { DecidedSteps, type DecidedStep } from './decided-steps.service';
export { DoersQueries, type Doer } from './doers.queries';
export { DraftsService } from './drafts.service';
export { GOAL_PROGRESS, GoalJudgement, JUDGES, lastSaid, type GoalProgress, type Judge } from './goal-judgement.entity';
export { RecordGoalJudgement, SayGoalJudgement } from './goal-judgements.commands';
export { GoalJudgements, type JudgedGoal } from './goal-judgements.service';
export { ImportedPlans, type BroughtPlan } from './imported-plans.service';
export { type GoalWithActions, type PlanContent } from './plan-content.queries';
export { VOICES, type Voice } from './plan-item.entity';
export {
  Goal, GOAL_STATES, IMPORTANCES, Need, NEED_DOMAINS, NEED_STATES, PlanStatement, STATEMENT_SECTIONS, UNMET_REASONS, type GoalState, type Importance, type NeedDomain, type NeedState, type StatementSection, type UnmetReason,
} from './plan-items.entity';
export { AGREED_BECAUSE, PERSON_VIEWS, PlanVersion, VIEW_ASKED, type AgreedBecause, type PersonView, type PlanState, type ViewAsked } from './plan-version.entity';
export { inDirectory } from './plan-needs';
export { PlanView, SAID_OF_DRAFT, SAID_VIEWS, type SaidOfDraft, type SaidView } from './plan-view.entity';
export { PlanViews } from './plan-views.service';
export {
  ANSWER_REASONS, PlanSuggestion, STALE_AFTER_DAYS, SUGGESTION_STATES, TOLD_HOW, waitsTooLong, type AnswerReason, type SaidHow, type SuggestedKind, type SuggestionState,
} from './plan-suggestion.entity';
export { EXPECTED, stillExpected, type Expected } from './standard';
export { OUTCOMES, PublishDraft, RecordAgreement, SayOfDraft, TAKEN_BACK_FOR, TakeBackDraft, type Outcome, type TakenBackFor } from './proposals.commands';
export { ProposalsQueries, type ProposedPlan } from './proposals.queries';
export { ProposalsService } from './proposals.service';
export { PublicationService } from './publication.service';
export { AnswerSuggestion, SuggestChange } from './suggestions.commands';
export { SuggestionsQueries, type KnownLine, type SeenSuggestion } from './suggestions.queries';
export { SuggestionsService } from './suggestions.service';
export { isNarrower } from './taking-in';
export { daysIn } from './days-of-week';
export { whoDoesWhat, type Responsible, type SeenTo, type WhoDoesWhat } from './who-does-what';
export { WhoDoesWhatQueries } from './who-does-what.queries';
