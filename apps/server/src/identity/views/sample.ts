import type { ColleagueRow } from '@app/identity';
import type { PageContext } from '@app/web-kit';
import type { Sight } from '../what-each-sees';

/** A page context for the states of views. */
export const nobody: PageContext = { user: null, csrfToken: 'token', path: '/sign-in', nav: null, navItems: [] };
export const administrator: PageContext = {
  ...nobody,
  user: { name: 'Ivy Chan', organisation: 'Fernlea Homes', kind: 'staff' },
  nav: 'team',
  navItems: [{ href: '/people-and-access', text: 'People and access', key: 'team' }],
};

export const ivy: ColleagueRow = {
  id: 'a', userId: 'u', name: 'Ivy Chan', email: 'ivy@example.org', state: 'active', jobTitle: 'Office manager', roles: ['org_admin'], staffType: 'employed',
  keyWorkerTrained: false, capacityPoints: null, teams: [], supervisor: null, dbsLevel: null, dbsOn: null, endsOn: null, version: 1,
};

const carer: Sight = { roles: ['practitioner'], volunteer: false, assigned: ['name and date of birth', 'address and telephone', 'their plan'], colleagues: [], strangers: [], writes: true, menu: ['Today', 'Caseload', 'People'] };
export const sights: readonly [Sight, ...Sight[]] = [carer, { ...carer, volunteer: true }, { ...carer, roles: ['emergency_viewer'], writes: false }, { ...carer, roles: ['org_admin'], assigned: [], writes: false, menu: [] }];
