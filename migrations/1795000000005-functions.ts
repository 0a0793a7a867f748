import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CATEGORY_LIST, forced } from './policy-template';

/** Every function that runs with the keeper's rights. Each has a test that calls it as a stranger and learns nothing. */
const DEFINER = [
  'conversation_held(uuid, timestamptz)', 'refresh_person_access(uuid)', 'register_person(uuid, uuid, text, uuid, text[])', 'claim_nhs_number(uuid, text)', 'refused_lately(text, interval)',
  'may_end_help(uuid, uuid, uuid)', 'end_help(uuid, uuid, integer, timestamptz, timestamptz)', 'circle_access(uuid)', 'move_note(uuid, uuid, uuid, text)', 'access_log(uuid, bigint, integer, text)', 'ig_people(text, uuid, integer)', 'people_named(text[], date, text, text, uuid, integer)',
  'people_sounding(text[], text[], date, text, text, uuid, integer)',
  'caller(uuid, uuid)', 'credential_of(text)', 'try_once(text, text, integer, interval)', 'forget_tries(text, text)',
  'make_link(uuid, bytea, text, text, timestamptz)', 'link_is_for(bytea)', 'redeem_link(bytea, text)',
];

export class Functions1795000000005 implements MigrationInterface {
  name = 'Functions1795000000005';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
create table incident (
  id uuid not null, organisation_id uuid not null, kind text not null, at timestamptz not null default now(), reported_by uuid not null,
  person_id uuid not null, item_ids uuid[] not null, readers jsonb not null, state text not null default 'open',
  constraint incident_pkey primary key (id),
  constraint incident_kind_check check (kind in ('wrong_person')));
${forced('incident')}
grant select on incident to onestory_app;
create policy queue on incident for select to onestory_app using (
  organisation_id = (select ctx_organisation()) and ('ig_lead' = any ((select ctx_roles())::text[]) or reported_by = (select ctx_user())));

-- Words as people type them: lower case, without accents.
create function plain(words text) returns text language sql immutable parallel safe as $$
  select translate(regexp_replace(normalize(lower(words), NFKD), '[\\u0300-\\u036f]', '', 'g'), 'łøđıßœæþð’‘''-', 'lodisoatd   ') $$;

-- How names sound, whatever their spelling: the double metaphone of each word of three letters or more, as an English, an Irish and a Polish reader
-- would say it; as that ends after four sounds, the single one tells on. Siobhan and Shivon have a code in common, and so have Niamh and Neve,
-- Kowalczyk and Kovalchik.
create function sounds_of(names text) returns text[] language sql immutable parallel safe set search_path = onestory, public, pg_temp as $$
  select coalesce(array_agg(distinct code order by code), '{}')
    from regexp_split_to_table(plain(replace(names, '-', ' ')), '[^a-z]+') word,
         unnest(array[left(word, 60), regexp_replace(regexp_replace(left(word, 60), '[bm]h', 'v', 'g'), '^s(?=[ei])', 'sh'),
                      translate(replace(replace(replace(left(word, 60), 'cz', 'ch'), 'sz', 'sh'), 'rz', 'zh'), 'w', 'v')]) said,
         unnest(array[dmetaphone(said), dmetaphone_alt(said)]) start,
         lateral (select start || substr(metaphone(said, 40), 5) as code) c
   where length(word) > 2 and start <> '' $$;

-- Rebuilds what follows from the facts about one person. It takes no organisation and no categories: calling it grants nothing.
create function refresh_person_access(p uuid) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  delete from person_access where person_id = p;
  insert into person_access (person_id, scope_id, fact_id, relationship_id, organisation_id, basis, categories, refused, excluded, discreet, starts, until)
  select r.person_id, r.scope_id, given.fact_id, r.id, r.organisation_id, r.basis,
         array(select c from unnest(given.categories) c where c <> all (no.refused)), no.refused,
         array(select e.user_id from exclusion e where e.person_id = p and e.ends > now()),
         r.discreet, greatest(r.starts, given.starts), least(r.ends, given.ends)
    from relationship r
   cross join lateral (
         select case when r.basis in ('own', 'carer', 'break_glass') then '{}'::text[]
                -- whoever winds down has what is their own, and nothing else that names them
                when r.basis = 'wind_down' then array[${CATEGORY_LIST}] else
                array(select distinct c from sharing_decision d, unnest(d.categories) c
                       where d.person_id = p and d.organisation_id = r.organisation_id and not d.permit and d.ends > now()) end as refused) no
   cross join lateral (
         select r.id as fact_id, r.categories, r.starts, 'infinity'::timestamptz as ends
          where r.basis in ('registered', 'own', 'carer', 'advocate', 'break_glass')
         union all
         select r.id, '{}', r.starts, 'infinity'::timestamptz where r.basis = 'records'
         union all
         -- the organisation that registered somebody needs no decision for a colleague's help
         select g.id, array(select c from unnest(r.categories) c where c = any (g.categories)), g.starts, g.ends
           from relationship g
          where r.basis in ('care_team', 'review', 'cover', 'wind_down') and g.person_id = p and g.organisation_id = r.organisation_id and g.basis = 'registered' and g.ends > now()
         union all
         select d.id, array(select c from unnest(r.categories) c where c = any (d.categories)), d.starts, d.ends
           from sharing_decision d
          where r.basis in ('care_team', 'review', 'cover', 'wind_down') and d.person_id = p and d.organisation_id = r.organisation_id and d.permit and d.ends > now()
            -- to whom the person wants nothing at all shown has no door left; an objection is decided about first
            and not exists (select 1 from sharing_decision n where n.person_id = p and n.organisation_id = r.organisation_id and not n.permit and not n.objection and n.ends > now()
                             and 'identity' = any (n.categories))) given
   where r.person_id = p and least(r.ends, given.ends) > now() and least(r.ends, given.ends) > greatest(r.starts, given.starts)
     and (r.scope_kind in ('membership', 'user') or not (select restricted from person where person_id = p));
  delete from worklist where person_id = p;
  insert into worklist (scope_id, person_id, organisation_id, basis, starts, until, excluded, family, given, reference, words, sounds, case_id, key_worker_id, last_conversation_at, next_review_on, contact_due_on)
  -- what has started has started: doors that differ in nothing else are one line
  select distinct a.scope_id, p, a.organisation_id, a.basis, case when a.starts <= now() then '-infinity' else a.starts end, a.until, a.excluded, h.family, h.given, n.reference, ' ' || plain(concat_ws(' ', h.family, h.given, h.preferred, h.given, h.family, n.reference)) || ' ',
         sounds_of(concat_ws(' ', h.family, h.given, h.preferred)), k.id,
         (select m.user_id from key_worker_assignment w join membership m on m.id = w.membership_id
           where w.person_id = p and w.case_id = k.id and w.kind = 'lead' and w.ended_at is null and w.accepted_at is not null),
         k.last_conversation_at, k.next_review_on,
         ((coalesce(k.last_conversation_at, k.opened_at) at time zone 'Europe/London')::date + k.contact_every_days)
    from person_access a
    join person h on h.person_id = p
    left join lateral (select * from coordination_case c where c.person_id = p and c.state <> 'closed' and a.basis <> 'wind_down' order by c.opened_at desc limit 1) k on true
    -- one that is sealed stands only where nobody else looks
    left join lateral (select n.reference from own_reference n where n.person_id = p and n.owner_organisation_id = a.organisation_id
                          and (n.sealed_to is null or exists (select 1 from membership m where m.id = a.scope_id and m.user_id = any (n.sealed_to)))
                        order by n.created_at desc limit 1) n on true
   where a.person_id = p and a.basis not in ('own', 'carer', 'records', 'break_glass');
end $$;

-- The first people by name whose words fit every pattern, among those whom the caller may list. A policy would have each of the caller's
-- people compared one by one, because comparing patterns could tell of hidden rows; here only rows of the caller's own scopes are compared.
create function people_named(patterns text[], born date, after_family text, after_given text, after_person uuid, most integer) returns setof uuid
language sql stable rows 20 security definer set search_path = onestory, public, pg_temp set plan_cache_mode = force_custom_plan as $$
  select x.person_id from (
    select distinct w.family, w.given, w.person_id from worklist w
     where w.scope_id = any ((select ctx_scopes())::uuid[]) and now() >= w.starts and now() < w.until and ((select ctx_user()) = any (w.excluded)) is not true and w.organisation_id = (select ctx_organisation())
       and w.words like patterns[1] and w.words like all (patterns)
       and (born is null or exists (select 1 from person h where h.person_id = w.person_id and h.birth_date = born))
       and (after_person is null or (w.family, w.given, w.person_id) > (after_family, after_given, after_person))) x
   order by x.family, x.given, x.person_id limit least(most, 200) $$;

-- Of the same people those whose names sound like what was typed, and are not written like it: heard are the words of the patterns, null where
-- one has no sound. A word may also be written as typed, so that a right family name finds a given name that was only heard.
create function people_sounding(patterns text[], heard text[], born date, after_family text, after_given text, after_person uuid, most integer) returns setof uuid
language sql stable rows 20 security definer set search_path = onestory, public, pg_temp set plan_cache_mode = force_custom_plan as $$
  with typed as materialized (select t.pattern, sounds_of(t.word) as codes from unnest(patterns, heard) t (pattern, word))
  select x.person_id from (
    select distinct w.family, w.given, w.person_id from worklist w
     where w.scope_id = any ((select ctx_scopes())::uuid[]) and now() >= w.starts and now() < w.until and ((select ctx_user()) = any (w.excluded)) is not true and w.organisation_id = (select ctx_organisation())
       and (w.words like patterns[1] or w.sounds && sounds_of(heard[1]))
       and not exists (select 1 from typed t where not (w.words like t.pattern or w.sounds && t.codes)) and not w.words like all (patterns)
       and (born is null or exists (select 1 from person h where h.person_id = w.person_id and h.birth_date = born))
       and (after_person is null or (w.family, w.given, w.person_id) > (after_family, after_given, after_person))) x
   where cardinality(array_remove(heard, null)) > 0
   order by x.family, x.given, x.person_id limit least(greatest(most, 0), 200) $$;

-- A conversation with the person moves the open case's clock, whichever organisation of the circle had it; only forward.
create function conversation_held(p uuid, held timestamptz) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if held > now() or not exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation() and a.basis not in ('own', 'carer', 'records')
                  and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)) then
    raise exception 'refused' using errcode = '42501';
  end if;
  update coordination_case set last_conversation_at = held where person_id = p and state <> 'closed' and (last_conversation_at is null or last_conversation_at < held);
  if found then perform refresh_person_access(p); end if;
end $$;

-- The first relationship, made before the person row; refuses an id that exists. The caller's organisation decides who in it.
create function register_person(p uuid, relation uuid, kind text, scope uuid, given text[]) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if ctx_organisation() is null or exists (select 1 from person where person_id = p) or exists (select 1 from relationship where person_id = p)
     or not scope = any (ctx_scopes()) or scope = ctx_user() or not scope_belongs(ctx_organisation(), kind, scope) then
    raise exception 'refused' using errcode = '42501';
  end if;
  insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, source, created_by)
    values (p, relation, ctx_organisation(), kind, scope, 'registered', given, 'ui', ctx_user());
  insert into person_access (person_id, scope_id, fact_id, relationship_id, organisation_id, basis, categories, refused, excluded, discreet, starts, until)
    values (p, scope, relation, relation, ctx_organisation(), 'registered', given, '{}', '{}', false, now(), 'infinity');
end $$;

-- 'claimed' or 'exists'. Someone who is looked for answers as an unknown number: the match goes to the information-governance queue.
create function claim_nhs_number(p uuid, number text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare holder nhs_number_holder;
begin
  if not exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation() and a.basis not in ('own', 'carer', 'records', 'wind_down')
                  and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)) then
    raise exception 'refused' using errcode = '42501';
  end if;
  insert into nhs_number_holder (nhs_number, person_id, state) values (number, p, 'current') on conflict do nothing;
  select * into holder from nhs_number_holder where nhs_number = number;
  if holder.person_id = p then return 'claimed'; end if;
  if exists (select 1 from person h where h.person_id = holder.person_id and h.restricted)
     or exists (select 1 from contact_point c where c.person_id = holder.person_id and c.protected) then
    insert into identity_match (id, organisation_id, person_id, other_person_id)
      select gen_random_uuid(), h.registered_by, holder.person_id, p from person h where h.person_id = holder.person_id;
    return 'claimed';
  end if;
  return 'exists';
end $$;

-- How often the caller was lately refused that act.
create function refused_lately(what text, within interval) returns integer
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select count(*)::integer from audit_event where outcome = 'refused' and user_id = ctx_user() and action = what and at > now() - within $$;

-- Who stands round the person and with which categories, as far as the caller may know of them.
create function circle_access(p uuid) returns table (organisation_id uuid, scope_id uuid, basis text, categories text[], refused text[])
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select a.organisation_id, a.scope_id, a.basis, a.categories, a.refused
    from person_access a join relationship r on r.person_id = a.person_id and r.id = a.relationship_id
   where a.person_id = p and now() >= a.starts and now() < a.until and a.basis not in ('records', 'break_glass')
     and (r.sealed_to is null or ctx_user() = any (r.sealed_to))
     and exists (select 1 from person_access mine where mine.person_id = p and mine.scope_id = any (ctx_scopes())
                  and now() >= mine.starts and now() < mine.until and ctx_user() <> all (mine.excluded) and mine.basis not in ('own', 'carer', 'records')) $$;

-- Help is ended by the helper and, while they help themselves, by whoever added the helper and by the organisation of the key worker.
create function may_end_help(p uuid, added_by uuid, helper uuid) returns boolean
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select coalesce(ctx_organisation() = helper, false)
      or exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation() and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down')
                  and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded))
     and (ctx_organisation() = added_by or exists (select 1 from key_worker_assignment w join membership m on m.id = w.membership_id
                  where w.person_id = p and w.kind = 'lead' and w.ended_at is null and w.accepted_at is not null and m.organisation_id = ctx_organisation()
                    and exists (select 1 from coordination_case c where c.person_id = p and c.id = w.case_id and c.state <> 'closed'))) $$;

-- What is left of somebody's help when it ends: until the wind-down is over they read what is their own and write a closing note, and see nothing of others
-- (safety.md, section 3). With no later instant nothing is left. The one that registered the person stays that. Called by what ends help, and by nobody else.
create function wind_down(p uuid, door uuid, moment timestamptz, over timestamptz) returns void
language plpgsql set search_path = onestory, public, pg_temp as $$
declare
  help relationship;
  narrow uuid := gen_random_uuid();
begin
  if over > moment + interval '30 days' then raise exception 'refused' using errcode = '42501'; end if;
  select * into help from relationship where person_id = p and id = door and basis <> 'registered' and ends > moment;
  if help.id is null then return; end if;
  if over > moment and help.basis = 'wind_down' then
    update relationship set ends = least(ends, over), row_version = row_version + 1 where person_id = p and id = door and ends > over;
    return;
  end if;
  if over > moment then
    insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, starts, ends, discreet, sealed_to, source, created_by)
      values (p, narrow, help.organisation_id, help.scope_kind, help.scope_id, 'wind_down', '{}', moment, least(help.ends, over), help.discreet, help.sealed_to, help.source, ctx_user());
    update care_team_member set relationship_id = narrow where person_id = p and relationship_id = door and state = 'active';
  end if;
  update relationship set ends = moment, row_version = row_version + 1 where person_id = p and id = door;
end $$;

-- Is that the only door by which the lead of an open case comes? A case is never led by somebody who cannot open the person.
create function leads_through(p uuid, door uuid) returns boolean
language sql stable set search_path = onestory, public, pg_temp as $$
  select exists (
    select 1 from key_worker_assignment w
      join coordination_case c on c.person_id = p and c.id = w.case_id and c.state <> 'closed'
      join membership m on m.id = w.membership_id
     where w.person_id = p and w.kind = 'lead' and w.state = 'accepted'
       and (select bool_and(a.relationship_id = door) from person_access a
             where a.person_id = p and a.organisation_id = m.organisation_id and a.basis in ('registered', 'care_team') and now() >= a.starts and now() < a.until
               and (a.scope_id in (m.id, m.organisation_id) or a.scope_id in (select tm.team_id from team_member tm where tm.membership_id = m.id)))) $$;

-- Whoever leads an open case stays in the circle until they have handed over: their own line, and the last door by which they came.
create function leads_by(p uuid, line uuid) returns boolean
language sql stable set search_path = onestory, public, pg_temp as $$
  select exists (
    select 1 from care_team_member t where t.person_id = p and t.id = line and (leads_through(p, t.relationship_id) or exists (
      select 1 from key_worker_assignment w join coordination_case c on c.person_id = p and c.id = w.case_id and c.state <> 'closed'
       where w.person_id = p and w.kind = 'lead' and w.state = 'accepted' and w.membership_id = t.membership_id))) $$;

-- Nor does the application end that door by itself, whatever SQL it sends: what ends help asks first.
create function lead_stays() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if leads_through(new.person_id, new.id) then raise exception 'refused' using errcode = '42501'; end if;
  return new;
end $$;
create trigger relationship_of_lead before update of ends on relationship for each row when (current_user = 'onestory_app' and new.ends < old.ends) execute function lead_stays();

-- A line of the circle ends by that alone, whatever SQL is sent.
revoke update (state, ends, relationship_id, membership_id, organisation_id) on care_team_member from onestory_app;

-- 'ended'; 'stale' when somebody changed the line since it was read; 'leads' for the key worker's own. The wind-down
-- is over at its last argument: the end itself for an end at once.
create function end_help(p uuid, member uuid, version integer, at timestamptz, over timestamptz) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  line care_team_member;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  select * into line from care_team_member where person_id = p and id = member and (sealed_to is null or ctx_user() = any (sealed_to));
  if line.id is null or not may_end_help(p, line.owner_organisation_id, line.organisation_id)
     or not exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation() and a.basis not in ('own', 'carer', 'records', 'break_glass')
                     and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)) then
    raise exception 'refused' using errcode = '42501';
  end if;
  if line.state = 'active' and leads_by(p, member) then return 'leads'; end if;
  update care_team_member set state = 'ended', ends = at, row_version = row_version + 1 where person_id = p and id = member and state = 'active' and row_version = version;
  if not found then return 'stale'; end if;
  perform wind_down(p, line.relationship_id, at, over);
  perform refresh_person_access(p);
  return 'ended';
end $$;

-- A note about somebody else: hidden from everybody here, written there with its original times, readers listed for the author's lead,
-- but for those of whom the author may not know that they help.
create function move_note(p uuid, note uuid, other uuid, new_audience text) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  moved uuid[];
  incident_id uuid := gen_random_uuid();
begin
  if p = other or new_audience not in ('internal', 'circle')
     or (select count(distinct a.person_id) from person_access a where a.person_id in (p, other) and a.organisation_id = ctx_organisation()
          and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)
          and a.basis not in ('own', 'carer', 'records', 'break_glass')) <> 2 then
    raise exception 'refused' using errcode = '42501';
  end if;
  select array_agg(n.id) into moved from contact_note n
   where n.person_id = p and (n.id = note or n.corrects_id = note) and n.owner_organisation_id = ctx_organisation() and n.state <> 'entered_in_error'
     and (n.sealed_to is null or ctx_user() = any (n.sealed_to));
  if moved is null or not note = any (moved) then raise exception 'refused' using errcode = '42501'; end if;
  insert into contact_note (person_id, id, owner_organisation_id, category, audience, visible_to_person, sealed_to, created_at, created_by, source,
                            kind, about, about_name, happened_at, ended_at, text, next_step, state, moved_original_at, author_name)
  select other, gen_random_uuid(), n.owner_organisation_id, n.category, new_audience, false, n.sealed_to, n.created_at, n.created_by, n.source,
         n.kind, n.about, n.about_name, n.happened_at, n.ended_at, n.text, n.next_step, 'recorded', n.created_at, n.author_name
    from contact_note n where n.person_id = p and n.id = any (moved);
  insert into incident (id, organisation_id, kind, reported_by, person_id, item_ids, readers)
  select incident_id, ctx_organisation(), 'wrong_person', ctx_user(), p, moved,
         coalesce((select jsonb_agg(distinct jsonb_build_object('name', u.name, 'organisation', o.name))
            from audit_event e join user_account u on u.id = e.user_id left join organisation o on o.id = e.organisation_id
           where e.person_id = p and e.subject_ids && moved and e.outcome = 'done' and e.user_id <> ctx_user()
             and (e.organisation_id is not distinct from ctx_organisation()
                  or not exists (select 1 from relationship r where r.person_id = p and r.organisation_id = e.organisation_id and r.discreet))), '[]');
  update contact_note set state = 'entered_in_error', sealed_to = '{}', visible_to_person = false, row_version = row_version + 1
   where person_id = p and id = any (moved);
  return incident_id;
end $$;

-- Who opened or was shown the record. For the lead of an organisation that knows the person, for the person, and for whom they let.
create function access_log(p uuid, before bigint, most integer, which text default null) returns table (
  seq bigint, at timestamptz, who text, organisation text, action text, subject text, purpose text, outcome text, shown text, organisation_id uuid)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  with reader as (
    select exists (select 1 from person_access a where a.person_id = p and a.scope_id = ctx_user() and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)
                     and (a.basis = 'own' or a.basis = 'carer' and 'access_log' = any (a.categories))) as themself,
           'ig_lead' = any (ctx_roles()) and exists (select 1 from relationship r where r.person_id = p and r.organisation_id = ctx_organisation())
             and not exists (select 1 from exclusion x where x.person_id = p and x.user_id = ctx_user() and x.ends > now()) as lead,
           array(select x.id from (
             select id, sealed_to from relationship where person_id = p union all select id, sealed_to from care_team_member where person_id = p union all select id, sealed_to from proposed_member where person_id = p
             union all select id, sealed_to from contact_note where person_id = p union all select id, sealed_to from alert where person_id = p
             union all select id, sealed_to from contact_point where person_id = p union all select id, sealed_to from own_reference where person_id = p union all select id, sealed_to from about_me where person_id = p
             union all select id, sealed_to from related_person where person_id = p union all select id, sealed_to from coordination_case where person_id = p
             union all select id, sealed_to from state_transition where person_id = p
             union all select id, sealed_to from key_worker_assignment where person_id = p) x
            where x.sealed_to is not null and (ctx_user() = any (x.sealed_to)) is not true) as hidden,
           array(select r.scope_id from relationship r where r.person_id = p and r.basis = 'own') || ctx_user() as themselves)
  select e.seq, e.at, u.name, o.name, e.action, e.subject, e.purpose, e.outcome, case when e.person_id = p then 'opened' else 'listed' end, e.organisation_id
    from audit_event e
    left join user_account u on u.id = e.user_id
    left join organisation o on o.id = e.organisation_id
   cross join reader
   where (e.person_id = p or e.person_ids @> array[p]) and e.seq < before
     -- On one's own page nobody "looked" who is that reader, or the person themselves: a carer is not told when the person reads.
     and (reader.lead or reader.themself and e.outcome = 'done' and (e.organisation_id is null and e.user_id = any (reader.themselves)) is not true)
     and (which is null or which = case when e.outcome = 'refused' then 'refused' when e.person_id = p then 'opened' else 'listed' end)
     -- Beyond their own colleagues nobody learns that something is sealed, that somebody was refused or kept out, or that a note was moved.
     and (e.organisation_id is not distinct from ctx_organisation()
          or e.action <> all (array['refuse', 'exclude', 'safe-contact', 'move', 'receive'])
             and (e.subject = 'Timeline' or coalesce(cardinality(e.subject_ids), 0) = 0 or not e.subject_ids <@ reader.hidden)
             and not exists (select 1 from relationship r where r.person_id = p and r.organisation_id = e.organisation_id and r.discreet))
   order by e.seq desc limit most $$;

-- The people whom the lead's organisation knows: name and birth date only, to choose whose log to read.
create function ig_people(term text, this_one uuid, most integer) returns table (person_id uuid, name text, birth_date date)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select h.person_id, concat_ws(' ', h.given, h.family), h.birth_date from person h
   where 'ig_lead' = any (ctx_roles()) and (this_one is null or h.person_id = this_one)
     and h.person_id in (select r.person_id from relationship r where r.organisation_id = ctx_organisation())
     and not exists (select 1 from exclusion x where x.person_id = h.person_id and x.user_id = ctx_user() and x.ends > now())
     and (term is null or position(plain(term) in plain(concat_ws(' ', h.given, h.family, h.given))) > 0)
   order by h.family, h.given, h.person_id limit least(most, 100) $$;

-- Who is this user now, and under which memberships may they act? Asked before there is a context.
create function caller(who uuid, about uuid) returns table (
  name text, email text, kind text, membership_id uuid, organisation_id uuid, organisation_name text, sector text, job_title text, staff_type text,
  roles text[], team_ids uuid[], opens boolean)
language sql stable security definer set search_path = onestory, pg_temp as $$
  select u.name, u.email, u.kind, m.id, m.organisation_id, o.name, o.sector, m.job_title, m.staff_type, m.roles,
         coalesce((select array_agg(tm.team_id order by tm.team_id) from team_member tm join team t on t.id = tm.team_id and t.state = 'active' where tm.membership_id = m.id), '{}'),
         about is not null and exists (select 1 from person_access a where a.person_id = about and now() >= a.starts and now() < a.until and u.id <> all (a.excluded)
            and (a.scope_id = m.organisation_id or a.scope_id = m.id or a.scope_id in (select tm.team_id from team_member tm where tm.membership_id = m.id)))
    from user_account u
    left join lateral (select m.* from membership m join organisation o on o.id = m.organisation_id and o.state = 'active'
        and (o.agreement_expires_on is null or o.agreement_expires_on >= current_date)
        where m.user_id = u.id and now() >= m.starts and now() < m.ends) m on true
    left join organisation o on o.id = m.organisation_id
   where u.id = who and (ctx_user() is null or ctx_user() = who) and u.state = 'active' and (u.kind <> 'staff' or m.id is not null)
   order by m.starts, m.id $$;

-- The hash to compare a typed password with. Tells nothing about who has no account: the face hashes in both cases.
create function credential_of(address text) returns table (user_id uuid, password_hash text)
language sql stable security definer set search_path = onestory, pg_temp as $$
  select c.user_id, c.password_hash from user_account u join credential c on c.user_id = u.id where lower(u.email) = lower(address) and u.state = 'active'
     and (ctx_user() is null or ctx_user() = u.id) $$;

-- Counts a try; true while fewer than most were made within the window.
create function try_once(what text, whose text, most integer, within interval) returns boolean
language plpgsql security definer set search_path = onestory, pg_temp as $$
declare made integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(what || ':' || whose, 0));
  delete from attempt where kind = what and key = whose and at < clock_timestamp() - within;
  select count(*) into made from attempt where kind = what and key = whose;
  if made >= most then return false; end if;
  insert into attempt (kind, key) values (what, whose);
  return true;
end $$;
create function forget_tries(what text, whose text) returns void
language sql security definer set search_path = onestory, pg_temp as $$ delete from attempt where kind = what and key = whose $$;

-- An invitation is made by an administrator for an invited colleague; a password link by anybody who gives the address.
create function make_link(link uuid, hash bytea, why text, address text, expires timestamptz) returns uuid
language plpgsql security definer set search_path = onestory, pg_temp as $$
declare whom uuid;
begin
  if why = 'invitation' then
    select u.id into whom from user_account u join membership m on m.user_id = u.id and m.organisation_id = ctx_organisation()
     where lower(u.email) = lower(address) and u.state = 'invited' and 'org_admin' = any (ctx_roles());
  elsif why = 'password' then
    select u.id into whom from user_account u where lower(u.email) = lower(address) and u.state = 'active' and (ctx_user() is null or ctx_user() = u.id);
  end if;
  if whom is null then return null; end if;
  insert into one_time_link (id, token_hash, purpose, user_id, created_by, expires_at) values (link, hash, why, whom, ctx_user(), expires);
  return whom;
end $$;
create function link_is_for(hash bytea) returns table (purpose text, name text, email text)
language sql stable security definer set search_path = onestory, pg_temp as $$
  select l.purpose, u.name, u.email from one_time_link l join user_account u on u.id = l.user_id
   where l.token_hash = hash and l.used_at is null and l.expires_at > now() and u.state in ('invited', 'active') $$;
create function redeem_link(hash bytea, new_hash text) returns uuid
language plpgsql security definer set search_path = onestory, pg_temp as $$
declare whom uuid;
begin
  update one_time_link l set used_at = now() from user_account u
   where l.token_hash = hash and l.used_at is null and l.expires_at > now() and u.id = l.user_id and u.state in ('invited', 'active')
   returning l.user_id into whom;
  if whom is null then return null; end if;
  update one_time_link set used_at = now() where user_id = whom and used_at is null;
  insert into credential (user_id, password_hash) values (whom, new_hash)
    on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now();
  update user_account set state = 'active', row_version = row_version + 1 where id = whom and state = 'invited';
  delete from session where sess -> 'signedIn' ->> 'userId' = whom::text;
  return whom;
end $$;

`);
    for (const definer of DEFINER) {
      // Once it is the keeper's, the owner's grants change nothing.
      await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
    }
    await q.query(`
grant execute on function ctx_user(), ctx_organisation(), ctx_membership(), ctx_roles(), ctx_person(), ctx_scopes(), plain(text), sounds_of(text),
  scope_belongs(uuid, text, uuid), my_categories(uuid) to onestory_app, onestory_keeper, onestory_clock;
grant execute on function wind_down(uuid, uuid, timestamptz, timestamptz), leads_by(uuid, uuid), leads_through(uuid, uuid) to onestory_keeper;
alter function lead_stays() owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first migrations are not undone: restore a backup'));
  }
}
