import { createFirstAdministrator } from '@app/identity';
import { Client } from 'pg';
import { accounts, PASSWORD } from '../../apps/cli/src/demonstration/accounts';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { textOf } from './source';

describe('what the README tells whoever runs OneStory for real', () => {
  let database: TestDatabase;
  let owner: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await database?.drop();
  });

  it('names the first organisation and leads to its administrator’s link, and policies are forced afterwards', async () => {
    const readme = textOf('README.md');
    const sql = /```sql\n([^`]+)```/.exec(readme)?.[1] ?? '';
    const code = /create-admin \S+ --organisation (\S+)/.exec(readme)?.[1] ?? '';
    await owner.query(sql);
    const { link } = await createFirstAdministrator(owner, 'first.name@example.org', code);
    expect(link).toMatch(/^\/\S+$/);
    const loose = await owner.query(`select relname from pg_class where relnamespace = 'onestory'::regnamespace and relrowsecurity and not relforcerowsecurity`);
    expect(loose.rows).toEqual([]);
  });
});

describe('what the README tells whoever tries OneStory', () => {
  it('is the accounts that there are, by name, employer and password', () => {
    const readme = textOf('README.md');
    const listed = [...readme.matchAll(/^\| `(\S+@demo\.test)` \| (.+?) \|/gm)].map(([, email, who]) => ({ email, who }));
    expect(listed.map(({ email }) => email).sort()).toEqual(accounts().map(({ email }) => email).sort());
    for (const { email, who, organisation } of accounts()) {
      const words = listed.find((one) => one.email === email)?.who;
      expect(words).toContain(who.split(/[ ,]/)[0]);
      if (organisation) expect(words).toContain(organisation);
    }
    expect(readme).toContain(`everybody's password is \`${PASSWORD}\``);
  });
});
