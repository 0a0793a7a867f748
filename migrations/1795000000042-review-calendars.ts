import type { MigrationInterface, QueryRunner } from 'typeorm';
import { amended } from './policy-template';

/** What letters for calendars need: how often it has changed whether somebody is asked, who the person is on their own page, and whether it is safe to write to them. */
export class ReviewCalendars1795000000042 implements MigrationInterface {
  name = 'ReviewCalendars1795000000042';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
alter table review_invitee add column sequence integer not null default 0;
grant update (sequence) on review_invitee to onestory_app;

-- A job about the person asks as those who work with them do.
${amended('safe_to_send(uuid, text)', ['if not exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation()', 'if p is distinct from ctx_person() and not exists (select 1 from person_access a where a.person_id = p and a.organisation_id = ctx_organisation()'])}

-- Who signs in as the person, for a job about them: nobody who stands beside them, and nobody who is kept out.
create function own_users(p uuid) returns table (user_id uuid)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select a.scope_id from person_access a
   where p = ctx_person() and a.person_id = p and a.basis = 'own' and now() >= a.starts and now() < a.until and a.scope_id <> all (a.excluded) $$;
grant execute on function own_users(uuid) to onestory_app;
alter function own_users(uuid) owner to onestory_keeper;
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What stands in calendars is not taken back: restore a backup'));
  }
}
