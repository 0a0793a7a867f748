import { itemMayBeRead, itemMayBeWritten, type Policy } from '@app/access';
import { Correction } from './correction.entity';

export const correctionsPolicy: Policy = {
  name: 'corrections',
  subjects: [Correction],
  rules: (actor, rules) => {
    itemMayBeRead(actor, Correction, rules);
    itemMayBeWritten(actor, Correction, rules);
  },
};
