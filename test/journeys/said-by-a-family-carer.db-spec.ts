import { Client } from 'pg';
import { newId } from '@app/kernel';
import { signContext } from '@app/records';
import type { OwnReviewItem } from '../../apps/server/src/me/own-reviews.desk';
import type { ContributionItem } from '../../apps/server/src/reviews/contribution-item';
import type { PreRead } from '../../apps/server/src/reviews/pre-read';
import type { PointItem } from '../../apps/server/src/reviews/point-item';
import type { WholeReview } from '../../apps/server/src/reviews/review-item';
import type { Visitor } from '../support/app';
import { fileFrom, wordsIn } from '../support/pdf';
import { workThrough } from '../support/jobs';
import { aWorker, type TestWorker } from '../support/staff';
import { codes, wordsOf } from './people';
import { goingOn, inDays, planOf, publish, smallest } from './plans';
import { addToCircle, letIn, margery, startRound, type RoundAtWork } from './round';

const WORD = 'The stairs are too much for me by now';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
let [personId, review, her, ayo, goal] = [] as unknown as [string, WholeReview, Visitor, string, string];
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

/** A relative, as the database keeps them. */
async function relative(traits: { name: string; of?: string; mustNotBeTold?: string; userId?: string; birthDate?: string; sealedTo?: string[]; category?: string }): Promise<string> {
  const id = newId();
  await app.sql(`insert into related_person (person_id, id, owner_organisation_id, category, audience, visible_to_person, sealed_to, created_by, source, name, relation, birth_date, main_carer, emergency_contact, lives_with, must_not_be_told, user_id)
    values ($1, $2, $3, $9, 'circle', true, $8, $4, 'ui', $5, 'daughter', $6, true, false, false, $7, $10)`,
  [traits.of ?? personId, id, round.council.id, round.jo.userId, traits.name, traits.birthDate ?? null, traits.mustNotBeTold ?? null, traits.sealedTo ?? null, traits.category ?? 'circle', traits.userId ?? null]);
  return id;
}
const act = async (what: string, body: object = {}): Promise<WholeReview> => {
  const { version } = (await jo.get(api())).body as WholeReview;
  return (await jo.send('post', api(`/${what}`), body).set('If-Match', `"${version}"`).expect(200)).body as WholeReview;
};
const api = (path = ''): string => `/api/people/${personId}/reviews/${review.id}${path}`;
const page = (path = ''): string => `/people/${personId}/reviews/${review.id}${path}`;
const word = (more: object = {}): Record<string, string> => ({ carer: ayo, how: 'phone', text: WORD, readers: 'everybody', person: 'no', ...more });
const tell = (visitor: Visitor, more: object = {}) => visitor.send('post', api('/said-by-carer'), word(more));
const heardBy = async (visitor: Visitor): Promise<ContributionItem[]> => ((await visitor.get(api('/answers')).expect(200)).body as { items: ContributionItem[] }).items.filter(({ carer }) => carer !== null);
const offered = async (): Promise<string> => wordsOf((await jo.get(page('/said-by-carer')).expect(200)).text);
/** All that the person and a carer of theirs find with their sign-in. */
const foundBy = async (visitor: Visitor): Promise<string> => (await Promise.all([`/me?person=${personId}`, '/api/me/page', `/me/${personId}/reviews/${review.id}`, `/api/me/${personId}/reviews/${review.id}`, page(), api('/answers')].map(async (path) => (await visitor.get(path)).text))).join();

beforeEach(async () => {
  personId = await margery(round, jo);
  her = await (await letIn(app, personId, 'person', { name: 'Margery Dunn' })).signIn();
  ayo = await relative({ name: 'Ayo Oduya' });
  goal = (await publish(jo, personId, smallest())).goals[0]?.id ?? '';
  review = (await jo.send('post', `/api/people/${personId}/reviews`, { occasion: 'time', mode: 'meeting', startsAt: `${inDays(7)}T10:00` }).expect(201)).body as WholeReview;
  await act('invitations', { fullPart: 'yes', send: true });
});

describe('what a family carer says for a review', () => {
  it('is written down by whoever holds it, and stands as said by a family carer for everybody who is asked, never as the person’s own or as the organisation’s', async () => {
    const form = await offered();
    for (const words of ['Ayo Oduya, daughter', 'By telephone', 'May Margery read it?', 'No, or I am not sure', 'Only our organisation']) expect(form).toContain(words);
    expect((await jo.get(page('/said-by-carer'))).text).not.toMatch(/checked/);
    expect(wordsOf((await jo.get(page())).text)).toContain('Write down what a family carer said');
    await jo.submit(page('/said-by-carer'), word({ item: '' })).expect(303);
    for (const visitor of [jo, idris, delphine]) {
      const shown = wordsOf((await visitor.get(page())).text);
      for (const words of [WORD, 'In the words of a family carer', 'Said by Ayo Oduya, a family carer, by telephone on', 'written down by Jo Whitcombe']) expect(shown).toContain(words);
      expect(await heardBy(visitor)).toMatchObject([{ kind: 'update', text: WORD, carer: { name: 'Ayo Oduya' }, how: 'phone', saidBy: null, answer: null, readers: 'everybody', visibleToPerson: false }]);
      expect(wordsOf((await visitor.get(page())).text).split('What was said')[0]).not.toContain(WORD);
    }
    const council = ((await jo.get('/api/reviews')).body as { items: { id: string; answered: string }[] }).items.find(({ id }) => id === review.id);
    expect(council?.answered).toBe('not yet');
  });

  it('is read before the review, on its page, on paper, as JSON and in a copy for an own record, each saying the same', async () => {
    await tell(jo, { how: 'face_to_face' }).expect(201);
    const { parts } = (await delphine.get(api('/pre-read'))).body as PreRead;
    expect(parts.find(({ key }) => key === 'family')?.items.map((lines) => lines.join(': '))).toEqual([expect.stringMatching(/^The stairs are too much for me by now: Said by Ayo Oduya, a family carer, face to face on .*, written down by Jo Whitcombe, Marlshire County Council. Not for the person to read$/)]);
    expect(parts.find(({ key }) => key === 'says')?.items).toEqual([]);
    for (const text of [wordsOf((await delphine.get(page('/pre-read'))).text), await wordsIn((await fileFrom(delphine.get(page('/pre-read/pdf'))).expect(200)).body as Buffer), (await delphine.get(page('/copy.txt')).expect(200)).text]) {
      expect(text.replace(/\s+/g, ' ')).toContain(WORD);
      expect(text.replace(/\s+/g, ' ')).toContain('Said by Ayo Oduya, a family carer');
    }
    expect((await delphine.get(page('/calendar.ics'))).text).not.toContain('Ayo');
  });

  it('stands beside the goal and its point in the review, in the plan that is written in it, and becomes a point where it is about the whole, marked as theirs', async () => {
    await tell(jo, { item: goal, text: 'She sings at night' }).expect(201);
    await tell(jo).expect(201);
    await act('session');
    const points = ((await jo.get(api('/points'))).body as { items: PointItem[] }).items;
    const of = (kind: string) => points.find((one) => one.kind === kind)?.id;
    const [about, said] = await Promise.all(['goal', 'said'].map(async (kind) => wordsOf((await jo.get(page(`/points/${of(kind)}`))).text)));
    for (const words of ['She sings at night', 'In the words of a family carer', 'Ayo Oduya']) expect(about).toContain(words);
    for (const words of [WORD, 'In the words of a family carer']) expect(said).toContain(words);
    expect(wordsOf((await jo.get(page())).text)).toMatch(new RegExp(`Point by point.*${WORD}.{0,40}No outcome yet.{0,10}In the words of a family carer.{0,10}Not for the person to read`));
    expect(points.map(({ kind, voice }) => [kind, voice])).toEqual([['goal', null], ['said', 'carer']]);
    expect((await delphine.get(page('/copy.txt'))).text).toMatch(new RegExp(`POINT BY POINT[^]*${WORD}\\n  Said by Ayo Oduya, a family carer[^]*WHAT WAS SAID`));
    const beside = wordsOf((await jo.get(`/people/${personId}/plan/draft`)).text);
    for (const words of ['She sings at night', 'In the words of a family carer']) expect(beside).toContain(words);
    await tell(jo, { text: 'Said in the room', how: 'face_to_face' }).expect(201);
    expect((await heardBy(idris)).map(({ text }) => text)).toContain('Said in the room');
  });

  it('is asked whether the person may read it, with nothing chosen before; what is missing is said', async () => {
    expect(codes((await jo.send('post', api('/said-by-carer'), {}).expect(422)).body).sort()).toEqual(['/carer required', '/how required', '/person required', '/readers required', '/text required']);
    const wrong = wordsOf((await jo.submit(page('/said-by-carer'), { carer: ayo, how: 'phone', text: WORD, readers: 'everybody', item: '' }).expect(422)).text);
    expect([wrong.includes('Choose whether the person may read it'), wrong.includes(WORD)]).toEqual([true, true]);
    for (const [more, said] of [[{ how: 'own_page' }, '/how choice'], [{ how: 'email' }, '/how choice'], [{ readers: 'all' }, '/readers choice'], [{ person: 'perhaps' }, '/person choice'], [{ carer: 'Ayo' }, '/carer choice'], [{ text: 'x'.repeat(1001) }, '/text tooLong'], [{ answer: 'stuck' }, '/answer field.unknown']] as const) {
      const answer = await tell(jo, more);
      expect([answer.status, codes(answer.body)]).toEqual([422, [said]]);
    }
    expect((await tell(jo, { item: newId() })).status).toBe(404);
    expect(await heardBy(jo)).toEqual([]);
  });

  it('is nowhere on the person’s own page, nor in what they said, unless whoever wrote it down says that they may read it', async () => {
    const before = await foundBy(her);
    await tell(jo).expect(201);
    await tell(jo, { item: goal }).expect(201);
    await act('session');
    await workThrough(app);
    const after = await foundBy(her);
    expect([before.includes(WORD), after.includes(WORD), after.includes('Ayo Oduya')]).toEqual([false, false, before.includes('Ayo Oduya')]);
    await tell(jo, { text: 'I am proud of her', person: 'yes' }).expect(201);
    const own = (await her.get(`/api/me/${personId}/reviews/${review.id}`)).body as OwnReviewItem;
    expect([own.said, own.family.map(({ text, name, how }) => [text, name, how])]).toEqual([[], [['I am proud of her', 'Ayo Oduya', 'phone']]]);
    const hers = wordsOf((await her.get(`/me/${personId}/reviews/${review.id}`)).text);
    expect(wordsOf((await jo.get(page())).text)).toMatch(/I am proud of her In the words of a family carer Said by/);
    for (const words of ['What your family said', 'I am proud of her', 'Ayo Oduya, by telephone', 'Written down by Jo Whitcombe']) expect(hers).toContain(words);
    expect(await foundBy(her)).not.toContain(WORD);
    expect((await jo.get(`/api/people/${personId}/reviews/${review.id}/answers`)).text).toContain('"visibleToPerson":true');
  });

  it('is not found by a carer’s sign-in: not their own, and not another’s, also where the person may read it', async () => {
    const carer = await letIn(app, personId, 'carer', { name: 'Ayo Oduya', categories: ['circle', 'plan', 'contacts'] });
    await app.sql('update related_person set user_id = $2 where id = $1', [ayo, carer.userId]);
    const before = await foundBy(await carer.signIn());
    for (const item of [undefined, goal]) await tell(jo, { item, person: 'yes' }).expect(201);
    const after = await foundBy(await carer.signIn());
    expect([before.includes(WORD), after.includes(WORD)]).toEqual([false, false]);
    expect(await app.sql(`select 1 from review_contribution where person_id = $1 and visible_to_person`, [personId])).toEqual([]);
  });

  it('is for the organisation alone that holds the review where that is chosen, and no wider than the goal about which it is', async () => {
    await tell(jo, { readers: 'chair' }).expect(201);
    expect([(await heardBy(jo)).length, await heardBy(idris), await heardBy(delphine)]).toEqual([1, [], []]);
    await tell(jo, { item: goal }).expect(201);
    expect([(await heardBy(jo)).length, (await heardBy(idris)).length, await heardBy(delphine)]).toEqual([2, 1, []]);
    const priya = await (await round.priya.signIn()).get(page());
    expect(priya.status).toBe(404);
  });

  it('I25: about a goal that the person or others do not read, it is read by nobody more', async () => {
    const stands = goingOn(await planOf(jo, personId));
    const { goals } = await publish(jo, personId, { ...smallest(), goals: [...stands, { text: 'Drink less', category: 'drug_alcohol', audience: 'named', namedOrganisationIds: [round.fernlea.id], forPerson: 'no', noActionBecause: 'We wait' }] });
    await tell(jo, { item: goals.find(({ text }) => text === 'Drink less')?.id, person: 'yes' }).expect(201);
    expect(await heardBy(jo)).toMatchObject([{ visibleToPerson: false }]);
    expect([await heardBy(idris), await heardBy(delphine), ((await her.get(`/api/me/${personId}/reviews/${review.id}`)).body as OwnReviewItem).family]).toEqual([[], [], []]);
  });

  it('has no name for a reader who may not see the carer', async () => {
    await app.sql(`update related_person set category = 'domestic_abuse' where id = $1`, [ayo]);
    await tell(jo).expect(201);
    expect([(await heardBy(jo))[0]?.carer, (await heardBy(delphine))[0]?.carer]).toEqual([{ name: 'Ayo Oduya' }, { name: null }]);
    expect(wordsOf((await delphine.get(page())).text)).toContain('Said by a family carer, by telephone');
    expect((await delphine.get(page('/copy.txt'))).text).toContain('Said by a family carer, by telephone');
  });

  it('has no name for partners any more once the carer must not be told or is kept out, and neither is offered again', async () => {
    await tell(jo).expect(201);
    await app.sql(`update related_person set must_not_be_told = 'about the review' where id = $1`, [ayo]);
    expect([(await heardBy(jo))[0]?.carer?.name, (await heardBy(delphine))[0]?.carer?.name]).toEqual(['Ayo Oduya', null]);
    expect(await offered()).not.toContain('Ayo Oduya');
    expect(codes((await tell(jo).expect(422)).body)).toEqual(['/carer choice']);
    const user = await letIn(app, await margery(round, jo), 'carer', { categories: ['circle'] });
    await app.sql('update related_person set must_not_be_told = null, user_id = $2 where id = $1', [ayo, user.userId]);
    expect(await offered()).toContain('Ayo Oduya');
    await app.sql(`insert into exclusion (person_id, id, user_id, kind, starts, ends, source, created_by) values ($1, gen_random_uuid(), $2, 'alleged_source_of_harm', now(), 'infinity', 'system', $3)`, [personId, user.userId, round.jo.userId]);
    await app.sql('select refresh_person_access($1)', [personId]);
    expect(await offered()).not.toContain('Ayo Oduya');
    expect([(await tell(jo)).status, (await heardBy(jo))[0]?.carer?.name, (await heardBy(delphine))[0]?.carer?.name]).toEqual([422, 'Ayo Oduya', null]);
  });

  it('I23: of family of whom only a few may know it is for those few, and leaves no trace for the others or the person', async () => {
    const hidden = await relative({ name: 'Bisi Oduya', sealedTo: [round.jo.userId] });
    await act('invitations', { fullPart: 'yes', send: true });
    const [before, hers] = [await Promise.all([idris, delphine].map(async (visitor) => (await visitor.get(page())).text)), await foundBy(her)];
    await tell(jo, { carer: hidden, text: 'I know where she sleeps', person: 'yes' }).expect(201);
    expect(await heardBy(jo)).toMatchObject([{ carer: { name: 'Bisi Oduya' }, visibleToPerson: false }]);
    expect(await Promise.all([idris, delphine].map(async (visitor) => (await visitor.get(page())).text))).toEqual(before);
    expect(await foundBy(her)).toBe(hers);
  });

  it('is not written down of somebody who is no family of this person, not yet asked, a child, left out in confidence or because the person does not want it', async () => {
    const other = await margery(round, jo);
    const theirs = await relative({ name: 'Cy Other', of: other });
    const late = await relative({ name: 'Dele Oduya' });
    for (const carer of [theirs, late, newId()]) expect(codes((await tell(jo, { carer }).expect(422)).body)).toEqual(['/carer choice']);
    const child = await relative({ name: 'Ellie Oduya', birthDate: inDays(-3000) });
    for (const because of ['person_does_not_want', 'confidential']) {
      const left = await relative({ name: `Left ${because}` });
      await act('invitations', { fullPart: 'yes', send: true, who: [{ key: `carer:${left}`, invite: 'no', because }] });
      expect(codes((await tell(jo, { carer: left }).expect(422)).body)).toEqual(['/carer choice']);
      await expect(asServer(insert(left), round.jo)).rejects.toThrow('refused');
    }
    const away = await relative({ name: 'Femi Oduya' });
    await act('invitations', { fullPart: 'yes', send: true, who: [{ key: `carer:${away}`, invite: 'no', because: 'they_asked' }] });
    expect(codes((await tell(jo, { carer: child }).expect(422)).body)).toEqual(['/carer choice']);
    const form = await offered();
    expect(['Ayo', 'Femi', 'Dele', 'Cy ', 'Ellie', 'Left '].filter((name) => form.includes(name))).toEqual(['Ayo', 'Femi', 'Dele']);
    await tell(jo, { carer: away }).expect(201);
  });

  it('is written down by nobody else: not by a partner, not by the person, not by whoever may not open them, and not after the review; and nobody changes it', async () => {
    expect([(await tell(idris)).status, (await tell(delphine)).status, (await tell(her)).status, (await tell(await round.priya.signIn())).status]).toEqual([403, 403, 403, 404]);
    const [hidden, missing] = [await (await round.priya.signIn()).get(page('/said-by-carer')), await jo.get(`/people/${personId}/reviews/${newId()}/said-by-carer`)];
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    expect(wordsOf((await delphine.get(page('/said-by-carer'))).text)).not.toContain('Ayo Oduya, daughter');
    expect((await delphine.get(page())).text).not.toContain('/said-by-carer');
    await tell(jo).expect(201);
    await expect(app.sql(`update review_contribution set visible_to_person = true where person_id = $1`, [personId])).rejects.toThrow('review_contribution_voice_check');
    await act('moves', { to: 'cancelled', because: 'She is on holiday' });
    expect((await tell(jo)).body).toMatchObject({ type: 'urn:onestory:review.over' });
  });

  it('is looked through by whoever gives out a copy of what is held, as a family carer’s words that the person was not to read', async () => {
    await tell(jo).expect(201);
    await jo.send('post', `/api/people/${personId}/subject-access`, { askedOn: inDays(0), how: 'phone', whom: 'us', spokeAlone: 'yes' }).expect(201);
    const fran = await round.fran.signIn();
    const part = ((await fran.get('/api/subject-access')).body as { items: { id: string; person: { id: string } }[] }).items.find(({ person }) => person.id === personId);
    const { items } = (await fran.get(`/api/subject-access/${part?.id}`)).body as { items: { id: string; kind: string; body: Record<string, unknown> }[] };
    const held = items.filter(({ kind }) => kind === 'review_contribution');
    expect(held.map(({ body }) => body)).toEqual([expect.objectContaining({ text: WORD, voice: 'carer', person_may_read: false, how: 'phone' })]);
    const shown = wordsOf((await fran.get(`/information-governance/subject-access/${part?.id}/items/${held[0]?.id}`)).text);
    for (const words of ['What was said for a review', 'A family carer’s', 'May the person read it, as was said then']) expect(shown).toContain(words);
  });

  it('is told to the chair when a colleague of theirs wrote it down, and to nobody who is not asked', async () => {
    const sam = await (await aWorker(app, round.council, { name: 'Sam Tully' })).signIn();
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['circle', 'plan'] });
    await tell(sam).expect(201);
    await workThrough(app);
    expect(((await jo.get('/api/notices')).body as { items: { kind: string; personId: string; by: string }[] }).items).toContainEqual(expect.objectContaining({ kind: 'review.answered', personId, by: 'Sam Tully' }));
    expect((await (await round.anita.signIn()).get(api('/answers'))).status).toBe(404);
  });

  it('is held by the database too: only whoever holds the review writes it, of family who is asked, and only the person reads what they may', async () => {
    await asServer(insert(ayo), round.jo);
    await expect(asServer(insert(await relative({ name: 'Dele Oduya' })), round.jo)).rejects.toThrow('refused');
    await expect(asServer(insert(ayo, round.trust.id), round.idris)).rejects.toThrow('refused');
    await expect(asServer(insert(newId()), round.jo)).rejects.toThrow('refused');
    await expect(asServer(`update review_contribution set text = 'y' where person_id = '${personId}'`, round.jo)).rejects.toThrow('say_for_review');
    await expect(asServer(`update review_contribution set person_may_read = true where person_id = '${personId}'`, round.jo)).rejects.toThrow('permission denied');
    await tell(jo, { person: 'yes' }).expect(201);
    expect(await asServer(`select id from carer_words_for_me('${personId}', '${review.id}')`, round.jo)).toEqual([]);
  });
});

/** What the application could send to write one down. */
const insert = (carer: string, organisation = round.council.id): string =>
  `insert into review_contribution (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, review_id, kind, text, author_name, sent_at, voice, related_person_id, person_may_read, how)
    values ('${personId}', gen_random_uuid(), '${organisation}', 'circle', 'circle', false, '${round.jo.userId}', 'ui', '${review.id}', 'update', 'x', 'x', now(), 'carer', '${carer}', false, 'phone')`;

/** What the application could send to the database, in somebody's name. */
async function asServer(sql: string, who: TestWorker): Promise<object[]> {
  const client = new Client({ connectionString: app.db.appUrl });
  await client.connect();
  const [stored] = await app.sql<{ key: Buffer }>('select key from context_key');
  const actor = { userId: who.userId, name: who.name, sector: 'vcse' as const, roles: ['practitioner' as const], organisationId: who.organisation.id, membershipId: who.membershipId, teamIds: who === round.idris ? [round.nursing] : [], onlyByName: false };
  try {
    await client.query('set search_path = onestory');
    await client.query(`select set_config('onestory.context', $1, false)`, [signContext(stored?.key ?? Buffer.alloc(0), actor)]);
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}
