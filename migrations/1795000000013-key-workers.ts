import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Functions with the keeper's rights: what several organisations decide together about one row that only one of them owns. */
const DEFINER = [
  'key_worker_candidates(uuid)', 'key_worker_stands(uuid, uuid)', 'answer_key_worker(uuid, uuid, text, timestamptz)',
  'cover_case(uuid, uuid, uuid, uuid, timestamptz)', 'stand_ins(uuid, uuid, uuid[])', 'end_cover(uuid, uuid)', 'settle_case(uuid, uuid, text, text, timestamptz, date, timestamptz)',
  'ownership_gaps()', 'leads_somebody(uuid)',
];
/** Asked by those functions, and by the application about what it may see itself. */
const HELPERS = ['works_with(uuid)', 'coordinates_case(uuid, uuid)', 'is_able_to_lead(uuid)'];

/** How much a case asks of its key worker, how much each worker has agreed to, and the one accountable lead. */
export class KeyWorkers1795000000013 implements MigrationInterface {
  name = 'KeyWorkers1795000000013';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
alter table coordination_case add column complexity text not null default 'usual',
  add constraint coordination_case_complexity_check check (complexity in ('light', 'usual', 'complex'));
grant update (complexity) on coordination_case to onestory_app;
alter table membership add column capacity_points integer,
  add constraint membership_capacity_points_check check (capacity_points between 1 and 200);

-- A door by which the caller works with the person: not one's own, a carer's, one that was broken open, that is about to close or that opens only old items.
create function works_with(p uuid) returns boolean language sql stable set search_path = onestory, public, pg_temp as $$
  select exists (select 1 from person_access a where a.person_id = p and a.organisation_id = (select ctx_organisation()) and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down')
    and a.scope_id = any ((select ctx_scopes())::uuid[]) and now() >= a.starts and now() < a.until and (select ctx_user()) <> all (a.excluded)) $$;

-- Whose case it is: who opened it, who employs its key worker, who manages the integrated team to which it belongs.
create function coordinates_case(p uuid, k uuid) returns boolean language sql stable set search_path = onestory, public, pg_temp as $$
  select (select ctx_roles()) && array['practitioner', 'team_manager'] and works_with(p) and exists (select 1 from coordination_case c where c.person_id = p and c.id = k and (
       c.owner_organisation_id = (select ctx_organisation())
    or exists (select 1 from key_worker_assignment w join membership m on m.id = w.membership_id
                where w.person_id = p and w.case_id = k and w.kind = 'lead' and w.state = 'accepted' and m.organisation_id = (select ctx_organisation()))
    or exists (select 1 from integrated_team_member i where i.integrated_team_id = c.integrated_team_id and i.membership_id = (select ctx_membership()) and i.manages))) $$;

-- Trained, employed, here now, of an organisation that takes part: nothing about any person.
create function is_able_to_lead(who uuid) returns boolean language sql stable set search_path = onestory, public, pg_temp as $$
  select exists (select 1 from membership m join user_account u on u.id = m.user_id and u.state = 'active'
      join organisation o on o.id = m.organisation_id and o.state = 'active' and (o.agreement_expires_on is null or o.agreement_expires_on >= current_date)
    where m.id = who and m.key_worker_trained and m.staff_type = 'employed' and 'practitioner' = any (m.roles) and now() >= m.starts and now() < m.ends) $$;

-- And let in to this person, for everybody to know, by more than a passing cover; never somebody who must not open the record.
create function may_lead(who uuid, p uuid) returns boolean language sql stable set search_path = onestory, public, pg_temp as $$
  select is_able_to_lead(who) and exists (select 1 from membership m join person_access a on a.person_id = p and a.organisation_id = m.organisation_id
    where m.id = who and not a.discreet and a.basis in ('registered', 'care_team') and now() >= a.starts and now() < a.until and m.user_id <> all (a.excluded)
      and (a.scope_id in (m.id, m.organisation_id) or a.scope_id in (select tm.team_id from team_member tm join team t on t.id = tm.team_id and t.state = 'active' where tm.membership_id = m.id))) $$;

-- Those of the circle who may lead. An alleged source of harm is never among them, and nothing says why.
create function key_worker_candidates(p uuid) returns setof uuid
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select m.id from membership m
   where m.organisation_id in (select a.organisation_id from person_access a where a.person_id = p and now() >= a.starts and now() < a.until)
     and works_with(p) and may_lead(m.id, p) $$;

-- Has the case a lead, or is somebody asked? Whoever asks and may decide holds off everybody else until the end of the transaction.
create function key_worker_stands(p uuid, k uuid) returns text
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  if not coordinates_case(p, k) then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  return coalesce((select case w.state when 'accepted' then 'lead' else 'asked' end from key_worker_assignment w
    where w.person_id = p and w.case_id = k and w.kind = 'lead' and w.state in ('accepted', 'proposed') order by w.state limit 1), 'free');
end $$;

-- Ends what stands beside a lead, each with its change of state, whether or not whoever decides may read it: a cover never later than it was planned.
create function end_beside(p uuid, gone uuid[], moment timestamptz, why text) returns void language sql set search_path = onestory, public, pg_temp as $$
  with over as (update key_worker_assignment w set state = 'ended', ended_at = least(moment, w.planned_end), end_reason = why, row_version = w.row_version + 1
                 where w.person_id = p and w.id = any (gone) and w.state = 'accepted' returning w.*)
  insert into state_transition (person_id, id, owner_organisation_id, category, audience, named_organisations, visible_to_person, sealed_to, created_by, source, entity, entity_id, from_state, to_state, effective_at, actor_name)
  select p, gen_random_uuid(), case when o.audience = 'circle' then ctx_organisation() else o.owner_organisation_id end, o.category, o.audience, o.named_organisations, o.visible_to_person, o.sealed_to, ctx_user(), o.source,
         case o.kind when 'cover' then 'KeyWorkerCover' else 'KeyWorkerAssignment' end, o.id, 'accepted', 'ended', o.ended_at, (select u.name from user_account u where u.id = ctx_user())
    from over o $$;

-- The answer of whoever was asked, or the end of the question. A handover ends one lead and begins the next at the same instant.
-- Gives the assignment that ended.
create function answer_key_worker(p uuid, proposal uuid, answer text, moment timestamptz) returns uuid
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  asked key_worker_assignment;
  before uuid;
  today date := (now() at time zone 'Europe/London')::date;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  select * into asked from key_worker_assignment w where w.person_id = p and w.id = proposal and w.kind = 'lead' and w.state = 'proposed';
  if asked.id is null or not works_with(p) or moment > now() + interval '1 minute' or not coalesce(case answer
       when 'accepted' then asked.membership_id = ctx_membership() and may_lead(asked.membership_id, p) and (asked.answer_by is null or asked.answer_by >= today)
       when 'declined' then asked.membership_id = ctx_membership()
       when 'withdrawn' then coordinates_case(p, asked.case_id)
       when 'lapsed' then coordinates_case(p, asked.case_id) and asked.answer_by < today
       else false end, false) then
    raise exception 'refused' using errcode = '42501';
  end if;
  if answer <> 'accepted' then
    update key_worker_assignment w set state = answer, row_version = w.row_version + 1 where w.person_id = p and w.id = proposal;
    return null;
  end if;
  select w.id into before from key_worker_assignment w where w.person_id = p and w.case_id = asked.case_id and w.kind = 'lead' and w.state = 'accepted';
  if before is distinct from asked.handover_of then raise exception 'somebody else leads' using errcode = '40001'; end if;
  update key_worker_assignment w set state = 'ended', ended_at = moment, end_reason = coalesce(asked.handover_because, 'handed_over'), row_version = w.row_version + 1
   where w.person_id = p and w.id = before;
  update relationship r set ends = least(r.ends, moment), row_version = r.row_version + 1 from key_worker_assignment w
   where w.person_id = p and w.case_id = asked.case_id and w.kind = 'cover' and w.state = 'accepted' and r.person_id = p and r.id = w.relationship_id and r.ends > moment;
  perform end_beside(p, array(select w.id from key_worker_assignment w where w.person_id = p and w.case_id = asked.case_id and w.state = 'accepted'
    and (w.kind = 'cover' or w.kind = 'co_worker' and w.membership_id = asked.membership_id)), moment, 'handed_over');
  update key_worker_assignment w set state = 'accepted', accepted_at = moment, audience = 'circle', named_organisations = '{}', visible_to_person = true, row_version = w.row_version + 1
   where w.person_id = p and w.id = proposal;
  update coordination_case c set state = 'active', row_version = c.row_version + 1 where c.person_id = p and c.id = asked.case_id and c.state = 'awaiting_key_worker';
  perform refresh_person_access(p);
  return before;
end $$;

-- Which of them may stand in for the lead: of an organisation in the circle, for everybody to know. Whoever must not open the record is not among them, and nothing says why.
create function stand_ins(p uuid, k uuid, whom uuid[]) returns setof uuid
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select m.id from membership m
   where m.id = any (whom) and m.user_id <> ctx_user() and 'team_manager' = any (ctx_roles()) and coordinates_case(p, k)
     and not exists (select 1 from person h where h.person_id = p and h.restricted)
     and exists (select 1 from key_worker_assignment w join membership l on l.id = w.membership_id and l.user_id <> m.user_id
                  where w.person_id = p and w.case_id = k and w.kind = 'lead' and w.state = 'accepted')
     and not exists (select 1 from exclusion e where e.person_id = p and e.user_id = m.user_id and e.ends > now())
     and exists (select 1 from person_access a where a.person_id = p and a.organisation_id = m.organisation_id and not a.discreet
                  and a.basis in ('registered', 'care_team') and now() >= a.starts and now() < a.until)
     and is_able_to_lead(m.id) $$;

-- Somebody stands in for the lead until a day: opens what the lead has, and of that no more than their own organisation has been given.
-- False where it may not be: a whole caseload is covered in one act, and one person who cannot be does not stop it.
create function cover_case(p uuid, k uuid, who uuid, relation uuid, until_then timestamptz) returns boolean
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  covered membership;
  standing_in membership;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  select m.* into covered from key_worker_assignment w join membership m on m.id = w.membership_id
   where w.person_id = p and w.case_id = k and w.kind = 'lead' and w.state = 'accepted';
  select m.* into standing_in from membership m where m.id = who;
  if covered.id is not null and coordinates_case(p, k) then
    perform end_beside(p, array(select w.id from key_worker_assignment w where w.person_id = p and w.case_id = k and w.kind = 'cover' and w.state = 'accepted' and w.planned_end <= now()),
      now(), 'cover_over');
  end if;
  if not exists (select 1 from stand_ins(p, k, array[who])) or until_then <= now() or until_then > now() + interval '366 days'
     or exists (select 1 from key_worker_assignment w where w.person_id = p and w.case_id = k and w.kind = 'cover' and w.state = 'accepted') then
    return false;
  end if;
  insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, ends, source, created_by)
  select p, relation, standing_in.organisation_id, 'membership', who, 'cover', coalesce(array_agg(distinct c), '{identity}'), until_then, 'ui', ctx_user()
    from person_access a, unnest(a.categories) c
   where a.person_id = p and a.organisation_id = covered.organisation_id and not a.discreet and a.basis in ('registered', 'care_team') and now() >= a.starts and now() < a.until
     and (a.scope_id in (covered.id, covered.organisation_id) or a.scope_id in (select tm.team_id from team_member tm where tm.membership_id = covered.id));
  perform refresh_person_access(p);
  return true;
end $$;

-- Cover ends: by who arranged it or manages it, by the lead who is back, by who stood in.
create function end_cover(p uuid, cover uuid) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare over key_worker_assignment;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  select * into over from key_worker_assignment w where w.person_id = p and w.id = cover and w.kind = 'cover' and w.state = 'accepted';
  if over.id is null or not works_with(p) or not (coordinates_case(p, over.case_id) or over.membership_id = ctx_membership()) then
    raise exception 'refused' using errcode = '42501';
  end if;
  update key_worker_assignment w set state = 'ended', ended_at = least(now(), w.planned_end), end_reason = 'cover_over', row_version = w.row_version + 1 where w.person_id = p and w.id = cover;
  update relationship r set ends = now(), row_version = r.row_version + 1 where r.person_id = p and r.id = over.relationship_id and r.ends > now();
  perform refresh_person_access(p);
end $$;

-- A case that is opened again has its circle again: those who still wind down since it was closed, with what they had.
create function take_up_again(p uuid, k uuid, shut timestamptz, moment timestamptz) returns void
language plpgsql set search_path = onestory, public, pg_temp as $$
declare
  line care_team_member;
  over relationship;
  again uuid;
begin
  for line in select * from care_team_member t where t.person_id = p and (t.case_id = k or t.case_id is null) and t.state = 'active' and t.ends > moment loop
    select * into over from relationship r where r.person_id = p and r.id = line.relationship_id and r.basis = 'wind_down' and r.starts = shut and r.ends > moment;
    continue when over.id is null and not exists (select 1 from relationship r where r.person_id = p and r.id = line.relationship_id and r.basis = 'registered');
    again := line.relationship_id;
    if over.id is not null then
      again := gen_random_uuid();
      insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, starts, ends, discreet, sealed_to, source, created_by)
      select p, again, r.organisation_id, r.scope_kind, r.scope_id, 'care_team', array_agg(distinct c), moment, case when over.ends < line.ends then over.ends else 'infinity' end, r.discreet, r.sealed_to, 'ui', ctx_user()
        from relationship r, unnest(r.categories) c
       where r.person_id = p and r.organisation_id = over.organisation_id and r.scope_id = over.scope_id and r.basis = 'care_team' and r.ends = shut
       group by r.organisation_id, r.scope_kind, r.scope_id, r.discreet, r.sealed_to;
      update relationship r set ends = moment, row_version = r.row_version + 1 where r.person_id = p and r.id = over.id;
    end if;
    update care_team_member t set relationship_id = again, ends = null, row_version = t.row_version + 1 where t.person_id = p and t.id = line.id;
  end loop;
end $$;

-- On hold, back again, closed, reopened: decided by whoever coordinates, whichever organisation opened the case.
create function settle_case(p uuid, k uuid, new_state text, why text, moment timestamptz, review date, wound_down timestamptz) returns void
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  before text;
  shut timestamptz;
  led boolean;
  help uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, 1));
  select c.state, c.closed_at into before, shut from coordination_case c where c.person_id = p and c.id = k;
  led := exists (select 1 from key_worker_assignment w where w.person_id = p and w.case_id = k and w.kind = 'lead' and w.state = 'accepted');
  if not coordinates_case(p, k) or moment > now() + interval '1 minute' or not coalesce(case new_state
       when 'on_hold' then before in ('active', 'monitoring') and led and review is not null
       when 'active' then before in ('on_hold', 'monitoring') and led
       when 'monitoring' then before = 'active' and led
       when 'awaiting_key_worker' then before = 'closed' and not led
       when 'closed' then before <> 'closed' and wound_down >= moment
       else false end, false) then
    raise exception 'refused' using errcode = '42501';
  end if;
  update coordination_case c set state = new_state, row_version = c.row_version + 1, next_review_on = coalesce(review, c.next_review_on),
         closed_at = case new_state when 'closed' then moment end, close_reason = case new_state when 'closed' then why end,
         opened_at = case when before = 'closed' then moment else c.opened_at end
   where c.person_id = p and c.id = k;
  if new_state = 'closed' then
    update relationship r set ends = moment, row_version = r.row_version + 1 from key_worker_assignment w
     where w.person_id = p and w.case_id = k and w.kind = 'cover' and w.state = 'accepted' and r.person_id = p and r.id = w.relationship_id and r.ends > moment;
    update key_worker_assignment w set state = 'withdrawn', row_version = w.row_version + 1 where w.person_id = p and w.case_id = k and w.state = 'proposed';
    update key_worker_assignment w set state = 'ended', ended_at = moment, end_reason = 'case_closed', row_version = w.row_version + 1
     where w.person_id = p and w.case_id = k and w.state = 'accepted';
    -- Those too wind down who were there before the case; who registered the person stays.
    for help in select distinct r.id from care_team_member t join relationship r on r.person_id = p and r.id = t.relationship_id and r.basis = 'care_team'
                 where t.person_id = p and (t.case_id = k or t.case_id is null) and t.state = 'active' loop
      perform wind_down(p, help, moment, wound_down);
    end loop;
    update care_team_member t set ends = wound_down, row_version = t.row_version + 1 where t.person_id = p and (t.case_id = k or t.case_id is null) and t.state = 'active' and t.ends is null;
  elsif before = 'closed' then
    perform take_up_again(p, k, shut, moment);
  end if;
  perform refresh_person_access(p);
end $$;

-- Whose key worker can be that no longer, among the people whom the caller may list.
create function ownership_gaps() returns setof uuid
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select distinct w.person_id from worklist w
    join coordination_case c on c.person_id = w.person_id and c.id = w.case_id
    left join key_worker_assignment k on k.person_id = w.person_id and k.case_id = w.case_id and k.kind = 'lead' and k.state = 'accepted'
   where w.scope_id = any ((select ctx_scopes())::uuid[]) and now() >= w.starts and now() < w.until and (select ctx_user()) <> all (w.excluded)
     and w.organisation_id = (select ctx_organisation())
     and (k.id is null and c.state in ('active', 'monitoring', 'on_hold') or k.id is not null and not may_lead(k.membership_id, w.person_id)) $$;

-- Asked by an administrator before a colleague leaves: yes or no, and about whom not.
create function leads_somebody(who uuid) returns boolean
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select exists (select 1 from membership m join key_worker_assignment w on w.membership_id = m.id and w.kind = 'lead' and w.state = 'accepted'
      join coordination_case c on c.person_id = w.person_id and c.id = w.case_id and c.state <> 'closed'
    where m.id = who and m.organisation_id = ctx_organisation() and 'org_admin' = any (ctx_roles())) $$;
`);
    for (const definer of DEFINER) {
      // Once it is the keeper's, the owner's grants change nothing.
      await q.query(`grant execute on function ${definer} to onestory_app; alter function ${definer} owner to onestory_keeper`);
    }
    await q.query(`grant execute on function ${HELPERS.join(', ')} to onestory_app, onestory_keeper;
grant execute on function may_lead(uuid, uuid), end_beside(uuid, uuid[], timestamptz, text), take_up_again(uuid, uuid, timestamptz, timestamptz) to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first migrations are not undone: restore a backup'));
  }
}
