import 'reflect-metadata';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { inhabitants } from '../../../server/src/prepare';
import { loadDemonstration } from './load';
import { theTwelve } from './people';

const people = theTwelve.slice(0, 1);

describe('a demonstration place whose building was interrupted', () => {
  let db: TestDatabase;
  let all: Client;
  beforeEach(async () => {
    db = await createTestDatabase();
    all = new Client({ connectionString: db.superuserUrl, options: '-c search_path=onestory,public' });
    await all.connect();
    const interrupted = loadDemonstration(db, { people, log: (line) => { if (line.includes(' of ')) throw new Error('power cut'); } });
    await expect(interrupted).rejects.toThrow('power cut');
  }, 120_000);
  afterEach(async () => {
    await all.end();
    await db.drop();
  });
  const counted = async (): Promise<unknown> => (await all.query('select (select count(*)::int from person) as people, (select count(*)::int from organisation) as organisations, (select count(*)::int from demonstration where finished_at is not null) as finished')).rows[0];

  it('is seen at the next start, cleared away and built again, once', async () => {
    expect(await inhabitants(db.appUrl)).toMatchObject({ isEmpty: false, isUnfinished: true });
    const said: string[] = [];
    expect((await loadDemonstration(db, { people, log: (line) => said.push(line) })).accounts).toHaveLength(10);
    expect(said[0]).toContain('left half built');
    expect(await counted()).toEqual({ people: 1, organisations: 25, finished: 1 });
    expect(await inhabitants(db.appUrl)).toMatchObject({ isEmpty: false, isUnfinished: false });
    expect((await loadDemonstration(db, { people, log: () => undefined })).accounts).toEqual([]);
    await expect(all.query('truncate audit_event')).rejects.toThrow('append-only');
  }, 120_000);

  it('is not cleared away when somebody real has moved in', async () => {
    await all.query(`insert into user_account (id, name, email, kind, state) values (gen_random_uuid(), 'Somebody', 'somebody@example.org', 'staff', 'active')`);
    const before = await counted();
    await expect(loadDemonstration(db, { people, log: () => undefined })).rejects.toThrow('others live in it');
    expect(await counted()).toEqual(before);
  }, 120_000);

  it('is built by one of two who come at once: the other waits, and finds it finished', async () => {
    const both = await Promise.all([1, 2].map(() => loadDemonstration(db, { people, log: () => undefined })));
    expect(both.map(({ accounts }) => accounts.length).sort()).toEqual([0, 10]);
    expect(await counted()).toEqual({ people: 1, organisations: 25, finished: 1 });
  }, 120_000);
});
