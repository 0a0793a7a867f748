import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = `organisation_id = (select ctx_organisation()) and 'org_admin' = any ((select ctx_roles())::text[]) and user_id <> (select ctx_user())`;
/** A volunteer has somebody who answers for them, a check that was looked at, and an end. One who has none of it from before can still be let go. */
const LOOKED_AFTER = `(staff_type <> 'volunteer' or ends <= now() or isfinite(ends) and dbs_level is not null and dbs_on is not null and may_supervise(supervisor_id, organisation_id, user_id)
     and not key_worker_trained and not 'team_manager' = any (roles))`;

/** Volunteers: who answers for them, which check was made and when, and until when they help. */
export class Volunteers1795000000034 implements MigrationInterface {
  name = 'Volunteers1795000000034';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
alter table membership add column dbs_level text, add column dbs_on date,
  add constraint membership_dbs_level_check check (dbs_level in ('none', 'basic', 'standard', 'enhanced', 'enhanced_barred'));
create index membership_supervisor_idx on membership (supervisor_id) where supervisor_id is not null;

-- Somebody of the same organisation who works there now, is no volunteer, and is somebody else: nothing about any person.
create function may_supervise(who uuid, organisation uuid, whom uuid) returns boolean language sql stable set search_path = onestory, public, pg_temp as $$
  select exists (select 1 from membership s join user_account u on u.id = s.user_id and u.state in ('active', 'invited')
    where s.id = who and s.organisation_id = organisation and s.user_id <> whom and s.staff_type <> 'volunteer' and now() < s.ends) $$;
grant execute on function may_supervise(uuid, uuid, uuid) to onestory_app, onestory_keeper;

drop policy invite on membership;
drop policy change on membership;
create policy invite on membership for insert to onestory_app with check (${OWN} and ${LOOKED_AFTER});
create policy change on membership for update to onestory_app using (${OWN}) with check (${OWN} and ${LOOKED_AFTER});
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Who answers for a volunteer is not forgotten: restore a backup'));
  }
}
