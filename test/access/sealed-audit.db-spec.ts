import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { lastHead, startSealing, verifyAudit } from '@app/records';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker } from '../support/staff';
import { register } from '../journeys/people';

const MANY = 100_000;
/** ten minutes of a busy place */
const BACKLOG = 20_000;
const PATIENCE_MS = 30_000;

let app: TestApp;
let visitor: Visitor;
let folder: string;
let headFile: string;
let superuser: Client;
beforeAll(async () => {
  app = await startTestApp();
  visitor = await (await aWorker(app, await anOrganisation(app))).signIn();
  folder = mkdtempSync(join(tmpdir(), 'onestory-sealed-'));
  headFile = join(folder, 'heads');
  superuser = new Client({ connectionString: app.db.superuserUrl, options: '-c search_path=onestory,public' });
  await superuser.connect();
});
afterAll(async () => {
  await superuser?.end();
  await app?.close();
  if (folder) rmSync(folder, { recursive: true });
});

const ready = async (): Promise<unknown> => (await visitor.get('/health/ready').set('Accept', 'application/json').expect(200)).body;
const alarms = (): number => app.log.filter((line) => line.includes('the audit waits to be sealed')).length;
const unsealed = async (): Promise<number> => (await app.sql<{ n: number }>('select count(*)::int as n from audit_event where seal is null'))[0]?.n ?? 0;

const look = (times: number): Promise<unknown> =>
  superuser.query(`insert into audit_event (request_id, purpose, action, subject, outcome, person_id, detail)
    select 'r' || n, 'direct-care', 'read', 'Timeline', 'done', gen_random_uuid(), jsonb_build_object('n', n) from generate_series(1, ${times}) n`);

/** @returns how long it took until nothing waited any more */
async function sealed(patience = PATIENCE_MS): Promise<number> {
  const began = performance.now();
  const sealing = startSealing(app.db.clockUrl, { headFile, everyMs: 100, onError: () => undefined });
  while ((await unsealed()) > 0 && performance.now() - began < patience) await pause(50);
  await sealing.stop();
  return performance.now() - began;
}

describe('fault 26: nobody seals', () => {
  it('is an alarm within a minute, to whoever asks whether the server is ready and in the log; people go on working', async () => {
    const before = await register(visitor);
    expect(await ready()).toEqual({ status: 'ready', audit: 'sealed' });
    expect(alarms()).toBe(0);
    await app.sql(`begin; set local session_replication_role = replica; update audit_event set at = at - interval '40 seconds'; commit`);
    expect(await ready()).toEqual({ status: 'ready', audit: 'waiting' });
    expect(alarms()).toBeGreaterThan(0);
    for (const personId of [before, await register(visitor)]) await visitor.get(`/people/${personId}`).expect(200);
    await sealed();
    expect(await ready()).toEqual({ status: 'ready', audit: 'sealed' });
    expect(app.log.some((line) => line.includes('the audit is sealed again'))).toBe(true);
  });

  it('what piled up in ten minutes is sealed within thirty seconds of the sealer’s coming back, and none is lost', async () => {
    await look(BACKLOG);
    const waiting = await unsealed();
    const before = (await verifyAudit(superuser, await lastHead(headFile))).events;
    expect(await sealed()).toBeLessThan(PATIENCE_MS);
    expect(await verifyAudit(superuser, await lastHead(headFile))).toMatchObject({ events: before + waiting, unsealed: 0, faults: [] });
  });
});

describe('fault 25: a hundred thousand events', () => {
  beforeAll(async () => {
    await look(MANY);
    await sealed(240_000);
  }, 300_000);

  const verified = async (): Promise<{ events: number; faults: string[]; ms: number }> => {
    const began = performance.now();
    const { events, faults } = await verifyAudit(superuser, await lastHead(headFile));
    return { events, faults, ms: Math.round(performance.now() - began) };
  };

  it('are read again in a few statements, and hold', async () => {
    const asked = jest.spyOn(superuser, 'query');
    const { events, faults } = await verified();
    expect([events >= MANY, faults]).toEqual([true, []]);
    expect(asked.mock.calls.length).toBeLessThan(12);
    asked.mockRestore();
  });

  it.each([
    ['changed', `update audit_event set action = 'nothing' where seq = 50000`, /^seal \d+: an event was changed$/],
    ['deleted', 'delete from audit_event where seq = 50000', /^seal \d+: \d+ events, \d+ were sealed$/],
    ['inserted', `insert into audit_event (request_id, purpose, action, subject, outcome, seal) values ('r', 'system', 'read', 'x', 'done', 3)`, /^seal 3: \d+ events, \d+ were sealed$/],
    ['swapped', `update audit_event a set request_id = b.request_id, detail = b.detail from audit_event b where (a.seq, b.seq) in ((50000, 50001), (50001, 50000))`, /^seal \d+: an event was changed$/],
    ['cut off at the tail', 'delete from audit_event where seal > 3; delete from audit_seal where n > 3', /its tail was cut$/],
  ])('one that was %s among them is named by its seal', async (_what, attack, named) => {
    await superuser.query('begin; set local session_replication_role = replica');
    await superuser.query(attack);
    const { faults } = await verified();
    await superuser.query('rollback');
    expect(faults).toEqual([expect.stringMatching(named)]);
  });
});
