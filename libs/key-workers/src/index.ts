export { KeyWorkerAssignment } from './key-worker-assignment.entity';
export { OpenCaseWithKeyWorker } from './key-workers.commands';
export { KeyWorkersModule } from './key-workers.module';
export { keyWorkersPolicy } from './key-workers.policy';
export { KeyWorkersQueries, type Candidate, type KeyWorker } from './key-workers.queries';
export { KeyWorkersService } from './key-workers.service';
