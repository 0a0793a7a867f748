import { newId } from '@app/kernel';
import type { TestApp } from './app';
import type { TestOrganisation } from './staff';

interface ServiceTraits {
  name?: string;
  description?: string;
  needs?: string[];
  area?: string;
  state?: string;
  verifiedOn?: string | null;
  /** memberships or teams that receive its referrals */
  intake?: string[];
}

/** Something that the organisation offers: listed, and verified today unless told. */
export async function aService(app: Pick<TestApp, 'sql'>, organisation: Pick<TestOrganisation, 'id'>, traits: ServiceTraits = {}): Promise<string> {
  const id = newId();
  const { name = `Service ${id.slice(-6)}`, description = 'Company and a hot meal.', needs = ['people_loneliness'], area = 'Brackenbridge', state = 'listed', verifiedOn = new Date().toISOString().slice(0, 10), intake = [] } = traits;
  await app.sql(
    `insert into service (id, organisation_id, name, description, needs, area, name_words, words, area_words, verified_on, intake, state, source)
     select $1, $2, $3, $4, $5, $6, plain($3::text), words_of(concat_ws(' ', $3::text, o.name, $4::text)), words_of($6::text), $7, $8, $9, 'ui' from organisation o where o.id = $2`,
    [id, organisation.id, name, description, needs, area, verifiedOn, intake, state],
  );
  await app.sql('insert into service_word select distinct w from service s, unnest(s.words || s.area_words) w where s.id = $1 on conflict do nothing', [id]);
  return id;
}
