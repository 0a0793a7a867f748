import type { SharingItem } from '../../apps/server/src/sharing/sharing-item';
import type { Visitor } from '../support/app';
import { codes, wordsOf } from './people';
import { inDays } from './plans';
import { addToCircle, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris } = {} as RoundAtWork;
let fran: Visitor;
beforeAll(async () => {
  ({ app, round, jo, idris } = await startRound());
  fran = await round.fran.signIn();
});
afterAll(() => app?.close());

const martin = () => ({ organisationId: round.fernlea.id, membershipId: round.martin.membershipId, does: 'Mends the boiler', categories: ['identity', 'contacts'] });
const sharingOf = async (visitor: Visitor, personId: string): Promise<SharingItem> => (await visitor.get(`/api/people/${personId}/sharing`).expect(200)).body as SharingItem;
const groundOf = async (visitor: Visitor, personId: string) => (await sharingOf(visitor, personId)).grounds.find(({ organisationId }) => organisationId === round.fernlea.id);
const talked = (personId: string, version: number, said: object) => jo.send('post', `/api/people/${personId}/sharing/conversations`, { answer: 'yes', how: 'phone', spokeAlone: 'yes', capacity: 'can_decide', ...said }).set('If-Match', `"${version}"`);

describe('By what somebody may be told', () => {
  it('is that they help directly, unless something else is chosen; that the person is not told yet stands there until they are', async () => {
    const personId = await margery(round, jo);
    const form = wordsOf((await jo.get(`/people/${personId}/circle/add?organisation=${round.fernlea.id}`).expect(200)).text);
    expect(form).toMatch(/By what they may be told \(they help directly\).*They help directly.*The person said yes.*serious harm.*A court’s order.*When was Margery told\? \(optional\)/);
    await addToCircle(jo, personId, martin());
    expect(await groundOf(jo, personId)).toMatchObject({ authority: 'implied_direct_care', toldOn: null, note: null });
    const read = async (): Promise<string> => wordsOf((await jo.get(`/people/${personId}/sharing`).expect(200)).text);
    expect(await read()).toMatch(/Martin Quill, Fernlea Homes .*Helps directly, the person may expect it; not told yet/);
    const held = async (): Promise<string> => wordsOf((await fran.get(`/people/${personId}/who-has-what`).expect(200)).text);
    expect(await held()).toMatch(/Fernlea Homes Martin Quill .*Helps directly, the person may expect it Told on Not told yet/);
    await talked(personId, 0, {}).expect(201);
    expect(await read()).toMatch(/Martin Quill, Fernlea Homes .*Helps directly, the person may expect it; told on/);
  });

  it('is said in words where it holds without a yes: which duty, what harm, which court, what could not wait, who decided', async () => {
    const personId = await margery(round, jo);
    const at = `/people/${personId}/circle`;
    for (const authority of ['statutory_duty', 'public_interest', 'court_order', 'emergency']) {
      expect(codes((await jo.send('post', `/api${at}`, { ...martin(), authority }).expect(422)).body)).toEqual(['/authorityNote required']);
    }
    expect(codes((await jo.send('post', `/api${at}`, { ...martin(), authority: 'best_interests' }).expect(422)).body)).toEqual(['/authorityNote required', '/lookAgainOn required']);
    const again = (await jo.submit(at, { ...martin(), authority: 'public_interest', authorityNote: '' }).expect(422)).text;
    expect([wordsOf(again).includes('Enter whom serious harm would come to, and which'), again.includes('value="public_interest" checked')]).toEqual([true, true]);
    await jo.submit(at, { ...martin(), authority: 'public_interest', authorityNote: 'She has been found in the road at night' }).expect(303);
    expect(await groundOf(jo, personId)).toMatchObject({ authority: 'public_interest', toldOn: null, note: 'She has been found in the road at night' });
    expect(wordsOf((await jo.get(`/people/${personId}/sharing`).expect(200)).text)).toMatch(/Serious harm or the public interest; not told yet She has been found in the road/);
    // By what stands for all who work with the person; the words for who wrote them, the key worker's and the leads.
    expect(await groundOf(idris, personId)).toMatchObject({ authority: 'public_interest', note: null });
    expect(wordsOf((await fran.get(`/people/${personId}/who-has-what`).expect(200)).text)).toContain('She has been found in the road at night');
    expect((await fran.get(`/people/${personId}/who-has-what.csv`).expect(200)).text).toContain('She has been found in the road at night');
  });

  it('holds also for somebody who wants to be asked each time only where it needs no yes', async () => {
    const personId = await margery(round, jo);
    await talked(personId, 0, { answer: 'ask' }).expect(201);
    const add = (said: object) => jo.send('post', `/api/people/${personId}/circle`, { ...martin(), ...said });
    expect(codes((await add({ authority: 'implied_direct_care' }).expect(422)).body)).toEqual(['/agreed agreed.required']);
    expect(codes((await add({ authority: 'explicit' }).expect(422)).body)).toEqual(['/agreed agreed.required']);
    await add({ authority: 'court_order', authorityNote: 'Family court, 3 March' }).expect(201);
    expect(await groundOf(jo, personId)).toMatchObject({ authority: 'court_order', note: 'Family court, 3 March' });
    // What was refused stays refused, whatever it rests on.
    const other = await margery(round, jo);
    await talked(other, 0, { answer: 'except', exceptions: [{ organisationId: round.fernlea.id, level: 'nothing' }] }).expect(201);
    await jo.send('post', `/api/people/${other}/circle`, { ...martin(), authority: 'emergency', authorityNote: 'The gas leaks' }).expect(201);
    await (await round.martin.signIn()).get(`/people/${other}`).expect(404);
  });

  it('is who decided, and when it is looked at again, where the person cannot decide this', async () => {
    const personId = await margery(round, jo);
    await addToCircle(jo, personId, { ...martin(), authority: 'best_interests', authorityNote: 'Dr Osei and her sister, about repairs', lookAgainOn: inDays(60) });
    expect(await groundOf(jo, personId)).toMatchObject({ authority: 'best_interests', reviewOn: inDays(60), note: 'Dr Osei and her sister, about repairs' });
    // So it is when sharing that was stopped is taken up again.
    await jo.send('post', `/api/people/${personId}/sharing/stop`, { how: 'phone', spokeAlone: 'yes' }).set('If-Match', '"0"').expect(204);
    await talked(personId, 1, { capacity: 'best_interests', decidedBy: 'Dr Osei', lookAgainOn: inDays(30) }).expect(201);
    expect(await groundOf(jo, personId)).toMatchObject({ authority: 'best_interests', note: 'Dr Osei', reviewOn: inDays(30) });
  });
});
