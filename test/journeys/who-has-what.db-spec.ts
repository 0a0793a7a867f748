import type { Held } from '@app/overviews';
import type { Visitor } from '../support/app';
import { aWorker } from '../support/staff';
import { wordsOf } from './people';
import { addToCircle, letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris } = {} as RoundAtWork;
let fran: Visitor;
beforeAll(async () => {
  ({ app, round, jo, idris } = await startRound());
  fran = await round.fran.signIn();
});
afterAll(() => app?.close());

const heldOf = async (visitor: Visitor, personId: string): Promise<Held[]> => ((await visitor.get(`/api/people/${personId}/who-has-what`).expect(200)).body as { items: Held[] }).items;
const TALK = { answer: 'except', how: 'phone', spokeAlone: 'yes', capacity: 'can_decide' };

describe('Who has what, for the information-governance lead', () => {
  it('says of each organisation which kinds of information it holds, by which decision, told when and until when; page, JSON and file say the same', async () => {
    const personId = await margery(round, jo);
    await jo.send('post', `/api/people/${personId}/sharing/conversations`, { ...TALK, answer: 'yes', endsOn: '2031-05-04' }).set('If-Match', '"0"').expect(201);
    const held = await heldOf(fran, personId);
    expect(held.map(({ organisation, who }) => [organisation, who])).toEqual([['Age Well Brackenbridge', 'Delphine Carter'], ['Marl Valley Trust', 'District nursing'], ['Marlshire County Council', null]]);
    expect(held[0]).toMatchObject({ basis: 'care_team', toldOn: expect.stringMatching(/^\d{4}-/) as string, until: expect.stringMatching(/^2031-05-04/) as string });
    expect([...(held[0]?.categories ?? [])].sort()).toEqual(['about_me', 'circle', 'contacts', 'identity']);
    const page = wordsOf((await fran.get(`/people/${personId}/who-has-what`).expect(200)).text);
    expect(page).toMatch(/Age Well Brackenbridge Delphine Carter.*about me, who helps, visits and calls.*Helps directly, the person may expect it.*4 May 2031/);
    expect(page).toMatch(/By kind of information.*health .*Marl Valley Trust, Marlshire County Council/);
    const file = await fran.get(`/people/${personId}/who-has-what.csv`).expect(200).expect('content-type', /text\/csv/);
    const [head = [], ...rows] = file.text.replace('\uFEFF', '').trim().split('\r\n').map((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
    expect(rows.map((row) => row[0])).toEqual(held.map(({ organisation }) => organisation));
    rows.forEach((row, n) => expect(head.filter((_, column) => row[column] === 'yes').length).toBe(held[n]?.categories.length));
    expect((await fran.get(`/people/${personId}/access-log`).expect(200)).text).toContain(`/people/${personId}/who-has-what`);
    expect(wordsOf((await fran.get(`/people/${personId}/access-log`)).text)).toContain('Opened which organisation has what');
  });

  it('tells nothing of what was refused: a kind of information that an organisation was refused reads as one that it never had', async () => {
    const [refused, never] = [await margery(round, jo, { given: 'Ada' }), await margery(round, jo, { given: 'Ada' })];
    await app.sql(`update relationship set categories = array_remove(categories, 'health') where person_id = $1 and organisation_id = $2`, [never, round.trust.id]);
    await app.sql('select refresh_person_access($1)', [never]);
    await jo.send('post', `/api/people/${refused}/sharing/conversations`, { ...TALK, exceptions: [{ organisationId: round.trust.id, level: 'no_health' }] }).set('If-Match', '"0"').expect(201);
    await jo.send('post', `/api/people/${never}/sharing/conversations`, { ...TALK, answer: 'yes' }).set('If-Match', '"0"').expect(201);
    const kinds = async (personId: string): Promise<unknown> => (await heldOf(fran, personId)).map(({ organisation, categories, authority, toldOn, until }) => [organisation, [...categories].sort(), authority, toldOn, until]);
    expect(await kinds(refused)).toEqual(await kinds(never));
  });

  it('leaves out a discreet helper of whom the lead may not know, the person’s own sign-in and their carer’s', async () => {
    const personId = await margery(round, jo);
    const before = await heldOf(fran, personId);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['contacts'] });
    await letIn(app, personId, 'person');
    await letIn(app, personId, 'carer', { categories: ['contacts'] });
    expect(await heldOf(fran, personId)).toEqual(before);
  });

  it('is for leads of organisations that help now: of others the person is unknown, and who works with people has no such page', async () => {
    const personId = await margery(round, jo);
    const [stranger, theirs] = [await (await aWorker(app, round.fernlea, { roles: ['ig_lead'] })).signIn(), await (await aWorker(app, round.ageWell, { roles: ['ig_lead'] })).signIn()];
    for (const path of [`/people/${personId}/who-has-what`, `/people/${personId}/who-has-what.csv`, `/api/people/${personId}/who-has-what`]) {
      await stranger.get(path).expect(404);
      for (const worker of [jo, idris]) await worker.get(path).expect(403);
    }
    await theirs.get(`/people/${personId}/access-log`).expect(200);
    // One worker of the charity was let in, and its lead is not that worker.
    expect((await heldOf(theirs, personId)).length).toBe(3);
    await app.sql(`update relationship set ends = now() where person_id = $1 and organisation_id = $2`, [personId, round.ageWell.id]);
    await app.sql('select refresh_person_access($1)', [personId]);
    expect(await heldOf(theirs, personId)).toEqual([]);
    expect(wordsOf((await theirs.get(`/people/${personId}/who-has-what`).expect(200)).text)).toContain('Nobody that you can see');
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, source, created_by) values ($1, $2, $3, 'relative', 'system', $3)`, [personId, round.fran.membershipId, round.fran.userId]);
    await app.sql('select refresh_person_access($1)', [personId]);
    await fran.get(`/people/${personId}/who-has-what`).expect(404);
  });
});
