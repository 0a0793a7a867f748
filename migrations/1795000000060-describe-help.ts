import type { MigrationInterface, QueryRunner } from 'typeorm';

const DEFINER = 'describe_help(uuid, uuid, integer, text, text, text)';

/** What a member of the circle does can be said anew by whoever may end the help; their organisation alone wrote the line, so the database does it for the others. */
export class DescribeHelp1795000000060 implements MigrationInterface {
  name = 'DescribeHelp1795000000060';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- False where somebody changed the line meanwhile.
create function describe_help(p uuid, member uuid, version integer, what text, what_not text, at_times text) returns boolean
language plpgsql security definer set search_path = onestory, public, pg_temp as $$
declare
  line care_team_member;
begin
  select * into line from care_team_member where person_id = p and id = member and (sealed_to is null or ctx_user() = any (sealed_to));
  if line.id is null or not may_end_help(p, line.owner_organisation_id, line.organisation_id)
     or not exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation() and a.basis not in ('own', 'carer', 'records', 'break_glass', 'wind_down')
                     and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until and ctx_user() <> all (a.excluded)) then
    raise exception 'refused' using errcode = '42501';
  end if;
  update care_team_member set does = what, does_not_do = what_not, days_times = at_times, row_version = row_version + 1
   where person_id = p and id = member and state = 'active' and row_version = version;
  return found;
end $$;
grant execute on function ${DEFINER} to onestory_app;
alter function ${DEFINER} owner to onestory_keeper;
`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function ${DEFINER}`);
  }
}
