import { GovernanceApi } from './governance.api';
import { ClosedDesk, GovernanceDesk, LooksDesk, RightsDesk } from './governance.desk';
import { GovernancePages } from './governance.pages';

export const governanceFaces = [GovernancePages, GovernanceApi];
export const governanceDesks = [ClosedDesk, GovernanceDesk, LooksDesk, RightsDesk];
