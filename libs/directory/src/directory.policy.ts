import { hasRole, type Policy } from '@app/access';
import { Service } from './service.entity';

/** What a service offers is everybody's to know who works here; what is said of it is its own organisation's. */
export const directoryPolicy: Policy = {
  name: 'directory',
  subjects: [Service],
  rules: (actor, { can }) => {
    if (actor.organisationId === null || !hasRole(actor, ['practitioner', 'team_manager', 'org_admin'])) return;
    can(['create', 'change'], Service, { organisationId: actor.organisationId });
  },
};
