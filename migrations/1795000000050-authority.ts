import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS_LOG, amended, forced, worksWith } from './policy-template';

const DEFINER = ['change_authority(uuid, uuid, integer, text, text, date, date, text)', 'authority_changes(uuid, uuid)'];
/** Parts of those, for the keeper alone. */
const PARTS = ['authority_is_ours(sharing_decision)'];

const AUTHORITIES = `'implied_direct_care', 'explicit', 'best_interests', 'statutory_duty', 'public_interest', 'court_order', 'emergency'`;

/** By what something may be told in confidence: on a referral too, in the same words; and on a standing decision changed as an act, with what stood before. */
export class Authority1795000000050 implements MigrationInterface {
  name = 'Authority1795000000050';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- What goes without a yes says by what, and has no way in which they agreed.
alter table referral add column authority text not null default 'explicit', add column authority_note text, add column authority_review_on date, alter column agreed_how drop not null;
set local role onestory_keeper;
update referral set authority = 'best_interests' where agreed_how = 'best_interests';
reset role;
alter table referral add constraint referral_authority_check check (authority in ('explicit', 'best_interests', 'statutory_duty', 'public_interest', 'court_order', 'emergency') and (authority <> 'explicit' or agreed_how is not null));
grant update (authority, authority_note, authority_review_on) on referral to onestory_app;
do $do$
declare
  body text := pg_get_functiondef('referral_guarded()'::regprocedure);
begin
  if strpos(body, 'new.agreed_how') = 0 or strpos(body, 'old.agreed_how') = 0 then raise exception 'referral_guarded has no more: agreed_how'; end if;
  execute replace(replace(body, 'new.agreed_how', 'new.agreed_how, new.authority, new.authority_note, new.authority_review_on'), 'old.agreed_how', 'old.agreed_how, old.authority, old.authority_note, old.authority_review_on');
end $do$;
${amended('join_by_referral(uuid, uuid)', ['categories, authority, told_on, spoke_alone', 'categories, authority, authority_note, review_on, told_on, spoke_alone'],
    [`case f.agreed_how when 'best_interests' then 'best_interests' else 'explicit' end, f.agreed_on, f.spoke_alone`, 'f.authority, f.authority_note, f.authority_review_on, case when f.agreed_how is not null then f.agreed_on end, f.spoke_alone'])}

-- What a decision rested on before, and why that was changed. Nobody's to read but through the function below.
create table authority_change (
  person_id uuid not null, id uuid not null default gen_random_uuid(), decision_id uuid not null, from_authority text not null, from_note text, from_told_on date, from_review_on date, to_authority text not null, because text not null,
  changed_at timestamptz not null default now(), changed_by uuid not null, changed_by_name text not null, changed_for uuid not null,
  constraint authority_change_pkey primary key (person_id, id),
  constraint authority_change_decision_fkey foreign key (person_id, decision_id) references sharing_decision (person_id, id),
  constraint authority_change_for_fkey foreign key (changed_for) references organisation (id),
  constraint authority_change_from_check check (from_authority in (${AUTHORITIES})),
  constraint authority_change_to_check check (to_authority in (${AUTHORITIES})));
create index authority_change_decision_idx on authority_change (person_id, decision_id, changed_at);
${forced('authority_change')}

-- Whose it is to say by what another organisation may be told: who let them in, and the key worker's. Nobody's about themselves, nor for who may not know of the help.
create function authority_is_ours(d sharing_decision) returns boolean language sql stable set search_path = onestory, public, pg_temp as $$
  select d.permit and d.starts <= now() and d.ends > now() and (d.sealed_to is null or ctx_user() = any (d.sealed_to)) and d.organisation_id <> ctx_organisation()
     and (d.created_for = ctx_organisation() or key_worker_is_ours(d.person_id)) and ${worksWith('d.person_id')} $$;

-- What stood before, the last first.
create function authority_changes(p uuid, decision uuid) returns table (from_authority text, from_note text, from_told_on date, from_review_on date, to_authority text, because text, changed_at timestamptz, changed_by_name text, organisation text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select c.from_authority, c.from_note, c.from_told_on, c.from_review_on, c.to_authority, c.because, c.changed_at, c.changed_by_name, o.name
    from sharing_decision d join authority_change c on c.person_id = d.person_id and c.decision_id = d.id join organisation o on o.id = c.changed_for
   where d.person_id = p and d.id = decision and authority_is_ours(d) order by c.changed_at desc, c.id $$;

-- 'done'; 'stale' when it is no longer what was read; 'none' where it is not the caller's. What may be seen, and until when, stays as it was: by what it may be told opens nothing.
create function change_authority(p uuid, decision uuid, seen integer, becomes text, note text, told date, review date, why text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  d sharing_decision;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  select * into d from sharing_decision x where x.person_id = p and x.id = decision;
  if d.id is null or not coalesce(authority_is_ours(d), false) or (${worksWith('p', `and ctx_roles() && array['practitioner', 'team_manager']`)}) is not true then return 'none'; end if;
  if d.row_version <> seen then return 'stale'; end if;
  insert into authority_change (person_id, decision_id, from_authority, from_note, from_told_on, from_review_on, to_authority, because, changed_by, changed_by_name, changed_for)
    select p, d.id, d.authority, d.authority_note, d.told_on, d.review_on, becomes, why, u.id, u.name, ctx_organisation() from user_account u where u.id = ctx_user();
  update sharing_decision x set authority = becomes, authority_note = note, told_on = coalesce(told, x.told_on), row_version = x.row_version + 1,
         review_on = case when becomes = 'best_interests' then review when x.authority <> 'best_interests' then x.review_on end where x.person_id = p and x.id = d.id;
  return 'done';
end $$;
`);
    // By what a discreet helper may be told is known to nobody by who looked, as their help is not.
    const known = 'select id, sealed_to from relationship where person_id = p';
    await q.query(amended(ACCESS_LOG, [known, `${known} union all select id, sealed_to from sharing_decision where person_id = p`]));
    for (const part of PARTS) await q.query(`grant execute on function ${part} to onestory_keeper`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What a decision rests on is not forgotten: restore a backup'));
  }
}
