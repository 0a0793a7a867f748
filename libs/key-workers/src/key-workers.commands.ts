import { Id } from '@app/kernel';
import { OpenCase } from '@app/cases';

/** Opens the case and, when somebody is chosen, gives it its key worker at once. */
export class OpenCaseWithKeyWorker extends OpenCase {
  @Id({ label: 'the key worker' }) keyWorkerMembershipId?: string | null;
}
