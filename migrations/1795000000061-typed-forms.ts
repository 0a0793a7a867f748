import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced } from './policy-template';

const MINE = 'user_id = (select ctx_user())';

/** What somebody has typed into a long form and not sent yet: theirs alone, on every device, until it is sent, thrown away or fourteen days old. */
export class TypedForms1795000000061 implements MigrationInterface {
  name = 'TypedForms1795000000061';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
create table typed_form (user_id uuid not null, page text not null, typed jsonb not null, version text, at timestamptz not null default now(),
  constraint typed_form_pkey primary key (user_id, page), constraint typed_form_user_fkey foreign key (user_id) references user_account (id));
${forced('typed_form')}
grant select, insert, update, delete on typed_form to onestory_app;
create policy mine on typed_form to onestory_app using (${MINE}) with check (${MINE});
`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table typed_form');
  }
}
