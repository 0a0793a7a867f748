import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { newId } from '@app/kernel';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { sealAll } from '../../../../test/support/sealing';
import { createAdministrator, draftImpactAssessment, migrateDatabase, verifySeals, welcome } from './administer';

describe('administration at the command line', () => {
  let db: TestDatabase;
  let all: Client;
  let clock: Client;
  let said: { out: string; err: string };
  const before = { ...process.env };
  const folder = mkdtempSync(join(tmpdir(), 'onestory-cli-'));
  const head = join(folder, 'audit-head');

  beforeAll(async () => {
    db = await createTestDatabase();
    Object.assign(process.env, { DATABASE_URL: db.appUrl, DATABASE_OWNER_URL: db.ownerUrl, DATABASE_CLOCK_URL: db.clockUrl, DATA_DIR: folder });
    all = new Client({ connectionString: db.superuserUrl, options: '-c search_path=onestory,public' });
    clock = new Client({ connectionString: db.clockUrl, options: '-c search_path=onestory,public' });
    await all.connect();
    await clock.connect();
    await all.query(`insert into organisation (id, code, name, sector, state, access_scope, source) values ($1, 'CC1', 'County', 'council_social_care', 'active', 'team', 'system')`, [newId()]);
  });
  beforeEach(() => {
    said = { out: '', err: '' };
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => { said.out += String(text); return true; });
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => { said.err += String(text); return true; });
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(async () => {
    process.env = before;
    await clock?.end();
    await all?.end();
    await db?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says that the database is up to date when it is', async () => {
    expect(await migrateDatabase()).toBe(0);
    expect(said.out).toBe('The database is up to date\n');
  });

  it('makes the first administrator, with a link that is theirs', async () => {
    expect(await createAdministrator('First@Example.org', { organisation: 'CC1' })).toBe(0);
    const token = /\/link\/(\S+)/.exec(said.out)?.[1] ?? '';
    const { rows } = await all.query('select purpose, email from link_is_for($1)', [createHash('sha256').update(token).digest()]);
    expect(rows).toEqual([{ purpose: 'invitation', email: 'first@example.org' }]);
    expect((await all.query(`select m.roles from membership m join user_account u on u.id = m.user_id where u.email = 'first@example.org'`)).rows).toEqual([{ roles: ['org_admin'] }]);
  });

  it('asks for an address that mail can reach, and asked for again makes nobody twice: whoever works there already becomes administrator besides', async () => {
    await expect(createAdministrator('first', { organisation: 'CC1' })).rejects.toThrow('name@example.org');
    const jo = newId();
    await all.query(`insert into user_account (id, name, email, kind, state) values ($1, 'Jo', 'jo@example.org', 'staff', 'active')`, [jo]);
    await all.query(`insert into membership (id, user_id, organisation_id, roles, job_title) select $1, $2, id, '{practitioner}', 'Social worker' from organisation where code = 'CC1'`, [newId(), jo]);
    for (const email of ['second@example.org', 'second@example.org', 'Jo@example.org']) expect(await createAdministrator(email, { organisation: 'CC1' })).toBe(0);
    expect(said.out.match(/\/link\/\S+/g)).toHaveLength(3);
    expect((await all.query(`select u.email, m.roles, m.job_title from membership m join user_account u on u.id = m.user_id where u.email in ('first', 'second@example.org', 'jo@example.org') order by 1`)).rows).toEqual([
      { email: 'jo@example.org', roles: ['practitioner', 'org_admin'], job_title: 'Social worker' }, { email: 'second@example.org', roles: ['org_admin'], job_title: 'Administrator' },
    ]);
  });

  it('calls them what they are called, and by their address until somebody says', async () => {
    expect(await createAdministrator('ivy.chan@example.org', { organisation: 'CC1' })).toBe(0);
    expect(await createAdministrator('mc@example.org', { organisation: 'CC1', name: 'Miriam O’Connor' })).toBe(0);
    expect((await all.query(`select name from user_account where email in ('ivy.chan@example.org', 'mc@example.org') order by email`)).rows).toEqual([{ name: 'Ivy Chan' }, { name: 'Miriam O’Connor' }]);
  });

  it('welcomes an organisation that is new or was only known from a register, and its administrator after it', async () => {
    await all.query(`insert into organisation (id, code, name, sector, state, access_scope, source) values ($1, 'P1', 'Practice', 'nhs_primary', 'prospective', 'organisation', 'import')`, [newId()]);
    expect(await welcome('HA1', { name: 'Fernlea Homes', sector: 'housing_association' })).toBe(0);
    expect(await welcome('P1', {})).toBe(0);
    expect(await welcome('P1', {})).toBe(0);
    expect(said.out).toBe('HA1 takes part\nP1 was known from a register and takes part now\nP1 takes part already\n');
    expect((await all.query(`select code, state, access_scope from organisation where code in ('HA1', 'P1') order by code`)).rows).toEqual([
      { code: 'HA1', state: 'active', access_scope: 'named' }, { code: 'P1', state: 'active', access_scope: 'organisation' },
    ]);
    expect(await createAdministrator('ivy@example.org', { organisation: 'HA1' })).toBe(0);
  });

  it('puts an organisation into a place, which one of them hosts; and lets a suspended one go on for a reason that is written down', async () => {
    const id = newId();
    await all.query(`insert into organisation (id, code, name, sector, state, access_scope, source) values ($1, 'S1', 'Stopped', 'vcse', 'suspended', 'named', 'system')`, [id]);
    await all.query(`insert into agreement_suspension (organisation_id, id, because, suspended_by, suspended_by_name, suspended_for) values ($1, $2, 'A breach', $2, 'Fran Lister', $1)`, [id, newId()]);
    await expect(welcome('S1', {})).rejects.toThrow('--because');
    expect(await welcome('S1', { because: 'It was found to be safe', place: 'Brackenbridge' })).toBe(0);
    expect(await welcome('CC1', { place: 'Brackenbridge', hosts: true })).toBe(0);
    expect(said.out).toBe('S1 goes on: its agreement is suspended no longer\nCC1 takes part already\n');
    expect((await all.query(`select o.state, s.resumed_because from organisation o join agreement_suspension s on s.organisation_id = o.id where o.code = 'S1'`)).rows).toEqual([{ state: 'active', resumed_because: 'It was found to be safe' }]);
    const { rows } = await all.query(`select o.code, host.code as host from place h join organisation_place t on t.place_id = h.id join organisation o on o.id = t.organisation_id join organisation host on host.id = h.host_organisation_id where h.name = 'Brackenbridge' order by 1`);
    expect(rows).toEqual([{ code: 'CC1', host: 'CC1' }, { code: 'S1', host: 'CC1' }]);
  });

  it('asks for the name and the sector of an organisation that nobody knows', async () => {
    await expect(welcome('NEW', {})).rejects.toThrow('Give --name and --sector');
    await expect(welcome('NEW', { name: 'New', sector: 'police' })).rejects.toThrow('Choose a sector');
  });

  it('refuses an organisation that does not exist, in a sentence that says which there are', async () => {
    await expect(createAdministrator('a@example.org', { organisation: 'NOPE' })).rejects.toThrow(/There is no active organisation with the code NOPE\. Those that take part: \w/);
  });

  it('dpia: drafts the assessment from what is set up, and finds every table about people held', async () => {
    expect(await draftImpactAssessment()).toBe(0);
    expect(said.out).toContain('| County | Council social care | **no day of signing recorded** | the team that is named; volunteers by name alone |');
    expect(said.out).toMatch(/row-level security is on and forced in all \d\d tables about people/);
    expect(said.out).toContain('| contact note | ');
    expect(said.out).not.toContain('Stop and repair');
  });

  it('verify-audit: 0 while everything is as it was written', async () => {
    for (const action of ['read', 'search', 'change']) {
      await all.query(`insert into audit_event (request_id, user_id, purpose, action, subject, outcome) values ('r', $1, 'direct-care', $2, 'Person', 'done')`, [newId(), action]);
      await sealAll(clock, head);
    }
    expect(await verifySeals()).toBe(0);
    expect(said.out).toBe('3 events under 3 seals, all as they were written; 0 not sealed yet\n');
  });

  it('verify-audit: 1 and the name of the seal when an event was changed behind our back', async () => {
    // What a superuser can do: no trigger fires for a replica's session.
    await all.query(`set session_replication_role = 'replica'`);
    await all.query(`update audit_event set action = 'list' where action = 'search'`);
    expect(await verifySeals()).toBe(1);
    expect(said.err).toBe('The audit has been changed: seal 2: an event was changed\n');
    await all.query(`update audit_event set action = 'search' where action = 'list'`);
  });

  it('verify-audit: 1 when the end of the chain was cut off', async () => {
    await all.query(`set session_replication_role = 'replica'`);
    await all.query(`delete from audit_event where seal = 3`);
    await all.query(`delete from audit_seal where n = 3`);
    expect(await verifySeals()).toBe(1);
    expect(said.err).toMatch('its tail was cut');
  });
});
