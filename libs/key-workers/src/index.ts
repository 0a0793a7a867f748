export { KeyWorkerAssignment } from './key-worker-assignment.entity';
export { KeyWorkersModule } from './key-workers.module';
export { keyWorkersPolicy } from './key-workers.policy';
export { KeyWorkersQueries, type KeyWorker } from './key-workers.queries';
export { KeyWorkersService } from './key-workers.service';
