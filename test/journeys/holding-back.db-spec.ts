import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { aWorker } from '../support/staff';
import { codes, wordsOf } from './people';
import { aRound, letIn, margery, type Round } from './round';

interface Entry { seq: string; who: string | null; role: string | null; organisation: string | null; action: string; subject: string; basis: string | null; held: boolean }

let app: TestApp;
let round: Round;
let jo: Visitor;
let idris: Visitor;
let fran: Visitor;
let personId: string;
let person: Visitor;
let carer: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  round = await aRound(app);
  [jo, idris, fran] = [await round.jo.signIn(), await round.idris.signIn(), await round.fran.signIn()];
});
beforeEach(async () => {
  personId = await margery(round, jo);
  person = await (await letIn(app, personId, 'person')).signIn();
  carer = await (await letIn(app, personId, 'carer', { categories: ['access_log'] })).signIn();
  await idris.get(`/people/${personId}`).expect(200);
});
afterAll(() => app?.close());

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const log = async (visitor: Visitor, query = ''): Promise<Entry[]> => ((await visitor.get(`/api/people/${personId}/access-log?limit=100${query}`).expect(200)).body as { items: Entry[] }).items;
const of = (entries: readonly Entry[], organisation: string): Entry[] => entries.filter((entry) => entry.organisation === organisation);
const entryOf = async (organisation: string): Promise<string> => of(await log(fran), organisation)[0]?.seq ?? '';
const hold = async (traits: Record<string, unknown> = {}) =>
  fran.send('post', `/api/people/${personId}/access-log/held`, { entry: await entryOf('Marl Valley Trust'), whose: 'organisation', because: 'Her son opens it with her', reviewOn: inDays(30), ...traits });
const heldHere = async (): Promise<{ id: string; reviewOn: string; who: string | null; because: string }[]> =>
  ((await fran.get('/api/held-looks').expect(200)).body as { items: { id: string; person: { id: string }; reviewOn: string; who: string | null; because: string }[] }).items.filter((one) => one.person.id === personId);

describe('Who looked, in plain words', () => {
  it('says the role, by which right, what was printed and what was taken away', async () => {
    await idris.get(`/people/${personId}/plan/print`).expect(200);
    await jo.get('/caseload.csv').expect(200);
    const lines = await log(person);
    expect(lines).toContainEqual(expect.objectContaining({ who: null, role: 'District nurse', organisation: 'Marl Valley Trust', action: 'print', subject: 'CarePlan', basis: 'care_team' }));
    expect(lines).toContainEqual(expect.objectContaining({ organisation: 'Marlshire County Council', action: 'export' }));
    const words = wordsOf((await person.get('/me/access-log').expect(200)).text);
    expect(words).toContain('Printed or saved the plan');
    expect(words).toContain('Downloaded');
    expect(words).toContain('giving care: they help');
  });

  it('marks what was opened in an emergency and nothing else', async () => {
    await app.sql(`insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, ends, source, created_by)
      values ($1, gen_random_uuid(), $2, 'user', $3, 'break_glass', '{identity,contacts}', now() + interval '1 hour', 'system', $3)`, [personId, round.fernlea.id, round.martin.userId]);
    await app.sql('select refresh_person_access($1)', [personId]);
    await (await round.martin.signIn()).get(`/people/${personId}`).expect(200);
    expect(of(await log(person), 'Fernlea Homes').every(({ basis }) => basis === 'break_glass')).toBe(true);
    const page = wordsOf((await person.get('/me/access-log').expect(200)).text);
    expect(page.match(/Opened in an emergency/g)).toHaveLength(of(await log(person), 'Fernlea Homes').length);
  });

  it('tells names of staff only where their organisation decided so', async () => {
    expect(of(await log(person), 'Marlshire County Council').every(({ who }) => who === null)).toBe(true);
    await fran.submit('/held-looks/names', { named: 'yes' }).expect(303);
    expect(of(await log(person), 'Marlshire County Council').some(({ who }) => who === 'Jo Whitcombe')).toBe(true);
    expect(of(await log(person), 'Marl Valley Trust').every(({ who }) => who === null)).toBe(true);
    expect(wordsOf((await person.get('/me/access-log').expect(200)).text)).toContain('Jo Whitcombe, Social worker');
    await fran.send('put', '/api/names-of-colleagues', { named: 'no' }).expect(204);
    expect(of(await log(person), 'Marlshire County Council').every(({ who }) => who === null)).toBe(true);
    expect((await fran.submit('/held-looks/names', {})).status).toBe(422);
  });
});

describe('What is held back', () => {
  it('leaves the person’s and the carer’s page, entries and counts alike, with what comes later; leads go on seeing it', async () => {
    const before = await log(person, '&shown=opened');
    expect((await hold()).status).toBe(204);
    await idris.get(`/people/${personId}/timeline`).expect(200);
    for (const reader of [person, carer]) {
      const left = await log(reader, '&shown=opened');
      expect(of(left, 'Marl Valley Trust')).toEqual([]);
      expect(left.some((entry) => entry.held)).toBe(false);
      const page = (await reader.get(`/me/access-log?person=${personId}`).expect(200)).text;
      expect(page).not.toContain('Marl Valley Trust');
      expect(wordsOf(page)).toMatch(new RegExp(`Opened , ${(await log(reader, '&shown=opened')).length}\\b`));
    }
    expect(of(before, 'Marl Valley Trust').length).toBeGreaterThan(0);
    expect(of(await log(fran), 'Marl Valley Trust').every(({ held }) => held)).toBe(true);
    expect(wordsOf((await fran.get(`/people/${personId}/access-log`).expect(200)).text)).toContain('Held back');
    const elsewhere = await (await aWorker(app, round.trust, { roles: ['ig_lead'] })).signIn();
    expect(of(await log(elsewhere), 'Marl Valley Trust').map(({ held }) => held)).not.toContain(true);
  });

  it('may be one colleague’s visits, and not those of the others', async () => {
    const priya = await aWorker(app, round.trust, { name: 'Safe Guarder', jobTitle: 'Adviser', teamIds: [round.nursing] });
    await (await priya.signIn()).get(`/people/${personId}`).expect(200);
    const entry = (await log(fran)).find(({ who }) => who === 'Safe Guarder')?.seq;
    expect((await hold({ entry, whose: 'colleague' })).status).toBe(204);
    const roles = of(await log(person), 'Marl Valley Trust').map(({ role }) => role);
    expect(roles).toContain('District nurse');
    expect(roles).not.toContain('Adviser');
  });

  it('betrays itself nowhere on that page: not as an act, not to a carer, and the lead’s looking at it either', async () => {
    const before = (await log(person)).map(({ action, subject }) => `${action} ${subject}`);
    expect((await hold()).status).toBe(204);
    await heldHere();
    const after = (await log(person)).map(({ action, subject }) => `${action} ${subject}`);
    expect([...new Set(after)].filter((line) => !before.includes(line) && line !== 'read AccessLog')).toEqual([]);
    expect((await log(fran)).map(({ action }) => action)).toContain('hold-back');
  });

  it('comes up on its day, is shown or held again with a reason, and stays held back until somebody decides', async () => {
    expect((await hold()).status).toBe(204);
    const [held] = await heldHere();
    await app.sql(`update held_look set review_on = current_date where id = $1`, [held?.id]);
    const page = (await fran.get('/held-looks').expect(200)).text;
    expect([...page.matchAll(/id="held-([0-9a-f-]{36})"/g)].map((match) => match[1])).toContain(held?.id);
    expect(wordsOf(page)).toContain('Decide now');
    expect(of(await log(person), 'Marl Valley Trust')).toEqual([]);
    expect(codes((await fran.send('post', `/api/held-looks/${held?.id}/review`, { decision: 'hold', because: 'Still so' }).expect(422)).body)).toEqual(['/reviewOn required']);
    await fran.submit(`/held-looks/${held?.id}`, { decision: 'hold', because: 'Still so', 'reviewOn[day]': inDays(60).slice(8), 'reviewOn[month]': inDays(60).slice(5, 7), 'reviewOn[year]': inDays(60).slice(0, 4) }).expect(303);
    const [again] = await heldHere();
    expect(again).toMatchObject({ because: 'Still so', reviewOn: inDays(60) });
    expect(again?.id).not.toBe(held?.id);
    expect((await fran.send('post', `/api/held-looks/${held?.id}/review`, { decision: 'show', because: 'x' })).status).toBe(404);
    await fran.send('post', `/api/held-looks/${again?.id}/review`, { decision: 'show', because: 'She lives alone now' }).expect(204);
    expect(of(await log(person), 'Marl Valley Trust').length).toBeGreaterThan(0);
    expect(await heldHere()).toEqual([]);
  });

  it('needs a reason and a day within three months, and keeps what was typed', async () => {
    expect(codes((await hold({ because: '' })).body)).toEqual(['/because required']);
    expect(codes((await hold({ reviewOn: inDays(0) })).body)).toEqual(['/reviewOn date.past']);
    expect(codes((await hold({ reviewOn: inDays(200) })).body)).toEqual(['/reviewOn date.tooFar']);
    const entry = await entryOf('Marl Valley Trust');
    const page = await fran.submit(`/people/${personId}/access-log/hold`, { entry, whose: 'organisation', because: 'Her <son>', 'reviewOn[day]': '', 'reviewOn[month]': '', 'reviewOn[year]': '' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Her &lt;son&gt;');
    expect(await heldHere()).toEqual([]);
  });

  it('is only what the lead reads: an entry of somebody else’s log, of a discreet service, or of nobody is not found', async () => {
    const other = await margery(round, jo);
    await (await round.anita.signIn()).get('/today');
    const [foreign] = await app.sql<{ seq: string }>(`select seq from audit_event where person_id = $1 order by seq desc limit 1`, [other]);
    for (const entry of [foreign?.seq, '1', '999999999999999999', '-1', 'x']) expect([entry, [404, 422]]).toEqual([entry, expect.arrayContaining([(await hold({ entry })).status])]);
    expect(await heldHere()).toEqual([]);
    await fran.get(`/people/${personId}/access-log/hold?entry=${foreign?.seq}`).expect(404);
    await jo.get(`/people/${personId}/access-log/hold?entry=${await entryOf('Marl Valley Trust')}`).expect(403);
  });
});
