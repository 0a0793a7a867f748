import type { Request } from 'express';
import type { Caller, MembershipChoice } from '@app/identity';
import type { Role } from '@app/kernel';
import type { NavKey, PageContext } from '@app/web-kit';
import { csrfToken } from './csrf';
import { keptForm, KEPT_NOTICE } from './kept-forms';
import { lastList } from './last-list';
import { personIn } from './request';

type NavItems = PageContext['navItems'];

const FOR_CARING: NavItems = [
  { href: '/today', text: 'Today', key: 'today' },
  { href: '/caseload', text: 'Caseload', key: 'caseload' },
  { href: '/reviews', text: 'Reviews', key: 'reviews' },
  { href: '/people', text: 'People', key: 'people' },
  { href: '/referrals', text: 'Referrals', key: 'referrals' },
  { href: '/services', text: 'Services', key: 'services' },
];
const DASHBOARD: NavItems = [{ href: '/dashboard', text: 'Team', key: 'dashboard' }];
const GOVERNANCE: NavItems = [{ href: '/information-governance', text: 'To review', key: 'governance' }, { href: '/who-looked', text: 'Who looked', key: 'access' }];
const TEAM: NavItems = [{ href: '/people-and-access', text: 'People and access', key: 'team' }];
const OWN: NavItems = [{ href: '/me', text: 'My page', key: 'me' }];

function navFor(req: Request): NavItems {
  if (!req.caller) return [];
  if (req.caller.kind !== 'staff') return OWN;
  return menuOf(req.caller.actor.roles);
}

/** The pages that a member of staff with these roles is offered on every page. */
export function menuOf(roles: readonly Role[]): NavItems {
  const cares = roles.some((role) => ['practitioner', 'team_manager', 'emergency_viewer', 'advocate'].includes(role));
  return [...(cares ? FOR_CARING : []), ...(roles.includes('team_manager') ? DASHBOARD : []), ...(roles.includes('ig_lead') ? GOVERNANCE : []), ...(roles.includes('org_admin') ? TEAM : [])];
}

/** Whether the caller works with people or looks after access, and so is told what happens. */
export const isTold = (req: Request): boolean => ['today', 'governance'].includes(navFor(req)[0]?.key ?? '');

/** Where somebody begins after signing in. */
export function homeOf(req: Request): string {
  return !req.caller ? '/sign-in' : (navFor(req)[0]?.href ?? '/help');
}

/** The address that the page stands for, also while a refused form is shown again on it. */
export const pagePath = (req: Request): string => (req.again ? req.url : req.originalUrl).split('?')[0] ?? '/';

/** For whom one may act here: about a person, under the memberships that open them. */
const choicesOn = (path: string, { memberships }: Caller): readonly MembershipChoice[] => (personIn(path) ? memberships.filter((one) => one.opens) : memberships);

/** What every page is told. Reading `csrfToken` makes a session; reading `flash` uses it up. */
export function pageContext(req: Request, nav: NavKey | null = null, notices?: number): PageContext {
  const { caller } = req;
  // A request that is refused at the door has no session yet.
  const session = req.session as typeof req.session | undefined;
  const flash = session?.flash;
  if (flash !== undefined) delete session?.flash;
  const choices = caller ? choicesOn(req.path, caller) : [];
  const list = lastList(req, nav);
  const kept = keptForm(req, pagePath(req)) !== undefined && !req.again;
  return {
    user: caller ? { name: caller.actor.name, organisation: caller.actingFor?.organisationName ?? null, kind: caller.kind } : null,
    get csrfToken() {
      return csrfToken(req);
    },
    path: req.again ? req.url : req.originalUrl,
    nav,
    navItems: navFor(req),
    ...(notices === undefined ? {} : { notices }),
    ...(flash === undefined ? {} : { flash }),
    ...(list ? { list } : {}),
    ...(kept ? { notice: KEPT_NOTICE } : {}),
    ...(caller?.actingFor && choices.length > 1
      ? { actingFor: { current: caller.actingFor.id, choices: choices.map(({ id, organisationName }) => ({ id, name: organisationName })) } }
      : {}),
  };
}
