export { CareTeamMember } from './care-team-member.entity';
export { AddToCircle, END_BECAUSE, EndHelp } from './care-teams.commands';
export { CareTeamsModule } from './care-teams.module';
export { careTeamsPolicy } from './care-teams.policy';
export { CareTeamsQueries, type CircleMember } from './care-teams.queries';
export { CareTeamsService, type CircleDetails } from './care-teams.service';
export { ProposedMember } from './proposed-member.entity';
export { ProposedMembers, type Proposal } from './proposed-members.service';
export { WIND_DOWN_WORKING_DAYS, windDownEnd } from './wind-down';
