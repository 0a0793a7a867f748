import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forced } from './policy-template';

const KEEPS = `(select ctx_roles())::text[] && array['practitioner', 'team_manager', 'org_admin']`;
// A service of an organisation that a feed brought in and that does not take part: whoever imports keeps it until they join.
const BROUGHT_IN = `source = 'import' and (select ctx_organisation()) is not null and exists (
  select 1 from organisation o where o.id = service.organisation_id and o.source = 'import' and o.state in ('prospective', 'dormant', 'left'))`;
const OWN = `organisation_id = (select ctx_organisation())`;

/** The directory: what each organisation offers, to whom, and how to ask for it. */
export class Directory1795000000011 implements MigrationInterface {
  name = 'Directory1795000000011';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
create table service (
  id uuid not null,
  organisation_id uuid not null,
  name text collate "en-x-icu" not null,
  description text not null,
  needs text[] not null default '{}',
  eligibility text,
  area text,
  accessibility text,
  referral_routes text,
  capacity text,
  wait text,
  wait_as_of date,
  verified_on date,
  cost text,
  phone text,
  email text,
  url text,
  intake uuid[] not null default '{}',
  external_id text,
  -- what is searched, in plain letters: the name; the words of name, organisation, needs and description; the words of the area
  name_words text not null,
  words text[] not null,
  area_words text[] not null,
  state text not null,
  state_reason text,
  source text not null,
  created_at timestamptz not null default now(),
  row_version integer not null default 1,
  constraint service_pkey primary key (id),
  constraint service_organisation_fkey foreign key (organisation_id) references organisation (id),
  constraint service_state_check check (state in ('draft', 'listed', 'paused', 'delisted')),
  constraint service_wait_check check ((wait is null) = (wait_as_of is null))
);
create unique index service_external_key on service (organisation_id, external_id) where external_id is not null;
create index service_organisation_idx on service (organisation_id);
create index service_name_idx on service (name, id) where state in ('listed', 'paused');
create index service_words_idx on service using gin (words) with (fastupdate = off);
create index service_area_idx on service using gin (area_words) with (fastupdate = off);
create index service_needs_idx on service using gin (needs) with (fastupdate = off);
${forced('service')}
grant select, insert, update on service to onestory_app;
grant select on service to onestory_clock;
-- Open like the organisations themselves: what is still a draft is left out by the queries, nothing in it is about a person.
create policy read on service for select to onestory_app, onestory_clock using (true);
create policy keep on service for insert to onestory_app with check (${KEEPS} and (${OWN} or ${BROUGHT_IN}));
create policy change on service for update to onestory_app using (${KEEPS} and (${OWN} or ${BROUGHT_IN})) with check (${OWN} or ${BROUGHT_IN});

-- Every word that stands in the directory, once: a slip of the finger is looked for here and not in 20,000 services.
create table service_word (word text not null, constraint service_word_pkey primary key (word));
create index service_word_like_idx on service_word using gin (word gin_trgm_ops) with (fastupdate = off);
${forced('service_word')}
grant select, insert on service_word to onestory_app;
create policy read on service_word for select to onestory_app using (true);
create policy keep on service_word for insert to onestory_app with check (${KEEPS});

create function words_of(texts text) returns text[] language sql immutable parallel safe set search_path = onestory, public, pg_temp as $$
  select coalesce(array_agg(distinct w), '{}') from regexp_split_to_table(plain(texts), '[^[:alnum:]]+') w where w <> '' and length(w) <= 40 $$;
grant execute on function words_of(text) to onestory_app, onestory_keeper;
`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first migrations are not undone: restore a backup'));
  }
}
