import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what something may be told in confidence, said in words beside the decision, and read by leads with it. */
export class ByWhat1795000000031 implements MigrationInterface {
  name = 'ByWhat1795000000031';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
alter table sharing_decision add column authority_note text;

-- Two columns more, which no "create or replace" can add.
do $do$
declare
  body text := pg_get_functiondef('sharing_held(uuid)'::regprocedure);
  change text[];
begin
  foreach change slice 1 in array array[
    array['since timestamp with time zone, until timestamp with time zone)', 'since timestamp with time zone, until timestamp with time zone, note text, review_on date)'],
    array['case when a.until < ''infinity'' then a.until end', 'case when a.until < ''infinity'' then a.until end, d.authority_note, d.review_on']] loop
    if strpos(body, change[1]) = 0 then raise exception 'sharing_held has no more: %', change[1]; end if;
    body := replace(body, change[1], change[2]);
  end loop;
  drop function sharing_held(uuid);
  execute body;
  revoke execute on function sharing_held(uuid) from public;
  grant execute on function sharing_held(uuid) to onestory_app;
  alter function sharing_held(uuid) owner to onestory_keeper;
end $do$;
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('What a decision rests on is not forgotten: restore a backup'));
  }
}
