import type { Test } from 'supertest';
import type { ProposalItem } from '../../apps/server/src/care-plans/proposal-item';
import type { SuggestionItem } from '../../apps/server/src/care-plans/suggestion-item';
import type { Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { codes, wordsOf } from './people';
import { draft, goingOn, inDays, planOf, publish, smallest, type Plan } from './plans';
import { addToCircle, letIn, margery, startRound, type RoundAtWork } from './round';

let work: RoundAtWork;
let jo: Visitor;
let idris: Visitor;
let delphine: Visitor;
beforeAll(async () => {
  work = await startRound();
  ({ jo, idris, delphine } = work);
});
afterAll(() => work?.app.close());

const api = (personId: string, path = ''): string => `/api/people/${personId}/care-plan${path}`;
const proposalOf = (visitor: Visitor, personId: string) => visitor.get(api(personId, '/proposal'));
const read = async (visitor: Visitor, personId: string): Promise<ProposalItem> => (await proposalOf(visitor, personId).expect(200)).body as ProposalItem;
const go = (visitor: Visitor, personId: string, { id, version }: { id: string; version: number }, act: string, body: object = {}) =>
  visitor.send('post', api(personId, `/drafts/${id}/${act}`), body).set('If-Match', `"${version}"`);
async function gone(visitor: Visitor, personId: string, at: { id: string; version: number }, act: string, body: object = {}): Promise<{ id: string; version: number; state: string }> {
  const answer = await go(visitor, personId, at, act, body);
  if (answer.status > 201) throw new Error(`Not done: ${act} ${answer.status} ${answer.text}`);
  return answer.body as { id: string; version: number; state: string };
}
const BACK = { to: 'in_contribution', reason: 'person_wants_changes' };
const SAID = { outcome: 'agrees', how: 'phone', spokeAlone: 'yes' };
const told = async (visitor: Visitor): Promise<{ kind: string; href: string; personId: string }[]> => ((await visitor.get('/api/notices')).body as { items: { kind: string; href: string; personId: string }[] }).items;
const textsOf = (answer: { needs: { text: string }[]; goals: { text: string }[]; statements: { text: string }[] }): string[] => [...answer.statements, ...answer.needs, ...answer.goals].map(({ text }) => text);
const pathOf = async (personId: string): Promise<string[]> =>
  (await work.app.sql<{ step: string }>(`select concat(coalesce(from_state, 'null'), ' ', to_state, ' by ', actor_name, case when reason is not null then ': ' || reason end) as step from state_transition where person_id = $1 and entity = 'PlanVersion' order by created_at, id`, [personId])).map(({ step }) => step);

/** What the next plan would say: one line changed, one taken out, one for each kind of reader. */
const next = (plan: Plan): Record<string, unknown> => ({
  whatMatters: 'Singing, and the sea.', nextReviewOn: inDays(100),
  needs: [{ text: 'A dry bedroom', category: 'housing' }, { text: 'Debts that only we know of', audience: 'internal' }, { text: 'Help that she does not want', forPerson: 'no' }, { text: 'A lift to choir' }],
  goals: goingOn({ goals: plan.goals.map((goal) => ({ ...goal, text: `${goal.text} And the Rutter` })) }),
});

/** Somebody with a published plan, and a draft of the next that is Jo's alone. */
async function drafted(): Promise<{ personId: string; plan: Plan; at: { id: string; version: number } }> {
  const personId = await margery(work.round, jo);
  const plan = await publish(jo, personId);
  const { plan: begun } = await draft(jo, personId, next(plan));
  return { personId, plan, at: { id: begun?.id ?? '', version: begun?.version ?? 0 } };
}
async function opened(): Promise<{ personId: string; plan: Plan; at: { id: string; version: number } }> {
  const begun = await drafted();
  return { ...begun, at: await gone(jo, begun.personId, begun.at, 'opening') };
}
async function readied(): Promise<{ personId: string; plan: Plan; at: { id: string; version: number } }> {
  const open = await opened();
  return { ...open, at: await gone(jo, open.personId, open.at, 'readiness') };
}

describe('a draft about which others are asked', () => {
  it('stands on Today of whoever writes the plan, with whose turn it is, from the day it is opened until it is published', async () => {
    const { personId, at } = await drafted();
    const drafts = async (visitor: Visitor): Promise<{ personId: string; state: string }[]> => ((await visitor.get('/api/today')).body as { drafts: { personId: string; state: string }[] }).drafts.filter((one) => one.personId === personId);
    const today = async (): Promise<string> => wordsOf((await jo.get('/today')).text);
    expect(await drafts(jo)).toEqual([]);
    const open = await gone(jo, personId, at, 'opening');
    expect(await drafts(jo)).toMatchObject([{ state: 'in_contribution' }]);
    expect(await drafts(idris)).toEqual([]);
    const ready = await gone(jo, personId, open, 'readiness');
    expect(await drafts(jo)).toMatchObject([{ state: 'ready_for_agreement' }]);
    const agreed = await gone(jo, personId, ready, 'agreement', SAID);
    expect(await drafts(jo)).toMatchObject([{ state: 'agreed' }]);
    expect(await today()).toContain('The draft is agreed. Publish it');
    await go(jo, personId, { id: at.id, version: agreed.version }, 'publication').expect(201);
    expect(await drafts(jo)).toEqual([]);
  });

  it('is read by whoever reads the plan, each their own lines, and by nobody before it is opened or after it is taken back', async () => {
    const { personId, at } = await drafted();
    const person = await (await letIn(work.app, personId, 'person')).signIn();
    const carer = await (await letIn(work.app, personId, 'carer', { categories: ['plan'] })).signIn();
    const everybody = [jo, idris, delphine, person, carer];
    const statuses = (): Promise<number[]> => Promise.all(everybody.map(async (one) => (await proposalOf(one, personId)).status));
    expect(await statuses()).toEqual([404, 404, 404, 404, 404]);

    const open = await gone(jo, personId, at, 'opening');
    expect(await statuses()).toEqual([200, 200, 404, 200, 200]);
    const needs = async (one: Visitor): Promise<string[]> => (await read(one, personId)).draft.needs.map(({ text }) => text);
    expect(await needs(jo)).toEqual(['A dry bedroom', 'Debts that only we know of', 'Help that she does not want', 'A lift to choir']);
    expect(await needs(idris)).toEqual(['Help that she does not want', 'A lift to choir']);
    expect(await needs(person)).toEqual(['A dry bedroom', 'A lift to choir']);
    expect(await needs(carer)).toEqual(['A lift to choir']);
    expect(await read(idris, personId)).toMatchObject({ inForce: false, state: 'in_contribution', stands: { label: '1', state: 'published' } });

    const back = (await go(jo, personId, open, 'taking-back', { to: 'draft' }).expect(200)).body as Plan;
    expect(await statuses()).toEqual([404, 404, 404, 404, 404]);
    await gone(jo, personId, { id: at.id, version: back.version }, 'opening');
    expect(await statuses()).toEqual([200, 200, 404, 200, 200]);
    const [row] = await work.app.sql<{ n: number }>(`select count(*)::int as n from audit_event where person_id = $1 and subject = 'CarePlan' and $2 = any (subject_ids)`, [personId, at.id]);
    expect(row?.n).toBeGreaterThan(4);
  });

  it('says on its page what is different from the plan in force, which stays the one that everything else shows', async () => {
    const { personId, plan, at } = await opened();
    const { differences } = await read(idris, personId);
    expect(differences.map(({ what, kind, title }) => `${what} ${kind} ${title}`)).toEqual([
      'changed statement Singing, and the sea.', 'added need Help that she does not want', 'added need A lift to choir', `changed goal ${plan.goals[0]?.text} And the Rutter`, 'removed need Getting to rehearsals',
    ]);
    const page = wordsOf((await idris.get(`/people/${personId}/plan/proposal`).expect(200)).text);
    for (const words of ['A draft, not in force', 'Version 1 is the plan in force until this one is published', 'A lift to choir', 'No longer in the plan: Need: Getting to rehearsals', 'Suggest a change']) expect(page).toContain(words);
    for (const hidden of ['A dry bedroom', 'Debts that only we know of']) expect(page).not.toContain(hidden);
    const inForce = wordsOf((await idris.get(`/people/${personId}/plan`).expect(200)).text);
    expect(inForce).toContain('This is the plan in force. There is a draft that you can read.');
    const elsewhere = ['/plan', '/plan/print', '/plan/pdf', '/plan/copy', '/plan/who-does-what', '/plan/changes', '', '/emergency', '/first-day', '/timeline', '/plan/wrong', '/plan/compare'];
    for (const path of elsewhere) for (const one of [idris, jo]) {
      const { text, status } = await one.get(`/people/${personId}${path}`);
      expect([path, status < 500, /A lift to choir|and the sea|the Rutter|Debts that only/.test(text ?? '')]).toEqual([path, true, false]);
    }
    expect(textsOf(await planOf(idris, personId))).toContain('Singing, and being at home with Tunde.');
    for (const path of [`/versions/${at.id}`, `/drafts/${at.id}`]) await idris.get(api(personId, path)).expect(404);
    await idris.get(`/people/${personId}/plan/versions/${at.id}`).expect(404);
    await idris.get(api(personId, `/comparison?from=${plan.plan?.id}&to=${at.id}`)).expect(404);
    await idris.get(api(personId, `/changes?since=${at.id}`)).expect(404);
  });

  it('is told of to the circle, and what they suggest at its lines is answered while it is written', async () => {
    const { personId, at } = await opened();
    await workThrough(work.app);
    expect(await told(idris)).toContainEqual(expect.objectContaining({ kind: 'care-plan.draft-opened', personId, href: `/people/${personId}/plan/proposal` }));
    expect((await told(delphine)).filter((one) => one.personId === personId && one.kind.startsWith('care-plan.draft'))).toEqual([]);

    const seen = await read(idris, personId);
    const lift = seen.draft.needs.find(({ text }) => text === 'A lift to choir')?.id ?? '';
    const form = await idris.get(`/people/${personId}/plan/suggestions/new?version=${at.id}&item=${lift}`).expect(200);
    expect(wordsOf(form.text)).toContain('The draft says now: A lift to choir');
    const sent = await idris.submit(`/people/${personId}/plan/suggestions`, { item: lift, readVersion: at.id, text: 'A lift to choir and home', saidBy: 'me', readers: 'plan', forPerson: 'yes' }).redirects(0);
    expect(sent.status).toBe(303);
    await idris.get(`/people/${personId}/plan/suggestions/new?version=${at.id}&item=${(await read(jo, personId)).draft.needs[1]?.id}`).expect(404);
    const [mine] = ((await jo.get(api(personId, '/suggestions'))).body as { items: SuggestionItem[] }).items;
    expect(mine).toMatchObject({ state: 'waiting', about: { id: lift, text: 'A lift to choir' }, text: 'A lift to choir and home' });
    const shown = wordsOf((await jo.get(`/people/${personId}/plan/suggestions/${mine?.id}`).expect(200)).text);
    expect(shown).toContain('The draft said A lift to choir');
    expect(wordsOf((await jo.get(`/people/${personId}/plan/draft`).expect(200)).text)).toContain('Idris Vaughan, Marl Valley Trust suggests: “A lift to choir and home”');

    await jo.send('post', api(personId, `/suggestions/${mine?.id}/answer`), { answer: 'taken' }).set('If-Match', `"${mine?.version}"`).expect(201);
    expect((await read(idris, personId)).draft.needs.map(({ text }) => text)).toContain('A lift to choir and home');
  });

  it('follows what is written into it, line by line: what is made narrower is gone for the others with the next request, and what comes new is theirs', async () => {
    const { personId, at } = await opened();
    const lines = (await read(jo, personId)).draft.needs.map(({ id, text }) => ({ item: id, text, ...(text === 'A lift to choir' ? { audience: 'internal' } : {}) }));
    await jo.send('patch', api(personId, `/drafts/${at.id}`), { needs: [...lines, { text: 'Somebody to sing with' }] }).set('If-Match', `"${at.version}"`).expect(200);
    expect((await read(idris, personId)).draft.needs.map(({ text }) => text)).toEqual(['Help that she does not want', 'Somebody to sing with']);
    const hers = wordsOf((await jo.get(`/people/${personId}/plan/draft`).expect(200)).text);
    expect(hers).toContain('Those who read the plan are asked about this draft');
    expect(hers).not.toContain('Publish the plan');
  });

  it('is gone with the next request for whoever’s help ends, for whom the person no longer lets in, and for an organisation that is suspended', async () => {
    const { personId } = await opened();
    const charity = await addToCircle(jo, personId, { organisationId: work.round.ageWell.id, membershipId: (work.round.mo as { membershipId: string }).membershipId, does: 'Calls', categories: ['plan', 'circle'] });
    let mo = await work.round.mo.signIn();
    await proposalOf(mo, personId).expect(200);
    await work.app.sql(`update organisation set state = 'suspended' where id = $1`, [work.round.ageWell.id]);
    expect([401, 403, 404]).toContain((await proposalOf(mo, personId)).status);
    await work.app.sql(`update organisation set state = 'active' where id = $1`, [work.round.ageWell.id]);
    mo = await work.round.mo.signIn();
    await proposalOf(mo, personId).expect(200);
    await work.app.sql(`update relationship set ends = now() where person_id = $1 and id = (select relationship_id from care_team_member where id = $2)`, [personId, charity.id]);
    await work.app.sql('select refresh_person_access($1)', [personId]);
    await proposalOf(mo, personId).expect(404);
    await proposalOf(idris, personId).expect(200);
    await work.app.sql(`update sharing_decision set ends = now() where person_id = $1 and organisation_id = $2`, [personId, work.round.trust.id]);
    await work.app.sql('select refresh_person_access($1)', [personId]);
    await proposalOf(idris, personId).expect(404);
    await proposalOf(jo, personId).expect(200);
  });

  it('is not read through a door that was opened in an emergency', async () => {
    const { personId } = await opened();
    const priya = await work.round.priya.signIn();
    await work.app.sql(
      `insert into relationship (person_id, id, organisation_id, scope_kind, scope_id, basis, categories, source, created_by) values ($1, gen_random_uuid(), $2, 'user', $3, 'break_glass', '{identity,plan,circle}', 'system', $3)`,
      [personId, work.round.trust.id, work.round.priya.userId]);
    await work.app.sql('select refresh_person_access($1)', [personId]);
    expect((await planOf(priya, personId)).plan?.label).toBe('1');
    await proposalOf(priya, personId).expect(404);
    expect(wordsOf((await priya.get(`/people/${personId}/plan`).expect(200)).text)).not.toContain('There is a draft');
  });
});

describe('a draft that is ready for agreement', () => {
  it('does not change any more: not by its form, not by a suggestion, not by SQL; and says so', async () => {
    const { personId, at } = await readied();
    const refused = await jo.send('patch', api(personId, `/drafts/${at.id}`), { whatMatters: 'Something else' }).set('If-Match', `"${at.version}"`).expect(409);
    expect((refused.body as { detail: string }).detail).toBe('This draft waits for what the person says. Record that, or take it back to change it');
    expect(wordsOf((await jo.get(`/people/${personId}/plan/draft`).expect(200)).text)).toContain('This draft is closed: it waits for what the person says.');
    const html = await jo.submit(`/people/${personId}/plan/draft`, { whatMatters: 'Something else', _version: String(at.version) }).redirects(0);
    expect(html.status).toBe(409);
    const { id, version } = (await idris.send('post', api(personId, '/suggestions'), { kind: 'need', text: 'A rail', forPerson: 'yes' }).expect(201)).body as SuggestionItem;
    await jo.send('post', api(personId, `/suggestions/${id}/answer`), { answer: 'taken' }).set('If-Match', `"${version}"`).expect(409);
    for (const act of ['opening', 'readiness', 'publication', 'discard']) expect([act, (await go(jo, personId, at, act)).status]).toEqual([act, 409]);
    expect((await read(jo, personId)).state).toBe('ready_for_agreement');
  });

  it('needs what a plan needs before it is closed', async () => {
    const personId = await margery(work.round, jo);
    const { plan } = await draft(jo, personId, { whatMatters: 'Singing' });
    const open = await gone(jo, personId, { id: plan?.id ?? '', version: plan?.version ?? 0 }, 'opening');
    expect(codes((await go(jo, personId, open, 'readiness').expect(422)).body)).not.toEqual([]);
    expect((await read(idris, personId)).stands).toBeNull();
  });

  it('is agreed by the person on their own page, and then published with their own words', async () => {
    const { personId, at } = await readied();
    const person = await (await letIn(work.app, personId, 'person', { name: 'Margery Plumtree' })).signIn();
    expect(wordsOf((await person.get('/me').expect(200)).text)).toContain('There is a draft of your next plan. You are asked what you think of it. It is not in force.');
    const page = await person.get(`/me/${personId}/draft`).expect(200);
    for (const words of ['A draft, not in force', 'Version 1 is the plan in force', 'A lift to choir', 'I want something changed first']) expect(wordsOf(page.text)).toContain(words);
    expect(wordsOf(page.text)).not.toContain('Help that she does not want');

    const empty = await person.submit(`/me/${personId}/draft`, { _version: String(at.version), comment: 'Yes!' }).redirects(0);
    expect([empty.status, empty.text.includes('Yes!')]).toEqual([422, true]);
    const sent = await person.submit(`/me/${personId}/draft`, { _version: String(at.version), view: 'agrees_with_reservations', comment: 'Not on Thursdays', spokeAlone: 'no', present: 'Tunde' }).redirects(0);
    expect(sent.status).toBe(303);
    await workThrough(work.app);
    expect(await told(jo)).toContainEqual(expect.objectContaining({ kind: 'care-plan.draft-view-said', personId }));
    const agreed = await read(jo, personId);
    expect(agreed).toMatchObject({ state: 'agreed', agreed: { by: 'Margery Plumtree', because: null }, draft: { plan: { personView: { view: 'agrees_with_reservations', alone: false, present: 'Tunde', comment: 'Not on Thursdays' } } } });
    // What was said is said once: the same sent again is told so.
    expect((await person.submit(`/me/${personId}/draft`, { _version: String(at.version), view: 'agrees', spokeAlone: 'yes' }).redirects(0)).status).toBe(409);

    const published = await jo.submit(`/people/${personId}/plan/proposal/${at.id}/publication`, { _version: String(agreed.version) }).redirects(0);
    expect([published.status, published.headers['location']]).toEqual([303, `/people/${personId}/plan`]);
    expect(await planOf(idris, personId)).toMatchObject({ plan: { label: '2', state: 'published' }, proposal: null });
    await proposalOf(idris, personId).expect(404);
    expect(await pathOf(personId)).toEqual([
      'null draft by Jo Whitcombe', 'draft published by Jo Whitcombe', 'null draft by Jo Whitcombe', 'draft in_contribution by Jo Whitcombe', 'in_contribution ready_for_agreement by Jo Whitcombe',
      'ready_for_agreement agreed by Margery Plumtree', 'agreed published by Jo Whitcombe', 'published superseded by Jo Whitcombe',
    ]);
    // What they said of the draft stands in the version, and not as if they had said it since.
    expect(((await idris.get(api(personId)).expect(200)).body as { views: unknown[] }).views).toEqual([]);
  });

  it('stays as it is when the person wants it changed, is taken back with a reason, and what they said before is told as that', async () => {
    const { personId, at } = await readied();
    const person = await (await letIn(work.app, personId, 'person')).signIn();
    await person.send('post', `/api/me/${personId}/draft/view`, { view: 'wants_changes', comment: 'No lift', spokeAlone: 'yes' }).set('If-Match', `"${at.version}"`).expect(201);
    expect(await read(jo, personId)).toMatchObject({ state: 'ready_for_agreement', draft: { views: [{ view: 'wants_changes', how: 'online', comment: 'No lift' }] } });
    await go(jo, personId, at, 'taking-back', { to: 'in_contribution' }).expect(422);
    const html = await jo.submit(`/people/${personId}/plan/proposal/${at.id}/taking-back`, { _version: String(at.version), to: 'draft' }).redirects(0);
    expect([html.status, wordsOf(html.text).includes('Choose why you take it back')]).toEqual([422, true]);
    const back = (await go(jo, personId, at, 'taking-back', { ...BACK, because: 'No lift' }).expect(200)).body as Plan;
    expect((await pathOf(personId)).at(-1)).toBe('ready_for_agreement in_contribution by Jo Whitcombe: person_wants_changes: No lift');
    // Whoever still has the closed draft before them is told that it has changed.
    await jo.send('patch', api(personId, `/drafts/${at.id}`), { changeSummary: 'Without the lift' }).set('If-Match', `"${back.version}"`).expect(200);
    const again = await gone(jo, personId, { id: at.id, version: back.version + 1 }, 'readiness');
    await person.send('post', `/api/me/${personId}/draft/view`, { view: 'agrees', spokeAlone: 'yes' }).set('If-Match', `"${at.version}"`).expect(412);
    const stale = await person.submit(`/me/${personId}/draft`, { _version: String(at.version), view: 'agrees', comment: 'With the lift', spokeAlone: 'yes' }).redirects(0);
    expect([stale.status, stale.text.includes('With the lift'), wordsOf(stale.text).includes('The draft has changed')]).toEqual([409, true, true]);
    expect(wordsOf((await person.get(`/me/${personId}/draft`).expect(200)).text)).toContain('before the draft was changed');
    await person.send('post', `/api/me/${personId}/draft/view`, { view: 'agrees', spokeAlone: 'yes' }).set('If-Match', `"${again.version}"`).expect(201);
    expect((await read(jo, personId)).state).toBe('agreed');
  });

  it('is agreed as they said it to those who write it, or stands for a reason that is written down, and is published with that', async () => {
    const ways: [body: Record<string, unknown>, agreed: object, view: string][] = [
      [{ outcome: 'agrees', how: 'paper', spokeAlone: 'yes' }, { because: null }, 'agrees'],
      [{ outcome: 'goes_on', how: 'phone', spokeAlone: 'no', present: 'Tunde' }, { because: 'goes_on' }, 'does_not_agree'],
      [{ outcome: 'best_interests', because: 'Dr Osei, with Tunde and Idris', againOn: inDays(30) }, { because: 'best_interests' }, 'could_not_give_a_view'],
      [{ outcome: 'could_not', because: 'Too ill', againOn: inDays(7) }, { because: 'could_not' }, 'could_not_give_a_view'],
      [{ outcome: 'someone_elses', of: 'Tunde' }, { because: 'someone_elses' }, 'someone_elses_view_only'],
    ];
    for (const [body, agreed, view] of ways) {
      const { personId, at } = await readied();
      const { outcome } = body;
      expect([outcome, (await go(jo, personId, at, 'agreement', { outcome })).status]).toEqual([outcome, 422]);
      const answer = (await go(jo, personId, at, 'agreement', body).expect(200)).body as ProposalItem;
      expect(answer).toMatchObject({ state: 'agreed', agreed: { by: 'Jo Whitcombe', ...agreed }, draft: { plan: { personView: { view } } } });
      await go(jo, personId, { id: at.id, version: answer.version }, 'publication').expect(201);
      expect((await planOf(idris, personId)).plan).toMatchObject({ label: '2', personView: { view } });
    }
  });

  it('waits on when they said no, and is written down on the page with all that was typed kept', async () => {
    const { personId, at } = await readied();
    const page = `/people/${personId}/plan/proposal/agreement`;
    expect(wordsOf((await jo.get(page).expect(200)).text)).toContain('What came of it?');
    const path = `/people/${personId}/plan/proposal/${at.id}/agreement`;
    const wrong = await jo.submit(path, { _version: String(at.version), outcome: 'does_not_agree', comment: 'Never on Thursdays' }).redirects(0);
    expect([wrong.status, wrong.text.includes('Never on Thursdays'), wordsOf(wrong.text).includes('Choose how you talked')]).toEqual([422, true, true]);
    const sent = await jo.submit(path, { _version: String(at.version), outcome: 'does_not_agree', how: 'phone', spokeAlone: 'yes', comment: 'Never on Thursdays' }).redirects(0);
    expect(sent.status).toBe(303);
    expect(await read(idris, personId)).toMatchObject({ state: 'ready_for_agreement', draft: { views: [{ view: 'does_not_agree', saidBy: 'Jo Whitcombe' }] } });
    for (const other of [idris, delphine]) expect((await go(other, personId, at, 'agreement', SAID)).status).toBeGreaterThanOrEqual(403);
    await idris.get(page).expect(403);
  });

  it('takes in a small update that was published meanwhile, without asking anybody again', async () => {
    const { personId, at } = await readied();
    const { version } = (await go(jo, personId, at, 'agreement', SAID).expect(200)).body as ProposalItem;
    const now = await planOf(jo, personId);
    await jo.send('post', api(personId, '/small-updates'), { whoToRing: 'Jo Whitcombe, 01632 960099' }).set('If-Match', `"${now.plan?.version}"`).expect(201);
    await go(jo, personId, { id: at.id, version }, 'publication').expect(201);
    const plan = await planOf(idris, personId);
    expect([plan.plan?.label, plan.plan?.personView, plan.statements.find(({ section }) => section === 'who_to_ring')?.text]).toEqual(['2', expect.objectContaining({ view: 'agrees' }), 'Jo Whitcombe, 01632 960099']);
    expect((await pathOf(personId)).slice(-4).map((step) => step.split(' by')[0]).sort()).toEqual(['agreed draft', 'draft published', 'published superseded', 'published superseded'].sort());
  });

  /** Agreed, and then contradicted by a small update. */
  const overtaken = async (): Promise<{ personId: string; id: string; version: number; before: string }> => {
    const { personId, at } = await drafted();
    const mine = (await jo.send('patch', api(personId, `/drafts/${at.id}`), { whoToRing: 'Val, 01632 960077' }).set('If-Match', `"${at.version}"`).expect(200)).body as Plan;
    const ready = await gone(jo, personId, await gone(jo, personId, { id: at.id, version: mine.version }, 'opening'), 'readiness');
    const { version } = (await go(jo, personId, ready, 'agreement', SAID).expect(200)).body as ProposalItem;
    const before = known((await jo.get(`/people/${personId}/plan/proposal`).expect(200)).text);
    await jo.send('post', api(personId, '/small-updates'), { whoToRing: 'Jo Whitcombe, 01632 960099' }).set('If-Match', `"${(await planOf(jo, personId)).plan?.version}"`).expect(201);
    return { personId, id: ready.id, version, before };
  };
  const known = (html: string): string => /name="knowsVersion" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const whoToRing = async (personId: string): Promise<unknown> => {
    const { plan, statements } = await planOf(idris, personId);
    return [plan?.label, statements.find(({ section }) => section === 'who_to_ring')?.text];
  };

  it('is published from its page over a small update that says otherwise, once its writer has seen that', async () => {
    const { personId, id, version, before } = await overtaken();
    const publication = `/people/${personId}/plan/proposal/${id}/publication`;
    const refused = await jo.submit(publication, { _version: String(version), knowsVersion: before }).redirects(0).expect(422);
    expect(wordsOf(refused.text)).toContain('Version 1.1 says meanwhile: “Jo Whitcombe, 01632 960099”. Put that in, or press the same button again to keep yours');
    await jo.submit(publication, { _version: String(version), knowsVersion: known(refused.text) }).redirects(0).expect(303);
    expect(await whoToRing(personId)).toEqual(['2', 'Val, 01632 960077']);
  });

  it('is published over JSON too by whoever says which small update they have seen', async () => {
    const { personId, id, version } = await overtaken();
    const publish = (query = ''): Test => jo.send('post', api(personId, `/drafts/${id}/publication${query}`)).set('If-Match', `"${version}"`);
    expect((await publish()).status).toBe(422);
    await publish(`?knowsVersion=${(await planOf(jo, personId)).plan?.id}`).expect(201);
    expect(await whoToRing(personId)).toEqual(['2', 'Val, 01632 960077']);
  });
});

describe('nothing gets longer', () => {
  it('a draft is still published in one sitting, and a move from the wrong place or of an older version says why', async () => {
    const { personId, at } = await drafted();
    for (const act of ['readiness', 'agreement', 'taking-back']) expect([act, (await go(jo, personId, at, act, act === 'agreement' ? SAID : BACK)).status]).toEqual([act, 409]);
    expect((await go(jo, personId, { ...at, version: at.version + 9 }, 'opening')).status).toBe(412);
    expect((await go(idris, personId, at, 'opening')).status).toBe(404);
    const other = await margery(work.round, jo);
    await publish(jo, other, smallest());
    expect((await planOf(idris, other)).plan?.label).toBe('1');
  });
});
