import { anOrganisation, aWorker } from '../support/staff';
import { aFamilyName, anNhsNumber, codes, openCase, peopleOn, register, wordsOf } from './people';
import { startCouncil, type Council } from './round';

let { app, joAtWork } = {} as Council;

beforeAll(async () => {
  ({ app, joAtWork } = await startCouncil());
});
afterAll(() => app.close());

const plain = { given: 'Margery', family: 'Plumtree', nhsNumberAbsentBecause: 'not_known_yet' };
const people = async (): Promise<number> => Number((await app.sql<{ n: string }>('select count(*) as n from person'))[0]?.n);

/** Sends it as JSON and as a form: both are refused with the same code or words, and nothing is written. */
async function refused(field: string, code: string, person: Record<string, string>, message: RegExp): Promise<void> {
  const before = await people();
  const json = await joAtWork.send('post', '/api/people', { ...plain, ...person });
  expect([json.status, codes(json.body)]).toEqual([422, [`/${field} ${code}`]]);
  const page = await joAtWork.submit('/people/new', { ...plain, ...person });
  expect(page.status).toBe(422);
  expect(page.text).toMatch(/<title>Error: Add a new person/);
  expect(wordsOf(page.text)).toMatch(message);
  expect(page.text).toContain(`href="#${field}`);
  expect(await people()).toBe(before);
}

describe('A person is registered after a search that found nobody', () => {
  it('offers a new person only after a search, and fills in what was looked for', async () => {
    expect((await joAtWork.get('/people').expect(200)).text).not.toContain('/people/new');
    expect((await joAtWork.get('/people/new')).headers['location']).toBe('/people');
    const family = aFamilyName();
    const results = await joAtWork.get(`/people?search=eun-ji+${family}`).expect(200);
    expect(wordsOf(results.text)).toContain('No one found');
    const href = /href="(\/people\/new\?search=[^"]+)"/.exec(results.text)?.[1] ?? '';
    const form = await joAtWork.get(href).expect(200);
    expect(form.text).toMatch(/id="given"[^>]*value="Eun-ji"/);
    expect(form.text).toMatch(new RegExp(`id="family"[^>]*value="${family}"`));
  });

  it('the form makes the person, who is then found in HTML and JSON under the same id', async () => {
    const family = aFamilyName();
    const number = anNhsNumber();
    const answer = await joAtWork.submit('/people/new', {
      given: 'Margery', family, preferred: 'Madge', nhsNumber: number, 'birthDate[day]': '3', 'birthDate[month]': '5', 'birthDate[year]': '1944', address: '4 Mill Lane\r\nFernlea', postcode: 'ZZ99 3VZ', phone: '01632 960001',
    });
    expect(answer.status).toBe(303);
    const personId = /^\/people\/([0-9a-f-]{36})$/.exec(answer.headers['location'] ?? '')?.[1] ?? '';
    const page = await joAtWork.get(`/people/${personId}`).expect(200);
    expect(wordsOf(page.text)).toContain('Person added');
    expect(wordsOf(page.text)).toContain('4 Mill Lane, Fernlea, ZZ99 3VZ');
    expect(wordsOf((await joAtWork.get(`/people/${personId}`)).text)).not.toContain('Person added');
    for (const search of [`${family} margery`, `madge ${family}`, number, `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`, `${family} 3/5/1944`]) {
      const asked = encodeURIComponent(search);
      const json = (await joAtWork.get(`/api/people?search=${asked}`).expect(200)).body as { items: { personId: string; name: string; dateOfBirth: string }[]; next: string | null };
      expect(json).toMatchObject({ items: [{ personId, name: `Margery ${family}`, dateOfBirth: '1944-05-03' }], next: null });
      expect(peopleOn((await joAtWork.get(`/people?search=${asked}`)).text)).toEqual([personId]);
    }
  });

  it('somebody of the same name is shown first, and only a yes to "someone else" makes another', async () => {
    const family = aFamilyName();
    const first = await register(joAtWork, { family });
    const form = { ...plain, family, 'birthDate[day]': '1', 'birthDate[month]': '1', 'birthDate[year]': '1970' };
    const asked = await joAtWork.submit('/people/new', form);
    expect(asked.status).toBe(422);
    expect(wordsOf(asked.text)).toContain('Is it one of them?');
    expect(wordsOf(asked.text)).toContain('3 May 1944');
    expect(peopleOn(asked.text)).toEqual([first]);
    const said = await joAtWork.submit('/people/new', { ...form, isSomeoneElse: 'yes' });
    expect(said.status).toBe(303);
  });

  it('a namesake whom one may not open is not mentioned', async () => {
    const family = aFamilyName();
    await register(joAtWork, { family });
    const stranger = await (await aWorker(app, await anOrganisation(app))).signIn();
    expect((await stranger.submit('/people/new', { ...plain, family })).status).toBe(303);
  });

  it('neither an NHS number nor why there is none: the form says which is missing', async () => {
    const answer = await joAtWork.send('post', '/api/people', { given: 'A', family: 'B' });
    expect([answer.status, codes(answer.body)]).toEqual([422, ['/nhsNumber required']]);
  });
});

describe('Names are kept as people write them', () => {
  it.each([['missing', undefined], ['empty', ''], ['only spaces', '   '], ['only a zero-width space', '\u200b']])('input 13: a family name that is %s is asked for', async (_, family) => {
    const before = await people();
    const answer = await joAtWork.send('post', '/api/people', { given: 'Margery', nhsNumberAbsentBecause: 'declined', ...(family === undefined ? {} : { family }) });
    expect([answer.status, codes(answer.body)]).toEqual([422, ['/family required']]);
    expect(await people()).toBe(before);
  });

  it('input 13: an empty family name is asked for on the form, and the rest is kept', async () => {
    await refused('family', 'required', { family: '' }, /Enter family name/);
    expect((await joAtWork.submit('/people/new', { ...plain, family: '', phone: '01632 960555' })).text).toContain('value="01632 960555"');
  });

  it('input 14: a family name may have 100 characters as people count them, and no more', async () => {
    await refused('family', 'tooLong', { family: 'ü'.repeat(101) }, /must be 100 characters or fewer/);
    await refused('family', 'tooLong', { family: 'x'.repeat(300) }, /must be 100 characters or fewer/);
    expect((await joAtWork.send('post', '/api/people', { ...plain, family: '𠮷'.repeat(100) })).status).toBe(201);
  });

  it('input 15: a NUL in a name is refused', () => refused('family', 'character', { family: 'a\u0000b' }, /has a character that cannot be kept/));

  it.each(['O\'Neill', 'D’Arcy', 'Nguyễn', '李', 'Ng', 'Åsa-Lou', 'e\u0301toile'])('input 18: %s is kept composed and found in both forms', async (family) => {
    const given = aFamilyName();
    const answer = await joAtWork.send('post', '/api/people', { ...plain, given, family });
    expect(answer.status).toBe(201);
    const { personId } = answer.body as { personId: string };
    expect((await joAtWork.get(`/api/people/${personId}`)).body).toMatchObject({ family: family.normalize('NFC') });
    for (const form of ['NFC', 'NFD'] as const) {
      const asked = encodeURIComponent(`${family.normalize(form)} ${given}`);
      expect((await joAtWork.get(`/api/people?search=${asked}`).expect(200)).body).toMatchObject({ items: [{ personId }] });
      expect(peopleOn((await joAtWork.get(`/people?search=${asked}`).expect(200)).text)).toEqual([personId]);
    }
  });

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '{{7*7}}', 'javascript:alert(1)'])('input 19: %s in a name is text on every page', async (family) => {
    const given = aFamilyName();
    const personId = await register(joAtWork, { given, family });
    await openCase(joAtWork, personId);
    const exits = [`/people/${personId}`, `/people/${personId}/timeline`, `/people/${personId}/case/new`, `/caseload?search=${given}`, `/people?search=${given}`, `/people?search=${encodeURIComponent(`${given} ${family}`)}`];
    for (const exit of exits) {
      const { text } = await joAtWork.get(exit).expect(200);
      expect(text).not.toMatch(/<script>alert|<img src=x|href="javascript:|>49</);
      expect(text).toMatch(/&lt;script&gt;|&lt;img|\{\{7\*7\}\}|javascript:alert/i);
    }
    expect((await joAtWork.get(`/api/people/${personId}`)).body).toMatchObject({ family });
  });
});

describe('A search is words, never a pattern', () => {
  it.each(["x' or '1'='1", "'; drop table person; --"])('input 21: %s is looked for as it stands and found nowhere', async (search) => {
    expect((await joAtWork.get(`/api/people?search=${encodeURIComponent(search)}`).expect(200)).body).toEqual({ items: [], next: null });
    expect((await joAtWork.get(`/api/caseload?search=${encodeURIComponent(search)}`).expect(200)).body).toMatchObject({ items: [] });
  });

  it('input 22: percent, underscore and backslash are letters', async () => {
    const given = aFamilyName();
    const odd = await register(joAtWork, { given, family: 'A%b_c\\dx' });
    await register(joAtWork, { given, family: 'Axbxcxdx' });
    for (const search of ['a%b_c\\dx', '%b_', '_c\\d']) {
      expect((await joAtWork.get(`/api/people?search=${encodeURIComponent(`${search} ${given}`)}`).expect(200)).body).toMatchObject({ items: [{ personId: odd }], next: null });
    }
  });

  it('input 23: one or two letters are a whole name; no letter is 422 tooShort; 10,000 are 422 tooLong', async () => {
    const given = aFamilyName();
    const ng = await register(joAtWork, { given, family: 'Ng' });
    await register(joAtWork, { given, family: 'Ngata' });
    expect((await joAtWork.get(`/api/people?search=ng+${given}`).expect(200)).body).toMatchObject({ items: [{ personId: ng }], next: null });
    for (const [search, code] of [['---', 'tooShort'], [' ', 'tooShort'], ['x'.repeat(10_000), 'tooLong']] as const) {
      const answer = await joAtWork.get(`/api/people?search=${encodeURIComponent(search)}`).expect(422);
      expect(codes(answer.body)).toEqual([`/search ${code}`]);
    }
    expect(wordsOf((await joAtWork.get('/people?search=---').expect(200)).text)).toContain('Enter at least one letter or digit');
  });

  it('a list longer than its page goes on with a cursor, in JSON and on the page', async () => {
    const family = aFamilyName();
    const all = [];
    for (const given of ['Anna', 'Bert', 'Cleo']) all.push(await register(joAtWork, { given, family }));
    const first = (await joAtWork.get(`/api/people?search=${family}&limit=2`).expect(200)).body as { items: { personId: string }[]; next: string };
    const second = (await joAtWork.get(`/api/people?search=${family}&limit=2&cursor=${first.next}`).expect(200)).body as typeof first;
    expect([...first.items, ...second.items].map((item) => item.personId)).toEqual(all);
    expect(second.next).toBeNull();
    const page = await joAtWork.get(`/people?search=${family}&limit=2`).expect(200);
    const href = /href="([^"]+)" rel="next"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect([...peopleOn(page.text), ...peopleOn((await joAtWork.get(`${href}&limit=2`)).text)]).toEqual(all);
  });

  it('ten digits that are no NHS number are said to be none', async () => {
    expect(wordsOf((await joAtWork.get('/people?search=943+476+5918').expect(200)).text)).toContain('NHS number must be a real number: check each digit');
  });
});

describe('An NHS number is one person', () => {
  it.each(['9434765918', '9990000000', '9990000001', '9990000009'])('input 43, 44: %s fails its check digit', async (nhsNumber) => {
    await refused('nhsNumber', 'nhsNumber.checkDigit', { nhsNumber }, /NHS number must be a real number: check each digit/);
  });

  it('input 45: spaces between the digits are left out, full-width digits are refused', async () => {
    const number = anNhsNumber();
    const personId = await register(joAtWork, { nhsNumber: ` ${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)} `, nhsNumberAbsentBecause: undefined });
    expect((await joAtWork.get(`/api/people/${personId}`)).body).toMatchObject({ nhsNumber: number });
    await refused('nhsNumber', 'nhsNumber.format', { nhsNumber: '９４３４７６５９１９' }, /must be ten digits/);
  });

  it('input 46: a number that exists elsewhere asks for access, in the same words whether it is hidden or visible', async () => {
    const number = anNhsNumber();
    const known = await register(joAtWork, { nhsNumber: number, nhsNumberAbsentBecause: undefined });
    const stranger = await (await aWorker(app, await anOrganisation(app))).signIn();
    const seen = await joAtWork.send('post', '/api/people', { given: 'A', family: 'B', nhsNumber: number });
    const hidden = await stranger.send('post', '/api/people', { given: 'A', family: 'B', nhsNumber: number });
    expect([seen.status, hidden.status]).toEqual([409, 409]);
    expect(hidden.text).toBe(seen.text);
    expect(hidden.body).toMatchObject({ type: 'urn:onestory:person.mayExist' });
    const page = await stranger.submit('/people/new', { given: 'A', family: aFamilyName(), nhsNumber: number });
    expect(page.status).toBe(409);
    expect(wordsOf(page.text)).toContain('Ask for access');
    expect(page.text).toContain(`value="${number}"`);
    expect(page.text).not.toContain(known);
    const audited = await app.sql(`select 1 from audit_event where action = 'register' and outcome = 'refused' and person_id is null`);
    expect(audited.length).toBeGreaterThanOrEqual(3);
  });

  it('input 46: whoever asks about more than ten known numbers in an hour is told to wait, and nothing more', async () => {
    const number = anNhsNumber();
    await register(joAtWork, { nhsNumber: number, nhsNumberAbsentBecause: undefined });
    const curious = await (await aWorker(app, await anOrganisation(app))).signIn();
    const tries: number[] = [];
    for (let n = 0; n < 11; n++) tries.push((await curious.send('post', '/api/people', { given: 'A', family: 'B', nhsNumber: number })).status);
    expect(tries).toEqual([...Array<number>(10).fill(409), 429]);
  });

  it('input 46: the number of a protected person answers like an unknown one, and the match waits for the information-governance lead', async () => {
    const number = anNhsNumber();
    const hidden = await register(joAtWork, { nhsNumber: number, nhsNumberAbsentBecause: undefined });
    await app.sql(`update person set restricted = true where person_id = $1`, [hidden]);
    const stranger = await (await aWorker(app, await anOrganisation(app))).signIn();
    expect((await stranger.send('post', '/api/people', { given: 'A', family: 'B', nhsNumber: number })).status).toBe(201);
    expect(await app.sql('select 1 from identity_match where person_id = $1', [hidden])).toHaveLength(1);
  });
});

describe('A date of birth is a day that was', () => {
  it.each([['2026-02-30', 'date.invalid'], ['31/12/2199', 'date.future'], ['1800-01-01', 'date.tooOld'], ['0000-00-00', 'date.invalid']])('input 47: %s is %s', async (birthDate, code) => {
    const answer = await joAtWork.send('post', '/api/people', { ...plain, birthDate });
    expect([answer.status, codes(answer.body)]).toEqual([422, [`/birthDate ${code}`]]);
  });

  it('input 47: the form keeps the parts of an impossible day and links to the first', async () => {
    const page = await joAtWork.submit('/people/new', { ...plain, 'birthDate[day]': '31', 'birthDate[month]': '2', 'birthDate[year]': '1944' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('href="#birthDate-day"');
    expect(page.text).toMatch(/id="birthDate-day"[^>]*value="31"/);
  });
});
