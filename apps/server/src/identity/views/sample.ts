import type { PageContext } from '@app/web-kit';

/** A page context for the states of views. */
export const nobody: PageContext = { user: null, csrfToken: 'token', path: '/sign-in', nav: null, navItems: [] };
export const administrator: PageContext = {
  ...nobody,
  user: { name: 'Ivy Chan', organisation: 'Fernlea Homes', kind: 'staff' },
  nav: 'team',
  navItems: [{ href: '/people-and-access', text: 'People and access', key: 'team' }],
};
