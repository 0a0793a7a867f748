import { newId } from '@app/kernel';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { aWorker } from '../support/staff';
import { wordsOf } from './people';
import { draft, goingOn, inDays, planOf, publish, smallest, stepsGoOn, type Plan } from './plans';
import { addToCircle, aRound, margery, type Round } from './round';

let app: TestApp;
let round: Round;
let jo: Visitor;
let idris: Visitor;

beforeAll(async () => {
  app = await startTestApp();
  round = await aRound(app);
  [jo, idris] = [await round.jo.signIn(), await round.idris.signIn()];
});
afterAll(() => app.close());

const at = (personId: string, path = ''): string => `/api/people/${personId}/care-plan${path}`;
const memberOf = async (personId: string, name: string): Promise<string> => new RegExp(`<option value="([0-9a-f-]{36})"[^>]*>\\s*${name}`).exec((await jo.get(`/people/${personId}/plan/draft`)).text)?.[1] ?? '';
/** A plan whose one step is the nurses'. */
async function nursesPlan(personId: string): Promise<Plan> {
  const nurses = await memberOf(personId, 'District nursing');
  return publish(jo, personId, { ...smallest(), goals: [{ text: 'Sing at Easter', actions: [{ what: 'Dress the leg', doer: nurses, dueOn: inDays(10), daysTimes: 'Mondays' }] }] });
}
const stepOf = (plan: Plan) => plan.goals[0]?.actions[0] as Plan['goals'][0]['actions'][0];
const again = { nextReviewOn: inDays(120), personView: 'agrees', viewAsked: 'directly' };
const move = (visitor: Visitor, personId: string, action: { id: string; version: number }, body: Record<string, unknown>) =>
  visitor.send('post', at(personId, `/actions/${action.id}/progress`), body).set('If-Match', `"${action.version}"`);
/** A nurse of the trust is key worker instead of Jo. */
async function leadInstead(personId: string): Promise<Visitor> {
  const bernadette = await aWorker(app, round.trust, { name: 'Bernadette Coyle', teamIds: [round.nursing], keyWorkerTrained: true });
  const [open] = await app.sql<{ id: string }>('select id from coordination_case where person_id = $1', [personId]);
  await app.sql(`update key_worker_assignment set state = 'ended', ended_at = now(), end_reason = 'handed_over' where person_id = $1`, [personId]);
  await app.sql(
    `insert into key_worker_assignment (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, case_id, membership_id, kind, accepted_at) values ($1, $2, $3, 'circle', 'circle', true, $4, 'ui', $5, $6, 'lead', now())`,
    [personId, newId(), round.trust.id, bernadette.userId, open?.id, bernadette.membershipId],
  );
  return bernadette.signIn();
}
const told = (personId: string, entityId: string): Promise<{ from: string | null; to: string; reason: string | null }[]> =>
  app.sql('select from_state as from, to_state as to, reason from state_transition where person_id = $1 and entity_id = $2 order by effective_at, created_at, id', [personId, entityId]);

describe('I2: a published version never changes', () => {
  it('by no address: the draft that it was is not there any more to write in', async () => {
    const personId = await margery(round, jo);
    const { plan } = await publish(jo, personId);
    const before = (await jo.get(at(personId, `/versions/${plan?.id}`))).text;
    await jo.send('patch', at(personId, `/drafts/${plan?.id}`), { whatMatters: 'x' }).set('If-Match', `"${plan?.version}"`).expect(404);
    await jo.send('post', at(personId, `/drafts/${plan?.id}/publication`)).set('If-Match', `"${plan?.version}"`).expect(404);
    await jo.send('post', at(personId, `/drafts/${plan?.id}/discard`)).set('If-Match', `"${plan?.version}"`).expect(404);
    expect((await jo.get(at(personId, `/versions/${plan?.id}`))).text).toBe(before);
  });

  it('not even by SQL, of whatever role: content, state, rows put in or taken along', async () => {
    const personId = await margery(round, jo);
    const { plan } = await publish(jo, personId);
    for (const role of ['onestory_app', 'onestory_owner', '']) {
      for (const change of [
        `update plan_version set person_comment = 'x' where id = '${plan?.id}'`, `update plan_version set state = 'draft' where id = '${plan?.id}'`, `update plan_version set next_review_on = '2030-01-01' where id = '${plan?.id}'`,
        ...['need', 'goal', 'care_action', 'plan_statement'].flatMap((table) => [`update ${table} set opens_to = 'internal' where version_id = '${plan?.id}'`, `update ${table} set version_id = gen_random_uuid() where version_id = '${plan?.id}'`]),
        `insert into need select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'item_id', gen_random_uuid()))).* from need n where version_id = '${plan?.id}'`,
      ]) {
        await app.sql('begin');
        if (role) await app.sql(`set local role ${role}`);
        const { changed, refused } = await app.sql(`with done as (${change} returning 1) select count(*)::int as n from done`).then(([row]) => ({ changed: (row as { n: number }).n, refused: '' }), (error: Error) => ({ changed: 0, refused: error.message }));
        await app.sql('rollback');
        // A role that sees no rows here changes none; whoever sees them is refused.
        expect([role, change, changed]).toEqual([role, change, 0]);
        if (role === '') expect(refused).toMatch(/does not change|stays there/);
      }
    }
  });

  it('and the hash that is kept of it says so: the same as long as nothing is different', async () => {
    const personId = await margery(round, jo);
    const published = await nursesPlan(personId);
    const hashes = () => app.sql<{ kept: string; now: string }>(`select content_hash as kept, encode(sha256(convert_to(plan_content(person_id, id), 'UTF8')), 'hex') as now from plan_version where id = $1`, [published.plan?.id]);
    const [first] = await hashes();
    expect(first?.now).toBe(first?.kept);
    await move(idris, personId, stepOf(published), { to: 'done' }).expect(201);
    await publish(jo, personId, { ...again, whatMatters: 'Something else' });
    expect(await hashes()).toEqual([first]);
    await app.sql(`do $$ begin set local session_replication_role = replica; update goal set text = 'Tampered' where version_id = '${published.plan?.id}'; end $$`);
    expect((await hashes())[0]?.now).not.toBe(first?.kept);
  });
});

describe('A plan is revised', () => {
  it('into a draft with everything in it, which becomes the next version; the one before is kept as it was, and readers see what has changed', async () => {
    const personId = await margery(round, jo);
    const first = await publish(jo, personId);
    for (const reader of [idris, jo]) expect(await planOf(reader, personId)).toMatchObject({ plan: { label: '1' }, readBefore: null });
    const open = await draft(jo, personId, { goals: [...goingOn(first), { text: 'A dry bedroom', noActionBecause: 'The grant is not decided' }], changeSummary: 'The bedroom came up' });
    expect(open.goals.map(({ id }) => id)[0]).toBe(first.goals[0]?.id);
    expect(await planOf(idris, personId)).toMatchObject({ plan: { label: '1' } });
    const now = await jo.send('patch', at(personId, `/drafts/${open.plan?.id}`), again).set('If-Match', `"${open.plan?.version}"`).expect(200);
    await jo.send('post', at(personId, `/drafts/${open.plan?.id}/publication`)).set('If-Match', `"${(now.body as Plan).version}"`).expect(201);
    const page = wordsOf((await idris.get(`/people/${personId}/plan`).expect(200)).text);
    expect(page).toMatch(/Version 2 ?, published on .* You read version 1\. See what has changed/);
    expect((await planOf(jo, personId)).readBefore).toBeNull();
    expect(await planOf(idris, personId)).toMatchObject({ plan: { label: '2' }, readBefore: null });
    const changes = (await idris.get(at(personId, `/changes?since=${first.plan?.id}`)).expect(200)).body as { items: { what: string; title: string }[] };
    expect(changes.items.map(({ what, title }) => [what, title])).toEqual([['added', 'A dry bedroom']]);
    expect(wordsOf((await idris.get(`/people/${personId}/plan/changes?since=${first.plan?.id}`)).text)).toMatch(/From version 1 .* to version 2 .*The bedroom came up.*New: Goal: A dry bedroom/);
    expect((await idris.get(at(personId, `/versions/${first.plan?.id}`)).expect(200)).body).toMatchObject({ plan: { label: '1', state: 'superseded' }, goals: [{ text: first.goals[0]?.text }] });
    expect((await planOf(jo, personId)).versions.map(({ label }) => label)).toEqual(['2', '1']);
  });

  it('and what has changed in a first version is said in words: there was none before', async () => {
    const personId = await margery(round, jo);
    const first = await publish(jo, personId);
    expect(wordsOf((await idris.get(`/people/${personId}/plan/changes`).expect(200)).text)).toMatch(/This is the first version It was published on .* Read the plan/);
    expect((await idris.get(at(personId, '/changes')).expect(200)).body).toMatchObject({ from: null, to: { id: first.plan?.id }, items: [] });
    await idris.get(`/people/${await margery(round, jo)}/plan/changes`).expect(404);
  });

  it('those of the circle who read plans are told, with a way there; whoever wrote it is not, nor who sees no plans', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    await workThrough(app);
    const told = async (visitor: Visitor) => ((await visitor.get('/api/notices').expect(200)).body as { items: { personId: string; kind: string; href: string }[] }).items.filter((one) => one.personId === personId && one.kind === 'care-plan.published').map(({ href }) => href);
    expect(await told(idris)).toEqual([`/people/${personId}/plan`]);
    expect(await told(jo)).toEqual([]);
    expect(await told(await round.delphine.signIn())).toEqual([]);
  });

  it('asks the person anew: what they thought of the version before is not what they think of this one', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    const { plan } = await draft(jo, personId, {});
    expect(plan?.personView).toMatchObject({ view: null, comment: null });
    const { errors } = (await jo.send('post', at(personId, `/drafts/${plan?.id}/publication`)).set('If-Match', `"${plan?.version}"`).expect(422)).body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/goals/0/actions/0/goesOn', '/nextReviewOn', '/personView']);
  });

  it('a step that somebody has been asked to do does not vanish: whoever takes it out says why, and that is told once', async () => {
    const personId = await margery(round, jo);
    const first = await nursesPlan(personId);
    const step = stepOf(first);
    const without = (more: object) => [{ item: first.goals[0]?.id, text: 'Sing at Easter', noActionBecause: 'We wait', actions: [{ item: step.id, ...more }] }];
    const refused = await jo.send('post', at(personId, '/drafts'), { ...again, goals: without({ what: '' }) }).expect(422);
    expect(refused.body).toMatchObject({ errors: [{ code: 'action.endReason' }] });
    await publish(jo, personId, { ...again, goals: without({ what: step.what, endsBecause: 'The leg has healed' }) });
    expect((await planOf(jo, personId)).goals[0]?.actions).toEqual([]);
    expect(await told(personId, step.id)).toEqual([{ from: null, to: 'open', reason: null }, { from: 'open', to: 'cancelled', reason: 'The leg has healed' }]);
  });

  describe('each open step of the version before is walked', () => {
    /** Two steps; the draft of the next version, with what publishing asks for besides. */
    async function twoSteps() {
      const personId = await margery(round, jo);
      const first = await publish(jo, personId, { ...smallest(), goals: [{ text: 'Sing at Easter', actions: [{ what: 'Practise', doer: 'person' }, { what: 'Ring the choir', doer: 'person' }] }] });
      const [practise, ring] = first.goals[0]?.actions ?? [];
      const open = await draft(jo, personId, again);
      const say = async (steps: object[]) => (await jo.send('patch', at(personId, `/drafts/${open.plan?.id}`), { goals: [{ item: first.goals[0]?.id, text: 'Sing at Easter', actions: steps }] }).set('If-Match', `"${(await planOf(jo, personId)).draft?.version}"`));
      const publication = async () => jo.send('post', at(personId, `/drafts/${open.plan?.id}/publication`)).set('If-Match', `"${(await planOf(jo, personId)).draft?.version}"`);
      return { personId, say, publication, practise: { item: practise?.id, what: practise?.what }, ring: { item: ring?.id, what: ring?.what } };
    }
    const missing = ({ body }: { body: unknown }) => ((body as { errors?: { pointer: string; code: string }[] }).errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

    it('it goes on, is said in another way, or ends for a reason: until that is said of each, nothing is published', async () => {
      const { personId, say, publication, practise, ring } = await twoSteps();
      expect(missing(await publication())).toEqual(['/goals/0/actions/0/goesOn action.goesOn', '/goals/0/actions/1/goesOn action.goesOn']);
      await say([{ ...practise, goesOn: 'yes' }, ring]);
      expect(missing(await publication())).toEqual(['/goals/0/actions/1/goesOn action.goesOn']);
      await say([practise, { ...ring, what: 'Ring the choir on Mondays' }]);
      expect((await publication()).status).toBe(201);
      expect((await planOf(jo, personId)).goals[0]?.actions.map(({ what }) => what)).toEqual(['Practise', 'Ring the choir on Mondays']);
    });

    it('for each version anew', async () => {
      const { personId, say, publication, practise, ring } = await twoSteps();
      await say([{ ...practise, goesOn: 'yes' }, { ...ring, goesOn: 'yes' }]);
      expect((await publication()).status).toBe(201);
      const { plan } = await draft(jo, personId, again);
      expect(missing(await jo.send('post', at(personId, `/drafts/${plan?.id}/publication`)).set('If-Match', `"${plan?.version}"`))).toEqual(['/goals/0/actions/0/goesOn action.goesOn', '/goals/0/actions/1/goesOn action.goesOn']);
    });

    it('an end needs its reason, and a step that goes on has none', async () => {
      const { say, practise, ring } = await twoSteps();
      expect(missing(await say([{ ...practise, goesOn: 'no' }, { ...ring, goesOn: 'yes', endsBecause: 'She rang' }]))).toEqual(['/goals/0/actions/0/endsBecause action.endReason', '/goals/0/actions/1/goesOn action.goesOn']);
      expect((await say([practise, { ...ring, goesOn: 'no', endsBecause: 'She rang' }])).status).toBe(200);
    });

    it('before the person is asked', async () => {
      const { personId, say, practise, ring } = await twoSteps();
      const open = (await planOf(jo, personId)).draft;
      const asked = (await jo.send('post', at(personId, `/drafts/${open?.id}/opening`)).set('If-Match', `"${open?.version}"`).expect(200)).body as { version: number };
      expect(missing(await jo.send('post', at(personId, `/drafts/${open?.id}/readiness`)).set('If-Match', `"${asked.version}"`))).toEqual(['/goals/0/actions/0/goesOn action.goesOn', '/goals/0/actions/1/goesOn action.goesOn']);
      const { body } = await say([{ ...practise, goesOn: 'yes' }, { ...ring, goesOn: 'yes' }]);
      await jo.send('post', at(personId, `/drafts/${open?.id}/readiness`)).set('If-Match', `"${(body as Plan).version}"`).expect(200);
    });

    it('on the page with two radio buttons each; what is not said is shown in its place, with everything typed', async () => {
      const { personId, practise, ring } = await twoSteps();
      const page = (await jo.get(`/people/${personId}/plan/draft`).expect(200)).text;
      expect([page.match(/Does it go on\?/g)?.length, page.includes('name="goals[0][actions][2][goesOn]"')]).toEqual([2, false]);
      const version = (await planOf(jo, personId)).draft?.version;
      const goal = (await planOf(jo, personId)).goals[0];
      const refused = await jo.submit(`/people/${personId}/plan/draft/publication`, {
        _version: String(version), 'goals[0][item]': goal?.id ?? '', 'goals[0][text]': 'Sing at Whitsun', 'goals[0][actions][0][item]': practise.item ?? '', 'goals[0][actions][0][what]': 'Practise',
        'goals[0][actions][0][goesOn]': 'yes', 'goals[0][actions][1][item]': ring.item ?? '', 'goals[0][actions][1][what]': 'Ring the choir',
      });
      expect([refused.status, wordsOf(refused.text).includes('Say whether “Ring the choir” goes on'), refused.text.includes('Sing at Whitsun'), refused.text.includes('href="#goals-0-actions-1-goesOn"')]).toEqual([422, true, true, true]);
    });

    it('the next time the page asks again, before anything of it is saved', async () => {
      const { personId, say, publication, practise, ring } = await twoSteps();
      await say([{ ...practise, goesOn: 'yes' }, { ...ring, goesOn: 'yes' }]);
      expect((await jo.get(`/people/${personId}/plan/draft`)).text.match(/id="goals-0-actions-[01]-goesOn"[^>]*checked/g)).toHaveLength(2);
      await publication();
      expect((await jo.get(`/people/${personId}/plan/draft`)).text.match(/id="goals-0-actions-[01]-goesOn"[^>]*/g)?.map((radio) => radio.includes('checked'))).toEqual([false, false]);
    });

    it('what is done already is not asked about', async () => {
      const { personId, say, publication, practise, ring } = await twoSteps();
      const [, second] = (await planOf(jo, personId)).goals[0]?.actions ?? [];
      await move(jo, personId, { id: second?.id ?? '', version: second?.version ?? 0 }, { to: 'done' }).expect(201);
      await say([{ ...practise, goesOn: 'yes' }, ring]);
      expect((await publication()).status).toBe(201);
    });
  });

  it('how far a step has got meanwhile is not undone by the draft that was begun before', async () => {
    const personId = await margery(round, jo);
    const first = await nursesPlan(personId);
    const { plan } = await stepsGoOn(jo, personId, await draft(jo, personId, again));
    await move(idris, personId, stepOf(first), { to: 'in_progress' }).expect(201);
    await jo.send('post', at(personId, `/drafts/${plan?.id}/publication`)).set('If-Match', `"${plan?.version}"`).expect(201);
    expect(stepOf(await planOf(jo, personId)).state).toBe('in_progress');
  });

  it('what another coordinator keeps to itself goes on into the next version, unseen and not lost', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId, { ...smallest(), needs: [{ text: 'The council’s own', audience: 'internal' }] });
    const nurse = await leadInstead(personId);
    const mine = await publish(nurse, personId, { ...again, needs: [{ text: 'A need of the nurses' }] });
    expect(mine.needs.map(({ text }) => text)).toEqual(['A need of the nurses']);
    expect((await planOf(jo, personId)).needs.map(({ text }) => text).sort()).toEqual(['A need of the nurses', 'The council’s own']);
    expect(wordsOf((await nurse.get(`/people/${personId}/plan/changes`)).text)).not.toContain('council');
  });
});

describe('A small update', () => {
  it('changes numbers, days, dates and who does what, as version 1.1, with the agreement that there is; it shows as a change', async () => {
    const personId = await margery(round, jo);
    const first = await nursesPlan(personId);
    await planOf(idris, personId);
    const form = (await jo.get(`/people/${personId}/plan/small-update`).expect(200)).text;
    const version = /name="_version" value="(\d+)"/.exec(form)?.[1] ?? '';
    const nurses = await memberOf(personId, 'District nursing');
    const [year = '', month = '', day = ''] = inDays(20).split('-');
    await jo.submit(`/people/${personId}/plan/small-update`, {
      _version: version, changeSummary: 'Idris has a new number', whoToRing: 'Idris, 01632 960111', 'actions[0][item]': stepOf(first).id, 'actions[0][doer]': nurses, 'actions[0][daysTimes]': 'Tuesdays', 'actions[0][dueOn][day]': day, 'actions[0][dueOn][month]': month,
      'actions[0][dueOn][year]': year,
    }).expect(303);
    const now = await planOf(idris, personId);
    expect(now).toMatchObject({ plan: { label: '1.1', changeSummary: 'Idris has a new number', personView: { view: 'agrees' } }, readBefore: { label: '1' }, goals: [{ actions: [{ daysTimes: 'Tuesdays', dueOn: inDays(20), doer: { name: 'District nursing, Marl Valley Trust' } }] }] });
    const changes = wordsOf((await idris.get(`/people/${personId}/plan/changes`)).text);
    expect(changes).toMatch(/A small update: the agreement is the same.*Changed: Who to ring.*is now Idris, 01632 960111.*Changed: Step: Dress the leg.*Days and times: was Mondays, is now Tuesdays/);
  });

  it('changes nothing else, and nothing is published when nothing is different', async () => {
    const personId = await margery(round, jo);
    const first = await publish(jo, personId);
    const update = (body: object) => jo.send('post', at(personId, '/small-updates'), body).set('If-Match', `"${first.plan?.version}"`);
    expect((await update({ whatMatters: 'x' }).expect(422)).body).toMatchObject({ errors: [{ code: 'field.unknown' }] });
    expect((await update({ whoToRing: first.statements.find(({ section }) => section === 'who_to_ring')?.text }).expect(409)).body).toMatchObject({ type: 'urn:onestory:plan.same' });
    await jo.send('post', at(personId, '/small-updates'), { whoToRing: 'x' }).set('If-Match', '"1"').expect(412);
    expect((await planOf(jo, personId)).versions).toHaveLength(1);
  });

  it('reaches the draft that is being worked on meanwhile: publishing it undoes nothing', async () => {
    const personId = await margery(round, jo);
    const first = await nursesPlan(personId);
    await stepsGoOn(jo, personId, await draft(jo, personId, again));
    await jo.send('post', at(personId, '/small-updates'), { whoToRing: 'Idris, 01632 960111', actions: [{ item: stepOf(first).id, daysTimes: 'Fridays' }] }).set('If-Match', `"${first.plan?.version}"`).expect(201);
    const open = (await planOf(jo, personId)).draft;
    await jo.send('post', at(personId, `/drafts/${open?.id}/publication`)).set('If-Match', `"${open?.version}"`).expect(201);
    const now = await planOf(jo, personId);
    expect(now).toMatchObject({ plan: { label: '2' } });
    expect(now.statements.find(({ section }) => section === 'who_to_ring')?.text).toBe('Idris, 01632 960111');
    expect(stepOf(now).daysTimes).toBe('Fridays');
  });
});

describe('A small update of one coordinator, while another has a draft open', () => {
  /** The nurses lead now and have begun a draft; the council, which opened the case, publishes a small update. */
  async function both(update: (step: Plan['goals'][0]['actions'][0]) => object) {
    const personId = await margery(round, jo);
    const first = await nursesPlan(personId);
    const nurse = await leadInstead(personId);
    const { plan } = await stepsGoOn(nurse, personId, await draft(nurse, personId, { ...again, changeSummary: 'Begun before' }));
    await jo.send('post', at(personId, '/small-updates'), update(stepOf(first))).set('If-Match', `"${first.plan?.version}"`).expect(201);
    return { personId, nurse, first, draft: { id: plan?.id ?? '', version: plan?.version ?? 0 } };
  }
  const ring = ({ statements }: Plan) => statements.find(({ section }) => section === 'who_to_ring')?.text;
  const publishDraft = (visitor: Visitor, personId: string, { id, version }: { id: string; version: number }) => visitor.send('post', at(personId, `/drafts/${id}/publication`)).set('If-Match', `"${version}"`);

  it('goes on into the version that the draft becomes, where the draft says nothing else', async () => {
    const { personId, nurse, draft: open } = await both((step) => ({ whoToRing: 'Idris, 01632 960111', actions: [{ item: step.id, daysTimes: 'Fridays' }] }));
    await publishDraft(nurse, personId, open).expect(201);
    const now = await planOf(jo, personId);
    expect([now.plan?.label, ring(now), stepOf(now).daysTimes]).toEqual(['2', 'Idris, 01632 960111', 'Fridays']);
  });

  it('is shown to whoever wrote something else in the same place, with everything that they typed: they decide', async () => {
    const { personId, nurse, draft: open } = await both(() => ({ whoToRing: 'Idris, 01632 960111' }));
    const form = { ...Object.fromEntries([...(await nurse.get(`/people/${personId}/plan/draft`)).text.matchAll(/name="(knowsVersion)" value="([^"]+)"/g)].map(([, name, value]) => [name, value])) };
    const typed = { _version: String(open.version), whoToRing: 'Priya, 01632 960222', whatMatters: 'Choir, typed at length' };
    const refused = await nurse.submit(`/people/${personId}/plan/draft/publication`, typed).expect(422);
    expect(wordsOf(refused.text)).toContain('Version 1.1 says meanwhile: “Idris, 01632 960111”. Put that in, or press the same button again to keep yours');
    expect(refused.text).toContain('Priya, 01632 960222');
    expect(refused.text).toContain('Choir, typed at length');
    expect(ring(await planOf(jo, personId))).toBe('Idris, 01632 960111');
    await nurse.submit(`/people/${personId}/plan/draft/publication`, { ...typed, ...form }).expect(303);
    expect(await planOf(jo, personId)).toMatchObject({ plan: { label: '2' }, statements: expect.arrayContaining([expect.objectContaining({ text: 'Priya, 01632 960222' })]) });
  });

  it('in JSON too: the place is named, and a draft that says which version it has seen is published', async () => {
    const { personId, nurse, draft: open } = await both(() => ({ whoToRing: 'Idris, 01632 960111' }));
    const mine = (await nurse.send('patch', at(personId, `/drafts/${open.id}`), { whoToRing: 'Priya' }).set('If-Match', `"${open.version}"`).expect(200)).body as Plan;
    expect((await publishDraft(nurse, personId, { id: open.id, version: mine.version }).expect(422)).body).toMatchObject({ errors: [{ pointer: '/whoToRing', code: 'plan.moved' }] });
    const known = (await planOf(nurse, personId)).plan?.id;
    const seen = (await nurse.send('patch', at(personId, `/drafts/${open.id}`), { knowsVersion: known }).set('If-Match', `"${mine.version}"`).expect(200)).body as Plan;
    await publishDraft(nurse, personId, { id: open.id, version: seen.version }).expect(201);
    expect(ring(await planOf(jo, personId))).toBe('Priya');
  });

  it('is told of on the page of the draft', async () => {
    const { personId, nurse } = await both(() => ({ whoToRing: 'Idris, 01632 960111' }));
    expect(wordsOf((await nurse.get(`/people/${personId}/plan/draft`).expect(200)).text)).toMatch(/Version 1\.1 was published while this draft was being written.*is now Idris, 01632 960111/);
  });
});

describe('How far a step has got', () => {
  it('is told by those who do it, and shows where the plan is read', async () => {
    const personId = await margery(round, jo);
    const step = stepOf(await nursesPlan(personId));
    expect(wordsOf((await idris.get(`/people/${personId}`).expect(200)).text)).toMatch(/Next steps.*Dress the leg.*District nursing, Marl Valley Trust/);
    await idris.submit(`/people/${personId}/plan/actions/${step.id}`, { to: 'done', reason: '', _version: String(step.version) }).expect(303);
    expect(stepOf(await planOf(jo, personId)).state).toBe('done');
    expect(wordsOf((await jo.get(`/people/${personId}`).expect(200)).text)).not.toContain('Next steps');
    expect(wordsOf((await jo.get(`/people/${personId}/timeline`)).text)).toContain('Step done: Dress the leg');
  });

  it('is not for those who neither wrote the plan nor do the step', async () => {
    const personId = await margery(round, jo);
    const published = await publish(jo, personId);
    expect((await move(idris, personId, stepOf(published), { to: 'done' }).expect(403)).body).toMatchObject({ type: 'urn:onestory:action.forbidden' });
    const naomi = await (await aWorker(app, round.council, { roles: ['advocate'] })).signIn();
    await move(naomi, personId, stepOf(published), { to: 'done' }).expect(403);
    await addToCircle(jo, personId, { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Rent', categories: ['housing'] });
    await move(await round.martin.signIn(), personId, stepOf(published), { to: 'done' }).expect(404);
  });

  it('needs a reason where it is stuck, ends or begins again; and the second of two who tell is told', async () => {
    const personId = await margery(round, jo);
    const step = stepOf(await nursesPlan(personId));
    await move(idris, personId, step, { to: 'blocked' }).expect(422);
    await move(idris, personId, step, { to: 'blocked', reason: 'No dressings' }).expect(201);
    await move(jo, personId, step, { to: 'done' }).expect(412);
    await jo.send('post', at(personId, `/actions/${step.id}/progress`), { to: 'done' }).expect(428);
    const page = await jo.submit(`/people/${personId}/plan/actions/${step.id}`, { to: 'done', reason: 'All healed', _version: String(step.version) }).expect(409);
    expect(wordsOf(page.text)).toMatch(/Somebody told of this meanwhile.*Stuck: No dressings/);
    expect(page.text).toContain('All healed');
    expect((await move(idris, personId, { ...step, version: step.version + 1 }, { to: 'open' }).expect(409)).body).toMatchObject({ type: 'urn:onestory:action.state' });
  });
});
