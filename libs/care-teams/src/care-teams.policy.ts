import { itemMayBeRead, itemMayBeWritten, type Policy } from '@app/access';
import { CareTeamMember } from './care-team-member.entity';

export const careTeamsPolicy: Policy = {
  name: 'care-teams',
  subjects: [CareTeamMember],
  rules: (actor, rules) => {
    itemMayBeRead(actor, CareTeamMember, rules);
    itemMayBeWritten(actor, CareTeamMember, rules);
  },
};
