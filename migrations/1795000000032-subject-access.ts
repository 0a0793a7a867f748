import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced, leadOf, themself, worksWith } from './policy-template';

const DEFINER = [
  'rights_waiting()', 'ask_subject_access(uuid, date, text, text, boolean, boolean, text)', 'subject_access_asked(uuid)', 'subject_access_parts()', 'subject_access_status(uuid)', 'subject_access_things(uuid)',
  'decide_subject_access(uuid, uuid[], integer[], boolean, text, text)', 'move_subject_access(uuid, integer, text, text, boolean)', 'subject_access_pack(uuid)', 'my_subject_access(uuid)',
];
/** Parts of those, for the keeper alone. */
const PARTS = ['held_things(uuid)', 'subject_access_due(date, boolean, integer, date)'];

const TODAY = `(now() at time zone 'Europe/London')::date`;

/** What an organisation is asked for: a copy of what it holds about somebody. Each is released by its own controller; none sees what another holds. docs/adr/0024 says why. */
export class SubjectAccess1795000000032 implements MigrationInterface {
  name = 'SubjectAccess1795000000032';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- These are nobody's to read but through the functions below.
create table subject_access (
  person_id uuid not null, id uuid not null, coordinator_id uuid not null, asked_on date not null, how text not null, words text, whole boolean not null, spoke_alone boolean not null, present text,
  recorded_by uuid not null, recorded_by_name text not null, recorded_at timestamptz not null default now(),
  constraint subject_access_pkey primary key (person_id, id),
  constraint subject_access_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint subject_access_coordinator_fkey foreign key (coordinator_id) references organisation (id),
  constraint subject_access_how_check check (how in ('face_to_face', 'phone', 'video', 'paper', 'online')));
${forced('subject_access')}

create table subject_access_part (
  person_id uuid not null, id uuid not null, request_id uuid not null, organisation_id uuid not null, discreet boolean not null, extended_because text,
  paused_on date, paused_for text, paused_days integer not null default 0, state text not null default 'open', released_at timestamptz, released_by text, on_own_page boolean not null default false,
  pack jsonb, row_version integer not null default 1,
  constraint subject_access_part_pkey primary key (person_id, id),
  constraint subject_access_part_request_fkey foreign key (person_id, request_id) references subject_access (person_id, id),
  constraint subject_access_part_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint subject_access_part_state_check check (state in ('open', 'released')),
  constraint subject_access_part_paused_check check ((paused_on is null) = (paused_for is null) and (paused_for is null or paused_for in ('identity', 'clarification'))),
  constraint subject_access_part_released_check check ((state = 'released') = (released_at is not null) and (state = 'released') = (released_by is not null) and (state = 'released') = (pack is not null)));
create unique index subject_access_part_organisation_key on subject_access_part (person_id, request_id, organisation_id);
create index subject_access_part_queue_idx on subject_access_part (organisation_id, state);
${forced('subject_access_part')}

-- What is decided holds for an item as it stood then: one that was changed since is decided again.
create table subject_access_decision (
  person_id uuid not null, id uuid not null, part_id uuid not null, item_id uuid not null, item_version integer not null, release boolean not null, reason text, tested_by text,
  decided_by text not null, decided_at timestamptz not null default now(),
  constraint subject_access_decision_pkey primary key (person_id, id),
  constraint subject_access_decision_part_fkey foreign key (person_id, part_id) references subject_access_part (person_id, id),
  constraint subject_access_decision_reason_check check (release = (reason is null) and (reason is null or reason in ('third_party', 'serious_harm', 'social_work', 'legal_privilege'))),
  constraint subject_access_decision_tested_check check ((tested_by is not null) = (reason is not distinct from 'serious_harm')));
create unique index subject_access_decision_item_key on subject_access_decision (person_id, part_id, item_id);
${forced('subject_access_decision')}

-- One calendar month after it was asked, three where it was extended, later by the days on which somebody waited for the person (Data Protection Act 2018, section 54; Data (Use and Access) Act 2025).
create function subject_access_due(asked date, extended boolean, paused integer, since date) returns date
language sql stable set search_path = onestory, public, pg_temp as $$
  select (asked + case when extended then interval '3 months' else interval '1 month' end)::date + paused + coalesce(${TODAY} - since, 0) $$;

-- What the caller's organisation holds about the person as its own: every kind of item that there is, asked of the catalogue, so that a kind that is added later is not forgotten.
-- What is sealed is for those named alone, whoever assembles.
create function held_things(p uuid) returns table (kind text, id uuid, version integer, at timestamptz, written_by text, body jsonb)
language plpgsql stable set search_path = onestory, public, pg_temp as $$
declare
  t text;
  technical text[] := array['person_id', 'id', 'owner_organisation_id', 'category', 'audience', 'named_organisations', 'visible_to_person', 'sealed_to', 'created_at', 'created_by', 'source', 'row_version',
    'registered_by', 'restricted', 'flags', 'merged_into', 'excluded', 'to_scopes', 'source_reference'];
  plainly text := '(select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(x) - $3) e where jsonb_typeof(e.value) <> ''null'' and e.value not in (''[]'', ''{}'', ''""'') and e.value::text !~ ''^\\[?"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-'')';
begin
  for t in select c.relname from pg_class c where c.relnamespace = 'onestory'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('person_id', 'owner_organisation_id', 'sealed_to') and not a.attisdropped) = 3 order by 1 loop
    return query execute format('select %L::text, x.id, x.row_version, x.created_at, u.name::text, coalesce(' || plainly || ', ''{}'') from %I x left join user_account u on u.id = x.created_by
      where x.person_id = $1 and x.owner_organisation_id = $2 and (x.sealed_to is null or ctx_user() = any (x.sealed_to))', t, t) using p, ctx_organisation(), technical;
  end loop;
  return query execute 'select ''person''::text, x.person_id, x.row_version, x.created_at, u.name::text, coalesce(' || plainly || ', ''{}'') from person x left join user_account u on u.id = x.created_by
    where x.person_id = $1 and x.registered_by = $2' using p, ctx_organisation(), technical;
end $$;

-- Asked by the person on their own page, or as they said it to somebody who works with them or looks after access. Of everybody who holds something or may see it, or of one organisation alone;
-- whoever helps discreetly writes down only what is asked of themselves. Null where the caller may not.
create function ask_subject_access(p uuid, asked date, how text, words text, whole boolean, alone boolean, present text) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  made uuid := gen_random_uuid();
  online boolean := how = 'online';
  coordinator uuid := ctx_organisation();
  quiet boolean;
begin
  if online and not ${themself('p')} or not online and not (${leadOf('p')} or ${worksWith('p', `and ctx_roles() && array['practitioner', 'team_manager']`)}) then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  if online then
    select s.id into made from subject_access s join subject_access_part a on a.person_id = s.person_id and a.request_id = s.id where s.person_id = p and s.whole and a.state = 'open' limit 1;
    if made is not null then return made; end if;
    made := gen_random_uuid();
    coordinator := coalesce((select c.owner_organisation_id from coordination_case c where c.person_id = p and c.state <> 'closed' and c.sealed_to is null order by c.opened_at desc limit 1),
                            (select h.registered_by from person h where h.person_id = p));
  end if;
  quiet := not exists (select 1 from relationship r where r.person_id = p and r.organisation_id = coordinator and r.sealed_to is null and not r.discreet and r.basis <> 'break_glass');
  insert into subject_access (person_id, id, coordinator_id, asked_on, how, words, whole, spoke_alone, present, recorded_by, recorded_by_name)
    select p, made, coordinator, asked, ask_subject_access.how, ask_subject_access.words, ask_subject_access.whole and not quiet, alone, ask_subject_access.present, u.id, u.name from user_account u where u.id = ctx_user();
  insert into subject_access_part (person_id, id, request_id, organisation_id, discreet)
    select p, gen_random_uuid(), made, o.id, bool_and(r.id is null or r.sealed_to is not null or r.discreet or r.basis = 'break_glass')
      from organisation o left join relationship r on r.person_id = p and r.organisation_id = o.id
     where o.id = coordinator or ask_subject_access.whole and not quiet and r.id is not null group by o.id;
  -- A step of it is nobody's to read in a timeline.
  insert into state_transition (person_id, id, owner_organisation_id, category, audience, visible_to_person, sealed_to, created_by, source, entity, entity_id, from_state, to_state, actor_name)
    select p, gen_random_uuid(), a.organisation_id, 'access_log', 'internal', false, '{}', ctx_user(), 'ui', 'SubjectAccess', a.id, null, 'open', (select u.name from user_account u where u.id = ctx_user())
      from subject_access_part a where a.person_id = p and a.request_id = made;
  return made;
end $$;

-- For whoever works with the person: what was asked of their own organisation, and nothing of others.
create function subject_access_asked(p uuid) returns table (id uuid, asked_on date, how text, state text, due_on date, released_at timestamptz)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select a.id, s.asked_on, s.how, a.state, subject_access_due(s.asked_on, a.extended_because is not null, a.paused_days, a.paused_on), a.released_at
    from subject_access_part a join subject_access s on s.person_id = a.person_id and s.id = a.request_id
   where a.person_id = p and a.organisation_id = ctx_organisation() and (${worksWith('p')} or ${leadOf('p')})
   order by s.asked_on desc, a.id $$;

-- For the lead: what was asked of their organisation.
create function subject_access_parts() returns table (
  id uuid, person_id uuid, name text, birth_date date, request_id uuid, asked_on date, how text, words text, whole boolean, spoke_alone boolean, present text, recorded_by text, coordinator text, coordinates boolean,
  discreet boolean, state text, due_on date, extended_because text, paused_on date, paused_for text, paused_days integer, released_at timestamptz, released_by text, on_own_page boolean, version integer)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select a.id, a.person_id, concat_ws(' ', h.given, h.family), h.birth_date, s.id, s.asked_on, s.how, s.words, s.whole, s.spoke_alone, s.present, s.recorded_by_name, o.name, s.coordinator_id = ctx_organisation(),
         a.discreet, a.state, subject_access_due(s.asked_on, a.extended_because is not null, a.paused_days, a.paused_on), a.extended_because, a.paused_on, a.paused_for, a.paused_days, a.released_at, a.released_by,
         a.on_own_page, a.row_version
    from subject_access_part a join subject_access s on s.person_id = a.person_id and s.id = a.request_id join person h on h.person_id = a.person_id join organisation o on o.id = s.coordinator_id
   where a.organisation_id = ctx_organisation() and ${leadOf('a.person_id')}
   order by a.state, 17, a.id $$;

-- For the lead of whoever coordinates: how far the others are, and nothing of what they hold. Who helps discreetly is not among them.
create function subject_access_status(part uuid) returns table (organisation text, state text, due_on date, paused boolean, released_at timestamptz)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select o.name, b.state, subject_access_due(s.asked_on, b.extended_because is not null, b.paused_days, b.paused_on), b.paused_on is not null, b.released_at
    from subject_access_parts() a join subject_access s on s.person_id = a.person_id and s.id = a.request_id
    join subject_access_part b on b.person_id = s.person_id and b.request_id = s.id join organisation o on o.id = b.organisation_id
   where a.id = part and a.coordinates and not b.discreet
   order by o.name, b.id $$;

-- What is to be looked through, and what was decided of each as it stands. Nothing once it is released: then the pack is what was given.
create function subject_access_things(part uuid) returns table (kind text, id uuid, version integer, at timestamptz, written_by text, body jsonb, release boolean, reason text, tested_by text, decided_by text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select t.kind, t.id, t.version, t.at, t.written_by, t.body, d.release, d.reason, d.tested_by, d.decided_by
    from subject_access_parts() a cross join lateral held_things(a.person_id) t
    left join subject_access_decision d on d.person_id = a.person_id and d.part_id = a.id and d.item_id = t.id and d.item_version = t.version
   where a.id = part and a.state = 'open'
   order by t.at, t.id $$;

-- How many were decided, each as it was read; 0 where there is nothing of it that is the caller's.
create function decide_subject_access(part uuid, items uuid[], versions integer[], given boolean, why text, tester text) returns integer
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  p uuid := (select a.person_id from subject_access_parts() a where a.id = part and a.state = 'open');
  done integer;
begin
  if p is null then return 0; end if;
  perform pg_advisory_xact_lock(hashtextextended(part::text, 3));
  if exists (select 1 from subject_access_part a where a.person_id = p and a.id = part and a.state <> 'open') then return 0; end if;
  insert into subject_access_decision (person_id, id, part_id, item_id, item_version, release, reason, tested_by, decided_by)
    select p, gen_random_uuid(), part, t.id, t.version, given, why, tester, u.name from held_things(p) t, user_account u where t.id = any (items) and t.version = versions[array_position(items, t.id)] and u.id = ctx_user()
    on conflict (person_id, part_id, item_id) do update set item_version = excluded.item_version, release = excluded.release, reason = excluded.reason, tested_by = excluded.tested_by,
      decided_by = excluded.decided_by, decided_at = now();
  get diagnostics done = row_count;
  return done;
end $$;

-- 'done'; 'stale' when another lead was first; 'state' where it cannot be done as it stands; 'undecided' while something is; 'none' where there is nothing that is the caller's.
create function move_subject_access(part uuid, version integer, what text, why text, own_page boolean) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  p uuid := (select a.person_id from subject_access_parts() a where a.id = part);
  one subject_access_part;
  me text := (select u.name from user_account u where u.id = ctx_user());
begin
  if p is null then return 'none'; end if;
  perform pg_advisory_xact_lock(hashtextextended(part::text, 3));
  select * into one from subject_access_part a where a.person_id = p and a.id = part;
  if one.row_version <> version then return 'stale'; end if;
  if one.state <> 'open' or what = 'pause' and one.paused_on is not null or what = 'resume' and one.paused_on is null or what = 'extend' and (one.extended_because is not null or why is null)
     or what = 'release' and one.paused_on is not null or what not in ('pause', 'resume', 'extend', 'release') then return 'state'; end if;
  if what = 'release' and exists (select 1 from subject_access_things(part) t where t.release is null) then return 'undecided'; end if;
  update subject_access_part a set row_version = a.row_version + 1,
         paused_on = case what when 'pause' then ${TODAY} when 'resume' then null else a.paused_on end, paused_for = case what when 'pause' then why when 'resume' then null else a.paused_for end,
         paused_days = a.paused_days + case when what = 'resume' then ${TODAY} - a.paused_on else 0 end, extended_because = case what when 'extend' then why else a.extended_because end
   where a.person_id = p and a.id = part;
  if what = 'release' then
    update subject_access_part a set state = 'released', released_at = now(), released_by = me, on_own_page = own_page and not a.discreet, pack = jsonb_build_object(
        'items', (select coalesce(jsonb_agg(jsonb_build_object('kind', t.kind, 'at', t.at, 'writtenBy', t.written_by, 'body', t.body) order by t.at, t.id), '[]') from subject_access_things(part) t where t.release),
        'withheld', (select coalesce(jsonb_agg(jsonb_build_object('reason', w.reason, 'number', w.number) order by w.reason), '[]') from (select t.reason, count(*) as number from subject_access_things(part) t where not t.release group by 1) w))
     where a.person_id = p and a.id = part;
  end if;
  insert into state_transition (person_id, id, owner_organisation_id, category, audience, visible_to_person, sealed_to, created_by, source, entity, entity_id, from_state, to_state, reason, actor_name)
    values (p, gen_random_uuid(), one.organisation_id, 'access_log', 'internal', false, '{}', ctx_user(), 'ui', 'SubjectAccess', part, case when one.paused_on is null then 'open' else 'paused' end,
            case what when 'pause' then 'paused' when 'release' then 'released' else 'open' end, why, me);
  return 'done';
end $$;

-- What was released: for the lead whose organisation released it, and for the person where that lead found it safe on their own page.
create function subject_access_pack(part uuid) returns table (person_id uuid, name text, birth_date date, organisation text, asked_on date, released_at timestamptz, released_by text, pack jsonb)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select a.person_id, concat_ws(' ', h.given, h.family), h.birth_date, o.name, s.asked_on, a.released_at, a.released_by, a.pack
    from subject_access_part a join subject_access s on s.person_id = a.person_id and s.id = a.request_id join person h on h.person_id = a.person_id join organisation o on o.id = a.organisation_id
   where a.id = part and a.state = 'released' and (a.organisation_id = ctx_organisation() and ${leadOf('a.person_id')} or a.on_own_page and not a.discreet and ${themself('a.person_id')}) $$;

-- What the person asked for and how far each is, without whoever helps discreetly: they give their part themselves.
create function my_subject_access(p uuid) returns table (request_id uuid, asked_on date, part_id uuid, organisation text, state text, due_on date, released_at timestamptz, readable boolean)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select s.id, s.asked_on, a.id, o.name, a.state, subject_access_due(s.asked_on, a.extended_because is not null, a.paused_days, a.paused_on), a.released_at, a.state = 'released' and a.on_own_page
    from subject_access s join subject_access_part a on a.person_id = s.person_id and a.request_id = s.id join organisation o on o.id = a.organisation_id
   where s.person_id = p and not a.discreet and ${themself('p')}
   order by s.asked_on desc, s.id, o.name $$;

-- What people said to the lead's organisation and nobody has answered or decided: mistakes after their month, objections until somebody decided.
create function rights_waiting() returns table (kind text, id uuid, person_id uuid, name text, birth_date date, said text, written_by text, since timestamptz, due_on date, organisation text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select 'correction', c.id, c.person_id, concat_ws(' ', h.given, h.family), h.birth_date, c.statement, u.name, c.created_at, c.answer_by, null::text
    from correction c join person h on h.person_id = c.person_id left join user_account u on u.id = c.author_id
   where c.owner_organisation_id = ctx_organisation() and c.state = 'asked' and c.answer_by < ${TODAY} and (c.sealed_to is null or ctx_user() = any (c.sealed_to)) and ${leadOf('c.person_id')}
  union all
  select 'objection', b.id, b.person_id, concat_ws(' ', h.given, h.family), h.birth_date, b.said, b.author_name, b.created_at, null::date, o.name
    from objection b join person h on h.person_id = b.person_id join organisation o on o.id = b.organisation_id
   where b.owner_organisation_id = ctx_organisation() and b.state in ('applied', 'explained') and (b.sealed_to is null or ctx_user() = any (b.sealed_to)) and ${leadOf('b.person_id')}
   order by 8, 2 $$;
`);
    for (const part of PARTS) await q.query(`grant execute on function ${part} to onestory_keeper`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What was released to people is not forgotten: restore a backup'));
  }
}
