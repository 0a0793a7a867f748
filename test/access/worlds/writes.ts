import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { within } from './ask';
import { closesWith, decides, doorsOf, knowsOfOpening, reviewsOpening, knowsOfDecision, knowsOfFact, knowsOfHelp, knowsSafeContact, leadsPerson, mayChangeItem, mayPassOn, mayReadItem, mayReadPerson, worksWith, type Caller } from './model';
import { itemRow, noticeRow, toldOf, type Ids } from './rows';
import { ALL_ROLES, CATEGORIES, PERIODS, STAFF, type ItemShape, type PersonShape, type World } from './shape';

/** One statement and what the model says of it: rows touched, `refused`, or another error's code. */
export interface Try {
  /** the policy that decides it */
  readonly policy: string;
  readonly sql: string;
  readonly wanted: string;
}

/** Runs statements one by one, each in its caller's signed context, and takes each back again; needs `install` once a database. */
export async function outcomes(app: Client, tries: readonly { signed: string; sql: string }[]): Promise<string[]> {
  const values = [tries.map((each) => each.signed), tries.map((each) => each.sql)];
  const [row] = await within<{ outcomes: string[] }>(app, '', 'select try_each($1, $2) as outcomes', values);
  return row?.outcomes ?? [];
}
export const install = (superuser: Client): Promise<unknown> => superuser.query(`
create function public.try_each(contexts text[], statements text[]) returns text[] language plpgsql as $$
declare touched bigint; found text[] := '{}';
begin
  for n in 1 .. cardinality(statements) loop
    begin
      perform set_config('onestory.context', contexts[n], true);
      execute statements[n];
      get diagnostics touched = row_count;
      raise exception using errcode = 'P0099', message = touched::text;
    exception
      when sqlstate 'P0099' then found := found || sqlerrm;
      when insufficient_privilege then found := found || 'refused'::text;
      when others then found := found || sqlstate::text;
    end;
  end loop;
  return found;
end $$`);

const at = <T>(list: readonly T[], place: number): T => list[place] as T;
const allowed = (yes: boolean): string => (yes ? '1' : 'refused');
type Row = Record<string, unknown>;
export const insert = (table: string, row: Row): string => {
  const columns = Object.keys(row).join(', ');
  return `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $row$${JSON.stringify(row)}$row$)`;
};

interface Asked { world: World; ids: Ids; caller: Caller; person: PersonShape; place: number }
const other = (organisation: number | null): number => ((organisation ?? 0) + 1) % 3;
const fact = ({ ids, caller, place }: Asked): Row => ({
  person_id: at(ids.persons, place), id: randomUUID(), source: 'ui', starts: '2026-01-01', ends: 'infinity', created_at: '2026-01-01', created_by: at(ids.users, caller.user), row_version: 1,
});
const organisationId = (ids: Ids, organisation: number | null): string | null => (organisation === null ? null : at(ids.organisations, organisation));

/** Letting in: a scope of the list that it names, as which organisation's, on which basis, with what. */
interface Candidate { basis: string; organisation: number | null; kind: 'organisation' | 'team' | 'membership' | 'user'; scope: number; categories: string[] }

function candidates({ world, person, caller }: Asked): Candidate[] {
  const own = caller.organisation;
  const passed = mayPassOn(world, person, caller);
  const whole = { basis: 'care_team', organisation: other(own), kind: 'organisation' as const, scope: other(own), categories: passed };
  const theirTeam = { ...whole, kind: 'team' as const, scope: other(own) * 2 };
  const each: Candidate[] = [
    whole, theirTeam, { ...whole, categories: CATEGORIES }, { ...whole, basis: 'registered' }, { ...whole, basis: 'break_glass' },
    { ...theirTeam, organisation: own === null ? 0 : own }, { ...theirTeam, kind: 'user', scope: 0 },
    { basis: 'own', organisation: null, kind: 'user', scope: 4, categories: ['money'] }, { basis: 'own', organisation: null, kind: 'user', scope: caller.user, categories: [] },
    { basis: 'carer', organisation: null, kind: 'user', scope: 5, categories: CATEGORIES }, { basis: 'carer', organisation: null, kind: 'user', scope: 5, categories: passed },
  ];
  if (own !== null) each.push({ ...whole, organisation: own, scope: own });
  for (const team of caller.teams) each.push({ ...whole, basis: 'advocate', organisation: own, kind: 'team', scope: team });
  world.memberships.forEach((membership, n) => each.push({ ...whole, organisation: membership.organisation, kind: 'membership', scope: n }));
  return each;
}

function mayGive({ world, person, caller }: Asked, { basis, organisation, kind, scope, categories }: Candidate): boolean {
  const member = world.memberships[scope];
  const belongs = organisation === null || {
    organisation: scope === organisation && !world.suspended[scope], team: Math.floor(scope / 2) === organisation && !world.closedTeams[scope],
    membership: member?.organisation === organisation && !member.over, user: false,
  }[kind];
  const oneself = { organisation: scope === caller.organisation, team: caller.teams.includes(scope), membership: member?.user === caller.user, user: scope === caller.user }[kind];
  const passed = mayPassOn(world, person, caller);
  return decides(world, person, caller) && ['care_team', 'review', 'carer', 'own', 'advocate'].includes(basis) && belongs && !oneself &&
    (basis === 'own' || categories.every((category) => passed.includes(category)));
}

function relationshipTries(asked: Asked): Try[] {
  const { ids } = asked;
  const lists = { organisation: ids.organisations, team: ids.teams, membership: ids.memberships, user: ids.users };
  return candidates(asked).map((candidate) => ({
    policy: 'relationship give', wanted: allowed(mayGive(asked, candidate)),
    sql: insert('relationship', {
      ...fact(asked), organisation_id: organisationId(ids, candidate.organisation), scope_kind: candidate.kind, scope_id: at(lists[candidate.kind], candidate.scope),
      basis: candidate.basis, categories: candidate.categories, discreet: false,
    }),
  }));
}

function decisionTries(asked: Asked): Try[] {
  const { world, person, caller, ids } = asked;
  const own = caller.organisation;
  const passed = mayPassOn(world, person, caller);
  const try_ = (organisation: number, permit: boolean, categories: string[], createdFor: number | null): Try => {
    const may = permit
      ? decides(world, person, caller) && organisation !== own && categories.every((category) => passed.includes(category))
      : worksWith(world, person, caller);
    return {
      policy: 'sharing_decision give', wanted: allowed(may && createdFor !== null && createdFor === own),
      sql: insert('sharing_decision', {
        ...fact(asked), organisation_id: at(ids.organisations, organisation), permit, objection: false, categories, authority: 'explicit', present: [],
        created_for: at(ids.organisations, createdFor ?? 0),
      }),
    };
  };
  const others = other(own);
  return [
    try_(others, true, passed, own), try_(others, true, CATEGORIES, own), try_(others, true, [], own), try_(own ?? 0, true, passed, own), try_(others, false, CATEGORIES, own),
    try_(own ?? 0, false, ['plan'], own), try_(others, true, [], others), try_(others, false, [], others),
  ];
}

function recordTries(asked: Asked): Try[] {
  const { world, person, caller, ids, place } = asked;
  const works = worksWith(world, person, caller);
  const item = (table: ItemShape['table'], owner: number): ItemShape => ({ table, owner, category: 'plan', audience: 'circle', named: [], visibleToPerson: false, sealedTo: null });
  const write = (table: ItemShape['table'], owner: number): string => insert(table, itemRow(ids, place, item(table, owner), randomUUID()));
  const { starts: _starts, ends: _ends, ...row } = fact(asked);
  const { id: _id, ...known } = row;
  return [
    { policy: 'contact_note write', sql: write('contact_note', caller.organisation ?? 0), wanted: allowed(closesWith(world, person, caller)) },
    { policy: 'contact_note write', sql: write('contact_note', other(caller.organisation)), wanted: 'refused' },
    { policy: 'alert write', sql: write('alert', caller.organisation ?? 0), wanted: allowed(works) },
    { policy: 'alert write', sql: write('alert', other(caller.organisation)), wanted: 'refused' },
    { policy: 'safe_contact give', sql: insert('safe_contact', { ...row, channel: 'phone', allowed: true }), wanted: allowed(works) },
    { policy: 'exclusion give', sql: insert('exclusion', { ...fact(asked), user_id: at(ids.users, 2), kind: 'relative' }), wanted: allowed(works) },
    { policy: 'notice tell', sql: insert('notice', noticeRow(ids, place, at(ids.users, caller.user))), wanted: 'refused' },
    // the same person again: who does not see them learns nothing from the key
    { policy: 'person write', sql: insert('person', personRow(known, organisationId(ids, caller.organisation ?? 0))), wanted: works ? '23505' : 'refused' },
  ];
}

const personRow = (known: Row, registeredBy: string | null): Row => ({
  ...known, registered_by: registeredBy, family: 'Double', given: 'A', birth_date_estimated: false, nhs_number_state: 'absent', languages: [], restricted: false, identifiers: [], flags: [],
});

function registeringTries(world: World, ids: Ids, caller: Caller): Try[] {
  if (caller.organisation === null) return [];
  const { starts: _s, ends: _e, id: _i, ...known } = fact({ world, ids, caller, person: at(world.persons, 0), place: 0 });
  const register = (registeredBy: number, scope: string): string => {
    const personId = randomUUID();
    return `select register_person('${personId}', '${randomUUID()}', 'organisation', '${scope}', '{plan}'); ` +
      insert('person', personRow({ ...known, person_id: personId }, at(ids.organisations, registeredBy)));
  };
  const own = at(ids.organisations, caller.organisation);
  return [
    // a volunteer registers in their own name, not for the whole of the organisation
    { policy: 'person write', sql: register(caller.organisation, own), wanted: allowed(!caller.volunteer) },
    { policy: 'person write', sql: register(other(caller.organisation), own), wanted: 'refused' },
    { policy: 'person write', sql: register(caller.organisation, at(ids.organisations, other(caller.organisation))), wanted: 'refused' },
  ];
}

/** Changes of everything at once: `bare` statements name no column, so that no reading policy helps the writing one. */
function changeTries(world: World, ids: Ids, caller: Caller, bare: boolean): Try[] {
  const where = bare ? '' : ` where person_id = any ('{${ids.persons.join(',')}}')`;
  const count = (of: (person: PersonShape) => number): string => String(world.persons.reduce((sum, person) => sum + of(person), 0));
  const may = (person: PersonShape, sealed: number[] | null): boolean => decides(world, person, caller) && knowsOfFact(world, person, sealed, caller);
  const relationships = (person: PersonShape) => person.relationships.filter((r) => r.basis !== 'registered' && may(person, r.discreetTo));
  const decisions = (person: PersonShape) => person.decisions.filter((d) => decides(world, person, caller) && knowsOfDecision(world, person, d, caller));
  const changes: [string, string, (person: PersonShape) => number][] = [
    ['person', `pronouns = 'x'`, (person) => Number(worksWith(world, person, caller))],
    ...(['contact_note', 'alert'] as const).map((table): [string, string, (person: PersonShape) => number] =>
      [table, `text = 'x'`, (person) => person.items.filter((item) => item.table === table && mayChangeItem(world, person, item, caller)).length]),
    ['relationship', 'row_version = 2', (person) => relationships(person).length],
    ['sharing_decision', 'row_version = 2', (person) => decisions(person).length],
    ['exclusion', 'row_version = 2', (person) => person.exclusions.filter((e) => may(person, e.sealedTo)).length],
    ['safe_contact', 'row_version = 2', (person) => Number(may(person, person.safeContact))],
  ];
  const settled = String(world.persons.reduce((sum, person, place) => sum + noticesOf({ world, ids, caller, person, place }), 0));
  const tries = [...changes.map(([table, set, of]) => ({
    policy: `${table} ${['person', 'contact_note', 'alert'].includes(table) ? 'change' : 'finish'}`, sql: `update ${table} set ${set}${where}`, wanted: count(of),
  })), { policy: 'notice settle', sql: `update notice set read_at = now()${where}`, wanted: settled }];
  const reviewed = world.persons.reduce((sum, person) => sum + person.openings.filter((opening) => !opening.isReviewed && reviewsOpening(world, person, opening, caller)).length, 0);
  const review = (by: number): string => `update emergency_opening set state = 'reviewed', outcome = 'justified', reviewed_by = '${at(ids.users, by)}'${where}`;
  tries.push({ policy: 'emergency_opening review', sql: review(caller.user), wanted: String(reviewed) });
  // in nobody else's name: of the outsiders nobody has opened anything
  tries.push({ policy: 'emergency_opening review', sql: review(STAFF), wanted: reviewed > 0 ? 'refused' : '0' });
  if (bare) return tries;
  const finite = world.persons.some((person) => relationships(person).some((r) => PERIODS[r.period][1] !== Infinity));
  return [...tries, { policy: 'relationship finish', sql: `update relationship set ends = 'infinity'${where}`, wanted: finite ? 'refused' : count((p) => relationships(p).length) }];
}

/** How many notices of what everybody was told of the person somebody has: of a person who is not open to them, those of the referrals that they received, of the emergencies of which they know, and of what stands in their queue. */
function noticesOf({ world, ids, caller: one, person, place }: Asked): number {
  const caller = { ...one, roles: ALL_ROLES };
  if (doorsOf(world, person, caller).some((door) => door.basis !== 'records')) return toldOf(ids, person, place).length;
  return person.openings.filter((opening) => knowsOfOpening(world, person, opening, one)).length + person.items.filter((item) => item.table === 'referral' && mayReadItem(world, person, item, caller)).length + Number(leadsPerson(world, person, one));
}

export function triesOf(world: World, ids: Ids, caller: Caller, bare = false): Try[] {
  const perPerson = world.persons.flatMap((person, place) => {
    const asked = { world, ids, caller, person, place };
    return [...recordTries(asked), ...relationshipTries(asked), ...decisionTries(asked)];
  });
  return [...perPerson, ...registeringTries(world, ids, caller), ...changeTries(world, ids, caller, bare)];
}

/** How many rows of which table somebody reads whose role hinders them in nothing, as statements that count rows. */
export function readTries(world: World, ids: Ids, one: Caller): Try[] {
  const caller = { ...one, roles: ALL_ROLES };
  const count = (of: (person: PersonShape) => number): string => String(world.persons.reduce((sum, person) => sum + of(person), 0));
  const knows = (person: PersonShape, sealed: number[] | null): boolean => knowsOfFact(world, person, sealed, caller);
  const ofPersons = `person_id = any ('{${ids.persons.join(',')}}')`;
  const reads: [string, string, (person: PersonShape) => number][] = [
    ['person read', 'select 1 from person where ', (person) => Number(mayReadPerson(world, person, caller))],
    ...(['contact_note', 'alert'] as const).map((table): [string, string, (person: PersonShape) => number] =>
      [`${table} read`, `select 1 from ${table} where `, (person) => person.items.filter((item) => item.table === table && mayReadItem(world, person, item, caller)).length]),
    ['relationship read', 'select 1 from relationship where ', (person) => person.relationships.filter((r) => knowsOfHelp(world, person, r, caller)).length],
    ['sharing_decision read', 'select 1 from sharing_decision where ',
      (person) => person.decisions.filter((decision) => knowsOfDecision(world, person, decision, caller)).length],
    ['exclusion read', 'select 1 from exclusion where ', (person) => person.exclusions.filter((e) => knows(person, e.sealedTo)).length],
    ['safe_contact read', 'select 1 from safe_contact where ', (person) => Number(knowsSafeContact(world, person, caller))],
    // looking after access is asked by the policy too
    ['emergency_opening read', 'select 1 from emergency_opening where ', (person) => person.openings.filter((opening) => knowsOfOpening(world, person, opening, one)).length],
    ['person_access mine', 'select distinct person_id from person_access where ', (person) => Number(doorsOf(world, person, caller).length > 0)],
  ];
  const notices = String(world.persons.reduce((sum, person, place) => sum + noticesOf({ world, ids, caller: one, person, place }), 0));
  return [...reads.map(([policy, select, of]) => ({ policy, sql: select + ofPersons, wanted: count(of) })), { policy: 'notice mine', sql: `select 1 from notice where ${ofPersons}`, wanted: notices }];
}

/** What a job reads that names one person: everything about them that is not sealed. */
export function jobTries(world: World, ids: Ids, place: number): Try[] {
  const unsealed = (table: ItemShape['table']): string => String(at(world.persons, place).items.filter((item) => item.table === table && item.sealedTo === null).length);
  const ofPersons = `person_id = any ('{${ids.persons.join(',')}}')`;
  return [
    { policy: 'person read', sql: `select 1 from person where ${ofPersons}`, wanted: '1' },
    ...(['contact_note', 'alert'] as const).map((table) => ({ policy: `${table} read`, sql: `select 1 from ${table} where ${ofPersons}`, wanted: unsealed(table) })),
    ...ids.persons.map((_, other) => ({ policy: 'notice tell', sql: insert('notice', noticeRow(ids, other, at(ids.users, 0))), wanted: allowed(other === place) })),
  ];
}
