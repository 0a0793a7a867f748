import { register } from '../journeys/people';
import { signInAs, startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker, PASSWORD, type TestOrganisation, type TestWorker } from '../support/staff';

let app: TestApp;
let council: TestOrganisation;
let personId: string;
beforeAll(async () => {
  app = await startTestApp();
  council = await anOrganisation(app);
  personId = await register(await (await aWorker(app, council)).signIn());
});
afterAll(() => app?.close());

const NOTE = { text: 'Written too late', about: 'person', audience: 'circle' };
const notes = async (): Promise<number> => (await app.sql('select 1 from contact_note where person_id = $1', [personId])).length;
const byForm = (visitor: Visitor) => visitor.submit(`/people/${personId}/contact-notes`, NOTE).redirects(0);
const asJson = (visitor: Visitor) => visitor.send('post', `/api/people/${personId}/contact-notes`, NOTE);

/** Somebody with the page of a note open, in so many browsers. */
async function writing(browsers: number): Promise<{ worker: TestWorker; visitors: Visitor[] }> {
  const worker = await aWorker(app, council);
  const visitors = await Promise.all(Array.from({ length: browsers }, () => signInAs(app, worker.email, PASSWORD)));
  for (const visitor of visitors) await visitor.get(`/people/${personId}/contact-notes/new`).expect(200);
  return { worker, visitors };
}

const ENDS = [
  ['whose membership has ended', 'update membership set ends = now() where user_id = $1'],
  ['whose account is locked', `update user_account set state = 'locked' where id = $1`],
] as const;

describe('A worker with the form open', () => {
  it.each(ENDS)('faults 21, 22: %s saves nothing with it, as a page or as JSON, and is asked to sign in', async (_, end) => {
    const { worker, visitors } = await writing(2);
    await app.sql(end, [worker.userId]);
    const [form, json] = [await byForm(visitors[0] as Visitor), await asJson(visitors[1] as Visitor)];
    expect([form.status, form.headers['location']]).toEqual([302, `/sign-in?return=${encodeURIComponent(`/people/${personId}/contact-notes/new`)}`]);
    expect([json.status, json.body.type]).toEqual([401, 'urn:onestory:signIn.required']);
    expect(await notes()).toBe(0);
  });

  it('fault 22: ten browsers of a locked account write nothing, whatever they try', async () => {
    const { worker, visitors } = await writing(10);
    await app.sql(`update user_account set state = 'locked' where id = $1`, [worker.userId]);
    const answers = await Promise.all(visitors.map((visitor, n) => (n % 2 ? asJson(visitor) : byForm(visitor))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302, 401]));
    expect(await notes()).toBe(0);
  });

  it('who was kept out of this record meanwhile is told nothing of it, and the try is audited', async () => {
    const { worker, visitors: [visitor] } = await writing(1);
    await app.sql(
      `insert into exclusion (person_id, id, user_id, kind, source, created_by) values ($1, gen_random_uuid(), $2, 'knows_person', 'system', $2)`, [personId, worker.userId],
    );
    await app.sql('select refresh_person_access($1)', [personId]);
    const answer = await asJson(visitor as Visitor);
    expect(answer.status).toBe(404);
    expect(await app.sql(`select 1 from audit_event where request_id = $1 and outcome = 'refused'`, [answer.headers['x-request-id']])).toHaveLength(1);
    expect(await notes()).toBe(0);
  });
});
