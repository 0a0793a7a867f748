import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { ContactsService } from '@app/contacts';
import type { Actor } from '@app/kernel';
import { PersonPageQueries, SearchQueries, TimelineQueries } from '@app/overviews';
import { lastHead, sealOnce, verifyAudit } from '@app/records';
import { anOrganisation, aPerson, aWorker, openPlace, type Place } from '../support/builders';
import { sealAll } from '../support/sealing';

describe('the audit', () => {
  let place: Place;
  let jo: Actor;
  let personId: string;
  let clock: Client;
  let superuser: Client;
  let folder: string;
  let headFile: string;

  beforeAll(async () => {
    place = await openPlace();
    jo = await aWorker(place, 'Jo').of(await anOrganisation(place));
    ({ personId } = await aPerson(place).registeredBy(jo));
    clock = new Client({ connectionString: place.db.clockUrl, options: '-c search_path=onestory,public' });
    superuser = new Client({ connectionString: place.db.superuserUrl, options: '-c search_path=onestory,public' });
    await clock.connect();
    await superuser.connect();
    folder = mkdtempSync(join(tmpdir(), 'onestory-seals-'));
    headFile = join(folder, 'heads');
  });
  afterAll(async () => {
    await clock?.end();
    await superuser?.end();
    await place?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  const look = (): Promise<unknown> => place.as(jo, TimelineQueries, (timeline) => timeline.page(personId, 50, null));
  const events = async (): Promise<number> => (await place.sql<{ n: number }>('select count(*)::int as n from audit_event'))[0]?.n ?? 0;

  it('fault 26: while the sealer is dead nothing is lost, and what has piled up is sealed when it comes back, in a chain that holds', async () => {
    for (let n = 0; n < 20; n++) await look();
    const waiting = await events();
    expect(await sealAll(clock, headFile)).toBe(waiting);
    expect(await sealOnce(clock, headFile)).toBe(0);
    for (let round = 0; round < 3; round++) {
      await look();
      expect(await sealAll(clock, headFile)).toBe(1);
    }
    expect(await verifyAudit(superuser, await lastHead(headFile))).toEqual({ events: waiting + 3, seals: 4, unsealed: 0, faults: [] });
  });

  it('an event of a transaction that is still open is not passed over: it is sealed when its transaction has ended', async () => {
    const slow = new Client({ connectionString: place.db.superuserUrl, options: '-c search_path=onestory,public' });
    await slow.connect();
    await slow.query('begin');
    await slow.query(`insert into audit_event (request_id, purpose, action, subject, outcome) values ('slow', 'system', 'x', 'x', 'done')`);
    await look();
    expect(await sealOnce(clock, headFile)).toBe(0);
    await slow.query('commit');
    await slow.end();
    expect(await sealAll(clock, headFile)).toBe(2);
  });

  const ATTACKS: [string, string, RegExp][] = [
    ['an event that was changed', `update audit_event set action = 'nothing' where seq = (select min(seq) from audit_event)`, /^seal 1: an event was changed$/],
    ['an event that was deleted', 'delete from audit_event where seq = (select min(seq) from audit_event)', /^seal 1: \d+ events, \d+ were sealed$/],
    ['the tail that was cut off with its seals', 'delete from audit_event where seal > 2; delete from audit_seal where n > 2', /its tail was cut$/],
    ['an event that was slipped into an old seal', `insert into audit_event (at, request_id, purpose, action, subject, outcome, seal) values ('2020-01-01', 'r', 'system', 'read', 'x', 'done', 1)`,
      /^seal 1: \d+ events, \d+ were sealed$/],
    ['two events that were swapped', `update audit_event a set action = b.action, subject = b.subject from audit_event b
      where (a.seq, b.seq) in (select min(seq), max(seq) from audit_event where seal = 1 union all select max(seq), min(seq) from audit_event where seal = 1)`, /^seal 1: an event was changed$/],
    ['an event under a seal that there is not', `insert into audit_event (at, request_id, purpose, action, subject, outcome, seal) values ('2020-01-01', 'r', 'system', 'read', 'x', 'done', 99)`, /^1 events carry a seal that is not in the chain$/],
    ['a seal that was taken out with its events', 'delete from audit_event where seal = 2; delete from audit_seal where n = 2', /^seal 2 is missing$/],
    ['a seal that was made to fit', `update audit_seal set events = events + 1, root = sha256('x') where n = 2`, /^seal 2: the seal itself was changed$/],
  ];
  it.each(ATTACKS)('fault 25: verify-audit names the seal of %s', async (_what, attack, named) => {
    const head = await lastHead(headFile);
    await superuser.query('begin; set local session_replication_role = replica');
    try {
      await superuser.query(attack);
      expect((await verifyAudit(superuser, head)).faults).toEqual(expect.arrayContaining([expect.stringMatching(named)]));
    } finally {
      await superuser.query('rollback');
    }
    expect((await verifyAudit(superuser, head)).faults).toEqual([]);
  });

  it.each(['app', 'owner', 'clock'] as const)('I11: is changed, deleted and emptied by nobody: not as %s', async (role) => {
    const client = new Client({ connectionString: { app: place.db.appUrl, owner: place.db.ownerUrl, clock: place.db.clockUrl }[role] });
    await client.connect();
    const before = await place.sql('select * from audit_event order by seq');
    for (const attack of [
      `update audit_event set action = 'nothing'`, 'update audit_event set seal = null', 'update audit_event set seal = 1', 'delete from audit_event', 'truncate audit_event', 'delete from audit_seal',
      `update audit_seal set events = 0`, 'truncate audit_seal',
    ]) {
      // Row-level security shows the owner no row to change; everybody else is refused.
      await client.query(`begin; ${attack}; rollback`).catch(() => client.query('rollback'));
      await client.query(attack).catch((error: { code: string }) => expect(error.code).toMatch(/^42501$/));
    }
    await client.end();
    expect(await place.sql('select * from audit_event order by seq')).toEqual(before);
    expect((await verifyAudit(superuser, await lastHead(headFile))).faults).toEqual([]);
  });

  it('an event is written in nobody else\'s name', async () => {
    const app = new Client({ connectionString: place.db.appUrl });
    await app.connect();
    const written = app.query(`insert into audit_event (request_id, user_id, purpose, action, subject, outcome) values ('r', $1, 'direct-care', 'read', 'Person', 'done')`, [jo.userId]);
    await expect(written).rejects.toMatchObject({ code: '42501' });
    await app.end();
  });

  it('fault 24: while the audit cannot be written nothing is shown and nothing is written', async () => {
    const notes = () => place.sql('select * from contact_note');
    const before = await notes();
    const asked = [
      look, () => place.as(jo, PersonPageQueries, (page) => page.page(personId)), () => place.as(jo, SearchQueries, (search) => search.find('plumtree', 20)),
      () => place.as(jo, ContactsService, (contacts) => contacts.recordNote(personId, { text: 'Lost', about: 'person', audience: 'circle', visibleToPerson: true } as never)),
    ];
    await place.sql('revoke insert on audit_event from onestory_app; revoke insert (request_id) on audit_event from onestory_app');
    for (const ask of asked) await expect(ask()).rejects.toThrow();
    expect(await notes()).toEqual(before);
    await place.sql('grant insert (request_id, user_id, organisation_id, purpose, action, subject, outcome, person_id, person_ids, subject_ids, detail) on audit_event to onestory_app');
    for (const ask of asked) await ask();
    expect(await notes()).toHaveLength(before.length + 1);
  });
});
