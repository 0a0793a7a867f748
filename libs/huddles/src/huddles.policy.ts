import { itemMayBeRead, itemMayBeWritten, type Policy } from '@app/access';
import { HuddleLine } from './huddle-line.entity';

export const huddlesPolicy: Policy = {
  name: 'huddles',
  subjects: [HuddleLine],
  rules: (actor, rules) => {
    itemMayBeRead(actor, HuddleLine, rules);
    itemMayBeWritten(actor, HuddleLine, rules);
  },
};
