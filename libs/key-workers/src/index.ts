export { AllocationQueries, type Asked, type Candidate } from './allocation.queries';
export { AllocationService, ANSWER_WORKING_DAYS } from './allocation.service';
export { HANDOVER_REASONS, HANDOVER_STEPS, KeyWorkerAssignment, type AssignmentState, type HandoverReason, type HandoverStep } from './key-worker-assignment.entity';
export {
  AssignKeyWorker, CHOICE_REASONS, CoverCaseload, DECLINE_REASONS, DeclineCase, HandOverCase, OpenCaseWithKeyWorker, type ChoiceReason, type DeclineReason,
} from './key-workers.commands';
export { KeyWorkersModule } from './key-workers.module';
export { keyWorkersPolicy } from './key-workers.policy';
export { KeyWorkersQueries, type KeyWorker } from './key-workers.queries';
export { KeyWorkersService } from './key-workers.service';
export { recommended, wouldBeOver } from './recommendation';
