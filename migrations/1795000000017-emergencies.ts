import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS_LOG, amended, forced } from './policy-template';

const DEFINER = [
  'may_open_in_emergency()', 'let_practitioners_open(boolean)', 'open_in_emergency(uuid, text, text, date, text, text, text, integer)', 'emergency_readers(uuid, uuid)',
];

// Who looks after access in an organisation that is concerned, and must not be kept from the person. Nobody sees from there what they opened themselves.
const LEAD = `'ig_lead' = any ((select ctx_roles())::text[]) and (select ctx_organisation()) = any (concerned)`;
const NOT_EXCLUDED = `((select ctx_user()) = any (excluded)) is not true`;
const READABLE = `${NOT_EXCLUDED} and case when user_id = (select ctx_user()) then organisation_id = (select ctx_organisation()) and not stopped
  else (select ctx_membership()) = any (told) or ${LEAD} end`;

/** Opening somebody's record in an emergency: for hours, with a reason, told at once and looked at afterwards. docs/adr/0017 says why so. */
export class Emergencies1795000000017 implements MigrationInterface {
  name = 'Emergencies1795000000017';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- Whether every practitioner may, and not only whoever has the role for it.
alter table organisation add column opens_in_emergency boolean not null default false;

create table emergency_opening (
  person_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  user_name text not null,
  organisation_id uuid not null,
  because text not null,
  reason text not null,
  opened_at timestamptz not null default now(),
  until timestamptz not null,
  -- a try by somebody who is kept from the person, or on somebody who cannot be opened in this way: it opened nothing
  stopped boolean not null,
  -- organisations whose lead looks at it; the memberships that are told besides; users who must not know
  concerned uuid[] not null,
  told uuid[] not null,
  excluded uuid[] not null,
  state text not null default 'to_review',
  outcome text,
  review_words text,
  reviewed_by uuid,
  reviewer_name text,
  reviewed_at timestamptz,
  row_version integer not null default 1,
  constraint emergency_opening_pkey primary key (person_id, id),
  constraint emergency_opening_person_fkey foreign key (person_id) references person (person_id) deferrable initially deferred,
  constraint emergency_opening_user_fkey foreign key (user_id) references user_account (id),
  constraint emergency_opening_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint emergency_opening_because_check check (because in ('life_at_risk', 'cannot_say', 'missing', 'others_at_risk')),
  constraint emergency_opening_until_check check (until > opened_at and until <= opened_at + interval '8 hours'),
  constraint emergency_opening_state_check check (state in ('to_review', 'reviewed')),
  constraint emergency_opening_outcome_check check (outcome in ('justified', 'not_needed', 'misuse')),
  constraint emergency_opening_reviewed_check check ((state = 'reviewed') = (outcome is not null) and (outcome is null) = (reviewed_by is null) and reviewed_by is distinct from user_id)
);
create index emergency_opening_id_idx on emergency_opening (id);
create index emergency_opening_user_idx on emergency_opening (user_id, until);
create index emergency_opening_concerned_idx on emergency_opening using gin (concerned);
${forced('emergency_opening')}
grant select, update (state, outcome, review_words, reviewed_by, reviewer_name, reviewed_at, row_version) on emergency_opening to onestory_app;
create policy read on emergency_opening for select to onestory_app using (${READABLE});
create policy review on emergency_opening for update to onestory_app using (${NOT_EXCLUDED} and user_id <> (select ctx_user()) and ${LEAD} and state = 'to_review')
  with check (reviewed_by = (select ctx_user()));

-- The caller's own right, which says nothing of anybody: the role, or to be a practitioner, and no volunteer, where the organisation lets all of them.
create function may_open_in_emergency() returns boolean
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select 'emergency_viewer' = any (ctx_roles())
      or ctx_roles() && array['practitioner', 'team_manager'] and exists (select 1 from membership m join organisation o on o.id = m.organisation_id
                  where m.id = ctx_membership() and m.staff_type <> 'volunteer' and o.opens_in_emergency) $$;

create function let_practitioners_open(yes boolean) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if ctx_organisation() is null or not 'ig_lead' = any (ctx_roles()) then raise exception 'refused' using errcode = '42501'; end if;
  update organisation set opens_in_emergency = yes, row_version = row_version + 1 where id = ctx_organisation() and opens_in_emergency <> yes;
end $$;

-- By what only who stands beside somebody knows: their number, or family name, birth date and postcode together; two whom they fit are nobody. Where there is
-- somebody who is not opened, whoever asked is answered as if there were nobody, by this too, and those who look after access are told here.
create function open_in_emergency(opening uuid, number text, family_name text, born date, code text, why text, words text, hours integer) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  fitting uuid[];
  p uuid;
  door uuid;
  kept boolean;
  knowing uuid[];
  leads uuid[];
begin
  if ctx_organisation() is null or not may_open_in_emergency() or hours is null or hours not between 1 and 8 then raise exception 'refused' using errcode = '42501'; end if;
  select array_agg(distinct x.person_id) into fitting from (
    select n.person_id from nhs_number_holder n where n.nhs_number = number and n.state = 'current'
    union all
    select h.person_id from person h join contact_point c on c.person_id = h.person_id
     where number is null and h.birth_date = born and not h.birth_date_estimated and h.merged_into is null and plain(h.family) = plain(family_name)
       and c.kind = 'address' and c.audience = 'circle' and c.sealed_to is null and (c.ends_on is null or c.ends_on >= current_date)
       and upper(replace(c.postcode, ' ', '')) = upper(replace(code, ' ', ''))) x;
  if cardinality(fitting) is distinct from 1 then return null; end if;
  p := fitting[1];
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  kept := exists (select 1 from exclusion x where x.person_id = p and x.user_id = ctx_user() and x.ends > now())
    or exists (select 1 from person h where h.person_id = p and h.restricted) or exists (select 1 from contact_point c where c.person_id = p and c.protected);
  -- Where it is a secret that the caller's organisation helps, so it is that somebody of it was here, and what they write.
  select array_agg(distinct u) || ctx_user() into knowing from relationship r, unnest(r.sealed_to) u where r.person_id = p and r.organisation_id = ctx_organisation() and r.discreet and r.ends > now() having count(*) > 0;
  select coalesce(array_agg(w.membership_id), '{}') into leads from key_worker_assignment w
    join coordination_case k on k.person_id = p and k.id = w.case_id and k.state <> 'closed'
   where w.person_id = p and w.kind in ('lead', 'cover') and w.state = 'accepted' and w.ended_at is null and w.accepted_at is not null;
  if not kept then
    door := gen_random_uuid();
    insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, ends, discreet, sealed_to, source, created_by)
      values (p, door, ctx_organisation(), 'user', ctx_user(), 'break_glass', array['identity', 'about_me', 'circle', 'plan', 'health', 'mental_health', 'social_care', 'contacts'],
              now() + make_interval(hours => hours), knowing is not null, knowing, 'ui', ctx_user());
  end if;
  insert into emergency_opening (person_id, id, user_id, user_name, organisation_id, because, reason, until, stopped, concerned, told, excluded)
  select p, opening, ctx_user(), u.name, ctx_organisation(), why, words, now() + make_interval(hours => hours), kept,
         -- whoever is kept away has no say in it
         array(select distinct o from (select h.registered_by as o from person h where h.person_id = p
                                       union all select m.organisation_id from membership m where m.id = any (leads)) x where knowing is null
               union select ctx_organisation() where not kept),
         case when kept or knowing is not null then '{}' else leads end,
         array(select e.user_id from exclusion e where e.person_id = p and e.ends > now())
    from user_account u where u.id = ctx_user();
  perform refresh_person_access(p);
  if kept then
    insert into notice (person_id, id, recipient_id, news_id, kind, subject, subject_id, by_id)
    select distinct on (m.user_id) p, gen_random_uuid(), m.user_id, opening, 'emergency.stopped', 'EmergencyOpening', opening, ctx_user()
      from emergency_opening e join membership m on m.organisation_id = any (e.concerned) and 'ig_lead' = any (m.roles) and now() >= m.starts and now() < m.ends
     where e.person_id = p and e.id = opening and m.user_id <> ctx_user() and m.user_id <> all (e.excluded);
    return null;
  end if;
  return p;
end $$;

-- Who is told of one, for a job about the person: those who look after access where it is looked at, and the key worker.
create function emergency_readers(p uuid, o uuid) returns table (membership_id uuid, user_id uuid)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select m.id, m.user_id from emergency_opening e
    join membership m on (m.id = any (e.told) or m.organisation_id = any (e.concerned) and 'ig_lead' = any (m.roles)) and now() >= m.starts and now() < m.ends
    join user_account u on u.id = m.user_id and u.state = 'active'
   where p = ctx_person() and e.person_id = p and e.id = o and m.user_id <> e.user_id and m.user_id <> all (e.excluded) $$;

-- Whoever is told of it, or tells it, is a notice's reader like any other.
do $$ declare rule record; begin
  for rule in select polname, pg_get_expr(polqual, polrelid) as told from pg_policy where polrelid = 'notice'::regclass and polname in ('mine', 'settle') loop
    execute format($with$alter policy %I on notice using (%s or recipient_id = (select ctx_user()) and subject = 'EmergencyOpening'
      and exists (select 1 from emergency_opening e where e.person_id = notice.person_id and e.id = notice.subject_id))$with$, rule.polname, rule.told);
  end loop;
end $$;

-- Who must not know follows from the same facts as who must not open.
${amended('refresh_person_access(uuid)', ['delete from worklist where person_id = p;', `update emergency_opening o set excluded = x.users from (select array(select e.user_id from exclusion e where e.person_id = p and e.ends > now()) as users) x
   where o.person_id = p and o.excluded is distinct from x.users;
  delete from worklist where person_id = p;`])}
-- One acts for the organisation in whose name one opened.
${amended('caller(uuid, uuid)', ['(a.scope_id = m.organisation_id or', '(a.scope_id = m.organisation_id or a.scope_id = u.id and a.organisation_id = m.organisation_id or'])}
-- Who looked, and why: in an emergency, and in which.
${amended(ACCESS_LOG, ['e.subject, e.purpose, e.outcome', `e.subject,
         coalesce((select 'emergency:' || b.because from emergency_opening b where b.person_id = p and e.person_id = p and b.user_id = e.user_id and b.organisation_id = e.organisation_id
                    and not b.stopped and e.at >= b.opened_at and e.at < b.until order by b.opened_at desc limit 1), e.purpose), e.outcome`])}
`);
    for (const definer of DEFINER) await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Emergencies are not taken back: restore a backup'));
  }
}
