import { GovernanceApi } from './governance.api';
import { GovernanceDesk, LooksDesk, RightsDesk } from './governance.desk';
import { GovernancePages } from './governance.pages';

export const governanceFaces = [GovernancePages, GovernanceApi];
export const governanceDesks = [GovernanceDesk, LooksDesk, RightsDesk];
