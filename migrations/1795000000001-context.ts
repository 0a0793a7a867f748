import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced } from './policy-template';

/** The signed context: who asks, checked by the database itself. docs/adr/0002 says why. */
export class Context1795000000001 implements MigrationInterface {
  name = 'Context1795000000001';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
-- PostgreSQL lets everybody execute a new function; here nobody may who is not named.
alter default privileges revoke execute on functions from public;

create table context_key (
  one boolean not null default true,
  key bytea not null,
  inner_pad bytea not null,
  outer_pad bytea not null,
  constraint context_key_pkey primary key (one),
  constraint context_key_one_check check (one)
);
${forced('context_key')}
create policy owner on context_key to onestory_owner using (true) with check (true);

-- part 0 is all of it: expiry | user | organisation | membership | teams | roles | person | hmac-sha256 in hex.
-- Every policy of every statement comes here, so it counts bytes, not characters: left() and right() took longer than the two hashes.
create function ctx_part(part integer) returns text
language plpgsql stable security definer parallel safe set search_path = onestory, pg_temp as $$
declare
  setting text := current_setting('onestory.context', true);
  sent bytea := convert_to(setting, 'UTF8');
  pads context_key;
begin
  if setting is null or setting = '' then return null; end if;
  select * into pads from context_key;
  if encode(sha256(pads.outer_pad || sha256(pads.inner_pad || substring(sent for greatest(octet_length(sent) - 65, 0)))), 'hex') is distinct from split_part(setting, '|', 8)
     or split_part(setting, '|', 1)::bigint < extract(epoch from clock_timestamp()) then
    raise exception 'context refused' using errcode = '42501';
  end if;
  return case when part = 0 then setting else nullif(split_part(setting, '|', part), '') end;
end $$;
create function ctx_user() returns uuid language sql stable parallel safe as $$ select onestory.ctx_part(2)::uuid $$;
create function ctx_organisation() returns uuid language sql stable parallel safe as $$ select onestory.ctx_part(3)::uuid $$;
create function ctx_membership() returns uuid language sql stable parallel safe as $$ select onestory.ctx_part(4)::uuid $$;
create function ctx_roles() returns text[] language sql stable parallel safe as $$ select coalesce(string_to_array(onestory.ctx_part(6), ','), '{}') $$;
create function ctx_person() returns uuid language sql stable parallel safe as $$ select onestory.ctx_part(7)::uuid $$;
-- The signature is checked once for all of them, and the plan is kept: four times dearer otherwise, in every policy of a statement.
create function ctx_scopes() returns uuid[] language plpgsql stable parallel safe set search_path = onestory, pg_temp as $$
declare
  parts text[] := string_to_array(ctx_part(0), '|');
begin
  return array_remove(array[nullif(parts[3], ''), nullif(parts[4], ''), nullif(parts[2], '')]::uuid[] || string_to_array(nullif(parts[5], ''), ',')::uuid[], null);
end $$;
grant execute on function ctx_part(integer) to onestory_app, onestory_keeper, onestory_clock;
alter function ctx_part(integer) owner to onestory_keeper;
`);
    const key = randomBytes(32);
    const block = Buffer.concat([key, Buffer.alloc(32)]);
    await q.query('insert into context_key (key, inner_pad, outer_pad) values ($1, $2, $3)', [
      key,
      block.map((byte) => byte ^ 0x36),
      block.map((byte) => byte ^ 0x5c),
    ]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first migrations are not undone: restore a backup'));
  }
}
