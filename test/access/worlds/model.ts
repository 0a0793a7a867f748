import type { Role } from '@app/kernel';
import { CATEGORIES, PERIODS, STAFF, type Basis, type DecisionShape, type ItemShape, type ItemTable, type OpeningShape, type Period, type PersonShape, type RelationshipShape, type ScopeKind, type World } from './shape';

/**
 * Who may see what, written from design.md §3 and domain.md §4 over the facts themselves: it knows neither the policies,
 * nor the rules, nor `person_access`. The proof compares all of them with it.
 */
export interface Caller {
  readonly user: number;
  readonly organisation: number | null;
  readonly membership: number | null;
  readonly teams: readonly number[];
  readonly roles: readonly Role[];
  /** comes by name alone */
  readonly volunteer: boolean;
}

/** What stands open between a caller and a person: through one relationship, at the moment of the question. */
interface Door {
  readonly organisation: number | null;
  readonly basis: Basis;
  readonly categories: readonly string[];
  readonly refused: readonly string[];
}

const CARING: readonly Role[] = ['practitioner', 'team_manager', 'emergency_viewer', 'advocate'];
const WRITING: readonly Role[] = ['practitioner', 'team_manager'];
const any = (caller: Caller, roles: readonly Role[]): boolean => caller.roles.some((role) => roles.includes(role));

/** The memberships under which a context may be made: not over, and of an active organisation. */
export function callersOf(world: World): Caller[] {
  const staff = world.memberships.flatMap((membership, place): Caller[] => {
    if (membership.over || world.suspended[membership.organisation]) return [];
    const teams = [0, 1].map((n) => membership.organisation * 2 + n).filter((team, n) => membership.teams[n] && !world.closedTeams[team]);
    return [{ user: membership.user, organisation: membership.organisation, membership: place, teams, roles: membership.roles, volunteer: membership.volunteer }];
  });
  const outsider = (user: number, role: Role): Caller => ({ user, organisation: null, membership: null, teams: [], roles: [role], volunteer: false });
  return [...staff, outsider(STAFF, 'person'), outsider(STAFF + 1, 'carer')];
}

/** Whom a relationship lets in. */
export function scopeOf(world: World, relationship: Pick<RelationshipShape, 'kind' | 'scope' | 'basis'>): { kind: ScopeKind; id: number; organisation: number | null } {
  const membership = relationship.scope % world.memberships.length;
  const member = world.memberships[membership] as World['memberships'][number];
  if (relationship.basis === 'break_glass') return { kind: 'user', id: member.user, organisation: member.organisation };
  if (relationship.kind === 'user') return { kind: 'user', id: relationship.scope, organisation: null };
  if (relationship.kind === 'membership') return { kind: 'membership', id: membership, organisation: member.organisation };
  if (relationship.kind === 'team') return { kind: 'team', id: relationship.scope % 6, organisation: Math.floor((relationship.scope % 6) / 2) };
  return { kind: 'organisation', id: relationship.scope % 3, organisation: relationship.scope % 3 };
}

const holds = (world: World, ...periods: Period[]): boolean => {
  const asked = world.later ? 2 : 0;
  return periods.every((period) => PERIODS[period][0] <= asked && asked < PERIODS[period][1]);
};
/** What takes something away counts from the moment it is written, until it has ended and the facts were put together again. */
const narrows = (period: Period): boolean => PERIODS[period][1] > 0;

type Through = (relationship: RelationshipShape) => boolean;
const anyway: Through = () => true;

/** @param through which relationships are asked about: all, unless it is somebody else who asks, and knows of some only */
export function doorsOf(world: World, person: PersonShape, caller: Caller, through = anyway): Door[] {
  if (isKept(person, caller)) return [];
  return person.relationships.filter(through).flatMap((relationship): Door[] => {
    const scope = scopeOf(world, relationship);
    const inScope = {
      organisation: !caller.volunteer && scope.id === caller.organisation, team: !caller.volunteer && caller.teams.includes(scope.id), membership: scope.id === caller.membership, user: scope.id === caller.user,
    }[scope.kind];
    const actsForIt = scope.organisation === null || scope.organisation === caller.organisation;
    const isNamed = (person.restricted ? person.keeps : person.held.keeps).some((one) => one % world.memberships.length === caller.membership) || relationship.discreetTo?.includes(caller.user);
    const looksForOne = (person.restricted || person.held.restricted) && (scope.kind === 'organisation' || scope.kind === 'team') && !isNamed;
    if (!inScope || !actsForIt || looksForOne) return [];
    const { basis } = relationship;
    const own = basis === 'own' || basis === 'carer' || basis === 'break_glass';
    const refused = own ? [] : basis === 'wind_down' ? CATEGORIES : person.decisions.filter((d) => !d.permit && d.organisation === scope.organisation && narrows(d.period)).flatMap((d) => d.categories);
    const door = (categories: readonly string[]): Door => ({
      organisation: scope.organisation, basis, refused, categories: relationship.categories.filter((c) => categories.includes(c) && !refused.includes(c)),
    });
    if (basis === 'records') return holds(world, relationship.period) ? [door([])] : [];
    if (own || basis === 'registered' || basis === 'advocate') return holds(world, relationship.period) ? [door(relationship.categories)] : [];
    const ofThem = person.decisions.filter((decision) => decision.organisation === scope.organisation);
    const isShutOut = ofThem.some((d) => !d.permit && !d.objection && narrows(d.period) && d.categories.includes('identity'));
    const permits = isShutOut ? [] : ofThem.filter((decision) => decision.permit);
    const registered = person.relationships.filter((r) => r.basis === 'registered' && scopeOf(world, r).organisation === scope.organisation);
    return [...permits, ...registered].filter((given) => holds(world, relationship.period, given.period)).map((given) => door(given.categories));
  });
}

/** Does the caller's role let a door of that kind be used for reading? */
const mayUse = (caller: Caller, door: Door): boolean => (door.organisation === null ? any(caller, ['person', 'carer']) : any(caller, CARING));

const knows = (caller: Caller, sealedTo: readonly number[] | null): boolean => sealedTo === null || sealedTo.includes(caller.user);

function opens(door: Door, item: ItemShape): boolean {
  const inCircle = item.audience === 'circle' && door.categories.includes(item.category);
  if (door.basis === 'own') return item.visibleToPerson;
  if (door.basis === 'carer') return item.visibleToPerson && inCircle;
  const named = item.audience === 'named' && item.named.includes(door.organisation as number) && !door.refused.includes(item.category);
  return item.owner === door.organisation || inCircle || named;
}

/** Was it sent to the caller, who may know of the person? A referral is read and answered before anything else of the person is open. */
export function received(world: World, person: PersonShape, { table, sentTo, sealedTo }: ItemShape, caller: Caller): boolean {
  if (table !== 'referral' || !sentTo || caller.organisation === null || !knows(caller, sealedTo)) return false;
  if (isKept(person, caller)) return false;
  if (sentTo.kind !== 'membership' && caller.volunteer) return false;
  if (sentTo.kind === 'organisation') return sentTo.scope % 3 === caller.organisation;
  return sentTo.kind === 'team' ? caller.teams.includes(sentTo.scope % 6) : sentTo.scope % world.memberships.length === caller.membership;
}

export const mayReadItem = (world: World, person: PersonShape, item: ItemShape, caller: Caller, through = anyway): boolean =>
  any(caller, CARING) && received(world, person, item, caller) || knows(caller, item.sealedTo) && doorsOf(world, person, caller, through).some((door) => mayUse(caller, door) && opens(door, item));

const isKept = (person: PersonShape, caller: Caller): boolean => person.held.kept.includes(caller.user) || person.exclusions.some((exclusion) => exclusion.user === caller.user && narrows(exclusion.period));
const looksAfterAccess = ({ concerned }: OpeningShape, caller: Caller): boolean => any(caller, ['ig_lead']) && caller.organisation !== null && concerned.includes(caller.organisation);

/** Whoever looks after access in an organisation that helps or ever helped, and is not kept out. */
export const leadsPerson = (world: World, person: PersonShape, caller: Caller): boolean =>
  any(caller, ['ig_lead']) && caller.organisation !== null && !isKept(person, caller) && person.relationships.some((relationship) => scopeOf(world, relationship).organisation === caller.organisation);

/** Who opened a record in an emergency knows it, unless they were stopped; who is told of it, and who looks after access where it is looked at, know of others'. */
export function knowsOfOpening(world: World, person: PersonShape, opening: OpeningShape, caller: Caller): boolean {
  const by = world.memberships[opening.by % world.memberships.length] as World['memberships'][number];
  if (caller.organisation === null || isKept(person, caller)) return false;
  if (by.user === caller.user) return by.organisation === caller.organisation && !opening.stopped;
  return looksAfterAccess(opening, caller) || opening.told.some((told) => told % world.memberships.length === caller.membership);
}
/** Nobody reviews what they opened themselves. */
export const reviewsOpening = (world: World, person: PersonShape, opening: OpeningShape, caller: Caller): boolean =>
  knowsOfOpening(world, person, opening, caller) && looksAfterAccess(opening, caller) && world.memberships[opening.by % world.memberships.length]?.user !== caller.user;

export const mayReadPerson = (world: World, person: PersonShape, caller: Caller, through = anyway): boolean =>
  doorsOf(world, person, caller, through).some((door) => mayUse(caller, door) && door.basis !== 'records');

const closingDoors = (world: World, person: PersonShape, caller: Caller): Door[] =>
  doorsOf(world, person, caller).filter((door) => door.organisation !== null && door.basis !== 'records');
const workingDoors = (world: World, person: PersonShape, caller: Caller): Door[] =>
  closingDoors(world, person, caller).filter((door) => door.basis !== 'wind_down');

/** Works with the person, for an organisation, now. The database asks no more of who writes; the rules ask for a role besides. */
export const worksWith = (world: World, person: PersonShape, caller: Caller): boolean => workingDoors(world, person, caller).length > 0;
export const mayWrite = (world: World, person: PersonShape, caller: Caller): boolean => any(caller, WRITING) && worksWith(world, person, caller);

/** Works with the person, or winds down: reads how it is safe to reach them, and writes the closing note, of which it is told that it was made. */
export const closesWith = (world: World, person: PersonShape, caller: Caller): boolean => closingDoors(world, person, caller).length > 0;
const TO_THE_END: readonly ItemTable[] = ['contact_note', 'state_transition'];
const writesItems = (world: World, person: PersonShape, table: ItemTable, caller: Caller): boolean => (TO_THE_END.includes(table) ? closesWith : worksWith)(world, person, caller);
export const mayWriteItem = (world: World, person: PersonShape, item: ItemShape, caller: Caller): boolean => any(caller, WRITING) && writesItems(world, person, item.table, caller);

export const mayChangeItem = (world: World, person: PersonShape, item: ItemShape, caller: Caller): boolean =>
  writesItems(world, person, item.table, caller) && item.owner === caller.organisation && knows(caller, item.sealedTo);

const DECIDING = (door: Door): boolean => door.basis !== 'break_glass';

/** Decides who else sees: not through a door that was broken open. */
export const decides = (world: World, person: PersonShape, caller: Caller): boolean =>
  workingDoors(world, person, caller).some(DECIDING);

/** What the caller's organisation has been given, and may pass on. */
export const mayPassOn = (world: World, person: PersonShape, caller: Caller): string[] => [
  ...new Set(workingDoors(world, person, caller).filter(DECIDING).flatMap((door) => door.categories)),
];

export const knowsOfFact = (world: World, person: PersonShape, sealedTo: readonly number[] | null, caller: Caller): boolean =>
  worksWith(world, person, caller) && knows(caller, sealedTo);

/** Which help stands round the person: who winds down knows of their own organisation's. */
export const knowsOfHelp = (world: World, person: PersonShape, relationship: RelationshipShape, caller: Caller): boolean =>
  knowsOfFact(world, person, relationship.discreetTo, caller)
  || closesWith(world, person, caller) && knows(caller, relationship.discreetTo) && scopeOf(world, relationship).organisation === caller.organisation;
export const knowsSafeContact = (world: World, person: PersonShape, caller: Caller): boolean => closesWith(world, person, caller) && knows(caller, person.safeContact);

/** Who was refused what is known where it was told and to the key worker's organisation: never to the refused one. */
export function knowsOfDecision(world: World, person: PersonShape, decision: DecisionShape, caller: Caller): boolean {
  const leading = person.lead === null ? null : world.memberships[person.lead % world.memberships.length]?.organisation;
  const told = decision.organisation !== caller.organisation && (decision.toldTo === caller.organisation || leading === caller.organisation);
  return knowsOfFact(world, person, decision.sealedTo, caller) && (decision.permit || told);
}

/** Which help the caller knows of from whose side the record can be looked at: not what was opened in an emergency, nor old records. */
export const knownHelp = (caller: Caller) => (relationship: RelationshipShape): boolean =>
  relationship.basis !== 'records' && relationship.basis !== 'break_glass' && knows(caller, relationship.discreetTo);

/** The person as the caller knows them who asks about others: with those exclusions only of which they may know. */
export const asKnownTo = (person: PersonShape, caller: Caller): PersonShape => ({ ...person, held: { ...person.held, kept: [] }, exclusions: person.exclusions.filter((one) => knows(caller, one.sealedTo)) });
