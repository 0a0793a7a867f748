import { startTestApp, Visitor, type TestApp } from '../support/app';
import { anOrganisation, aUser, aWorker, PASSWORD } from '../support/staff';

let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app.close());

describe('Signing in', () => {
  it('a worker signs in, is told for whom they act, and begins where they work', async () => {
    const worker = await aWorker(app, await anOrganisation(app, { name: 'Marlshire County Council' }));
    const visitor = new Visitor(app);
    await visitor.readToken('/sign-in');
    const answer = await visitor.submit('/sign-in', { email: worker.email.toUpperCase(), password: PASSWORD });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/today']);
    const me = await visitor.get('/api/me');
    expect(me.body).toMatchObject({ user: { name: worker.name, kind: 'staff' }, organisation: { name: 'Marlshire County Council' }, roles: ['practitioner'] });
  });

  it('a person arrives at today and is sent to their own page', async () => {
    const person = await aUser(app, { kind: 'person' });
    const visitor = new Visitor(app);
    await visitor.readToken('/sign-in');
    const answer = await visitor.submit('/sign-in', { email: person.email, password: PASSWORD });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/today']);
  });

  it('a wrong password and an unknown address get the same page', async () => {
    const worker = await aWorker(app, await anOrganisation(app));
    const pages = await Promise.all([worker.email, 'nobody@example.org'].map(async (email) => {
      const visitor = new Visitor(app);
      await visitor.readToken('/sign-in');
      const answer = await visitor.submit('/sign-in', { email, password: 'not the password' });
      expect(answer.status).toBe(422);
      return answer.text.replaceAll(email, '').replaceAll(visitor.csrf, '');
    }));
    expect(pages[0]).toContain('The e-mail address or the password is wrong');
    expect(pages[0]).toBe(pages[1]);
  });

  it('the right password of somebody whom no organisation lets in says so, and a wrong one what it says to everybody', async () => {
    const organisation = await anOrganisation(app);
    const worker = await aWorker(app, organisation);
    await app.sql(`update organisation set state = 'suspended' where id = $1`, [organisation.id]);
    const said = async (password: string): Promise<string> => {
      const visitor = new Visitor(app);
      await visitor.readToken('/sign-in');
      const answer = await visitor.submit('/sign-in', { email: worker.email, password });
      expect(answer.status).toBe(422);
      return answer.text;
    };
    const told = await said(PASSWORD);
    expect(told).toContain('No organisation lets you in at the moment');
    expect(told).not.toContain('is wrong');
    expect(told).not.toContain(organisation.name);
    expect(await said('not the password')).toContain('The e-mail address or the password is wrong');
  });
});
