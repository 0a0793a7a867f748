import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS_LOG, amended, forced } from './policy-template';

const DEFINER = [
  'know_person(uuid)', 'known_people()', 'lift_known_person(uuid, text)',
  'looked(uuid, bigint, integer, text)', 'hold_looks(uuid, bigint, boolean, text, date)', 'held_looks()', 'settle_held_look(uuid, boolean, text, date)', 'name_colleagues(boolean)',
];

/** For an information-governance lead whose organisation knows the person, and whom nobody keeps out. */
const leadOf = (person: string): string => `('ig_lead' = any (ctx_roles()) and exists (select 1 from relationship r where r.person_id = ${person} and r.organisation_id = ctx_organisation())
       and not exists (select 1 from exclusion x where x.person_id = ${person} and x.user_id = ctx_user() and x.ends > now()))`;
/** For a team manager who may open the person. */
const managerOf = (person: string): string => `('team_manager' = any (ctx_roles()) and exists (select 1 from person_access a where a.person_id = ${person} and a.organisation_id = ctx_organisation()
       and a.basis not in ('own', 'carer', 'records', 'break_glass') and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)))`;

/** What somebody held back: a colleague's visits, or an organisation's. */
const isHeld = (holder = ''): string => `exists (select 1 from held_look h where h.person_id = p and h.ended_at is null and h.looker_organisation_id = e.organisation_id
       and (h.looker_id is null or h.looker_id = e.user_id)${holder})`;

/** Who looks after looking: colleagues who know somebody, who looked in plain words, and what is held back from the person for their safety. */
export class Oversight1795000000021 implements MigrationInterface {
  name = 'Oversight1795000000021';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- These are nobody's to read but through the functions below.
create table known_person (
  person_id uuid not null, id uuid not null, exclusion_id uuid not null, user_id uuid not null, organisation_id uuid not null, said_at timestamptz not null default now(),
  lifted_at timestamptz, lifted_by uuid, lifted_because text,
  constraint known_person_pkey primary key (person_id, id),
  constraint known_person_exclusion_fkey foreign key (person_id, exclusion_id) references exclusion (person_id, id),
  constraint known_person_user_fkey foreign key (user_id) references user_account (id),
  constraint known_person_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint known_person_lifted_check check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_because is null)));
create index known_person_organisation_idx on known_person (organisation_id) where lifted_at is null;
${forced('known_person')}

-- "I know this person": the caller keeps themselves out. The entry is sealed to nobody, so that no partner reads in it who knows whom.
-- 'said'; 'leads' for the key worker of an open case, who hands over first.
create function know_person(p uuid) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  fact uuid := gen_random_uuid();
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  if not exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation() and a.basis not in ('own', 'carer', 'records')
                  and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)) then
    raise exception 'refused' using errcode = '42501';
  end if;
  if exists (select 1 from key_worker_assignment w join membership m on m.id = w.membership_id and m.user_id = ctx_user()
               join coordination_case c on c.person_id = p and c.id = w.case_id and c.state <> 'closed'
              where w.person_id = p and w.kind = 'lead' and w.state = 'accepted') then return 'leads'; end if;
  insert into exclusion (person_id, id, user_id, kind, sealed_to, source, created_by) values (p, fact, ctx_user(), 'knows_person', '{}', 'ui', ctx_user());
  insert into known_person (person_id, id, exclusion_id, user_id, organisation_id) values (p, gen_random_uuid(), fact, ctx_user(), ctx_organisation());
  perform refresh_person_access(p);
  return 'said';
end $$;

-- Colleagues who keep themselves out: for their lead, and for a manager who may open the person. Never one's own.
create function known_people() returns table (id uuid, person_id uuid, name text, birth_date date, user_id uuid, colleague text, said_at timestamptz)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select k.id, k.person_id, concat_ws(' ', h.given, h.family), h.birth_date, k.user_id, u.name, k.said_at
    from known_person k join person h on h.person_id = k.person_id join user_account u on u.id = k.user_id join exclusion x on x.person_id = k.person_id and x.id = k.exclusion_id and x.ends > now()
   where k.organisation_id = ctx_organisation() and k.lifted_at is null and k.user_id <> ctx_user() and (${leadOf('k.person_id')} or ${managerOf('k.person_id')})
   order by k.said_at desc, k.id $$;

-- 'lifted', or 'none' where there is nothing that the caller may lift.
create function lift_known_person(entry uuid, because text) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  p uuid := (select k.person_id from known_people() k where k.id = entry);
begin
  if p is null or because is null then return 'none'; end if;
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  update known_person set lifted_at = now(), lifted_by = ctx_user(), lifted_because = because where person_id = p and id = entry and lifted_at is null;
  if not found then return 'none'; end if;
  update exclusion x set ends = now(), row_version = row_version + 1 from known_person k where k.person_id = p and k.id = entry and x.person_id = p and x.id = k.exclusion_id and x.ends > now();
  perform refresh_person_access(p);
  return 'lifted';
end $$;

alter table organisation add column names_colleagues boolean not null default false;

create table held_look (
  person_id uuid not null, id uuid not null, organisation_id uuid not null, looker_organisation_id uuid not null, looker_id uuid, because text not null, review_on date not null,
  held_at timestamptz not null default now(), held_by uuid not null, ended_at timestamptz, ended_by uuid, ended_because text,
  constraint held_look_pkey primary key (person_id, id),
  constraint held_look_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint held_look_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint held_look_looker_organisation_fkey foreign key (looker_organisation_id) references organisation (id),
  constraint held_look_looker_fkey foreign key (looker_id) references user_account (id),
  constraint held_look_ended_check check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null)));
create index held_look_organisation_idx on held_look (organisation_id) where ended_at is null;
${forced('held_look')}

-- What is held back is not on the person's page, nor on that of whom they let read it; that something is held back is known to one's own colleagues alone.
${amended(ACCESS_LOG, [`'move', 'receive'`, `'move', 'receive', 'hold-back', 'know', 'lift'`], ['and (which is null or', `and (reader.lead or not ${isHeld()})
     and (which is null or`])}

-- The same lines in words that can be read: the role, why the record was open to them, and names as their organisation decides.
create function looked(p uuid, before bigint, most integer, which text) returns table (
  seq bigint, at timestamptz, who text, role text, organisation text, action text, subject text, purpose text, basis text, outcome text, shown text, held boolean)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select l.seq, l.at, case when ctx_organisation() is not null or l.organisation_id is null or o.names_colleagues then l.who end, m.job_title, l.organisation, l.action, l.subject, l.purpose,
         case when l.outcome = 'done' then b.basis end, l.outcome, l.shown, ${isHeld(' and h.organisation_id = ctx_organisation()')}
    from access_log(p, before, most, which) l
    join audit_event e on e.seq = l.seq
    left join organisation o on o.id = l.organisation_id
    left join lateral (select m.id, m.job_title from membership m where m.user_id = e.user_id and m.organisation_id = l.organisation_id order by (m.starts <= l.at and l.at < m.ends) desc, m.starts desc limit 1) m on true
    left join lateral (
      select r.basis from relationship r
       where r.person_id = p and r.organisation_id is not distinct from l.organisation_id and r.starts <= l.at and l.at < r.ends
         and (r.scope_id in (m.id, l.organisation_id, e.user_id) or exists (select 1 from team_member t where t.team_id = r.scope_id and t.membership_id = m.id))
       -- an emergency opening is the reason where there is no other
       order by array_position(array['care_team', 'cover', 'review', 'advocate', 'registered', 'own', 'carer', 'wind_down', 'break_glass', 'records'], r.basis) limit 1) b on true
   order by l.seq desc $$;

-- One colleague's visits, or all of their organisation, from an entry that the lead reads.
create function hold_looks(p uuid, entry bigint, of_organisation boolean, because text, review date) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  made uuid := gen_random_uuid();
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  if not ${leadOf('p')} or review <= current_date or review > current_date + 92
     or not exists (select 1 from access_log(p, entry + 1, 1, null) l where l.seq = entry and l.organisation_id is not null) then
    raise exception 'refused' using errcode = '42501';
  end if;
  insert into held_look (person_id, id, organisation_id, looker_organisation_id, looker_id, because, review_on, held_by)
    select p, made, ctx_organisation(), e.organisation_id, case when of_organisation then null else e.user_id end, because, review, ctx_user() from audit_event e where e.seq = entry;
  return made;
end $$;

-- What the lead's organisation holds back, the first to be looked at again on top.
create function held_looks() returns table (id uuid, person_id uuid, name text, birth_date date, who text, organisation text, because text, review_on date, held_at timestamptz, held_by text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select k.id, k.person_id, concat_ws(' ', h.given, h.family), h.birth_date, w.name, o.name, k.because, k.review_on, k.held_at, u.name
    from held_look k join person h on h.person_id = k.person_id join organisation o on o.id = k.looker_organisation_id join user_account u on u.id = k.held_by left join user_account w on w.id = k.looker_id
   where k.organisation_id = ctx_organisation() and k.ended_at is null and ${leadOf('k.person_id')}
   order by k.review_on, k.held_at, k.id $$;

-- Shown from now on, or held again until another day, which is an entry of its own. 'settled', or 'none'.
create function settle_held_look(entry uuid, again boolean, why text, review date) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  p uuid := (select k.person_id from held_looks() k where k.id = entry);
begin
  if p is null then return 'none'; end if;
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  if again and (review <= current_date or review > current_date + 92) then raise exception 'refused' using errcode = '42501'; end if;
  update held_look set ended_at = now(), ended_by = ctx_user(), ended_because = why where person_id = p and id = entry and ended_at is null;
  if not found then return 'none'; end if;
  if again then
    insert into held_look (person_id, id, organisation_id, looker_organisation_id, looker_id, because, review_on, held_by)
      select p, gen_random_uuid(), k.organisation_id, k.looker_organisation_id, k.looker_id, why, review, ctx_user() from held_look k where k.person_id = p and k.id = entry;
  end if;
  return 'settled';
end $$;

-- Whether people who read who looked are told the names of the colleagues. False to whoever may not decide it.
create function name_colleagues(named boolean) returns boolean
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if not 'ig_lead' = any (ctx_roles()) or named is null then return false; end if;
  update organisation set names_colleagues = named, row_version = row_version + 1 where id = ctx_organisation();
  return found;
end $$;
`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Who was kept out and what was held back is not forgotten: restore a backup'));
  }
}
