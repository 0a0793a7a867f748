import 'reflect-metadata';
import { JOBS_SCHEMA } from '@app/records';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { aService } from '../support/services';
import { anOrganisation, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';
import { openCase, register, wordsOf } from './people';

interface Listed {
  unread: number;
  items: { id: string; personId: string | null; name: string | null; kind: string; says: string; by: string; href: string; subjectId: string; readAt: string | null }[];
}

describe('what somebody is told', () => {
  let app: TestApp;
  let council: TestOrganisation;
  let trust: TestOrganisation;
  let jo: TestWorker;
  let idris: TestWorker;
  let asJo: Visitor;
  let asIdris: Visitor;
  let person: string;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());
  beforeEach(async () => {
    council = await anOrganisation(app, { name: 'Marlshire County Council' });
    trust = await anOrganisation(app, { name: 'Marl Valley Trust', sector: 'nhs_community', accessScope: 'named' });
    jo = await aWorker(app, council, { name: 'Jo Whitcombe', keyWorkerTrained: true });
    idris = await aWorker(app, trust, { name: 'Idris Vaughan' });
    [asJo, asIdris] = [await jo.signIn(), await idris.signIn()];
    person = await register(asJo);
    await openCase(asJo, person, { keyWorkerMembershipId: undefined });
  });

  const told = async (visitor: Visitor): Promise<Listed> => (await visitor.get('/api/notices')).body as Listed;
  const bell = (html: string): string | undefined => /href="\/notices"[^>]*>\s*Notices(?:<span class="os-count">(.*?)<\/span><\/a>)?/s.exec(html)?.[1]?.replace(/<[^>]+>/g, '');
  const addIdris = async (): Promise<string> => {
    const added = await asJo.send('post', `/api/people/${person}/circle`, { organisationId: trust.id, membershipId: idris.membershipId, does: 'Dresses the leg', categories: ['identity', 'contacts', 'circle'] });
    expect(added.status).toBe(201);
    await workThrough(app);
    return (added.body as { id: string }).id;
  };
  const write = async (by: Visitor, note: Record<string, unknown>): Promise<string> => {
    const written = await by.send('post', `/api/people/${person}/contact-notes`, { text: 'The wound is dry', about: 'person', audience: 'circle', ...note });
    expect(written.status).toBe(201);
    return (written.body as { id: string }).id;
  };

  it('is that they were added to a circle: as a page, as JSON and as a number on every page', async () => {
    await addIdris();
    const { unread, items } = await told(asIdris);
    expect(unread).toBe(1);
    expect(items[0]).toMatchObject({ personId: person, kind: 'care-team.joined', says: 'added you to the circle: read what to know on the first day', by: 'Jo Whitcombe', href: `/people/${person}/first-day` });
    const page = await asIdris.get('/notices');
    expect(page.status).toBe(200);
    expect([...page.text.matchAll(/name="ids" value="([^"]+)"/g)].map((match) => match[1])).toEqual([items[0]?.id]);
    expect(wordsOf(page.text)).toContain('Jo Whitcombe added you to the circle');
    for (const path of ['/today', '/caseload', `/people/${person}`]) expect(bell((await asIdris.get(path)).text)).toBe(', 1 new');
    expect(await told(asJo)).toMatchObject({ unread: 0, items: [] });
  });

  it('is no more new once it was read, by form or by JSON, and stays among the earlier ones', async () => {
    await addIdris();
    await write(asJo, { audience: 'named', namedOrganisationIds: [trust.id] });
    await workThrough(app);
    const [first] = (await told(asIdris)).items;
    expect((await asIdris.submit('/notices/read', { ids: first?.id ?? '' })).status).toBe(303);
    expect(await told(asIdris)).toMatchObject({ unread: 1 });
    expect((await asIdris.send('post', '/api/notices/read', {})).status).toBe(204);
    const { unread, items } = await told(asIdris);
    expect(unread).toBe(0);
    expect(items).toHaveLength(2);
    expect(bell((await asIdris.get('/notices')).text)).toBeUndefined();
  });

  it('is a note that names their organisation, and that a partner wrote, to the key worker; never what is internal', async () => {
    await addIdris();
    await asJo.send('post', '/api/notices/read', {});
    await asIdris.send('post', '/api/notices/read', {});
    await app.sql(`insert into key_worker_assignment (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, case_id, membership_id, kind, accepted_at)
      select person_id, gen_random_uuid(), owner_organisation_id, 'identity', 'circle', true, created_by, 'ui', id, $2, 'lead', now() from coordination_case where person_id = $1`, [person, jo.membershipId]);
    const addressed = await write(asJo, { audience: 'named', namedOrganisationIds: [trust.id] });
    const partners = await write(asIdris, { audience: 'circle' });
    await write(asIdris, { audience: 'internal' });
    await write(asJo, { audience: 'internal' });
    await workThrough(app);
    expect((await told(asIdris)).items.filter((one) => !one.readAt)).toMatchObject([{ kind: 'contact-note.addressed', subjectId: addressed, href: `/people/${person}/timeline#entry-${addressed}` }]);
    expect((await told(asJo)).items.filter((one) => !one.readAt)).toMatchObject([{ kind: 'contact-note.written', subjectId: partners, by: 'Idris Vaughan' }]);
  });

  it('input 31: is nothing any more when access ends or the note is moved away: neither listed nor counted', async () => {
    const member = await addIdris();
    const note = await write(asJo, { audience: 'named', namedOrganisationIds: [trust.id] });
    await workThrough(app);
    expect(await told(asIdris)).toMatchObject({ unread: 2 });
    const other = await register(asJo);
    expect((await asJo.send('post', `/api/people/${person}/contact-notes/${note}/move`, { otherPersonId: other })).status).toBe(201);
    expect((await told(asIdris)).items.map((one) => one.kind)).toEqual(['care-team.joined']);
    expect(bell((await asIdris.get('/today')).text)).toBe(', 1 new');
    const ended = await asJo.send('post', `/api/people/${person}/circle/${member}/end`, { reason: 'Healed' }).set('If-Match', '"1"');
    expect(ended.status).toBe(204);
    expect(await told(asIdris)).toMatchObject({ unread: 0, items: [] });
    expect(bell((await asIdris.get('/today')).text)).toBeUndefined();
  });

  it('I17: the number at the top is the length of the list, for whoever asks', async () => {
    await addIdris();
    for (let n = 0; n < 3; n++) await write(asJo, { audience: 'named', namedOrganisationIds: [trust.id] });
    await workThrough(app);
    for (const visitor of [asJo, asIdris]) {
      const { unread, items } = await told(visitor);
      expect(items.filter((one) => !one.readAt)).toHaveLength(unread);
      expect(bell((await visitor.get('/notices')).text)).toBe(unread > 0 ? `, ${unread} new` : undefined);
    }
  });

  describe('of a referral', () => {
    let delphine: TestWorker;
    let mo: TestWorker;
    let asDelphine: Visitor;
    let lunch: string;
    beforeEach(async () => {
      const ageWell = await anOrganisation(app, { name: 'Age Well Brackenbridge', sector: 'vcse', accessScope: 'named' });
      [delphine, mo] = [await aWorker(app, ageWell, { name: 'Delphine Carter' }), await aWorker(app, ageWell, { name: 'Mo Brennan' })];
      asDelphine = await delphine.signIn();
      lunch = await aService(app, ageWell, { name: 'Lunch club', intake: [delphine.membershipId] });
    });
    const refer = async (): Promise<string> => {
      const sent = await asJo.send('post', `/api/people/${person}/referrals`, { serviceId: lunch, needDomain: 'people_loneliness', needText: 'Company', whyNow: 'Eats alone', agreedHow: 'in_person', opens: ['contacts'] });
      expect(sent.status).toBe(201);
      await workThrough(app);
      return (sent.body as { id: string }).id;
    };
    const move = async (visitor: Visitor, id: string, what: string, command: object = {}): Promise<void> => {
      const { version } = (await visitor.get(`/api/referrals/${id}`)).body as { version: number };
      expect((await visitor.send('post', `/api/referrals/${id}/${what}`, command).set('If-Match', `"${version}"`)).status).toBe(200);
      await workThrough(app);
    };

    it('is for whoever handles it, and says nothing of whom it is about before they accept', async () => {
      const id = await refer();
      const { unread, items } = await told(asDelphine);
      expect([unread, items]).toMatchObject([1, [{ personId: null, name: null, kind: 'referral.sent', says: 'sent you a referral', by: 'Jo Whitcombe', href: `/referrals/${id}`, subjectId: id }]]);
      const [{ family = '' } = {}] = await app.sql<{ family: string }>('select family from person where person_id = $1', [person]);
      for (const path of ['/notices', '/today', '/api/notices']) {
        const { text } = await asDelphine.get(path).expect(200);
        expect([path, text.includes(family), text.includes(person)]).toEqual([path, false, false]);
      }
      expect(wordsOf((await asDelphine.get('/notices')).text)).toContain('A referral Jo Whitcombe sent you a referral');
      expect(bell((await asDelphine.get('/notices')).text)).toBe(', 1 new');
      expect(await told(await mo.signIn())).toMatchObject({ unread: 0, items: [] });
      await move(asDelphine, id, 'acceptance', { promiseDate: '2099-01-01' });
      expect((await told(asDelphine)).items.find((one) => one.kind === 'referral.sent')).toMatchObject({ personId: person, name: expect.stringContaining(family) as unknown });
      expect((await told(asJo)).items).toMatchObject([{ kind: 'referral.accepted', personId: person, by: 'Delphine Carter' }]);
    });

    it('goes back and forth: a question to whoever sent it, the answer and the taking back to whoever handles it', async () => {
      const id = await refer();
      await move(asDelphine, id, 'information-request', { question: 'Does she use stairs?' });
      await move(asJo, id, 'information', { answer: 'With a rail' });
      await move(asJo, id, 'withdrawal', { reason: 'person_changed_mind' });
      expect((await told(asDelphine)).items.map(({ kind }) => kind)).toEqual(['referral.withdrawn', 'referral.information-given', 'referral.sent']);
      expect((await told(asJo)).items.map(({ kind }) => kind)).toEqual(['referral.information-asked']);
    });

    it('is nothing for somebody who must not know of the person, nor once they must not', async () => {
      await app.sql(`insert into exclusion (person_id, id, user_id, kind, sealed_to, source, created_by) values ($1, gen_random_uuid(), $2, 'alleged_source_of_harm', '{}', 'ui', $2)`, [person, delphine.userId]);
      await refer();
      expect(await app.sql('select 1 from notice where recipient_id = $1', [delphine.userId])).toEqual([]);
      await app.sql(`update exclusion set ends = now() where user_id = $1`, [delphine.userId]);
      const other = await register(asJo);
      await openCase(asJo, other, { keyWorkerMembershipId: undefined });
      person = other;
      await refer();
      expect(await told(asDelphine)).toMatchObject({ unread: 1 });
      await app.sql(`insert into exclusion (person_id, id, user_id, kind, sealed_to, source, created_by) values ($1, gen_random_uuid(), $2, 'alleged_source_of_harm', '{}', 'ui', $2)`, [person, delphine.userId]);
      expect(await told(asDelphine)).toMatchObject({ unread: 0, items: [] });
    });
  });

  it('is that they stand in for a key worker who is away, to them alone', async () => {
    const manager = await aWorker(app, council, { name: 'Denise Akers', roles: ['team_manager'] });
    const standIn = await aWorker(app, council, { name: 'Callum Reid', keyWorkerTrained: true });
    const other = await register(asJo);
    await openCase(asJo, other, { keyWorkerMembershipId: jo.membershipId });
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    expect((await (await manager.signIn()).send('post', `/api/workers/${jo.userId}/cover`, { membershipId: standIn.membershipId, until })).status).toBe(201);
    await workThrough(app);
    expect((await told(await standIn.signIn())).items).toMatchObject([{ personId: other, kind: 'key-worker.covered', says: 'asked you to stand in for the key worker', by: 'Denise Akers' }]);
    expect(await told(asIdris)).toMatchObject({ unread: 0 });
  });

  it('I23: says nothing of what is sealed from them, not even that there is something', async () => {
    await addIdris();
    await asIdris.send('post', '/api/notices/read', {});
    const note = await write(asJo, { audience: 'named', namedOrganisationIds: [trust.id] });
    await app.sql('update contact_note set sealed_to = $2 where id = $1', [note, [jo.userId]]);
    await workThrough(app);
    expect(await told(asIdris)).toMatchObject({ unread: 0 });
    expect(await app.sql('select 1 from notice where subject_id = $1', [note])).toEqual([]);
  });

  it('fault 14: is told once when its worker dies after the commit and the job comes again', async () => {
    await addIdris();
    await app.sql(`update ${JOBS_SCHEMA}.job set state = 'retry', start_after = now(), completed_on = null where name = 'news'`);
    expect(await workThrough(app)).toBeGreaterThan(0);
    expect(await told(asIdris)).toMatchObject({ unread: 1 });
  });

  it('I15: nobody is told who has left, though they were meant', async () => {
    await app.sql('update membership set ends = now() where id = $1', [idris.membershipId]);
    await app.sql(`update organisation set access_scope = 'organisation' where id = $1`, [trust.id]);
    await asJo.send('post', `/api/people/${person}/circle`, { organisationId: trust.id, does: 'Dresses the leg', categories: ['identity'] });
    await workThrough(app);
    expect(await app.sql('select 1 from notice where recipient_id = $1', [idris.userId])).toEqual([]);
  });

  it('is written down as a list of the people who were named in it', async () => {
    await addIdris();
    await asIdris.get('/api/notices');
    expect(await app.sql(`select action from audit_event where subject = 'Notice' and user_id = $1 and person_ids @> array[$2::uuid]`, [idris.userId, person])).toEqual([{ action: 'list' }]);
  });
});
