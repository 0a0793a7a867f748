import { startTestApp, Visitor, signInAs, type TestApp } from '../support/app';
import { anOrganisation, aUser, aWorker, PASSWORD, type TestOrganisation } from '../support/staff';

let app: TestApp;
let council: TestOrganisation;
beforeAll(async () => {
  app = await startTestApp();
  council = await anOrganisation(app, { name: 'Marlshire County Council' });
});
afterAll(() => app?.close());

const sid = (headers: Record<string, unknown>): string | undefined =>
  ((headers['set-cookie'] ?? []) as string[]).map((one) => /^onestory=([^;]+)/.exec(one)?.[1]).find(Boolean);
const refusals = (action: string) => app.sql(`select 1 from audit_event where outcome = 'refused' and action = $1`, [action]);
const invitation = { name: 'Steph Rowe', email: 'steph@example.org', jobTitle: 'Officer', roles: ['practitioner'], staffType: 'employed' };

describe('A request that another site could have made', () => {
  it('input 52: without the token, with another session’s token, or from a foreign page it is refused and audited', async () => {
    const admin = await (await aWorker(app, council, { roles: ['org_admin'] })).signIn();
    const other = await (await aWorker(app, council, { roles: ['org_admin'] })).signIn();
    const before = (await refusals('csrf')).length;
    const tries = [
      admin.agent.post('/api/colleagues').send(invitation),
      admin.agent.post('/api/colleagues').set('x-csrf-token', other.csrf).send(invitation),
      admin.send('post', '/api/colleagues', invitation).set('Origin', 'https://evil.example'),
      admin.send('post', '/api/colleagues', invitation).set('Origin', 'null'),
      admin.send('post', '/api/colleagues', invitation).set('Sec-Fetch-Site', 'cross-site'),
    ];
    for (const one of tries) {
      const answer = await one.set('Accept', 'application/json');
      expect([answer.status, answer.body.type]).toEqual([403, 'urn:onestory:csrf']);
    }
    expect(await refusals('csrf')).toHaveLength(before + tries.length);
    expect(await app.sql(`select 1 from user_account where email = 'steph@example.org'`)).toHaveLength(0);
  });

  it('input 53: reading an address that only takes changes says which it takes', async () => {
    const visitor = await (await aWorker(app, council)).signIn();
    const answer = await visitor.get('/api/acting-for');
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST']);
  });
});

describe('A session', () => {
  it('input 54: that nobody knows, has ended, or is sent twice is 401 for programs and the sign-in page for browsers', async () => {
    const worker = await aWorker(app, council);
    const visitor = new Visitor(app);
    await visitor.readToken('/sign-in');
    const cookie = sid((await visitor.submit('/sign-in', { email: worker.email, password: PASSWORD })).headers);
    const fresh = (value: string, path: string, accept: string) => new Visitor(app).agent.get(path).set('Accept', accept).set('Cookie', value);
    expect((await fresh(`onestory=${cookie}`, '/api/me', 'application/json')).status).toBe(200);
    const bad = ['onestory=s%3Aunknown.signature', `onestory=${cookie}; onestory=${cookie}`, `onestory=${cookie?.slice(0, -3)}aaa`];
    for (const value of bad) {
      const json = await fresh(value, '/api/me', 'application/json');
      expect([json.status, json.body.type]).toEqual([401, 'urn:onestory:signIn.required']);
      expect((json.headers['set-cookie'] as unknown as string[]).join()).toMatch(/^onestory=;.*Expires=Thu, 01 Jan 1970/);
      const page = await fresh(value, '/acting-for?x=1', 'text/html');
      expect([page.status, page.headers['location']]).toEqual([302, '/sign-in?return=%2Facting-for%3Fx%3D1']);
    }
    await app.sql(`update session set expire = now() - interval '1 second' where sess -> 'signedIn' ->> 'userId' = $1`, [worker.userId]);
    expect((await fresh(`onestory=${cookie}`, '/api/me', 'application/json')).status).toBe(401);
  });

  it('input 54: ends after twelve hours, however busy', async () => {
    const worker = await aWorker(app, council);
    const visitor = await worker.signIn();
    await app.sql(`update session set sess = jsonb_set(sess::jsonb, '{signedIn,at}', to_jsonb(extract(epoch from now() - interval '12 hours 1 second') * 1000))::json
                    where sess -> 'signedIn' ->> 'userId' = $1`, [worker.userId]);
    expect((await visitor.get('/api/me')).status).toBe(401);
  });

  it('input 55: gets a new id at sign-in, and the old one is worth nothing', async () => {
    const worker = await aWorker(app, council);
    const visitor = new Visitor(app);
    const before = sid((await visitor.agent.get('/sign-in').set('Accept', 'text/html')).headers);
    await visitor.readToken('/sign-in');
    const after = sid((await visitor.submit('/sign-in', { email: worker.email, password: PASSWORD })).headers);
    expect(after).toBeDefined();
    expect(after).not.toBe(before);
    const old = await new Visitor(app).agent.get('/api/me').set('Accept', 'application/json').set('Cookie', `onestory=${before}`);
    expect(old.status).toBe(401);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example'])('input 56: %s as the address to return to is 302 home, before signing in and after', async (wish) => {
    const worker = await aWorker(app, council);
    const visitor = new Visitor(app);
    const asked = await visitor.get(`/sign-in?return=${encodeURIComponent(wish)}`);
    expect([asked.status, asked.headers['location']]).toEqual([302, '/']);
    const home = await visitor.get('/');
    expect([home.status, home.headers['location']]).toEqual([302, '/sign-in']);
    await visitor.readToken('/sign-in');
    const answer = await visitor.submit('/sign-in', { email: worker.email, password: PASSWORD, return: wish });
    expect([answer.status, answer.headers['location']]).toEqual([302, '/']);
    expect((await visitor.get('/')).headers['location']).toBe('/today');
  });

  it('signing in leads back to the page that was asked for', async () => {
    const worker = await aWorker(app, council);
    const visitor = new Visitor(app);
    await visitor.readToken('/sign-in');
    const answer = await visitor.submit('/sign-in', { email: worker.email, password: PASSWORD, return: '/caseload?sort=name' });
    expect(answer.headers['location']).toBe('/caseload?sort=name');
  });

  it('input 58: the eleventh wrong password within a minute waits, also with the right one, and it is audited', async () => {
    const worker = await aWorker(app, council);
    const visitor = new Visitor(app);
    await visitor.readToken('/sign-in');
    for (let i = 0; i < 10; i++) expect((await visitor.submit('/sign-in', { email: worker.email, password: `wrong ${i}` })).status).toBe(422);
    const answer = await visitor.submit('/sign-in', { email: worker.email, password: PASSWORD });
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '60']);
    expect(await refusals('tooMany')).not.toHaveLength(0);
  });

  it('fault 21: the request after the membership has ended is refused', async () => {
    const worker = await aWorker(app, council);
    const visitor = await worker.signIn();
    expect((await visitor.get('/api/organisations')).status).toBe(200);
    await app.sql('update membership set ends = now() where id = $1', [worker.membershipId]);
    expect((await visitor.get('/api/organisations')).status).toBe(401);
  });

  it('fault 21: an ended membership takes its organisation away and leaves the other', async () => {
    const user = await aUser(app);
    const charity = await anOrganisation(app, { name: 'Age Well', sector: 'vcse' });
    const first = await aWorker(app, council, { user });
    await aWorker(app, charity, { user });
    const visitor = await first.signIn();
    expect((await visitor.get('/api/me')).body.organisation.name).toBe(council.name);
    await app.sql('update membership set ends = now() where id = $1', [first.membershipId]);
    expect((await visitor.get('/api/me')).body.organisation.name).toBe('Age Well');
  });

  it('fault 22: ten sessions of a user who is locked are all dead', async () => {
    const worker = await aWorker(app, council);
    const visitors = await Promise.all(Array.from({ length: 10 }, () => signInAs(app, worker.email, PASSWORD)));
    await app.sql(`update user_account set state = 'locked' where id = $1`, [worker.userId]);
    const statuses = await Promise.all(visitors.map(async (visitor) => (await visitor.get('/api/me')).status));
    expect(statuses).toEqual(Array.from({ length: 10 }, () => 401));
  });

  it('somebody with two employers chooses for whom they act', async () => {
    const user = await aUser(app);
    const charity = await anOrganisation(app, { name: 'Age Well Marlshire', sector: 'vcse' });
    const here = await aWorker(app, council, { user });
    const there = await aWorker(app, charity, { user });
    const visitor = await here.signIn();
    expect((await visitor.send('post', '/api/acting-for', { membershipId: there.membershipId })).status).toBe(204);
    expect((await visitor.get('/api/me')).body.organisation.name).toBe('Age Well Marlshire');
    const strangers = await aWorker(app, charity);
    expect((await visitor.send('post', '/api/acting-for', { membershipId: strangers.membershipId })).status).toBe(404);
  });
});

describe('What was typed when the session had ended', () => {
  const typed = { name: 'Steph Rowe', email: 'kept@example.org', jobTitle: 'Officer <b>', roles: 'practitioner', staffType: 'student' };

  it('is not carried out, waits for whoever typed it, and comes back into the form', async () => {
    const admin = await aWorker(app, council, { roles: ['org_admin'] });
    const visitor = await admin.signIn();
    await app.sql(`delete from session where sess -> 'signedIn' ->> 'userId' = $1`, [admin.userId]);
    const late = await visitor.submit('/people-and-access/invite', typed);
    expect([late.status, late.headers['location']]).toEqual([302, '/sign-in?return=%2Fpeople-and-access%2Finvite']);
    expect(await app.sql(`select 1 from user_account where email = 'kept@example.org'`)).toHaveLength(0);
    const page = await visitor.get('/sign-in');
    expect(page.text).toContain('What you typed has been kept');
    await visitor.readToken('/sign-in');
    const back = await visitor.submit('/sign-in', { email: admin.email, password: PASSWORD });
    expect(back.headers['location']).toBe('/people-and-access/invite');
    const form = await visitor.get('/people-and-access/invite');
    expect(form.text).toContain('What you wrote was not saved yet');
    expect(form.text).toContain('value="Officer &lt;b&gt;"');
    await visitor.readToken('/people-and-access/invite');
    expect((await visitor.submit('/people-and-access/invite', typed)).status).toBe(200);
    expect((await visitor.get('/people-and-access/invite')).text).not.toContain('Officer &lt;b&gt;');
  });

  it('waits although an answer to a script, asked before the form was sent, comes after it', async () => {
    const admin = await aWorker(app, council, { roles: ['org_admin'] });
    const visitor = await admin.signIn();
    expect((await visitor.get('/api/me')).headers['set-cookie']).toBeUndefined();
    await app.sql(`delete from session where sess -> 'signedIn' ->> 'userId' = $1`, [admin.userId]);
    const asked = await visitor.get('/api/me').set('Sec-Fetch-Dest', 'empty');
    expect([asked.status, asked.headers['set-cookie']]).toEqual([401, undefined]);
  });

  it('is never shown to somebody else who signs in on the same computer', async () => {
    const admin = await aWorker(app, council, { roles: ['org_admin'] });
    const other = await aWorker(app, council, { roles: ['org_admin'] });
    const visitor = await admin.signIn();
    await app.sql(`delete from session where sess -> 'signedIn' ->> 'userId' = $1`, [admin.userId]);
    await visitor.submit('/people-and-access/invite', typed);
    await visitor.readToken('/sign-in');
    const answer = await visitor.submit('/sign-in', { email: other.email, password: PASSWORD });
    expect(answer.headers['location']).toBe('/today');
    expect((await visitor.get('/people-and-access/invite')).text).not.toContain('Officer &lt;b&gt;');
  });

  it('is refused when it does not come from a page of ours', async () => {
    const admin = await aWorker(app, council, { roles: ['org_admin'] });
    const visitor = await admin.signIn();
    await app.sql(`delete from session where sess -> 'signedIn' ->> 'userId' = $1`, [admin.userId]);
    expect((await visitor.submit('/people-and-access/invite', typed).set('Sec-Fetch-Site', 'cross-site')).status).toBe(403);
  });
});
