import { type Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { fileFrom } from '../support/pdf';
import { aService } from '../support/services';
import { wordsOf } from './people';
import { addToCircle, startRound, margery, write, type RoundAtWork } from './round';
import { publish } from './plans';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

const stop = (visitor: Visitor, personId: string, version = 0) => visitor.send('post', `/api/people/${personId}/sharing/stop`, { how: 'phone', spokeAlone: 'yes' }).set('If-Match', `"${version}"`);
const agree = (visitor: Visitor, personId: string, version: number) =>
  visitor.send('post', `/api/people/${personId}/sharing/conversations`, { answer: 'yes', how: 'phone', spokeAlone: 'yes', capacity: 'can_decide' }).set('If-Match', `"${version}"`);

describe('When a person wants sharing to stop', () => {
  it('the page says in plain words what follows, asks how it was said, and then it holds', async () => {
    const personId = await margery(round, jo);
    expect(wordsOf((await jo.get(`/people/${personId}/sharing/stop`).expect(200)).text)).toMatch(/No organisation that was let in opens the record any more.*Nothing is deleted.*Nobody is added again before/);
    expect(wordsOf((await jo.submit(`/people/${personId}/sharing/stop`, { _version: '0', how: 'phone' }).expect(422)).text)).toContain('Choose whether they spoke alone');
    await jo.submit(`/people/${personId}/sharing/stop`, { _version: '0', how: 'phone', spokeAlone: 'yes', words: 'Enough' }).expect(303);
    expect(wordsOf((await jo.get(`/people/${personId}/sharing`).expect(200)).text)).toMatch(/Stop sharing.*Enough.*It has stopped/);
    await idris.get(`/people/${personId}`).expect(404);
  });

  it('a page that was open, JSON, the PDF and a queued job show nothing to whoever was let in; what each wrote is still there', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    const note = await write(idris, personId, { text: 'Ours', audience: 'internal' });
    await workThrough(app);
    const open = ['', '/timeline', '/plan', '/circle', '/sharing'].map((rest) => `/people/${personId}${rest}`);
    const json = ['', '/timeline', '/care-plan', '/circle', '/sharing', '/changes?since=2020-01-01T00:00:00Z'].map((rest) => `/api/people/${personId}${rest}`);
    for (const address of [...open, ...json]) await idris.get(address).expect(200);
    await fileFrom(idris.get(`/people/${personId}/plan/pdf`)).expect(200);
    // Waits in the queue: two are to be told that they were named, and of a new colleague.
    await addToCircle(jo, personId, { organisationId: round.trust.id, membershipId: round.priya.membershipId, does: 'Exercises', categories: ['circle', 'contacts'] });
    await stop(jo, personId).expect(204);
    for (const address of [...open, ...json, `/people/${personId}/plan/pdf`]) expect([address, (await idris.get(address)).status]).toEqual([address, 404]);
    await idris.submit(`/people/${personId}/contact-notes`, { text: 'Late', about: 'person', audience: 'circle' }).expect(404);
    for (const list of ['/caseload', '/today', '/api/caseload', '/caseload.csv']) expect((await idris.get(list)).text).not.toContain(personId);
    await workThrough(app);
    for (const reader of [idris, await round.priya.signIn(), delphine]) expect((await reader.get('/api/notices').expect(200)).text).not.toContain(personId);
    expect(await app.sql('select 1 from notice where person_id = $1 and recipient_id = $2', [personId, round.priya.userId])).toEqual([]);
    expect(await app.sql('select text from contact_note where id = $1', [note.id])).toEqual([{ text: 'Ours' }]);
    await jo.get(`/people/${personId}`).expect(200);
  });

  it('said to a partner, it ends that partner’s own access with everybody’s; who helps discreetly stays until somebody who knows of them writes it down', async () => {
    const personId = await margery(round, jo);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['contacts'] });
    const anita = await round.anita.signIn();
    await anita.get(`/people/${personId}`).expect(200);
    const { headers } = await idris.submit(`/people/${personId}/sharing/stop`, { _version: '0', how: 'face_to_face', spokeAlone: 'yes' }).expect(303);
    expect(headers['location']).toBe('/caseload');
    for (const helper of [idris, delphine]) await helper.get(`/people/${personId}`).expect(404);
    await anita.get(`/people/${personId}`).expect(200);
    await stop(jo, personId, 1).expect(204);
    await anita.get(`/people/${personId}`).expect(404);
  });

  it('whoever helps discreetly writes none of it down, because everybody would read who did', async () => {
    const personId = await margery(round, jo);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['contacts', 'circle'] });
    const anita = await round.anita.signIn();
    await stop(anita, personId).expect(403);
    await agree(anita, personId, 0).expect(403);
    await idris.get(`/people/${personId}`).expect(200);
  });

  it('nobody is added again before they say yes, and a yes lets in again whoever helped', async () => {
    const personId = await margery(round, jo);
    await stop(jo, personId).expect(204);
    await jo.send('post', `/api/people/${personId}/circle`, { organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Repairs', categories: ['contacts'] }).expect(422);
    await agree(jo, personId, 1).expect(201);
    for (const helper of [idris, delphine]) await helper.get(`/people/${personId}`).expect(200);
  });

  it('a referral that was sent before opens nothing when it is accepted after', async () => {
    const personId = await margery(round, jo);
    const serviceId = await aService(app, round.fernlea, { name: 'Repairs' });
    const martin = await round.martin.signIn();
    const sent = (await jo.send('post', `/api/people/${personId}/referrals`, { serviceId, needDomain: 'home', needText: 'A step', whyNow: 'Falls', agreedHow: 'in_person', opens: ['contacts'] }).expect(201)).body as { id: string; version: number };
    await stop(jo, personId).expect(204);
    const accepted = await martin.send('post', `/api/referrals/${sent.id}/acceptance`, { promiseDate: '2030-01-01' }).set('If-Match', `"${sent.version}"`);
    expect(accepted.status).toBeGreaterThanOrEqual(400);
    await martin.get(`/people/${personId}`).expect(404);
  });
});
