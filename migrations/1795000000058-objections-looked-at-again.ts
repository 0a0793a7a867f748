import type { MigrationInterface, QueryRunner } from 'typeorm';
import { leadOf } from './policy-template';

const TODAY = `(now() at time zone 'Europe/London')::date`;

/** The day on which somebody said that they would look again at an objection that was upheld comes up with the lead. */
export class ObjectionsLookedAtAgain1795000000058 implements MigrationInterface {
  name = 'ObjectionsLookedAtAgain1795000000058';

  async up(q: QueryRunner): Promise<void> {
    await q.query(waiting(` or b.state in ('upheld', 'partly_upheld') and b.review_on <= ${TODAY}`));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(waiting(''));
  }
}

// With a day to look again it waits from that day, otherwise from when it was said.
const waiting = (again: string): string => `
drop function rights_waiting();
create function rights_waiting() returns table (kind text, id uuid, person_id uuid, name text, birth_date date, said text, written_by text, since timestamptz, due_on date, organisation text)
language sql stable security definer set search_path = onestory, public, pg_temp as $$
  select 'correction', c.id, c.person_id, concat_ws(' ', h.given, h.family), h.birth_date, c.statement, u.name, c.created_at, c.answer_by, null::text
    from correction c join person h on h.person_id = c.person_id left join user_account u on u.id = c.author_id
   where c.owner_organisation_id = ctx_organisation() and c.state = 'asked' and c.answer_by < ${TODAY} and (c.sealed_to is null or ctx_user() = any (c.sealed_to)) and ${leadOf('c.person_id')}
  union all
  select 'objection', b.id, b.person_id, concat_ws(' ', h.given, h.family), h.birth_date, b.said, b.author_name, coalesce(b.review_on::timestamp at time zone 'Europe/London', b.created_at), b.review_on, o.name
    from objection b join person h on h.person_id = b.person_id join organisation o on o.id = b.organisation_id
   where b.owner_organisation_id = ctx_organisation() and (b.state in ('applied', 'explained')${again}) and (b.sealed_to is null or ctx_user() = any (b.sealed_to)) and ${leadOf('b.person_id')}
   order by 8, 2 $$;
grant execute on function rights_waiting() to onestory_app;
alter function rights_waiting() owner to onestory_keeper`;
