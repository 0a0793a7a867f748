export { AllocationQueries, type Asked, type Candidate } from './allocation.queries';
export { AllocationService, ANSWER_WORKING_DAYS } from './allocation.service';
export { AllocationsService, type Allocated } from './allocations.service';
export { CaseCourseService } from './case-course.service';
export { CoverQueries, type Covered, type LedCase, type StandIn } from './cover.queries';
export { CoverService, type CoverPlan, type CoverResult } from './cover.service';
export { HandoversService, type HandoverPlan } from './handovers.service';
export { HANDOVER_REASONS, HANDOVER_STEPS, KeyWorkerAssignment, type AssignmentState, type HandoverReason, type HandoverStep } from './key-worker-assignment.entity';
export {
  AskAboutCase, AskKeyWorkers, AssignKeyWorker, CHOICE_REASONS, CloseCase, CoverCaseload, DECLINE_REASONS, DeclineCase, HandOverCase, HandOverCases, HandOverOne, HoldCase, MOST_AT_ONCE, OpenCaseWithKeyWorker, ReopenCase, type ChoiceReason, type DeclineReason,
} from './key-workers.commands';
export { KeyWorkersModule } from './key-workers.module';
export { keyWorkersPolicy } from './key-workers.policy';
export { KeyWorkersQueries, type KeyWorker } from './key-workers.queries';
export { KeyWorkersService } from './key-workers.service';
export { recommended, withPlanned, wouldBeOver } from './recommendation';
