import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GOES_ON_AS } from './1795000000046-merges';

const DEFINER = 'namesakes(text, text, integer)';

/** Whoever opens a person is told of another of that name: found by the name as it begins, for which the words of a search are too wide. */
export class Namesakes1795000000057 implements MigrationInterface {
  name = 'Namesakes1795000000057';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- Byte by byte, so that what begins alike stands together.
create index worklist_namesake_idx on worklist (scope_id, words text_pattern_ops);

-- Of those whom the caller may list, whoever is called so, however the name is written.
create function namesakes(family text, given text, most integer) returns setof uuid
language sql stable rows 5 security definer set search_path = onestory, public, pg_temp as $$
  with called as materialized (select ' ' || plain(family || ' ' || given) as name),
  found as materialized (
    select w.person_id from called c, worklist w
     where w.scope_id = any ((select ctx_scopes())::uuid[]) and w.words ~>=~ (c.name || ' ') and w.words ~<~ (c.name || '!')
       and now() >= w.starts and now() < w.until and ((select ctx_user()) = any (w.excluded)) is not true and w.organisation_id = (select ctx_organisation())
       and not exists (select 1 from ${GOES_ON_AS('w.person_id')}))
  select distinct person_id from found limit least(most, 200) $$;
grant execute on function ${DEFINER} to onestory_app;
alter function ${DEFINER} owner to onestory_keeper;
`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function ${DEFINER}; drop index worklist_namesake_idx`);
  }
}
