import { itemMayBeRead, itemMayBeWritten, type Policy } from '@app/access';
import { KeyWorkerAssignment } from './key-worker-assignment.entity';

export const keyWorkersPolicy: Policy = {
  name: 'key-workers',
  subjects: [KeyWorkerAssignment],
  rules: (actor, rules) => {
    itemMayBeRead(actor, KeyWorkerAssignment, rules);
    itemMayBeWritten(actor, KeyWorkerAssignment, rules);
  },
};
