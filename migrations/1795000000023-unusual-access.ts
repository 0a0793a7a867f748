import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced } from './policy-template';

const FOR_THE_APPLICATION = ['unusual_accesses(boolean, integer)', 'settle_unusual_access(uuid, integer, text, text)', 'seconds_unsealed()'];
/** Of the clock: reads everybody's audit, and returns a count. */
const FOR_THE_CLOCK = ['find_unusual_access(timestamptz)'];
/** Parts of that, for the keeper alone. */
const PARTS = ['has_tie(uuid, uuid, uuid, timestamptz)', 'had_tie(uuid, uuid, uuid, timestamptz)', 'same_surname(text, text)', 'same_home(uuid, uuid, uuid)'];

/** What a lead of information governance looks into: looks of their own colleagues that stand out, each raised once. */
export class UnusualAccess1795000000023 implements MigrationInterface {
  name = 'UnusualAccess1795000000023';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
create table unusual_access (
  id uuid not null default gen_random_uuid(), organisation_id uuid not null, user_id uuid not null, person_id uuid, rule text not null, fact text not null, number integer not null,
  first_at timestamptz not null, last_at timestamptz not null, raised_at timestamptz not null default now(),
  outcome text, words text, decided_at timestamptz, decided_by uuid, incident_id uuid, row_version integer not null default 1,
  constraint unusual_access_pkey primary key (id),
  constraint unusual_access_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint unusual_access_user_fkey foreign key (user_id) references user_account (id),
  constraint unusual_access_rule_check check (rule in ('no_involvement', 'after_end', 'same_surname', 'same_address', 'self_or_relative', 'night_burst', 'export_spike', 'refused_tries')),
  constraint unusual_access_outcome_check check (outcome in ('explained', 'training', 'breach', 'false_alarm')),
  constraint unusual_access_decided_check check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null) and (outcome is null) = (words is null)),
  constraint unusual_access_not_judge_check check (decided_by is null or decided_by <> user_id));
-- One fact is raised once, whatever became of it.
create unique index unusual_access_fact_key on unusual_access (organisation_id, rule, fact);
create index unusual_access_queue_idx on unusual_access (organisation_id, raised_at desc) where outcome is null;
${forced('unusual_access')}

-- Until when the audit has been read: for what shows at once, and for what shows only a day later.
create table unusual_access_read (one boolean not null default true, soon timestamptz not null, late timestamptz not null,
  constraint unusual_access_read_pkey primary key (one),
  constraint unusual_access_read_one_check check (one));
${forced('unusual_access_read')}
create index audit_event_at_idx on audit_event using brin (at) with (pages_per_range = 16);

do $$
declare
  kinds text := (select substring(pg_get_constraintdef(oid) from 'CHECK \\((.*)\\)$') from pg_constraint where conname = 'incident_kind_check');
begin
  execute 'alter table incident drop constraint incident_kind_check';
  execute format('alter table incident add constraint incident_kind_check check (%s or kind = ''breach'')', kinds);
end $$;
alter table incident alter column person_id drop not null;

-- Was the user, at that instant or since, somebody who works with the person: named for the case, in the circle, let in by name or by team, or one who wrote something?
-- What is sealed counts too: it only keeps a finding from being raised.
create function has_tie(p uuid, who uuid, org uuid, moment timestamptz) returns boolean
language sql stable set search_path = onestory, public, pg_temp as $$
  with mine as materialized (
    select m.id, m.roles, array(select t.team_id from team_member t where t.membership_id = m.id) as teams from membership m where m.user_id = who and m.organisation_id = org)
  select exists (select 1 from key_worker_assignment w join mine m on m.id = w.membership_id where w.person_id = p and coalesce(w.ended_at, 'infinity') > moment)
      or exists (select 1 from care_team_member c, mine m where c.person_id = p and coalesce(c.ends, 'infinity') > moment
                  and (c.membership_id = m.id or c.team_id = any (m.teams) or c.organisation_id = org and c.membership_id is null and c.team_id is null))
      or exists (select 1 from relationship r, mine m where r.person_id = p and r.basis <> 'records' and r.ends > moment and r.scope_kind <> 'organisation' and (r.scope_id in (m.id, who) or r.scope_id = any (m.teams)))
      or exists (select 1 from coordination_case c, mine m where c.person_id = p and c.owner_organisation_id = org and coalesce(c.closed_at, 'infinity') > moment and 'team_manager' = any (m.roles))
      or exists (select 1 from audit_event a where a.person_id = p and a.user_id = who and a.organisation_id = org and a.outcome = 'done' and a.at > moment - interval '90 days'
                  and a.action not in ('read', 'list', 'search', 'ask', 'export', 'print', 'know')) $$;

-- Had they been somebody before? What was sealed is not told by saying so.
create function had_tie(p uuid, who uuid, org uuid, moment timestamptz) returns boolean
language sql stable set search_path = onestory, public, pg_temp as $$
  with mine as materialized (
    select m.id, array(select t.team_id from team_member t where t.membership_id = m.id) as teams from membership m where m.user_id = who and m.organisation_id = org)
  select exists (select 1 from key_worker_assignment w join mine m on m.id = w.membership_id where w.person_id = p and w.ended_at <= moment and w.accepted_at is not null and w.sealed_to is null)
      or exists (select 1 from care_team_member c, mine m where c.person_id = p and c.ends <= moment and c.sealed_to is null and (c.membership_id = m.id or c.team_id = any (m.teams)))
      or exists (select 1 from relationship r, mine m where r.person_id = p and r.ends <= moment and r.sealed_to is null and (r.scope_id = m.id or r.scope_id = any (m.teams))) $$;

-- The last word of a name, or a part of it where it has a hyphen.
create function same_surname(colleague text, family text) returns boolean
language sql stable set search_path = onestory, public, pg_temp as $$
  select string_to_array(plain(translate(regexp_replace(colleague, '^.*\\s', ''), '-', ' ')), ' ') && array(select part from unnest(string_to_array(plain(translate(family, '-', ' ')), ' ')) part where length(part) > 1) $$;

-- Does the person live where the user does, whose own record somebody has pointed out? Not where an address is protected, or is not the organisation's to read.
create function same_home(p uuid, who uuid, org uuid) returns boolean
language sql stable set search_path = onestory, public, pg_temp as $$
  select exists (
    select 1 from exclusion x
      join contact_point theirs on theirs.person_id = x.person_id and theirs.kind = 'address' and theirs.sealed_to is null and theirs.ends_on is null
      join contact_point home on home.person_id = p and home.kind = 'address' and home.sealed_to is null and home.ends_on is null and (home.audience = 'circle' or home.owner_organisation_id = org)
       and plain(home.postcode) = plain(theirs.postcode) and plain(coalesce(home.lines[1], home.value)) = plain(coalesce(theirs.lines[1], theirs.value))
     where x.user_id = who and x.kind = 'person_as_staff' and x.sealed_to is null and x.person_id <> p)
     and not exists (select 1 from person h where h.person_id = p and h.restricted) and not exists (select 1 from contact_point c where c.person_id = p and c.protected) $$;

-- Reads whole hours of the audit, at most a day of them at once, and raises what stands out. Whether somebody had a part in it is asked a day later, because whoever answers the
-- telephone writes the note afterwards. Returns how many hours are left to read.
create function find_unusual_access(moment timestamptz default now()) returns integer
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  until timestamptz := date_trunc('hour', least(moment, now() + interval '1 day') - interval '5 minutes');
  mark unusual_access_read;
  to_soon timestamptz;
  to_late timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('unusual_access', 0));
  insert into unusual_access_read (soon, late) select date_trunc('hour', coalesce(min(at), now())), date_trunc('hour', coalesce(min(at), now())) from (select at from audit_event order by seq limit 1) first on conflict do nothing;
  select * into mark from unusual_access_read;
  to_soon := greatest(mark.soon, least(until, mark.soon + interval '1 day'));
  to_late := greatest(mark.late, least(until - interval '1 day', mark.late + interval '1 day'));

  with looks as materialized (
    select e.user_id, e.organisation_id, e.person_id, (e.at at time zone 'Europe/London')::date as day, min(e.at) as first_at, max(e.at) as last_at, count(*) filter (where e.outcome = 'done' and e.action in ('read', 'print', 'export'))::integer as opened,
           count(*)::integer as tried
      from audit_event e where e.at >= mark.soon and e.at < to_soon and e.person_id is not null and e.user_id is not null and e.organisation_id is not null and e.subject <> 'AccessLog'
       and (e.outcome = 'refused' or e.action in ('read', 'print', 'export'))
     group by 1, 2, 3, 4),
  hours as materialized (
    select e.user_id, e.organisation_id, date_trunc('hour', e.at) as hour, min(e.at) as first_at, max(e.at) as last_at,
           count(distinct e.person_id) filter (where e.outcome = 'done' and e.action in ('read', 'print'))::integer as opened,
           count(*) filter (where e.outcome = 'done' and e.action = 'export')::integer as exports, coalesce(sum(cardinality(e.person_ids)) filter (where e.outcome = 'done' and e.action = 'export'), 0)::integer as taken,
           count(*) filter (where e.outcome = 'refused' and e.person_id is not null)::integer as refused
      from audit_event e where e.at >= mark.soon and e.at < to_soon and e.user_id is not null and e.organisation_id is not null
     group by 1, 2, 3),
  found as (
    select l.organisation_id, l.user_id, l.person_id, 'same_surname' as rule, concat_ws(':', l.user_id, l.person_id) as fact, l.opened as number, l.first_at, l.last_at
      from looks l join user_account u on u.id = l.user_id join person h on h.person_id = l.person_id where l.opened > 0 and same_surname(u.name, h.family)
    union all
    select l.organisation_id, l.user_id, l.person_id, 'same_address', concat_ws(':', l.user_id, l.person_id), l.opened, l.first_at, l.last_at from looks l where l.opened > 0 and same_home(l.person_id, l.user_id, l.organisation_id)
    union all
    select l.organisation_id, l.user_id, l.person_id, 'self_or_relative', concat_ws(':', l.user_id, l.person_id, l.day), l.tried, l.first_at, l.last_at from looks l
     where exists (select 1 from relationship r where r.person_id = l.person_id and r.organisation_id = l.organisation_id)
       and (exists (select 1 from exclusion x where x.person_id = l.person_id and x.user_id = l.user_id and x.ends > l.first_at and x.starts <= l.last_at and x.sealed_to is null and x.kind in ('person_as_staff', 'relative', 'asked_for'))
        or exists (select 1 from known_person k join exclusion x on x.person_id = k.person_id and x.id = k.exclusion_id where k.person_id = l.person_id and k.user_id = l.user_id and k.organisation_id = l.organisation_id
                    and x.ends > l.first_at and x.starts < l.last_at and l.opened < l.tried)
        or exists (select 1 from related_person r where r.person_id = l.person_id and r.user_id = l.user_id and r.sealed_to is null))
    union all
    select h.organisation_id, h.user_id, null, 'night_burst', concat_ws(':', h.user_id, h.hour), h.opened, h.first_at, h.last_at from hours h
     where h.opened >= 10 and (extract(hour from h.hour at time zone 'Europe/London') not between 6 and 21 or extract(isodow from h.hour at time zone 'Europe/London') > 5)
    union all
    select h.organisation_id, h.user_id, null, 'export_spike', concat_ws(':', h.user_id, h.hour), greatest(h.exports, h.taken), h.first_at, h.last_at from hours h where h.exports >= 5 or h.taken >= 300
    union all
    select h.organisation_id, h.user_id, null, 'refused_tries', concat_ws(':', h.user_id, h.hour), h.refused, h.first_at, h.last_at from hours h where h.refused >= 5)
  insert into unusual_access (organisation_id, user_id, person_id, rule, fact, number, first_at, last_at)
    select distinct on (f.organisation_id, f.rule, f.fact) f.organisation_id, f.user_id, f.person_id, f.rule, f.fact, f.number, f.first_at, f.last_at from found f order by f.organisation_id, f.rule, f.fact, f.first_at
    on conflict (organisation_id, rule, fact) do nothing;

  with looks as materialized (
    select e.user_id, e.organisation_id, e.person_id, (e.at at time zone 'Europe/London')::date as day, min(e.at) as first_at, max(e.at) as last_at, count(*)::integer as opened
      from audit_event e where e.at >= mark.late and e.at < to_late and e.person_id is not null and e.user_id is not null and e.organisation_id is not null and e.subject <> 'AccessLog' and e.outcome = 'done'
       and e.action in ('read', 'print', 'export')
     group by 1, 2, 3, 4)
  insert into unusual_access (organisation_id, user_id, person_id, rule, fact, number, first_at, last_at)
    select l.organisation_id, l.user_id, l.person_id, case when had_tie(l.person_id, l.user_id, l.organisation_id, l.first_at) then 'after_end' else 'no_involvement' end, concat_ws(':', l.user_id, l.person_id, l.day),
           l.opened, l.first_at, l.last_at
      from looks l where not has_tie(l.person_id, l.user_id, l.organisation_id, l.first_at)
    on conflict (organisation_id, rule, fact) do nothing;

  update unusual_access_read set soon = to_soon, late = to_late;
  return (extract(epoch from greatest(until - to_soon, until - interval '1 day' - to_late)) / 3600)::integer;
end $$;

-- For a lead about their own colleagues, and never about themselves. The person is named where their organisation knows them, and left out where the lead is kept out.
create function unusual_accesses(decided boolean, most integer) returns table (
  id uuid, rule text, user_id uuid, colleague text, role text, person_id uuid, person text, birth_date date, number integer, first_at timestamptz, last_at timestamptz, raised_at timestamptz,
  outcome text, words text, decided_at timestamptz, decided_by text, version integer)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select f.id, f.rule, f.user_id, u.name, (select m.job_title from membership m where m.user_id = f.user_id and m.organisation_id = f.organisation_id order by m.ends desc, m.starts desc limit 1),
         h.person_id, concat_ws(' ', h.given, h.family), h.birth_date, f.number, f.first_at, f.last_at, f.raised_at, f.outcome, f.words, f.decided_at, d.name, f.row_version
    from unusual_access f join user_account u on u.id = f.user_id left join user_account d on d.id = f.decided_by
    left join person h on h.person_id = f.person_id and exists (select 1 from relationship r where r.person_id = f.person_id and r.organisation_id = f.organisation_id)
   where 'ig_lead' = any (ctx_roles()) and f.organisation_id = ctx_organisation() and f.user_id <> ctx_user() and (f.outcome is not null) = decided
     and not exists (select 1 from exclusion x where x.person_id = f.person_id and x.user_id = ctx_user() and x.ends > now())
   order by f.raised_at desc, f.id limit least(most, 1000) $$;

-- 'settled'; 'stale' when another lead was first; 'none' where there is nothing that is the caller's to decide. A breach is an incident besides.
create function settle_unusual_access(finding uuid, version integer, what text, why text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  made uuid := case when what = 'breach' then gen_random_uuid() end;
  one unusual_access;
begin
  if not exists (select 1 from unusual_accesses(false, 1000) a where a.id = finding) then
    return case when exists (select 1 from unusual_accesses(true, 1000) a where a.id = finding) then 'stale' else 'none' end;
  end if;
  update unusual_access set outcome = what, words = why, decided_at = now(), decided_by = ctx_user(), incident_id = made, row_version = row_version + 1
   where id = finding and outcome is null and row_version = version returning * into one;
  if one.id is null then return 'stale'; end if;
  if made is not null then
    insert into incident (id, organisation_id, kind, reported_by, person_id, item_ids, readers, about_user)
      select made, one.organisation_id, 'breach', ctx_user(), one.person_id, '{}', jsonb_build_array(jsonb_build_object('name', u.name, 'organisation', o.name)), one.user_id
        from user_account u, organisation o where u.id = one.user_id and o.id = one.organisation_id;
  end if;
  return 'settled';
end $$;

-- How long the oldest event has waited for its seal: for the alarm, which says nothing else.
create function seconds_unsealed() returns integer
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select coalesce((select greatest(0, extract(epoch from clock_timestamp() - e.at))::integer from audit_event e where e.seal is null order by e.seq limit 1), 0) $$;
`);
    for (const definer of FOR_THE_APPLICATION) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
    for (const definer of FOR_THE_CLOCK) await q.query(`grant execute on function ${definer} to onestory_clock; alter function ${definer} owner to onestory_keeper`);
    for (const part of PARTS) await q.query(`grant execute on function ${part} to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was found is not forgotten: restore a backup'));
  }
}
