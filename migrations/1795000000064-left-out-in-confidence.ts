import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS_LOG, amended } from './policy-template';

const KEPT = 'kept_from_review(uuid, uuid)';
const SEAL = 'leave_out_in_confidence(uuid, uuid, integer, text, uuid[])';
const HIDDEN = 'reviews_kept_from_me(uuid)';
const IN_CONFIDENCE = `exists (select 1 from review_invitee i where i.person_id = new.person_id and i.review_id = new.id and i.because = 'confidential')`;
const PLANNED = `(select v.next_review_on from plan_version v where v.person_id = new.person_id and v.state = 'published' order by v.published_at desc limit 1)`;
const HOLDS = `exists (select 1 from review r where r.person_id = p and r.id = it and r.owner_organisation_id = ctx_organisation() and r.state not in ('closed', 'cancelled'))
     and exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation() and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down')
                  and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded))`;

/** Whoever is left out of a review in confidence stays left out whoever of the chair's organisation goes on with it, and learns of it neither from a date nor from who looked. */
export class LeftOutInConfidence1795000000064 implements MigrationInterface {
  name = 'LeftOutInConfidence1795000000064';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- Whom somebody else of the caller's organisation left out in confidence: so that the caller asks none of them unknowingly. Nobody is shown it.
create function kept_from_review(p uuid, it uuid) returns text[] language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select coalesce(array_agg(distinct i.key), '{}') from review_invitee i
   where i.person_id = p and i.review_id = it and i.because = 'confidential' and (ctx_user() = any (i.sealed_to)) is not true and ${HOLDS} $$;
grant execute on function ${KEPT} to onestory_app;

-- Somebody who was asked before. False where the line was changed meanwhile.
create function leave_out_in_confidence(p uuid, line uuid, version integer, why text, known uuid[]) returns boolean language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  it uuid := (select i.review_id from review_invitee i where i.person_id = p and i.id = line and i.owner_organisation_id = ctx_organisation() and (i.sealed_to is null or ctx_user() = any (i.sealed_to)));
begin
  if it is null or not (${HOLDS}) or (ctx_user() = any (known)) is not true
     or exists (select 1 from unnest(known) k where k <> ctx_user() and k not in (select m.user_id from review r join membership m on m.id = r.chair_membership_id where r.person_id = p and r.id = it)) then
    raise exception 'refused' using errcode = '42501';
  end if;
  update review_invitee set state = 'left_out', because = 'confidential', words = why, sealed_to = known, visible_to_person = false, row_version = row_version + 1
   where person_id = p and id = line and row_version = version and kind in ('person', 'carer', 'organisation');
  return found;
end $$;
grant execute on function ${SEAL} to onestory_app;

-- Of reviews that somebody who reads their own record, or a carer, is not to know of: what belongs to them, so that "who looked" tells it no more than the page does.
create function reviews_kept_from_me(p uuid) returns uuid[] language sql stable security definer set search_path = onestory, public, pg_temp as $$
  with door as (select a.basis from person_access a where a.person_id = p and a.scope_id = ctx_user() and a.basis in ('own', 'carer') and now() >= a.starts and now() < a.until and ctx_organisation() is null),
  kept as (
    select r.id from review r where r.person_id = p and exists (select 1 from door)
       and not (r.visible_to_person and r.sealed_to is null and (exists (select 1 from door where basis = 'own')
         or exists (select 1 from review_invitee i join related_person f on f.person_id = i.person_id and f.id = i.related_person_id
                     where i.person_id = p and i.review_id = r.id and i.state = 'invited' and i.sealed_to is null and f.user_id = ctx_user()))))
  select coalesce(array_agg(x.id), '{}') from (
    select id from kept union all select i.id from review_invitee i join kept on kept.id = i.review_id where i.person_id = p
    union all select i.id from review_item i join kept on kept.id = i.review_id where i.person_id = p union all select c.id from review_contribution c join kept on kept.id = c.review_id where c.person_id = p) x $$;
${amended(ACCESS_LOG,
    // Once a question, not once a line of the log.
    ['           array(select x.id from (', '           (select array(select x.id from ('],
    ['is not true) as hidden,', 'is not true) || reviews_kept_from_me(p)) as hidden, (select cardinality(reviews_kept_from_me(p)) > 0) as kept,'],
    // Whoever opened the page of all reviews looked at none by its id.
    ['coalesce(cardinality(e.subject_ids), 0) = 0 or not e.subject_ids <@ reader.hidden)', `case when coalesce(cardinality(e.subject_ids), 0) = 0 then not (reader.kept and e.subject like 'Review%') else not e.subject_ids <@ reader.hidden end)`])}

-- The day of a review of which somebody is not to know stands in no list: the case is looked at again when the plan says.
${amended('review_moves_case()', ['  again date := case\n', `  again date := case\n    when new.state not in ('closed', 'cancelled') and ${IN_CONFIDENCE} then ${PLANNED}\n`])}
create function keeps_day_of_review() returns trigger language plpgsql security definer set search_path = onestory, public, pg_temp as $$
begin
  update coordination_case c set next_review_on = ${PLANNED}
    from review r where r.person_id = new.person_id and r.id = new.review_id and c.person_id = r.person_id and c.id = r.case_id and c.state <> 'closed' and r.state not in ('closed', 'cancelled');
  if found then perform refresh_person_access(new.person_id); end if;
  return null;
end $$;
create trigger review_invitee_in_confidence after insert or update of because on review_invitee for each row when (new.because = 'confidential') execute function keeps_day_of_review();
`);
    for (const name of [KEPT, SEAL, HIDDEN, 'keeps_day_of_review()']) await q.query(`alter function ${name} owner to onestory_keeper`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Whom somebody is kept from is not shown to them: restore a backup'));
  }
}
