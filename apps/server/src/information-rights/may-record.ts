import { currentContext } from '@app/kernel';

/** Whether the caller writes down what somebody asks for. */
export const mayRecord = (): boolean => currentContext().actor.roles.some((role) => ['practitioner', 'team_manager'].includes(role));
