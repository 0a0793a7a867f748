-- Prepares a PostgreSQL (15 or newer) of your own for OneStory. Run it as its administrator with psql 14 or newer; running it
-- again changes nothing but the passwords. OneStory does the same by itself with the database that it brings along.
--
--   export ONESTORY_DATABASE=onestory ONESTORY_OWNER_PASSWORD=… ONESTORY_APP_PASSWORD=… ONESTORY_CLOCK_PASSWORD=…
--   psql -f docs/provision.sql postgres
--
-- Then: DATABASE_OWNER_URL is onestory_owner (migrations), DATABASE_URL onestory_app (the server), DATABASE_CLOCK_URL onestory_clock (jobs).
\set ON_ERROR_STOP on
\getenv database ONESTORY_DATABASE
\getenv owner_password ONESTORY_OWNER_PASSWORD
\getenv app_password ONESTORY_APP_PASSWORD
\getenv clock_password ONESTORY_CLOCK_PASSWORD

-- Four roles. onestory_keeper owns functions and cannot sign in; none passes row-level security.
select 'create role onestory_owner login' where not exists (select from pg_roles where rolname = 'onestory_owner') \gexec
select 'create role onestory_keeper nologin' where not exists (select from pg_roles where rolname = 'onestory_keeper') \gexec
select 'create role onestory_app login' where not exists (select from pg_roles where rolname = 'onestory_app') \gexec
select 'create role onestory_clock login' where not exists (select from pg_roles where rolname = 'onestory_clock') \gexec
alter role onestory_owner password :'owner_password';
alter role onestory_app password :'app_password';
alter role onestory_clock password :'clock_password';
select 'grant onestory_keeper to onestory_owner' ||
  case when current_setting('server_version_num')::int >= 160000 then ' with set true, inherit false' else '' end \gexec
do $$
begin
  if exists (select from pg_roles where rolname in ('onestory_owner', 'onestory_keeper', 'onestory_app', 'onestory_clock')
             and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)) then
    raise exception 'A role of OneStory has more rights than it may have. Take superuser, bypassrls, createrole, createdb and replication from it.';
  end if;
end $$;
select format('grant onestory_owner to %I', current_user) where not pg_has_role(current_user, 'onestory_owner', 'usage') \gexec

-- One database, closed to everybody else.
select format('create database %I owner onestory_owner', :'database') where not exists (select from pg_database where datname = :'database') \gexec
alter database :"database" owner to onestory_owner;
revoke connect, temporary on database :"database" from public;
grant connect on database :"database" to onestory_owner, onestory_app, onestory_clock;
alter role onestory_owner in database :"database" set search_path = onestory, public;
alter role onestory_keeper in database :"database" set search_path = onestory, public;
alter role onestory_app in database :"database" set search_path = onestory, public;
alter role onestory_clock in database :"database" set search_path = onestory, public;
alter role onestory_app in database :"database" set plan_cache_mode = force_generic_plan;
alter role onestory_app in database :"database" set jit = off;
alter role onestory_clock in database :"database" set plan_cache_mode = force_generic_plan;
alter role onestory_clock in database :"database" set jit = off;

-- One schema in it.
\connect :"database"
create extension if not exists pg_trgm schema public;
create extension if not exists btree_gin schema public;
create extension if not exists fuzzystrmatch schema public;
create schema if not exists onestory authorization onestory_owner;
grant usage on schema onestory to onestory_app, onestory_keeper, onestory_clock;
grant create on schema onestory to onestory_keeper;
