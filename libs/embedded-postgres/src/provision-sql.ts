/**
 * What an administrator of PostgreSQL 15 or newer does once, so that OneStory's own roles can do the rest. In psql's
 * words, because `docs/provision.sql` is the same text: `:'x'` is the variable as a literal, `:"x"` as an
 * identifier, and a statement that ends with `\gexec` answers with statements to run.
 */
export const ROLES = [
  ...['onestory_owner login', 'onestory_keeper nologin', 'onestory_app login', 'onestory_clock login'].map(
    (role) => `select 'create role ${role}' where not exists (select from pg_roles where rolname = '${role.split(' ')[0]}') \\gexec`,
  ),
  `alter role onestory_owner password :'owner_password';`,
  `alter role onestory_app password :'app_password';`,
  `alter role onestory_clock password :'clock_password';`,
  // PostgreSQL 15 has no options on a grant.
  `select 'grant onestory_keeper to onestory_owner' ||
  case when current_setting('server_version_num')::int >= 160000 then ' with set true, inherit false' else '' end \\gexec`,
  `do $$
begin
  if exists (select from pg_roles where rolname in ('onestory_owner', 'onestory_keeper', 'onestory_app', 'onestory_clock')
             and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)) then
    raise exception 'A role of OneStory has more rights than it may have. Take superuser, bypassrls, createrole, createdb and replication from it.';
  end if;
end $$;`,
  // An administrator who is no superuser may give things to the owner only as its member.
  `select format('grant onestory_owner to %I', current_user) where not pg_has_role(current_user, 'onestory_owner', 'usage') \\gexec`,
] as const;

export const DATABASE = [
  `select format('create database %I owner onestory_owner', :'database') where not exists (select from pg_database where datname = :'database') \\gexec`,
  `alter database :"database" owner to onestory_owner;`,
  `revoke connect, temporary on database :"database" from public;`,
  `grant connect on database :"database" to onestory_owner, onestory_app, onestory_clock;`,
  ...['onestory_owner', 'onestory_keeper', 'onestory_app', 'onestory_clock'].map(
    (role) => `alter role ${role} in database :"database" set search_path = onestory, public;`,
  ),
  // A plan is made once a statement and connection (docs/adr/0009); none is worth compiling.
  ...['onestory_app', 'onestory_clock'].flatMap((role) => [
    `alter role ${role} in database :"database" set plan_cache_mode = force_generic_plan;`,
    `alter role ${role} in database :"database" set jit = off;`,
  ]),
] as const;

/** Inside the new database. */
export const SCHEMA = [
  `create extension if not exists pg_trgm schema public;`,
  `create extension if not exists btree_gin schema public;`,
  `create extension if not exists fuzzystrmatch schema public;`,
  `create schema if not exists onestory authorization onestory_owner;`,
  `grant usage on schema onestory to onestory_app, onestory_keeper, onestory_clock;`,
  `grant create on schema onestory to onestory_keeper;`,
] as const;

/** The text of `docs/provision.sql`. */
export function provisionScript(): string {
  return [
    '-- Prepares a PostgreSQL (15 or newer) of your own for OneStory. Run it as its administrator with psql 14 or newer; running it',
    '-- again changes nothing but the passwords. OneStory does the same by itself with the database that it brings along.',
    '--',
    '--   export ONESTORY_DATABASE=onestory ONESTORY_OWNER_PASSWORD=… ONESTORY_APP_PASSWORD=… ONESTORY_CLOCK_PASSWORD=…',
    '--   psql -f docs/provision.sql postgres',
    '--',
    '-- Then: DATABASE_OWNER_URL is onestory_owner (migrations), DATABASE_URL onestory_app (the server), DATABASE_CLOCK_URL onestory_clock (jobs).',
    '\\set ON_ERROR_STOP on',
    '\\getenv database ONESTORY_DATABASE',
    '\\getenv owner_password ONESTORY_OWNER_PASSWORD',
    '\\getenv app_password ONESTORY_APP_PASSWORD',
    '\\getenv clock_password ONESTORY_CLOCK_PASSWORD',
    '',
    '-- Four roles. onestory_keeper owns functions and cannot sign in; none passes row-level security.',
    ...ROLES,
    '',
    '-- One database, closed to everybody else.',
    ...DATABASE,
    '',
    '-- One schema in it.',
    '\\connect :"database"',
    ...SCHEMA,
    '',
  ].join('\n');
}
