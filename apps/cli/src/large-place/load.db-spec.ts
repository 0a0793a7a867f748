import 'reflect-metadata';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { seed } from '../commands/administer';
import { loadLargePlace } from './load';

const PERSONS = 1500;
const TODAY = '2026-11-22';

describe('a large place of invented persons', () => {
  let database: TestDatabase;
  let all: Client;
  let before: string;
  let told = 0;

  const open = async (db: TestDatabase): Promise<Client> => {
    const client = new Client({ connectionString: db.superuserUrl, options: '-c search_path=onestory,public' });
    await client.connect();
    return client;
  };
  /** What holds the tables: keys, indexes, triggers and whether the policies are forced. */
  const standing = async (client: Client): Promise<string> => (await client.query<{ all: string }>(
    `select string_agg(line, E'\\n' order by line) as all from (
       select conrelid::regclass::text || conname || pg_get_constraintdef(oid) || convalidated as line from pg_constraint where connamespace = 'onestory'::regnamespace
       union all select indexdef from pg_indexes where schemaname = 'onestory'
       union all select tgrelid::regclass::text || tgname || tgenabled::text from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'onestory'::regnamespace and not tgisinternal
       union all select relname || relrowsecurity || relforcerowsecurity from pg_class where relnamespace = 'onestory'::regnamespace and relkind = 'r') x`)).rows[0]?.all ?? '';
  const rowsOf = async (client: Client, table: string): Promise<string[]> => (await client.query<{ row: string }>(`select t::text as row from ${table} t order by 1`)).rows.map(({ row }) => row);

  beforeAll(async () => {
    database = await createTestDatabase();
    all = await open(database);
    before = await standing(all);
    await loadLargePlace(database.ownerUrl, { persons: PERSONS, password: 'tell it once', today: TODAY, onProgress: (more) => { told += more; } });
  });
  afterAll(async () => {
    await all?.end();
    await database?.drop();
  });

  it('has as many persons as were asked for, told on the way', async () => {
    expect(told).toBe(PERSONS);
    expect((await all.query('select count(*)::int as n from person')).rows).toEqual([{ n: PERSONS }]);
  });

  it('leaves every key, index, trigger and forced policy as it was', async () => {
    expect(await standing(all)).toBe(before);
  });

  it('opens and lists people exactly as the rebuild of each of them does', async () => {
    for (const table of ['person_access', 'worklist']) {
      const loaded = await rowsOf(all, table);
      expect(loaded.length).toBeGreaterThan(PERSONS);
      await all.query('select refresh_person_access(person_id) from person');
      expect(await rowsOf(all, table)).toEqual(loaded);
    }
  });

  it('finds services by the words that the directory itself would have written', async () => {
    expect((await all.query(
      `select s.name from service s join organisation o on o.id = s.organisation_id
        where s.name_words <> plain(s.name) or s.area_words <> words_of(s.area) or not s.words @> words_of(concat_ws(' ', s.name, o.name, s.description)) limit 3`)).rows).toEqual([]);
    expect((await all.query('select w from service s, unnest(s.words || s.area_words) w except select word from service_word')).rows).toEqual([]);
  });

  it('has plans, referrals in most states, key workers who may lead, and a joint team of two employers', async () => {
    expect((await all.query(`select count(*) filter (where state = 'published') > 50 as some, count(*) filter (where state = 'superseded') > 5 as earlier from plan_version`)).rows).toEqual([{ some: true, earlier: true }]);
    expect((await all.query('select count(distinct state)::int as n from referral')).rows[0]).toMatchObject({ n: expect.any(Number) });
    expect((await all.query(`select count(*)::int as n from key_worker_assignment where kind = 'lead' and not may_lead(membership_id, person_id)`)).rows).toEqual([{ n: 0 }]);
    expect((await all.query('select count(distinct m.organisation_id)::int as employers from integrated_team_member i join membership m on m.id = i.membership_id')).rows).toEqual([{ employers: 2 }]);
    expect((await all.query('select count(*) > 20 as cases from coordination_case where integrated_team_id is not null')).rows).toEqual([{ cases: true }]);
  });

  it('is the same for the same number and day', async () => {
    const other = await createTestDatabase();
    const client = await open(other);
    try {
      await loadLargePlace(other.ownerUrl, { persons: PERSONS, password: 'tell it once', today: TODAY });
      for (const table of ['person', 'relationship', 'contact_note', 'referral', 'care_action', 'service']) {
        const values = `select md5(string_agg((to_jsonb(t) - 'created_at' - 'at')::text, ';' order by t::text)) as all from (select * from ${table}) t`;
        expect((await client.query(values)).rows).toEqual((await all.query(values)).rows);
      }
    } finally {
      await client.end();
      await other.drop();
    }
  });

  it('goes into an empty database only, and leaves another as it was', async () => {
    await expect(loadLargePlace(database.ownerUrl, { persons: 1, password: 'tell it once', today: TODAY })).rejects.toThrow('empty database only');
    expect(await standing(all)).toBe(before);
  });

  it('is refused in production, and for what is no number', async () => {
    const { env } = process;
    process.env = { ...env, NODE_ENV: 'production', DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
    await expect(seed({ persons: '10' })).rejects.toThrow('do not go into a database that is in production');
    process.env = env;
    await expect(seed({ persons: 'many' })).rejects.toThrow('--persons is a whole number');
  });
});
