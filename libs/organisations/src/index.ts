import { Organisation, OrganisationPlace, Place } from './organisation.entity';
import { IntegratedTeam, IntegratedTeamMember, Team } from './team.entity';

export { activeOrganisation, type ActiveOrganisation } from './active-organisation';
export { Organisation, OrganisationPlace, Place, type AccessScope, type OrganisationState } from './organisation.entity';
export { IMPACTS, type Agreement, type Impact, type ImpactLine } from './agreement';
export { ResumeAgreement, SuspendAgreement } from './agreement.commands';
export { Agreements } from './agreements.service';
export { type AgreementRow, type OrganisationRow, type RegisterEntry, type TeamRow } from './organisations.queries';
export { Organisations, type Published } from './organisations.service';
export { welcomeOrganisation } from './welcome';
export { OrganisationsModule } from './organisations.module';
export { isHealthOrSocialCare, SECTORS, sectorWords, type Sector } from './sector';
export { IntegratedTeam, IntegratedTeamMember, Team } from './team.entity';
export const organisationEntities = [Organisation, Place, OrganisationPlace, Team, IntegratedTeam, IntegratedTeamMember];
