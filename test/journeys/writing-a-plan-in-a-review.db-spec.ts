import { newId, runInContext } from '@app/kernel';
import { Transactions } from '@app/records';
import type { PointItem } from '../../apps/server/src/reviews/point-item';
import type { WholeReview } from '../../apps/server/src/reviews/review-item';
import { actorOf } from '../access/exits/secrets';
import type { Visitor } from '../support/app';
import { aWorker } from '../support/staff';
import { wordsOf } from './people';
import { draft, goingOn, inDays, planOf, publish, smallest, type Plan } from './plans';
import { addToCircle, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

/** A statement of the application's own, as Jo. */
const asJo = <T>(work: (transactions: Transactions) => Promise<T>): Promise<T> => {
  const transactions = app.server.app.get(Transactions);
  return runInContext({ requestId: newId(), actor: actorOf(round.jo, 'council_social_care'), purpose: 'direct-care', source: 'ui' }, () => transactions.run(() => {
    transactions.wrote();
    return work(transactions);
  }));
};

interface Held { readonly personId: string; readonly id: string; readonly plan: Plan; readonly api: (path?: string) => string }
const GOALS = [
  { text: 'Sing the Fauré', actions: [{ what: 'Practise', doer: 'person' }] },
  { text: 'Keep the flat dry', noActionBecause: 'We wait' },
];

const versionOf = async ({ api }: Held): Promise<number> => ((await jo.get(api()).expect(200)).body as WholeReview).version;
const go = async (held: Held, path: string, body: object = {}) => jo.send('post', held.api(path), body).set('If-Match', `"${await versionOf(held)}"`).expect(200);
const pointsOf = async (visitor: Visitor, { api }: Held): Promise<PointItem[]> => ((await visitor.get(api('/points')).expect(200)).body as { items: PointItem[] }).items;
const page = async (visitor: Visitor, { personId }: Held, path = '/plan/draft'): Promise<string> => (await visitor.get(`/people/${personId}${path}`).expect(200)).text;
const take = (visitor: Visitor, { api }: Held, point: string) => visitor.send('post', api(`/points/${point}/step`));
/** The words beside one goal, and nothing else of the page. */
const beside = (html: string, goal: string): string => wordsOf(new RegExp(`id="heard-${goal}"[^]*?(?=<fieldset)`).exec(html)?.[0] ?? '');

/** Somebody with a plan of these goals, in whose review the nurse and the charity have said something, and that has begun. */
async function begun(goals: readonly object[] = GOALS): Promise<Held> {
  const personId = await margery(round, jo);
  await addToCircle(jo, personId, { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Repairs', categories: ['circle', 'plan'] });
  const plan = await publish(jo, personId, { ...smallest(), goals });
  const { id } = (await jo.send('post', `/api/people/${personId}/reviews`, { occasion: 'time', mode: 'meeting', startsAt: `${inDays(1)}T10:00` }).expect(201)).body as WholeReview;
  const held = { personId, id, plan, api: (path = '') => `/api/people/${personId}/reviews/${id}${path}` };
  await go(held, '/invitations', { fullPart: 'yes', send: true });
  await idris.send('post', held.api('/answers'), { item: plan.goals.find(({ text }) => text === 'Sing the Fauré')?.id, answer: 'stuck', text: 'A lift to the rehearsals' }).expect(200);
  await idris.send('post', held.api('/sending'), { readers: 'everybody' }).expect(200);
  await delphine.send('post', held.api('/answers'), { text: 'The lift is broken' }).expect(200);
  await delphine.send('post', held.api('/sending'), { readers: 'everybody' }).expect(200);
  await go(held, '/session');
  return held;
}

/** Something is put down for somebody at a point. */
async function decide(held: Held, question: string, doer: string, decided = 'Drive her to the rehearsals'): Promise<PointItem> {
  const point = (await pointsOf(jo, held)).find((one) => one.question === question) as PointItem;
  return (await jo.send('post', held.api(`/points/${point.id}/outcome`), { outcome: 'action', decided, doer, dueOn: inDays(20) }).set('If-Match', `"${point.version}"`).expect(200)).body as PointItem;
}
const drafted = async ({ personId }: Held): Promise<Plan> => (await jo.get(`/api/people/${personId}/care-plan/drafts/${(await planOf(jo, personId)).draft?.id}`).expect(200)).body as Plan;
/** What a form of the draft sends that was filled from the plan. */
const formOf = (plan: Plan, more: Record<string, string> = {}): Record<string, string> => ({
  whatMatters: 'Singing, and a dry house',
  ...Object.fromEntries(plan.goals.flatMap(({ id, text, actions }, n) => [
    [`goals[${n}][item]`, id], [`goals[${n}][text]`, text], [`goals[${n}][noActionBecause]`, 'We wait'],
    ...actions.flatMap((one, m) => [[`goals[${n}][actions][${m}][item]`, one.id], [`goals[${n}][actions][${m}][what]`, one.what]]),
  ])), ...more,
});

describe('the plan, written beside the review that it comes of', () => {
  it('shows what was said and decided beside each goal, and the rest in a list of its own; before and after the review nothing', async () => {
    const held = await begun();
    const [sing, flat] = held.plan.goals.map(({ id }) => id) as [string, string];
    expect(wordsOf(await page(jo, held, `/reviews/${held.id}`))).toContain('Write the plan with what was said beside it');
    await decide(held, 'Sing the Fauré', 'person', 'Ask Tunde for a lift');
    const html = await page(jo, held);
    expect(beside(html, sing)).toMatch(/Stuck[^]*A lift to the rehearsals[^]*Idris Vaughan, Marl Valley Trust[^]*Ask Tunde for a lift[^]*Take into the draft/);
    expect(beside(html, flat)).toContain('Nothing was said about this goal that you can see');
    expect(wordsOf(html)).toMatch(/In the review, about no goal of the plan[^]*What somebody said: The lift is broken \(Delphine Carter, Age Well Brackenbridge[^]*No outcome yet/);
    for (const point of (await pointsOf(jo, held)).filter(({ outcome }) => outcome === null)) await jo.send('post', held.api(`/points/${point.id}/outcome`), { outcome: 'no_change' }).set('If-Match', `"${point.version}"`).expect(200);
    for (const to of ['writing_up', 'shared_for_check']) await go(held, '/moves', { to });
    expect(wordsOf(await page(jo, held))).toContain('A lift to the rehearsals');
    await go(held, '/closing', { outcome: 'no_change', summary: 'All goes on.', personView: 'agrees', minutesUsed: 40, nextReviewOn: inDays(60) });
    expect(await page(jo, held)).not.toMatch(/A lift to the rehearsals|A review of this plan goes on/);
  });

  it('shows what the draft says otherwise than the plan that stands, beside its goal', async () => {
    const held = await begun();
    const [sing] = held.plan.goals;
    await draft(jo, held.personId, { goals: [{ item: sing?.id, text: 'Sing the Fauré sitting down' }] });
    const html = wordsOf(await page(jo, held));
    expect(html).toContain('Different from version 1, as it was saved');
    expect(html).toMatch(/Different from version 1[^]*Sing the Fauré/);
  });

  it('takes an action into the draft with one button and keeps what was typed; with whom and when, and marked, so that it is not offered twice', async () => {
    const held = await begun();
    const point = await decide(held, 'Sing the Fauré', round.trust.id);
    expect(beside(await page(jo, held), held.plan.goals[0]?.id ?? '')).toContain('Marl Valley Trust has not said yet whether they do this');
    expect((await take(jo, held, point.id).expect(409)).body).toMatchObject({ type: 'urn:onestory:review.notDecided' });
    await idris.send('post', held.api(`/points/${point.id}/promise`), { answer: 'accepts', onDate: inDays(12) }).expect(200);
    expect((await take(idris, held, point.id)).status).toBe(403);

    const at = `/people/${held.personId}/plan/draft/reviews/${held.id}/points/${point.id}`;
    expect((await jo.submit(at, { ...formOf(held.plan), _version: '0' }).expect(303)).headers['location']).toBe(`/people/${held.personId}/plan/draft`);
    const { goals, statements } = await drafted(held);
    expect(statements.find(({ section }) => section === 'what_matters')?.text).toBe('Singing, and a dry house');
    expect(goals[0]?.actions.map(({ what, dueOn, doer }) => [what, dueOn, doer?.organisationId ?? doer?.kind])).toEqual([['Practise', null, 'person'], ['Drive her to the rehearsals', inDays(12), round.trust.id]]);
    const html = await page(jo, held);
    expect([beside(html, goals[0]?.id ?? '').includes('Taken in'), html.includes(`${at}"`)]).toEqual([true, false]);
    expect((await take(jo, held, point.id).expect(200)).body).toEqual({ itemId: goals[0]?.actions[1]?.id, hasDoer: true });
    // Sent twice at once from the same form: one is taken, the other is shown both texts.
    expect((await jo.submit(at, { ...formOf(held.plan), _version: '0' })).status).toBe(409);
    expect((await drafted(held)).goals[0]?.actions).toHaveLength(2);
  });

  it('offers it again when the draft was discarded or its step was taken out, and no more once it is published', async () => {
    const held = await begun();
    const point = await decide(held, 'Sing the Fauré', 'person');
    const offered = async (): Promise<boolean> => (await page(jo, held)).includes(`points/${point.id}"`);
    await take(jo, held, point.id).expect(200);
    expect(await offered()).toBe(false);
    const first = await drafted(held);
    await jo.send('post', `/api/people/${held.personId}/care-plan/drafts/${first.plan?.id}/discard`).set('If-Match', `"${first.version}"`).expect(204);
    expect(await offered()).toBe(true);
    await take(jo, held, point.id).expect(200);
    const { plan, version, goals } = await drafted(held);
    await jo.send('patch', `/api/people/${held.personId}/care-plan/drafts/${plan?.id}`, { goals: goals.map(({ id, text, actions }) => ({ item: id, text, noActionBecause: 'We wait', actions: actions.slice(0, 1).map((one) => ({ item: one.id, what: one.what })) })) }).set('If-Match', `"${version}"`).expect(200);
    expect(await offered()).toBe(true);
    const again = (await take(jo, held, point.id).expect(200)).body as { itemId: string };
    const now = await drafted(held);
    await jo.send('patch', `/api/people/${held.personId}/care-plan/drafts/${now.plan?.id}`, { personView: 'agrees', viewAsked: 'directly', nextReviewOn: inDays(80), goals: goingOn(now) }).set('If-Match', `"${now.version}"`).expect(200);
    const ready = await drafted(held);
    await jo.send('post', `/api/people/${held.personId}/care-plan/drafts/${ready.plan?.id}/publication`).set('If-Match', `"${ready.version}"`).expect(201);
    expect([await offered(), (await planOf(idris, held.personId)).goals[0]?.actions.map(({ what }) => what), (await take(jo, held, point.id)).body]).toEqual([false, ['Practise', 'Drive her to the rehearsals'], { itemId: again.itemId, hasDoer: true }]);
  });

  it('I25: a step is no wider than the point and than its goal; who could not see it is not put down for it', async () => {
    const held = await begun([{ text: 'Keep the flat', audience: 'named', namedOrganisationIds: [round.fernlea.id], forPerson: 'no', noActionBecause: 'We wait' }, ...GOALS]);
    const point = await decide(held, 'Keep the flat', 'person', 'Ring about the arrears');
    const { itemId, hasDoer } = (await take(jo, held, point.id).expect(200)).body as { itemId: string; hasDoer: boolean };
    const rowOf = async (item: string) => (await app.sql(`select opens_to as "to", opens_to_organisations as names, opens_to_person as person, audience from care_action where person_id = $1 and item_id = $2`, [held.personId, item]))[0];
    expect([hasDoer, await rowOf(itemId)]).toEqual([false, { to: 'named', names: [round.fernlea.id], person: false, audience: 'internal' }]);
    // The goal was narrowed in the draft since: for those only who read both, and that cannot be said in one line.
    const { plan, version, goals } = await drafted(held);
    await jo.send('patch', `/api/people/${held.personId}/care-plan/drafts/${plan?.id}`, { goals: goals.map(({ id, text }, n) => ({ item: id, text, noActionBecause: 'We wait', ...(n === 1 && { audience: 'named', namedOrganisationIds: [round.fernlea.id] }) })) }).set('If-Match', `"${version}"`).expect(200);
    const sing = await decide(held, 'Sing the Fauré', 'person');
    const second = (await take(jo, held, sing.id).expect(200)).body as { itemId: string };
    expect(await rowOf(second.itemId)).toMatchObject({ to: 'internal', names: [], person: false });
  });

  it('I23: shows nothing beside the plan that the same reader does not find on the page of the review, and says nothing of what is sealed', async () => {
    const held = await begun();
    await addToCircle(jo, held.personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['circle', 'plan'] });
    await go(held, '/invitations', { fullPart: 'yes', send: true });
    const anita = await round.anita.signIn();
    await anita.send('post', held.api('/answers'), { item: held.plan.goals[0]?.id, answer: 'stuck', text: 'She has a safe place' }).expect(200);
    await anita.send('post', held.api('/sending'), { readers: 'everybody' }).expect(200);
    await idris.send('post', held.api('/answers'), { item: held.plan.goals[1]?.id, answer: 'stuck', text: 'Kept for ourselves, not sent' }).expect(200);
    const texts = ['She has a safe place', 'A lift to the rehearsals', 'The lift is broken', 'Kept for ourselves, not sent'];
    const found = (html: string): string[] => texts.filter((text) => wordsOf(html).includes(text));
    const dana = await aWorker(app, round.council, { name: 'Dana Reid', jobTitle: 'Social worker', keyWorkerTrained: true });
    for (const visitor of [jo, await dana.signIn()]) {
      const reads = found(await page(visitor, held, `/reviews/${held.id}`));
      expect([found(await page(visitor, held)), reads.includes('Kept for ourselves, not sent')]).toEqual([reads, false]);
    }
    expect(found(await page(await dana.signIn(), held))).toEqual(['A lift to the rehearsals', 'The lift is broken']);
    expect([(await idris.get(`/people/${held.personId}/plan/draft`)).status, (await anita.get(`/people/${held.personId}/plan/draft`)).status]).toEqual([403, 403]);
  });

  it('keeps what was typed when it cannot be taken in, and refuses it in the database too', async () => {
    const held = await begun();
    const point = await decide(held, 'The lift is broken', 'person', 'Ring the landlord');
    expect((await take(jo, held, point.id).expect(409)).body).toMatchObject({ detail: 'This is about no goal of the plan. Write it as a step of the goal to which it belongs' });
    const long = await decide(held, 'Sing the Fauré', 'person', 'x'.repeat(501));
    const refused = await jo.submit(`/people/${held.personId}/plan/draft/reviews/${held.id}/points/${long.id}`, { ...formOf(held.plan, { 'goals[0][why]': 'Forty-one years' }), _version: '0' }).expect(409);
    expect([wordsOf(refused.text).includes('This is longer than a step of the plan may be'), refused.text.includes('Forty-one years'), (await planOf(jo, held.personId)).draft]).toEqual([true, true, null]);
    const wrong = await jo.submit(`/people/${held.personId}/plan/draft/reviews/${held.id}/points/${long.id}`, { ...formOf(held.plan, { 'goals[0][text]': '', 'goals[0][actions][0][what]': 'Practise' }), _version: '0' });
    expect([wrong.status, wordsOf(wrong.text).includes('Enter the goal that the step is for')]).toEqual([422, true]);
const { id } = await decide(held, 'Sing the Fauré', 'person');
    const change = (what: string) => asJo((transactions) => transactions.query(`update review_item set ${what} where person_id = $1 and id = $2`, [held.personId, id]));
    await expect(change('taken_item_id = gen_random_uuid()')).rejects.toThrow(/refused/);
    await expect(change(`taken_item_id = '${held.plan.goals[0]?.actions[0]?.id}'`)).rejects.toThrow(/refused/);
    for (const to of ['writing_up', 'shared_for_check']) await go(held, '/moves', { to });
    await expect(change(`note = 'Something else'`)).rejects.toThrow(/refused/);
    await take(jo, held, id).expect(200);
  });
});
