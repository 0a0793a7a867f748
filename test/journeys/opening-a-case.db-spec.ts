import { CaseloadQueries } from '@app/overviews';
import { anOrganisation, aWorker, type TestWorker } from '../support/staff';
import { aFamilyName, codes, entriesOn, openCase, peopleOn, register, wordsOf } from './people';
import { letIn, startCouncil, type Council } from './round';

let { app, council, jo, joAtWork } = {} as Council;

beforeAll(async () => {
  ({ app, council, jo, joAtWork } = await startCouncil());
});
afterAll(() => app.close());

describe('A case is opened', () => {
  it('from the page of the person, with oneself as key worker: the person is then on the caseload in HTML and JSON', async () => {
    const family = aFamilyName();
    const personId = await register(joAtWork, { family });
    expect((await joAtWork.get(`/people/${personId}`)).text).toContain(`href="/people/${personId}/case/new"`);
    const form = await joAtWork.get(`/people/${personId}/case/new`).expect(200);
    expect(form.text).toContain(`value="${jo.membershipId}"`);
    const answer = await joAtWork.submit(`/people/${personId}/case/new`, {
      reason: 'Falls at home', keyWorkerMembershipId: jo.membershipId, contactEveryDays: '14', 'nextReviewOn[day]': '1', 'nextReviewOn[month]': '3', 'nextReviewOn[year]': '2027',
    });
    expect([answer.status, answer.headers['location']]).toEqual([303, `/people/${personId}`]);
    expect(wordsOf((await joAtWork.get(`/people/${personId}`)).text)).toContain('Case opened');
    const json = (await joAtWork.get(`/api/caseload?search=${family}`)).body as { items: { personId: string; caseId: string }[] };
    expect(json).toMatchObject({ items: [{ personId, name: `Margery ${family}`, keyWorker: 'Jo Whitcombe', nextReviewOn: '2027-03-01' }], total: 1 });
    expect(peopleOn((await joAtWork.get(`/caseload?search=${family}&view=mine`)).text)).toEqual([personId]);
    expect((await joAtWork.get(`/api/people/${personId}`)).body).toMatchObject({ case: { id: json.items[0]?.caseId, state: 'active' }, keyWorker: { name: 'Jo Whitcombe' } });
  });

  it('without a key worker it waits for one', async () => {
    const family = aFamilyName();
    const personId = await register(joAtWork, { family });
    await openCase(joAtWork, personId);
    expect(peopleOn((await joAtWork.get(`/caseload?search=${family}&view=waiting`)).text)).toEqual([personId]);
    expect(wordsOf((await joAtWork.get(`/people/${personId}`)).text)).toContain('The case waits for a key worker');
  });

  it('tells the person why only when that was said: a worry about somebody at home is not for their page', async () => {
    const [silent, told] = [await register(joAtWork), await register(joAtWork)];
    await joAtWork.submit(`/people/${silent}/case/new`, { reason: 'Bruises that her son explains' }).expect(303);
    await joAtWork.submit(`/people/${told}/case/new`, { reason: 'You asked for a ramp', visibleToPerson: 'on' }).expect(303);
    const reads = async (personId: string): Promise<string> => {
      const person = await (await letIn(app, personId, 'person')).signIn();
      const exits = ['/me', '/api/me/page', `/api/people/${personId}`, `/api/people/${personId}/timeline`];
      return (await Promise.all(exits.map(async (path) => (await person.get(path).expect(200)).text))).join();
    };
    expect((await reads(silent)).includes('Bruises')).toBe(false);
    expect((await reads(told)).includes('You asked for a ramp')).toBe(true);
    expect((await joAtWork.get(`/people/${silent}`)).text).toContain('Bruises');
  });

  it('asks for the reason, and keeps what was typed', async () => {
    const personId = await register(joAtWork);
    const page = await joAtWork.submit(`/people/${personId}/case/new`, { reason: ' ', contactEveryDays: '9' });
    expect(page.status).toBe(422);
    expect(page.text).toMatch(/<title>Error: Open a case/);
    expect(page.text).toContain('href="#reason"');
    expect(page.text).toMatch(/id="contactEveryDays"[^>]*value="9"/);
  });

  it('a second case is refused while one is open', async () => {
    const personId = await register(joAtWork);
    await openCase(joAtWork, personId);
    expect(wordsOf((await joAtWork.get(`/people/${personId}/case/new`).expect(200)).text)).toContain('A case is open already');
    const answer = await joAtWork.send('post', `/api/people/${personId}/case`, { reason: 'Again' });
    expect([answer.status, (answer.body as { type: string }).type]).toEqual([409, 'urn:onestory:case.exists']);
  });

  it('input 39: nobody outside the circle, untrained or a volunteer becomes key worker', async () => {
    const personId = await register(joAtWork);
    const elsewhere = await aWorker(app, await anOrganisation(app), { keyWorkerTrained: true });
    const untrained = await aWorker(app, council);
    const volunteer = await aWorker(app, council, { keyWorkerTrained: true, staffType: 'volunteer' });
    for (const { membershipId } of [elsewhere, untrained, volunteer]) {
      const answer = await joAtWork.send('post', `/api/people/${personId}/case`, { reason: 'Falls', keyWorkerMembershipId: membershipId });
      expect([answer.status, codes(answer.body)]).toEqual([422, ['/keyWorkerMembershipId keyWorker.notMember']]);
      expect((await joAtWork.get(`/people/${personId}/case/new`)).text).not.toContain(membershipId);
    }
    expect((await joAtWork.get(`/api/people/${personId}`)).body).toMatchObject({ case: null });
  });

  it.each([['9999-12-31', 'period.range'], ['2026-02-30', 'date.invalid']])('input 48: a first review on %s is %s', async (nextReviewOn, code) => {
    const answer = await joAtWork.send('post', `/api/people/${await register(joAtWork)}/case`, { reason: 'Falls', nextReviewOn });
    expect([answer.status, codes(answer.body)]).toEqual([422, [`/nextReviewOn ${code}`]]);
  });

  it('a stranger cannot open one: the person is not there', async () => {
    const personId = await register(joAtWork);
    const stranger = await (await aWorker(app, await anOrganisation(app))).signIn();
    const [hidden, missing] = await Promise.all([personId, '0190aaaa-0000-7000-8000-00000000dead'].map((id) => stranger.send('post', `/api/people/${id}/case`, { reason: 'x' })));
    expect([hidden?.status, hidden?.text]).toEqual([404, missing?.text]);
  });
});

describe('An address that names nobody', () => {
  it.each(['1', '..', '%00', 'x', '0190aaaa'])('input 27: /people/%s is not found, as a page and as JSON', async (id) => {
    for (const path of [`/people/${id}`, `/people/${id}/timeline`, `/api/people/${id}`, `/api/people/${id}/timeline`]) {
      const answer = await joAtWork.agent.get(path).set('Accept', path.startsWith('/api') ? 'application/json' : 'text/html');
      expect([path, answer.status]).toEqual([path, id === '..' && !path.endsWith('timeline') ? answer.status : 404]);
    }
  });

  it('input 28: an id in capitals is the same record', async () => {
    const personId = await register(joAtWork);
    await openCase(joAtWork, personId);
    const [lower, upper] = await Promise.all([personId, personId.toUpperCase()].map((id) => joAtWork.get(`/api/people/${id}`)));
    expect([upper?.status, upper?.text]).toEqual([200, lower?.text]);
    expect(entriesOn((await joAtWork.get(`/people/${personId.toUpperCase()}/timeline`).expect(200)).text)).toEqual(entriesOn((await joAtWork.get(`/people/${personId}/timeline`)).text));
  });

  it('input 29: the id of a hidden person is not found, and the try is written down', async () => {
    const personId = await register(joAtWork);
    const stranger = await aWorker(app, await anOrganisation(app));
    const visitor = await stranger.signIn();
    for (const path of [`/people/${personId}`, `/api/people/${personId}`, `/people/${personId}/timeline`, `/api/people/${personId}/timeline`]) await visitor.get(path).expect(404);
    const tries = await app.sql(`select 1 from audit_event where outcome = 'refused' and person_id = $1 and user_id = $2`, [personId, stranger.userId]);
    expect(tries).toHaveLength(4);
  });

  it('input 30: whoever left yesterday opens nothing, and the try is written down', async () => {
    const leaver = await aWorker(app, council);
    const visitor = await leaver.signIn();
    const other = await aWorker(app, await anOrganisation(app), { user: leaver });
    const personId = await register(joAtWork);
    await visitor.get(`/people/${personId}`).expect(200);
    await app.sql(`update membership set ends = now() - interval '1 day' where id = $1`, [leaver.membershipId]);
    await visitor.get(`/people/${personId}`).expect(404);
    await visitor.get(`/api/people/${personId}`).expect(404);
    expect(await app.sql(`select 1 from audit_event where outcome = 'refused' and person_id = $1 and user_id = $2 and organisation_id = $3`, [personId, leaver.userId, other.organisation.id])).toHaveLength(2);
  });
});

describe('Lists are asked for within bounds', () => {
  it.each(['0', '-1', '1000000000', 'abc', '1.5'])('input 25: limit %s is 422 from every list', async (limit) => {
    const personId = await register(joAtWork);
    for (const list of ['/api/caseload?', '/api/people?search=x&', `/api/people/${personId}/timeline?`]) {
      const answer = await joAtWork.get(`${list}limit=${limit}`).expect(422);
      expect(codes(answer.body)).toEqual(['/limit limit']);
    }
  });

  it.each(['family; drop table x --', 'nope'])('input 24: sort %s is 422', async (sort) => {
    expect(codes((await joAtWork.get(`/api/caseload?sort=${encodeURIComponent(sort)}`).expect(422)).body)).toEqual(['/sort sort.unknown']);
  });

  it('input 26: a cursor that was altered, or is somebody else’s, opens no list', async () => {
    const personId = await register(joAtWork);
    for (const given of ['Anna', 'Bert']) await openCase(joAtWork, await register(joAtWork, { given }));
    await openCase(joAtWork, personId);
    const { next } = (await joAtWork.get('/api/caseload?limit=1')).body as { next: string };
    const altered = (next.startsWith('W') ? 'X' : 'W') + next.slice(1);
    const colleague = await (await aWorker(app, council)).signIn();
    for (const answer of [await joAtWork.get(`/api/caseload?limit=1&cursor=${altered}`), await colleague.get(`/api/caseload?limit=1&cursor=${next}`)]) {
      expect([answer.status, (answer.body as { type: string }).type]).toEqual([400, 'urn:onestory:cursor.invalid']);
    }
    await joAtWork.get(`/api/caseload?limit=1&cursor=${next}`).expect(200);
  });
});

describe('A caseload as a file', () => {
  it.each(['=HYPERLINK("http://evil")', '+1', '-1', '@x'])('input 20: %s in a name is text in the file, and itself in JSON', async (given) => {
    const family = aFamilyName();
    const personId = await register(joAtWork, { given, family });
    await openCase(joAtWork, personId);
    const file = await joAtWork.agent.get(`/caseload.csv?search=${family}`).set('Accept', 'text/html').expect(200);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="caseload-\d{4}-\d\d-\d\d\.csv"$/);
    expect(file.text).toContain(`\r\n"'${given.replaceAll('"', '""')} ${family}",`);
    expect((await joAtWork.get(`/api/caseload?search=${family}`)).body).toMatchObject({ items: [{ personId, name: `${given} ${family}` }] });
  });

  it('holds the people of the list that it stands under, and whom it holds is written down', async () => {
    const worker = await aWorker(app, await anOrganisation(app));
    const visitor = await worker.signIn();
    const names = [];
    for (const given of ['Anna', 'Bert', 'Cleo']) {
      const family = aFamilyName();
      names.push(`${given} ${family}`);
      await openCase(visitor, await register(visitor, { given, family }));
    }
    const file = await visitor.agent.get('/caseload.csv?sort=name').expect(200);
    expect(file.text.trim().split('\r\n').slice(1).map((line) => line.split(',')[0]).sort()).toEqual(names.sort());
    const [event] = await app.sql<{ person_ids: string[] }>(`select person_ids from audit_event where user_id = $1 and action = 'export' order by seq desc limit 1`, [worker.userId]);
    expect(event?.person_ids).toHaveLength(3);
  });

  it.each([
    ['the membership of whoever asked has ended', async (worker: TestWorker) => void (await app.sql('update membership set ends = now() where id = $1', [worker.membershipId]))],
    ['somebody in it is out of reach', async (_: TestWorker, personId: string) => void (await app.sql('delete from worklist where person_id = $1', [personId]))],
  ])('input 68: is nothing when, before its last line was read, %s', async (_, end) => {
    const worker = await aWorker(app, await anOrganisation(app));
    const visitor = await worker.signIn();
    const family = aFamilyName();
    const personId = await register(visitor, { family });
    await openCase(visitor, personId);
    await visitor.agent.get('/caseload.csv').expect(200);
    const caseloads = app.server.app.get(CaseloadQueries, { strict: false });
    const page = caseloads.page.bind(caseloads);
    jest.spyOn(caseloads, 'page').mockImplementationOnce(async (...asked) => {
      const rows = await page(...asked);
      await end(worker, personId);
      return rows;
    });
    const answer = await visitor.agent.get('/caseload.csv');
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain(family);
    const events = await app.sql<{ outcome: string }>(`select outcome from audit_event where user_id = $1 and request_id = $2 order by seq`, [worker.userId, answer.headers['x-request-id']]);
    expect(events.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
  });

  it('a volunteer takes no list home', async () => {
    const volunteer = await (await aWorker(app, await anOrganisation(app, { sector: 'vcse' }), { staffType: 'volunteer' })).signIn();
    await openCase(volunteer, await register(volunteer));
    expect((await volunteer.get('/caseload').expect(200)).text).not.toContain('/caseload.csv');
    await volunteer.get('/caseload.csv').expect(403);
  });
});
