import { createHmac } from 'node:crypto';
import type { Client } from 'pg';
import { policies, where, withFacts, type AccessRow, type AppAbility, type Subject } from '@app/access';
import type { Actor } from '@app/kernel';
import { entities } from '../../../migrations/schema';
import { signContext } from '@app/records';
import type { Caller } from './model';
import { excludedFrom, itemRow, openingRow, type Ids } from './rows';
import { ITEM_TABLES, type ItemTable, type World } from './shape';

const at = <T>(list: readonly T[], place: number): T => list[place] as T;

export const SUBJECTS: Record<ItemTable, string> = {
  contact_point: 'ContactPoint', own_reference: 'OwnReference', about_me: 'AboutMe', related_person: 'RelatedPerson', alert: 'Alert', coordination_case: 'Case', care_team_member: 'CareTeamMember', proposed_member: 'ProposedMember',
  key_worker_assignment: 'KeyWorkerAssignment', contact_note: 'ContactNote', state_transition: 'StateTransition',
  plan_version: 'PlanVersion', need: 'Need', goal: 'Goal', care_action: 'CareAction', plan_statement: 'PlanStatement', plan_suggestion: 'PlanSuggestion', review: 'Review', review_invitee: 'ReviewInvitee', review_contribution: 'ReviewContribution', review_item: 'ReviewItem', huddle_line: 'HuddleLine', referral: 'Referral', sharing_conversation: 'SharingConversation', objection: 'Objection', joining_question: 'JoiningQuestion', talk_request: 'TalkRequest', plan_view: 'PlanView', goal_judgement: 'GoalJudgement', correction: 'Correction',
};
const named = (name: string): Subject => {
  const found = entities.find((entity) => entity.name === name);
  if (!found) throw new Error(`No entity ${name}`);
  return found as Subject;
};
const OTHERS = { person: 'Person', emergency_opening: 'EmergencyOpening' } as const;
type Read = ItemTable | keyof typeof OTHERS;
export const subjectOf = (table: Read): Subject => named(table in OTHERS ? OTHERS[table as keyof typeof OTHERS] : SUBJECTS[table as ItemTable]);

export function actorOf(ids: Ids, caller: Caller): Actor {
  return {
    userId: at(ids.users, caller.user), name: 'Somebody', sector: caller.organisation === null ? null : 'vcse', roles: caller.roles,
    organisationId: caller.organisation === null ? null : at(ids.organisations, caller.organisation),
    membershipId: caller.membership === null ? null : at(ids.memberships, caller.membership), teamIds: caller.teams.map((team) => at(ids.teams, team)), onlyByName: caller.volunteer,
  };
}

/** Hundreds of worlds are asked for minutes: a context that had run out would be refused, and every question of it would seem to tell a difference. */
const TOMORROW = (): Date => new Date(Date.now() + 86_400_000);

/** A job's context names one person and nobody else. */
export function signJob(key: Buffer, personId: string): string {
  const body = [Math.floor(TOMORROW().getTime() / 1000), '', '', '', '', '', personId, ''].join('|');
  return `${body}|${createHmac('sha256', key).update(body).digest('hex')}`;
}

const names = new Map<string, string>();
/** The same text is planned once a connection: thousands of worlds ask the same few questions. */
const nameOf = (sql: string): string => names.get(sql) ?? names.set(sql, `q${names.size}`).get(sql) as string;

/** Asks within a signed context, as the application's role or as the superuser whom no policy stops. */
export async function within<R extends object>(client: Client, signed: string, text: string, values: unknown[] = []): Promise<R[]> {
  await client.query(`begin; select set_config('onestory.context', '${signed}', true)`);
  try {
    return (await client.query<R>({ name: nameOf(text), text, values })).rows;
  } finally {
    await client.query('rollback');
  }
}
export const sign = (key: Buffer, actor: Actor): string => signContext(key, actor, TOMORROW());

interface Seen { table: string; id: string }
const asSet = (rows: Seen[]): Set<string> => new Set(rows.map((row) => `${row.table} ${row.id}`));
export const READ_TABLES = ['person', 'emergency_opening', ...ITEM_TABLES] as const;
const idOf = (table: string): string => (table === 'person' ? 'person_id' : 'id');
// The case in the background of each world has the person's own id and is nobody's.
const ofWorld = (table: string): string => `x.person_id = any ($1) and (${table === 'person'} or x.${idOf(table)} <> x.person_id)`;

const reading = (tables: readonly string[], condition: (table: string) => string): string =>
  tables.map((table) => `select '${table}' as table, x.${idOf(table)} as id from ${table} x where ${ofWorld(table)} and ${condition(table)}`).join(' union all ');

/** What row-level security shows. */
export async function seenByPolicy(app: Client, signed: string, ids: Ids, tables: readonly string[] = READ_TABLES): Promise<Set<string>> {
  return asSet(await within<Seen>(app, signed, reading(tables, () => 'true'), [ids.persons]));
}

/** What the compiled rules let through where no policy helps them. */
export async function seenBySql(superuser: Client, signed: string, ids: Ids, ability: AppAbility): Promise<Set<string>> {
  const values: unknown[] = [ids.persons];
  const condition = (table: string): string => {
    const { sql, values: given } = where(ability, 'read', subjectOf(table as Read), 'x');
    const from = values.length;
    values.push(...given);
    return sql.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + from}`);
  };
  return asSet(await within<Seen>(superuser, signed, reading(READ_TABLES, condition), values));
}

/** The live rows of `person_access`, everybody's: a rule has to find the caller's own among them. */
export type Access = ReadonlyMap<string, readonly AccessRow[]>;
export async function accessOf(superuser: Client, ids: Ids): Promise<Access> {
  const { rows } = await superuser.query<AccessRow & { personId: string }>(
    `select person_id as "personId", scope_id as "scopeId", organisation_id as "organisationId", basis, categories, refused, excluded
       from person_access where person_id = any ($1) and now() >= starts and now() < until`,
    [ids.persons],
  );
  return Map.groupBy(rows, (row) => row.personId);
}

const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
/** The item as its entity has it, in JavaScript. */
export const recordOf = (ids: Ids, place: number, item: World['persons'][number]['items'][number], id: string, person: World['persons'][number]): object =>
  Object.fromEntries(Object.entries(itemRow(ids, place, item, id, excludedFrom(person))).map(([column, value]) => [camel(column), value]));

export const openingOf = (world: World, ids: Ids, person: World['persons'][number], place: number, n: number): object =>
  Object.fromEntries(Object.entries(openingRow(world, ids, person, place, n)).map(([column, value]) => [camel(column), value]));

/** What the rules say in JavaScript. */
export function seenByRules(world: World, ids: Ids, access: Access, ability: AppAbility, userId: string): Set<string> {
  const seen = new Set<string>();
  world.persons.forEach((person, place) => {
    const personId = at(ids.persons, place);
    const doors = access.get(personId) ?? [];
    const facts = (table: Read, record: object): never => withFacts(subjectOf(table), record, doors, userId) as never;
    if (ability.can('read', facts('person', { personId, registeredBy: at(ids.organisations, 0) }))) seen.add(`person ${personId}`);
    person.openings.forEach((_, n) => {
      if (ability.can('read', facts('emergency_opening', openingOf(world, ids, person, place, n)))) seen.add(`emergency_opening ${at(at(ids.openings, place), n)}`);
    });
    person.items.forEach((item, n) => {
      const id = at(at(ids.items, place), n);
      if (ability.can('read', facts(item.table, recordOf(ids, place, item, id, person)))) seen.add(`${item.table} ${id}`);
    });
  });
  return seen;
}

export const abilityFor = (actor: Actor): AppAbility => policies.abilityFor(actor);

/** What the rules let be created and changed, in JavaScript: `create contact_note <id>`. Nobody creates people here, whose rules are asked with the mutants. */
export function writtenByRules(world: World, ids: Ids, access: Access, ability: AppAbility, userId: string): Set<string> {
  const may = new Set<string>();
  world.persons.forEach((person, place) => {
    const personId = at(ids.persons, place);
    const can = (action: string, table: ItemTable | 'person', record: object): boolean =>
      ability.can(action, withFacts(subjectOf(table), record, access.get(personId) ?? [], userId) as never);
    if (can('change', 'person', { personId })) may.add(`change person ${personId}`);
    person.items.forEach((item, n) => {
      const id = at(at(ids.items, place), n);
      const record = recordOf(ids, place, item, id, person);
      for (const action of ['create', 'change']) if (can(action, item.table, record)) may.add(`${action} ${item.table} ${id}`);
    });
  });
  return may;
}
