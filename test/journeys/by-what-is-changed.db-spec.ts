import { newId } from '@app/kernel';
import type { Visitor } from '../support/app';
import { aService } from '../support/services';
import { codes, wordsOf } from './people';
import { inDays } from './plans';
import { addToCircle, letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris } = {} as RoundAtWork;
let [martin, fran] = [] as unknown as [Visitor, Visitor];
beforeAll(async () => {
  ({ app, round, jo, idris } = await startRound());
  [martin, fran] = [await round.martin.signIn(), await round.fran.signIn()];
});
afterAll(() => app?.close());

const NOTE = 'Dr Osei and her sister, about repairs';
const at = (personId: string, organisationId = round.ageWell.id): string => `/people/${personId}/sharing/authority/${organisationId}`;
const change = (visitor: Visitor, personId: string, version: number, command: object, organisationId?: string) =>
  visitor.send('put', `/api${at(personId, organisationId)}`, { because: 'She can no longer say', ...command }).set('If-Match', `"${version}"`);
interface Ground { given: { authority: string; note: string | null; version: number }; changes: { from: string; to: string; because: string; by: string }[] }
const groundOf = async (visitor: Visitor, personId: string, organisationId?: string): Promise<Ground> => (await visitor.get(`/api${at(personId, organisationId)}`).expect(200)).body as Ground;

describe('By what another organisation may be told, on a decision that stands', () => {
  it('is changed with a reason, in the words that it needs, and what stood before stays; what they may see does not change', async () => {
    const personId = await margery(round, jo);
    const before = await app.sql('select scope_id, categories, until from person_access where person_id = $1 order by scope_id', [personId]);
    expect((await jo.get(`/people/${personId}/sharing`).expect(200)).text).toContain(`href="${at(personId)}"`);
    expect(codes((await change(jo, personId, 1, { authority: 'best_interests' }).expect(422)).body)).toEqual(['/authorityNote required', '/lookAgainOn required']);
    const wrong = (await jo.submit(at(personId), { _version: '1', authority: 'best_interests', authorityNote: NOTE }).expect(422)).text;
    expect(wordsOf(wrong)).toContain('Enter why you change it');
    expect(wrong).toContain(NOTE);
    await change(jo, personId, 1, { authority: 'best_interests', authorityNote: NOTE, lookAgainOn: inDays(60) }).expect(204);
    await change(jo, personId, 1, { authority: 'explicit' }).expect(412);
    await change(jo, personId, 2, { authority: 'explicit', because: 'She can say again' }).expect(204);
    const { given, changes } = await groundOf(jo, personId);
    expect(given).toMatchObject({ authority: 'explicit', note: null, version: 3 });
    expect(changes.map(({ from, to, because, by }) => [from, to, because, by])).toEqual([['best_interests', 'explicit', 'She can say again', 'Jo Whitcombe'], ['implied_direct_care', 'best_interests', 'She can no longer say', 'Jo Whitcombe']]);
    expect(wordsOf((await jo.get(at(personId)).expect(200)).text)).toMatch(/What it rested on before.*Decided in their best interests; not told yet Dr Osei and her sister, about repairs.*She can say again/);
    expect(await app.sql('select scope_id, categories, until from person_access where person_id = $1 order by scope_id', [personId])).toEqual(before);
    expect(await app.sql(`select 1 from audit_event where person_id = $1 and subject = 'SharingDecision' and action = 'change' and outcome = 'done'`, [personId])).toHaveLength(2);
  });

  it('is said by whoever let them in and by the key worker’s organisation: by nobody else, and by nobody about themselves', async () => {
    const personId = await margery(round, jo);
    const delphine = await round.delphine.signIn();
    for (const visitor of [idris, delphine]) await change(visitor, personId, 1, { authority: 'explicit' }).expect(403);
    await change(jo, personId, 1, { authority: 'explicit' }, round.council.id).expect(404);
    const hidden = await change(martin, personId, 1, { authority: 'explicit' }).expect(404);
    expect(hidden.text).toBe((await change(martin, newId(), 1, { authority: 'explicit' }).expect(404)).text);
    expect((await groundOf(jo, personId)).given.authority).toBe('implied_direct_care');
  });

  it('of a discreet helper is known to those named alone, also by who looked', async () => {
    const personId = await margery(round, jo);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Safety', categories: ['contacts'] });
    await change(jo, personId, 1, { authority: 'emergency', authorityNote: 'He was at the door' }, round.havenRow.id).expect(204);
    await idris.get(`/api${at(personId, round.havenRow.id)}`).expect(404);
    const person = await (await letIn(app, personId, 'person')).signIn();
    for (const visitor of [person, fran]) expect(JSON.stringify((await visitor.get(`/api/people/${personId}/access-log`).expect(200)).body)).not.toMatch(visitor === person ? /SharingDecision/ : /at the door/);
  });
});

describe('By what a referral is sent', () => {
  const asked = { needDomain: 'home', needText: 'A dry bedroom', whyNow: 'It is cold', facts: ['age'], opens: ['housing', 'contacts'] };
  const without = { authority: 'best_interests', authorityNote: NOTE, lookAgainOn: inDays(60) };
  const service = (): Promise<string> => aService(app, round.fernlea, { name: `Warm homes ${newId().slice(-6)}`, intake: [round.martin.membershipId] });
  const send = (personId: string, command: object) => jo.send('post', `/api/people/${personId}/referrals`, { ...asked, ...command });

  it('is their yes and how they gave it, or what holds without one, in words; both are asked for on the form and read on the page before it goes', async () => {
    const personId = await margery(round, jo);
    const serviceId = await service();
    expect(codes((await send(personId, { serviceId }).expect(422)).body)).toEqual(['/agreedHow required']);
    expect(codes((await send(personId, { serviceId, authority: 'best_interests' }).expect(422)).body)).toEqual(['/authorityNote required', '/lookAgainOn required']);
    const again = (await jo.submit(`/people/${personId}/referrals/check`, { serviceId, needDomain: 'home', needText: 'A dry bedroom', whyNow: 'It is cold', authority: 'court_order' }).expect(422)).text;
    expect(wordsOf(again)).toContain('Enter which court ordered what, and when');
    const check = (await jo.submit(`/people/${personId}/referrals/check`, { serviceId, needDomain: 'home', needText: 'A dry bedroom', whyNow: 'It is cold', authority: 'court_order', authorityNote: 'Family court, 3 March' }).expect(200)).text;
    expect(wordsOf(check)).toContain('Without their yes A court’s order: Family court, 3 March');
    expect(check).toContain('name="authority" value="court_order"');
  });

  it('is read by both sides; which it is, who decided and when it is looked at again by the sender alone; and nobody rewrites it', async () => {
    const personId = await margery(round, jo);
    const { id, version } = (await send(personId, { serviceId: await service(), ...without }).expect(201)).body as { id: string; version: number };
    expect((await jo.get(`/api/referrals/${id}`).expect(200)).body).toMatchObject({ authority: 'best_interests', authorityNote: NOTE, agreedHow: null });
    expect(wordsOf((await jo.get(`/referrals/${id}`).expect(200)).text)).toContain(`Without their yes Decided in their best interests: ${NOTE}. Looked at again on`);
    expect((await martin.get(`/api/referrals/${id}`).expect(200)).body).toMatchObject({ authority: 'best_interests', authorityNote: null, authorityReviewOn: null });
    const page = (await martin.get(`/referrals/${id}`).expect(200)).text;
    expect(wordsOf(page)).toContain('Without their yes Decided in their best interests');
    expect(page).not.toContain('Dr Osei');
    await expect(app.sql(`update referral set authority = 'emergency' where id = $1`, [id])).rejects.toThrow('refused');
    await martin.send('post', `/api/referrals/${id}/acceptance`, { promiseDate: inDays(5) }).set('If-Match', `"${version}"`).expect(200);
    expect((await groundOf(jo, personId, round.fernlea.id)).given).toMatchObject({ authority: 'best_interests', note: NOTE, toldOn: null });
  });

  it('begins with what stands with that organisation already', async () => {
    const personId = await margery(round, jo);
    const serviceId = await aService(app, round.ageWell, { name: `Lunch ${newId().slice(-6)}` });
    const form = async (): Promise<string> => (await jo.get(`/people/${personId}/referrals/new?service=${serviceId}`).expect(200)).text;
    expect(await form()).toMatch(/value="explicit" checked/);
    await change(jo, personId, 1, { authority: 'public_interest', authorityNote: 'She leaves the gas on' }).expect(204);
    expect(await form()).toMatch(/value="public_interest" checked/);
    expect(await form()).toContain('She leaves the gas on');
  });
});
