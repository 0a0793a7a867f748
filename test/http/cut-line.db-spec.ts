import { openCase, register } from '../journeys/people';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { cuttingProxy, type CuttingProxy } from '../support/cutting-proxy';
import { anOrganisation, aWorker } from '../support/staff';

let app: TestApp;
let line: CuttingProxy;
let ivy: Visitor;

beforeAll(async () => {
  app = await startTestApp({}, { through: async (url) => (line = await cuttingProxy(url)).url });
  ivy = await (await aWorker(app, await anOrganisation(app), { roles: ['org_admin'] })).signIn();
});
afterAll(async () => {
  await app?.close();
  await line?.close();
});

const STEP = 61;

it('fault 15: wherever the line to the database is cut, an invitation is made whole or not at all', async () => {
  const partial: string[] = [];
  let cuts = 0;
  for (let bytes = 1; ; bytes += STEP) {
    const email = `cut${bytes}@example.org`;
    line.cutAfter(bytes);
    const answer = await ivy.send('post', '/api/colleagues', { name: 'Cut', email, jobTitle: 'x', roles: ['practitioner'], teamIds: [], staffType: 'employed', keyWorkerTrained: false });
    const wasCut = line.mend();
    const [made] = await app.sql<{ users: string; memberships: string; links: string; events: string }>(
      `select count(distinct u.id) as users, count(distinct m.id) as memberships, count(distinct l.id) as links, count(distinct e.seq) as events
         from user_account u left join membership m on m.user_id = u.id left join one_time_link l on l.user_id = u.id
         left join audit_event e on e.action = 'invite' and e.subject_ids = array[m.id] where u.email = $1`, [email],
    );
    const whole = [made?.users, made?.memberships, made?.links, made?.events].join('');
    if (whole !== '0000' && whole !== '1111') partial.push(`${bytes}: ${whole}`);
    if (answer.status === 201 && whole !== '1111') partial.push(`${bytes}: said to be made`);
    if (!wasCut) break;
    cuts++;
    expect([201, 500, 503]).toContain(answer.status);
    expect((await ivy.get('/api/me')).status).toBe(200);
  }
  expect(partial).toEqual([]);
  expect(cuts).toBeGreaterThan(20);
});

it('fault 15: a note is written with its audit and the case’s clock, or not at all', async () => {
  const jo = await (await aWorker(app, await anOrganisation(app))).signIn();
  const personId = await register(jo);
  await openCase(jo, personId);
  const partial: string[] = [];
  let cuts = 0;
  for (let bytes = 1; ; bytes += 2 * STEP) {
    await app.sql('update coordination_case set last_conversation_at = null where person_id = $1', [personId]);
    line.cutAfter(bytes);
    const answer = await jo.send('post', `/api/people/${personId}/contact-notes`, { text: `cut ${bytes}`, about: 'person', audience: 'circle' });
    const wasCut = line.mend();
    const [made] = await app.sql<{ notes: string; events: string; moved: string }>(
      `select count(distinct n.id) as notes, count(distinct e.seq) as events, (select count(last_conversation_at) from coordination_case where person_id = $1) as moved
         from (select 1) one left join contact_note n on n.person_id = $1 and n.text = $2 left join audit_event e on e.person_id = $1 and e.action = 'create' and e.subject_ids = array[n.id]`,
      [personId, `cut ${bytes}`],
    );
    const whole = [made?.notes, made?.events, made?.moved].join('');
    if (whole !== '000' && whole !== '111') partial.push(`${bytes}: ${whole}`);
    if (answer.status === 201 && whole !== '111') partial.push(`${bytes}: said to be written`);
    if (!wasCut) break;
    cuts++;
    expect((await jo.get(`/api/people/${personId}`)).status).toBe(200);
  }
  expect(partial).toEqual([]);
  expect(cuts).toBeGreaterThan(20);
}, 120_000);
