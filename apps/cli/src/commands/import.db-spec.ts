import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { newId } from '@app/kernel';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { importServicesFrom } from './import';

const service = (id: string, more: object = {}): object => ({ id, name: `Lunch ${id}`, description: 'A hot meal', status: 'active', organization: { id: 'o1', name: 'Elsewhere Friends' }, ...more });

describe('a feed of services at the command line', () => {
  let db: TestDatabase;
  let said: { out: string; err: string };
  const before = { ...process.env };
  const folder = mkdtempSync(join(tmpdir(), 'onestory-feed-'));
  const write = (path: string, value: unknown): string => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof value === 'string' ? value : JSON.stringify(value));
    return join(folder, path);
  };
  const bring = (path: string): Promise<number> => importServicesFrom(path, { organisation: 'CC1' });

  beforeAll(async () => {
    db = await createTestDatabase();
    Object.assign(process.env, { DATABASE_URL: db.appUrl, DATABASE_OWNER_URL: db.ownerUrl, DATABASE_CLOCK_URL: db.clockUrl });
    const all = new Client({ connectionString: db.superuserUrl, options: '-c search_path=onestory,public' });
    await all.connect();
    await all.query(`insert into organisation (id, code, name, sector, state, access_scope, source) values ($1, 'CC1', 'County', 'council_social_care', 'active', 'team', 'system')`, [newId()]);
    await all.end();
  });
  beforeEach(() => {
    said = { out: '', err: '' };
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => { said.out += String(text); return true; });
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => { said.err += String(text); return true; });
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(async () => {
    process.env = before;
    await db?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is read with the folders in it, and not the schema that lies beside it; the second time changes nothing', async () => {
    write('feed/north/services.json', { contents: [service('s1')] });
    write('feed/south/services.json', { contents: [service('s2'), service('s3', { status: 'open' })] });
    write('feed/schema/service.json', { type: 'object', properties: { status: { enum: ['active', 'inactive'] } } });
    expect(await bring(join(folder, 'feed'))).toBe(0);
    expect(said.out).toContain('Created:     1 organisation, 2 services');
    expect(said.out).toContain('south/services.json, Lunch s3 (s3) was left out: status must be one of active, inactive');
    said.out = '';
    expect(await bring(join(folder, 'feed'))).toBe(0);
    expect(said.out).toContain('Created:     nothing\nChanged:     nothing\nLeft alone:  2 services');
  });

  it('that holds nothing to read ends with words and 1', async () => {
    mkdirSync(join(folder, 'empty'));
    expect(await bring(join(folder, 'empty'))).toBe(1);
    expect(said.err).toContain('holds no JSON file');
    await expect(bring(write('broken.json', 'x'))).rejects.toThrow('broken.json is no JSON\nbroken.json holds no service that can be read');
    await expect(bring(write('details.json', { version: '3.0' }))).rejects.toThrow('details.json holds no service that can be read');
  });
});
