import { Membership, TeamMember, UserAccount } from './identity.entity';

export { CallersModule } from './callers.module';
export { Callers, type Caller, type MembershipChoice } from './callers.service';
export { ChangeColleague, COLLEAGUE_ROLES, InviteColleague, ListColleagues, type ColleagueRole } from './colleague.commands';
export { type ColleagueRow, type WorkerRow } from './colleagues.queries';
export { Colleagues } from './colleagues.service';
export { createFirstAdministrator } from './first-administrator';
export { DBS_LEVELS, Membership, STAFF_TYPES, TeamMember, UserAccount, type DbsLevel, type StaffType, type UserKind, type UserState } from './identity.entity';
export { IdentityModule } from './identity.module';
export { handedOnBy, keeps, ownedInWords, type Owned, type OwnedKind } from './leavers';
export { INVITATION_DAYS, LinkBearer, PASSWORD_LINK_MINUTES } from './links';
export { hashPassword } from './passwords';
export { DBS_WORDS, ROLE_WORDS, rolesInWords, STAFF_WORDS } from './role-words';
export { wantingOf, type Wanting } from './volunteers';
export { SignIns } from './sign-ins.service';
export const identityEntities = [UserAccount, Membership, TeamMember];
