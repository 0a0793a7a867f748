import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { scopeOf } from './model';
import { ITEM_TABLES, ORGANISATIONS, PERIODS, STAFF, TEAMS, USERS, type ItemShape, type Period, type PersonShape, type World } from './shape';

/** What stands in the database under which id. Lists run parallel to the world's. */
export interface Ids {
  readonly organisations: string[];
  readonly teams: string[];
  readonly users: string[];
  readonly memberships: string[];
  readonly persons: string[];
  readonly relationships: string[][];
  readonly decisions: string[][];
  readonly exclusions: string[][];
  readonly items: string[][];
  readonly openings: string[][];
}

const ids = (count: number): string[] => Array.from({ length: count }, () => randomUUID());
const DAY = 86_400_000;
const moment = (days: number): string => (days === Infinity ? 'infinity' : new Date(Date.now() + days * DAY).toISOString());
const span = (period: Period): { starts: string; ends: string } => ({ starts: moment(PERIODS[period][0]), ends: moment(PERIODS[period][1]) });

export function idsOf(world: World): Ids {
  return {
    organisations: ids(ORGANISATIONS), teams: ids(TEAMS), users: ids(USERS), memberships: ids(world.memberships.length), persons: ids(world.persons.length),
    relationships: world.persons.map((person) => ids(person.relationships.length)),
    decisions: world.persons.map((person) => ids(person.decisions.length)),
    exclusions: world.persons.map((person) => ids(person.exclusions.length)),
    items: world.persons.map((person) => ids(person.items.length)),
    openings: world.persons.map((person) => ids(person.openings.length)),
  };
}

const at = <T>(list: readonly T[], place: number): T => list[place] as T;
type Row = Record<string, unknown>;

/** Where a line of a plan stands: in the draft in the background, which has the person's id as the case has. */
const inPlan = (id: string, version: string): Row => ({ version_id: version, item_id: id, position: 0, opens_to: 'circle', opens_to_organisations: [], opens_to_person: true, in_force: false, dropped: false });

/** The columns of each kind of item besides those that every item has. */
function ownColumns(item: ItemShape, id: string, person: { case: string; relationship: string }, organisation: string, other: string): Row {
  switch (item.table) {
    case 'contact_point': return { kind: 'phone', value: 'secret', lines: [], protected: item.sealedTo !== null };
    case 'own_reference': return { reference: 'secret' };
    case 'about_me': return { heading: 'wellness', text: 'secret', voice: 'self', last_confirmed_on: '2026-01-01' };
    case 'related_person': return { name: 'secret', relation: 'aunt', main_carer: false, emergency_contact: false, lives_with: false, may_be_told: [] };
    case 'alert': return { kind: 'information', text: 'secret', what_to_do: 'ask', state: 'active', review_on: '2027-01-01', told: false };
    case 'coordination_case': return { state: 'closed', reason: 'secret', opened_at: '2026-01-01', contact_every_days: 28 };
    case 'care_team_member':
      return { organisation_id: organisation, relationship_id: person.relationship, state: 'active', does: 'secret', starts: '2026-01-01', discreet: item.sealedTo !== null };
    case 'proposed_member': return { name: 'secret', role: 'secret', state: 'proposed' };
    case 'key_worker_assignment': return { case_id: person.case, membership_id: id, kind: 'co_worker', accepted_at: null };
    case 'contact_note': return { kind: 'visit', about: 'person', happened_at: '2026-01-01', text: 'secret', state: 'recorded' };
    case 'plan_version': return { case_id: person.case, number: 1, small_number: 0, state: id === person.case ? 'draft' : 'discarded', person_comment: 'secret' };
    case 'need': return { ...inPlan(id, person.case), domain: 'body', text: 'secret', voice: 'self', state: 'open' };
    case 'goal': return { ...inPlan(id, person.case), text: 'secret', voice: 'self', state: 'active' };
    case 'care_action': return { ...inPlan(id, person.case), goal_id: id, what: 'secret', state: 'open' };
    case 'plan_statement': return { ...inPlan(id, person.case), section: 'home', text: 'secret', voice: 'self' };
    case 'plan_suggestion': return { kind: 'need', text: 'secret', voice: 'professional', author_name: 'Somebody', state: 'waiting', moved_at: '2026-01-01' };
    case 'review': return { case_id: person.case, kind: 'planned', occasion: 'time', mode: 'desk', state: 'cancelled', due_on: '2026-01-01', minutes: 15, place: 'secret', chair_name: 'secret', chair_membership_id: id, moved_at: '2026-01-01', sequence: 0 };
    case 'review_invitee': return { review_id: person.case, kind: 'carer', key: id, name: 'secret', state: 'invited' };
    case 'review_contribution': return { review_id: person.case, kind: 'update', text: 'secret', author_name: 'Somebody', sent_at: '2026-01-01', said_by_name: 'secret', said_by_organisation_id: other };
    case 'review_item': return { review_id: person.case, kind: 'topic', question: 'secret', position: 0 };
    case 'huddle_line': return { huddle_id: id };
    case 'referral': return referralColumns(item);
    case 'sharing_conversation': return { answer: 'yes', held_on: '2026-01-01', how: 'phone', spoke_alone: true, capacity: 'can_decide', words: 'secret', author_name: 'Somebody' };
    case 'joining_question':
      return { organisation_id: other, scope_kind: 'organisation', scope_id: id, does: 'secret', categories: ['identity'], state: 'asked', asked_by_name: 'Somebody' };
    case 'correction': return { subject: 'ContactNote', subject_id: id, author_id: id, statement: 'secret', how: 'phone', spoke_alone: true, said_by_name: 'Somebody', answer_by: '2027-01-01', state: 'asked' };
    case 'talk_request': return { words: 'secret', spoke_alone: true, asked_by_name: 'Somebody' };
    case 'plan_view': return { version_id: person.case, view: 'agrees', how: 'phone', comment: 'secret', spoke_alone: true, said_by_name: 'Somebody' };
    case 'goal_judgement': return { goal_id: id, version_id: person.case, side: 'person', progress: 'same', words: 'secret', how: 'phone', judged_on: '2026-01-01', said_by_name: 'Somebody' };
    case 'objection': return { organisation_id: organisation, decision_id: id, level: 'nothing', said: 'secret', author_name: 'Somebody', state: 'applied' };
    case 'state_transition': return { entity: 'Case', entity_id: id, to_state: 'active', effective_at: '2026-01-01' };
  }
}

const referralColumns = ({ sentTo }: ItemShape): Row => ({
  service_name: 'secret', need_domain: 'home', need_text: 'secret', why_now: 'secret', urgency: 'routine', summary: [], names_person: false, opens: [], agreed_how: 'in_person', agreed_on: '2026-01-01',
  state: sentTo ? 'sent' : 'draft', sender_name: 'Somebody', moved_at: '2026-01-01',
});

/** To whom a referral went, and who must not have it: the service stands under the id of the first organisation. A draft has its addressee already. */
export function sentTo(world: Ids, item: ItemShape, excluded: readonly number[]): Row {
  const { kind, scope } = item.sentTo ?? { kind: 'organisation' as const, scope: 0 };
  const lists = { organisation: world.organisations, team: world.teams, membership: world.memberships };
  return {
    service_id: at(world.organisations, 0), to_organisation_id: at(world.organisations, 0), to_scopes: [at(lists[kind], scope % lists[kind].length)], excluded: excluded.map((user) => at(world.users, user)),
  };
}

export function itemRow(world: Ids, place: number, item: ItemShape, id: string, excluded: readonly number[] = []): Row {
  const made = { created_at: moment(-1), created_by: at(world.users, 0), source: 'system', row_version: 1 };
  return {
    person_id: at(world.persons, place), id, owner_organisation_id: at(world.organisations, item.owner), category: item.category, audience: item.audience,
    named_organisations: item.named.map((organisation) => at(world.organisations, organisation)), visible_to_person: item.visibleToPerson,
    sealed_to: sealedTo(world, item.sealedTo), ...made,
    ...ownColumns(item, id, { case: at(world.persons, place), relationship: at(at(world.relationships, place), 0) }, at(world.organisations, item.owner), at(world.organisations, (item.owner + 1) % ORGANISATIONS)),
    ...(item.table === 'referral' ? sentTo(world, item, excluded) : {}),
  };
}

/** An emergency opening as the database writes it. */
export function openingRow(world: World, all: Ids, person: PersonShape, place: number, n: number): Row {
  const { by, concerned, told, stopped, isReviewed } = at(person.openings, n);
  const member = at(world.memberships, by % world.memberships.length);
  return {
    person_id: at(all.persons, place), id: at(at(all.openings, place), n), user_id: at(all.users, member.user), user_name: 'Somebody', organisation_id: at(all.organisations, member.organisation),
    because: 'missing', reason: 'secret', opened_at: moment(-1), until: moment(-0.9), stopped, concerned: concerned.map((one) => at(all.organisations, one)),
    told: told.map((one) => at(all.memberships, one % world.memberships.length)), excluded: excludedFrom(person).map((user) => at(all.users, user)),
    state: isReviewed ? 'reviewed' : 'to_review', outcome: isReviewed ? 'justified' : null, reviewed_by: isReviewed ? at(all.users, (member.user + 1) % STAFF) : null, row_version: 1,
  };
}

export const sealedTo = (world: Ids, users: readonly number[] | null): string[] | null => users && users.map((user) => at(world.users, user));

/** Who must not receive anything about the person: as the database puts it together when an exclusion is written. */
export const excludedFrom = (person: PersonShape): number[] => [...person.held.kept, ...person.exclusions.filter(({ period }) => PERIODS[period][1] > 0).map(({ user }) => user)];

/** A case, a draft of a plan, and a review, that nobody can see, for others to point at; each has the person's id. */
const background = (world: Ids, place: number, table: 'coordination_case' | 'plan_version' | 'review'): Row =>
  itemRow(world, place, { table, owner: 0, category: 'plan', audience: 'internal', named: [], visibleToPerson: false, sealedTo: [] }, at(world.persons, place));

export const noticeRow = (all: Ids, place: number, recipient: string): Row =>
  ({ person_id: at(all.persons, place), id: randomUUID(), recipient_id: recipient, news_id: randomUUID(), kind: 'told', subject: 'Person', subject_id: at(all.persons, place), by_id: at(all.users, 0) });

/**
 * What everybody was told of the person: of them, of each of their referrals and of each emergency, and of an incident for those who look after access; and, to mislead, of a referral that nobody made, of
 * one or of an emergency of somebody else, and under the id of either of something that is none.
 */
export function toldOf(all: Ids, { items }: PersonShape, place: number): [string, string][] {
  const own = items.flatMap((item, n) => (item.table === 'referral' ? [at(at(all.items, place), n)] : []));
  const foreign = at(all.items, (place + 1) % all.persons.length);
  const ofOpenings = [...at(all.openings, place).flatMap((id): [string, string][] => [['EmergencyOpening', id], ['Need', id]]), ...at(all.openings, (place + 1) % all.persons.length).map((id): [string, string] => ['EmergencyOpening', id])];
  return [['Person', at(all.persons, place)], ['Incident', at(all.persons, place)], ['Referral', at(all.persons, place)], ...ofOpenings, ...own.flatMap((id): [string, string][] => [['Referral', id], ['Need', id]]), ...foreign.map((id): [string, string] => ['Referral', id])];
}

/** Whose case it is, in the open case of the background. */
function lead(world: World, all: Ids, person: PersonShape, place: number): Row {
  const shape: ItemShape = { table: 'key_worker_assignment', owner: 0, category: 'plan', audience: 'internal', named: [], visibleToPerson: false, sealedTo: [] };
  const membership = at(all.memberships, (person.lead ?? 0) % world.memberships.length);
  return { ...itemRow(all, place, shape, at(all.persons, place)), membership_id: membership, kind: 'lead', accepted_at: '2026-01-01' };
}

/** A huddle on whose list somebody stands: of a team of its own, and under the id of that line. */
const aHuddle = (all: Ids, id: string): [string, Row][] => [
  ['integrated_team', { id, name: id, host_organisation_id: at(all.organisations, 0) }],
  ['huddle', { id, integrated_team_id: id, held_on: '2026-01-01', chair_membership_id: at(all.memberships, 0), chair_name: 'Somebody', attendees: [], row_version: 1 }],
];

/** As which record this one goes on; or that it did once and was taken out again, which narrows and opens nothing. */
function mergeRow(all: Ids, { mergedInto }: PersonShape, place: number): Row {
  const [undone, by] = [mergedInto === null, at(all.users, 1)];
  return {
    id: randomUUID(), kept: at(all.persons, mergedInto ?? (place + 1) % all.persons.length), merged: at(all.persons, place), state: undone ? 'undone' : 'confirmed', because: 'secret', proposed_by: at(all.users, 0), proposed_by_name: 'Somebody',
    proposed_for: at(all.organisations, 0), decided_because: 'secret', decided_by: by, decided_by_name: 'Somebody', decided_at: moment(-1), undone_by: undone ? by : null, superseded: [], row_version: undone ? 3 : 2,
  };
}

function personRows(world: World, all: Ids, person: PersonShape, place: number): [string, Row][] {
  const fact = { person_id: at(all.persons, place), source: 'system', created_at: moment(-1), created_by: at(all.users, 0), row_version: 1 };
  const rows: [string, Row][] = [['person', {
    ...fact, registered_by: at(all.organisations, 0), family: 'Hidden', given: `Person ${place}`, birth_date_estimated: false, nhs_number_state: 'absent', languages: [],
    restricted: person.restricted, identifiers: [], flags: [],
  }]];
  rows.push(['person_merge', mergeRow(all, person, place)]);
  person.relationships.forEach((relationship, n) => {
    const scope = scopeOf(world, relationship);
    const lists = { organisation: all.organisations, team: all.teams, membership: all.memberships, user: all.users };
    rows.push(['relationship', {
      ...fact, id: at(at(all.relationships, place), n), organisation_id: scope.organisation === null ? null : at(all.organisations, scope.organisation),
      scope_kind: scope.kind, scope_id: at(lists[scope.kind], scope.id), basis: relationship.basis, categories: relationship.categories, ...span(relationship.period),
      discreet: relationship.discreetTo !== null, sealed_to: sealedTo(all, relationship.discreetTo),
    }]);
  });
  person.decisions.forEach((decision, n) => rows.push(['sharing_decision', {
    ...fact, id: at(at(all.decisions, place), n), organisation_id: at(all.organisations, decision.organisation), permit: decision.permit,
    objection: decision.objection && !decision.permit, categories: decision.categories, authority: 'explicit', present: [], ...span(decision.period),
    sealed_to: sealedTo(all, decision.sealedTo), created_for: at(all.organisations, decision.toldTo),
  }]));
  person.exclusions.forEach((exclusion, n) => rows.push(['exclusion', {
    ...fact, id: at(at(all.exclusions, place), n), user_id: at(all.users, exclusion.user), kind: 'alleged_source_of_harm', ...span(exclusion.period),
    sealed_to: sealedTo(all, exclusion.sealedTo),
  }]));
  if (person.restricted) {
    rows.push(['restriction', {
      person_id: fact.person_id, id: randomUUID(), keeps: person.keeps.map((one) => at(all.memberships, one % world.memberships.length)), because: 'secret', review_on: '2027-01-01',
      written_for: at(all.organisations, 0), written_by_name: 'Somebody', ...span('live'), created_by: at(all.users, 0), row_version: 1,
    }]);
  }
  rows.push(['safe_contact', { ...fact, id: at(all.persons, place), channel: 'phone', allowed: true, sealed_to: sealedTo(all, person.safeContact) }]);
  rows.push(['coordination_case', { ...background(all, place, 'coordination_case'), state: person.lead === null ? 'closed' : 'active' }], ['plan_version', background(all, place, 'plan_version')], ['review', background(all, place, 'review')]);
  if (person.lead !== null) rows.push(['key_worker_assignment', lead(world, all, person, place)]);
  person.items.forEach((item, n) => {
    const id = at(at(all.items, place), n);
    if (item.table === 'huddle_line') rows.push(...aHuddle(all, id));
    rows.push([item.table, itemRow(all, place, item.heldBack ? { ...item, sealedTo: null } : item, id, excludedFrom(person))]);
  });
  person.openings.forEach((_, n) => rows.push(['emergency_opening', openingRow(world, all, person, place, n)]));
  for (const recipient of all.users) {
    for (const [subject, id] of toldOf(all, person, place)) rows.push(['notice', { ...noticeRow(all, place, recipient), subject, subject_id: id }]);
  }
  return rows;
}

function rowsOf(world: World, all: Ids): [string, Row][] {
  const rows: [string, Row][] = [];
  all.organisations.forEach((id, n) => rows.push(['organisation', {
    id, code: id, name: 'Organisation', sector: 'vcse', state: world.suspended[n] ? 'suspended' : 'active', access_scope: 'organisation', address_lines: [], discreet_by_default: false,
    flags: [], source: 'system', row_version: 1,
  }]));
  rows.push(['service', { id: at(all.organisations, 0), organisation_id: at(all.organisations, 0), name: 'x', description: 'x', needs: [], intake: [], name_words: 'x', words: [], area_words: [], state: 'listed', source: 'system' }]);
  all.teams.forEach((id, n) => rows.push(['team', { id, organisation_id: at(all.organisations, Math.floor(n / 2)), name: id, state: world.closedTeams[n] ? 'closed' : 'active' }]));
  const kindOf = (n: number): string => (n < STAFF ? 'staff' : n === STAFF ? 'person' : 'carer');
  all.users.forEach((id, n) => rows.push(['user_account', { id, name: 'Somebody', email: id, kind: kindOf(n), state: 'active' }]));
  world.memberships.forEach((membership, n) => {
    rows.push(['membership', {
      id: at(all.memberships, n), user_id: at(all.users, membership.user), organisation_id: at(all.organisations, membership.organisation), roles: membership.roles, job_title: 'x',
      staff_type: membership.volunteer ? 'volunteer' : 'employed', key_worker_trained: false, ...span(membership.over ? 'ended' : 'live'), row_version: 1,
    }]);
    membership.teams.forEach((inTeam, k) => {
      if (inTeam) rows.push(['team_member', { team_id: at(all.teams, membership.organisation * 2 + k), membership_id: at(all.memberships, n) }]);
    });
  });
  world.persons.forEach((person, place) => rows.push(...personRows(world, all, person, place)));
  return rows;
}

const ORDER = ['organisation', 'service', 'team', 'user_account', 'membership', 'team_member', 'integrated_team', 'huddle', 'person', 'relationship', 'sharing_decision', 'exclusion', 'safe_contact', 'restriction', 'person_merge', 'emergency_opening', ...ITEM_TABLES, 'notice'];

/** Writes a world, puts its facts together, and lets two days pass where the world says so. */
export async function load(superuser: Client, world: World): Promise<Ids> {
  const all = idsOf(world);
  const byTable = Map.groupBy(rowsOf(world, all), ([table]) => table);
  const values: string[] = [];
  const inserts = ORDER.filter((table) => byTable.has(table)).map((table) => {
    const rows = (byTable.get(table) ?? []).map(([, row]) => row);
    const columns = Object.keys(rows[0] as Row).join(', ');
    // What only a later row says would go unwritten without a word.
    const other = rows.find((row) => Object.keys(row).some((column) => !(column in (rows[0] as Row))));
    if (other) throw new Error(`Rows of ${table} differ in their columns`);
    return `${table}_in as (insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $${values.push(JSON.stringify(rows))}))`;
  });
  await superuser.query(`with ${inserts.join(', ')} select 1`, values);
  // The database writes down by itself that a referral or a suggestion came to stand somewhere: the worlds have changes of state of their own.
  await superuser.query(`with gone as (delete from state_transition where person_id = any ($1) and entity in ('Referral', 'PlanSuggestion')) select hold_all_alike(p) from unnest($1::uuid[]) p`, [all.persons]);
  if (world.later) {
    for (const table of ['person_access', 'worklist']) {
      await superuser.query(`update ${table} set starts = starts - interval '2 days', until = until - interval '2 days' where person_id = any ($1)`, [all.persons]);
    }
  }
  return all;
}
