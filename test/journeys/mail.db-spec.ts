import 'reflect-metadata';
import { newId, runInContext } from '@app/kernel';
import { Messages } from '@app/notifications';
import { JOBS_SCHEMA } from '@app/records';
import { Callers } from '@app/identity';
import { signInAs, startTestApp, Visitor, type TestApp } from '../support/app';
import { workThrough } from '../support/jobs';
import { openPostOffice, type PostOffice } from '../support/post-office';
import { anOrganisation, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';
import { register } from './people';
import { letIn } from './round';

describe('letters', () => {
  let app: TestApp;
  let post: PostOffice;
  let council: TestOrganisation;
  let charity: TestOrganisation;
  let jo: TestWorker;
  let delphine: TestWorker;
  let asJo: Visitor;
  let asDelphine: Visitor;
  let person: string;

  beforeAll(async () => {
    post = await openPostOffice();
    app = await startTestApp({ mail: post.mail });
  });
  afterAll(async () => {
    await app?.close();
    await post?.close();
  });
  beforeEach(async () => {
    council = await anOrganisation(app, { name: 'Marlshire County Council' });
    charity = await anOrganisation(app, { name: 'Age Well', sector: 'vcse', accessScope: 'named' });
    jo = await aWorker(app, council, { name: 'Jo Whitcombe' });
    delphine = await aWorker(app, charity, { name: 'Delphine Carter' });
    [asJo, asDelphine] = [await jo.signIn(), await delphine.signIn()];
    person = await register(asJo, { given: 'Margery' });
    expect((await asJo.send('post', `/api/people/${person}/circle`, { organisationId: charity.id, membershipId: delphine.membershipId, does: 'Lunch club', categories: ['identity', 'contacts', 'circle'] })).status).toBe(201);
  });

  const write = async (): Promise<void> => {
    expect((await asJo.send('post', `/api/people/${person}/contact-notes`, { text: 'The boiler is cold', about: 'person', audience: 'named', namedOrganisationIds: [charity.id] })).status).toBe(201);
  };
  const to = ({ email }: { email: string }) => post.letters.filter((letter) => letter.to === email);

  it('I19: tell a partner once of all that waits, with their own reference and a link, and with nobody’s name and nothing of what it is', async () => {
    expect((await asDelphine.send('put', `/api/people/${person}/reference`, { reference: 'AW-0231' }).set('If-Match', '"0"')).status).toBe(200);
    await write();
    await write();
    await workThrough(app);
    expect(to(delphine)).toEqual([]);
    await workThrough(app, { early: true });
    const [letter, ...others] = to(delphine);
    expect(others).toEqual([]);
    expect(letter?.subject).toBe('You have 3 new notices in OneStory');
    expect(letter?.raw).toContain('https://onestory.example.org/notices');
    expect(letter?.raw).toContain('AW-0231');
    const { family } = (await app.sql<{ family: string }>('select family from person where person_id = $1', [person]))[0] ?? { family: '' };
    for (const secret of [family, 'Margery', 'boiler', 'Jo', 'Whitcombe', 'Delphine', 'Carter', 'Marlshire', 'Age Well', person]) expect(letter?.raw).not.toContain(secret);
    expect(to(jo)).toEqual([]);
  });

  it('are not written about what was read in time, nor twice about the same', async () => {
    await workThrough(app);
    await asDelphine.send('post', '/api/notices/read', {});
    await workThrough(app, { early: true });
    expect(to(delphine)).toEqual([]);
    await write();
    await workThrough(app, { early: true });
    await workThrough(app, { early: true });
    await app.sql(`update ${JOBS_SCHEMA}.job set state = 'retry', start_after = now(), completed_on = null where name = 'digest' and state = 'completed'`);
    await workThrough(app, { early: true });
    expect(to(delphine)).toHaveLength(1);
  });

  it('go again under the same name when the mail server would not take them', async () => {
    await workThrough(app);
    post.refuse(true);
    await expect(workThrough(app, { early: true })).rejects.toThrow();
    post.refuse(false);
    await workThrough(app, { early: true });
    const [job] = await app.sql<{ id: string }>(`select id from ${JOBS_SCHEMA}.job where name = 'digest' and data ->> 'userId' = $1`, [delphine.userId]);
    expect(to(delphine).map((letter) => letter.messageId)).toEqual([`<${job?.id}@onestory>`]);
  });

  it('I22: are not written about somebody whose death was reported, and are when that was a mistake', async () => {
    await workThrough(app);
    await app.sql('update person set deceased_on = current_date where person_id = $1', [person]);
    await workThrough(app, { early: true });
    expect(to(delphine)).toEqual([]);
    await app.sql('update person set deceased_on = null where person_id = $1', [person]);
    await write();
    await workThrough(app, { early: true });
    expect(to(delphine).map((letter) => letter.subject)).toEqual(['You have 2 new notices in OneStory']);
  });

  it('are not written to who has left', async () => {
    await workThrough(app);
    await app.sql('update membership set ends = now() where id = $1', [delphine.membershipId]);
    await workThrough(app, { early: true });
    expect(to(delphine)).toEqual([]);
  });

  it('bring a link for a new password, which then stands in no log; an address without an account gets nothing and the same answer', async () => {
    const visitor = new Visitor(app);
    await visitor.readToken('/forgotten-password');
    const coming = post.next();
    const known = await visitor.submit('/forgotten-password', { email: jo.email });
    const link = /https:\/\/onestory\.example\.org(\/link\/[\w-]+)/.exec((await coming).raw)?.[1] ?? '';
    expect(app.log.join()).not.toContain(link);
    await visitor.readToken(link);
    expect((await visitor.submit(link, { password: 'a quite different one' })).status).toBe(303);
    await signInAs(app, jo.email, 'a quite different one');
    const before = post.letters.length;
    const another = new Visitor(app);
    await another.readToken('/forgotten-password');
    const unknown = await another.submit('/forgotten-password', { email: 'nobody@example.org' });
    expect(unknown.text.replace(/value="[^"]*"/g, '')).toBe(known.text.replace(/value="[^"]*"/g, ''));
    expect(known.text).toContain('Look into your e-mail');
    expect(post.letters).toHaveLength(before);
  });

  it('bring an invitation to whom an administrator invites', async () => {
    const ivy = await (await aWorker(app, council, { roles: ['org_admin'] })).signIn();
    const coming = post.next();
    expect((await ivy.send('post', '/api/colleagues', { name: 'Steph Rowe', email: `${newId()}@example.org`, jobTitle: 'Officer', roles: ['practitioner'], staffType: 'employed' })).status).toBe(201);
    const letter = await coming;
    expect(letter.subject).toBe('You are invited to OneStory');
    expect(letter.raw).toMatch(/https:\/\/onestory\.example\.org\/link\/[\w-]+/);
    expect(letter.raw).not.toContain('Steph');
  });

  describe('to a person themselves', () => {
    const LETTER = { subject: 'Your visit', text: 'We come on Tuesday' };
    const rule = (traits: Record<string, unknown>): Promise<unknown> => app.sql(
      `insert into safe_contact (person_id, id, channel, allowed, who_answers, sealed_to, source, created_by) values ($1, $2, 'email', $3, $4, $5, 'ui', $6)`,
      [person, newId(), traits['allowed'] ?? true, traits['whoAnswers'] ?? null, traits['sealedTo'] ?? null, jo.userId],
    );
    const send = async (): Promise<unknown> => {
      const caller = await app.server.app.get(Callers, { strict: false }).callerFor(jo.userId, { membershipId: jo.membershipId });
      if (!caller) throw new Error('Jo has left');
      return runInContext({ requestId: newId(), actor: caller.actor, purpose: 'direct-care', source: 'ui' }, () => app.server.app.get(Messages, { strict: false }).write(person, LETTER)).then(() => 'sent', (error: { code?: string }) => error.code);
    };
    beforeEach(async () => {
      await app.sql(
        `insert into contact_point (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, kind, use, value)
         values ($1, $2, $3, 'identity', 'circle', true, $4, 'ui', 'email', 'home', $5)`, [person, newId(), council.id, jo.userId, `${person}@example.org`],
      );
    });

    it('I24: go where nobody said that it is unsafe', async () => {
      expect(await send()).toBe('sent');
      expect(to({ email: `${person}@example.org` })).toHaveLength(1);
    });

    it.each([
      ['who must not be written to', { allowed: false }],
      ['whose mail somebody else reads', { whoAnswers: 'Her husband' }],
      ['whom a rule protects that the writer may not know of', { allowed: false, sealedTo: [newId()] }],
    ])('I24: are refused with words for somebody %s', async (_who, traits) => {
      await rule(traits);
      expect(await send()).toBe('contact.unsafe');
      expect(to({ email: `${person}@example.org` })).toEqual([]);
    });

    it('I24: are refused for somebody whose record is restricted, unless somebody said that it is safe', async () => {
      await app.sql('update relationship set scope_kind = $2, scope_id = $3 where person_id = $1 and basis = $4', [person, 'membership', jo.membershipId, 'registered']);
      await app.sql('update person set restricted = true where person_id = $1', [person]);
      await app.sql('select refresh_person_access($1)', [person]);
      expect(await send()).toBe('contact.unsafe');
      await rule({ allowed: true });
      expect(await send()).toBe('sent');
    });

    it('I24: bring no link for a new password where somebody else reads the mail, with the same answer, and one again when that is over', async () => {
      const { email } = await letIn(app, person, 'person');
      const ask = async (): Promise<string> => {
        const visitor = new Visitor(app);
        await visitor.readToken('/forgotten-password');
        return (await visitor.submit('/forgotten-password', { email })).text.replace(/value="[^"]*"/g, '');
      };
      await rule({ whoAnswers: 'Her husband', sealedTo: [newId()] });
      const refused = await ask();
      await app.sql('update safe_contact set ends = now() where person_id = $1', [person]);
      const coming = post.next();
      expect(await ask()).toBe(refused);
      expect((await coming).to).toBe(email);
      expect(to({ email })).toHaveLength(1);
    });

    it('I22: are refused after a death was reported', async () => {
      await app.sql('update person set deceased_on = current_date where person_id = $1', [person]);
      expect(await send()).toBe('person.died');
    });
  });
});
