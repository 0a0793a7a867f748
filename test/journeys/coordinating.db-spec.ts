import { anOrganisation, aTeam, aWorker } from '../support/staff';
import { addToCircle, startCouncil, type Council } from './round';
import { aFamilyName, anNhsNumber, entriesOn, openCase, peopleOn, register, wordsOf } from './people';

let { app, council, jo, joAtWork } = {} as Council;

beforeAll(async () => {
  ({ app, council, jo, joAtWork } = await startCouncil());
});
afterAll(() => app.close());

const idsOf = (items: readonly { personId: string }[]): string[] => items.map((item) => item.personId);

describe('A key worker signs in and sees whom to help first', () => {
  it('begins with a sentence when no one is assigned yet', async () => {
    const newcomer = await (await aWorker(app, await anOrganisation(app))).signIn();
    for (const path of ['/today', '/caseload']) expect(wordsOf((await newcomer.get(path).expect(200)).text)).toContain('No one is assigned to you yet');
    expect((await newcomer.get('/api/caseload').expect(200)).body).toEqual({ items: [], total: 0, next: null });
  });

  it('shows on Today who is overdue and why, and tiles that lead to the lists they count', async () => {
    const family = aFamilyName();
    const personId = await register(joAtWork, { family });
    await openCase(joAtWork, personId, { nextReviewOn: '2026-01-05', keyWorkerMembershipId: jo.membershipId });
    const page = await joAtWork.get('/today').expect(200);
    expect(wordsOf(page.text)).toContain('Review overdue since 5 January 2026');
    expect(peopleOn(page.text)).toContain(personId);
    const counted = Number(/<span class="os-stat__value">(\d+)<\/span>\s*<span class="os-stat__label">reviews? overdue/.exec(page.text)?.[1]);
    const list = (await joAtWork.get('/api/caseload?view=review&limit=100')).body as { items: { personId: string }[]; total: number };
    expect(idsOf(list.items)).toContain(personId);
    expect([counted, list.items.length]).toEqual([list.total, list.total]);
  });

  it('has a caseload whose page and JSON hold the same people in the same order', async () => {
    const team = await aTeam(app, council);
    const worker = await aWorker(app, council, { keyWorkerTrained: true, teamIds: [team] });
    const visitor = await worker.signIn();
    await openCase(visitor, await register(visitor));
    for (const sort of ['priority', 'name', 'review', 'contact']) {
      const page = await visitor.get(`/caseload?sort=${sort}`).expect(200);
      const json = (await visitor.get(`/api/caseload?sort=${sort}`).expect(200)).body as { items: { personId: string; caseId: string; name: string }[]; total: number };
      expect(peopleOn(page.text)).toEqual(idsOf(json.items));
      expect(json.total).toBe(json.items.length);
      expect(json.items.length).toBeGreaterThan(0);
    }
  });

  it('goes through a long caseload with cursors, and page by page, without leaving anybody out', async () => {
    const own = await anOrganisation(app);
    const visitor = await (await aWorker(app, own)).signIn();
    const all: string[] = [];
    for (let n = 0; n < 7; n++) {
      const personId = await register(visitor, { given: `Given${'abcdefg'[n] ?? ''}` });
      await openCase(visitor, personId, n % 2 ? { nextReviewOn: `2027-0${n}-01` } : {});
      all.push(personId);
    }
    for (const sort of ['priority', 'name', 'review', 'contact']) {
      const seen: string[] = [];
      let address = `/api/caseload?sort=${sort}&limit=3`;
      for (let pages = 0; pages < 5 && address; pages++) {
        const { items, next } = (await visitor.get(address).expect(200)).body as { items: { personId: string }[]; next: string | null };
        seen.push(...idsOf(items));
        address = next ? `/api/caseload?sort=${sort}&limit=3&cursor=${next}` : '';
      }
      expect([...seen].sort()).toEqual([...all].sort());
      const numbered = await Promise.all([1, 2, 3].map(async (page) => peopleOn((await visitor.get(`/caseload?sort=${sort}&limit=3&page=${page}`)).text)));
      expect(numbered.flat()).toEqual(seen);
    }
  });

  it('keeps the filter and the order in every link of the list', async () => {
    const page = await joAtWork.get('/caseload?sort=name&search=test&limit=1').expect(200);
    const sorts = [...page.text.matchAll(/class="os-sort[^"]*" href="([^"]+)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
    expect(sorts).toHaveLength(3);
    for (const href of sorts) expect(href).toContain('search=test');
    const views = [...page.text.matchAll(/class="os-subnav__link" href="([^"]+)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
    for (const href of views) expect(href).toMatch(/search=test.*sort=name/);
  });

  it('an unknown parameter is ignored, an unknown value is 422 in JSON and one line above the usual list on the page', async () => {
    await joAtWork.get('/api/caseload?colour=red').expect(200);
    expect(wordsOf((await joAtWork.get('/caseload?colour=red').expect(200)).text)).not.toContain('There is no such');
    const refused = await joAtWork.get('/api/caseload?view=nope').expect(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/view', code: 'choice' }]);
    const usual = peopleOn((await joAtWork.get('/caseload')).text);
    for (const asked of ['view=nope', 'sort=nope', 'sort=family;%20drop%20table%20x%20--']) {
      const page = await joAtWork.get(`/caseload?${asked}`).expect(200);
      expect(wordsOf(page.text)).toMatch(/There is no such (view|order)\. This is the usual list\./);
      expect(peopleOn(page.text)).toEqual(usual);
    }
  });
});

describe('A key worker opens a person', () => {
  it('sees who they are, the person to ring, what is due, who helps, and may go to each page of them', async () => {
    const number = anNhsNumber();
    const personId = await register(joAtWork, { family: 'Plumtree-Oduya', preferred: 'Madge', nhsNumber: number, phone: '01632 960001', address: '4 Mill Lane\nFernlea', postcode: 'ZZ99 3VZ' });
    await openCase(joAtWork, personId, { keyWorkerMembershipId: jo.membershipId, nextReviewOn: '2027-03-01' });
    const page = await joAtWork.get(`/people/${personId}`).expect(200);
    const words = wordsOf(page.text);
    for (const said of [
      'Margery Plumtree-Oduya', 'Likes to be called Madge', '3 May 1944', `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`, 'Jo Whitcombe', 'Occupational therapist', '1 March 2027',
      'Falls at home', '4 Mill Lane, Fernlea', 'You see:', 'Others may hold more; ask Jo Whitcombe.', 'Key worker named',
    ]) expect(words).toContain(said);
    for (const tab of ['', '/timeline', '/circle', '/alerts']) expect(page.text).toContain(`href="/people/${personId}${tab}"`);
    expect(page.text).not.toContain(`/people/${personId}/access-log`);
  });

  it('the page and the JSON hold the same entries, and the JSON has its version as ETag', async () => {
    const personId = await register(joAtWork);
    await openCase(joAtWork, personId);
    const page = await joAtWork.get(`/people/${personId}`).expect(200);
    const json = await joAtWork.get(`/api/people/${personId}`).expect(200);
    expect(json.headers['etag']).toBe('"1"');
    expect(json.body).toMatchObject({ personId, version: 1, dateOfBirth: '1944-05-03', case: { state: 'awaiting_key_worker' }, keyWorker: null });
    expect(entriesOn(page.text).sort()).toEqual((json.body as { timeline: { id: string }[] }).timeline.map((entry) => entry.id).sort());
    expect(entriesOn(page.text).length).toBeGreaterThan(0);
  });

  it('says where somebody with the same name lives at the same address, or is on the list', async () => {
    const family = aFamilyName();
    const home = { family, address: '1 High Street', postcode: 'ZZ99 1AA' };
    const one = await register(joAtWork, home);
    expect(wordsOf((await joAtWork.get(`/people/${one}`)).text)).not.toContain('Another person with this name');
    const two = await register(joAtWork, { ...home, birthDate: '1970-01-01' });
    expect(wordsOf((await joAtWork.get(`/people/${one}`)).text)).toContain('Another person with this name lives here');
    await register(joAtWork, { family: `${family}x` });
    const elsewhere = await register(joAtWork, { family: aFamilyName(), given: 'Wanda' });
    expect(wordsOf((await joAtWork.get(`/people/${elsewhere}`)).text)).not.toContain('Another person');
    const accented = await register(joAtWork, { family: `É${family}-O’Neill` });
    await register(joAtWork, { family: `E${family}-O'Neill`, given: 'Margery' });
    expect(wordsOf((await joAtWork.get(`/people/${accented}`)).text)).toContain('Another person with this name is on your list');
    await openCase(joAtWork, one);
    await openCase(joAtWork, two);
    expect(wordsOf((await joAtWork.get(`/caseload?search=${family}`)).text)).toContain(`Another ${family}, Margery is on this list`);
  });

  it('a worker outside health and social care is shown no NHS number, on no page and in no JSON', async () => {
    const number = anNhsNumber();
    const own = await anOrganisation(app, { sector: 'vcse', accessScope: 'organisation' });
    const visitor = await (await aWorker(app, own)).signIn();
    const family = aFamilyName();
    const personId = await register(joAtWork, { nhsNumber: number, nhsNumberAbsentBecause: undefined, family });
    await openCase(joAtWork, personId);
    await addToCircle(joAtWork, personId, { organisationId: own.id, does: 'Lunch on Thursdays', categories: ['identity', 'about_me', 'circle', 'plan', 'contacts'] });
    const exits = [
      `/people/${personId}`, `/people/${personId}/timeline`, `/people/${personId}/case/new`, '/caseload', '/caseload.csv', '/today', `/people?search=${family}`,
      `/api/people/${personId}`, '/api/caseload', `/api/people?search=${family}`, `/api/people/${personId}/timeline`,
    ];
    for (const exit of exits) {
      const answer = await visitor.get(exit).expect(200);
      expect(answer.text.replaceAll(/[\s-]/g, '')).not.toContain(number);
    }
    expect(wordsOf((await visitor.get(`/people/${personId}`)).text)).toContain('Our reference None recorded');
    expect((await visitor.get(`/api/people?search=${number}`)).body).toEqual({ items: [], next: null });
  });

  it('whoever has no relationship finds nobody: hidden and missing get the same answer', async () => {
    const personId = await register(joAtWork);
    const stranger = await (await aWorker(app, await anOrganisation(app, { sector: 'housing_association' }))).signIn();
    const missing = '0190aaaa-0000-7000-8000-00000000dead';
    for (const rest of ['', '/timeline', '/case/new']) {
      const [hidden, none] = await Promise.all([personId, missing].map(async (id) => stranger.get(`/people/${id}${rest}`)));
      expect([hidden?.status, none?.status]).toEqual([404, 404]);
      expect(hidden?.text.replaceAll(personId, 'id')).toBe(none?.text.replaceAll(missing, 'id'));
    }
    for (const rest of ['', '/timeline']) {
      const [hidden, none] = await Promise.all([personId, missing].map(async (id) => stranger.get(`/api/people/${id}${rest}`)));
      expect([hidden?.status, hidden?.text]).toEqual([404, none?.text]);
    }
  });
});
