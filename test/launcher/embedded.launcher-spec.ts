import { mkdtempSync, rmSync, statSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveDatabase, type ResolvedDatabase } from '@app/embedded-postgres';
import { Client } from 'pg';

async function whoami(url: string | undefined): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ who: string }>('select current_user as who');
  await client.end();
  return rows[0]?.who;
}

describe('where the records are', () => {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  let folder: string;
  let database: ResolvedDatabase | undefined;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'onestory-data-'));
    chmodSync(folder, 0o755);
  });
  afterAll(async () => {
    await database?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is DATA_DIR without a word about a database, with the same passwords after a restart', async () => {
    database = await resolveDatabase({ DATA_DIR: join(folder, 'data') }, { log });
    expect(database.embedded).toBe(true);
    const password = new URL(database.appUrl).password;
    expect(await Promise.all([database.appUrl, database.ownerUrl, database.clockUrl].map(whoami))).toEqual([
      'onestory_app', 'onestory_owner', 'onestory_clock',
    ]);
    expect(statSync(join(folder, 'data/passwords.json')).mode & 0o777).toBe(0o600);
    await database.stop();
    await expect(whoami(database.appUrl)).rejects.toThrow('ECONNREFUSED');

    database = await resolveDatabase({ DATA_DIR: join(folder, 'data') }, { log });
    expect(new URL(database.appUrl).password).toBe(password);
    expect(await whoami(database.appUrl)).toBe('onestory_app');
    expect(lines.join('\n')).not.toContain(password);
  });

  it('is DATABASE_URL when that is set, and nothing is started', async () => {
    const named = await resolveDatabase({ DATABASE_URL: 'postgresql://a', DATABASE_OWNER_URL: 'postgresql://b', NODE_ENV: 'production' }, { log });
    expect(named).toMatchObject({ appUrl: 'postgresql://a', ownerUrl: 'postgresql://b', clockUrl: undefined, embedded: false });
  });

  it('is never the embedded database in production', async () => {
    const production = resolveDatabase({ NODE_ENV: 'production', DATA_DIR: join(folder, 'production') }, { log });
    await expect(production).rejects.toThrow('set DATABASE_URL');
    expect(() => statSync(join(folder, 'production'))).toThrow('ENOENT');
  });
});
