import { itemMayBeRead, itemMayBeWritten, type Policy } from '@app/access';
import { CareTeamMember } from './care-team-member.entity';
import { JoiningQuestion } from './joining-question.entity';
import { ProposedMember } from './proposed-member.entity';

export const careTeamsPolicy: Policy = {
  name: 'care-teams',
  subjects: [CareTeamMember, ProposedMember, JoiningQuestion],
  rules: (actor, rules) => {
    for (const item of [CareTeamMember, ProposedMember, JoiningQuestion]) {
      itemMayBeRead(actor, item, rules);
      itemMayBeWritten(actor, item, rules);
    }
  },
};
