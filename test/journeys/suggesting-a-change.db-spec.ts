import type { SuggestionItem } from '../../apps/server/src/care-plans/suggestion-item';
import type { Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { aWorker, anOrganisation } from '../support/staff';
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

const at = (personId: string, path = ''): string => `/api/people/${personId}/care-plan/suggestions${path}`;
const page = (personId: string, path = ''): string => `/people/${personId}/plan/suggestions${path}`;
const listOf = async (visitor: Visitor, personId: string): Promise<SuggestionItem[]> => ((await visitor.get(at(personId)).expect(200)).body as { items: SuggestionItem[] }).items;
const make = (visitor: Visitor, personId: string, body: object) => visitor.send('post', at(personId), { forPerson: 'yes', ...body });
async function made(visitor: Visitor, personId: string, body: object): Promise<SuggestionItem> {
  const answer = await make(visitor, personId, body);
  if (answer.status !== 201) throw new Error(`Not suggested: ${answer.status} ${answer.text}`);
  return answer.body as SuggestionItem;
}
const answer = (visitor: Visitor, personId: string, { id, version }: SuggestionItem, body: object) => visitor.send('post', at(personId, `/${id}/answer`), body).set('If-Match', `"${version}"`);
const withdraw = (visitor: Visitor, personId: string, { id, version }: SuggestionItem) => visitor.send('post', at(personId, `/${id}/withdrawal`)).set('If-Match', `"${version}"`);
/** Somebody with a plan, whom Jo leads; the nurses read the plan, Delphine does not. */
async function planned(): Promise<{ personId: string; plan: Plan; goal: string }> {
  const personId = await margery(work.round, jo);
  const plan = await publish(jo, personId);
  return { personId, plan, goal: plan.goals[0]?.id ?? '' };
}
/** The draft that is open, with what publishing asks for. */
async function publishDraft(personId: string): Promise<Plan> {
  const { draft: open } = await planOf(jo, personId);
  const path = `/api/people/${personId}/care-plan/drafts/${open?.id}`;
  const goals = goingOn((await jo.get(path)).body as Plan);
  const { body } = await jo.send('patch', path, { nextReviewOn: inDays(120), personView: 'agrees', viewAsked: 'directly', goals }).set('If-Match', `"${open?.version}"`);
  await jo.send('post', `${path}/publication`).set('If-Match', `"${(body as Plan).version}"`).expect(201);
  return planOf(jo, personId);
}
const told = async (visitor: Visitor): Promise<{ kind: string; href: string; personId: string }[]> => ((await visitor.get('/api/notices')).body as { items: { kind: string; href: string; personId: string }[] }).items;

describe('a change that a partner suggests', () => {
  it('is taken into a new draft with its words, published, and the partner reads in which version it stands', async () => {
    const { personId, goal } = await planned();
    const form = await idris.get(page(personId, `/new?item=${goal}`)).expect(200);
    expect(wordsOf(form.text)).toContain('Sing the Fauré at Easter, sitting down.');
    const readVersion = /name="readVersion" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const sent = await idris.submit(page(personId), { item: goal, readVersion, text: 'Sing the Fauré at Easter, standing up', why: 'She stood for a verse', saidBy: 'me', readers: 'plan', forPerson: 'yes' }).redirects(0);
    expect(sent.status).toBe(303);
    const [mine] = await listOf(idris, personId);
    expect(mine).toMatchObject({ state: 'waiting', kind: 'goal', about: { id: goal, text: 'Sing the Fauré at Easter, sitting down.' }, author: 'Idris Vaughan', organisation: 'Marl Valley Trust', readers: 'plan', voice: 'professional' });

    await workThrough(work.app);
    expect(await told(jo)).toContainEqual(expect.objectContaining({ kind: 'plan-suggestion.made', personId, href: page(personId, `/${mine?.id}`) }));
    const today = (await jo.get('/api/today')).body as { suggestions: { id: string; who: string }[] };
    expect(today.suggestions.filter(({ id }) => id === mine?.id)).toMatchObject([{ who: 'Idris Vaughan' }]);
    expect(wordsOf((await jo.get('/today')).text)).toContain(`Suggestions for plans (${today.suggestions.length})`);

    expect((await jo.get(page(personId, `/${mine?.id}`))).text).toContain('Take it into the draft');
    const answered = await jo.submit(page(personId, `/${mine?.id}/answer`), { _version: '1', answer: 'taken', words: 'Sing the Fauré at Easter, standing up' }).redirects(0);
    expect([answered.status, answered.headers['location']]).toEqual([303, `/people/${personId}/plan/draft`]);
    expect((await jo.get(`/people/${personId}/plan/draft`)).text).toContain('standing up');
    expect((await listOf(idris, personId))[0]).toMatchObject({ state: 'taken', published: false, answer: { by: 'Jo Whitcombe' } });
    expect((await planOf(idris, personId)).goals[0]?.text).toBe('Sing the Fauré at Easter, sitting down.');

    await publishDraft(personId);
    await workThrough(work.app);
    expect((await listOf(idris, personId))[0]).toMatchObject({ state: 'taken', published: true, inVersion: { label: '2' } });
    expect(wordsOf((await idris.get(page(personId, `/${mine?.id}`))).text)).toContain('In version 2');
    expect(wordsOf((await idris.get(`/people/${personId}/plan`)).text)).toContain('In version 2');
    expect((await planOf(idris, personId)).goals[0]?.text).toBe('Sing the Fauré at Easter, standing up');
    expect(await told(idris)).toContainEqual(expect.objectContaining({ kind: 'plan-suggestion.answered', personId }));
    expect(((await jo.get('/api/today')).body as { suggestions: { id: string }[] }).suggestions.map(({ id }) => id)).not.toContain(mine?.id);
  });

  it('is not taken, with a reason from a short list that the partner reads; another reason is said in words', async () => {
    const { personId, goal } = await planned();
    const one = await made(idris, personId, { item: goal, text: 'Go to the day centre' });
    expect(codes((await answer(jo, personId, one, { answer: 'not_taken' })).body)).toEqual(['/reason required']);
    expect(codes((await answer(jo, personId, one, { answer: 'partly', words: 'x' })).body)).toEqual(['/reason required']);
    expect(codes((await answer(jo, personId, one, { answer: 'not_taken', reason: 'other' })).body)).toEqual(['/because required']);
    await answer(jo, personId, one, { answer: 'not_taken', reason: 'person_does_not_want', because: 'She tried it' }).expect(201);
    expect((await listOf(idris, personId))[0]).toMatchObject({ state: 'not_taken', answer: { reason: 'person_does_not_want', because: 'She tried it' }, inVersion: null });
    expect(wordsOf((await idris.get(page(personId))).text)).toContain('The person does not want it. She tried it');
    expect((await planOf(jo, personId)).draft).toBeNull();
  });

  it('is taken in part, beside what the draft says already: no word of its writer is lost, and an open form of the draft is told', async () => {
    const { personId, goal, plan } = await planned();
    const one = await made(idris, personId, { item: goal, text: 'Sing at Easter and at Whitsun' });
    const drafted = await draft(jo, personId, { goals: plan.goals.map(({ id, actions }) => ({ item: id, text: 'Sing the Fauré', actions: actions.map((action) => ({ item: action.id, what: action.what })) })) });
    expect(wordsOf((await jo.get(`/people/${personId}/plan/draft`)).text)).toMatch(/Idris Vaughan, Marl Valley Trust\s+suggests: “Sing at Easter and at Whitsun”/);
    await answer(jo, personId, one, { answer: 'partly', words: 'and at Whitsun', reason: 'not_possible' }).expect(201);
    const { body } = await jo.get(`/api/people/${personId}/care-plan/drafts/${drafted.plan?.id}`);
    expect((body as Plan).goals[0]?.text).toBe('Sing the Fauré\nand at Whitsun');
    expect((await jo.send('patch', `/api/people/${personId}/care-plan/drafts/${drafted.plan?.id}`, { whatMatters: 'x' }).set('If-Match', `"${drafted.version}"`)).status).toBe(412);
  });

  it('is something new: a need, a goal, and a step towards a goal, each as a line of the draft', async () => {
    const { personId, goal } = await planned();
    for (const [body, words] of [[{ kind: 'need' }, 'A rail by the step'], [{ kind: 'goal' }, 'See the sea'], [{ kind: 'action', goal }, 'Ring the choir']] as const) {
      await answer(jo, personId, await made(idris, personId, { ...body, text: words }), { answer: 'taken' }).expect(201);
    }
    const plan = await publishDraft(personId).catch((error: Error) => error);
    expect(plan).toBeInstanceOf(Error);
    const { draft: open } = await planOf(jo, personId);
    const { body } = await jo.get(`/api/people/${personId}/care-plan/drafts/${open?.id}`);
    const { needs, goals } = body as Plan;
    expect([needs.at(-1)?.text, goals.at(-1)?.text, goals[0]?.actions.at(-1)?.what]).toEqual(['A rail by the step', 'See the sea', 'Ring the choir']);
  });

  it('waits again when the draft is discarded, or published without it: nobody is told that they were heard when nothing came of it', async () => {
    const { personId } = await planned();
    const one = await made(idris, personId, { kind: 'need', text: 'A rail' });
    await answer(jo, personId, one, { answer: 'taken' }).expect(201);
    const { draft: open } = await planOf(jo, personId);
    await jo.send('post', `/api/people/${personId}/care-plan/drafts/${open?.id}/discard`).set('If-Match', `"${open?.version}"`).expect(204);
    const [again] = await listOf(idris, personId);
    expect(again).toMatchObject({ state: 'waiting', answer: null });
    await answer(jo, personId, again as SuggestionItem, { answer: 'taken' }).expect(201);
    const { draft: second } = await planOf(jo, personId);
    await jo.send('patch', `/api/people/${personId}/care-plan/drafts/${second?.id}`, { needs: [] }).set('If-Match', `"${second?.version}"`).expect(200);
    await publishDraft(personId);
    expect((await listOf(idris, personId))[0]).toMatchObject({ state: 'waiting', published: false });
  });

  it('is taken back by its author while nobody has answered, and by nobody else', async () => {
    const { personId, goal } = await planned();
    const one = await made(idris, personId, { item: goal, text: 'Sing louder' });
    expect((await withdraw(jo, personId, one)).status).toBe(403);
    await withdraw(idris, personId, one).expect(201);
    const [gone] = await listOf(idris, personId);
    expect(gone?.state).toBe('withdrawn');
    expect(await answer(jo, personId, gone as SuggestionItem, { answer: 'not_taken', reason: 'not_for_plan' })).toMatchObject({ status: 409, body: { type: 'urn:onestory:suggestion.state' } });
    const two = await made(idris, personId, { item: goal, text: 'Sing higher' });
    await answer(jo, personId, two, { answer: 'not_taken', reason: 'not_for_plan' }).expect(201);
    expect((await withdraw(idris, personId, (await listOf(idris, personId))[0] as SuggestionItem)).status).toBe(409);
  });

  it('after a week without an answer is shown as waiting too long, to its author and first of all to the key worker', async () => {
    const { personId, goal } = await planned();
    const one = await made(idris, personId, { item: goal, text: 'Sing on Sundays' });
    const backTo = (days: number) => work.app.sql(`update plan_suggestion set created_at = now() - make_interval(days => $2) where id = $1`, [one.id, days]);
    const stale = async () => ((await jo.get('/api/today')).body as { doFirst: { personId: string; why: { kind: string }[] }[] }).doFirst.find((row) => row.personId === personId)?.why.map(({ kind }) => kind) ?? [];
    await backTo(6);
    expect([await stale(), (await listOf(idris, personId))[0]?.waitsTooLong]).toEqual([[], false]);
    await backTo(7);
    expect([await stale(), (await listOf(idris, personId))[0]?.waitsTooLong]).toEqual([['suggestion'], true]);
    expect(wordsOf((await jo.get('/today')).text)).toContain('Suggestion without an answer');
    expect(wordsOf((await idris.get(page(personId))).text)).toContain('Waits too long');
  });

  it('fault 19: of two answers at once one counts, and the other sees it; the same suggestion sent twice is one', async () => {
    const { personId, goal } = await planned();
    const [first, second] = await Promise.all([make(idris, personId, { item: goal, text: 'Twice' }), make(idris, personId, { item: goal, text: 'Twice' })]);
    expect([first?.status, second?.status, (first?.body as SuggestionItem).id]).toEqual([201, 201, (second?.body as SuggestionItem).id]);
    const one = first?.body as SuggestionItem;
    const answers = await Promise.all([answer(jo, personId, one, { answer: 'taken' }), answer(jo, personId, one, { answer: 'not_taken', reason: 'talk_first' })]);
    expect(answers.map(({ status }) => [409, 412].includes(status) ? 'late' : status).sort()).toEqual([201, 'late']);
    expect((await jo.send('post', at(personId, `/${one.id}/answer`), { answer: 'taken' })).status).toBe(428);
  });

  it('tells its author when the plan has changed since they read it, and keeps what they typed', async () => {
    const { personId, goal, plan } = await planned();
    await draft(jo, personId, { goals: [{ item: goal, text: 'Sing the Elgar', actions: plan.goals[0]?.actions.map(({ id, what }) => ({ item: id, what })) }] });
    await publishDraft(personId);
    const form = { item: goal, readVersion: plan.plan?.id ?? '', text: 'Sing it standing', saidBy: 'me', readers: 'plan', forPerson: 'yes' };
    const refused = await idris.submit(page(personId), form);
    expect([refused.status, wordsOf(refused.text)]).toEqual([422, expect.stringContaining('It says now: “Sing the Elgar”')]);
    expect(refused.text).toContain('Sing it standing');
    const readVersion = /name="readVersion" value="([^"]+)"/.exec(refused.text)?.[1] ?? '';
    expect((await idris.submit(page(personId), { ...form, readVersion }).redirects(0)).status).toBe(303);
  });
});

describe('who suggests and who answers', () => {
  it('those who write the plan put it there; what the person told them, by phone or on paper, they record as said by the person', async () => {
    const { personId, goal } = await planned();
    expect((await make(jo, personId, { item: goal, text: 'x' })).status).toBe(403);
    expect(codes((await make(jo, personId, { item: goal, text: 'x', saidBy: 'person' })).body)).toEqual(['/how required']);
    const said = await made(jo, personId, { item: goal, text: 'Sing every day', saidBy: 'person', how: 'phone' });
    expect(said).toMatchObject({ voice: 'self', how: 'phone', author: 'Jo Whitcombe', visibleToPerson: true });
    await answer(jo, personId, said, { answer: 'taken' }).expect(201);
  });

  it('I16: nobody answers what they suggested themselves', async () => {
    const { personId, goal } = await planned();
    const one = await made(idris, personId, { item: goal, text: 'x' });
    const [open] = await work.app.sql<{ id: string }>('select id from coordination_case where person_id = $1', [personId]);
    await work.app.sql('update coordination_case set owner_organisation_id = $2 where id = $1', [open?.id, work.round.trust.id]);
    expect((await answer(idris, personId, one, { answer: 'taken' })).status).toBe(403);
    const { text } = await idris.get(page(personId, `/${one.id}`));
    expect([text.includes('Your answer'), text.includes('Take it back')]).toEqual([false, true]);
  });

  it('who reads nothing of the plan suggests nothing; a line that they do not see answers like one that is not there', async () => {
    const { personId, goal } = await planned();
    expect(await make(delphine, personId, { kind: 'need', text: 'x' })).toMatchObject({ status: 409, body: { type: 'urn:onestory:suggestion.noPlan' } });
    const [hidden, missing] = [await make(delphine, personId, { item: goal, text: 'x' }), await make(delphine, personId, { item: '00000000-0000-4000-8000-000000000000', text: 'x' })];
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
    const stranger = await work.round.mo.signIn();
    expect((await make(stranger, personId, { item: goal, text: 'x' })).status).toBe(404);
    expect((await stranger.get(at(personId))).status).toBe(404);
    await made(idris, personId, { item: goal, text: 'Sing' });
    expect(await listOf(delphine, personId)).toEqual([]);
  });

  it('I25: it is never wider than its line: what is for some by name, or not for the person, stays so; a narrow one is widened only by an act', async () => {
    const personId = await margery(work.round, jo);
    const member = { namedOrganisationIds: [work.round.trust.id], audience: 'named', forPerson: 'no' };
    const plan = await publish(jo, personId, { ...smallest(), needs: [{ text: 'Help with drink', ...member }] });
    const narrow = await made(idris, personId, { item: plan.needs[0]?.id, text: 'Help with drink, soon', readers: 'plan', forPerson: 'yes' });
    expect(narrow).toMatchObject({ readers: 'writers', visibleToPerson: false });
    const person = await (await letIn(work.app, personId, 'person')).signIn();
    expect(await listOf(person, personId)).toEqual([]);
    await answer(jo, personId, narrow, { answer: 'taken' }).expect(201);

    const quiet = await made(idris, personId, { item: plan.goals[0]?.id, text: 'Sing, but not alone', readers: 'writers', forPerson: 'no' });
    expect(codes((await answer(jo, personId, quiet, { answer: 'taken' })).body)).toEqual(['/opensWider required']);
    await answer(jo, personId, quiet, { answer: 'taken', opensWider: 'yes' }).expect(201);
    const fresh = await made(idris, personId, { kind: 'need', text: 'Somebody to talk to', readers: 'writers', forPerson: 'no' });
    await answer(jo, personId, fresh, { answer: 'taken' }).expect(201);
    const stands = await publishDraft(personId);
    expect(stands.needs.at(-1)).toMatchObject({ text: 'Somebody to talk to', audience: 'named', visibleToPerson: false });
  });

  it('goes on with the plan to a key worker of another organisation, and waits on the Today of whoever stands in', async () => {
    const { personId, goal } = await planned();
    const one = await made(idris, personId, { item: goal, text: 'Only for those who plan', readers: 'writers' });
    const theirs = await anOrganisation(work.app, { name: 'North Team' });
    const pete = await aWorker(work.app, theirs, { name: 'Pete Langridge', keyWorkerTrained: true });
    await addToCircle(jo, personId, { organisationId: theirs.id, membershipId: pete.membershipId, does: 'Coordinates', categories: ['about_me', 'circle', 'plan', 'contacts'] });
    const peteAtWork = await pete.signIn();
    expect((await listOf(peteAtWork, personId)).map(({ id }) => id)).toEqual([]);
    const [lead] = await work.app.sql<{ id: string; case: string }>(`select id, case_id as "case" from key_worker_assignment where person_id = $1 and kind = 'lead'`, [personId]);
    await work.app.sql(`update key_worker_assignment set state = 'ended', ended_at = now(), end_reason = 'handed_over' where id = $1`, [lead?.id]);
    await work.app.sql(
      `insert into key_worker_assignment (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, case_id, membership_id, kind, state, answer_by) values ($1, gen_random_uuid(), $2, 'circle', 'circle', true, $3, 'ui', $4, $5, 'lead', 'proposed', current_date + 2)`,
      [personId, theirs.id, pete.userId, lead?.case, pete.membershipId],
    );
    await work.app.sql(`update key_worker_assignment set state = 'accepted', accepted_at = now() where person_id = $1 and state = 'proposed'`, [personId]);
    await work.app.sql('select refresh_person_access($1)', [personId]);
    expect((await listOf(peteAtWork, personId)).map(({ id }) => id)).toEqual([one.id]);
    const waiting = async (visitor: Visitor) => ((await visitor.get('/api/today')).body as { suggestions: { id: string }[] }).suggestions.map(({ id }) => id);
    expect(await waiting(peteAtWork)).toContain(one.id);
    expect(await waiting(jo)).not.toContain(one.id);
    await answer(peteAtWork, personId, one, { answer: 'not_taken', reason: 'talk_first' }).expect(201);

    const other = await planned();
    const two = await made(idris, other.personId, { item: other.goal, text: 'While Jo is away' });
    const denise = await aWorker(work.app, work.round.council, { name: 'Denise Marchetti' });
    const [open] = await work.app.sql<{ id: string }>('select id from coordination_case where person_id = $1', [other.personId]);
    await work.app.sql(
      `insert into key_worker_assignment (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, case_id, membership_id, kind, state, accepted_at, planned_end) values ($1, gen_random_uuid(), $2, 'circle', 'circle', true, $3, 'ui', $4, $5, 'cover', 'accepted', now(), now() + interval '3 days')`,
      [other.personId, work.round.council.id, denise.userId, open?.id, denise.membershipId],
    );
    const deniseAtWork = await denise.signIn();
    expect(await waiting(deniseAtWork)).toEqual([two.id]);
    await answer(deniseAtWork, other.personId, two, { answer: 'not_taken', reason: 'talk_first' }).expect(201);
  });
});

describe('the person', () => {
  it('asks for a change on their own page, reads the answer there, and takes it back while it waits', async () => {
    const { personId, goal } = await planned();
    const margeryAtHome = await (await letIn(work.app, personId, 'person', { name: 'Margery' })).signIn();
    expect((await margeryAtHome.get('/me')).text).toContain(`/me/suggestions?person=${personId}&amp;item=${goal}`);
    expect(wordsOf((await margeryAtHome.get(`/me/suggestions?item=${goal}`).expect(200)).text)).toContain('Sing the Fauré at Easter, sitting down.');
    const empty = await margeryAtHome.submit(`/me/suggestions/${personId}`, { text: '', readers: 'writers' });
    expect([empty.status, wordsOf(empty.text)]).toEqual([422, expect.stringContaining('Enter what it should say')]);
    expect((await margeryAtHome.submit(`/me/suggestions/${personId}`, { item: goal, text: 'Sing it at Whitsun', readers: 'writers' }).redirects(0)).status).toBe(303);
    const [mine] = await listOf(margeryAtHome, personId);
    expect(mine).toMatchObject({ voice: 'self', how: 'own_page', author: 'Margery', organisation: null, readers: 'writers', state: 'waiting' });
    // Those who only help read nothing of it; those who write the plan do.
    expect(await listOf(idris, personId)).toEqual([]);
    expect((await listOf(jo, personId)).map(({ id }) => id)).toEqual([mine?.id]);
    await answer(jo, personId, mine as SuggestionItem, { answer: 'taken', opensWider: 'yes' }).expect(201);
    await publishDraft(personId);
    expect(wordsOf((await margeryAtHome.get('/me/suggestions')).text)).toContain('In version 2');

    const second = await made(margeryAtHome, personId, { kind: 'need', text: 'Somebody to sing with', readers: 'plan' });
    expect((await listOf(idris, personId)).map(({ id }) => id)).toEqual([second.id]);
    expect((await margeryAtHome.submit(`/me/suggestions/${personId}/${second.id}/withdrawal`, { _version: String(second.version) }).redirects(0)).status).toBe(303);
    expect((await listOf(jo, personId)).find(({ id }) => id === second.id)?.state).toBe('withdrawn');
  });

  it('reads and takes back what somebody wrote down for them; a family carer asks for nothing in their name', async () => {
    const { personId, goal } = await planned();
    const said = await made(idris, personId, { item: goal, text: 'Sing at home', saidBy: 'person', how: 'face_to_face' });
    const margeryAtHome = await (await letIn(work.app, personId, 'person')).signIn();
    expect(wordsOf((await margeryAtHome.get('/me/suggestions')).text)).toContain('You, face to face, written down by Idris Vaughan, Marl Valley Trust');
    await withdraw(margeryAtHome, personId, said).expect(201);
    const halina = await (await letIn(work.app, personId, 'carer', { categories: ['plan'] })).signIn();
    expect((await make(halina, personId, { kind: 'need', text: 'x' })).status).toBe(403);
    expect((await halina.get('/me/suggestions')).status).toBe(403);
    expect((await halina.get('/me')).text).not.toContain('/me/suggestions');
  });
});

it('I23: what a discreet helper suggests is known to those only who know of them, and refused where nobody who writes the plan does', async () => {
  const { personId, goal } = await planned();
  const circle = await work.round.anita.signIn();
  const member = { organisationId: work.round.havenRow.id, membershipId: work.round.anita.membershipId, does: 'Advises', categories: ['identity', 'circle', 'plan', 'contacts'] };
  await addToCircle(jo, personId, member);
  const one = await made(circle, personId, { item: goal, text: 'Sing where nobody follows', readers: 'plan' });
  expect((await listOf(jo, personId)).map(({ id }) => id)).toEqual([one.id]);
  expect(await listOf(idris, personId)).toEqual([]);
  await workThrough(work.app);
  expect((await told(idris)).filter((notice) => notice.personId === personId && notice.kind.startsWith('plan-suggestion'))).toEqual([]);
  expect((await idris.get(page(personId, `/${one.id}`))).status).toBe(404);
  await work.app.sql(`update relationship set sealed_to = array[$2]::uuid[] where person_id = $1 and discreet`, [personId, work.round.anita.userId]);
  expect(await make(circle, personId, { item: goal, text: 'Sing elsewhere' })).toMatchObject({ status: 409, body: { type: 'urn:onestory:suggestion.nobody' } });
});
