import fc from 'fast-check';
import { ROLES, type Role } from '@app/kernel';

/** Few enough to meet each other often. */
export const CATEGORIES = ['identity', 'plan', 'contacts', 'money'];
export const ORGANISATIONS = 3;
/** Two teams an organisation: team `t` belongs to organisation `t / 2`. */
export const TEAMS = 2 * ORGANISATIONS;
export const STAFF = 4;
/** After the staff come a person and a family carer with accounts of their own. */
export const USERS = STAFF + 2;
export const ALL_ROLES: readonly Role[] = ROLES;

/** When a fact holds, in days from the moment at which the facts were last put together. */
export type Period = 'live' | 'ended' | 'future' | 'limited';
export const PERIODS: Record<Period, readonly [number, number]> = {
  live: [-2, Infinity],
  ended: [-3, -1],
  future: [1, Infinity],
  limited: [-2, 1],
};

export const ITEM_TABLES = [
  'contact_point', 'own_reference', 'about_me', 'related_person', 'alert', 'coordination_case', 'care_team_member', 'proposed_member', 'key_worker_assignment', 'contact_note', 'state_transition',
  'plan_version', 'need', 'goal', 'care_action', 'plan_statement', 'plan_suggestion', 'review', 'review_invitee', 'review_contribution', 'review_item', 'huddle_line', 'referral', 'sharing_conversation', 'objection', 'joining_question', 'talk_request', 'plan_view', 'goal_judgement', 'correction',
] as const;
export type ItemTable = (typeof ITEM_TABLES)[number];
export type ScopeKind = 'organisation' | 'team' | 'membership' | 'user';
export type Basis = 'registered' | 'care_team' | 'review' | 'cover' | 'break_glass' | 'wind_down' | 'records' | 'own' | 'carer' | 'advocate';

/** Everything is said in places of lists: organisation 0, user 3. */
export interface MembershipShape { user: number; organisation: number; teams: boolean[]; roles: Role[]; over: boolean; volunteer: boolean }
export interface RelationshipShape { basis: Basis; kind: ScopeKind; scope: number; categories: string[]; period: Period; discreetTo: number[] | null }
export interface DecisionShape { organisation: number; permit: boolean; objection: boolean; categories: string[]; period: Period; sealedTo: number[] | null; /** which organisation was told */ toldTo: number }
export interface ExclusionShape { user: number; period: Period; sealedTo: number[] | null }
export interface ItemShape {
  table: ItemTable;
  owner: number;
  category: string;
  audience: 'internal' | 'circle' | 'named';
  named: number[];
  visibleToPerson: boolean;
  sealedTo: number[] | null;
  /** of a referral: to whom it was sent, an organisation, one of its teams or one of the memberships; nobody while it is a draft */
  sentTo?: { kind: 'organisation' | 'team' | 'membership'; scope: number } | null;
  /** unsealed where it is written: what is protected on another record of the same person seals it */
  heldBack?: true;
}
/** An emergency opening, or a try that was stopped: by whose membership, whose leads look at it, which memberships are told. */
export interface OpeningShape { by: number; concerned: number[]; told: number[]; stopped: boolean; isReviewed: boolean }
export interface PersonShape {
  restricted: boolean;
  /** of a restricted one: whose memberships keep what their team or organisation opened to them */
  keeps: number[];
  /** the place of the record in which this one goes on */
  mergedInto: number | null;
  /** what follows from the other records of the same person: who is kept out, and whether only those named open this one too */
  held: { kept: number[]; restricted: boolean; keeps: number[] };
  relationships: RelationshipShape[];
  decisions: DecisionShape[];
  exclusions: ExclusionShape[];
  items: ItemShape[];
  openings: OpeningShape[];
  /** whose membership, in its place, leads the open case; null without one */
  lead: number | null;
  /** how it is safe to reach the person, and who may know */
  safeContact: number[] | null;
}
export interface World {
  suspended: boolean[];
  closedTeams: boolean[];
  memberships: MembershipShape[];
  persons: PersonShape[];
  /** two days pass between the last change of a fact and the question: nothing is put together again */
  later: boolean;
}

const seldom = fc.oneof({ arbitrary: fc.constant(false), weight: 5 }, { arbitrary: fc.constant(true), weight: 1 });
const sometimes = fc.oneof({ arbitrary: fc.constant(false), weight: 3 }, { arbitrary: fc.constant(true), weight: 1 });
const organisation = fc.nat({ max: ORGANISATIONS - 1 });
const user = fc.nat({ max: USERS - 1 });
const categories = fc.subarray(CATEGORIES);
const period = fc.oneof(
  { arbitrary: fc.constant<Period>('live'), weight: 5 },
  { arbitrary: fc.constantFrom<Period>('ended', 'future', 'limited'), weight: 3 },
);
const sealed = fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, { arbitrary: fc.uniqueArray(user, { maxLength: 3 }), weight: 1 });
const roles = fc.oneof(
  { arbitrary: fc.constantFrom<Role[]>(['practitioner'], ['team_manager'], ['practitioner', 'org_admin']), weight: 3 },
  { arbitrary: fc.constantFrom<Role[]>(['org_admin'], ['ig_lead'], ['place_manager'], ['emergency_viewer'], ['advocate'], ['system_admin']), weight: 2 },
);

const membership = (who: fc.Arbitrary<number>, where: fc.Arbitrary<number>): fc.Arbitrary<MembershipShape> =>
  fc.record({ user: who, organisation: where, teams: fc.tuple(fc.boolean(), fc.boolean()), roles, over: seldom, volunteer: sometimes });
const relationship: fc.Arbitrary<RelationshipShape> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      basis: fc.constantFrom<Basis>('registered', 'care_team', 'care_team', 'review', 'cover', 'wind_down', 'records', 'advocate'),
      kind: fc.constantFrom<ScopeKind>('organisation', 'organisation', 'team', 'membership'), scope: fc.nat({ max: 11 }), categories, period, discreetTo: sealed,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      basis: fc.constantFrom<Basis>('own', 'carer'), kind: fc.constant<ScopeKind>('user'), scope: user, categories, period, discreetTo: fc.constant(null),
    }),
  },
  {
    // opened in an emergency: by one worker acting for one organisation, whose place among the memberships this is
    weight: 1,
    arbitrary: fc.record({
      basis: fc.constant<Basis>('break_glass'), kind: fc.constant<ScopeKind>('user'), scope: fc.nat({ max: 11 }), categories,
      period: fc.constantFrom<Period>('limited', 'ended'), discreetTo: fc.constant(null),
    }),
  },
);
/** As the table has it: a reference is its organisation's own affair, and an organisation gives one that is not sealed. */
function withOwnReferences(items: ItemShape[]): ItemShape[] {
  const gave = (other: ItemShape, owner: number): boolean => other.table === 'own_reference' && other.owner === owner && other.sealedTo === null;
  return items
    .map((item) => (item.table === 'own_reference' ? { ...item, audience: 'internal' as const, named: [], visibleToPerson: false } : item))
    .filter((item, n, all) => !gave(item, item.owner) || all.findIndex((other) => gave(other, item.owner)) === n);
}

/** Nothing follows from other records where there are none. */
export const NOT_HELD: PersonShape['held'] = { kept: [], restricted: false, keeps: [] };

const personOf = (table: fc.Arbitrary<ItemTable>, mergedInto: fc.Arbitrary<number | null>): fc.Arbitrary<PersonShape> => fc.record({
  held: fc.constant(NOT_HELD),
  restricted: seldom,
  mergedInto,
  relationships: fc.array(relationship, { minLength: 1, maxLength: 5 }),
  decisions: fc.array(
    fc.record({ organisation, permit: fc.constantFrom(true, true, true, false), objection: fc.boolean(), categories, period, sealedTo: sealed, toldTo: organisation }),
    { minLength: 1, maxLength: 5 },
  ),
  exclusions: fc.array(fc.record({ user, period, sealedTo: sealed }), { maxLength: 1 }),
  items: fc.array(
    fc.record({
      table, owner: organisation, category: fc.constantFrom(...CATEGORIES),
      audience: fc.constantFrom('internal', 'circle', 'circle', 'circle', 'named', 'named'), named: fc.uniqueArray(organisation, { maxLength: 2 }),
      visibleToPerson: fc.boolean(), sealedTo: sealed,
      sentTo: fc.oneof({ arbitrary: fc.record({ kind: fc.constantFrom('organisation', 'team', 'membership'), scope: fc.nat({ max: 11 }) }), weight: 4 }, { arbitrary: fc.constant(null), weight: 1 }),
    }),
    { minLength: 3, maxLength: 9 },
  ).map(withOwnReferences),
  openings: fc.array(
    fc.record({ by: fc.nat({ max: 11 }), concerned: fc.uniqueArray(organisation, { maxLength: 2 }), told: fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 2 }), stopped: fc.boolean(), isReviewed: seldom }), { maxLength: 2 },
  ),
  lead: fc.oneof({ arbitrary: fc.constant(null), weight: 1 }, { arbitrary: fc.nat({ max: 11 }), weight: 1 }),
  safeContact: sealed,
  keeps: fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 3 }),
});

const person = personOf(fc.constantFrom<ItemTable>(...ITEM_TABLES, 'referral', ...Array.from({ length: 13 }, () => 'contact_note' as const), ...Array.from({ length: 9 }, () => 'alert' as const)), fc.oneof({ arbitrary: fc.constant(null), weight: 2 }, { arbitrary: fc.constantFrom(0, 1), weight: 1 }));
/** Somebody of whom little is known but where they are, mostly by more than one record. */
const joined = personOf(fc.constantFrom<ItemTable>('contact_point', 'contact_point', 'contact_point', 'contact_note', 'referral'), fc.oneof({ arbitrary: fc.constant(null), weight: 1 }, { arbitrary: fc.constantFrom(0, 1), weight: 3 }));

/** Said once more, apart from the product: a record goes on in one that does not go on elsewhere, and what narrows one of them narrows each. */
function sameRecords(world: World): World {
  const into = world.persons.map(({ mergedInto }, n) => (mergedInto === n ? null : mergedInto));
  const goesOn = into.map((target) => (target !== null && into[target] === null ? target : null));
  const rootOf = (n: number): number => goesOn[n] ?? n;
  return {
    ...world,
    persons: world.persons.map((one, n) => {
      const others = world.persons.filter((_, k) => k !== n && rootOf(k) === rootOf(n));
      const lead = one.lead === null ? [] : [one.lead % world.memberships.length];
      const knowing = others.flatMap(({ items }) => items.filter(({ table, sealedTo }) => table === 'contact_point' && sealedTo !== null));
      const known = [...new Set([...knowing.flatMap(({ sealedTo }) => sealedTo ?? []), ...lead.map((k) => world.memberships[k]?.user ?? 0)])];
      return {
        ...one, mergedInto: goesOn[n] ?? null,
        held: {
          kept: others.flatMap(({ exclusions }) => exclusions.filter(({ period: when }) => PERIODS[when][1] > 0).map(({ user: kept }) => kept)), restricted: others.some(({ restricted }) => restricted),
          keeps: [...others.filter(({ restricted }) => restricted).flatMap(({ keeps }) => keeps), ...lead],
        },
        items: one.items.map((item) => (knowing.length > 0 && item.table === 'contact_point' && item.sealedTo === null ? { ...item, sealedTo: known, heldBack: true as const } : item)),
      };
    }),
  };
}

/** Organisations that let in everybody, a team or one worker; somebody who works for two of them; people under every basis there is. */
const worldOf = (persons: fc.Arbitrary<PersonShape[]>): fc.Arbitrary<World> => fc.record({
  suspended: fc.array(seldom, { minLength: ORGANISATIONS, maxLength: ORGANISATIONS }),
  closedTeams: fc.array(seldom, { minLength: TEAMS, maxLength: TEAMS }),
  memberships: fc
    .tuple(
      membership(fc.constant(0), fc.constant(0)), membership(fc.constant(0), fc.constant(1)),
      fc.array(membership(fc.nat({ max: STAFF - 1 }), organisation), { minLength: 1, maxLength: 2 }),
    )
    .map(([first, second, others]) => [first, second, ...others]),
  persons,
  later: fc.boolean(),
}).map(sameRecords);

export const world = worldOf(fc.array(person, { minLength: 2, maxLength: 3 }));
/** Records of which most are of one person: two into one, or another that is nobody's. */
export const joinedWorld = worldOf(fc.array(joined, { minLength: 2, maxLength: 3 }));
