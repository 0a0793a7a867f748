import type { Caller } from './model';
import { NOT_HELD, STAFF, type PersonShape, type World } from './shape';

/**
 * One person whom organisation 0 helps, known to nobody else. User 0 works there and with them, user 1 is a stranger at
 * organisation 1, user 2 works at organisation 0 and is excluded as an alleged source of harm, which is sealed to user 0.
 */
export const person: PersonShape = {
  restricted: false, keeps: [], mergedInto: null, held: NOT_HELD, lead: null, safeContact: null,
  relationships: [{ basis: 'registered', kind: 'organisation', scope: 0, categories: ['identity', 'plan', 'contacts'], period: 'live', discreetTo: null }],
  decisions: [],
  openings: [],
  exclusions: [{ user: 2, period: 'live', sealedTo: [0] }],
  items: [
    { table: 'contact_note', owner: 0, category: 'contacts', audience: 'circle', named: [], visibleToPerson: true, sealedTo: null },
    { table: 'contact_note', owner: 0, category: 'contacts', audience: 'internal', named: [], visibleToPerson: false, sealedTo: null },
  ],
};
const works = (user: number, organisation: number) => ({ user, organisation, teams: [false, false], roles: ['practitioner' as const, 'ig_lead' as const], over: false, volunteer: false });
export const small: World = {
  suspended: [false, false, false], closedTeams: Array.from({ length: 6 }, () => false), later: false, persons: [person, { ...person, exclusions: [] }],
  memberships: [works(0, 0), works(1, 1), works(2, 0)],
};

const caller = (user: number, organisation: number, membership: number): Caller => ({ user, organisation, membership, teams: [], roles: ['practitioner', 'ig_lead'], volunteer: false });
export const worker = caller(0, 0, 0);
export const stranger = caller(1, 1, 1);
export const excluded = caller(2, 0, 2);
export const outsider: Caller = { user: STAFF, organisation: null, membership: null, teams: [], roles: ['person'], volunteer: false };
