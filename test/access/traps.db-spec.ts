import 'reflect-metadata';
import { createHmac, randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { signContext } from '@app/records';
import { actorOf, sign, within } from './worlds/ask';
import type { Caller } from './worlds/model';
import { openProof, type Proof } from './worlds/proof';
import { itemRow, load, type Ids } from './worlds/rows';
import { excluded, person, small, stranger, worker } from './worlds/small';
import { insert, install, outcomes } from './worlds/writes';

/** Would tell of every row that it is shown, and is so cheap that a planner would like to ask it first. */
const LEAK = `
create function public.leak(word text) returns text language plpgsql cost 0.0000001 as $$
begin
  if word = 'Hidden' then raise exception 'saw a hidden row' using errcode = 'P0042'; end if;
  return word;
end $$`;

describe('traps of the database', () => {
  let proof: Proof;
  let ids: Ids;
  beforeAll(async () => {
    proof = await openProof();
    await install(proof.superuser);
    ids = await load(proof.superuser, small);
  });
  afterAll(() => proof?.close());

  const as = (caller: Caller): string => sign(proof.key, actorOf(ids, caller));
  const hidden = (): string => ids.persons[0] as string;
  /** Outcomes of statements as the stranger: rows touched, `refused`, or an error's code. */
  const tried = (...statements: string[]): Promise<string[]> => outcomes(proof.app, statements.map((sql) => ({ signed: as(stranger), sql })));
  const codeOf = async (asked: Promise<unknown>): Promise<string> => asked.then(() => 'answered', (error: { code: string }) => error.code);
  const people = (signed: string): Promise<unknown[]> => within(proof.app, signed, 'select person_id from person');

  it('fault 39: foreign keys pass row-level security, and tell nothing: a note about a hidden person is refused like one about nobody', async () => {
    const item = { ...(person.items[0] as (typeof person.items)[0]), owner: 1 };
    const about = (personId: string): string => insert('contact_note', { ...itemRow(ids, 0, item, randomUUID()), person_id: personId });
    expect(await tried(about(hidden()), about(randomUUID()))).toEqual(['refused', 'refused']);
  });

  it('fault 39: unique keys pass row-level security, and tell nothing: an id that is taken by a hidden row is refused like a free one', async () => {
    const note = (personId: string, id: string): string => insert('contact_note', { ...itemRow(ids, 0, { ...(person.items[0] as (typeof person.items)[0]), owner: 1 }, id), person_id: personId });
    expect(await tried(note(hidden(), ids.items[0]?.[0] as string), note(hidden(), randomUUID()))).toEqual(['refused', 'refused']);
    const fact = { id: randomUUID(), channel: 'phone', allowed: true, source: 'ui', created_at: '2026-01-01', created_by: ids.users[1], row_version: 1 };
    expect(await tried(insert('safe_contact', { ...fact, person_id: hidden(), id: hidden() }), insert('safe_contact', { ...fact, person_id: randomUUID() }))).toEqual(['refused', 'refused']);
  });

  it('a change, a deletion and a lock of what is hidden touch nothing', async () => {
    const id = `person_id = '${hidden()}'`;
    expect(await tried(`update person set pronouns = 'x' where ${id}`, `delete from person where ${id}`, `select 1 from person where ${id} for update`)).toEqual(['0', 'refused', '0']);
  });

  it('what decides who sees is written by no statement of the application', async () => {
    expect(await tried(
      'delete from person_access', `update person_access set until = 'infinity'`, 'insert into person_access select * from person_access', 'delete from worklist',
      'delete from relationship', `update relationship set categories = '{}'`, `update relationship set scope_id = '${ids.users[1] as string}'`, `update sharing_decision set categories = '{}'`,
      'delete from exclusion', 'delete from sharing_decision', 'select * from context_key', 'select * from credential', 'select * from nhs_number_holder',
    )).toEqual(Array.from({ length: 13 }, () => 'refused'));
  });

  it('an item cannot be moved to another person, another organisation or another author', async () => {
    const moves = ['person_id', 'owner_organisation_id', 'created_by', 'id'].map((column) => ({ signed: as(worker), sql: `update contact_note set ${column} = '${ids.persons[1] as string}'` }));
    expect(await outcomes(proof.app, moves)).toEqual(['refused', 'refused', 'refused', 'refused']);
  });

  it('a view that runs as its owner would show hidden rows; one with security_invoker does not', async () => {
    await proof.superuser.query(`create view public.loose as select id from onestory.contact_note; create view public.strict with (security_invoker = true) as select id from onestory.contact_note;
      grant select on public.loose, public.strict to onestory_app`);
    expect(await within(proof.app, as(stranger), 'select * from public.loose')).not.toHaveLength(0);
    expect(await within(proof.app, as(stranger), 'select * from public.strict')).toHaveLength(0);
    await proof.superuser.query('drop view public.loose, public.strict');
  });

  it('a policy that asks its own table recurses without end, so none does', async () => {
    await proof.superuser.query('create policy itself on alert for select to onestory_app using (exists (select 1 from alert a where a.person_id = alert.person_id))');
    expect(await codeOf(within(proof.app, as(worker), 'select * from alert'))).toBe('42P17');
    await proof.superuser.query('drop policy itself on alert');
    expect(await codeOf(within(proof.app, as(worker), 'select * from alert'))).toBe('answered');
  });

  it('a function of the caller does not see rows before the policy has: the planner keeps every leaky one behind it', async () => {
    await proof.superuser.query(LEAK);
    for (const leaky of ['lower(family)', 'public.leak(family)', `family ilike '%'`]) {
      expect(await codeOf(within(proof.app, as(stranger), `select 1 from person where ${leaky} is not null`))).toBe('answered');
    }
    const { rows } = await proof.superuser.query('select proleakproof from pg_proc where proname in ($1, $2) and pronamespace in ($3::regnamespace, $4::regnamespace)', ['lower', 'enum_eq', 'pg_catalog', 'onestory']);
    expect(rows.every((row) => (row as { proleakproof: boolean }).proleakproof === false)).toBe(true);
    expect(await proof.superuser.query(`select 1 from pg_type where typnamespace = 'onestory'::regnamespace and typtype = 'e'`)).toHaveProperty('rowCount', 0);
    await proof.superuser.query('drop function public.leak(text)');
  });

  it('threat 6: a set_config that somebody slipped into a statement opens nothing: without the key the context is refused', async () => {
    const { userId, organisationId, membershipId } = actorOf(ids, worker);
    const body = [Math.floor(Date.now() / 1000) + 60, userId, organisationId, membershipId, '', 'practitioner', '', ''].join('|');
    const guessed = createHmac('sha256', Buffer.alloc(32)).update(body).digest('hex');
    for (const forged of [`${body}|${guessed}`, body, `${body}|`, 'x', `${body}|${'0'.repeat(64)}`]) expect(await codeOf(people(forged))).toBe('42501');
    expect(await people('')).toEqual([]);
  });

  it('threat 6: a context of which one letter was changed is refused, and so is one that has expired', async () => {
    const signed = as(worker);
    expect(await people(signed)).toHaveLength(2);
    const [expiry, user, organisation, membership, teams, roles, about, byName, seal] = signed.split('|');
    const tampered = [
      [Number(expiry) + 1, user, organisation, membership, teams, roles, about, byName, seal], [expiry, ids.users[1], organisation, membership, teams, roles, about, byName, seal],
      [expiry, user, ids.organisations[1], membership, teams, roles, about, byName, seal], [expiry, user, organisation, membership, ids.teams[0], roles, about, byName, seal],
      [expiry, user, organisation, membership, teams, `${roles ?? ''},ig_lead`, about, byName, seal], [expiry, user, organisation, membership, teams, roles, hidden(), byName, seal],
      [expiry, user, organisation, membership, teams, roles, about, byName, `${seal?.slice(0, -1) ?? ''}${seal?.endsWith('0') ? '1' : '0'}`],
    ];
    for (const parts of tampered) expect(await codeOf(people(parts.join('|')))).toBe('42501');
    const volunteers = as({ ...worker, volunteer: true });
    expect(await people(volunteers)).toEqual([]);
    expect(await codeOf(people(volunteers.replace('|by_name|', '||')))).toBe('42501');
    const more = [signed.slice(1), `${signed}|`, `${signed}|x`, `|${signed}`, `é${signed}`, `${signed}é`, signed.replace('|', '||'), signed.slice(0, -65), signed.toUpperCase()];
    for (const text of more) expect([text, await codeOf(people(text))]).toEqual([text, '42501']);
    expect(await codeOf(people(signContext(proof.key, actorOf(ids, worker), new Date(Date.now() - 3_600_000))))).toBe('42501');
  });

  it('threat 7: a context ends with its transaction, and no code sets one for a session', async () => {
    expect(await people(as(worker))).toHaveLength(2);
    expect((await proof.app.query('select person_id from person')).rows).toEqual([]);
    const setting = /set_config\([^)]*,\s*false\)|set session|set onestory\./i;
    const found = globSync('{libs,apps,migrations}/**/*.{ts,tsx}', { exclude: (name) => String(name).includes('spec') }).filter((file) => setting.test(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
  });

  it('input 24: whatever stands behind "order by" was written by us: TypeORM executes what it is given there', () => {
    const calls = globSync('{libs,apps}/**/*.ts').flatMap((file) => readFileSync(file, 'utf8').match(/\.(?:addO|o)rderBy\(.{0,40}/g) ?? []);
    expect(calls.filter((call) => !/rderBy\('[\w.]+'[,)]/.test(call))).toEqual([]);
  });

  it('I29: the excluded worker gets the stranger\'s answer to everything that they can ask about the person', async () => {
    const tables = ['person', 'person_access', 'relationship', 'sharing_decision', 'exclusion', 'safe_contact', 'contact_note', 'worklist', 'incident'];
    for (const table of tables) {
      const sql = `select * from ${table} where person_id = '${hidden()}'`;
      expect([table, await within(proof.app, as(excluded), sql)]).toEqual([table, await within(proof.app, as(stranger), sql)]);
    }
    expect(await within(proof.app, as(worker), `select * from exclusion where person_id = '${hidden()}'`)).toHaveLength(1);
  });
});
