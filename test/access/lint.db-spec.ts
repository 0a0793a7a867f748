import 'reflect-metadata';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { ITEM_TABLES } from './worlds/shape';

/**
 * Unique keys of tables about people that do not carry the person: each tells whoever can insert into it that a value is
 * taken. `nhs_number_holder` is written by one function only, which answers as faults.md input 46 says; the others have
 * ids that are never chosen by a caller and no grant to insert.
 */
const WITHOUT_PERSON = ['audit_event_pkey', 'identity_match_pkey', 'incident_pkey', 'nhs_number_holder_pkey', 'unusual_access_pkey', 'unusual_access_fact_key'];

const LINT = `
with tables as (select c.* from pg_class c where c.relnamespace = 'onestory'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'),
     functions as (select p.* from pg_proc p where p.pronamespace = 'onestory'::regnamespace)
select 'not forced: ' || relname as fault from tables where not (relrowsecurity and relforcerowsecurity)
union all select 'no policy: ' || relname from tables t where not exists (select 1 from pg_policy p where p.polrelid = t.oid)
union all select 'restrictive or for everybody: ' || polname from pg_policy where 0 = any (polroles) or not polpermissive
union all select 'about a person, and open to all: ' || t.relname || ' ' || p.polname from pg_policy p join tables t on t.oid = p.polrelid
  where pg_get_expr(p.polqual, p.polrelid) = 'true' and 'onestory_app'::regrole = any (p.polroles) and p.polcmd in ('r', '*')
    and exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'person_id')
union all select 'view that runs as its owner: ' || relname from pg_class
  where relnamespace = 'onestory'::regnamespace and relkind in ('v', 'm') and not coalesce(reloptions @> '{security_invoker=true}', false)
union all select 'definer without search_path: ' || proname from functions
  where prosecdef and not exists (select 1 from unnest(coalesce(proconfig, '{}')) setting where setting like 'search_path=%')
union all select 'definer whose search_path does not end with pg_temp: ' || proname from functions
  where prosecdef and not exists (select 1 from unnest(coalesce(proconfig, '{}')) setting where setting like 'search_path=%pg_temp')
union all select 'definer that is not the keeper''s: ' || proname from functions where prosecdef and proowner <> 'onestory_keeper'::regrole
union all select 'executable by everybody: ' || proname from functions f where exists (select 1 from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0)
union all select 'too strong: ' || rolname from pg_roles where rolname like 'onestory%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
union all select 'may make temporary tables: ' || rolname from pg_roles where rolname in ('onestory_app', 'onestory_clock') and has_database_privilege(rolname, current_database(), 'temp')
union all select 'may create: ' || rolname from pg_roles where rolname in ('onestory_app', 'onestory_clock') and has_schema_privilege(rolname, 'onestory', 'create')
union all select 'the application owns: ' || relname from pg_class where relowner in ('onestory_app'::regrole, 'onestory_clock'::regrole)
union all select 'the application acts as another: ' || member::regrole::text from pg_auth_members where member in ('onestory_app'::regrole, 'onestory_clock'::regrole)
union all select 'application may delete or truncate: ' || relname from tables
  where exists (select 1 from pg_attribute a where a.attrelid = tables.oid and a.attname = 'person_id')
    and (has_table_privilege('onestory_app', tables.oid, 'delete') or has_table_privilege('onestory_app', tables.oid, 'truncate'))
union all select 'unique without person_id: ' || i.indexrelid::regclass::text from pg_index i join tables t on t.oid = i.indrelid
  where i.indisunique and exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'person_id')
    and not exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'person_id' and a.attnum = any (i.indkey))
    and i.indexrelid::regclass::text <> all ($1)
union all select 'foreign key to a person''s row without person_id: ' || conname from pg_constraint c
  where contype = 'f' and connamespace = 'onestory'::regnamespace
    and exists (select 1 from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'person_id')
    and not exists (select 1 from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'person_id' and a.attnum = any (c.confkey))
union all select 'sealed, and told by "who looked": ' || relname from tables t
  where exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'audience') and exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'sealed_to')
    and strpos(pg_get_functiondef('access_log(uuid, bigint, integer, text)'::regprocedure), 'from ' || relname || ' where person_id = p') = 0`;

describe('what the catalogue must never say', () => {
  let database: TestDatabase;
  let superuser: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    superuser = new Client({ connectionString: database.superuserUrl, options: '-c search_path=onestory,public' });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser?.end();
    await database?.drop();
  });

  const faults = async (): Promise<string[]> => (await superuser.query<{ fault: string }>(LINT, [WITHOUT_PERSON])).rows.map((row) => row.fault);

  it('fault 29: no table without a forced policy, no strong role, no open function, no key that tells of hidden people', async () => {
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['a new table', 'create table surprise (person_id uuid not null, id uuid primary key)', ['not forced: surprise', 'no policy: surprise', 'unique without person_id: surprise_pkey']],
    ['a table out of force', 'alter table alert no force row level security', ['not forced: alert']],
    ['a view of the owner', 'create view notes as select * from contact_note', ['view that runs as its owner: notes']],
    ['a loose definer function', 'create function loose() returns int language sql security definer as $$ select 1 $$',
      ['definer without search_path: loose', 'definer whose search_path does not end with pg_temp: loose', `definer that is not the keeper's: loose`, 'executable by everybody: loose']],
    ['a strong role', 'alter role onestory_app bypassrls', ['too strong: onestory_app']],
    ['a right to delete', 'grant delete on contact_note to onestory_app', ['application may delete or truncate: contact_note']],
    ['a policy open to all', 'create policy everything on alert for select to onestory_app using (true)', ['about a person, and open to all: alert everything']],
  ])('fault 29: %s fails the build', async (_what, change, found) => {
    await superuser.query('begin');
    try {
      await superuser.query(change);
      expect(await faults()).toEqual(found);
    } finally {
      await superuser.query('rollback');
    }
  });

  // A referral has two more, for whoever it was sent to; the proofs over random worlds hold them.
  it('every table of items has the same policies, word for word, but for writing what is written to the end', async () => {
    const { rows } = await superuser.query<{ table: string; cmd: string; policy: string }>(
      `select relname as table, polcmd::text as cmd, polname || ' ' || coalesce(pg_get_expr(polqual, polrelid), '') || ' / ' || coalesce(pg_get_expr(polwithcheck, polrelid), '') as policy
         from pg_policy p join pg_class c on c.oid = p.polrelid
        where polname <> 'keeper' and not (relname = 'referral' and polname in ('receive', 'answer')) and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'audience') order by 2, 1`,
    );
    const alike = (cmd: string): string[][] => {
      const texts = Map.groupBy(rows.filter((row) => row.cmd === cmd), (row) => row.policy.replaceAll(`${row.table}.`, 'item.'));
      return [...texts.values()].map((same) => same.map(({ table }) => table)).sort((one, other) => one.length - other.length);
    };
    const all = [...ITEM_TABLES].sort();
    const toTheEnd = ['contact_note', 'state_transition'];
    expect(alike('r')).toEqual([all]);
    for (const cmd of ['a', 'w']) expect([cmd, alike(cmd)]).toEqual([cmd, [toTheEnd, all.filter((table) => !toTheEnd.includes(table))]]);
  });
});
