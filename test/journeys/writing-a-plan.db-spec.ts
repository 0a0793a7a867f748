import { newId } from '@app/kernel';
import { type Visitor } from '../support/app';
import { aWorker, PASSWORD } from '../support/staff';
import { filledIn } from '../support/forms';
import { wordsOf } from './people';
import { draft, inDays, linesOf, linesOn, planOf, publish, smallest, type Plan } from './plans';
import { addToCircle, letIn, startRound, margery, timelineOf, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app.close());

const at = (personId: string, path = ''): string => `/api/people/${personId}/care-plan${path}`;
/** The smallest plan as the form sends it. */
const typed = (more: Record<string, string> = {}): Record<string, string> => {
  const [year = '', month = '', day = ''] = inDays(90).split('-');
  return {
    whatMatters: 'Singing.', 'goals[0][text]': 'Sing at Easter.', 'goals[0][actions][0][what]': 'Practise on the stool', 'goals[0][actions][0][doer]': 'person', 'goals[0][actions][0][dueOn][day]': '',
    'goals[1][text]': '', 'goals[1][actions][0][what]': '', 'needs[0][text]': '', 'needs[0][domain]': 'body', whoToRing: 'Jo, 01632 960010', ifItGoesWrong: 'Ring the same day.',
    'nextReviewOn[day]': day, 'nextReviewOn[month]': month, 'nextReviewOn[year]': year, personView: 'agrees_with_reservations', viewAsked: 'directly', personComment: 'Not the day centre: tried it', ...more,
  };
};
const transitions = (personId: string, entity: string): Promise<{ from: string | null; to: string }[]> =>
  app.sql(`select from_state as from, to_state as to from state_transition where person_id = $1 and entity = $2 order by effective_at, created_at, id`, [personId, entity]);

describe('A key worker writes the minimum useful plan', () => {
  it('in one sitting, on one page: page and JSON hold the same, the case is looked at again with the plan, and the timeline tells it', async () => {
    const personId = await margery(round, jo);
    expect(wordsOf((await jo.get(`/people/${personId}/plan`).expect(200)).text)).toContain('Start the plan');
    await jo.get(`/people/${personId}/plan/draft`).expect(200);
    const done = await jo.submit(`/people/${personId}/plan/draft/publication`, { ...typed(), _version: '0' }).expect(303);
    expect(done.headers['location']).toBe(`/people/${personId}/plan`);
    const page = await jo.get(`/people/${personId}/plan`).expect(200);
    const plan = await planOf(jo, personId);
    expect(wordsOf(page.text)).toMatch(/Version 1 ?, published on .*Singing\..*Sing at Easter\..*Practise on the stool.*Margery agrees, but for something.*Not the day centre: tried it/);
    expect(linesOn(page.text)).toEqual(linesOf(plan));
    expect(plan).toMatchObject({ plan: { label: '1', state: 'published', nextReviewOn: inDays(90), personView: { view: 'agrees_with_reservations', comment: 'Not the day centre: tried it' } }, needs: [] });
    expect((await jo.get(`/api/people/${personId}`)).body).toMatchObject({ case: { nextReviewOn: inDays(90) } });
    expect(await app.sql('select distinct next_review_on::text as day from worklist where person_id = $1', [personId])).toEqual([{ day: inDays(90) }]);
    expect(wordsOf((await jo.get(`/people/${personId}/timeline`)).text)).toContain('Plan published');
  });

  it('and is told in words everything that is missing, each in its box, with what was typed', async () => {
    const personId = await margery(round, jo);
    const page = await jo.submit(`/people/${personId}/plan/draft/publication`, { ...typed({ whoToRing: '', personView: '', 'goals[0][actions][0][doer]': '', 'nextReviewOn[year]': '' }), _version: '0' }).expect(422);
    expect(page.text).toContain('href="#nextReviewOn-year"');
    const next = await jo.submit(`/people/${personId}/plan/draft/publication`, { ...typed({ whoToRing: '', personView: '', 'goals[0][actions][0][doer]': '' }), _version: '0' }).expect(422);
    expect(wordsOf(next.text)).toMatch(/Enter who to ring.*Choose who does “Practise on the stool”.*Choose what they think of the plan/);
    for (const target of ['whoToRing', 'goals-0-actions-0-doer', 'personView']) {
      expect(next.text).toContain(`href="#${target}"`);
      expect(next.text).toContain(`id="${target}"`);
    }
    expect(next.text).toContain('Sing at Easter.');
    expect((await planOf(jo, personId)).draft).toBeNull();
    const { plan } = await draft(jo, personId, { whatMatters: 'x' });
    const answer = await jo.send('post', at(personId, `/drafts/${plan?.id}/publication`)).set('If-Match', `"${plan?.version}"`).expect(422);
    expect((answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual(['/whoToRing', '/ifItGoesWrong', '/goals/0/text', '/nextReviewOn', '/personView']);
  });

  it('keeps a draft to the own organisation until it is published: for everybody else there is none', async () => {
    const personId = await margery(round, jo);
    const { plan } = await draft(jo, personId);
    const missing = newId();
    for (const visitor of [idris, delphine, await (await letIn(app, personId, 'person')).signIn()]) {
      const [hidden, none] = [await visitor.get(at(personId, `/versions/${plan?.id}`)).expect(404), await visitor.get(at(personId, `/versions/${missing}`)).expect(404)];
      expect(hidden.text).toBe(none.text);
      expect(await planOf(visitor, personId)).toMatchObject({ plan: null, goals: [], statements: [], needs: [], draft: null, versions: [] });
    }
    expect(await app.sql(`select 1 from goal where person_id = $1 and (audience <> 'internal' or visible_to_person)`, [personId])).toEqual([]);
  });

  it('asks the person, and takes nobody else’s view for theirs', async () => {
    const personId = await margery(round, jo);
    const faults = async (view: Record<string, unknown>): Promise<string[]> => {
      const open = (await planOf(jo, personId)).draft;
      const written = open
        ? (await jo.send('patch', at(personId, `/drafts/${open.id}`), { viewAsked: null, ...view }).set('If-Match', `"${open.version}"`).expect(200)).body as { plan: { id: string; version: number } }
        : await draft(jo, personId, { ...smallest(), viewAsked: null, ...view });
      const answer = await jo.send('post', at(personId, `/drafts/${written.plan?.id}/publication`)).set('If-Match', `"${written.plan?.version}"`);
      return ((answer.body as { errors?: { pointer: string }[] }).errors ?? []).map(({ pointer }) => pointer);
    };
    expect(await faults({ personView: 'agrees' })).toEqual(['/viewAsked']);
    expect(await faults({ personView: 'does_not_agree', viewAsked: 'with_support' })).toEqual(['/viewSupport']);
    expect(await faults({ personView: 'could_not_give_a_view' })).toEqual(['/viewBecause', '/viewAgainOn']);
    expect(await faults({ personView: 'someone_elses_view_only' })).toEqual(['/viewOf']);
    expect(await faults({ personView: 'someone_elses_view_only', viewOf: 'Tunde', viewAlone: 'no', viewPresent: 'Tunde' })).toEqual([]);
    expect(wordsOf((await idris.get(`/people/${personId}/plan`)).text)).toMatch(/Only somebody else’s view is known\. ?The view is that of Tunde.*Not alone: Tunde was there/);
  });

  it('is looked at again within twelve months, and not yesterday', async () => {
    const personId = await margery(round, jo);
    for (const [nextReviewOn, code] of [[inDays(400), 'plan.reviewTooLate'], [inDays(-1), 'date.past']] as const) {
      const open = (await planOf(jo, personId)).draft ?? (await draft(jo, personId)).draft;
      const now = open ?? (await planOf(jo, personId)).draft;
      const { plan } = (await jo.send('patch', at(personId, `/drafts/${now?.id}`), { nextReviewOn }).set('If-Match', `"${now?.version}"`).expect(200)).body as { plan: { id: string; version: number } };
      const { errors } = (await jo.send('post', at(personId, `/drafts/${plan.id}/publication`)).set('If-Match', `"${plan.version}"`).expect(422)).body as { errors: { code: string }[] };
      expect(errors.map((error) => error.code)).toEqual([code]);
    }
  });

  it('belongs to a case and to those who coordinate: others read it', async () => {
    const personId = await margery(round, jo);
    await idris.send('post', at(personId, '/drafts'), smallest()).expect(403);
    await idris.get(`/people/${personId}/plan/draft`).expect(403);
    expect((await idris.get(`/people/${personId}/plan`).expect(200)).text).not.toContain('/plan/draft');
    const priya = await round.priya.signIn();
    await priya.send('post', at(personId, '/drafts'), smallest()).expect(404);
  });

  it('I3: has one draft and one published version at a time, however often and whoever tries', async () => {
    const personId = await margery(round, jo);
    await draft(jo, personId);
    expect((await jo.send('post', at(personId, '/drafts'), smallest()).expect(409)).body).toMatchObject({ type: 'urn:onestory:plan.draft' });
    const other = await margery(round, jo);
    const both = await Promise.all([1, 2].map(() => jo.send('post', at(other, '/drafts'), smallest())));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await app.sql(`select count(*)::int as n from plan_version where person_id = any ($1) and state = 'draft' group by person_id`, [[personId, other]])).toEqual([{ n: 1 }, { n: 1 }]);
    const open = (await planOf(jo, other)).draft;
    const published = await Promise.all([1, 2].map(() => jo.send('post', at(other, `/drafts/${open?.id}/publication`)).set('If-Match', `"${open?.version}"`)));
    expect(published.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await app.sql(`select state from plan_version where person_id = $1`, [other])).toEqual([{ state: 'published' }]);
  });

  it('input 41: two editors: the second is told, sees both texts, and nothing of either is lost', async () => {
    const personId = await margery(round, jo);
    const { plan } = await draft(jo, personId);
    const path = at(personId, `/drafts/${plan?.id}`);
    const first = (await jo.send('patch', path, { whatMatters: 'From one desk' }).set('If-Match', `"${plan?.version}"`).expect(200)).body as { plan: { version: number } };
    const late = await jo.send('patch', path, { whatMatters: 'From another' }).set('If-Match', `"${plan?.version}"`).expect(412);
    expect(late.body).toMatchObject({ type: 'urn:onestory:version.stale', current: { version: { rowVersion: first.plan.version } } });
    expect(JSON.stringify(late.body)).toContain('From one desk');
    const clash = await jo.submit(`/people/${personId}/plan/draft`, { ...typed({ whatMatters: 'From another' }), _version: String(plan?.version) }).expect(409);
    expect(wordsOf(clash.text)).toContain('Both texts are here');
    expect(clash.text).toContain('From one desk');
    expect(clash.text).toContain('From another');
    const now = /name="_version" value="(\d+)"/.exec(clash.text)?.[1] ?? '';
    await jo.submit(`/people/${personId}/plan/draft`, { ...typed({ whatMatters: 'From another' }), _version: now }).expect(303);
  });

  it('input 41: two who write different things in one draft keep both, on the page without script; where they wrote in the same box each reads the other’s', async () => {
    const personId = await margery(round, jo);
    await draft(jo, personId);
    const page = `/people/${personId}/plan/draft`;
    const opened = (await jo.get(page).expect(200)).text;
    const boxes = filledIn(opened, page);
    await jo.submit(page, { ...boxes, whoToRing: 'Jo, 01632 960011', 'goals[0][why]': 'The altos', 'goals[0][actions][0][what]': 'Practise daily', 'goals[1][text]': 'Sleep', 'goals[1][actions][0][what]': 'Two nights a week', 'goals[1][actions][0][doer]': 'person' }).expect(303);
    const clash = await jo.submit(page, { ...boxes, strengths: 'Keeps the score', 'goals[0][text]': 'Sing at Easter, sitting down', 'goals[0][actions][0][what]': 'Practise on the stool, eight bars' }).expect(409);
    const now = filledIn(clash.text, page);
    expect([now['whoToRing'], now['strengths'], now['goals[0][why]'], now['goals[0][text]'], now['goals[0][actions][0][what]'], Object.values(now).includes('Sleep')]).toEqual(['Jo, 01632 960011', 'Keeps the score', 'The altos', 'Sing at Easter, sitting down', 'Practise on the stool, eight bars', true]);
    expect(wordsOf(clash.text)).toMatch(/Goal 1, step 1: what is done ?: they wrote “Practise daily”/);
    await jo.submit(page, now).expect(303);
    const { goals } = (await jo.get(at(personId, `/drafts/${(await planOf(jo, personId)).draft?.id}`)).expect(200)).body as Plan;
    expect(goals.map(({ text }) => text)).toEqual(['Sing at Easter, sitting down', 'Sleep']);
    expect(goals.map(({ actions }) => actions.map(({ what }) => what))).toEqual([['Practise on the stool, eight bars'], ['Two nights a week']]);
  });

  it('input 41: what was sent when the session had ended is still measured by the version that it was filled from, and takes nothing from whoever wrote meanwhile', async () => {
    const personId = await margery(round, jo);
    await draft(jo, personId);
    const page = `/people/${personId}/plan/draft`;
    const sessions = (await app.sql<{ sid: string }>('select sid from session')).map(({ sid }) => sid);
    const late = await round.jo.signIn();
    const boxes = filledIn((await late.get(page).expect(200)).text, page);
    await app.sql('delete from session where sid <> all ($1)', [sessions]);
    expect((await late.submit(page, { ...boxes, strengths: 'Keeps the score' })).status).toBe(302);
    await jo.submit(page, { ...filledIn((await jo.get(page)).text, page), whoToRing: 'Jo, 01632 960011' }).expect(303);
    await late.readToken('/sign-in');
    await late.submit('/sign-in', { email: round.jo.email, password: PASSWORD }).expect(303);
    const back = filledIn((await late.get(page).expect(200)).text, page);
    expect([back['strengths'], back['_version'], back['_base']]).toEqual(['Keeps the score', boxes['_version'], boxes['_base']]);
    const clash = await late.submit(page, back).expect(409);
    expect(filledIn(clash.text, page)).toMatchObject({ strengths: 'Keeps the score', whoToRing: 'Jo, 01632 960011' });
  });

  it('a plan of 30 goals and 200 steps is written on the page as any other', async () => {
    const personId = await margery(round, jo);
    const goals = Array.from({ length: 30 }, (_g, n) => ({ text: `Goal ${n}`, actions: Array.from({ length: n < 20 ? 7 : 6 }, (_s, m) => ({ what: `Step ${n}.${m}`, doer: 'person' })) }));
    await draft(jo, personId, { ...smallest(), goals });
    const page = `/people/${personId}/plan/draft`;
    const boxes = filledIn((await jo.get(page).expect(200)).text, page);
    expect(Object.keys(boxes).length).toBeGreaterThan(3000);
    await jo.submit(page, { ...boxes, 'goals[29][actions][5][what]': 'The last step of all' }).expect(303);
    expect((await jo.get(at(personId, `/drafts/${(await planOf(jo, personId)).draft?.id}`))).text).toContain('The last step of all');
  });

  it('input 41: a form that was refused for a typing error is still measured by the version that it was filled from', async () => {
    const personId = await margery(round, jo);
    const { plan } = await draft(jo, personId);
    await jo.send('patch', at(personId, `/drafts/${plan?.id}`), { whatMatters: 'Saved meanwhile' }).set('If-Match', `"${plan?.version}"`).expect(200);
    const again = await jo.submit(`/people/${personId}/plan/draft`, { ...typed({ 'nextReviewOn[day]': '31', 'nextReviewOn[month]': '2' }), _version: String(plan?.version) }).expect(422);
    expect(again.text).toContain(`name="_version" value="${plan?.version}"`);
  });

  it('input 42: without a version it is 428, and nothing is written', async () => {
    const personId = await margery(round, jo);
    const { plan } = await draft(jo, personId);
    await jo.send('patch', at(personId, `/drafts/${plan?.id}`), { whatMatters: 'x' }).expect(428);
    await jo.send('post', at(personId, `/drafts/${plan?.id}/publication`)).expect(428);
    expect((await planOf(jo, personId)).plan).toBeNull();
  });

  it('input 19: markup in a plan is text on every page of it', async () => {
    const personId = await margery(round, jo);
    const text = `<script>alert(1)</script> "><img src=x onerror=alert(1)> {{7*7}}`;
    await publish(jo, personId, { ...smallest(), whatMatters: text, goals: [{ text, actions: [{ what: text, doer: 'person' }] }] });
    for (const page of ['', '/print', '/draft', '/small-update']) {
      const html = (await jo.get(`/people/${personId}/plan${page}`).expect(200)).text;
      expect(html).not.toMatch(/<script>alert|<img src=x/);
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    }
  });

  it('discards a draft, which stays on file and leads nowhere', async () => {
    const personId = await margery(round, jo);
    const { plan } = await draft(jo, personId);
    await jo.submit(`/people/${personId}/plan/draft/${plan?.id}/discard`, { _version: String(plan?.version) }).expect(303);
    expect((await planOf(jo, personId)).draft).toBeNull();
    await jo.get(at(personId, `/drafts/${plan?.id}`)).expect(404);
    expect((await transitions(personId, 'PlanVersion')).map(({ to }) => to)).toEqual(['draft', 'discarded']);
    await publish(jo, personId);
    expect((await planOf(jo, personId)).plan?.label).toBe('1');
  });
});

describe('Each reader has the plan as far as they see such things', () => {
  it('I25: what is the own organisation’s, or for some by name, or not for the person, is nowhere for the others: no gap, no count', async () => {
    const personId = await margery(round, jo);
    const open = smallest();
    await publish(jo, personId, {
      ...open,
      needs: [{ text: 'Ours alone', audience: 'internal' }, { text: 'Age Well by name', audience: 'named', namedOrganisationIds: [round.ageWell.id] }, { text: 'Not for her', forPerson: 'no' }, { text: 'Her home', category: 'housing' }],
      goals: [...(open['goals'] as object[]), { text: 'Money goal', category: 'money', actions: [{ what: 'Step about money', doer: 'person', category: 'money' }] }],
    });
    const person = await (await letIn(app, personId, 'person')).signIn();
    const needs = async (visitor: Visitor): Promise<string[]> => (await planOf(visitor, personId)).needs.map(({ text }) => text);
    expect(await needs(jo)).toEqual(['Ours alone', 'Age Well by name', 'Not for her', 'Her home']);
    expect(await needs(idris)).toEqual(['Not for her']);
    expect(await needs(person)).toEqual(['Age Well by name', 'Her home']);
    const page = (await idris.get(`/people/${personId}/plan`).expect(200)).text;
    for (const hidden of ['Ours alone', 'Age Well by name', 'Money goal', 'Step about money']) expect(page).not.toContain(hidden);
    for (const id of linesOn(page)) expect(linesOf(await planOf(idris, personId))).toContain(id);
  });

  it('I25: a step begins for nobody from whom its goal is kept, and is seen by more only where somebody says so', async () => {
    const personId = await margery(round, jo);
    const goal = (more: object, step: object = {}): object => ({ text: 'Be safe at night', ...more, actions: [{ what: 'Ask about a lock', doer: 'person', ...step }] });
    await publish(jo, personId, {
      ...smallest(),
      goals: [goal({ audience: 'internal' }), goal({ audience: 'named', namedOrganisationIds: [round.ageWell.id], forPerson: 'no' }), goal({ category: 'domestic_abuse' }), goal({ audience: 'internal' }, { what: 'Oil the door', audience: 'circle', category: 'plan', forPerson: 'yes' })],
    });
    const person = await (await letIn(app, personId, 'person')).signIn();
    const steps = async (visitor: Visitor): Promise<string[]> => { const { goals, otherActions } = await planOf(visitor, personId); return [...goals.flatMap(({ actions }) => actions), ...otherActions].map(({ what }) => what); };
    expect(await steps(jo)).toEqual(['Ask about a lock', 'Ask about a lock', 'Ask about a lock', 'Oil the door']);
    expect(await steps(idris)).toEqual(['Oil the door']);
    expect(await steps(delphine)).toEqual(['Ask about a lock']);
    expect(await steps(person)).toEqual(['Ask about a lock', 'Oil the door']);
    const form = (await jo.get(`/people/${personId}/plan/draft`).expect(200)).text;
    expect(wordsOf(form)).toContain('(seen like its goal)');
  });

  it('who sees no plans sees what of it is meant for them, and the same sentence as everybody', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId, { ...smallest(), needs: [{ text: 'Somebody to eat with', category: 'circle' }] });
    expect(await planOf(delphine, personId)).toMatchObject({ plan: null, versions: [], needs: [{ text: 'Somebody to eat with' }], goals: [] });
    const page = wordsOf((await delphine.get(`/people/${personId}/plan`).expect(200)).text);
    expect(page).toMatch(/You see: .* Others may hold more; ask Jo Whitcombe/);
    expect(page).not.toMatch(/Version 1|agrees/);
  });

  it('a step is given to somebody who can see it, or not at all', async () => {
    const personId = await margery(round, jo);
    const form = (await jo.get(`/people/${personId}/plan/draft`)).text;
    const member = /<option value="([0-9a-f-]{36})"[^>]*>\s*Delphine Carter/.exec(form)?.[1] ?? '';
    const step = (more: object) => ({ ...smallest(), goals: [{ text: 'x', actions: [{ what: 'Bring her', doer: member, ...more }] }] });
    expect((await jo.send('post', at(personId, '/drafts'), step({})).expect(422)).body).toMatchObject({ errors: [{ pointer: '/goals/0/actions/0/doer', code: 'doer.cannotSee' }] });
    expect((await jo.send('post', at(personId, '/drafts'), step({ doer: newId() })).expect(422)).body).toMatchObject({ errors: [{ code: 'choice' }] });
    await publish(jo, personId, step({ audience: 'named', namedOrganisationIds: [round.ageWell.id] }));
    expect((await planOf(delphine, personId)).otherActions.map(({ what }) => what)).toEqual(['Bring her']);
  });

  it('a step is given by name to a colleague who helps too, and whoever of them writes next reads the name', async () => {
    const personId = await margery(round, jo);
    const pete = await aWorker(app, round.council, { name: 'Pete Langridge' });
    await addToCircle(jo, personId, { organisationId: round.council.id, membershipId: pete.membershipId, does: 'The grant', categories: ['plan'] });
    await draft(jo, personId, { ...smallest(), goals: [{ text: 'A dry room', actions: [{ what: 'Ask about the grant', doer: pete.membershipId }, { what: 'Ring the landlord', doer: round.jo.membershipId }] }] });
    const page = (await (await pete.signIn()).get(`/people/${personId}/plan/draft`).expect(200)).text;
    expect([...page.matchAll(/<option value="[^"]*" selected[^>]*>\s*([^<]*?)\s*</g)].map((match) => match[1]).filter((text) => text?.includes('Council'))).toEqual([expect.stringContaining('Pete Langridge'), expect.stringContaining('Jo Whitcombe')]);
    expect(page).not.toContain('As before');
  });

  it('the person reads it on their own page, and a family carer what was agreed: never what was said about the plan', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId, { ...smallest(), personComment: 'Duncan must not decide', viewPresent: 'Duncan', viewAlone: 'no' });
    const person = await (await letIn(app, personId, 'person')).signIn();
    const carer = await (await letIn(app, personId, 'carer', { categories: ['plan'] })).signIn();
    expect(wordsOf((await person.get('/me').expect(200)).text)).toMatch(/My plan.*Singing, and being at home.*Sing the Fauré/);
    expect(await planOf(person, personId)).toMatchObject({ plan: { personView: { comment: 'Duncan must not decide' } } });
    expect(await planOf(carer, personId)).toMatchObject({ plan: { label: '1', personView: null }, goals: [{ text: 'Sing the Fauré at Easter, sitting down.' }] });
    const page = (await carer.get('/me').expect(200)).text;
    expect(page).toContain('Sing the Fauré');
    expect(page).not.toContain('Duncan');
    expect((await timelineOf(carer, personId)).ids).not.toEqual([]);
  });

  it('a hidden person and one who does not exist answer the same at every address of the plan, byte for byte', async () => {
    const personId = await margery(round, jo);
    const published = await publish(jo, personId);
    const priya = await round.priya.signIn();
    const addresses = (id: string): string[] => ['plan', 'plan/print', 'plan/changes', 'plan/draft', 'plan/small-update', `plan/versions/${published.plan?.id}`, `plan/actions/${published.goals[0]?.actions[0]?.id}`].map((page) => `/people/${id}/${page}`)
      .concat([at(id), at(id, '/changes'), at(id, `/versions/${published.plan?.id}`)]);
    const missing = newId();
    for (const [index, address] of addresses(personId).entries()) {
      const hidden = await priya.get(address).expect(404);
      expect(hidden.text.replaceAll(personId, '')).toBe((await priya.get(addresses(missing)[index] ?? '').expect(404)).text.replaceAll(missing, ''));
    }
  });
});
