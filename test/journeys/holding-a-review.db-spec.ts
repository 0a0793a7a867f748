import { formatDate } from '@app/web-kit';
import type { PointItem } from '../../apps/server/src/reviews/point-item';
import type { WholeReview } from '../../apps/server/src/reviews/review-item';
import type { Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { aWorker } from '../support/staff';
import { filledIn } from '../support/forms';
import { fileFrom, structureOf, wordsIn } from '../support/pdf';
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
    await workThrough(app);
    for (const visitor of [delphine, idris]) expect(wordsOf((await visitor.get('/notices')).text)).toContain('shared what was decided in a review: say where you do not agree');
  });

  it('is written down by two at once without either taking back what the other wrote, also after a typing error', async () => {
    const held = await asked();
    expect((await go(held, '/session')).status).toBe(200);
    const [goal] = (await pointsOf(jo, held)) as [PointItem];
    const path = held.at(`/points/${goal.id}`);
    await settle(held, goal, { outcome: 'decision', decided: 'She sings from the chair' }).expect(200);
    const refused = await jo.submit(`${path}/outcome`, { _version: '1', outcome: 'deferred', note: 'She laughed', ...parts('deferredTo', '2030-02-31') }).expect(422);
    const again = filledIn(refused.text, `${path}/outcome`);
    expect([again['_version'], again['note']]).toEqual(['1', 'She laughed']);
    const clash = await jo.submit(`${path}/outcome`, { ...again, outcome: 'no_change', ...parts('deferredTo', '--') }).expect(409);
    const both = wordsOf(clash.text);
    expect([both.includes('Somebody was first'), both.includes('Decided: She sings from the chair'), filledIn(clash.text, `${path}/outcome`)]).toMatchObject([true, true, { _version: '2', note: 'She laughed' }]);
  });

  it('keeps under each name what they do not agree with, also of two of one organisation; each says their own anew', async () => {
    const held = await asked();
    expect((await go(held, '/session')).status).toBe(200);
    const [goal] = (await pointsOf(jo, held)) as [PointItem];
    const denise = await (await aWorker(app, round.council, { name: 'Denise Marchetti', roles: ['practitioner', 'team_manager'] })).signIn();
    for (const [visitor, text] of [[jo, 'She cannot stand'], [denise, 'It costs too much'], [jo, 'She cannot stand for so long']] as const) await visitor.send('post', held.api(`/points/${goal.id}/dissent`), { text }).expect(200);
    const dissent = (await pointsOf(idris, held)).find(({ id }) => id === goal.id)?.dissent.map(({ by, text }) => [by, text]) ?? [];
    expect(dissent.sort()).toEqual([['Denise Marchetti', 'It costs too much'], ['Jo Whitcombe', 'She cannot stand for so long']]);
    const page = wordsOf((await idris.get(held.at())).text);
    for (const words of ['Denise Marchetti, Marlshire County Council, does not agree: It costs too much', 'Jo Whitcombe, Marlshire County Council, does not agree: She cannot stand for so long']) expect(page).toContain(words);
  });

  it('asks whoever is to do something until they have said whether they do it, anew when it is put otherwise, and still when the review is over', async () => {
    const held = await asked();
    expect((await go(held, '/session')).status).toBe(200);
    const put = async (decided: string): Promise<PointItem> => (await settle(held, (await pointsOf(jo, held)).find(({ kind }) => kind === 'said') as PointItem, { outcome: 'action', decided, doer: round.ageWell.id, dueOn: inDays(10) }).expect(200)).body as PointItem;
    const waits = async (): Promise<[boolean, boolean]> => {
      const reviews = wordsOf((await delphine.get('/reviews')).text);
      return [reviews.includes('omething was put down for you: say whether you do it'), wordsOf((await delphine.get(held.at())).text).includes('Put down for you: do you do this?')];
    };
    // The charity does not read the plan: what stands about a goal would never reach it.
    const [goal] = (await pointsOf(jo, held)) as [PointItem];
    expect(codes((await settle(held, goal, { outcome: 'action', decided: 'Sing with her', doer: round.ageWell.id, dueOn: inDays(10) })).body)).toEqual(['/doer reader']);
    expect(wordsOf((await jo.get(held.at(`/points/${goal.id}`))).text)).toContain('Age Well Brackenbridge may not read this point');
    const { id } = await put('Bring her by car');
    const asking = async (): Promise<number> => {
      await workThrough(app);
      return ((await delphine.get('/api/notices')).body as { items: { kind: string; personId: string }[] }).items.filter(({ personId, kind }) => personId === held.personId && kind === 'review.action-put').length;
    };
    expect([await waits(), await asking()]).toEqual([[true, true], 1]);
    const what = /name="what" value="([^"]*)"/.exec((await delphine.get(held.at(`/points/${id}`))).text)?.[1];
    await delphine.submit(held.at(`/points/${id}/promise`), { what: what ?? '', answer: 'accepts', ...parts('onDate', inDays(9)) }).expect(303);
    expect(await waits()).toEqual([false, false]);

    expect((await put('Bring her by car, and stay with Tunde meanwhile')).action?.promise).toBeNull();
    expect(await waits()).toEqual([true, true]);
    expect((await delphine.submit(held.at(`/points/${id}/promise`), { what: what ?? '', answer: 'accepts', ...parts('onDate', inDays(9)) })).status).toBe(409);
    expect(wordsOf((await jo.get(held.at())).text)).toContain('Age Well Brackenbridge has not said yet whether they do this');

    for (const point of (await pointsOf(jo, held)).filter(({ outcome }) => outcome === null)) expect((await settle(held, point, { outcome: 'no_change' })).status).toBe(200);
    for (const to of ['writing_up', 'shared_for_check']) expect((await go(held, '/moves', { to })).status).toBe(200);
    expect(wordsOf((await jo.get(held.at('/close'))).text)).toContain('Nobody has taken these on yet');
    expect((await go(held, '/closing', { outcome: 'no_change', summary: 'Everything goes on.', minutesUsed: 40, nextReviewOn: inDays(60), personView: 'agrees' })).status).toBe(200);
    expect([await waits(), wordsOf((await jo.get(held.at('/letter'))).text).includes('Age Well Brackenbridge is asked, and has not said yet whether they do this')]).toEqual([[true, true], true]);
    expect(wordsOf((await delphine.get(held.at(`/points/${id}`))).text)).toContain('Yes, we do this');
    await delphine.submit(held.at(`/points/${id}/promise`), { what: 'Bring her by car, and stay with Tunde meanwhile', answer: 'declines', text: 'No driver has an hour to stay' }).expect(303);
    expect(await waits()).toEqual([false, false]);
    const letter = wordsOf((await jo.get(held.at('/letter'))).text);
    expect([letter.includes('Age Well Brackenbridge was asked and does not do this: Bring her by car, and stay with Tunde meanwhile'), letter.includes('No driver')]).toEqual([true, false]);
    expect((await delphine.send('post', held.api(`/points/${id}/promise`), { answer: 'accepts', onDate: inDays(12) })).body).toMatchObject({ type: 'urn:onestory:review.over' });
    expect((await delphine.send('post', held.api(`/points/${id}/dissent`), { text: 'Too far' })).body).toMatchObject({ type: 'urn:onestory:review.over' });
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
    const [person, ...others] = (await reviewOf(jo, held)).invitees;
    const nurses = others.find(({ name }) => name === 'Marl Valley Trust');
    const closed = (await go(held, '/closing', { ...close, personView: 'agrees_with_reservations', personSaid: 'Not the day centre', there: [person?.id], byPhone: [nurses?.id] })).body as WholeReview;
    expect([closed.state, closed.outcome, closed.nextReviewOn, closed.next]).toEqual(['closed', 'no_change', inDays(60), []]);
    expect(((await jo.get(`/api/people/${held.personId}`)).body as { case: { nextReviewOn: string } }).case.nextReviewOn).toBe(inDays(60));
    const letter = wordsOf((await delphine.get(held.at())).text);
    for (const words of ['What was decided', 'Everything goes on.', 'Not the day centre', 'Was there', 'By telephone', 'Was not there', '3 people, 40 minutes']) expect(letter).toContain(words);
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

  it('keeps what was typed at its end while the chair goes away to publish the plan, until it is closed', async () => {
    const held = await asked();
    expect((await go(held, '/session')).status).toBe(200);
    for (const point of await pointsOf(jo, held)) expect((await settle(held, point, { outcome: 'no_change' })).status).toBe(200);
    for (const to of ['writing_up', 'shared_for_check']) expect((await go(held, '/moves', { to })).status).toBe(200);
    const page = held.at('/close');
    const form = { _page: page, _version: String((await reviewOf(jo, held)).version), summary: 'You sing from the chair.', outcome: 'plan_published', minutesUsed: '45' };
    await jo.submit('/typed-forms', form).set('Accept', 'application/json').expect(204);
    await publish(jo, held.personId, { changeSummary: 'She sings from the chair', nextReviewOn: inDays(100), personView: 'agrees', viewAsked: 'directly' });
    const again = (await jo.get(page).expect(200)).text;
    expect([again.includes('You sing from the chair.'), wordsOf(again).includes('have not saved it')]).toEqual([true, true]);
    await jo.submit(page, form).redirects(0).expect(303);
    expect(await app.sql('select 1 from typed_form where page = $1', [page])).toEqual([]);
  });

  it('ends with a letter for the person: in plain words, in large print too, of what they may read and nothing else', async () => {
    const held = await asked();
    for (const path of ['/letter', '/letter/pdf']) expect((await jo.get(held.at(path))).status).toBe(path === '/letter' ? 200 : 409);
    expect((await jo.get(held.at('/letter'))).text).toContain('There is no letter to send');
    expect((await go(held, '/session')).status).toBe(200);
    const [said] = ((await delphine.get(held.api('/answers'))).body as { items: { version: number; organisation: string }[] }).items.filter(({ organisation }) => organisation === 'Age Well Brackenbridge');
    await delphine.send('post', held.api('/answers'), { text: 'Her son shouts' }).set('If-Match', `"${said?.version}"`).expect(200);
    await delphine.send('post', held.api('/sending'), { readers: 'chair' }).expect(200);
    const [goal, lift] = (await pointsOf(jo, held)) as [PointItem, PointItem];
    await settle(held, goal, { outcome: 'decision', decided: 'She sings from the chair', note: 'She laughed' }).expect(200);
    await settle(held, lift, { outcome: 'action', decided: 'Bring her by car', doer: round.ageWell.id, dueOn: inDays(10) }).expect(200);
    const rings = (await jo.send('post', held.api('/points'), { question: 'Who rings Bisi?' }).expect(201)).body as PointItem;
    await settle(held, rings, { outcome: 'action', decided: 'Ring Bisi on Sunday', doer: 'person', dueOn: inDays(4) }).expect(200);
    await delphine.send('post', held.api(`/points/${lift.id}/promise`), { answer: 'accepts', onDate: inDays(12) }).expect(200);
    await idris.send('post', held.api(`/points/${goal.id}/dissent`), { text: 'She should stand once' }).expect(200);
    for (const to of ['writing_up', 'shared_for_check']) expect((await go(held, '/moves', { to })).status).toBe(200);
    expect((await go(held, '/closing', { outcome: 'no_change', summary: 'You sing from the chair, and a car brings you.', minutesUsed: 40, nextReviewOn: inDays(60), personView: 'agrees', personSaid: 'About time' })).status).toBe(200);
    expect((await jo.get(held.at())).text).toContain(`href="${held.at('/letter')}"`);
    const page = wordsOf((await jo.get(held.at('/letter')).expect(200)).text);
    const files = await Promise.all(['', '?size=large'].map(async (size) => (await fileFrom(jo.get(held.at(`/letter/pdf${size}`))).expect(200)).body as Buffer));
    for (const words of [page, ...(await Promise.all(files.map(wordsIn)))]) {
      for (const told of ['Dear Margery', `On ${formatDate(inDays(0))} we looked`, 'Who rings Bisi? You, by', 'You sing from the chair, and a car brings you.', 'You said: “About time”', 'Decided: She sings from the chair', 'Age Well Brackenbridge does this by', 'Bring her by car', 'We look at it again on', 'Jo Whitcombe']) expect([told, words.includes(told)]).toEqual([told, true]);
      for (const kept of ['Her son shouts', 'She should stand once', 'The lift is broken', 'She laughed', 'A lift to the rehearsals']) expect([kept, words.slice(words.indexOf('Dear')).includes(kept)]).toEqual([kept, false]);
    }
    expect((await structureOf(files[1] as Buffer))[0]?.below.map(({ role }) => role)).toEqual(['H1', 'P', 'P', 'P', 'P', 'H2', 'L', 'H2', 'P', 'P']);
    await (await round.martin.signIn()).get(held.at('/letter/pdf')).expect(404);
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
