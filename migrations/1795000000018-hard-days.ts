import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS_LOG, amended, mayDecide, sealed } from './policy-template';

const DEFINER = [
  'people_round(uuid)', 'protect_contact_points(uuid, uuid[], uuid[], text, date)', 'unprotect_contact_point(uuid, uuid)', 'barred(uuid, uuid[])', 'note_attempt(uuid)', 'sign_in_stopped(uuid, uuid)',
];

/** What keeps people from harm, as something that can be said, changed and ended: how somebody is reached, who may know where they are, and who must not open their record. */
export class HardDays1795000000018 implements MigrationInterface {
  name = 'HardDays1795000000018';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- What is safe changes: a rule ends, and the next begins. Neither is edited.
alter table safe_contact add column starts timestamptz not null default now(), add column ends timestamptz not null default 'infinity';
grant update (ends, row_version) on safe_contact to onestory_app;
create policy finish on safe_contact for update to onestory_app using (${mayDecide('safe_contact')} and ${sealed('safe_contact')}) with check (true);
create trigger safe_contact_end before update of ends on safe_contact for each row execute function end_comes_nearer();

${amended('safe_to_send(uuid, text)', ['s.channel = how and', 's.channel = how and now() < s.ends and'])}
-- A link for a new password is a letter too: to somebody whose e-mail is not theirs alone none is made, and the page says what it always says.
${amended('make_link(uuid, bytea, text, text, timestamptz)', ['(ctx_user() is null or ctx_user() = u.id);', `(ctx_user() is null or ctx_user() = u.id)
       and not exists (select 1 from relationship r join safe_contact s on s.person_id = r.person_id and s.channel = 'email' and now() < s.ends and (not s.allowed or s.who_answers is not null)
                        where r.scope_id = u.id and r.basis = 'own' and now() < r.ends);`])}
-- That an address was kept from somebody is no more to be read in the log than what it is.
${amended(ACCESS_LOG, [`'safe-contact', 'move'`, `'safe-contact', 'protect', 'unprotect', 'move'`])}
-- Somebody who is kept from one who may harm them is looked for: their number is unknown to whoever tries it, and who must not know of them is reported.
${amended('claim_nhs_number(uuid, text)', ['where c.person_id = holder.person_id and c.protected) then', `where c.person_id = holder.person_id and c.protected)
     or exists (select 1 from exclusion x where x.person_id = holder.person_id and x.kind = 'alleged_source_of_harm' and x.ends > now()) then
    perform note_attempt(holder.person_id);`])}

-- Everybody who may open the record by name, by their team or by their organisation, as far as the caller may know that they help: among whom those are
-- chosen who may know of something. Whoever must not open the record is not among them, and nothing says why.
create function people_round(p uuid) returns table (user_id uuid, membership_id uuid, name text, job_title text, organisation text, by_name boolean)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select m.user_id, m.id, u.name, m.job_title, o.name, bool_or(a.scope_id = m.id)
    from person_access a
    join relationship r on r.person_id = p and r.id = a.relationship_id and (r.sealed_to is null or ctx_user() = any (r.sealed_to))
    join membership m on m.organisation_id = a.organisation_id and now() >= m.starts and now() < m.ends and m.roles && array['practitioner', 'team_manager']
     and (a.scope_id in (m.id, m.organisation_id) or exists (select 1 from team_member t where t.team_id = a.scope_id and t.membership_id = m.id))
    join user_account u on u.id = m.user_id and u.state = 'active'
    join organisation o on o.id = m.organisation_id
   where works_with(p) and a.person_id = p and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down') and now() >= a.starts and now() < a.until and m.user_id <> all (a.excluded)
   group by m.user_id, m.id, u.name, m.job_title, o.name $$;

-- Where somebody is, for those only who are named. By anybody who works with them and sees it, whichever organisation wrote it down: it narrows. What was sealed
-- for another reason stays that.
alter table contact_point add column protected_because text, add column protected_review_on date;
revoke update (protected) on contact_point from onestory_app;
create function protect_contact_points(p uuid, points uuid[], known uuid[], why text, review date) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare changed integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  if not works_with(p) or not coalesce(ctx_user() = any (known), false) or review is null or coalesce(why, '') = ''
     or exists (select 1 from unnest(known) k where k <> ctx_user() and k not in (select r.user_id from people_round(p) r)) then
    raise exception 'refused' using errcode = '42501';
  end if;
  update contact_point c set protected = true, sealed_to = known, protected_because = why, protected_review_on = review, row_version = c.row_version + 1
   where c.person_id = p and c.id = any (points) and (c.sealed_to is null or c.protected and ctx_user() = any (c.sealed_to))
     and (c.owner_organisation_id = ctx_organisation() or c.audience = 'circle' and c.category = any (my_categories(p)) or c.audience = 'named' and ctx_organisation() = any (c.named_organisations));
  get diagnostics changed = row_count;
  if changed <> cardinality(points) then raise exception 'refused' using errcode = '42501'; end if;
end $$;
-- It widens: by one of those who know it, not through a door that was broken open.
create function unprotect_contact_point(p uuid, point uuid) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  update contact_point c set protected = false, sealed_to = null, protected_because = null, protected_review_on = null, row_version = c.row_version + 1
   where works_with(p) and c.person_id = p and c.id = point and c.protected and ctx_user() = any (c.sealed_to);
  if not found then raise exception 'refused' using errcode = '42501'; end if;
end $$;

-- Who must not open a record: by whose organisation that was written down, why, and when it is looked at again. A carer's sign-in that was stopped is one of them.
alter table exclusion add column created_for uuid, add column because text, add column review_on date, drop constraint exclusion_kind_check,
  add constraint exclusion_kind_check check (kind in ('relative', 'person_as_staff', 'alleged_source_of_harm', 'asked_for', 'knows_person', 'sign_in_stopped'));
create function made_for_callers_organisation() returns trigger language plpgsql set search_path = onestory, pg_temp as $$
begin
  if current_user = 'onestory_app' then new.created_for := ctx_organisation(); end if;
  return new;
end $$;
create trigger exclusion_made_for before insert on exclusion for each row execute function made_for_callers_organisation();

-- What is reported about somebody is never theirs to read.
alter table incident add column about_user uuid;
do $$ begin
  execute (select format('alter table incident drop constraint incident_kind_check, add constraint incident_kind_check check ((%s) or kind in (''kept_out'', ''sign_in_stopped''))', pg_get_expr(c.conbin, c.conrelid))
             from pg_constraint c where c.conrelid = 'incident'::regclass and c.conname = 'incident_kind_check');
end $$;
drop policy queue on incident;
create policy queue on incident for select to onestory_app using (
  organisation_id = (select ctx_organisation()) and about_user is distinct from (select ctx_user()) and ('ig_lead' = any ((select ctx_roles())::text[]) or reported_by = (select ctx_user())));

-- Of these memberships those who must not open the record, for who works with the person and is about to let somebody in: they are answered as if they did not work there.
create function barred(p uuid, whom uuid[]) returns setof uuid
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select m.id from membership m where m.id = any (whom) and works_with(p) and exists (select 1 from exclusion e where e.person_id = p and e.user_id = m.user_id and e.ends > now()) $$;

-- Whoever must not open the record and tried: one line a day for the leads of the organisation that wrote it down. Asked at every refusal, whoever was refused, and answers nothing.
create function note_attempt(p uuid) returns void
language sql security definer set search_path = onestory, public, pg_temp as $$
  insert into incident (id, organisation_id, kind, reported_by, person_id, item_ids, readers, about_user)
  select gen_random_uuid(), e.created_for, 'kept_out', e.created_by, p, '{}', jsonb_build_array(jsonb_build_object('name', u.name, 'organisation', o.name)), e.user_id
    from (select distinct on (x.created_for) x.* from exclusion x where x.person_id = p and x.user_id = ctx_user() and x.ends > now() and x.created_for is not null and x.kind <> 'knows_person' order by x.created_for, x.starts) e
    join user_account u on u.id = e.user_id left join organisation o on o.id = ctx_organisation()
   where not exists (select 1 from incident i where i.person_id = p and i.about_user = e.user_id and i.organisation_id = e.created_for and i.kind = 'kept_out' and i.at > now() - interval '1 day') $$;

-- A carer's sign-in was stopped: the leads of the organisation that did it look at it.
create function sign_in_stopped(p uuid, whom uuid) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if not works_with(p) then raise exception 'refused' using errcode = '42501'; end if;
  insert into incident (id, organisation_id, kind, reported_by, person_id, item_ids, readers, about_user)
  select gen_random_uuid(), ctx_organisation(), 'sign_in_stopped', ctx_user(), p, '{}', jsonb_build_array(jsonb_build_object('name', u.name, 'organisation', null)), whom
    from exclusion e join user_account u on u.id = e.user_id
   where e.person_id = p and e.user_id = whom and e.kind = 'sign_in_stopped' and e.created_by = ctx_user() and e.ends > now()
     and not exists (select 1 from incident i where i.person_id = p and i.about_user = whom and i.kind = 'sign_in_stopped' and i.organisation_id = ctx_organisation() and i.at >= e.starts);
end $$;
`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What keeps people safe is not taken back: restore a backup'));
  }
}
