import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { catalogue } from './catalogue';

const LISTING = join(__dirname, 'catalogue.txt');

/**
 * TypeORM compares neither policies nor triggers, functions, grants, the text of checks, or tables without an entity.
 * Whoever changes one of them shows the new listing in the same change:
 *
 *     CATALOGUE=renew npx jest --selectProjects postgres --testPathPatterns architecture/catalogue
 */
describe('what the migrations leave in the database', () => {
  let database: TestDatabase;
  let superuser: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    superuser = new Client({ connectionString: database.superuserUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser?.end();
    await database?.drop();
  });

  it('is what test/architecture/catalogue.txt says', async () => {
    const found = await catalogue(superuser);
    if (process.env['CATALOGUE'] === 'renew') writeFileSync(LISTING, found);
    expect(found.split('\n')).toEqual(readFileSync(LISTING, 'utf8').split('\n'));
  });

  it('opens nothing to everybody; only the list of migrations, which nobody but the owner may read, has no policy', async () => {
    const open = /.*(EVERYBODY|NOT FORCED|NO ROW-LEVEL SECURITY|SUPERUSER|BYPASSRLS|MAY GRANT IT).*/g;
    expect((await catalogue(superuser)).match(open)).toEqual(['migrations: onestory_owner, NO ROW-LEVEL SECURITY']);
  });

  it.each([
    ['a policy', 'create policy open_to_all on onestory.alert for select to onestory_app using (true)', /alert open_to_all: PERMISSIVE SELECT to onestory_app/],
    ['a grant', 'grant delete on onestory.alert to onestory_app', /table alert: onestory_app delete, insert, select/],
    ['a table out of force', 'alter table onestory.alert no force row level security', /alert: onestory_owner, NOT FORCED/],
    ['a role made strong', 'alter role onestory_clock bypassrls', /onestory_clock: .* BYPASSRLS/],
  ])('shows %s that nobody listed', async (_what, change, line) => {
    await superuser.query('begin');
    try {
      await superuser.query(change);
      expect(await catalogue(superuser)).toMatch(line);
    } finally {
      await superuser.query('rollback');
    }
  });
});
