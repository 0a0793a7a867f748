import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS_LOG, amended, forced, leadOf } from './policy-template';

const DEFINER = [
  'merges_of(uuid)', 'kept_record(uuid)', 'propose_merge(uuid, uuid, text)', 'withdraw_merge(uuid, integer)', 'merges_to_decide(uuid)', 'decide_merge(uuid, integer, boolean, text)', 'undo_merge(uuid, integer, text)',
  'merge_told(uuid)',
];
/** Parts of those, for the keeper alone. */
const PARTS = ['same_person(uuid)', 'hold_alike(uuid)', 'hold_all_alike(uuid)', 'sees_both(person_merge)', 'decides_merge(person_merge)', 'leads_who_decide(uuid, uuid)'];
const TRIGGERS = ['same_person_follows()', 'same_people_follow()'];

/** What narrows one of two records of the same person narrows the other, in words that tell nothing of where it was said. */
const HELD_BECAUSE = `'To keep them safe'`;
const HELD_BY = `'Information governance'`;
const LOOK_AGAIN = `((now() at time zone 'Europe/London')::date + 30)`;
/** Where somebody is: what stands there is protected on every record of theirs, or on none. */
const LOCATES = `('address', 'phone', 'practice')`;
/** Held because it was said of another record; or said of this one itself. */
const HELD = (fact: string): string => `exists (select 1 from person_merge_held h where h.person_id = ${fact}.person_id and h.id = ${fact}.id)`;
const ITS_OWN = (fact: string): string => `not ${HELD(fact)}`;
const RESTRICTED_ITSELF = `h.restricted and not exists (select 1 from restriction r join person_merge_held k on k.person_id = r.person_id and k.id = r.id where r.person_id = h.person_id and r.ends > now())`;
/** Which organisation registered it, unless it helps in secret. */
const REGISTERED_AT = (person: string, organisation: string): string =>
  `case when not exists (select 1 from relationship r where r.person_id = ${person} and r.organisation_id = ${organisation}.id and r.discreet) then ${organisation}.name end`;
/** A record that goes on as another, both of which the caller works with. One in which a case is open is found like any other: no work is hidden. */
export const GOES_ON_AS = (merged: string): string => `person_merge m where m.merged = ${merged} and m.state = 'confirmed' and works_with(m.kept)
       and not exists (select 1 from coordination_case c where c.person_id = m.merged and c.state <> 'closed')`;

/** Two records of one person (docs/adr/0033 says why so): nothing moves, each keeps who reads it, and what keeps somebody out of one keeps them out of both. */
export class Merges1795000000046 implements MigrationInterface {
  name = 'Merges1795000000046';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- Whoever may read a person reads that row; that there is another record is for those only who work with both.
${amended('open_in_emergency(uuid, text, text, date, text, text, text, integer)', ['h.merged_into is null', `not exists (select 1 from person_merge m where m.merged = h.person_id and m.state = 'confirmed')`])}
alter table person drop column merged_into;

-- Nobody's to read but through the functions below.
create table person_merge (
  id uuid not null default gen_random_uuid(), kept uuid not null, merged uuid not null, state text not null default 'proposed',
  because text not null, proposed_by uuid not null, proposed_by_name text not null, proposed_for uuid not null, proposed_at timestamptz not null default now(),
  decided_because text, decided_by uuid, decided_by_name text, decided_at timestamptz, undone_because text, undone_by uuid, undone_by_name text, undone_at timestamptz, row_version integer not null default 1,
  -- the numbers that were current until it was confirmed
  superseded text[] not null default '{}',
  constraint person_merge_pkey primary key (id),
  constraint person_merge_kept_fkey foreign key (kept) references person (person_id) deferrable initially deferred,
  constraint person_merge_merged_fkey foreign key (merged) references person (person_id) deferrable initially deferred,
  constraint person_merge_proposed_for_fkey foreign key (proposed_for) references organisation (id),
  constraint person_merge_two_records_check check (kept <> merged),
  constraint person_merge_two_people_check check (decided_by <> proposed_by),
  constraint person_merge_state_check check (state in ('proposed', 'withdrawn', 'declined', 'confirmed', 'undone')),
  constraint person_merge_decided_check check ((decided_by is null) = (state in ('proposed', 'withdrawn')) and (undone_by is null) = (state <> 'undone')));
create unique index person_merge_live_key on person_merge (merged) where state = 'confirmed';
create unique index person_merge_open_key on person_merge (least(kept, merged), greatest(kept, merged)) where state in ('proposed', 'confirmed');
create index person_merge_kept_idx on person_merge (kept);
create index person_merge_merged_idx on person_merge (merged);
${forced('person_merge')}

-- Which facts of a record are there only because another record of the same person has them, and from which they follow.
create table person_merge_held (
  person_id uuid not null, id uuid not null, source_id uuid,
  -- of a restriction or of where they are: which memberships it names besides: the key worker of the moment, and whom a lead named since
  named uuid[] not null default '{}',
  constraint person_merge_held_pkey primary key (person_id, id),
  constraint person_merge_held_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred);
create index person_merge_held_id_idx on person_merge_held (id);
${forced('person_merge_held')}

-- The other records of the same person.
create function same_person(p uuid) returns setof uuid language sql stable set search_path = onestory, public, pg_temp as $$
  with root as (select coalesce((select m.kept from person_merge m where m.merged = p and m.state = 'confirmed'), p) as id)
  select x.id from root cross join lateral (select root.id union all select m.merged from person_merge m where m.kept = root.id and m.state = 'confirmed') x where x.id <> p $$;

-- Rebuilds what a record holds because others of the same person do: who must not open it, that only named workers open it, and that where they are is protected. It takes nothing else, and
-- only narrows: a copy is sealed to nobody, so that nothing said of one record is read on another.
create function hold_alike(p uuid) returns void language plpgsql set search_path = onestory, public, pg_temp as $$
declare
  x record;
  copy uuid;
  leads uuid[] := array(select w.membership_id from key_worker_assignment w where w.person_id = p and w.kind = 'lead' and w.state = 'accepted' and w.ended_at is null);
  named uuid[];
  knowing uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  update exclusion e set ends = coalesce(f.ends, now()), row_version = e.row_version + 1
    from person_merge_held h left join exclusion f on f.id = h.source_id and f.ends > now() and f.person_id in (select same_person(p))
   where h.person_id = p and e.person_id = p and e.id = h.id and e.ends > now() and e.ends is distinct from f.ends;
  for x in select e.* from exclusion e where e.person_id in (select same_person(p)) and e.ends > now() and ${ITS_OWN('e')}
              and not exists (select 1 from person_merge_held h join exclusion c on c.person_id = p and c.id = h.id and c.ends > now() where h.person_id = p and h.source_id = e.id) loop
    copy := gen_random_uuid();
    insert into person_merge_held (person_id, id, source_id) values (p, copy, x.id);
    insert into exclusion (person_id, id, user_id, kind, ends, sealed_to, source, created_by) values (p, copy, x.user_id, x.kind, x.ends, '{}', 'merge', x.created_by);
  end loop;

  select r.id, h.person_id is not null as held, h.named into x from restriction r left join person_merge_held h on h.person_id = r.person_id and h.id = r.id where r.person_id = p and r.ends > now();
  if exists (select 1 from person h where h.person_id in (select same_person(p)) and ${RESTRICTED_ITSELF}) then
    named := array(select k from (select unnest(r.keeps) as k from restriction r where r.person_id in (select same_person(p)) and r.ends > now() and ${ITS_OWN('r')} union select unnest(coalesce(x.named, leads))) n order by k);
    if x.held then
      update restriction r set keeps = named where r.person_id = p and r.id = x.id and r.keeps <> named;
    elsif not (select h.restricted from person h where h.person_id = p) then
      copy := gen_random_uuid();
      insert into person_merge_held (person_id, id, named) values (p, copy, leads);
      insert into restriction (person_id, id, keeps, because, review_on, written_for, written_by_name, created_by)
        select p, copy, named, ${HELD_BECAUSE}, ${LOOK_AGAIN}, h.registered_by, ${HELD_BY}, h.created_by from person h where h.person_id = p;
      update person h set restricted = true, row_version = h.row_version + 1 where h.person_id = p;
    end if;
  elsif x.held then
    update restriction r set ends = now(), ended_because = 'It is no longer needed', ended_by_name = ${HELD_BY}, row_version = r.row_version + 1 where r.person_id = p and r.id = x.id;
    update person h set restricted = false, row_version = h.row_version + 1 where h.person_id = p;
  end if;

  -- Also what is protected from everybody: who knows it is asked after whether it is so.
  if exists (select 1 from contact_point c where c.person_id in (select same_person(p)) and c.protected and ${ITS_OWN('c')}) then
    knowing := array(select u from contact_point c, unnest(c.sealed_to) u where c.person_id in (select same_person(p)) and c.protected and ${ITS_OWN('c')});
    insert into person_merge_held (person_id, id, named) select p, c.id, leads from contact_point c where c.person_id = p and c.kind in ${LOCATES} and c.sealed_to is null;
    update contact_point c set protected = true, sealed_to = k.known, protected_because = ${HELD_BECAUSE}, protected_review_on = ${LOOK_AGAIN}, row_version = c.row_version + 1
      from person_merge_held h cross join lateral (select array(select unnest(knowing) union select m.user_id from membership m where m.id = any (h.named) order by 1) as known) k
     where h.person_id = p and c.person_id = p and c.id = h.id and c.sealed_to is distinct from k.known;
  else
    with released as (delete from person_merge_held h using contact_point c where h.person_id = p and c.person_id = p and c.id = h.id returning h.id)
    update contact_point c set protected = false, sealed_to = null, protected_because = null, protected_review_on = null, row_version = c.row_version + 1
      from released r where c.person_id = p and c.id = r.id;
  end if;
end $$;

create function hold_all_alike(p uuid) returns void language plpgsql set search_path = onestory, public, pg_temp as $$
declare one uuid;
begin
  for one in select x from (select p as x union select same_person(p)) s order by x loop
    perform hold_alike(one);
    perform refresh_person_access(one);
  end loop;
end $$;

-- What is said of one record after they were joined, and what is taken back.
create function same_person_follows() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if pg_trigger_depth() = 1 and exists (select 1 from person_merge m where new.person_id in (m.kept, m.merged) and m.state = 'confirmed')
     and not exists (select 1 from person_merge_held h where h.person_id = new.person_id and h.id = (to_jsonb(new) ->> 'id')::uuid) then
    perform hold_all_alike(new.person_id);
  end if;
  return null;
end $$;
create function same_people_follow() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare one uuid;
begin
  if pg_trigger_depth() = 1 then
    for one in select distinct w.person_id from written w join person_merge m on w.person_id in (m.kept, m.merged) and m.state = 'confirmed' order by 1 loop perform hold_all_alike(one); end loop;
  end if;
  return null;
end $$;
create trigger exclusion_same_person after insert or update on exclusion for each row execute function same_person_follows();
create trigger restriction_same_person after update of keeps on restriction for each row execute function same_person_follows();
create trigger person_same_person after update of restricted on person for each row when (new.restricted <> old.restricted) execute function same_person_follows();
create trigger contact_point_same_person after update of protected, sealed_to, kind on contact_point for each row execute function same_person_follows();
create trigger contact_point_same_people after insert on contact_point referencing new table as written for each statement execute function same_people_follow();

-- What somebody protects or restricts themselves is that record's own from then on; what is only held is not taken back there.
${amended('protect_contact_points(uuid, uuid[], uuid[], text, date)', ['update contact_point c set protected = true', `delete from person_merge_held h where h.person_id = p and h.id = any (points);
  update contact_point c set protected = true`])}
${amended('unprotect_contact_point(uuid, uuid)', ['update contact_point c set', `if works_with(p) and exists (select 1 from contact_point c where c.person_id = p and c.id = point and ctx_user() = any (c.sealed_to) and ${HELD('c')}) then raise exception 'held' using errcode = 'OS002'; end if;
  update contact_point c set`])}
${amended('restrict_person(uuid, integer, uuid[], text, date)', ['update restriction x set keeps = kept', `delete from person_merge_held h where h.person_id = p and h.id = stands.id;
    update restriction x set keeps = kept`])}
${amended('name_for_restricted(uuid, uuid)', ['perform refresh_person_access(p)', `update person_merge_held h set named = h.named || whom from restriction x where h.person_id = p and x.person_id = p and x.id = h.id and x.ends > now();
  perform refresh_person_access(p)`])}
${amended('lift_restriction(uuid, integer, text)', [`then return 'none'; end if;`, `then return 'none'; end if;
  if exists (select 1 from person_merge_held h where h.person_id = p and h.id = stands.id) then return 'held'; end if;`])}
-- What goes out to somebody heeds how they are reached safely by any record of theirs, and tells of none; so does an answer to who tries their number, and the emergency door.
${amended('open_in_emergency(uuid, text, text, date, text, text, text, integer)', ['where c.person_id = p and c.protected)', 'where c.person_id in (select p union all select same_person(p)) and c.protected)'])}
${amended('safe_to_send(uuid, text)', [`if exists (select 1 from safe_contact s where s.person_id = p`, `if exists (select 1 from person h where h.person_id in (select same_person(p)) and h.deceased_on is not null) then return 'unsafe'; end if;
  if exists (select 1 from safe_contact s where s.person_id in (select p union all select same_person(p))`], ['where c.person_id = p and c.protected)', 'where c.person_id in (select p union all select same_person(p)) and c.protected)'])}
${amended('make_link(uuid, bytea, text, text, timestamptz)', ['on s.person_id = r.person_id and', 'on s.person_id in (select r.person_id union all select same_person(r.person_id)) and'])}
${amended('claim_nhs_number(uuid, text)', ['where c.person_id = holder.person_id and c.protected)', 'where c.person_id in (select holder.person_id union all select same_person(holder.person_id)) and c.protected)'])}
-- Who must not open one record and tries another is reported where it was said, of the record of which it was said.
${amended('note_attempt(uuid)', ['e.created_by, p, ', 'e.created_by, e.person_id, '], ['where x.person_id = p and x.user_id', 'where x.person_id in (select p union all select same_person(p)) and x.user_id'], ['where i.person_id = p and i.about_user', 'where i.person_id = e.person_id and i.about_user'])}
-- Nobody who works with both finds the same person twice.
${amended('people_named(text[], date, text, text, uuid, integer)', ['and w.words like patterns[1] and w.words like all (patterns)', `and w.words like patterns[1] and w.words like all (patterns)
       and not exists (select 1 from ${GOES_ON_AS('w.person_id')})`])}
${amended('people_sounding(text[], text[], date, text, text, uuid, integer)', ['and (w.words like patterns[1] or w.sounds && sounds_of(heard[1]))', `and (w.words like patterns[1] or w.sounds && sounds_of(heard[1]))
       and not exists (select 1 from ${GOES_ON_AS('w.person_id')})`])}
${amended(ACCESS_LOG, [`'open-restricted', `, `'open-restricted', 'propose-merge', 'merge', 'unmerge', `])}

create function sees_both(m person_merge) returns boolean language sql stable set search_path = onestory, public, pg_temp as $$ select works_with(m.kept) and works_with(m.merged) $$;

-- For the lead of the organisation that registered the kept record or leads its case, who knows both and is kept from neither.
create function decides_merge(m person_merge) returns boolean language sql stable set search_path = onestory, public, pg_temp as $$
  select ${leadOf('m.kept')} and ${leadOf('m.merged')}
     and (exists (select 1 from person h where h.person_id = m.kept and h.registered_by = ctx_organisation()) or key_worker_is_ours(m.kept)) $$;

-- Whom that is, others than the caller: who is told that there is something to decide.
create function leads_who_decide(keep uuid, join_to uuid) returns setof uuid language sql stable set search_path = onestory, public, pg_temp as $$
  select distinct m.user_id from membership m join user_account u on u.id = m.user_id and u.state = 'active'
   where 'ig_lead' = any (m.roles) and now() >= m.starts and now() < m.ends and m.user_id <> ctx_user()
     and (select count(distinct r.person_id) from relationship r where r.person_id in (keep, join_to) and r.organisation_id = m.organisation_id) = 2
     and not exists (select 1 from exclusion x where x.person_id in (keep, join_to) and x.user_id = m.user_id and x.ends > now())
     and (exists (select 1 from person h where h.person_id = keep and h.registered_by = m.organisation_id)
          or exists (select 1 from key_worker_assignment w join membership k on k.id = w.membership_id and k.organisation_id = m.organisation_id join coordination_case c on c.person_id = keep and c.id = w.case_id and c.state <> 'closed'
                      where w.person_id = keep and w.kind = 'lead' and w.ended_at is null and w.accepted_at is not null)) $$;

-- What is proposed and what stands about a record, for whoever works with both.
create function merges_of(p uuid) returns table (id uuid, other uuid, is_kept boolean, state text, because text, proposed_by text, proposed_at timestamptz, is_mine boolean, decided_by text, version integer)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select m.id, case when m.kept = p then m.merged else m.kept end, m.kept = p, m.state, m.because, m.proposed_by_name, m.proposed_at, m.proposed_by = ctx_user(), m.decided_by_name, m.row_version
    from person_merge m where p in (m.kept, m.merged) and m.state in ('proposed', 'confirmed') and sees_both(m) order by m.proposed_at, m.id $$;

-- As which record this one goes on, for whoever works with both; else nothing.
create function kept_record(p uuid) returns uuid language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select m.kept from ${GOES_ON_AS('p')} and works_with(p) $$;

-- 'proposed'; 'exists' where it is proposed or done; 'case' where the record that would be joined to the other has a case open.
create function propose_merge(keep uuid, join_to uuid, why text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  news uuid := gen_random_uuid();
  lead uuid;
begin
  if not (ctx_roles() && array['practitioner', 'team_manager']) or keep = join_to or coalesce(why, '') = '' or not works_with(keep) or not works_with(join_to) then raise exception 'refused' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtextextended(x::text, 1)) from (select x from unnest(array[keep, join_to]) x order by x) s;
  if exists (select 1 from person_merge m where least(m.kept, m.merged) = least(keep, join_to) and greatest(m.kept, m.merged) = greatest(keep, join_to) and m.state in ('proposed', 'confirmed')) then return 'exists'; end if;
  if exists (select 1 from coordination_case c where c.person_id = join_to and c.state <> 'closed') then return 'case'; end if;
  insert into person_merge (id, kept, merged, because, proposed_by, proposed_by_name, proposed_for) select news, keep, join_to, why, u.id, u.name, ctx_organisation() from user_account u where u.id = ctx_user();
  -- Said to the server for the rest of the transaction, as \`tell_leads\` does.
  for lead in select leads_who_decide(keep, join_to) loop
    insert into notice (person_id, id, recipient_id, news_id, kind, subject, subject_id, by_id) values (keep, gen_random_uuid(), lead, news, 'person.merge-proposed', 'Merge', news, ctx_user());
    perform set_config('onestory.told', concat_ws(',', nullif(current_setting('onestory.told', true), ''), lead::text), true);
  end loop;
  return 'proposed';
end $$;

create function withdraw_merge(which uuid, version integer) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if not exists (select 1 from person_merge m where m.id = which and m.proposed_by = ctx_user() and sees_both(m)) then raise exception 'refused' using errcode = '42501'; end if;
  update person_merge m set state = 'withdrawn', row_version = m.row_version + 1 where m.id = which and m.state = 'proposed' and m.row_version = version;
  return case when found then 'done' else 'stale' end;
end $$;

-- What waits for the caller's decision, and what stands that they may undo; or one of them. Names and dates of birth, and nothing of the records.
create function merges_to_decide(which uuid default null) returns table (id uuid, state text, kept uuid, merged uuid, kept_name text, merged_name text, kept_born date, merged_born date, kept_at text, merged_at text, because text, proposed_by text, proposed_at timestamptz,
  is_mine boolean, decided_by text, decided_because text, decided_at timestamptz, version integer)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select m.id, m.state, m.kept, m.merged, concat_ws(' ', k.given, k.family), concat_ws(' ', g.given, g.family), k.birth_date, g.birth_date, ${REGISTERED_AT('m.kept', 'ko')}, ${REGISTERED_AT('m.merged', 'mo')}, m.because, m.proposed_by_name, m.proposed_at,
         m.proposed_by = ctx_user(), m.decided_by_name, m.decided_because, m.decided_at, m.row_version
    from person_merge m join person k on k.person_id = m.kept join organisation ko on ko.id = k.registered_by join person g on g.person_id = m.merged join organisation mo on mo.id = g.registered_by
   where (which is null or m.id = which) and m.state in ('proposed', 'confirmed') and decides_merge(m) order by m.state desc, m.proposed_at, m.id limit 200 $$;

-- By somebody else than proposed it. 'done'; 'stale'; 'blocked' where it cannot be done as things stand, and no word of why: the reason can be what a lead may not read.
create function decide_merge(which uuid, version integer, yes boolean, why text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare m person_merge;
begin
  select * into m from person_merge x where x.id = which;
  if not found or not decides_merge(m) or m.proposed_by = ctx_user() or coalesce(why, '') = '' then raise exception 'refused' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtextextended(x::text, 1)) from (select x from unnest(array[m.kept, m.merged]) x order by x) s;
  if yes and (exists (select 1 from person_merge o where o.state = 'confirmed' and (o.merged in (m.kept, m.merged) or o.kept = m.merged))
              or exists (select 1 from coordination_case c where c.person_id = m.merged and c.state <> 'closed')
              -- an organisation that helps by one of them and is not to be known of by the other
              or exists (select 1 from relationship a join relationship b on b.organisation_id = a.organisation_id and b.discreet <> a.discreet and b.ends > now() and b.person_id = m.merged where a.person_id = m.kept and a.ends > now())) then
    return 'blocked';
  end if;
  update person_merge x set state = case when yes then 'confirmed' else 'declined' end, decided_because = why, decided_by = ctx_user(), decided_at = now(), row_version = x.row_version + 1,
         decided_by_name = (select u.name from user_account u where u.id = ctx_user())
   where x.id = which and x.state = 'proposed' and x.row_version = version;
  if not found then return 'stale'; end if;
  if yes then
    with gone as (update nhs_number_holder n set state = 'superseded' where n.person_id = m.merged and n.state = 'current' and exists (select 1 from nhs_number_holder k where k.person_id = m.kept and k.state = 'current') returning n.nhs_number)
    update person_merge x set superseded = array(select g.nhs_number from gone g) where x.id = which;
    perform hold_all_alike(m.kept);
  end if;
  return 'done';
end $$;

-- Both as they were before, and what was written since on the record on which it was written.
create function undo_merge(which uuid, version integer, why text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare m person_merge;
begin
  select * into m from person_merge x where x.id = which;
  if not found or not decides_merge(m) or coalesce(why, '') = '' then raise exception 'refused' using errcode = '42501'; end if;
  update person_merge x set state = 'undone', undone_because = why, undone_by = ctx_user(), undone_at = now(), row_version = x.row_version + 1,
         undone_by_name = (select u.name from user_account u where u.id = ctx_user())
   where x.id = which and x.state = 'confirmed' and x.row_version = version;
  if not found then return 'stale'; end if;
  update nhs_number_holder n set state = 'current' where n.person_id = m.merged and n.nhs_number = any (m.superseded);
  perform hold_all_alike(m.kept);
  perform hold_all_alike(m.merged);
  return 'done';
end $$;

-- Whom a lead's decision is told: whoever proposed it and the key workers, of them those who open both records.
create function merge_told(which uuid) returns setof uuid
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select x.user_id from person_merge m
    join lateral (select s.user_id, s.id, s.organisation_id from membership s where now() >= s.starts and now() < s.ends
                     and (s.user_id = m.proposed_by or s.id in (select w.membership_id from key_worker_assignment w where w.person_id in (m.kept, m.merged) and w.kind = 'lead' and w.state = 'accepted' and w.ended_at is null))) x on true
   where m.id = which and decides_merge(m)
     and (select count(distinct a.person_id) from person_access a where a.person_id in (m.kept, m.merged) and a.organisation_id = x.organisation_id and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down')
             and now() >= a.starts and now() < a.until and x.user_id <> all (a.excluded)
             and (a.scope_id in (x.id, x.organisation_id) or a.scope_id in (select t.team_id from team_member t where t.membership_id = x.id))) = 2
   group by x.user_id $$;

-- That something waits to be decided is theirs to read who decide it, until somebody has.
${amended('in_my_queue(text, uuid[])', [`where what = 'Incident' and i.id = any (ids)`, `where what = 'Incident' and i.id = any (ids)
  union all select m.id from unnest(ids) x cross join lateral merges_to_decide(x) m where what = 'Merge' and m.state = 'proposed'`])}
do $$ declare rule record; begin
  for rule in select polname, pg_get_expr(polqual, polrelid) as told from pg_policy where polrelid = 'notice'::regclass and polname in ('mine', 'settle') loop
    if strpos(rule.told, $is$'Incident'::text$is$) = 0 then raise exception 'The queue of a lead is said otherwise: %', rule.told; end if;
    execute format('alter policy %I on notice using (%s)', rule.polname, replace(rule.told, $is$'Incident'::text$is$, $is$'Incident'::text, 'Merge'::text$is$));
  end loop;
end $$;
`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
    for (const trigger of TRIGGERS) await q.query(`alter function ${trigger} owner to onestory_keeper`);
    for (const part of PARTS) await q.query(`grant execute on function ${part} to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What keeps people safe is not taken back: restore a backup'));
  }
}
