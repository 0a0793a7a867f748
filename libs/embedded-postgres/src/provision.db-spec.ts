import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { provision, provisionScript, urlOf } from './index';
import { ROLES } from './provision-sql';

const clusterUrl = process.env['TEST_CLUSTER_URL'] ?? '';
const database = `provisioned_${process.pid}`;
// The roles belong to the whole test cluster: the same passwords as everywhere.
const passwords = { owner: 'owner-in-tests', app: 'app-in-tests', clock: 'clock-in-tests' };

function urlFor(role: 'owner' | 'app' | 'clock'): string {
  const url = new URL(urlOf(clusterUrl, database));
  url.username = `onestory_${role}`;
  url.password = passwords[role];
  return url.toString();
}

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

describe('preparing a database for OneStory', () => {
  beforeAll(() => provision(clusterUrl, { database, passwords }));
  afterAll(() => ask(clusterUrl, `drop database if exists ${database} with (force)`));

  it('changes nothing when it runs again, even twice at once', async () => {
    const shape = `select rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolcanlogin from pg_roles where rolname like 'onestory%' order by 1`;
    const before = await ask(clusterUrl, shape);
    await Promise.all([provision(clusterUrl, { database, passwords }), provision(clusterUrl, { database, passwords })]);
    expect(await ask(clusterUrl, shape)).toEqual(before);
    const weak = { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false };
    expect(before).toEqual([
      { rolname: 'onestory_app', ...weak, rolcanlogin: true },
      { rolname: 'onestory_clock', ...weak, rolcanlogin: true },
      { rolname: 'onestory_keeper', ...weak, rolcanlogin: false },
      { rolname: 'onestory_owner', ...weak, rolcanlogin: true },
    ]);
  });

  it('lets each role sign in with its own schema first in its path', async () => {
    for (const role of ['owner', 'app', 'clock'] as const) {
      const [row] = await ask<{ user: string; path: string }>(urlFor(role), `select current_user as user, current_setting('search_path') as path`);
      expect(row).toEqual({ user: `onestory_${role}`, path: 'onestory, public' });
    }
  });

  it('lets only the owner make things, and give functions to the keeper without being the keeper', async () => {
    await expect(ask(urlFor('app'), 'create table onestory.mine (id int)')).rejects.toThrow('permission denied for schema onestory');
    await expect(ask(urlFor('app'), 'create table public.mine (id int)')).rejects.toThrow('permission denied for schema public');
    await expect(ask(urlFor('app'), 'create temporary table mine (id int)')).rejects.toThrow('permission denied to create temporary tables');
    await ask(urlFor('owner'), 'create function f() returns int language sql as $$ select 1 $$; alter function f() owner to onestory_keeper');
    const rewrite = 'create or replace function f() returns int language sql as $$ select 2 $$';
    await expect(ask(urlFor('owner'), rewrite)).rejects.toThrow('must be owner of function f');
    await ask(urlFor('owner'), `set role onestory_keeper; ${rewrite}`);
  });

  it('keeps everybody else out of the database', async () => {
    await ask(clusterUrl, `do $$ begin if not exists (select from pg_roles where rolname = 'stranger') then create role stranger login password 'x'; end if; end $$`);
    const url = new URL(urlOf(clusterUrl, database));
    url.username = 'stranger';
    url.password = 'x';
    await expect(ask(url.toString(), 'select 1')).rejects.toThrow('permission denied for database');
  });

  it('refuses a role that has more rights than it may have', async () => {
    // In a transaction that is rolled back, because the roles are shared by every suite of the run.
    const check = ROLES.find((statement) => statement.startsWith('do $$'));
    const client = new Client({ connectionString: clusterUrl });
    await client.connect();
    await client.query('begin');
    await client.query('alter role onestory_app bypassrls');
    await expect(client.query(check ?? '')).rejects.toThrow('has more rights than it may have');
    await client.query('rollback');
    await client.end();
  });

  it('is the same as the script that an administrator reads in docs/provision.sql', () => {
    expect(readFileSync(join(process.cwd(), 'docs/provision.sql'), 'utf8')).toBe(provisionScript());
  });
});
