import { type Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { fileFrom, wordsIn } from '../support/pdf';
import { codes, wordsOf } from './people';
import { inDays, publish } from './plans';
import { addToCircle, letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

/** Somebody whom Jo leads, at home on their own page. */
async function atHome(): Promise<{ personId: string; person: Visitor }> {
  const personId = await margery(round, jo);
  return { personId, person: await (await letIn(app, personId, 'person')).signIn() };
}
const carerOf = async (personId: string): Promise<Visitor> => (await letIn(app, personId, 'carer', { categories: ['plan', 'circle', 'contacts'] })).signIn();
const noticesOf = async (visitor: Visitor): Promise<string> => (await visitor.get('/api/notices').expect(200)).text;

describe('A person who stops sharing on their own page', () => {
  it('reads in plain words what follows, and from the next request nobody who was let in opens anything', async () => {
    const { personId, person } = await atHome();
    expect((await person.get('/me').expect(200)).text).toContain(`href="/me/${personId}/stop"`);
    expect(wordsOf((await person.get(`/me/${personId}/stop`).expect(200)).text)).toMatch(/No organisation that was let in opens your record any more.*Nothing is deleted.*Help itself does not end.*Nobody is added again before you say yes/);
    await person.submit(`/me/${personId}/stop`, { spokeAlone: 'yes', words: 'Enough' }).expect(303);
    for (const helper of [idris, delphine]) await helper.get(`/people/${personId}`).expect(404);
    expect(wordsOf((await person.get('/me').expect(200)).text)).toMatch(/What I agreed.*Stop sharing.*Enough.*On their own page/);
  });

  it('is written down like a stop that was said to somebody: who was there, for the organisation that registered them, which hears of it', async () => {
    const { personId, person } = await atHome();
    await person.send('post', `/api/me/${personId}/stop`, { spokeAlone: 'no', present: 'My son' }).expect(204);
    const { agreed, asks } = (await jo.get(`/api/people/${personId}/sharing`).expect(200)).body as { agreed: object; asks: boolean };
    expect([agreed, asks]).toEqual([expect.objectContaining({ answer: 'stop', how: 'online', spokeAlone: false, present: 'My son' }), true]);
    expect(wordsOf((await jo.get(`/people/${personId}/sharing`).expect(200)).text)).toMatch(/On their own page.*No: somebody else was there.*My son/);
    await workThrough(app);
    expect(await noticesOf(jo)).toContain('sharing.stopped');
    for (const helper of [idris, delphine]) expect(await noticesOf(helper)).not.toContain(personId);
  });

  it('leaves alone whoever helps discreetly: another may hold the telephone, and nothing shows that somebody stayed', async () => {
    const { personId, person } = await atHome();
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['contacts'] });
    const anita = await round.anita.signIn();
    await person.send('post', `/api/me/${personId}/stop`, { spokeAlone: 'no' }).expect(204);
    await anita.get(`/people/${personId}`).expect(200);
    expect((await person.get('/me').expect(200)).text).not.toMatch(/Haven Row|Anita/);
  });

  it('is told what is missing; a family carer and anybody else stops nothing in their place', async () => {
    const { personId, person } = await atHome();
    expect(wordsOf((await person.submit(`/me/${personId}/stop`, { words: 'Enough' }).expect(422)).text)).toMatch(/Choose whether you are alone.*Enough/);
    const carer = await carerOf(personId);
    for (const path of [`/me/${personId}/stop`, `/me/${personId}/talk`, `/me/${personId}/plan-view`]) {
      await carer.get(path).expect(404);
      await carer.submit(path, { spokeAlone: 'yes', view: 'agrees' }).expect(404);
    }
    expect((await carer.get('/me').expect(200)).text).not.toMatch(/Stop sharing|talk about who may see/);
    await idris.get(`/people/${personId}`).expect(200);
  });
});

describe('A person who asks to talk about who may see what', () => {
  it('is asked back: the key worker is told and reads it where it is recorded, until a conversation has been', async () => {
    const { personId, person } = await atHome();
    await person.submit(`/me/${personId}/talk`, { spokeAlone: 'yes', words: 'After six' }).expect(303);
    expect(wordsOf((await person.get('/me').expect(200)).text)).toMatch(/You asked on .* to talk about it/);
    await workThrough(app);
    expect(await noticesOf(jo)).toContain('sharing.talk-asked');
    expect(wordsOf((await jo.get(`/people/${personId}/sharing`).expect(200)).text)).toMatch(/Margery asks to talk about this.*They were alone.*After six/);
    expect((await jo.get(`/api/people/${personId}/sharing`).expect(200)).body).toMatchObject({ talkAsked: { words: 'After six', spokeAlone: true, present: null } });
    const again = await person.submit(`/me/${personId}/talk`, { spokeAlone: 'yes' }).expect(409);
    expect(wordsOf(again.text)).toContain('You have asked already');
    await jo.send('post', `/api/people/${personId}/sharing/conversations`, { answer: 'yes', how: 'phone', spokeAlone: 'yes', capacity: 'can_decide' }).set('If-Match', '"0"').expect(201);
    expect((await jo.get(`/api/people/${personId}/sharing`).expect(200)).body).toMatchObject({ talkAsked: null });
    expect((await person.get('/api/me/page').expect(200)).body).toMatchObject({ talkAskedAt: null });
    await person.send('post', `/api/me/${personId}/talk`, { spokeAlone: 'yes' }).expect(204);
  });
});

describe('What a person says of a plan that is published', () => {
  interface Said { view: string; how: string; comment: string | null; alone: boolean; saidBy: string }
  const viewsOf = async (visitor: Visitor, personId: string): Promise<Said[]> => ((await visitor.get(`/api/people/${personId}/care-plan`).expect(200)).body as { views: Said[] }).views;

  it('stands beside it for everybody who reads it, on the page, printed and in the PDF, and the key worker is told; the version does not change', async () => {
    const { personId, person } = await atHome();
    await publish(jo, personId);
    const [before] = await app.sql(`select content_hash, row_version, person_view from plan_version where person_id = $1 and state = 'published'`, [personId]);
    expect((await person.get('/me').expect(200)).text).toContain(`href="/me/${personId}/plan-view"`);
    expect(wordsOf((await person.get(`/me/${personId}/plan-view`).expect(200)).text)).toMatch(/What do you think of the plan\?.*Are you alone as you answer\?/);
    await person.submit(`/me/${personId}/plan-view`, { view: 'agrees_with_reservations', comment: 'Not on Thursdays', spokeAlone: 'yes' }).expect(303);
    const said = /agrees, but for something.*On their own page.*Alone.*Not on Thursdays.*When it was published/;
    for (const path of ['', '/print']) expect(wordsOf((await jo.get(`/people/${personId}/plan${path}`).expect(200)).text)).toMatch(said);
    expect(wordsOf((await person.get('/me').expect(200)).text)).toMatch(said);
    expect(await wordsIn((await fileFrom(jo.get(`/people/${personId}/plan/pdf`)).expect(200)).body as Buffer)).toMatch(/On their own page.*Not on Thursdays/s);
    await workThrough(app);
    expect(await noticesOf(jo)).toContain('care-plan.view-said');
    expect(await app.sql(`select content_hash, row_version, person_view from plan_version where person_id = $1 and state = 'published'`, [personId])).toEqual([before]);
  });

  it('is written down by whoever they say it to, by telephone or on paper; the last comes first, and JSON has the same as the page', async () => {
    const { personId, person } = await atHome();
    await publish(jo, personId);
    await person.send('post', `/api/me/${personId}/plan-view`, { view: 'does_not_agree', spokeAlone: 'no', present: 'My sister' }).expect(201);
    expect((await jo.get(`/people/${personId}/plan`).expect(200)).text).toContain(`href="/people/${personId}/plan/view"`);
    await jo.submit(`/people/${personId}/plan/view`, { view: 'agrees', how: 'phone', spokeAlone: 'yes' }).expect(303);
    expect(await viewsOf(jo, personId)).toEqual([
      expect.objectContaining({ view: 'agrees', how: 'phone', alone: true, saidBy: 'Jo Whitcombe' }), expect.objectContaining({ view: 'does_not_agree', how: 'online', alone: false, present: 'My sister' }),
    ]);
    expect(wordsOf((await jo.get(`/people/${personId}/plan`).expect(200)).text)).toMatch(/By phone, written down by Jo Whitcombe. Spoke alone.*does not agree.*Not alone: My sister was there/);
    expect(codes((await jo.send('post', `/api/people/${personId}/care-plan/views`, { view: 'agrees', how: 'online', spokeAlone: 'yes' }).expect(422)).body)).toEqual(['/how choice']);
    expect(wordsOf((await jo.submit(`/people/${personId}/plan/view`, { comment: 'Well' }).expect(422)).text)).toMatch(/Choose what they think of the plan.*Choose how you talked.*Choose whether they spoke alone/);
  });

  it('is not told to a family carer, nor to who sees nothing of the plan; and there is nothing to say where no plan is', async () => {
    const { personId, person } = await atHome();
    await person.get(`/me/${personId}/plan-view`).expect(404);
    await person.send('post', `/api/me/${personId}/plan-view`, { view: 'agrees', spokeAlone: 'yes' }).expect(404);
    await jo.get(`/people/${personId}/plan/view`).expect(404);
    await publish(jo, personId);
    await person.send('post', `/api/me/${personId}/plan-view`, { view: 'does_not_agree', comment: 'She decides too much', spokeAlone: 'yes' }).expect(201);
    const carer = await carerOf(personId);
    expect((await carer.get('/me').expect(200)).text).not.toContain('She decides too much');
    expect(await viewsOf(carer, personId)).toEqual([]);
    expect(await viewsOf(delphine, personId)).toEqual([]);
  });

  it('goes on to stand beside a small update, and is not carried to the next version', async () => {
    const { personId, person } = await atHome();
    await publish(jo, personId);
    await person.send('post', `/api/me/${personId}/plan-view`, { view: 'does_not_agree', spokeAlone: 'yes' }).expect(201);
    const { plan } = (await jo.get(`/api/people/${personId}/care-plan`).expect(200)).body as { plan: { version: number } };
    await jo.send('post', `/api/people/${personId}/care-plan/small-updates`, { whoToRing: 'Jo, 01632 960999' }).set('If-Match', `"${plan.version}"`).expect(201);
    expect(await viewsOf(jo, personId)).toHaveLength(1);
    await publish(jo, personId, { personView: 'agrees', viewAsked: 'directly', nextReviewOn: inDays(60) });
    expect(await viewsOf(jo, personId)).toEqual([]);
  });
});
