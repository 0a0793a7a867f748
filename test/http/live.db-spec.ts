import 'reflect-metadata';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { anOrganisation, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';
import { register } from '../journeys/people';

interface Event { type: string; data: string }

const cookiesOf = async (visitor: Visitor): Promise<string> => ((await visitor.get('/api/me')).request as unknown as { cookies: string }).cookies;

/** What a browser hears on its stream, one event after the other; null at its end. */
class Stream {
  private buffer = '';
  private constructor(readonly status: number, private readonly reader: ReadableStreamDefaultReader<string> | null) {}

  static async open(app: TestApp, visitor: Visitor): Promise<Stream> {
    return Stream.with(app, await cookiesOf(visitor));
  }

  static async with(app: TestApp, cookie: string): Promise<Stream> {
    const answer = await fetch(`${app.url}/live`, { headers: { cookie, accept: 'text/event-stream' } });
    if (!answer.ok || !answer.body) return new Stream(answer.status, null);
    return new Stream(answer.status, answer.body.pipeThrough(new TextDecoderStream()).getReader());
  }

  async next(): Promise<Event | null> {
    for (;;) {
      const end = this.buffer.indexOf('\n\n');
      if (end >= 0) {
        const block = this.buffer.slice(0, end);
        this.buffer = this.buffer.slice(end + 2);
        const field = (name: string): string => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? '';
        if (field('event')) return { type: field('event'), data: field('data') };
        continue;
      }
      const { value, done } = (await this.reader?.read()) ?? { value: undefined, done: true };
      if (done) return null;
      this.buffer += value;
    }
  }

  /** The next that is no ping. */
  async change(): Promise<unknown> {
    for (;;) {
      const event = await this.next();
      if (event?.type !== 'ping') return event && (JSON.parse(event.data) as unknown);
    }
  }

  close(): Promise<void> {
    return this.reader?.cancel() ?? Promise.resolve();
  }
}

describe('the stream that says that something has changed', () => {
  let app: TestApp;
  let council: TestOrganisation;
  let trust: TestOrganisation;
  let jo: TestWorker;
  let asJo: Visitor;
  let idris: TestWorker;
  let asIdris: Visitor;
  let person: string;

  beforeAll(async () => {
    app = await startTestApp({}, { direct: true });
    council = await anOrganisation(app);
    trust = await anOrganisation(app, { sector: 'nhs_community' });
    jo = await aWorker(app, council);
    idris = await aWorker(app, trust);
    [asJo, asIdris] = [await jo.signIn(), await idris.signIn()];
    person = await register(asJo);
    expect((await asJo.send('post', `/api/people/${person}/circle`, { organisationId: trust.id, does: 'Dresses the leg', categories: ['identity', 'contacts', 'circle'] })).status).toBe(201);
  });
  afterAll(() => app?.close());

  const write = async (audience: string, about = person): Promise<void> => {
    expect((await asJo.send('post', `/api/people/${about}/contact-notes`, { text: 'The wound is dry', about: 'person', audience })).status).toBe(201);
  };

  it('tells a partner of what they may read, as a person and a kind, and of nothing else', async () => {
    const stream = await Stream.open(app, asIdris);
    expect(await stream.next()).toMatchObject({ type: 'ping' });
    const hidden = await register(asJo);
    await write('circle', hidden);
    await write('internal');
    await write('circle');
    expect(await stream.change()).toEqual({ personId: person, kind: 'ContactNote' });
    await asJo.send('post', `/api/people/${person}/alerts`, { kind: 'information', text: 'Dog', whatToDo: 'Ring first', reviewOn: '2027-03-01', audience: 'circle' });
    expect(await stream.change()).toMatchObject({ personId: person });
    await stream.close();
  });

  it('tells nobody of what they did themselves', async () => {
    const stream = await Stream.open(app, asJo);
    await write('circle');
    expect((await asIdris.send('post', `/api/people/${person}/contact-notes`, { text: 'Dry still', about: 'attempt', audience: 'circle' })).status).toBe(201);
    const heard = await stream.change();
    expect(heard).toEqual({ personId: person, kind: 'ContactNote' });
    await stream.close();
  });

  it('fault 21: says nothing to whoever has left, though their stream is open', async () => {
    const leaver = await aWorker(app, trust);
    const stream = await Stream.open(app, await leaver.signIn());
    const other = await Stream.open(app, asIdris);
    await app.sql('update membership set ends = now() where id = $1', [leaver.membershipId]);
    await write('circle');
    await other.change();
    await app.sql(`update membership set ends = 'infinity' where id = $1`, [leaver.membershipId]);
    await asJo.send('post', `/api/people/${person}/alerts`, { kind: 'information', text: 'Dog', whatToDo: 'Ring first', reviewOn: '2027-03-01', audience: 'circle' });
    expect(await stream.change()).toEqual({ personId: person, kind: 'Alert' });
    await stream.close();
    await other.close();
  });

  it('ends for a browser that has signed out', async () => {
    const visitor = await idris.signIn();
    const stream = await Stream.open(app, visitor);
    await stream.next();
    await visitor.readToken('/sign-out');
    await visitor.submit('/sign-out');
    await write('circle');
    expect(await stream.change()).toBeNull();
  });

  it('closes the oldest where one browser opens too many', async () => {
    const visitor = await idris.signIn();
    const streams = [];
    for (let n = 0; n < 4; n++) {
      const stream = await Stream.open(app, visitor);
      await stream.next();
      streams.push(stream);
    }
    expect(await streams[0]?.change()).toBeNull();
    await write('circle');
    expect(await streams[3]?.change()).toMatchObject({ personId: person });
    await Promise.all(streams.map((stream) => stream.close()));
  });

  it('keeps nobody signed in who has gone away', async () => {
    const cookie = await cookiesOf(await idris.signIn());
    const mine = `where sess -> 'signedIn' ->> 'userId' = $1`;
    await app.sql(`update session set sess = jsonb_set(sess::jsonb, '{seenAt}', '1')::json ${mine}`, [idris.userId]);
    const stream = await Stream.with(app, cookie);
    expect((await fetch(`${app.url}/api/people/${person}/changes`, { headers: { cookie } })).status).toBe(200);
    await stream.close();
    expect(await app.sql(`select distinct sess ->> 'seenAt' as seen from session ${mine}`, [idris.userId])).toEqual([{ seen: '1' }]);
    // A session is saved before the end of an answer, not before its beginning.
    expect(await (await fetch(`${app.url}/api/me`, { headers: { cookie } })).json()).toMatchObject({ user: { id: idris.userId } });
    expect(await app.sql(`select distinct sess ->> 'seenAt' as seen from session ${mine}`, [idris.userId])).toHaveLength(2);
  });

  it('answers those who ask instead: whether something that they may read was written by somebody else', async () => {
    const since = new Date().toISOString();
    const changed = async (visitor: Visitor): Promise<unknown> => (await visitor.get(`/api/people/${person}/changes?since=${encodeURIComponent(since)}`)).body;
    await write('internal');
    expect(await changed(asIdris)).toEqual({ changed: false });
    await write('circle');
    expect(await changed(asIdris)).toEqual({ changed: true });
    expect(await changed(asJo)).toEqual({ changed: false });
    expect((await asIdris.get(`/api/people/${await register(asJo)}/changes`)).status).toBe(404);
  });

  it('fault 35: does not hold up a server that stops', async () => {
    const stopping = await startTestApp({}, { direct: true });
    const worker = await aWorker(stopping, await anOrganisation(stopping));
    const stream = await Stream.open(stopping, await worker.signIn());
    await stream.next();
    const began = performance.now();
    await stopping.server.stop();
    expect(performance.now() - began).toBeLessThan(3000);
    expect(await stream.change()).toBeNull();
    await stopping.close();
  });

  it('says that it is deaf and ends where the server hears of nothing: the pages then ask', async () => {
    const deaf = await startTestApp();
    const worker = await aWorker(deaf, await anOrganisation(deaf));
    const stream = await Stream.open(deaf, await worker.signIn());
    expect([stream.status, await stream.next(), await stream.next()]).toEqual([200, { type: 'deaf', data: '' }, null]);
    await deaf.close();
  });
});
