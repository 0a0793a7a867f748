import 'reflect-metadata';
import { JOBS_SCHEMA } from '@app/records';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { cuttingProxy, type CuttingProxy } from '../support/cutting-proxy';
import { workThrough } from '../support/jobs';
import { openPostOffice, type PostOffice } from '../support/post-office';
import { anOrganisation, aWorker, type TestWorker } from '../support/staff';
import { register } from '../journeys/people';
import { WorkerProcess } from './worker-process';

/** Where a worker is killed: on which of its lines, before which words. */
interface Moment {
  readonly line: 'app' | 'clock';
  readonly words: readonly string[];
}
const FIRST: Moment = { line: 'app', words: [] };
const COMPLETED: Moment = { line: 'clock', words: ['completed_on ='] };

describe('fault 14: a worker in a process of its own that is killed', () => {
  let app: TestApp;
  let post: PostOffice;
  let lines: Record<Moment['line'], CuttingProxy>;
  let jo: TestWorker;
  let delphine: TestWorker;
  let asJo: Visitor;
  let person: string;

  beforeAll(async () => {
    post = await openPostOffice();
    app = await startTestApp({ mail: post.mail });
    lines = { app: await cuttingProxy(app.db.appUrl), clock: await cuttingProxy(app.db.clockUrl) };
    const council = await anOrganisation(app);
    const charity = await anOrganisation(app, { sector: 'vcse', accessScope: 'named' });
    jo = await aWorker(app, council);
    delphine = await aWorker(app, charity);
    asJo = await jo.signIn();
    person = await register(asJo);
    expect((await asJo.send('post', `/api/people/${person}/circle`, { organisationId: charity.id, membershipId: delphine.membershipId, does: 'Lunch club', categories: ['identity', 'contacts', 'circle'] })).status).toBe(201);
    await settle();
  });
  afterAll(async () => {
    for (const line of Object.values(lines)) await line.close();
    await app?.close();
    await post?.close();
  });

  /** All that waits is told and sent, by a worker that lives. */
  async function settle(): Promise<void> {
    await workThrough(app, { early: true });
    await workThrough(app, { early: true });
  }
  const write = async (): Promise<string> => {
    const answer = await asJo.send('post', `/api/people/${person}/contact-notes`, { text: 'The boiler is cold', about: 'person', audience: 'named', namedOrganisationIds: [delphine.organisation.id] });
    expect(answer.status).toBe(201);
    return (answer.body as { id: string }).id;
  };
  const noticesOf = async (note: string): Promise<number> => (await app.sql(`select 1 from notice where subject_id = $1 and recipient_id = $2`, [note, delphine.userId])).length;
  const jobs = (state: string): Promise<{ name: string }[]> => app.sql<{ name: string }>(`select name from ${JOBS_SCHEMA}.job where state = $1::${JOBS_SCHEMA}.job_state`, [state]);

  /** Has a worker take what is due, and kills it there; its time with the job runs out, and nobody else has looked after the queues. */
  async function killedAt({ line, words }: Moment): Promise<void> {
    const worker = await WorkerProcess.start(app, post.mail.smtpUrl, { appUrl: lines.app.url, clockUrl: lines.clock.url });
    const held = lines[line].holdAt(...words);
    await app.sql(`update ${JOBS_SCHEMA}.job set start_after = now() where state = 'created'`);
    await held;
    await worker.kill();
    lines[line].mend();
    const left = await jobs('active');
    expect(left).toHaveLength(1);
    await app.sql(`update ${JOBS_SCHEMA}.job set started_on = now() - interval '1 hour', retry_delay = 0, retry_backoff = false where state = 'active'`);
    await app.sql(`update ${JOBS_SCHEMA}.queue set monitor_claim_on = now() - interval '1 hour'`);
  }

  it.each([
    ['before the first statement of what it had taken', FIRST, 0],
    ['before what it had told was committed', { line: 'app', words: ['insert into notice', 'commit'] } satisfies Moment, 0],
    ['after the commit, before it could say so', COMPLETED, 1],
  ])('%s loses no news and tells none twice', async (_when, moment, told) => {
    const note = await write();
    await killedAt(moment);
    expect(await noticesOf(note)).toBe(told);
    await settle();
    expect(await noticesOf(note)).toBe(1);
    expect([...(await jobs('active')), ...(await jobs('retry'))]).toEqual([]);
  });

  it.each([
    ['before the first statement of what it had taken', FIRST, 0, 1],
    // Nobody can take a letter and remember it in one act with another house: the same letter goes again, under the same name.
    ['after the letter was taken, before that was committed', { line: 'app', words: ['mailed_at = now()', 'commit'] } satisfies Moment, 1, 2],
    ['after the commit, before it could say so', COMPLETED, 1, 1],
  ])('%s loses no letter and sends no second one', async (_when, moment, sent, copies) => {
    await write();
    await workThrough(app);
    const before = post.letters.length;
    const sinceThen = () => post.letters.slice(before).filter(({ to }) => to === delphine.email);
    await killedAt(moment);
    expect(sinceThen()).toHaveLength(sent);
    await settle();
    expect(sinceThen()).toHaveLength(copies);
    expect(new Set(sinceThen().map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('is followed by the next, which takes back what it left, seals the audit, and ends when it is told to', async () => {
    const note = await write();
    await killedAt(FIRST);
    const letter = post.next();
    const worker = await WorkerProcess.start(app, post.mail.smtpUrl);
    try {
      await until(async () => (await noticesOf(note)) === 1);
      await app.sql(`update ${JOBS_SCHEMA}.job set start_after = now() where state = 'created'`);
      expect((await letter).to).toBe(delphine.email);
      await write();
      // The file is there before its first line is.
      await until(() => Promise.resolve(Boolean(worker.head())));
      expect(worker.head()).toMatch(/^\d+ [0-9a-f]{64}\n/);
    } finally {
      expect(await worker.stop()).toBe(0);
    }
    await settle();
    expect(await noticesOf(note)).toBe(1);
  });
});

/** Asks again until it is so; the database's answers are what is waited for. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Not so after 20 seconds: ${isSo.toString()}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
