import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS_LOG, amended, forced, leadOf } from './policy-template';

const DEFINER = [
  'retention_periods()', 'retention_history(text)', 'set_retention_period(text, integer, integer, text)', 'retention_lines(uuid)', 'decide_retention(uuid, text, text, text, date)',
  'settle_disposal(uuid, text, integer, text, text)', 'legal_holds()', 'place_legal_hold(uuid, text, text, date, date)', 'move_legal_hold(uuid, integer, text, text, date)',
];
/** Parts of those, for the keeper alone. */
const PARTS = ['retention_published(text)', 'retention_live(uuid)', 'retention_ended(uuid)', 'step_of_retention(uuid, text, uuid, text, text, text)'];

const TODAY = `(now() at time zone 'Europe/London')::date`;
const DAY = (at: string): string => `(${at} at time zone 'Europe/London')::date`;
const ME = `(select u.name from user_account u where u.id = ctx_user())`;
const IS_LEAD = `coalesce('ig_lead' = any (ctx_roles()), false)`;
const TYPES = `'care', 'mental_health', 'complaint', 'subject_access'`;

/**
 * How long each organisation keeps what it answers for, by type of record; what has come to its end and what its own lead decides of it; and what holds it back. Nothing is destroyed by any of this
 * (docs/adr/0036 says why).
 */
export class Retention1795000000049 implements MigrationInterface {
  name = 'Retention1795000000049';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- These are nobody's to read but through the functions below. A period is never changed: the last one holds.
create table retention_period (
  organisation_id uuid not null, id uuid not null default gen_random_uuid(), record_type text not null, step integer not null, years integer not null, because text not null,
  set_at timestamptz not null default now(), set_by uuid not null, set_by_name text not null,
  constraint retention_period_pkey primary key (organisation_id, id),
  constraint retention_period_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint retention_period_type_check check (record_type in (${TYPES})),
  constraint retention_period_years_check check (years between 1 and 100));
create unique index retention_period_step_key on retention_period (organisation_id, record_type, step);
${forced('retention_period')}

create table legal_hold (
  person_id uuid not null, id uuid not null, organisation_id uuid not null, kind text not null, because text not null, since date not null, review_on date not null, placed_at timestamptz not null default now(),
  placed_by uuid not null, placed_by_name text not null, looked_at timestamptz, looked_by_name text, looked_words text, lifted_at timestamptz, lifted_because text, lifted_by_name text, row_version integer not null default 1,
  constraint legal_hold_pkey primary key (person_id, id),
  constraint legal_hold_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint legal_hold_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint legal_hold_kind_check check (kind in ('inquiry', 'inquest', 'subject_access', 'mortality_review', 'safeguarding_review', 'claim', 'other')),
  constraint legal_hold_looked_check check ((looked_at is null) = (looked_by_name is null) and (looked_at is null) = (looked_words is null)),
  constraint legal_hold_lifted_check check ((lifted_at is null) = (lifted_because is null) and (lifted_at is null) = (lifted_by_name is null)));
create index legal_hold_open_idx on legal_hold (organisation_id) where lifted_at is null;
${forced('legal_hold')}

-- What was decided is never changed, but for whoever approves it or stops it. It holds for the end on which it was decided: of a record that went on, or a period that is another, it says nothing.
create table retention_decision (
  person_id uuid not null, id uuid not null, organisation_id uuid not null, record_type text not null, ended_on date not null, decision text not null, because text not null, keep_until date, state text not null,
  decided_at timestamptz not null default now(), decided_by uuid not null, decided_by_name text not null, approved_at timestamptz, approved_by uuid, approved_by_name text,
  stopped_at timestamptz, stopped_because text, stopped_by_name text, row_version integer not null default 1,
  constraint retention_decision_pkey primary key (person_id, id),
  constraint retention_decision_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint retention_decision_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint retention_decision_type_check check (record_type in (${TYPES})),
  constraint retention_decision_decision_check check (decision in ('keep', 'dispose') and (decision = 'keep') = (keep_until is not null)),
  constraint retention_decision_state_check check (state in ('kept', 'proposed', 'approved', 'stopped') and (decision = 'keep') = (state = 'kept')),
  -- Nobody approves what they proposed.
  constraint retention_decision_approved_check check ((approved_at is null) = (approved_by is null) and (approved_at is null) = (approved_by_name is null) and approved_by is distinct from decided_by
    and case state when 'approved' then approved_at is not null when 'stopped' then true else approved_at is null end),
  constraint retention_decision_stopped_check check ((state = 'stopped') = (stopped_at is not null) and (stopped_at is null) = (stopped_because is null) and (stopped_at is null) = (stopped_by_name is null)));
create index retention_decision_latest_idx on retention_decision (person_id, organisation_id, record_type, decided_at desc);
${forced('retention_decision')}

-- What is published for a kind of organisation, in years (Records Management Code of Practice, NHS England, 2021, appendix II): null where nothing is. From the death for a practice, which keeps the record of a life;
-- from the last contact or the end of care for others; from the closing for what is closed.
create function retention_published(sector text) returns table (record_type text, years integer, counts_from text)
language sql immutable set search_path = onestory, public, pg_temp as $$
  select t.record_type, case
           when t.record_type = 'care' and sector = 'nhs_primary' then 10
           when t.record_type = 'care' and sector in ('nhs_community', 'nhs_acute', 'council_social_care') then 8
           when t.record_type = 'mental_health' then 20
           when sector in ('nhs_primary', 'nhs_community', 'nhs_acute', 'ambulance', 'mental_health', 'council_social_care') then case t.record_type when 'complaint' then 10 when 'subject_access' then 3 end
         end, case when t.record_type = 'care' and sector = 'nhs_primary' then 'death' when t.record_type in ('complaint', 'subject_access') then 'closed' else 'last_contact' end
    from unnest(array[${TYPES}]) t (record_type)
   where case t.record_type when 'mental_health' then sector in ('nhs_community', 'nhs_acute', 'mental_health') when 'care' then sector <> 'mental_health' else true end $$;

create function retention_live(org uuid) returns table (record_type text, years integer, published integer, counts_from text, step integer, because text, set_at timestamptz, set_by_name text)
language sql stable set search_path = onestory, public, pg_temp as $$
  select p.record_type, coalesce(s.years, p.years), p.years, p.counts_from, coalesce(s.step, 0), s.because, s.set_at, s.set_by_name
    from organisation o cross join lateral retention_published(o.sector) p
    left join lateral (select * from retention_period r where r.organisation_id = o.id and r.record_type = p.record_type order by r.step desc limit 1) s on true
   where o.id = org $$;

create function retention_periods() returns table (record_type text, years integer, published integer, counts_from text, step integer, because text, set_at timestamptz, set_by_name text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select l.* from retention_live(ctx_organisation()) l where ${IS_LEAD} order by array_position(array[${TYPES}], l.record_type) $$;

create function retention_history(what text) returns table (step integer, years integer, because text, set_at timestamptz, set_by_name text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select r.step, r.years, r.because, r.set_at, r.set_by_name from retention_period r where r.organisation_id = ctx_organisation() and r.record_type = what and ${IS_LEAD} order by r.step desc $$;

-- 'done'; 'stale' when another lead was first; 'none' where there is no such type for the caller.
create function set_retention_period(what text, seen integer, period integer, why text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if not exists (select 1 from retention_periods() r where r.record_type = what) then return 'none'; end if;
  perform pg_advisory_xact_lock(hashtextextended(ctx_organisation()::text || what, 6));
  if (select r.step from retention_periods() r where r.record_type = what) <> seen then return 'stale'; end if;
  insert into retention_period (organisation_id, record_type, step, years, because, set_by, set_by_name) values (ctx_organisation(), what, seen + 1, period, why, ctx_user(), ${ME});
  return 'done';
end $$;

-- A step of it is nobody's to read in a timeline.
create function step_of_retention(p uuid, what text, entry uuid, from_state text, to_state text, why text) returns void
language sql set search_path = onestory, public, pg_temp as $$
  insert into state_transition (person_id, id, owner_organisation_id, category, audience, visible_to_person, sealed_to, created_by, source, entity, entity_id, from_state, to_state, reason, actor_name)
    values (p, gen_random_uuid(), ctx_organisation(), 'access_log', 'internal', false, '{}', ctx_user(), 'ui', what, entry, from_state, to_state, why, ${ME}) $$;

-- What the lead's own organisation answers for and whose time is over: of one person or of all. What it holds is asked of the catalogue, as for a copy. Not of a restricted record, nor where something of it is known to
-- others by name alone: what the lead may not know of is not decided by them either. Care does not end while the organisation helps, leads a case, waits for an answer or owes one.
create function retention_ended(only_person uuid) returns table (person_id uuid, record_type text, last_on date, ended_on date, years integer)
language plpgsql stable set search_path = onestory, public, pg_temp as $$
declare
  org uuid := ctx_organisation();
  parts text;
  known uuid[];
  quiet uuid[];
begin
  if org is null or not ${IS_LEAD} then return; end if;
  select array_agg(distinct m.person_id) into known from relationship m join person h on h.person_id = m.person_id
   where m.organisation_id = org and (only_person is null or m.person_id = only_person) and not h.restricted and ${leadOf('m.person_id')}
     and not exists (select 1 from relationship z where z.person_id = m.person_id and z.organisation_id = org and z.sealed_to is not null and ctx_user() <> all (z.sealed_to));
  if known is null then return; end if;
  -- What was written is asked only of those whom nobody has begun to help for as long as the shortest period: an organisation knows many, and few of them have come to an end.
  select array_agg(k.id) into quiet from unnest(known) k (id)
   where (select max(r.starts) from relationship r where r.person_id = k.id and r.organisation_id = org and r.basis <> 'records')
           < now() - (select make_interval(years => min(l.years)) from retention_live(org) l where l.record_type in ('care', 'mental_health'))
     and not exists (select 1 from relationship r where r.person_id = k.id and r.organisation_id = org and r.basis not in ('registered', 'records') and r.ends > now());
  select string_agg(format('select x.person_id, x.created_at, x.category = ''mental_health'' as mental, coalesce(ctx_user() <> all (x.sealed_to), false) as hidden from %I x where x.owner_organisation_id = $1 and x.person_id = any ($3)', c.relname), ' union all ')
    into parts from pg_class c where c.relnamespace = 'onestory'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'state_transition'
     and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('person_id', 'owner_organisation_id', 'sealed_to', 'category', 'created_at') and not a.attisdropped) = 5;
  return query execute $care$
    with held as materialized (select i.person_id, max(i.created_at) as at, bool_or(i.mental) as mental, bool_or(i.hidden) as hidden from ($care$ || parts || $care$) i group by i.person_id),
    stood as materialized (select r.person_id, max(greatest(r.starts, case when r.ends < now() then r.ends end)) as at from relationship r where r.organisation_id = $1 and r.person_id = any ($3) and r.basis <> 'records' group by r.person_id),
    care as (
      select s.person_id, v.record_type, greatest(${DAY('greatest(s.at, h.at)')}, b.deceased_on) as last_on, v.years, b.birth_date, b.deceased_on, v.counts_from
        from stood s join person b on b.person_id = s.person_id left join held h on h.person_id = s.person_id
        join lateral (select l.* from retention_live($1) l where l.record_type in ('care', 'mental_health') order by (l.record_type = 'mental_health') = coalesce(h.mental, false) desc limit 1) v on v.years is not null
       where h.hidden is not true and (v.counts_from <> 'death' or b.deceased_on is not null)
         and not exists (select 1 from coordination_case c where c.person_id = s.person_id and c.owner_organisation_id = $1 and c.state <> 'closed')
         and not exists (select 1 from referral f where f.person_id = s.person_id and $1 in (f.owner_organisation_id, f.to_organisation_id) and f.state in ('draft', 'sent', 'acknowledged', 'info_requested', 'accepted', 'waiting', 'in_progress'))
         and not exists (select 1 from subject_access_part a where a.person_id = s.person_id and a.organisation_id = $1 and a.state = 'open')
         and not exists (select 1 from data_complaint c where c.person_id = s.person_id and c.organisation_id = $1 and c.answer is null)
         and not exists (select 1 from correction c where c.person_id = s.person_id and c.owner_organisation_id = $1 and c.state = 'asked')),
    closed as (
      select c.person_id, 'complaint' as record_type, max(c.answered_on) as last_on from data_complaint c where c.organisation_id = $1 and c.person_id = any ($2)
       group by c.person_id having bool_and(c.answer is not null) and not bool_or(is_about(c.about, ${ME}))
      union all
      select a.person_id, 'subject_access', max(${DAY('a.released_at')}) from subject_access_part a where a.organisation_id = $1 and a.person_id = any ($2) group by a.person_id having bool_and(a.state = 'released')),
    ended as (
      -- Of a child until they are 26: the longest that is published, for one who was seen at seventeen.
      select c.person_id, c.record_type, c.last_on, c.years, greatest(((case c.counts_from when 'death' then c.deceased_on else c.last_on end) + make_interval(years => c.years))::date,
             case when c.last_on < c.birth_date + interval '18 years' then (c.birth_date + interval '26 years')::date end) as ended_on from care c
      union all
      select c.person_id, c.record_type, c.last_on, l.years, (c.last_on + make_interval(years => l.years))::date from closed c join retention_live($1) l on l.record_type = c.record_type and l.years is not null)
    select e.person_id, e.record_type, e.last_on, e.ended_on, e.years from ended e where e.ended_on < ${TODAY} $care$ using org, known, quiet;
end $$;

-- For the lead: each with where it stands. What is held back is held back whatever was decided.
create function retention_lines(only_person uuid) returns table (
  person_id uuid, name text, birth_date date, record_type text, last_on date, ended_on date, years integer, stands text, because text, keep_until date, decided_at timestamptz, decided_by_name text, mine boolean,
  approved_at timestamptz, approved_by_name text, version integer, others integer)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select e.person_id, concat_ws(' ', h.given, h.family), h.birth_date, e.record_type, e.last_on, e.ended_on, e.years,
         case when exists (select 1 from legal_hold l where l.person_id = e.person_id and l.organisation_id = ctx_organisation() and l.lifted_at is null) then 'held' else coalesce(d.state, 'due') end,
         d.because, d.keep_until, d.decided_at, d.decided_by_name, coalesce(d.decided_by = ctx_user(), false), d.approved_at, d.approved_by_name, coalesce(d.row_version, 0),
         (select count(distinct m.user_id)::integer from membership m join user_account u on u.id = m.user_id and u.state = 'active'
           where m.organisation_id = ctx_organisation() and 'ig_lead' = any (m.roles) and now() >= m.starts and now() < m.ends and m.user_id <> ctx_user())
    from retention_ended(only_person) e join person h on h.person_id = e.person_id
    left join lateral (select x.* from (
        select * from retention_decision y where y.person_id = e.person_id and y.organisation_id = ctx_organisation() and y.record_type = e.record_type order by y.decided_at desc, y.id desc limit 1) x
      where x.state = 'kept' and x.keep_until >= ${TODAY} or x.state in ('proposed', 'approved') and x.ended_on = e.ended_on) d on true
   order by e.ended_on, 2, e.person_id, e.record_type $$;

-- 'done'; 'held' where a legal hold stands; 'state' where it is decided already; 'none' where there is nothing that is the caller's.
create function decide_retention(p uuid, what text, decided text, why text, until_day date) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  entry uuid := gen_random_uuid();
  one record;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 7));
  select * into one from retention_lines(p) l where l.record_type = what;
  if one.person_id is null then return 'none'; end if;
  if one.stands = 'held' then return 'held'; end if;
  if one.stands not in ('due', 'kept') or decided = 'keep' and until_day <= ${TODAY} then return 'state'; end if;
  insert into retention_decision (person_id, id, organisation_id, record_type, ended_on, decision, because, keep_until, state, decided_by, decided_by_name)
    values (p, entry, ctx_organisation(), what, one.ended_on, decided, why, until_day, case decided when 'keep' then 'kept' else 'proposed' end, ctx_user(), ${ME});
  perform step_of_retention(p, 'Retention', entry, one.stands, case decided when 'keep' then 'kept' else 'proposed' end, why);
  return 'done';
end $$;

-- A second person approves that it is disposed of, or anybody stops it. 'done'; 'own' for whoever proposed it; 'held'; 'stale' when it is no longer what was read; 'state'; 'none'.
create function settle_disposal(p uuid, what text, seen integer, act text, why text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  one record;
  d retention_decision;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 7));
  select * into one from retention_lines(p) l where l.record_type = what;
  if one.person_id is null then return 'none'; end if;
  if one.version <> seen then return 'stale'; end if;
  if act = 'approve' and one.stands = 'held' then return 'held'; end if;
  select * into d from retention_decision x where x.person_id = p and x.organisation_id = ctx_organisation() and x.record_type = what order by x.decided_at desc, x.id desc limit 1;
  if d.id is null or d.ended_on <> one.ended_on or d.state <> 'proposed' and (act = 'approve' or d.state <> 'approved') then return 'state'; end if;
  if act = 'approve' and d.decided_by = ctx_user() then return 'own'; end if;
  update retention_decision x set state = case act when 'approve' then 'approved' else 'stopped' end, row_version = x.row_version + 1,
         approved_at = case act when 'approve' then now() else x.approved_at end, approved_by = case act when 'approve' then ctx_user() else x.approved_by end, approved_by_name = case act when 'approve' then ${ME} else x.approved_by_name end,
         stopped_at = case act when 'stop' then now() end, stopped_because = case act when 'stop' then why end, stopped_by_name = case act when 'stop' then ${ME} end
   where x.person_id = p and x.id = d.id;
  perform step_of_retention(p, 'Retention', d.id, d.state, case act when 'approve' then 'approved' else 'stopped' end, why);
  return 'done';
end $$;

-- What the lead's own organisation holds back, whichever of its leads did: those that stand first, by when they are looked at again.
create function legal_holds() returns table (
  id uuid, person_id uuid, name text, birth_date date, kind text, because text, since date, review_on date, placed_at timestamptz, placed_by_name text, looked_at timestamptz, looked_by_name text, looked_words text,
  lifted_at timestamptz, lifted_because text, lifted_by_name text, version integer)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select l.id, l.person_id, concat_ws(' ', h.given, h.family), h.birth_date, l.kind, l.because, l.since, l.review_on, l.placed_at, l.placed_by_name, l.looked_at, l.looked_by_name, l.looked_words,
         l.lifted_at, l.lifted_because, l.lifted_by_name, l.row_version
    from legal_hold l join person h on h.person_id = l.person_id
   where l.organisation_id = ctx_organisation() and ${leadOf('l.person_id')} order by l.lifted_at is not null, l.review_on, l.placed_at, l.id $$;

-- The id; null where it is not the caller's to hold back.
create function place_legal_hold(p uuid, why_kind text, why text, from_day date, review_day date) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  entry uuid := gen_random_uuid();
begin
  if (${leadOf('p')}) is not true then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(p::text, 7));
  insert into legal_hold (person_id, id, organisation_id, kind, because, since, review_on, placed_by, placed_by_name) values (p, entry, ctx_organisation(), why_kind, why, from_day, review_day, ctx_user(), ${ME});
  perform step_of_retention(p, 'LegalHold', entry, null, 'placed', why);
  return entry;
end $$;

-- 'done'; 'stale' when another lead was first; 'state' when it was lifted already; 'none' where there is nothing that is the caller's.
create function move_legal_hold(entry uuid, seen integer, act text, why text, review_day date) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  p uuid := (select l.person_id from legal_holds() l where l.id = entry);
  one legal_hold;
begin
  if p is null then return 'none'; end if;
  perform pg_advisory_xact_lock(hashtextextended(p::text, 7));
  select * into one from legal_hold l where l.person_id = p and l.id = entry;
  if one.row_version <> seen then return 'stale'; end if;
  if one.lifted_at is not null then return 'state'; end if;
  update legal_hold l set row_version = l.row_version + 1, review_on = coalesce(review_day, l.review_on),
         looked_at = case act when 'review' then now() else l.looked_at end, looked_by_name = case act when 'review' then ${ME} else l.looked_by_name end, looked_words = case act when 'review' then why else l.looked_words end,
         lifted_at = case act when 'lift' then now() end, lifted_because = case act when 'lift' then why end, lifted_by_name = case act when 'lift' then ${ME} end
   where l.person_id = p and l.id = entry;
  perform step_of_retention(p, 'LegalHold', entry, 'placed', case act when 'lift' then 'lifted' else 'placed' end, why);
  return 'done';
end $$;
`);
    for (const part of PARTS) await q.query(`grant execute on function ${part} to onestory_keeper`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
    // Whoever reads who looked, the person too, does not learn from it that something is held back or has come to its end: that is for the leads of the organisation itself.
    await q.query(amended(ACCESS_LOG, [`e.subject <> 'Objection' and`, `e.subject <> all (array['Objection', 'LegalHold', 'Retention']) and`]));
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What is held back and what was decided is not forgotten: restore a backup'));
  }
}
