import { itemMayBeRead, itemMayBeWritten, type Policy } from '@app/access';
import { Case } from './case.entity';

export const casesPolicy: Policy = {
  name: 'cases',
  subjects: [Case],
  rules: (actor, rules) => {
    itemMayBeRead(actor, Case, rules);
    itemMayBeWritten(actor, Case, rules);
  },
};
