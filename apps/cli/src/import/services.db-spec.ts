import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Client } from 'pg';
import { newId } from '@app/kernel';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { inTheNameOf } from '../commands/import';
import { importServices } from './apply/services';
import type { Summary } from './apply/summary';
import { readServices } from './services/read-services';
import { checkAgainst, type Check } from './services/schema';

const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
const folder = process.env['SHARED_DATA_DIR'];
const id = (n: number): string => `ac148810-d857-441c-9679-408f346de1${String(n).padStart(2, '0')}`;

const service = (n: number, more: object = {}): object => ({
  id: id(n), name: `Lunch ${n}`, description: 'A hot meal', status: 'active', email: 'a@example.org', minimum_age: 60, assured_date: '2026-01-05',
  service_areas: [{ id: id(50), name: 'Northgate' }], attributes: [{ taxonomy_term: { name: 'Loneliness' } }],
  organization: { id: id(99), name: 'Elsewhere Friends', organization_identifiers: [{ identifier_scheme: 'GB-COH', identifier: '1234567' }] }, ...more,
});

describe('The services of a feed', () => {
  let db: TestDatabase;
  let all: Client;
  const sql = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => (await all.query<T>(text, values)).rows;
  const bring = (services: object[], check: Check | null = null): Promise<Summary> => inTheNameOf(db, 'COUNCIL', (verbs, importer) =>
    importServices(verbs, importer, readServices([{ file: 'feed.json', text: JSON.stringify({ contents: services }) }], check, { code: 'COUNCIL', name: importer.organisation.name }), silent));

  beforeAll(async () => {
    db = await createTestDatabase();
    all = new Client({ connectionString: db.superuserUrl, options: '-c search_path=onestory,public' });
    await all.connect();
    for (const [code, name] of [['COUNCIL', 'Marlshire County Council'], ['AGE-WELL', 'Age Well']]) {
      await sql(`insert into organisation (id, code, name, sector, state, access_scope, source) values ($1, $2, $3, 'vcse', 'active', 'organisation', 'system')`, [newId(), code, name]);
    }
  });
  afterAll(async () => {
    await all?.end();
    await db?.drop();
  });

  it('go in with an organisation that waits until it joins; twice changes nothing; what changed changes', async () => {
    expect((await bring([service(1), service(2)])).lines().slice(0, 3)).toEqual(['Created:     1 organisation, 2 services', 'Changed:     nothing', 'Left alone:  nothing']);
    expect((await bring([service(1), service(2)])).lines().slice(0, 3)).toEqual(['Created:     nothing', 'Changed:     nothing', 'Left alone:  2 services']);
    expect((await bring([service(1, { status: 'temporarily closed', alert: 'Flooded' }), service(2)])).lines().slice(0, 3)).toEqual(['Created:     nothing', 'Changed:     1 service', 'Left alone:  1 service']);
    expect(await sql(`select s.name, s.state, s.state_reason, s.needs, s.eligibility, s.area, s.verified_on::text, o.state as organisation from service s join organisation o on o.id = s.organisation_id where o.code = 'GB-COH-1234567' order by 1`)).toEqual([
      { name: 'Lunch 1', state: 'paused', state_reason: 'Flooded', needs: ['people_loneliness'], eligibility: 'People aged 60 and over', area: 'Northgate', verified_on: '2026-01-05', organisation: 'prospective' },
      { name: 'Lunch 2', state: 'listed', state_reason: null, needs: ['people_loneliness'], eligibility: 'People aged 60 and over', area: 'Northgate', verified_on: '2026-01-05', organisation: 'prospective' },
    ]);
  });

  it('that are wrong are reported field by field, and the rest go in', async () => {
    const summary = await bring([service(3, { name: 'x'.repeat(201), email: 'nobody' }), service(4, { status: 'open' }), service(5, { organization: undefined }), service(6)]);
    expect(summary.lines()[0]).toBe('Created:     1 service');
    expect(summary.lines()[3]).toBe('Left out:    3 services');
    expect(summary.flagged.map((line) => line.replace(/x{9,}/, 'xxx'))).toEqual([
      `feed.json, xxx (${id(3)}) was left out: name: The name must be 200 characters or fewer`,
      `feed.json, xxx (${id(3)}) was left out: email: The e-mail address must be like name@example.org`,
      `feed.json, Lunch 4 (${id(4)}) was left out: status must be one of active, inactive, defunct, temporarily closed`,
      `feed.json, Lunch 5 (${id(5)}) was left out: organization is missing`,
    ]);
  });

  it('of an organisation that works here are left to it; one’s own are one’s own', async () => {
    const theirs = service(7, { organization: { id: id(98), name: 'Age Well', organization_identifiers: [] } });
    await sql(`update organisation set code = 'ORUK-${id(98)}' where code = 'AGE-WELL'`);
    const own = service(8, { organization: { id: id(97), name: 'MARLSHIRE COUNTY COUNCIL' } });
    const summary = await bring([theirs, own]);
    expect(summary.flagged).toEqual([`Service ${id(7)} is run by an organisation that works here and keeps its own entries: ask them`]);
    expect(await sql(`select o.code from service s join organisation o on o.id = s.organisation_id where s.external_id = any ($1)`, [[id(7), id(8)]])).toEqual([{ code: 'COUNCIL' }]);
  });

  if (folder) {
    const at = (path: string): string => readFileSync(join(folder, 'hsds-uk', path), 'utf8');
    it.each(['default', 'warn'])('published as the feed “%s” are as their schema says and go in; a wrong one is named by the schema’s own fields', (feed) => {
      const check = checkAgainst(at('schema/service.json'));
      const documents = ['api_details.json', 'service_list.json', 'service_full.json', 'taxonomy_list.json', 'service_at_location_full.json'].map((file) => ({ file, text: at(`${feed}/${file}`) }));
      const reading = readServices(documents, check, { code: 'COUNCIL', name: 'x' });
      expect(reading.faults).toEqual([]);
      expect(reading.services).toMatchObject([{
        organisation: { code: 'GB-COH-1234567', name: 'Example Organization Inc.' },
        service: { name: 'Community Counselling', state: 'listed', eligibility: 'People aged 12 to 100', verifiedOn: '2005-01-01', cost: expect.stringContaining('£35') },
      }]);
      expect(check({ ...JSON.parse(at(`${feed}/service_full.json`)), status: 'open', email: 'nobody', name: undefined })).toEqual([
        'name is missing', 'email must match format "email"', 'status must be one of active, inactive, defunct, temporarily closed']);
      expect(check({ id: 'x', status: 'active' })).toEqual(['name is missing', 'id must match format "uuid"']);
    });
  }
});
