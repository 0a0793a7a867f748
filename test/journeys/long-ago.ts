import type { TestApp, Visitor } from '../support/app';
import type { TestOrganisation } from '../support/staff';
import { register } from './people';
import { write } from './round';

/** Puts everything that the organisation holds about a person so many years back: their help, and what they wrote. */
export async function longAgo(app: TestApp, personId: string, { id }: TestOrganisation, years: number): Promise<void> {
  await app.sql(`do $do$
    declare t text; back interval := make_interval(years => ${Number(years)});
    begin
      set local session_replication_role = replica;
      update onestory.relationship set starts = starts - back, ends = case when basis = 'registered' then ends else least(ends, now()) - back end where person_id = '${personId}' and organisation_id = '${id}';
      for t in select c.relname from pg_class c where c.relnamespace = 'onestory'::regnamespace and c.relkind = 'r'
        and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('person_id', 'owner_organisation_id', 'created_at') and not a.attisdropped) = 3 loop
        execute format('update onestory.%I set created_at = created_at - $1 where person_id = $2 and owner_organisation_id = $3', t) using back, '${personId}'::uuid, '${id}'::uuid;
      end loop;
    end $do$`);
  await app.sql('select refresh_person_access($1)', [personId]);
}

/** Somebody whom the worker's organisation registered, wrote about and has not heard of for so many years. */
export async function aForgottenPerson(app: TestApp, worker: Visitor, organisation: TestOrganisation, years: number, person: Record<string, unknown> = {}): Promise<string> {
  const personId = await register(worker, person);
  await write(worker, personId);
  await longAgo(app, personId, organisation, years);
  return personId;
}
