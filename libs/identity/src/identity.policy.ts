import { hasRole, type Policy } from '@app/access';
import { Membership, UserAccount } from './identity.entity';

/** Who works here is everyone's to know; who may work here is decided by an administrator of the same organisation. */
export const identityPolicy: Policy = {
  name: 'identity',
  subjects: [Membership, UserAccount],
  rules: (actor, { can }) => {
    if (!hasRole(actor, ['org_admin']) || actor.organisationId === null) return;
    can(['list', 'create', 'change', 'end'], Membership, { organisationId: actor.organisationId });
    can('create', UserAccount);
  },
};
