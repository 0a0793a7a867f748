import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step that is theirs: as one of those who write the plan, or as a helper who is in the circle by name. */
const BY_LEAVER = '(a.doer = l.id::text or exists (select 1 from care_team_member t where t.person_id = a.person_id and t.id::text = a.doer and t.membership_id = l.id))';

/** What a leaver still owns, counted for an administrator who sees no records. */
export class Leavers1795000000035 implements MigrationInterface {
  name = 'Leavers1795000000035';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
drop function leads_somebody(uuid);

-- Of a colleague of the administrator who asks: how much of each kind would be nobody's. What is sealed is not counted, so that a count betrays nothing of it.
create function leaver_owns(who uuid) returns table (kind text, n integer)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  with leaver as (select m.* from membership m where m.id = who and m.organisation_id = ctx_organisation() and 'org_admin' = any (ctx_roles()))
  select w.what, count(distinct w.person_id)::integer from (
      select case k.kind when 'cover' then 'cover' when 'lead' then case k.state when 'accepted' then 'lead' else 'asked' end end as what, k.person_id
        from leaver l join key_worker_assignment k on k.membership_id = l.id join coordination_case c on c.person_id = k.person_id and c.id = k.case_id and c.state <> 'closed'
       where k.kind = 'lead' and k.state = 'accepted' or k.kind = 'lead' and k.state = 'proposed' and k.sealed_to is null and (k.answer_by is null or k.answer_by >= (now() at time zone 'Europe/London')::date)
          or k.kind = 'cover' and k.state = 'accepted' and k.planned_end > now()
      union all
      select 'helper', r.person_id from leaver l join relationship r on r.scope_id = l.id and r.basis in ('registered', 'care_team') and now() < r.ends
    ) w group by w.what
  union all
  select 'step', count(*)::integer from leaver l join care_action a on ${BY_LEAVER} and a.in_force and not a.dropped and a.state not in ('done', 'cancelled') and a.sealed_to is null having count(*) > 0
  union all
  select 'draft', count(*)::integer from leaver l join plan_version v on v.created_by = l.user_id and v.owner_organisation_id = l.organisation_id and v.state in ('draft', 'in_contribution', 'ready_for_agreement')
     and v.sealed_to is null having count(*) > 0
  union all
  select 'referral', count(*)::integer from leaver l join referral f on f.to_scopes && array[l.id] and f.state in ('sent', 'acknowledged', 'info_requested') and l.user_id <> all (f.excluded) and f.sealed_to is null having count(*) > 0
  union all
  select 'service', count(*)::integer from leaver l join service s on s.organisation_id = l.organisation_id and l.id = any (s.intake) and s.state <> 'delisted' having count(*) > 0
  union all
  select 'volunteer', count(*)::integer from leaver l join membership v on v.supervisor_id = l.id and now() < v.ends having count(*) > 0 $$;
grant execute on function leaver_owns(uuid) to onestory_app;
alter function leaver_owns(uuid) owner to onestory_keeper;
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('A question that was asked is asked again: restore a backup'));
  }
}
