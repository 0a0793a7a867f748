import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amended, mayDecide } from './policy-template';

/** Whoever is no volunteer, or a volunteer who is named: in the words of a function that lists who comes by which door. */
const byName = (member: string, named: string): string => `and (${member}.staff_type <> 'volunteer' or ${named})`;
const named = (member: string, door: string, list: string): [from: string, to: string] => [`and (${door}.scope_id in (${list}) or`, `${byName(member, `${door}.scope_id = ${member}.id`)} and (${door}.scope_id in (${list}) or`];

/**
 * A volunteer comes by name alone: what a team or an organisation may open does not open to its volunteers (safety.md, section 8; docs/adr/0038 says why so). It is decided where scopes are: in the signed context,
 * whose eighth part says it, and in what lists those who come by a door.
 */
export class VolunteersByName1795000000052 implements MigrationInterface {
  name = 'VolunteersByName1795000000052';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- expiry | user | organisation | membership | teams | roles | person | by_name, or nothing | hmac-sha256 in hex.
${amended('ctx_part(integer)', [`split_part(setting, '|', 8)`, `split_part(setting, '|', 9)`])}
create function ctx_by_name() returns boolean language sql stable parallel safe as $$ select coalesce(onestory.ctx_part(8) = 'by_name', false) $$;
grant execute on function ctx_by_name() to onestory_app, onestory_keeper;
-- The organisation for which the caller acts, and its teams in which they are, whether or not these let them in.
create function ctx_wide() returns uuid[] language sql stable parallel safe as $$
  select array_remove(array[nullif(split_part(c, '|', 3), '')]::uuid[] || string_to_array(nullif(split_part(c, '|', 5), ''), ',')::uuid[], null) from onestory.ctx_part(0) c $$;
grant execute on function ctx_wide() to onestory_app, onestory_keeper;
create or replace function ctx_scopes() returns uuid[] language plpgsql stable parallel safe set search_path = onestory, pg_temp as $$
declare
  parts text[] := string_to_array(ctx_part(0), '|');
  wide uuid[] := '{}';
begin
  if parts[8] is distinct from 'by_name' then wide := array[nullif(parts[3], '')]::uuid[] || string_to_array(nullif(parts[5], ''), ',')::uuid[]; end if;
  return array_remove(wide || array[nullif(parts[4], ''), nullif(parts[2], '')]::uuid[], null);
end $$;
-- Nobody lets in themselves, a team of theirs, or themselves in another organisation: a volunteer no more than others, though these do not let them in.
alter policy give on relationship with check (
  basis in ('care_team', 'review', 'carer', 'own', 'advocate')
  and ${mayDecide('relationship')}
  and (organisation_id is null or scope_belongs(organisation_id, scope_kind, scope_id))
  and scope_id <> all (coalesce((select ctx_wide())::uuid[], '{}'))
  and not exists (select 1 from membership m where m.id = scope_id and m.user_id = (select ctx_user()))
  and scope_id <> (select ctx_user())
  and (basis = 'own' or categories <@ my_categories(person_id)));

-- Under which membership somebody opens the person, who is told of them, who is offered as one who may know: everywhere the same people.
${amended('caller(uuid, uuid)', ['and (a.scope_id = m.organisation_id or', `${byName('m', 'a.scope_id in (m.id, u.id)')} and (a.scope_id = m.organisation_id or`])}
${amended('circle_workers(uuid)', ['and (a.scope_id in (m.id, m.organisation_id, m.user_id) or', `${byName('m', 'a.scope_id in (m.id, m.user_id)')} and (a.scope_id in (m.id, m.organisation_id, m.user_id) or`])}
${amended('referral_receivers(uuid, uuid)', ['and (f.to_scopes && array[m.id, m.organisation_id] or', `${byName('m', 'm.id = any (f.to_scopes)')} and (f.to_scopes && array[m.id, m.organisation_id] or`])}
${amended('people_round(uuid)', named('m', 'a', 'm.id, m.organisation_id'))}
${amended('restriction_round(uuid)', named('m', 'r', 'm.id, m.organisation_id'))}
${amended('merge_told(uuid)', ['select s.user_id, s.id, s.organisation_id from', 'select s.user_id, s.id, s.organisation_id, s.staff_type from'], named('x', 'a', 'x.id, x.organisation_id'))}
${amended('answer_joining(uuid, uuid, boolean, boolean, text)', named('m', 'a', 'm.id, m.organisation_id'))}
-- To keep what one's team opened gives a volunteer nothing: they had nothing of it.
${amended('refresh_person_access(uuid)', [`r.scope_kind in ('organisation', 'team') and m.organisation_id = r.organisation_id`, `r.scope_kind in ('organisation', 'team') and m.organisation_id = r.organisation_id and m.staff_type <> 'volunteer'`])}
-- A volunteer who accepts is the one who helps.
${amended('join_by_referral(uuid, uuid)', [`or own.access_scope = 'named' then 'membership'`, `or own.access_scope = 'named' or ctx_by_name() then 'membership'`])}

-- Whoever was invited as a volunteer stays one, whatever SQL is sent: as an employee they are invited anew.
revoke update on membership from onestory_app;
do $$ begin
  execute (select format('grant update (%s) on membership to onestory_app', string_agg(quote_ident(attname), ', ' order by attnum)) from pg_attribute
            where attrelid = 'membership'::regclass and attnum > 0 and not attisdropped and attname not in ('id', 'user_id', 'organisation_id', 'staff_type', 'created_at', 'created_by'));
end $$;

set local role onestory_keeper;
select refresh_person_access(x.person_id) from restriction x where x.ends > now();
reset role;
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What keeps people safe is not taken back: restore a backup'));
  }
}
