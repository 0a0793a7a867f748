import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced } from './policy-template';

const open = (table: string): string => `${forced(table)}
grant select on ${table} to onestory_app, onestory_clock;
create policy read on ${table} for select to onestory_app, onestory_clock, onestory_owner using (true);`;
const administrator = `organisation_id = (select ctx_organisation()) and 'org_admin' = any ((select ctx_roles())::text[])`;

/** Organisations of every sector, places, teams; users, memberships, credentials, sessions. */
export class Organisations1795000000002 implements MigrationInterface {
  name = 'Organisations1795000000002';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
create table organisation (
  id uuid not null,
  code text not null,
  name text collate "en-x-icu" not null,
  source_name text,
  sector text not null,
  state text not null,
  access_scope text not null,
  phone text,
  out_of_hours_phone text,
  address_lines text[] not null default '{}',
  postcode text,
  opened_on date,
  closed_on date,
  agreement_signed_on date,
  agreement_expires_on date,
  discreet_by_default boolean not null default false,
  flags text[] not null default '{}',
  source text not null,
  created_at timestamptz not null default now(),
  row_version integer not null default 1,
  constraint organisation_pkey primary key (id),
  constraint organisation_sector_check check (sector in ('nhs_primary','nhs_community','nhs_acute','ambulance','mental_health','council_social_care','council_housing','housing_association','vcse','care_provider','advocacy','other')),
  constraint organisation_state_check check (state in ('prospective','active','suspended','dormant','left')),
  constraint organisation_access_scope_check check (access_scope in ('named','team','organisation'))
);
create unique index organisation_code_key on organisation (code);
create index organisation_name_idx on organisation using gin (lower(name collate "C") gin_trgm_ops);
${open('organisation')}
grant insert, update on organisation to onestory_app;
create policy publish on organisation for insert to onestory_app with check (source = 'import' and state in ('prospective', 'dormant', 'left') and (select ctx_organisation()) is not null);
create policy maintain on organisation for update to onestory_app using (source = 'import' and state in ('prospective', 'dormant', 'left') and (select ctx_organisation()) is not null)
  with check (source = 'import' and state in ('prospective', 'dormant', 'left'));

create table place (id uuid not null, name text collate "en-x-icu" not null, area_codes text[] not null default '{}',
  constraint place_pkey primary key (id));
create unique index place_name_key on place (name);
${open('place')}
-- A demonstration place that was begun, and finished or not: one that was interrupted is built again.
create table demonstration (one boolean not null default true, begun_at timestamptz not null default now(), finished_at timestamptz,
  constraint demonstration_pkey primary key (one),
  constraint demonstration_one_check check (one));
${open('demonstration')}
create policy build on demonstration to onestory_owner using (true) with check (true);
create table organisation_place (organisation_id uuid not null, place_id uuid not null,
  constraint organisation_place_pkey primary key (organisation_id, place_id),
  constraint organisation_place_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint organisation_place_place_fkey foreign key (place_id) references place (id));
${open('organisation_place')}

create table team (
  id uuid not null,
  organisation_id uuid not null,
  name text collate "en-x-icu" not null,
  purpose text,
  duty_phone text,
  hours jsonb not null default '[]',
  out_of_hours_phone text,
  state text not null default 'active',
  constraint team_pkey primary key (id),
  constraint team_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint team_state_check check (state in ('active','closed'))
);
create unique index team_name_key on team (organisation_id, name);
${open('team')}
grant insert, update on team to onestory_app;
create policy write on team for insert to onestory_app with check (${administrator});
create policy change on team for update to onestory_app using (${administrator}) with check (${administrator});

create table integrated_team (
  id uuid not null, name text collate "en-x-icu" not null, host_organisation_id uuid not null, agreement_expires_on date,
  constraint integrated_team_pkey primary key (id),
  constraint integrated_team_host_fkey foreign key (host_organisation_id) references organisation (id));
create unique index integrated_team_name_key on integrated_team (name);
${open('integrated_team')}

create table user_account (
  id uuid not null,
  name text collate "en-x-icu" not null,
  email text not null,
  kind text not null,
  state text not null,
  created_at timestamptz not null default now(),
  row_version integer not null default 1,
  constraint user_account_pkey primary key (id),
  constraint user_account_kind_check check (kind in ('staff','person','carer')),
  constraint user_account_state_check check (state in ('invited','active','locked','left'))
);
create unique index user_account_email_key on user_account (lower(email));
${open('user_account')}
grant insert on user_account to onestory_app;
create policy invite on user_account for insert to onestory_app with check (state = 'invited' and 'org_admin' = any ((select ctx_roles())::text[]));

create table membership (
  id uuid not null,
  user_id uuid not null,
  organisation_id uuid not null,
  roles text[] not null,
  job_title text not null,
  staff_type text not null default 'employed',
  key_worker_trained boolean not null default false,
  supervisor_id uuid,
  phone text,
  starts timestamptz not null default now(),
  ends timestamptz not null default 'infinity',
  created_at timestamptz not null default now(),
  created_by uuid,
  row_version integer not null default 1,
  constraint membership_pkey primary key (id),
  constraint membership_user_fkey foreign key (user_id) references user_account (id),
  constraint membership_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint membership_supervisor_fkey foreign key (supervisor_id) references membership (id),
  constraint membership_staff_type_check check (staff_type in ('employed','volunteer','student')),
  constraint membership_roles_check check (roles <@ array['practitioner','team_manager','org_admin','ig_lead','place_manager','emergency_viewer','advocate','system_admin'])
);
create index membership_user_idx on membership (user_id);
create index membership_organisation_idx on membership (organisation_id);
${open('membership')}
grant insert, update on membership to onestory_app;
create policy invite on membership for insert to onestory_app with check (${administrator} and user_id <> (select ctx_user()));
create policy change on membership for update to onestory_app using (${administrator} and user_id <> (select ctx_user())) with check (${administrator} and user_id <> (select ctx_user()));

create table team_member (
  team_id uuid not null, membership_id uuid not null,
  constraint team_member_pkey primary key (team_id, membership_id),
  constraint team_member_team_fkey foreign key (team_id) references team (id),
  constraint team_member_membership_fkey foreign key (membership_id) references membership (id));
create index team_member_membership_idx on team_member (membership_id);
${open('team_member')}
grant insert, delete on team_member to onestory_app;
create policy write on team_member for insert to onestory_app with check (exists (select 1 from team t join membership m on m.id = team_member.membership_id and m.organisation_id = t.organisation_id and m.user_id <> (select ctx_user()) where t.id = team_member.team_id and t.organisation_id = (select ctx_organisation())) and 'org_admin' = any ((select ctx_roles())::text[]));
create policy leave on team_member for delete to onestory_app using (exists (select 1 from team t where t.id = team_member.team_id and t.organisation_id = (select ctx_organisation())) and 'org_admin' = any ((select ctx_roles())::text[]));

create table integrated_team_member (
  integrated_team_id uuid not null, membership_id uuid not null, manages boolean not null default false,
  constraint integrated_team_member_pkey primary key (integrated_team_id, membership_id),
  constraint integrated_team_member_team_fkey foreign key (integrated_team_id) references integrated_team (id),
  constraint integrated_team_member_membership_fkey foreign key (membership_id) references membership (id));
${open('integrated_team_member')}

create table credential (
  user_id uuid not null, password_hash text not null, changed_at timestamptz not null default now(),
  constraint credential_pkey primary key (user_id),
  constraint credential_user_fkey foreign key (user_id) references user_account (id));
${forced('credential')}

create table one_time_link (
  id uuid not null, token_hash bytea not null, purpose text not null, user_id uuid not null, created_by uuid,
  expires_at timestamptz not null, used_at timestamptz,
  constraint one_time_link_pkey primary key (id),
  constraint one_time_link_user_fkey foreign key (user_id) references user_account (id),
  constraint one_time_link_purpose_check check (purpose in ('invitation','password')));
create unique index one_time_link_token_key on one_time_link (token_hash);
${forced('one_time_link')}

create table attempt (
  kind text not null, key text not null, at timestamptz not null default clock_timestamp(), id uuid not null default gen_random_uuid(),
  constraint attempt_pkey primary key (id));
create index attempt_key_idx on attempt (kind, key, at);
${forced('attempt')}

create table session (sid text not null, sess json not null, expire timestamptz not null, constraint session_pkey primary key (sid));
create index session_expire_idx on session (expire);
${forced('session')}
grant select, insert, update, delete on session to onestory_app;
create policy app on session to onestory_app using (true) with check (true);
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first migrations are not undone: restore a backup'));
  }
}
