import 'reflect-metadata';
import { JOBS_SCHEMA } from '@app/records';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { anOrganisation, aWorker, type TestOrganisation, type TestWorker } from '../support/staff';
import { openCase, register, wordsOf } from './people';

interface Listed {
  unread: number;
  items: { id: string; personId: string; name: string; kind: string; says: string; by: string; href: string; subjectId: string; readAt: string | null }[];
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
    expect(items[0]).toMatchObject({ personId: person, kind: 'care-team.joined', says: 'added you to the circle', by: 'Jo Whitcombe', href: `/people/${person}/circle` });
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
