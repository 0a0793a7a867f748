import { itemMayBeRead, itemMayBeWritten, type Policy } from '@app/access';
import { CareTeamMember } from './care-team-member.entity';
import { ProposedMember } from './proposed-member.entity';

export const careTeamsPolicy: Policy = {
  name: 'care-teams',
  subjects: [CareTeamMember, ProposedMember],
  rules: (actor, rules) => {
    for (const item of [CareTeamMember, ProposedMember]) {
      itemMayBeRead(actor, item, rules);
      itemMayBeWritten(actor, item, rules);
    }
  },
};
