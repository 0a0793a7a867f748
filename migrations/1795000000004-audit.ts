import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced } from './policy-template';

/** Who did what to whose record: written in the same transaction, append-only, sealed into a chain. */
export class Audit1795000000004 implements MigrationInterface {
  name = 'Audit1795000000004';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
create table audit_event (
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  request_id text not null,
  user_id uuid,
  organisation_id uuid,
  purpose text not null,
  action text not null,
  subject text not null,
  outcome text not null,
  person_id uuid,
  person_ids uuid[],
  subject_ids uuid[],
  detail jsonb,
  seal bigint,
  constraint audit_event_pkey primary key (seq),
  constraint audit_event_outcome_check check (outcome in ('done', 'refused'))
);
create index audit_event_person_idx on audit_event (person_id, seq desc) where person_id is not null;
create index audit_event_people_idx on audit_event using gin (person_ids) where person_ids is not null;
create index audit_event_seal_idx on audit_event (seal, seq);
create index audit_event_refused_idx on audit_event (user_id, action, at) where outcome = 'refused';
create index audit_event_unsealed_idx on audit_event (seq) where seal is null;
${forced('audit_event')}
revoke update, delete on audit_event from onestory_keeper;
grant insert (request_id, user_id, organisation_id, purpose, action, subject, outcome, person_id, person_ids, subject_ids, detail) on audit_event to onestory_app;
create policy append on audit_event for insert to onestory_app with check (
  user_id is not distinct from (select ctx_user()) and organisation_id is not distinct from (select ctx_organisation()));
grant select, update (seal) on audit_event to onestory_clock;
create policy seal on audit_event to onestory_clock using (true) with check (true);

create table audit_seal (
  n bigint not null, at timestamptz not null default clock_timestamp(), events integer not null, root bytea not null, previous bytea not null, hash bytea not null,
  constraint audit_seal_pkey primary key (n));
${forced('audit_seal')}
grant select, insert on audit_seal to onestory_clock;
create policy chain on audit_seal to onestory_clock using (true) with check (true);

create function audit_is_append_only() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old.seal is null and new.seal is not null
     and (to_jsonb(new) - 'seal') = (to_jsonb(old) - 'seal') then return new; end if;
  raise exception 'the audit is append-only' using errcode = '42501';
end $$;
create trigger audit_event_append_only before update or delete on audit_event for each row execute function audit_is_append_only();
create trigger audit_event_no_truncate before truncate on audit_event for each statement execute function audit_is_append_only();

create function audit_seal_is_append_only() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
begin
  raise exception 'the audit is append-only' using errcode = '42501';
end $$;
create trigger audit_seal_append_only before update or delete on audit_seal for each row execute function audit_seal_is_append_only();
create trigger audit_seal_no_truncate before truncate on audit_seal for each statement execute function audit_seal_is_append_only();

-- What is hashed of an event: everything but its seal.
create function audit_leaf(e audit_event) returns bytea language sql immutable parallel safe as $$
  select sha256('\\x00'::bytea || convert_to(jsonb_build_array((e).seq, extract(epoch from (e).at)::numeric, (e).request_id, (e).user_id, (e).organisation_id,
    (e).purpose, (e).action, (e).subject, (e).outcome, (e).person_id, (e).person_ids, (e).subject_ids, (e).detail)::text, 'UTF8')) $$;
grant execute on function audit_leaf(audit_event) to onestory_clock;
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first migrations are not undone: restore a backup'));
  }
}
