import type { WholeReview, ReviewItem } from '../../apps/server/src/reviews/review-item';
import type { Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { aWorker } from '../support/staff';
import { codes, register, wordsOf } from './people';
import { inDays, publish } from './plans';
import { addToCircle, letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

const api = (personId: string, path = ''): string => `/api/people/${personId}/reviews${path}`;
const at = (personId: string, path = ''): string => `/people/${personId}/reviews${path}`;
const parts = (name: string, day: string): Record<string, string> => Object.fromEntries(['year', 'month', 'day'].map((part, n) => [`${name}[${part}]`, day.split('-')[n] ?? '']));
const onDay = (days: number): string => `${inDays(days)}T10:00`;
const plan = (visitor: Visitor, personId: string, body: object = {}) => visitor.send('post', api(personId), { occasion: 'time', mode: 'meeting', startsAt: onDay(7), ...body });
async function planned(personId: string, body: object = {}): Promise<WholeReview> {
  const answer = await plan(jo, personId, body);
  if (answer.status !== 201) throw new Error(`Not planned: ${answer.status} ${answer.text}`);
  return answer.body as WholeReview;
}
const act = (visitor: Visitor, personId: string, { id, version }: ReviewItem, what: string, body: object) => visitor.send('post', api(personId, `/${id}/${what}`), body).set('If-Match', `"${version}"`);
async function asked(personId: string, review: WholeReview, body: object = {}): Promise<WholeReview> {
  const answer = await act(jo, personId, review, 'invitations', { fullPart: 'yes', send: true, ...body });
  if (answer.status !== 200) throw new Error(`Not asked: ${answer.status} ${answer.text}`);
  return answer.body as WholeReview;
}
const seenBy = async (visitor: Visitor, personId: string, { id }: ReviewItem): Promise<WholeReview> => (await visitor.get(api(personId, `/${id}`)).expect(200)).body as WholeReview;
const nextReview = async (personId: string): Promise<string | null> => ((await jo.get(`/api/people/${personId}`)).body as { case: { nextReviewOn: string | null } }).case.nextReviewOn;
const told = async (visitor: Visitor, personId: string): Promise<string[]> => ((await visitor.get('/api/notices')).body as { items: { kind: string; personId: string }[] }).items.filter((one) => one.personId === personId).map(({ kind }) => kind);

describe('planning a review', () => {
  it('is three pages: why, how and when; who is asked, everybody unless it is said why not; and how it stands', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    expect(wordsOf((await jo.get(at(personId))).text)).toContain('Plan a review');
    const form = { occasion: 'time', kind: 'planned', mode: 'meeting', ...parts('dueOn', inDays(90)), ...parts('startsAt', inDays(30)), 'startsAt[time]': '10:00', place: 'The library', countsAs: 'Care Act review', chairName: 'Jo Whitcombe' };
    const wrong = await jo.submit(at(personId, '/new'), { ...form, mode: '' }).expect(422);
    expect([wordsOf(wrong.text).includes('Choose how it is held'), wrong.text.includes('Care Act review')]).toEqual([true, true]);
    const booked = await jo.submit(at(personId, '/new'), form).redirects(0).expect(303);
    const invite = booked.headers['location'] as string;
    const page = wordsOf((await jo.get(invite)).text);
    for (const name of ['Margery', 'Marl Valley Trust', 'Age Well Brackenbridge']) expect(page).toContain(name);
    const partial = await jo.submit(invite, { _version: '2', 'who[0][key]': 'person', 'who[0][invite]': 'yes', 'who[1][key]': `organisation:${round.ageWell.id}`, 'who[1][invite]': 'no', fullPart: 'yes', send: 'yes' }).expect(422);
    expect(wordsOf(partial.text)).toContain('Choose why Age Well Brackenbridge is left out');
    await jo.submit(invite, { _version: '2', fullPart: 'with_support', send: 'yes' }).expect(303);
    const shown = wordsOf((await jo.get(invite.replace('/invite', ''))).text);
    for (const words of ['Everybody is asked', 'Care Act review', 'Age Well Brackenbridge', 'An advocate for Margery', 'Jo Whitcombe arranges it by', 'Call it off']) expect(shown).toContain(words);
    expect(wordsOf((await jo.get(`/people/${personId}`)).text)).toContain('Reviews');
  });

  it('I9: every organisation that helps is asked although nobody spoke of it, and is told; whoever helps in another team, or not at all, finds nothing', async () => {
    const personId = await margery(round, jo);
    const review = await asked(personId, await planned(personId));
    expect(review.invitees.map(({ key, state }) => [key, state])).toEqual([['person', 'invited'], [`organisation:${round.ageWell.id}`, 'invited'], [`organisation:${round.trust.id}`, 'invited']]);
    for (const visitor of [idris, delphine]) expect((await seenBy(visitor, personId, review)).invitees).toHaveLength(3);
    await workThrough(app);
    for (const visitor of [idris, delphine]) expect(await told(visitor, personId)).toContain('review.invited');
    const [hidden, missing] = [await (await round.priya.signIn()).get(api(personId, `/${review.id}`)), await jo.get(api(personId, `/${personId}`))];
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
    expect((await act(idris, personId, review, 'moves', { to: 'cancelled', because: 'No time' })).status).toBe(403);
    expect((await plan(delphine, personId)).status).toBe(403);
    expect(wordsOf((await delphine.get(at(personId, `/${review.id}`))).text)).not.toContain('Call it off');
  });

  it('I9: whoever comes to help after everybody was asked is asked before it begins, or it is said why not; nobody else is told twice', async () => {
    const personId = await margery(round, jo);
    const review = await asked(personId, await planned(personId));
    expect(review.unasked).toEqual([]);
    await addToCircle(jo, personId, { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'The tenancy', categories: ['circle'] });
    const key = `organisation:${round.fernlea.id}`;
    const joined = await seenBy(jo, personId, review);
    expect(joined.unasked).toEqual([{ key, kind: 'organisation', name: 'Fernlea Homes' }]);
    expect((await seenBy(delphine, personId, review)).unasked).toEqual([]);
    const page = wordsOf((await jo.get(at(personId, `/${review.id}`))).text);
    expect([page.includes('Somebody came to help since Not asked yet: Fernlea Homes'), page.includes('Begin the review')]).toEqual([true, false]);
    const begin = (now: WholeReview) => act(jo, personId, now, 'session', {});
    expect((await begin(joined)).body).toMatchObject({ status: 409, type: 'urn:onestory:review.unasked' });
    const all = await asked(personId, joined);
    expect([all.invitees.find((one) => one.key === key)?.state, all.unasked]).toEqual(['invited', []]);
    await workThrough(app);
    expect((await told(delphine, personId)).filter((kind) => kind === 'review.invited')).toHaveLength(1);
    expect((await begin(all)).status).toBe(200);
  });

  it('I9: leaving somebody out keeps the reason where everybody reads it; in confidence it leaves no line, and who is left out finds no review', async () => {
    const personId = await margery(round, jo);
    const [trust, ageWell] = [`organisation:${round.trust.id}`, `organisation:${round.ageWell.id}`];
    const review = await planned(personId);
    expect(codes((await act(jo, personId, review, 'invitations', { fullPart: 'yes', who: [{ key: trust, invite: 'no' }] })).body)).toEqual(['/who/0/because required']);
    const open = await asked(personId, review, { who: [{ key: trust, invite: 'no', because: 'they_asked', words: 'They read the outcome' }] });
    expect((await seenBy(idris, personId, open)).invitees).toContainEqual(expect.objectContaining({ key: trust, state: 'left_out', because: 'they_asked', words: 'They read the outcome' }));
    expect(wordsOf((await delphine.get(at(personId, `/${open.id}`))).text)).toContain('Not asked this time');
    const waits = async (visitor: Visitor): Promise<boolean> => (await visitor.get('/today').expect(200)).text.includes(`/reviews/${open.id}"`);
    expect([await waits(idris), await waits(delphine)]).toEqual([false, true]);
    expect(wordsOf((await idris.get('/reviews')).text)).toContain('You are not asked this time, and can read it');
    expect((await delphine.get(at(personId, `/${open.id}/copy.txt`)).expect(200)).text).toMatch(/NOT ASKED THIS TIME\n- Marl Valley Trust: They asked not to come\. They read the outcome/);
    await act(jo, personId, open, 'moves', { to: 'cancelled', because: 'We begin again' }).expect(200);

    const kept = await asked(personId, await planned(personId), { who: [{ key: ageWell, invite: 'no', because: 'confidential', words: 'Their driver is her former partner' }] });
    expect((await delphine.get(api(personId, `/${kept.id}`))).status).toBe(404);
    expect(((await delphine.get(api(personId))).body as { items: ReviewItem[] }).items.map(({ id }) => id)).not.toContain(kept.id);
    for (const text of [(await idris.get(at(personId, `/${kept.id}`))).text, (await jo.get(at(personId, `/${kept.id}/copy.txt`))).text, (await idris.get(api(personId, `/${kept.id}`))).text]) expect(text).not.toMatch(/Age Well|driver|onfidential/);
    expect((await seenBy(idris, personId, kept)).invitees.map(({ key }) => key)).toEqual(['person', trust]);
    expect((await seenBy(jo, personId, kept)).invitees).toContainEqual(expect.objectContaining({ key: ageWell, because: 'confidential' }));
    await workThrough(app);
    expect((await told(delphine, personId)).filter((kind) => kind === 'review.invited')).toHaveLength(1);
  });

  it('I9: who was left out in confidence stays so whoever of the chair’s organisation goes on with it, also who was asked before, and learns of it from no date and no list', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    const ageWell = `organisation:${round.ageWell.id}`;
    const colleague = await (await aWorker(app, round.council, { name: 'Denise Marchetti', roles: ['practitioner', 'team_manager'] })).signIn();
    const pages = async (): Promise<string[]> => Promise.all([at(personId), `/people/${personId}`, '/reviews', '/caseload'].map(async (path) => wordsOf((await delphine.get(path)).text).replace(/Back to \w+|Notices , \d+ new/g, '')));
    const before = await pages();
    const review = await planned(personId, { startsAt: onDay(3) });
    const first = await asked(personId, review);
    expect((await delphine.get(api(personId, `/${first.id}`))).status).toBe(200);
    const kept = await asked(personId, first, { who: [{ key: ageWell, invite: 'no', because: 'confidential', words: 'She said today whom she fears' }] });
    expect((await seenBy(jo, personId, kept)).invitees.filter(({ key }) => key === ageWell)).toMatchObject([{ state: 'left_out', because: 'confidential' }]);
    const gone = async (): Promise<void> => {
      expect([(await delphine.get(api(personId, `/${kept.id}`))).status, await pages()]).toEqual([404, before]);
      for (const visitor of [idris, colleague]) expect((await visitor.get(at(personId, `/${kept.id}`))).text).not.toMatch(/Age Well|whom she fears|onfiden/);
    };
    await gone();
    await workThrough(app);
    const letters = await told(delphine, personId);

    const form = await colleague.get(at(personId, `/${kept.id}/invite`)).expect(200);
    expect([form.text.includes(ageWell), wordsOf(form.text).includes('Marl Valley Trust')]).toEqual([false, true]);
    const again = (await act(colleague, personId, await seenBy(colleague, personId, kept), 'invitations', { fullPart: 'yes', send: true }).expect(200)).body as WholeReview;
    expect(codes((await act(colleague, personId, again, 'invitations', { fullPart: 'yes', who: [{ key: ageWell, invite: 'yes' }] })).body)).toEqual(['/who/0/key choice']);
    await gone();
    await workThrough(app);
    expect(await told(delphine, personId)).toEqual(letters);
    expect((await seenBy(jo, personId, again)).invitees.filter(({ key }) => key === ageWell)).toMatchObject([{ state: 'left_out', because: 'confidential' }]);
  });

  it('I9: who is left out learns of the review from “who looked” no more than from their page', async () => {
    const personId = await margery(round, jo);
    const carer = await letIn(app, personId, 'carer', { name: 'Halina', categories: ['circle', 'plan', 'access_log'] });
    await app.sql(
      `insert into related_person (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, name, relation, main_carer, emergency_contact, lives_with, may_be_told, user_id)
       values ($1, gen_random_uuid(), $2, 'circle', 'circle', true, $3, 'system', 'Halina', 'niece', true, false, false, '{}', $4)`, [personId, round.council.id, round.jo.userId, carer.userId]);
    const halina = await carer.signIn();
    const log = async (): Promise<string> => JSON.stringify((await halina.get(`/api/me/${personId}/access-log`)).body) + wordsOf((await halina.get(`/me/access-log?person=${personId}`)).text);
    const review = await planned(personId);
    const [{ key = '' } = {}] = [...(await jo.get(at(personId, `/${review.id}/invite`))).text.matchAll(/value="(?<key>carer:[0-9a-f-]+)"/g)].map(({ groups }) => ({ key: groups?.['key'] }));
    await asked(personId, review, { who: [{ key, invite: 'no', because: 'person_does_not_want' }] });
    expect(await log()).not.toMatch(/review|Review|who is asked/);
  });

  it('I23: whoever helps discreetly is asked, and stands in no line and no count for those who may not know of them', async () => {
    const personId = await margery(round, jo);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['circle'] });
    const review = await asked(personId, await planned(personId));
    expect(review.invitees.map(({ name }) => name)).toContain('Haven Row');
    const anita = await round.anita.signIn();
    expect((await seenBy(anita, personId, review)).invitees.map(({ name }) => name)).toContain('Haven Row');
    for (const path of [at(personId), at(personId, `/${review.id}`), api(personId, `/${review.id}`), `/people/${personId}/timeline`]) expect((await idris.get(path)).text).not.toMatch(new RegExp(`Haven Row|${round.havenRow.id}`));
    expect((await seenBy(idris, personId, review)).invitees).toHaveLength(3);
    const other = await aWorker(app, round.council, { name: 'Sam Reed' });
    expect((await seenBy(await other.signIn(), personId, review)).invitees).toHaveLength(3);
  });

  it('I29: whoever may have done harm is never proposed: no family member, and no organisation of which only they help', async () => {
    const personId = await register(jo);
    await jo.send('post', `/api/people/${personId}/case`, { reason: 'Falls', keyWorkerMembershipId: round.jo.membershipId }).expect(201);
    await addToCircle(jo, personId, { organisationId: round.ageWell.id, membershipId: round.delphine.membershipId, does: 'Lunch', categories: ['circle'] });
    const carer = await letIn(app, personId, 'carer', { name: 'Ray' });
    await app.sql(
      `insert into related_person (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, name, relation, main_carer, emergency_contact, lives_with, may_be_told, user_id)
       select $1, gen_random_uuid(), $2, 'circle', 'circle', true, $3, 'system', name, 'son', true, false, false, '{}', id from (values ('Ray Dunn', $4::uuid), ('Cara Dunn', null)) as family (name, id)`,
      [personId, round.council.id, round.jo.userId, carer.userId]);
    const names = async (): Promise<string[]> => {
      const [review] = ((await jo.get(api(personId))).body as { items: ReviewItem[] }).items;
      return [...(await jo.get(at(personId, `/${review?.id}/invite`))).text.matchAll(/name="who\[\d+\]\[key\]" value="([a-z]+)/g)].map((match) => match[1] ?? '');
    };
    await planned(personId);
    expect(await names()).toEqual(['person', 'carer', 'carer', 'organisation']);
    for (const userId of [carer.userId, round.delphine.userId]) {
      await app.sql(`insert into exclusion (person_id, id, user_id, kind, starts, ends, source, created_by) values ($1, gen_random_uuid(), $2, 'alleged_source_of_harm', now(), 'infinity', 'system', $3)`, [personId, userId, round.jo.userId]);
    }
    await app.sql('select refresh_person_access($1)', [personId]);
    expect(await names()).toEqual(['person', 'carer']);
  });

  it('puts what they need to take part down for somebody by name and by a day, and says when it is done', async () => {
    const personId = await margery(round, jo);
    const review = await asked(personId, await planned(personId, { readBy: inDays(5) }), { fullPart: 'no', interpreter: 'Igbo interpreter' });
    const todo = review.invitees.filter(({ toDo }) => toDo !== null);
    expect(todo.map(({ kind, name, toDo }) => [kind, name, toDo?.owner, toDo?.by])).toEqual([['advocate', 'An advocate for Margery', 'Jo Whitcombe', inDays(5)], ['interpreter', 'Igbo interpreter', 'Jo Whitcombe', inDays(5)]]);
    await jo.submit(at(personId, `/${review.id}/found`), { _version: String(review.version), invitee: todo[0]?.id ?? '' }).expect(303);
    expect((await seenBy(jo, personId, review)).invitees.find(({ kind }) => kind === 'advocate')?.toDo?.doneAt).not.toBeNull();
    const supported = await margery(round, jo);
    const withSister = await asked(supported, await planned(supported), { fullPart: 'with_support', supporter: 'Ngozi, her sister' });
    expect(withSister.invitees.map(({ kind }) => kind)).not.toContain('advocate');
    expect(wordsOf((await idris.get(at(supported, `/${withSister.id}`))).text)).toContain('Supported by Ngozi, her sister');
  });
});

describe('a review that is planned', () => {
  it('is overdue no longer once it is booked within four weeks, and due again when it is called off; when it should have been never moves', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    await app.sql('update coordination_case set next_review_on = current_date - 20 where person_id = $1', [personId]);
    await app.sql('update plan_version set next_review_on = $2 where person_id = $1', [personId, inDays(-20)]).catch(() => []);
    const far = await planned(personId, { startsAt: onDay(80) });
    expect([far.dueOn, await nextReview(personId)]).toEqual([inDays(-20), inDays(-20)]);
    const moved = (await act(jo, personId, far, 'moves', { to: 'rescheduled', startsAt: onDay(10), because: 'That was too late' }).expect(200)).body as WholeReview;
    expect([moved.state, moved.dueOn, await nextReview(personId)]).toEqual(['rescheduled', inDays(-20), inDays(10)]);
    await act(jo, personId, moved, 'moves', { to: 'cancelled', because: 'She is on holiday' }).expect(200);
    expect(await nextReview(personId)).toBe(inDays(90));
  });

  it('is moved together with the day to have answered by, which never comes to lie behind the review or in the past', async () => {
    const personId = await margery(round, jo);
    let review = await asked(personId, await planned(personId, { startsAt: onDay(20), readBy: inDays(18) }));
    for (const [to, by] of [[9, 7], [30, 28], [1, 0]] as const) {
      await act(jo, personId, review, 'moves', { to: 'rescheduled', startsAt: onDay(to), because: 'The chair is ill' }).expect(200);
      review = await seenBy(jo, personId, review);
      expect(review.readBy).toBe(inDays(by));
    }
  });

  it('is moved with a reason that everybody who was asked reads, and they are told; the state is written down once', async () => {
    const personId = await margery(round, jo);
    const review = await asked(personId, await planned(personId));
    expect(codes((await act(jo, personId, review, 'moves', { to: 'rescheduled' })).body)).toEqual(['/startsAt required', '/because required']);
    const body = { to: 'rescheduled', startsAt: onDay(12), because: 'The lift is broken' };
    await act(jo, personId, review, 'moves', body).expect(200);
    expect((await act(jo, personId, review, 'moves', body)).status).toBe(412);
    const seen = await seenBy(delphine, personId, review);
    expect([seen.state, seen.because]).toEqual(['contributions_open', 'The lift is broken']);
    await workThrough(app);
    expect(await told(delphine, personId)).toContain('review.moved');
    const moves = await app.sql<{ move: string }>(`select concat_ws(' ', from_state, to_state) as move from state_transition where person_id = $1 and entity = 'Review' order by created_at, id`, [personId]);
    expect(moves.map(({ move }) => move)).toEqual(['due', 'due scheduled', 'scheduled contributions_open', 'contributions_open rescheduled', 'rescheduled contributions_open']);
  });

  it('I20: that could not be held is not overdue: somebody comes back to it by a day, and it is listed as that', async () => {
    const personId = await margery(round, jo);
    await app.sql('update coordination_case set next_review_on = current_date - 3 where person_id = $1', [personId]);
    const review = await asked(personId, await planned(personId, { startsAt: onDay(0) }));
    const paused = (await act(jo, personId, review, 'moves', { to: 'paused_unable', returnBy: inDays(1), because: 'She was asleep' }).expect(200)).body as WholeReview;
    expect([paused.state, paused.returnBy, await nextReview(personId)]).toEqual(['paused_unable', inDays(1), inDays(1)]);
    const page = wordsOf((await jo.get(at(personId, `/${review.id}`))).text);
    expect([page.includes('Could not be held'), page.includes('Overdue')]).toEqual([true, false]);
  });

  it('is one at a time; a due one without a day is booked later; an earlier day makes the case due earlier', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    const due = await planned(personId, { occasion: 'hospital', startsAt: null, dueOn: inDays(14) });
    expect([due.state, due.kind, await nextReview(personId)]).toEqual(['due', 'unplanned', inDays(14)]);
    expect((await plan(jo, personId)).body).toMatchObject({ type: 'urn:onestory:review.open' });
    await jo.submit(at(personId, `/${due.id}/day`), { _version: '1', ...parts('startsAt', inDays(9)), 'startsAt[time]': '14:30' }).expect(303);
    expect([(await seenBy(jo, personId, due)).state, await nextReview(personId)]).toEqual(['scheduled', inDays(9)]);
    expect((await act(jo, personId, { ...due, version: 2 }, 'moves', { to: 'writing_up' })).body).toMatchObject({ type: 'urn:onestory:review.state' });
  });
});
