import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced, leadOf, themself, worksWith } from './policy-template';

const DEFINER = ['complaint_organisations(uuid)', 'make_complaint(uuid, uuid, date, text, text, text, boolean, text)', 'data_complaints()', 'my_complaints(uuid)', 'move_complaint(uuid, integer, text, text)'];
/** Parts of those, for the keeper alone. */
const PARTS = ['is_about(text, text)'];

const TODAY = `(now() at time zone 'Europe/London')::date`;

/** Complaints about what became of somebody's information: to the organisation complained about, and there to those only who look after information. */
export class DataComplaints1795000000033 implements MigrationInterface {
  name = 'DataComplaints1795000000033';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- Nobody's to read but through the functions below.
create table data_complaint (
  person_id uuid not null, id uuid not null, organisation_id uuid not null, discreet boolean not null, made_on date not null, how text not null, words text not null, about text, spoke_alone boolean not null, present text,
  recorded_by uuid not null, recorded_by_name text not null, recorded_at timestamptz not null default now(), state text not null default 'made', acknowledged_on date, acknowledged_by text,
  answer text, answered_on date, answered_by text, row_version integer not null default 1,
  constraint data_complaint_pkey primary key (person_id, id),
  constraint data_complaint_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint data_complaint_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint data_complaint_how_check check (how in ('face_to_face', 'phone', 'video', 'paper', 'online')),
  constraint data_complaint_state_check check (state in ('made', 'acknowledged', 'upheld', 'partly_upheld', 'not_upheld')),
  constraint data_complaint_acknowledged_check check ((acknowledged_on is null) = (acknowledged_by is null) and (state <> 'made') = (acknowledged_on is not null)),
  constraint data_complaint_answered_check check ((answer is not null) = (state in ('upheld', 'partly_upheld', 'not_upheld')) and (answer is null) = (answered_on is null) and (answer is null) = (answered_by is null)));
create index data_complaint_queue_idx on data_complaint (organisation_id, state);
${forced('data_complaint')}

-- Is the colleague the one of whom somebody complains? Whoever bears a name that was said is: too often rather than once too few.
create function is_about(about text, colleague text) returns boolean
language sql immutable set search_path = onestory, public, pg_temp as $$
  select coalesce(string_to_array(plain(about), ' ') && array(select part from unnest(string_to_array(plain(colleague), ' ')) part where length(part) > 2), false) $$;

-- Whom somebody can complain about, without those who help discreetly: for the person whoever helps or helped; for who works with them their own organisation, and the circle where they read who is in it.
create function complaint_organisations(p uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select o.id, o.name from organisation o
   where ${themself('p')} and exists (select 1 from relationship r where r.person_id = p and r.organisation_id = o.id and r.sealed_to is null and not r.discreet and r.basis <> 'break_glass')
      or ${worksWith('p', `and ctx_roles() && array['practitioner', 'team_manager']`)} and (o.id = ctx_organisation() or 'circle' = any (my_categories(p)) and exists (
           select 1 from care_team_member c where c.person_id = p and c.organisation_id = o.id and c.state = 'active' and coalesce(c.ends, 'infinity') > now() and c.sealed_to is null and c.audience = 'circle'))
   order by o.name, o.id $$;

-- The id; 'nobody' where nobody there may look at it; null where it is not the caller's to make.
create function make_complaint(p uuid, org uuid, made date, how text, words text, about text, alone boolean, present text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  entry uuid := gen_random_uuid();
  me text := (select u.name from user_account u where u.id = ctx_user());
begin
  if (how = 'online') <> (${themself('p')}) or not exists (select 1 from complaint_organisations(p) o where o.id = org) then return null; end if;
  if not exists (select 1 from membership m join user_account u on u.id = m.user_id and u.state = 'active' where m.organisation_id = org and 'ig_lead' = any (m.roles) and now() >= m.starts and now() < m.ends
                  and not is_about(make_complaint.about, u.name) and not exists (select 1 from exclusion x where x.person_id = p and x.user_id = u.id and x.ends > now() and x.sealed_to is null)) then return 'nobody'; end if;
  insert into data_complaint (person_id, id, organisation_id, discreet, made_on, how, words, about, spoke_alone, present, recorded_by, recorded_by_name)
    values (p, entry, org, not exists (select 1 from relationship r where r.person_id = p and r.organisation_id = org and r.sealed_to is null and not r.discreet and r.basis <> 'break_glass'),
            made, make_complaint.how, make_complaint.words, make_complaint.about, alone, make_complaint.present, ctx_user(), me);
  -- A step of it is nobody's to read in a timeline.
  insert into state_transition (person_id, id, owner_organisation_id, category, audience, visible_to_person, sealed_to, created_by, source, entity, entity_id, from_state, to_state, actor_name)
    values (p, gen_random_uuid(), org, 'access_log', 'internal', false, '{}', ctx_user(), 'ui', 'DataComplaint', entry, null, 'made', me);
  return entry::text;
end $$;

-- For the lead of whom it is not: to be acknowledged within 30 days (Data Protection Act 2018, section 164A), what is open first.
create function data_complaints() returns table (
  id uuid, person_id uuid, name text, birth_date date, made_on date, how text, words text, about text, spoke_alone boolean, present text, recorded_by text, state text, acknowledge_by date, acknowledged_on date,
  acknowledged_by text, answer text, answered_on date, answered_by text, version integer)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select c.id, c.person_id, concat_ws(' ', h.given, h.family), h.birth_date, c.made_on, c.how, c.words, c.about, c.spoke_alone, c.present, c.recorded_by_name, c.state, c.made_on + 30, c.acknowledged_on, c.acknowledged_by,
         c.answer, c.answered_on, c.answered_by, c.row_version
    from data_complaint c join person h on h.person_id = c.person_id
   where c.organisation_id = ctx_organisation() and ${leadOf('c.person_id')} and not is_about(c.about, (select u.name from user_account u where u.id = ctx_user()))
   order by c.answer is not null, c.made_on, c.id $$;

-- What the person complained of, and what became of it.
create function my_complaints(p uuid) returns table (id uuid, organisation text, made_on date, words text, state text, acknowledge_by date, acknowledged_on date, answer text, answered_on date)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select c.id, o.name, c.made_on, c.words, c.state, c.made_on + 30, c.acknowledged_on, c.answer, c.answered_on from data_complaint c join organisation o on o.id = c.organisation_id
   where c.person_id = p and not c.discreet and ${themself('p')} order by c.made_on desc, c.id $$;

-- 'done'; 'stale' when another lead was first; 'state' where it cannot go there; 'none' where there is nothing that is the caller's.
create function move_complaint(entry uuid, version integer, to_state text, words text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  p uuid := (select c.person_id from data_complaints() c where c.id = entry);
  one data_complaint;
  me text := (select u.name from user_account u where u.id = ctx_user());
begin
  if p is null then return 'none'; end if;
  perform pg_advisory_xact_lock(hashtextextended(entry::text, 3));
  select * into one from data_complaint c where c.person_id = p and c.id = entry;
  if one.row_version <> version then return 'stale'; end if;
  if one.answer is not null or to_state = 'acknowledged' and one.state <> 'made' or to_state not in ('acknowledged', 'upheld', 'partly_upheld', 'not_upheld') or (to_state <> 'acknowledged') <> (move_complaint.words is not null) then return 'state'; end if;
  update data_complaint c set state = to_state, acknowledged_on = coalesce(c.acknowledged_on, ${TODAY}), acknowledged_by = coalesce(c.acknowledged_by, me), answer = move_complaint.words,
         answered_on = case when to_state <> 'acknowledged' then ${TODAY} end, answered_by = case when to_state <> 'acknowledged' then me end, row_version = c.row_version + 1
   where c.person_id = p and c.id = entry;
  insert into state_transition (person_id, id, owner_organisation_id, category, audience, visible_to_person, sealed_to, created_by, source, entity, entity_id, from_state, to_state, actor_name)
    values (p, gen_random_uuid(), one.organisation_id, 'access_log', 'internal', false, '{}', ctx_user(), 'ui', 'DataComplaint', entry, one.state, to_state, me);
  return 'done';
end $$;
`);
    for (const part of PARTS) await q.query(`grant execute on function ${part} to onestory_keeper`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What people complained of is not forgotten: restore a backup'));
  }
}
