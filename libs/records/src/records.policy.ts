import { itemMayBeRead, type Policy } from '@app/access';
import { StateTransition } from './state-transition.entity';

export const recordsPolicy: Policy = {
  name: 'records',
  subjects: [StateTransition],
  rules: (actor, rules) => itemMayBeRead(actor, StateTransition, rules),
};
