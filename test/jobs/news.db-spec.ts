import 'reflect-metadata';
import { ContactNote, ContactsService } from '@app/contacts';
import { newId, runInContext, type Actor } from '@app/kernel';
import { installJobs, JOBS_SCHEMA, Records, startWorking, Transactions, workOnce, type Handlers, type Job, type News } from '@app/records';
import { Client } from 'pg';
import { anOrganisation, aPerson, aWorker, openPlace, type Organisation, type Place } from '../support/builders';

describe('news that goes up as jobs', () => {
  let place: Place;
  let council: Organisation;
  let jo: Actor & { membershipId: string };
  let margery: { personId: string };

  beforeAll(async () => {
    place = await openPlace();
    council = await anOrganisation(place);
    jo = await aWorker(place, 'Jo Whitcombe').of(council);
    margery = await aPerson(place).registeredBy(jo);
  });
  afterAll(() => place?.close());

  const waiting = async (): Promise<News[]> => (await place.sql<{ data: News }>(`select data from ${JOBS_SCHEMA}.job where name = 'news' and state in ('created', 'retry')`)).map((row) => row.data);
  const write = (text: string, then: () => Promise<void> = () => Promise.resolve()): Promise<string> => place.as(jo, Transactions, (transactions) => transactions.run(async () => {
    const note = await place.as(jo, ContactsService, (contacts) => contacts.recordNote(margery.personId, { text, about: 'person', audience: 'internal' }));
    await place.as(jo, Records, (records) => Promise.resolve(records.news('test.written', note, { keyWorker: true })));
    await then();
    return note.id;
  }));
  /** Handlers that write down what they were given. */
  const taking = (taken: Job<News>[], also: (job: Job<News>) => Promise<void> = () => Promise.resolve()): Handlers => ({
    news: async (job: Job<News>) => {
      taken.push(job);
      await also(job);
    },
    digest: () => Promise.resolve(),
    calendar: () => Promise.resolve(),
  });

  it('is enqueued with the commit, as ids and nothing that could be read', async () => {
    const noteId = await write('The boiler is broken again');
    const [news, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(news).toEqual({ id: expect.any(String) as string, kind: 'test.written', personId: margery.personId, subject: 'ContactNote', subjectId: noteId, by: jo.userId, to: { keyWorker: true } });
    expect(await workOnce(place.db.clockUrl, taking([]))).toBe(1);
  });

  it('is lost with a transaction that is rolled back', async () => {
    await expect(write('Never happened', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await waiting()).toEqual([]);
  });

  it('is not made of what is imported: history is no news', async () => {
    await place.as(jo, Records, (records) => runInContext({ requestId: newId(), actor: jo, purpose: 'import', source: 'import' }, () =>
      place.as(jo, Transactions, (transactions) => runInContext({ requestId: newId(), actor: jo, purpose: 'import', source: 'import' }, () => transactions.run(async () => {
        await transactions.query('select 1');
        records.news('test.written', Object.assign(new ContactNote(), { personId: margery.personId, id: newId() }), { keyWorker: true });
      })))));
    expect(await waiting()).toEqual([]);
  });

  it('fault 14: comes again when its worker died before it began, and is the same job', async () => {
    await write('Died at once');
    const taken: Job<News>[] = [];
    await abandon('news');
    expect(await workOnce(place.db.clockUrl, taking(taken))).toBe(1);
    expect(taken).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  it('fault 14: comes again when what was done with it was not committed', async () => {
    await write('Died in the middle');
    const taken: Job<News>[] = [];
    await expect(workOnce(place.db.clockUrl, taking(taken, () => Promise.reject(new Error('the line is cut'))))).rejects.toThrow('the line is cut');
    await place.sql(`update ${JOBS_SCHEMA}.job set start_after = now() where state = 'retry'`);
    expect(await workOnce(place.db.clockUrl, taking(taken))).toBe(1);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(1);
    expect(taken).toHaveLength(2);
  });

  it('is worked on as it comes, until the worker is told to stop', async () => {
    const taken: Job<News>[] = [];
    const two = Promise.withResolvers<void>();
    const working = startWorking(place.db.clockUrl, taking(taken, () => {
      if (taken.length === 2) two.resolve();
      return Promise.resolve();
    }), (error) => two.reject(error));
    await write('First');
    await write('Second');
    await two.promise;
    await working.stop();
    await write('Nobody works any more');
    expect(taken).toHaveLength(2);
    expect(await waiting()).toHaveLength(1);
    await workOnce(place.db.clockUrl, taking([]));
  });

  it('is installed again without harm, and neither the server nor the clock may change a table', async () => {
    await write('Stays');
    await installJobs(place.db.ownerUrl);
    expect(await waiting()).toHaveLength(1);
    for (const url of [place.db.appUrl, place.db.clockUrl]) {
      await expect(ask(url, `alter table ${JOBS_SCHEMA}.job add column x integer`)).rejects.toThrow('must be owner');
      await expect(ask(url, `create table ${JOBS_SCHEMA}.mine ()`)).rejects.toThrow('permission denied');
    }
    await expect(ask(place.db.appUrl, `select data from ${JOBS_SCHEMA}.job`)).rejects.toThrow('permission denied');
  });

  /** What is left when a worker is killed with a job in hand: the job is taken, and its time runs out. */
  async function abandon(queue: string): Promise<void> {
    const taken = await place.sql(`update ${JOBS_SCHEMA}.job set state = 'active', started_on = now() - interval '1 hour', retry_delay = 0, retry_backoff = false where name = $1 and state = 'created' returning id`, [queue]);
    expect(taken).toHaveLength(1);
    // The queues are looked after once a minute.
    await place.sql(`update ${JOBS_SCHEMA}.queue set monitor_claim_on = now() - interval '1 hour'`);
  }
});

async function ask(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
