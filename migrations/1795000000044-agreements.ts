import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced, leadOf } from './policy-template';

const DEFINER = ['agreements_kept()', 'agreement_impact(uuid)', 'agreement_told(uuid)', 'suspend_agreement(uuid, integer, text)', 'resume_agreement(uuid, integer, text)',
  'incidents_kept()', 'close_incident(uuid, text, text, boolean, text, date)', 'leads_person(uuid)', 'in_my_queue(text, uuid[])'];
/** Parts of those, for the keeper alone. */
const PARTS = ['keeps_agreement(uuid)', 'agreement_key_workers(uuid)'];

/** Doors of people who are helped: not one's own, a carer's, one that was broken open, that closes or that opens only old items. */
const HELPS = (a: string): string => `${a}.basis not in ('own', 'carer', 'break_glass', 'records', 'wind_down') and now() >= ${a}.starts and now() < ${a}.until`;
/** The person is known to the reader's organisation, which may know `what` of them; nobody keeps the reader out, and the record is not restricted. */
const KNOWN = (person: string, what: string): string => `exists (select 1 from person_access k where k.person_id = ${person} and k.organisation_id = ctx_organisation() and ${HELPS('k')} and ctx_user() <> all (k.excluded) and (${what}))
       and not exists (select 1 from person z where z.person_id = ${person} and z.restricted)`;
/** An item that the reader's organisation may know of. */
const KNOWN_ITEM = (t: string): string => `${t}.sealed_to is null and ${KNOWN(`${t}.person_id`, `${t}.owner_organisation_id = ctx_organisation() or ${t}.audience = 'circle' and ${t}.category = any (k.categories)`)}`;

/** Whoever looks after information in the organisation in whose queue it newly stands is told; once, and for as long as it is theirs to read. */
const TOLD_TO_LEADS = (table: string, kind: string, subject: string, organisation: string, when = ''): string =>
  `create trigger ${table}_told after insert on ${table} for each row ${when} execute function tell_leads('${kind}', '${subject}', '${organisation}');`;

/** Suspending and resuming begin alike: by who keeps it, one at a time, as it was read, from the one state to the other. */
const movesFrom = (state: string, to: string): string => `  if not keeps_agreement(org) then return 'none'; end if;
  perform pg_advisory_xact_lock(hashtextextended(org::text, 4));
  select * into one from organisation o where o.id = org;
  if one.row_version <> version then return 'stale'; end if;
  if one.state <> '${state}' then return 'state'; end if;
  update organisation set state = '${to}', row_version = row_version + 1 where id = org;`;
const TOLD_TO_KEY_WORKERS = (news: string, kind: string): string => `  insert into notice (person_id, id, recipient_id, news_id, kind, subject, subject_id, by_id)
    select k.person_id, gen_random_uuid(), k.user_id, ${news}, '${kind}', 'Person', k.person_id, ctx_user() from agreement_key_workers(org) k where k.user_id <> ctx_user();`;

/**
 * An organisation's sharing agreement is suspended and resumed as an act, by whoever looks after it; said first is what that would mean (docs/adr/0031 says why so). What became of an
 * incident; and those who look after information are told of what newly stands in their queue. */
export class Agreements1795000000044 implements MigrationInterface {
  name = 'Agreements1795000000044';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- Which organisation answers for the place: said by whoever runs the system (cli welcome --hosts), and by nobody in it.
alter table place add column host_organisation_id uuid, add constraint place_host_fkey foreign key (host_organisation_id) references organisation (id);

-- Nobody's to read but through the functions below.
create table agreement_suspension (
  organisation_id uuid not null, id uuid not null, because text not null, suspended_at timestamptz not null default now(), suspended_by uuid not null, suspended_by_name text not null, suspended_for uuid not null,
  resumed_at timestamptz, resumed_because text, resumed_by uuid, resumed_by_name text,
  constraint agreement_suspension_pkey primary key (organisation_id, id),
  constraint agreement_suspension_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint agreement_suspension_for_fkey foreign key (suspended_for) references organisation (id),
  constraint agreement_suspension_resumed_check check ((resumed_at is null) = (resumed_because is null) and (resumed_at is null) = (resumed_by_name is null)));
create unique index agreement_suspension_open_key on agreement_suspension (organisation_id) where resumed_at is null;
${forced('agreement_suspension')}

-- Whoever looks after information in the organisation itself, or in the one that hosts a place in which it takes part. Nobody else.
create function keeps_agreement(org uuid) returns boolean language sql stable set search_path = onestory, public, pg_temp as $$
  select coalesce('ig_lead' = any (ctx_roles()) and (org = ctx_organisation() or exists (
    select 1 from organisation_place t join place h on h.id = t.place_id where t.organisation_id = org and h.host_organisation_id = ctx_organisation())), false) $$;

-- The organisations whose agreement is the caller's to suspend, or to let go on: those that are suspended first.
create function agreements_kept() returns table (id uuid, name text, sector text, state text, signed_on date, expires_on date, version integer, ours boolean, since timestamptz, because text, by_name text, by_organisation text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select o.id, o.name, o.sector, o.state, o.agreement_signed_on, o.agreement_expires_on, o.row_version, o.id = ctx_organisation(), s.suspended_at, s.because, s.suspended_by_name, b.name
    from organisation o left join agreement_suspension s on s.organisation_id = o.id and s.resumed_at is null left join organisation b on b.id = s.suspended_for
   where o.state in ('active', 'suspended') and keeps_agreement(o.id) order by o.state <> 'suspended', o.name, o.id $$;

-- What it means, or would mean, that nobody of the organisation opens anything: a line for each colleague, each person whom they help and each thing that nobody would do.
-- Of people whom the reader's own organisation knows, and of what it may know of them; of what is sealed, discreet or restricted nothing.
create function agreement_impact(org uuid) returns table (kind text, person_id uuid, name text, birth_date date, what text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  with it as materialized (select o.id, o.discreet_by_default from organisation o where o.id = org and keeps_agreement(org)),
  helped as materialized (
    select a.person_id, string_agg(distinct u.name, ', ' order by u.name) as who
      from it join person_access a on a.organisation_id = it.id and ${HELPS('a')} and (not a.discreet or it.id = ctx_organisation())
      join relationship r on r.person_id = a.person_id and r.id = a.relationship_id and r.sealed_to is null
      left join membership m on m.id = a.scope_id left join user_account u on u.id = m.user_id
     where ${KNOWN('a.person_id', `it.id = ctx_organisation() or 'circle' = any (k.categories)`)}
     group by a.person_id),
  undone as (
    select 'lead' as kind, w.person_id, u.name as what from it join membership m on m.organisation_id = it.id join user_account u on u.id = m.user_id
      join key_worker_assignment w on w.membership_id = m.id and w.kind = 'lead' and w.state = 'accepted' and w.sealed_to is null join helped l on l.person_id = w.person_id
      join coordination_case c on c.person_id = w.person_id and c.id = w.case_id and c.state <> 'closed'
    union all
    select 'step', a.person_id, a.doer_name from it join care_action a on a.doer_organisation_id = it.id and a.in_force and not a.dropped and a.state not in ('done', 'cancelled')
      join helped l on l.person_id = a.person_id where ${KNOWN_ITEM('a')}
    union all
    select 'referral', f.person_id, f.service_name from it join referral f on f.to_organisation_id = it.id and f.state in ('sent', 'acknowledged', 'info_requested', 'accepted', 'waiting', 'in_progress')
     where ${KNOWN_ITEM('f')} and ctx_user() <> all (f.excluded) and (not it.discreet_by_default or it.id = ctx_organisation())
    union all
    select 'review', v.person_id, v.chair_name from it join review v on v.owner_organisation_id = it.id and v.state not in ('closed', 'cancelled') join helped l on l.person_id = v.person_id where ${KNOWN_ITEM('v')})
  select 'colleague', null::uuid, u.name, null::date, m.job_title from it join membership m on m.organisation_id = it.id and now() >= m.starts and now() < m.ends join user_account u on u.id = m.user_id and u.state = 'active'
  union all
  select x.kind, x.person_id, concat_ws(' ', h.given, h.family), h.birth_date, x.what
    from (select 'helped' as kind, l.person_id, l.who as what from helped l union all select * from undone) x join person h on h.person_id = x.person_id $$;

-- The key workers, of others, of the people whom the organisation helps for them to know.
create function agreement_key_workers(org uuid) returns table (person_id uuid, user_id uuid) language sql stable set search_path = onestory, public, pg_temp as $$
  select distinct w.person_id, m.user_id from person_access a
    join relationship r on r.person_id = a.person_id and r.id = a.relationship_id and r.sealed_to is null
    join key_worker_assignment w on w.person_id = a.person_id and w.kind = 'lead' and w.state = 'accepted' and w.sealed_to is null
    join membership m on m.id = w.membership_id and m.organisation_id <> org and now() >= m.starts and now() < m.ends and m.user_id <> all (a.excluded)
   where a.organisation_id = org and not a.discreet and ${HELPS('a')}
     and exists (select 1 from person_access k where k.person_id = a.person_id and k.organisation_id = m.organisation_id and ${HELPS('k')} and 'circle' = any (k.categories)) $$;

-- Who is written to about it, without a name: those key workers, and who looks after information there.
create function agreement_told(org uuid) returns table (user_id uuid, there boolean)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select distinct k.user_id, false from agreement_key_workers(org) k where keeps_agreement(org) and k.user_id <> ctx_user()
  union
  select m.user_id, true from membership m join user_account u on u.id = m.user_id and u.state = 'active'
   where keeps_agreement(org) and m.organisation_id = org and 'ig_lead' = any (m.roles) and now() >= m.starts and now() < m.ends and m.user_id <> ctx_user() $$;

-- 'done'; 'stale' when it was changed since it was read; 'state' when it is so already; 'none' where it is not the caller's. From then on nobody acts for the organisation: who they are is asked anew
-- with every request, before every batch of a file, and of every open stream.
create function suspend_agreement(org uuid, version integer, why text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  held uuid := gen_random_uuid();
  one organisation;
begin
${movesFrom('active', 'suspended')}
  insert into agreement_suspension (organisation_id, id, because, suspended_by, suspended_by_name, suspended_for) select org, held, why, u.id, u.name, ctx_organisation() from user_account u where u.id = ctx_user();
${TOLD_TO_KEY_WORKERS('held', 'agreement.suspended')}
  perform pg_notify('onestory_changes', json_build_object('organisationId', org)::text);
  return 'done';
end $$;

-- What the decisions about each person still allow is open again by that alone: nothing of it was written down elsewhere, so nothing that ended meanwhile comes back.
create function resume_agreement(org uuid, version integer, why text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  one organisation;
begin
${movesFrom('suspended', 'active')}
  update agreement_suspension s set resumed_at = now(), resumed_because = why, resumed_by = ctx_user(), resumed_by_name = (select u.name from user_account u where u.id = ctx_user())
   where s.organisation_id = org and s.resumed_at is null;
${TOLD_TO_KEY_WORKERS('gen_random_uuid()', 'agreement.resumed')}
  return 'done';
end $$;

-- What became of an incident, which may be nobody's in particular and has no person in its key: nobody's to read but through the functions below, whoever reported it too.
create table incident_outcome (
  organisation_id uuid not null, incident_id uuid not null, done text not null, not_told_because text, reportable boolean not null, reportable_because text not null, reported_on date,
  closed_at timestamptz not null default now(), closed_by uuid not null, closed_by_name text not null,
  constraint incident_outcome_pkey primary key (organisation_id, incident_id),
  constraint incident_outcome_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint incident_outcome_reported_check check (reportable = (reported_on is not null)));
create unique index incident_outcome_incident_key on incident_outcome (incident_id);
${forced('incident_outcome')}

-- For the lead, never about themselves: what stood with the wrong person or was opened without a reason, what is open first. Where it has to be reported, that is within 72 hours of becoming aware (UK GDPR,
-- article 33): the hour in which it was written down. Whoever wrote the note that stood wrong reads it and does not close it.
create function incidents_kept() returns table (
  id uuid, kind text, at timestamptz, person_id uuid, name text, birth_date date, reported_by text, readers jsonb, caused boolean, report_by timestamptz, done text, not_told_because text,
  reportable boolean, reportable_because text, reported_on date, closed_at timestamptz, closed_by text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select i.id, i.kind, i.at, h.person_id, nullif(concat_ws(' ', h.given, h.family), ''), h.birth_date, u.name, i.readers,
         exists (select 1 from contact_note n where n.id = any (i.item_ids) and n.created_by = ctx_user()), i.at + interval '72 hours', c.done, c.not_told_because,
         c.reportable, c.reportable_because, c.reported_on, c.closed_at, c.closed_by_name
    from incident i left join user_account u on u.id = i.reported_by left join incident_outcome c on c.organisation_id = i.organisation_id and c.incident_id = i.id
    left join person h on h.person_id = i.person_id and ${leadOf('i.person_id')}
   where i.kind in ('wrong_person', 'breach') and 'ig_lead' = any (ctx_roles()) and i.organisation_id = ctx_organisation() and i.about_user is distinct from ctx_user()
     and not exists (select 1 from exclusion x where x.person_id = i.person_id and x.user_id = ctx_user() and x.ends > now())
   order by c.closed_at is not null, i.at, i.id $$;

-- 'done'; 'caused' for whoever wrote what stood wrong; 'state' when it is closed already; 'none' where it is not the caller's.
create function close_incident(entry uuid, what text, not_told text, must_report boolean, why text, reported date) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  one record;
  me text := (select u.name from user_account u where u.id = ctx_user());
begin
  perform pg_advisory_xact_lock(hashtextextended(entry::text, 5));
  select * into one from incidents_kept() i where i.id = entry;
  if one.id is null then return 'none'; end if;
  if one.caused then return 'caused'; end if;
  if one.closed_at is not null then return 'state'; end if;
  insert into incident_outcome (organisation_id, incident_id, done, not_told_because, reportable, reportable_because, reported_on, closed_by, closed_by_name)
    values (ctx_organisation(), entry, what, not_told, must_report, why, reported, ctx_user(), me);
  update incident set state = 'closed' where id = entry;
  -- A step of it is nobody's to read in a timeline.
  insert into state_transition (person_id, id, owner_organisation_id, category, audience, visible_to_person, sealed_to, created_by, source, entity, entity_id, from_state, to_state, actor_name)
    select i.person_id, gen_random_uuid(), i.organisation_id, 'access_log', 'internal', false, '{}', ctx_user(), 'ui', 'Incident', i.id, 'open', 'closed', me from incident i where i.id = entry and i.person_id is not null;
  return 'done';
end $$;

-- Looks the caller after information of somebody whom their organisation knows, and who does not keep them out?
create function leads_person(p uuid) returns boolean language sql stable security definer set search_path = onestory, public, pg_temp as $$ select coalesce(${leadOf('p')}, false) $$;

-- Those of them that stand in the caller's queue now.
create function in_my_queue(what text, ids uuid[]) returns setof uuid
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select c.id from data_complaints() c where what = 'DataComplaint' and c.id = any (ids)
  union all select a.id from subject_access_parts() a where what = 'SubjectAccess' and a.id = any (ids)
  union all select w.id from rights_waiting() w where what = 'WaitingRight' and w.kind = 'objection' and w.id = any (ids)
  union all select i.id from incidents_kept() i where what = 'Incident' and i.id = any (ids) $$;

-- Who they are is said to the server for the rest of the transaction, so that a letter without names goes out with the commit.
create function tell_leads() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  org uuid := (to_jsonb(new) ->> tg_argv[2])::uuid;
  lead uuid;
begin
  if ctx_user() is null then return null; end if;
  for lead in select distinct m.user_id from membership m join user_account u on u.id = m.user_id and u.state = 'active'
               where m.organisation_id = org and 'ig_lead' = any (m.roles) and now() >= m.starts and now() < m.ends and m.user_id <> ctx_user() loop
    insert into notice (person_id, id, recipient_id, news_id, kind, subject, subject_id, by_id) values (new.person_id, gen_random_uuid(), lead, new.id, tg_argv[0], tg_argv[1], new.id, ctx_user()) on conflict do nothing;
    perform set_config('onestory.told', concat_ws(',', nullif(current_setting('onestory.told', true), ''), lead::text), true);
  end loop;
  return null;
end $$;
${TOLD_TO_LEADS('data_complaint', 'complaint.made', 'DataComplaint', 'organisation_id')}
${TOLD_TO_LEADS('subject_access_part', 'copy.asked', 'SubjectAccess', 'organisation_id')}
${TOLD_TO_LEADS('objection', 'objection.made', 'WaitingRight', 'owner_organisation_id')}
${TOLD_TO_LEADS('incident', 'incident.opened', 'Incident', 'organisation_id', `when (new.kind = 'wrong_person')`)}
do $$ declare rule record; begin
  for rule in select polname, pg_get_expr(polqual, polrelid) as told from pg_policy where polrelid = 'notice'::regclass and polname in ('mine', 'settle') loop
    execute format($with$alter policy %I on notice using (%s or recipient_id = (select ctx_user()) and subject in ('DataComplaint', 'SubjectAccess', 'WaitingRight', 'Incident') and leads_person(person_id))$with$, rule.polname, rule.told);
  end loop;
end $$;
`);
    for (const part of PARTS) await q.query(`grant execute on function ${part} to onestory_keeper`);
    await q.query('alter function tell_leads() owner to onestory_keeper');
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Why somebody lost what they could see is not forgotten: restore a backup'));
  }
}
