import { newId } from '@app/kernel';
import type { Visitor } from '../support/app';
import { aWorker } from '../support/staff';
import { codes, openCase, register, wordsOf } from './people';
import { addToCircle, margery, startRound, type RoundAtWork } from './round';

interface Safe {
  version: number;
  holds: { id: string; channel: string; safe: boolean; whoAnswers: string | null; times: string | null; voicemail: boolean | null; codeWord: string | null; knownTo: string[] | null; recordedBy: string }[];
  ended: { times: string | null; until: string | null }[];
}

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

const RULE = { channel: 'phone', safe: 'yes', whoAnswers: 'Her son Piotr', times: 'Weekday mornings', voicemail: 'no', codeWord: 'The library book' };
const safeOf = async (visitor: Visitor, personId: string): Promise<Safe> => (await visitor.get(`/api/people/${personId}/safe-contact`).expect(200)).body as Safe;
const say = (visitor: Visitor, personId: string, command: object, version: number) => visitor.send('post', `/api/people/${personId}/safe-contact`, { ...RULE, ...command }).set('If-Match', `"${version}"`);
const pageOf = async (visitor: Visitor, address: string): Promise<string> => wordsOf((await visitor.get(address).expect(200)).text);

describe('How to reach somebody safely', () => {
  it('is said on one page without script, which keeps what was typed; page and JSON say the same to everybody who works with them', async () => {
    const personId = await margery(round, jo, { phone: '01632 960001' });
    const at = `/people/${personId}/safe-contact`;
    expect(await pageOf(jo, at)).toContain('Nobody has said how. Ask before the first time.');
    const { channel: _channel, ...typed } = RULE;
    const refused = (await jo.submit(at, { _version: '0', ...typed }).expect(422)).text;
    expect(wordsOf(refused)).toContain('Choose the way');
    expect(refused).toContain('Her son Piotr');
    await jo.submit(at, { _version: '0', ...RULE }).expect(303);
    for (const reader of [jo, idris, delphine]) {
      expect(await pageOf(reader, at)).toMatch(/Her son Piotr.*Weekday mornings.*Leave a message No .*The library book.*Jo Whitcombe/);
      expect(await safeOf(reader, personId)).toMatchObject({ version: 1, holds: [{ channel: 'phone', safe: true, whoAnswers: 'Her son Piotr', times: 'Weekday mornings', voicemail: false, codeWord: 'The library book', knownTo: null, recordedBy: 'Jo Whitcombe' }], ended: [] });
    }
  });

  it('stands before the number wherever somebody is about to ring, without the code word; and on no paper', async () => {
    const personId = await margery(round, jo, { phone: '01632 960001' });
    await say(jo, personId, {}, 0).expect(201);
    for (const address of [`/people/${personId}`, `/people/${personId}/timeline`, `/people/${personId}/plan`, `/people/${personId}/circle`]) {
      const page = (await idris.get(address).expect(200)).text;
      expect(page).toMatch(/os-id__careful os-noprint">Ring only so: Weekday mornings; who answers: Her son Piotr; leave no message; there is a code word/);
      expect(page).not.toContain('library book');
    }
    expect((await idris.get(`/api/people/${personId}`)).body).toMatchObject({ safeContact: [{ channel: 'phone', times: 'Weekday mornings' }] });
    const paper = (await jo.get(`/people/${personId}/plan/print`)).text.replace(/<p class="[^"]*os-noprint">.*?<\/p>/g, '');
    expect(paper).not.toMatch(/Piotr|Ring only so/);
  });

  it('offers no number to ring where nobody may', async () => {
    const personId = await margery(round, jo, { phone: '01632 960001' });
    expect((await idris.get(`/people/${personId}`)).text).toContain('href="tel:01632960001"');
    await say(jo, personId, { safe: 'no', times: null, whoAnswers: null, codeWord: null }, 0).expect(201);
    expect((await idris.get(`/people/${personId}`)).text).not.toContain('href="tel:01632960001"');
    expect(await pageOf(idris, `/people/${personId}`)).toMatch(/Phone Ask the key worker .*Do not ring/);
  });

  it('changes by a rule that ends and one that begins: the older words are kept, and nothing is edited', async () => {
    const personId = await margery(round, jo);
    await say(jo, personId, {}, 0).expect(201);
    await say(idris, personId, { times: 'Any time' }, 1).expect(201);
    const now = await safeOf(jo, personId);
    expect([now.version, now.holds.map(({ times }) => times), now.ended.map(({ times }) => times)]).toEqual([3, ['Any time'], ['Weekday mornings']]);
    expect(await pageOf(jo, `/people/${personId}/safe-contact`)).toMatch(/What held before.*Weekday mornings.*recorded by Jo Whitcombe/);
    await jo.submit(`/people/${personId}/safe-contact/${now.holds[0]?.id}/end`, { _version: '3' }).expect(303);
    expect(await safeOf(jo, personId)).toMatchObject({ version: 4, holds: [] });
    expect((await jo.send('post', `/api/people/${personId}/safe-contact/${now.holds[0]?.id}/end`).set('If-Match', '"4"')).status).toBe(409);
    expect((await jo.send('post', `/api/people/${personId}/safe-contact/${newId()}/end`).set('If-Match', '"4"')).status).toBe(404);
  });

  it('input 41: names what was read: 428 without, 412 after another, and the page keeps what was typed', async () => {
    const personId = await margery(round, jo);
    await jo.send('post', `/api/people/${personId}/safe-contact`, RULE).expect(428);
    await say(idris, personId, {}, 0).expect(201);
    await say(jo, personId, {}, 0).expect(412);
    const page = (await jo.submit(`/people/${personId}/safe-contact`, { ...RULE, _version: '0', times: 'Still mine' })).text;
    expect(page).toContain('Still mine');
    expect(wordsOf(page)).toContain('Somebody wrote something down meanwhile');
  });

  it('can be known to those named only, and says nothing to the others; the strictest rule counts', async () => {
    const personId = await margery(round, jo);
    const plain = async (visitor: Visitor): Promise<string[]> => Promise.all(['', '/safe-contact', '/safe-contact/new?channel=post'].map(async (rest) => wordsOf((await visitor.get(`/people/${personId}${rest}`)).text)));
    const before = await plain(idris);
    await say(jo, personId, { channel: 'post', safe: 'no', knownTo: [round.delphine.userId] }, 0).expect(201);
    expect(await plain(idris)).toEqual(before);
    expect(await safeOf(idris, personId)).toEqual({ version: 0, holds: [], ended: [] });
    expect(await safeOf(delphine, personId)).toMatchObject({ version: 1, holds: [{ channel: 'post', safe: false, knownTo: ['Delphine Carter', 'Jo Whitcombe'] }] });
    await say(idris, personId, { channel: 'post', safe: 'yes' }, 0).expect(201);
    expect((await safeOf(jo, personId)).holds.map(({ safe }) => safe).sort()).toEqual([false, true]);
    expect(await app.sql(`select count(*)::int as n from safe_contact where person_id = $1 and not allowed and ends > now()`, [personId])).toEqual([{ n: 1 }]);
  });

  it('input 29: who is to know is chosen from those who may open the record: a stranger, a colleague who must not and nobody are one answer', async () => {
    const personId = await margery(round, jo);
    const stranger = await aWorker(app, round.trust, { name: 'Sam Else' });
    const excluded = await aWorker(app, round.council, { name: 'Rob Ash' });
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, sealed_to, source, created_by) values ($1, $2, $3, 'alleged_source_of_harm', '{}', 'ui', $3)`, [personId, newId(), excluded.userId]);
    await app.sql('select refresh_person_access($1)', [personId]);
    const answers = await Promise.all([stranger.userId, excluded.userId, newId()].map((id) => say(jo, personId, { knownTo: [id] }, 0)));
    expect(answers.map(({ status, body }) => [status, codes(body)])).toEqual(Array.from({ length: 3 }, () => [422, ['/knownTo/0 choice']]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await pageOf(jo, `/people/${personId}/safe-contact/new`)).not.toMatch(/Sam Else|Rob Ash/);
  });

  it('of a helper whom only few know stays with those few', async () => {
    const personId = await margery(round, jo);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['contacts', 'circle'] });
    const anita = await round.anita.signIn();
    await say(anita, personId, {}, 0).expect(201);
    expect(await safeOf(idris, personId)).toMatchObject({ holds: [] });
    expect(await safeOf(jo, personId)).toMatchObject({ holds: [{ recordedBy: 'Anita Bose', knownTo: ['Anita Bose', 'Jo Whitcombe'] }] });
  });

  it('I24: no message is left for them to read until the rule against it has ended', async () => {
    const personId = await register(jo);
    const caseId = await openCase(jo, personId, { keyWorkerMembershipId: round.jo.membershipId });
    await say(jo, personId, { channel: 'email', safe: 'yes' }, 0).expect(201);
    const close = { because: 'goals_met', toldHow: 'on_their_page', leavingMessage: 'Goodbye, and thank you' };
    expect(await pageOf(jo, `/cases/${caseId}/close`)).toMatch(/Before you reach \w+ Write by e-mail only so: Weekday mornings/);
    expect((await jo.send('post', `/api/cases/${caseId}/close`, close)).body).toMatchObject({ type: 'urn:onestory:contact.unsafe' });
    const [rule] = (await safeOf(jo, personId)).holds;
    await jo.send('post', `/api/people/${personId}/safe-contact/${rule?.id}/end`).set('If-Match', '"1"').expect(204);
    await jo.send('post', `/api/cases/${caseId}/close`, close).expect(200);
  });
});
