import { Client } from 'pg';
import { createFirstAdministrator } from '@app/identity';
import { startTestApp, Visitor, signInAs, type TestApp } from '../support/app';
import { anOrganisation, aUser, aWorker, PASSWORD, type TestOrganisation } from '../support/staff';

let app: TestApp;
let fernlea: TestOrganisation;
beforeAll(async () => {
  app = await startTestApp();
  fernlea = await anOrganisation(app, { name: 'Fernlea Homes', sector: 'housing_association' });
});
afterAll(() => app?.close());

const invitation = (email: string) => ({ name: 'Steph Rowe', email, jobTitle: 'Officer', roles: ['practitioner'], teamIds: [], staffType: 'employed', keyWorkerTrained: false });
const invited = async (admin: Visitor, email: string) => (await admin.send('post', '/api/colleagues', invitation(email))).body as { id: string; link: string | null };

async function setPassword(link: string, password: string): Promise<number> {
  const visitor = new Visitor(app);
  await visitor.readToken(link);
  return (await visitor.submit(link, { password })).status;
}

describe('An invitation', () => {
  it('gives a link that sets a password once', async () => {
    const admin = await (await aWorker(app, fernlea, { roles: ['org_admin'] })).signIn();
    const { link } = await invited(admin, 'new@example.org');
    expect(await setPassword(link ?? '', 'too short')).toBe(422);
    expect(await setPassword(link ?? '', 'New@example.org')).toBe(422);
    expect(await setPassword(link ?? '', 'correct horse battery')).toBe(303);
    expect((await new Visitor(app).get(link ?? '')).text).toContain('This link does not work any more');
    const colleague = await signInAs(app, 'new@example.org', 'correct horse battery');
    expect((await colleague.get('/api/me')).body.organisation.name).toBe('Fernlea Homes');
  });

  it('and the password is kept at the cost that OWASP asks for', async () => {
    const admin = await (await aWorker(app, fernlea, { roles: ['org_admin'] })).signIn();
    const { link } = await invited(admin, 'dear@example.org');
    expect(await setPassword(link ?? '', 'correct horse battery')).toBe(303);
    const [kept] = await app.sql<{ hash: string }>(`select c.password_hash as hash from credential c join user_account u on u.id = c.user_id where u.email = 'dear@example.org'`);
    expect(kept?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('after seven days says whom to ask', async () => {
    const admin = await (await aWorker(app, fernlea, { roles: ['org_admin'] })).signIn();
    const { link } = await invited(admin, 'late@example.org');
    await app.sql(`update one_time_link set expires_at = now() - interval '1 second'`);
    const page = await new Visitor(app).get(link ?? '');
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('ask them for a new one')]);
  });

  it('to somebody who works elsewhere adds a membership and no link', async () => {
    const elsewhere = await aWorker(app, await anOrganisation(app));
    const admin = await (await aWorker(app, fernlea, { roles: ['org_admin'] })).signIn();
    const { link } = await invited(admin, elsewhere.email);
    expect(link).toBeNull();
    expect((await (await elsewhere.signIn()).get('/api/me')).body.memberships).toHaveLength(2);
    expect((await admin.send('post', '/api/colleagues', invitation(elsewhere.email))).body.errors).toEqual([expect.objectContaining({ code: 'colleague.exists' })]);
  });

  it('cannot put anybody into another organisation’s team', async () => {
    const admin = await (await aWorker(app, fernlea, { roles: ['org_admin'] })).signIn();
    const other = await anOrganisation(app);
    await app.sql(`insert into team (id, organisation_id, name) values ($1, $1, 'Theirs')`, [other.id]);
    const answer = await admin.send('post', '/api/colleagues', { ...invitation('x@example.org'), teamIds: [other.id] });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/teamIds/0']);
  });
});

describe('A forgotten password', () => {
  it('is answered alike for an address with and without an account; the link is in the log without a name and signs out everywhere', async () => {
    const worker = await aWorker(app, fernlea, { name: 'Unlogged Name' });
    const signedIn = await worker.signIn();
    const answers = [];
    for (const email of [worker.email, 'nobody@example.org']) {
      const visitor = new Visitor(app);
      await visitor.readToken('/forgotten-password');
      answers.push(await visitor.submit('/forgotten-password', { email }));
    }
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
    const lines = app.log.filter((line) => line.includes('"purpose":"password"'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/Unlogged|example\.org/);
    const { path } = JSON.parse(lines[0] ?? '{}') as { path: string };
    expect(await setPassword(path, 'another long password')).toBe(303);
    expect((await signedIn.get('/api/me')).status).toBe(401);
    await signInAs(app, worker.email, 'another long password');
    await expect(signInAs(app, worker.email, PASSWORD)).rejects.toThrow('could not sign in');
  });
});

describe('Access', () => {
  it('the last administrator cannot be removed, and nobody removes themself', async () => {
    const small = await anOrganisation(app);
    const only = await aWorker(app, small, { roles: ['org_admin'] });
    const visitor = await only.signIn();
    const end = (id: string) => visitor.send('post', `/api/colleagues/${id}/end`).set('If-Match', '"1"');
    expect((await end(only.membershipId)).body).toMatchObject({ status: 409, type: 'urn:onestory:organisation.lastAdministrator' });
    const second = await aWorker(app, small, { roles: ['org_admin'] });
    expect((await end(only.membershipId)).body).toMatchObject({ status: 409, type: 'urn:onestory:membership.own' });
    expect((await end(second.membershipId)).status).toBe(204);
    const page = await visitor.submit(`/people-and-access/${only.membershipId}/end`, { _version: '1' });
    expect([page.status, page.text]).toEqual([409, expect.stringContaining('This is the last administrator')]);
  });

  it('of two administrators who end each other at the same moment one remains', async () => {
    const small = await anOrganisation(app);
    const [ann, bob] = [await aWorker(app, small, { roles: ['org_admin'] }), await aWorker(app, small, { roles: ['org_admin'] })];
    const [annIn, bobIn] = [await ann.signIn(), await bob.signIn()];
    await Promise.all([
      annIn.send('post', `/api/colleagues/${bob.membershipId}/end`).set('If-Match', '"1"'),
      bobIn.send('post', `/api/colleagues/${ann.membershipId}/end`).set('If-Match', '"1"'),
    ]);
    const left = await app.sql(`select 1 from membership where organisation_id = $1 and ends > now()`, [small.id]);
    expect(left).toHaveLength(1);
  });

  it('fault 21: ending a colleague’s access counts from their next request', async () => {
    const admin = await (await aWorker(app, fernlea, { roles: ['org_admin'] })).signIn();
    const worker = await aWorker(app, fernlea);
    const visitor = await worker.signIn();
    const answer = await admin.submit(`/people-and-access/${worker.membershipId}/end`, { _version: '1' });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/people-and-access']);
    expect((await visitor.get('/api/me')).status).toBe(401);
    expect((await admin.get('/people-and-access')).text).toContain(`${worker.name} has no access any more`);
  });

  it('the first administrator of an organisation is made on the command line', async () => {
    const fresh = await anOrganisation(app);
    const owner = new Client({ connectionString: app.db.ownerUrl });
    await owner.connect();
    try {
      const { link } = await createFirstAdministrator(owner, 'first@example.org', fresh.code);
      expect(await setPassword(link, 'the very first one')).toBe(303);
      expect((await (await signInAs(app, 'first@example.org', 'the very first one')).get('/api/me')).body.roles).toEqual(['org_admin']);
      await expect(createFirstAdministrator(owner, 'x@example.org', 'NOWHERE')).rejects.toThrow('no active organisation');
      const forced = await app.sql(`select relname from pg_class where relname in ('user_account', 'membership', 'one_time_link') and relforcerowsecurity`);
      expect(forced).toHaveLength(3);
    } finally {
      await owner.end();
    }
  });

  it('a person and a carer act for no organisation', async () => {
    const person = await aUser(app, { kind: 'person' });
    const visitor = await signInAs(app, person.email, PASSWORD);
    expect((await visitor.get('/api/me')).body).toMatchObject({ organisation: null, roles: ['person'], memberships: [] });
    expect((await visitor.get('/api/organisations')).status).toBe(403);
  });
});
