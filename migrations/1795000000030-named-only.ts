import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS_LOG, amended, forced, mayWrite } from './policy-template';

const DEFINER = ['restriction_round(uuid)', 'restrict_person(uuid, integer, uuid[], text, date)', 'lift_restriction(uuid, integer, text)', 'restrictions_written()', 'name_for_restricted(uuid, uuid)',
  'seal_item(uuid, text, uuid, uuid[])'];

// Whoever looks after access in the organisation that restricted the record, and must not be kept from the person.
const LEAD = (restriction: string): string => `'ig_lead' = any (ctx_roles()) and ${restriction}.written_for = ctx_organisation()
     and not exists (select 1 from exclusion k where k.person_id = ${restriction}.person_id and k.user_id = ctx_user() and k.ends > now())`;

/** A record that opens to named workers only: restricted with a reason and a day to look again, and lifted (docs/adr/0023 says why so). And items for named people only. */
export class NamedOnly1795000000030 implements MigrationInterface {
  name = 'NamedOnly1795000000030';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- Which workers keep what their team or organisation opened to them: it names them, and gives them nothing that they had not.
create table restriction (
  person_id uuid not null,
  id uuid not null default gen_random_uuid(),
  keeps uuid[] not null,
  because text not null,
  review_on date not null,
  written_for uuid not null,
  written_by_name text not null,
  starts timestamptz not null default now(),
  ends timestamptz not null default 'infinity',
  ended_because text,
  ended_by_name text,
  created_by uuid not null,
  row_version integer not null default 1,
  constraint restriction_pkey primary key (person_id, id),
  constraint restriction_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint restriction_written_for_fkey foreign key (written_for) references organisation (id)
);
create index restriction_id_idx on restriction (id);
create unique index restriction_live_key on restriction (person_id) where ends = 'infinity';
${forced('restriction')}
grant select on restriction to onestory_app;
create policy read on restriction for select to onestory_app using (${mayWrite('restriction')});
revoke update (restricted) on person from onestory_app;

-- Doors by name stay. Of a team's or an organisation's those named go through, and whoever may know of a discreet one: nothing else of it changes, so each ends with what it follows from.
${amended('refresh_person_access(uuid)',
  ['select r.person_id, r.scope_id, given.fact_id', 'select r.person_id, door.scope_id, given.fact_id'],
  [`'identity' = any (n.categories))) given`, `'identity' = any (n.categories))) given
   cross join lateral (
         select r.scope_id where r.scope_kind in ('membership', 'user') or not (select restricted from person where person_id = p)
         union
         select m.id from membership m
          where (select restricted from person where person_id = p) and r.scope_kind in ('organisation', 'team') and m.organisation_id = r.organisation_id
            and (m.id in (select unnest(x.keeps) from restriction x where x.person_id = p and x.ends > now()) or m.user_id = any (r.sealed_to))
            and (r.scope_kind = 'organisation' or exists (select 1 from team_member t join team g on g.id = t.team_id and g.state = 'active' where t.team_id = r.scope_id and t.membership_id = m.id))) door`],
  [`
     and (r.scope_kind in ('membership', 'user') or not (select restricted from person where person_id = p));`, ';'])}

-- Whoever leaves the team, or whose team is closed, keeps no door that it opened to them.
create function restricted_follow_teams() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  which uuid := (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0])::uuid;
  one uuid;
begin
  for one in select x.person_id from restriction x where x.ends > now() and exists (select 1 from relationship r where r.person_id = x.person_id and r.scope_id = which and r.ends > now()) loop
    perform refresh_person_access(one);
  end loop;
  return null;
end $$;
create trigger team_member_restricted after insert or delete on team_member for each row execute function restricted_follow_teams('team_id');
create trigger team_restricted after update of state on team for each row when (new.state <> old.state) execute function restricted_follow_teams('id');

-- The organisation that registered the person, and the key worker's.
create function may_restrict(p uuid) returns boolean language sql stable set search_path = onestory, public, pg_temp as $$
  select ctx_roles() && array['practitioner', 'team_manager'] and works_with(p)
     and (exists (select 1 from person h where h.person_id = p and h.registered_by = ctx_organisation()) or key_worker_is_ours(p)) $$;

-- Who opens the record, or would if it were not restricted, as far as the caller may know that they help. For a lead of the organisation that restricted it: their own colleagues.
create function restriction_round(p uuid) returns table (user_id uuid, membership_id uuid, name text, job_title text, organisation text, by_name boolean, keeps boolean)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select m.user_id, m.id, u.name, m.job_title, o.name, bool_or(r.scope_id = m.id), coalesce(bool_or(m.id = any (x.keeps)), false)
    from relationship r
    join membership m on m.organisation_id = r.organisation_id and now() >= m.starts and now() < m.ends and m.roles && array['practitioner', 'team_manager']
     and (r.scope_id in (m.id, m.organisation_id) or exists (select 1 from team_member t where t.team_id = r.scope_id and t.membership_id = m.id))
    join user_account u on u.id = m.user_id and u.state = 'active'
    join organisation o on o.id = m.organisation_id
    left join restriction x on x.person_id = p and x.ends > now()
   where r.person_id = p and now() >= r.starts and now() < r.ends and r.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down') and (r.sealed_to is null or ctx_user() = any (r.sealed_to))
     and (works_with(p) or ${LEAD('x')} and r.organisation_id = ctx_organisation() and not r.discreet)
     and (r.basis in ('registered', 'advocate')
          or exists (select 1 from relationship g where g.person_id = p and g.organisation_id = r.organisation_id and g.basis = 'registered' and g.ends > now())
          or exists (select 1 from sharing_decision d where d.person_id = p and d.organisation_id = r.organisation_id and d.permit and now() >= d.starts and d.ends > now()))
     and not exists (select 1 from exclusion e where e.person_id = p and e.user_id = m.user_id and e.ends > now())
   group by m.user_id, m.id, u.name, m.job_title, o.name $$;

-- Restricted, or, where it is already, for whom and until when it is looked at again. Whoever does it and the key worker keep what they had. 'done', or 'stale'.
create function restrict_person(p uuid, version integer, named uuid[], why text, review date) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  stands restriction;
  kept uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  if not may_restrict(p) or coalesce(why, '') = '' or review is null or exists (select 1 from unnest(named) n where n not in (select r.membership_id from restriction_round(p) r)) then
    raise exception 'refused' using errcode = '42501';
  end if;
  select * into stands from restriction x where x.person_id = p and x.ends > now();
  if coalesce(stands.row_version, 0) <> version then return 'stale'; end if;
  kept := array(select distinct k from (select unnest(named) k union all select ctx_membership()
                                        union all select w.membership_id from key_worker_assignment w where w.person_id = p and w.kind = 'lead' and w.state = 'accepted' and w.ended_at is null) x);
  if stands.id is null then
    insert into restriction (person_id, keeps, because, review_on, written_for, written_by_name, created_by)
      select p, kept, why, review, ctx_organisation(), u.name, ctx_user() from user_account u where u.id = ctx_user();
  else
    update restriction x set keeps = kept, because = why, review_on = review, row_version = x.row_version + 1 where x.person_id = p and x.id = stands.id;
  end if;
  update person h set restricted = true, row_version = h.row_version + 1 where h.person_id = p and not h.restricted;
  perform refresh_person_access(p);
  return 'done';
end $$;

-- 'done', 'stale', or 'none' where nothing is restricted.
create function lift_restriction(p uuid, version integer, why text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare stands restriction;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  if not may_restrict(p) or coalesce(why, '') = '' then raise exception 'refused' using errcode = '42501'; end if;
  select * into stands from restriction x where x.person_id = p and x.ends > now();
  if coalesce(stands.row_version, 0) <> version then return 'stale'; end if;
  if not (select h.restricted from person h where h.person_id = p) then return 'none'; end if;
  update restriction x set ends = now(), ended_because = why, ended_by_name = (select u.name from user_account u where u.id = ctx_user()), row_version = x.row_version + 1 where x.person_id = p and x.id = stands.id;
  update person h set restricted = false, row_version = h.row_version + 1 where h.person_id = p;
  perform refresh_person_access(p);
  return 'done';
end $$;

-- What the lead's organisation has restricted: whose record, since when, when it is looked at again, and how many of their own still open it.
create function restrictions_written() returns table (person_id uuid, name text, birth_date date, since timestamptz, written_by text, review_on date, opens integer)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select x.person_id, concat_ws(' ', h.given, h.family), h.birth_date, x.starts, x.written_by_name, x.review_on,
         (select count(distinct m.user_id)::integer from person_access a join membership m on m.id = a.scope_id and now() >= m.starts and now() < m.ends and m.roles && array['practitioner', 'team_manager']
            join user_account u on u.id = m.user_id and u.state = 'active'
           where a.person_id = x.person_id and a.organisation_id = x.written_for and not a.discreet and a.basis not in ('records', 'break_glass', 'wind_down') and now() >= a.starts and now() < a.until and m.user_id <> all (a.excluded))
    from restriction x join person h on h.person_id = x.person_id
   where x.ends > now() and ${LEAD('x')}
   order by x.review_on, x.person_id limit 200 $$;

-- When those who could open it have left: a lead names a colleague, and reads nothing of the record by it.
create function name_for_restricted(p uuid, whom uuid) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  update restriction x set keeps = x.keeps || whom, row_version = x.row_version + 1
   where x.person_id = p and x.ends > now() and ${LEAD('x')} and not whom = any (x.keeps) and whom in (select r.membership_id from restriction_round(p) r where not r.by_name)
     and whom is distinct from ctx_membership();
  if not found then raise exception 'refused' using errcode = '42501'; end if;
  perform refresh_person_access(p);
end $$;

-- Whom a read is about, unless the record is restricted and nobody has said why it is opened. Asked with the rights of who reads: of what they cannot open it tells nothing.
create function with_reason(p uuid) returns uuid language plpgsql stable set search_path = onestory, public, pg_temp as $$
begin
  if exists (select 1 from person h where h.person_id = p and h.restricted) then raise exception 'restricted' using errcode = 'OS001', detail = p::text; end if;
  return p;
end $$;
grant execute on function with_reason(uuid) to onestory_app;
grant execute on function may_restrict(uuid) to onestory_app, onestory_keeper;

-- What is already written, for named people only from now on, for others of them, or for nobody by name any more.
-- By the organisation that wrote it, and by one of those who know. What belongs to it (the corrections of a note, what is said to be wrong with it, what is told of it) is for the same people.
-- Nobody is named who does not open the record, as far as the caller knows, but who was named before; and what a discreet helper wrote is for those who know of the help.
create function seal_item(p uuid, what text, item uuid, known uuid[]) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  x record;
  before uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  select * into x from own_item(p, what, item);
  if not found or what not in ('ContactNote', 'Alert') then raise exception 'refused' using errcode = '42501'; end if;
  before := case what when 'ContactNote' then (select n.sealed_to from contact_note n where n.person_id = p and n.id = item) else (select a.sealed_to from alert a where a.person_id = p and a.id = item) end;
  if known is not null and (x.visible_to_person or x.audience = 'circle' or not coalesce(ctx_user() = any (known), false)
       or exists (select 1 from unnest(known) k where k <> ctx_user() and (k = any (before)) is not true and k not in (select r.user_id from people_round(p) r)))
     or exists (select 1 from relationship r where r.person_id = p and r.organisation_id = ctx_organisation() and r.discreet and now() < r.ends) then
    raise exception 'refused' using errcode = '42501';
  end if;
  if what = 'ContactNote' then
    update contact_note n set sealed_to = known, audience = x.audience, named_organisations = x.named_organisations, visible_to_person = x.visible_to_person,
           row_version = n.row_version + case when n.id = item then 0 else 1 end
     where n.person_id = p and (n.id = item or n.corrects_id = item) and n.owner_organisation_id = ctx_organisation() and n.sealed_to is not distinct from before and n.state <> 'entered_in_error';
    update correction c set sealed_to = known, audience = x.audience, named_organisations = x.named_organisations, visible_to_person = x.visible_to_person, row_version = c.row_version + 1
     where c.person_id = p and c.subject = what and c.subject_id = item and c.sealed_to is not distinct from before;
  else
    update alert a set sealed_to = known where a.person_id = p and a.id = item;
  end if;
  update state_transition t set sealed_to = known, audience = x.audience, named_organisations = x.named_organisations, visible_to_person = x.visible_to_person
   where t.person_id = p and t.sealed_to is not distinct from before
     and (t.entity = what and t.entity_id = item and t.owner_organisation_id = ctx_organisation()
          or t.entity = 'Correction' and exists (select 1 from correction c where c.person_id = p and c.id = t.entity_id and c.subject = what and c.subject_id = item));
end $$;

-- That a record was restricted is for those of the same organisation to read; and why somebody opened one stands where it was read.
${amended(ACCESS_LOG, [`'safe-contact', 'protect', 'unprotect', 'move'`, `'safe-contact', 'protect', 'unprotect', 'restrict', 'unrestrict', 'open-restricted', 'move'`],
  ['order by b.opened_at desc limit 1), e.purpose)', `order by b.opened_at desc limit 1), 'restricted:' || (case when e.action = 'open-restricted' then e.detail ->> 'because' end), e.purpose)`])}
`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
    await q.query('alter function restricted_follow_teams() owner to onestory_keeper');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What keeps people safe is not taken back: restore a backup'));
  }
}
