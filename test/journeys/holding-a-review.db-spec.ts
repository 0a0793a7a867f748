import type { PointItem } from '../../apps/server/src/reviews/point-item';
import type { WholeReview } from '../../apps/server/src/reviews/review-item';
import type { Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { codes, wordsOf } from './people';
import { inDays, planOf, publish, smallest, type Plan } from './plans';
import { addToCircle, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

interface Held { personId: string; goal: string; at: (path?: string) => string; api: (path?: string) => string }
const reviewOf = async (visitor: Visitor, { api }: Held): Promise<WholeReview> => (await visitor.get(api()).expect(200)).body as WholeReview;
const pointsOf = async (visitor: Visitor, { api }: Held): Promise<PointItem[]> => ((await visitor.get(api('/points')).expect(200)).body as { items: PointItem[] }).items;
const go = async (held: Held, path: string, body: object = {}) => jo.send('post', held.api(path), body).set('If-Match', `"${(await reviewOf(jo, held)).version}"`);
const settle = (held: Held, { id, version }: PointItem, body: object) => jo.send('post', held.api(`/points/${id}/outcome`), body).set('If-Match', `"${version}"`);
const parts = (name: string, day: string): Record<string, string> => Object.fromEntries(['year', 'month', 'day'].map((part, n) => [`${name}[${part}]`, day.split('-')[n] ?? '']));

/** Somebody with a plan and a review to which everybody is asked; the nurse has answered. */
async function asked(more: Record<string, unknown> = {}): Promise<Held> {
  const personId = await margery(round, jo);
  const plan = await publish(jo, personId, { ...smallest(), ...more });
  const { body } = await jo.send('post', `/api/people/${personId}/reviews`, { occasion: 'time', mode: 'meeting', startsAt: `${inDays(1)}T10:00` }).expect(201);
  const { id } = body as WholeReview;
  const held = { personId, goal: plan.goals[0]?.id ?? '', at: (path = '') => `/people/${personId}/reviews/${id}${path}`, api: (path = '') => `/api/people/${personId}/reviews/${id}${path}` };
  expect((await go(held, '/invitations', { fullPart: 'yes', send: true })).status).toBe(200);
  await idris.send('post', held.api('/answers'), { item: held.goal, answer: 'stuck', text: 'A lift to the rehearsals' }).expect(200);
  await idris.send('post', held.api('/sending'), { readers: 'everybody' }).expect(200);
  await delphine.send('post', held.api('/answers'), { text: 'The lift is broken' }).expect(200);
  await delphine.send('post', held.api('/sending'), { readers: 'everybody' }).expect(200);
  return held;
}

describe('a review that is held', () => {
  it('goes through goals and what was said, by key worker, voluntary partner and nurse, on pages without script, and ends in decisions', async () => {
    const held = await asked();
    await jo.submit(held.at('/session'), { _version: String((await reviewOf(jo, held)).version) }).expect(303);
    const points = await pointsOf(jo, held);
    expect(points.map(({ kind, question }) => [kind, question])).toEqual([['goal', 'Sing the Fauré at Easter, sitting down.'], ['said', 'The lift is broken']]);
    const [goal, said] = points as [PointItem, PointItem];
    expect(wordsOf((await jo.get(held.at(`/points/${goal.id}`))).text)).toContain('A lift to the rehearsals');
    const wrong = await jo.submit(held.at(`/points/${said.id}/outcome`), { _version: '1', outcome: 'action', note: 'Steph rings the landlord' }).expect(422);
    expect([wordsOf(wrong.text).includes('Choose who does it'), wrong.text.includes('Steph rings the landlord')]).toEqual([true, true]);
    await jo.submit(held.at(`/points/${said.id}/outcome`), { _version: '1', outcome: 'action', decided: 'Bring her by car until it is mended', doer: round.ageWell.id, ...parts('dueOn', inDays(10)) }).expect(303);
    await jo.submit(held.at(`/points/${goal.id}/outcome`), { _version: '1', outcome: 'decision', decided: 'She sings from the chair', note: 'She laughed' }).expect(303);

    await workThrough(app);
    expect(((await delphine.get('/api/notices')).body as { items: { kind: string; personId: string }[] }).items.filter(({ personId }) => personId === held.personId).map(({ kind }) => kind)).toContain('review.action-put');
    const mine = wordsOf((await delphine.get(held.at(`/points/${said.id}`))).text);
    expect([mine.includes('Do you do this?'), mine.includes('You do not agree?')]).toEqual([true, true]);
    expect(codes((await delphine.send('post', held.api(`/points/${said.id}/promise`), { answer: 'accepts' })).body)).toEqual(['/onDate required']);
    await delphine.submit(held.at(`/points/${said.id}/promise`), { answer: 'accepts', ...parts('onDate', inDays(12)) }).expect(303);
    expect((await idris.send('post', held.api(`/points/${said.id}/promise`), { answer: 'accepts', onDate: inDays(3) })).status).toBe(403);
    await idris.submit(held.at(`/points/${goal.id}/dissent`), { text: 'She should stand once' }).expect(303);
    const [, now] = await pointsOf(idris, held);
    expect(now?.action).toMatchObject({ doer: 'Age Well Brackenbridge', promise: { answer: 'accepts', onDate: inDays(12), by: 'Delphine Carter' } });
    const shown = wordsOf((await jo.get(held.at())).text);
    for (const words of ['Age Well Brackenbridge does this by', 'Idris Vaughan, Marl Valley Trust, does not agree: She should stand once', 'Decided: She sings from the chair', 'of people’s time']) expect(shown).toContain(words);
    expect((await jo.get(held.at('/copy.txt')).expect(200)).text).toMatch(/Bring her by car until it is mended\n *Age Well Brackenbridge does this by/);
    for (const [to, words] of [['writing_up', 'Write up what was said and decided'], ['shared_for_check', 'say where they do not agree']] as const) {
      await jo.submit(held.at('/move'), { _version: String((await reviewOf(jo, held)).version), to }).expect(303);
      expect(wordsOf((await jo.get(held.at())).text)).toContain(words);
    }
  });

  it('I18: is closed only with an outcome of each point, and with a plan that was published since it began or with what the person thinks of no change', async () => {
    const held = await asked();
    expect((await go(held, '/session')).status).toBe(200);
    for (const to of ['writing_up', 'shared_for_check']) expect((await go(held, '/moves', { to })).status).toBe(200);
    const close = { outcome: 'no_change', summary: 'Everything goes on.', minutesUsed: 40, nextReviewOn: inDays(60) };
    expect((await go(held, '/closing', { ...close, personView: 'agrees' })).body).toMatchObject({ type: 'urn:onestory:review.points' });
    await expect(app.sql(`update review set state = 'closed', next_review_on = current_date, outcome = 'no_change', summary = 'x', minutes_used = 1, person_view = 'agrees' where person_id = $1`, [held.personId])).rejects.toThrow(/each of its points/);
    expect((await go(held, '/moves', { to: 'writing_up' })).status).toBe(200);
    for (const point of await pointsOf(jo, held)) expect((await settle(held, point, { outcome: 'no_change' })).status).toBe(200);
    expect((await go(held, '/moves', { to: 'shared_for_check' })).status).toBe(200);
    expect(codes((await go(held, '/closing', close)).body)).toEqual(['/personView required']);
    expect((await go(held, '/closing', { ...close, outcome: 'plan_published' })).body).toMatchObject({ type: 'urn:onestory:review.plan' });
    expect(codes((await go(held, '/closing', { ...close, personView: 'someone_elses_view_only' })).body)).toEqual(['/personSaid required']);
    const [person] = (await reviewOf(jo, held)).invitees;
    const closed = (await go(held, '/closing', { ...close, personView: 'agrees_with_reservations', personSaid: 'Not the day centre', there: [person?.id] })).body as WholeReview;
    expect([closed.state, closed.outcome, closed.nextReviewOn, closed.next]).toEqual(['closed', 'no_change', inDays(60), []]);
    expect(((await jo.get(`/api/people/${held.personId}`)).body as { case: { nextReviewOn: string } }).case.nextReviewOn).toBe(inDays(60));
    const letter = wordsOf((await delphine.get(held.at())).text);
    for (const words of ['What was decided', 'Everything goes on.', 'Not the day centre', 'Was there', '2 people, 40 minutes']) expect(letter).toContain(words);
    expect((await go(held, '/session')).body).toMatchObject({ type: 'urn:onestory:review.state' });
  });

  it('is on paper what was decided and nothing else, for whoever has no page: not what the chair alone read, and not who was left out', async () => {
    const held = await asked();
    await addToCircle(jo, held.personId, { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'The lift', categories: ['circle'] });
    const leftOut = { key: `organisation:${round.fernlea.id}`, invite: 'no', because: 'confidential', words: 'She is afraid of one of them' };
    expect((await go(held, '/invitations', { fullPart: 'yes', send: true, who: [leftOut] })).status).toBe(200);
    await idris.send('post', held.api('/answers'), { text: 'Her son shouts' }).expect(200);
    await idris.send('post', held.api('/sending'), { readers: 'chair' }).expect(200);
    expect((await go(held, '/session')).status).toBe(200);
    for (const point of await pointsOf(jo, held)) expect((await settle(held, point, { outcome: 'no_change' })).status).toBe(200);
    for (const to of ['writing_up', 'shared_for_check']) expect((await go(held, '/moves', { to })).status).toBe(200);
    expect((await go(held, '/closing', { outcome: 'no_change', summary: 'Everything goes on.', minutesUsed: 40, nextReviewOn: inDays(60), personView: 'agrees' })).status).toBe(200);
    const { text } = await jo.get(held.at());
    const [paper = '', screen = ''] = text.slice(text.indexOf('id="outcome"')).split('<div class="os-noprint">');
    for (const words of ['Everything goes on.', 'led it. Printed on', 'os-fridge']) expect(paper).toContain(words);
    for (const words of ['Her son shouts', 'She is afraid', 'A lift to the rehearsals', 'How it stands']) expect([words, paper.includes(words)]).toEqual([words, false]);
    expect(screen).toContain('How it stands');
    for (const words of ['Her son shouts', 'She is afraid']) expect(text).toContain(words);
  });

  it('publishes a version of the plan, which sets the next day, and is closed with it', async () => {
    const held = await asked();
    expect((await go(held, '/session')).status).toBe(200);
    for (const point of await pointsOf(jo, held)) expect((await settle(held, point, { outcome: 'no_change' })).status).toBe(200);
    await publish(jo, held.personId, { changeSummary: 'She sings from the chair', nextReviewOn: inDays(100), personView: 'agrees', viewAsked: 'directly' });
    for (const to of ['writing_up', 'shared_for_check']) expect((await go(held, '/moves', { to })).status).toBe(200);
    const closed = (await go(held, '/closing', { outcome: 'plan_published', summary: 'You sing from the chair.', minutesUsed: 45, there: [] })).body as WholeReview;
    expect([closed.state, closed.outcome, closed.nextReviewOn]).toEqual(['closed', 'plan_published', inDays(100)]);
    expect((await planOf(idris, held.personId)).plan?.label).toBe('2');
  });

  it('that is not finished goes on by a day that is said, with the same points', async () => {
    const held = await asked();
    expect((await go(held, '/session')).status).toBe(200);
    await jo.send('post', held.api('/points'), { question: 'Who rings at weekends?', minutes: 5 }).expect(201);
    expect(codes((await go(held, '/moves', { to: 'incomplete' })).body)).toEqual(['/returnBy required', '/because required']);
    expect((await go(held, '/moves', { to: 'incomplete', returnBy: inDays(2), because: 'She was tired' })).status).toBe(200);
    await workThrough(app);
    expect(((await delphine.get('/api/notices')).body as { items: { kind: string; personId: string }[] }).items.filter(({ personId }) => personId === held.personId).map(({ kind }) => kind)).toContain('review.unfinished');
    expect(wordsOf((await delphine.get('/notices')).text)).toContain('wrote down that a review was not finished');
    const because = async (): Promise<unknown> => ((await jo.get(held.api('')).expect(200)).body as { because: unknown }).because;
    expect(await because()).toBe('She was tired');
    expect((await go(held, '/session')).status).toBe(200);
    expect(await because()).toBeNull();
    expect((await pointsOf(jo, held)).map(({ kind }) => kind)).toEqual(['goal', 'said', 'topic']);
  });

  it('I25 and I23: a point about what only a few may read is read by those few, and leaves no gap; nothing that a discreet helper says becomes a point for others', async () => {
    const held = await asked({ goals: [{ text: 'Sing the Fauré', actions: [{ what: 'Practise', doer: 'person' }] }, { text: 'Keep the flat', audience: 'named', namedOrganisationIds: [round.fernlea.id], forPerson: 'no', noActionBecause: 'We wait' }] });
    await addToCircle(jo, held.personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['circle', 'plan'] });
    expect((await go(held, '/invitations', { fullPart: 'yes', send: true })).status).toBe(200);
    const anita = await round.anita.signIn();
    await anita.send('post', held.api('/answers'), { text: 'She has a safe place' }).expect(200);
    await anita.send('post', held.api('/sending'), { readers: 'everybody' }).expect(200);
    expect((await go(held, '/session')).status).toBe(200);
    expect((await pointsOf(jo, held)).map(({ question }) => question)).toEqual(['Sing the Fauré', 'Keep the flat', 'The lift is broken', 'She has a safe place']);
    expect((await pointsOf(idris, held)).map(({ question }) => question)).toEqual(['Sing the Fauré', 'The lift is broken']);
    for (const path of ['', '/points']) expect((await idris.get(held.at(path === '' ? '' : ''))).text).not.toMatch(/Keep the flat|safe place|Haven Row/);
    const [row] = await app.sql<{ shown: boolean }>(`select visible_to_person as shown from review_item where person_id = $1 and question = 'Keep the flat'`, [held.personId]);
    expect(row?.shown).toBe(false);
    const plan: Plan = await planOf(idris, held.personId);
    expect(plan.goals).toHaveLength(1);
  });
});
