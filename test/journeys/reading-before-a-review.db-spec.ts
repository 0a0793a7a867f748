import type { PreRead } from '../../apps/server/src/reviews/pre-read';
import type { WholeReview } from '../../apps/server/src/reviews/review-item';
import type { Visitor } from '../support/app';
import { fileFrom, pageCountOf, rolesIn, structureOf, wordsIn } from '../support/pdf';
import { wordsOf } from './people';
import { inDays, planOf, publish, smallest } from './plans';
import { addToCircle, letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
let [personId, nurses, review] = [] as unknown as [string, string, WholeReview];
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

const plan = (what: string): Record<string, unknown> => ({ ...smallest(), goals: [{ text: 'Sing the Fauré at Easter, sitting down.', actions: [{ what, doer: nurses, dueOn: inDays(20) }, { what: 'Practise on the stool', doer: 'person' }] }] });
/** The lines that are there already, the first step in other words. */
const again = async (what: string): Promise<Record<string, unknown>[]> => (await planOf(jo, personId)).goals.map((goal) => ({ item: goal.id, text: goal.text, actions: goal.actions.map((step, n) => ({ item: step.id, what: n === 0 ? what : step.what, goesOn: 'yes' })) }));
const act = async (what: string, body: object, { version }: WholeReview): Promise<WholeReview> => (await jo.send('post', `/api/people/${personId}/reviews/${review.id}/${what}`, body).set('If-Match', `"${version}"`).expect(200)).body as WholeReview;
const tell = (heading: string, text: string): Promise<unknown> => app.sql(
  `insert into about_me (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, heading, text, voice, last_confirmed_on) values ($1, gen_random_uuid(), $2, 'about_me', 'circle', true, $3, 'ui', $4, $5, 'self', current_date)`,
  [personId, round.council.id, round.jo.userId, heading, text]);
beforeEach(async () => {
  personId = await margery(round, jo);
  await tell('please_do_not', 'Do not shout.');
  nurses = (await app.sql<{ id: string }>(`select id from care_team_member where person_id = $1 and organisation_id = $2`, [personId, round.trust.id]))[0]?.id ?? '';
  await publish(jo, personId, plan('Dress the leg'));
  review = (await jo.send('post', `/api/people/${personId}/reviews`, { occasion: 'time', mode: 'meeting', startsAt: `${inDays(7)}T10:00`, readBy: inDays(6) }).expect(201)).body as WholeReview;
  review = await act('invitations', { fullPart: 'yes', send: true }, review);
});
const at = (path = ''): string => `/people/${personId}/reviews/${review.id}/pre-read${path}`;
const readBy = async (visitor: Visitor): Promise<PreRead> => (await visitor.get(`/api${at()}`).expect(200)).body as PreRead;
const partOf = ({ parts }: PreRead, key: string): string[] => (parts.find((one) => one.key === key)?.items ?? []).map((lines) => lines.join(': '));
const pdfOf = async (visitor: Visitor): Promise<Buffer> => (await fileFrom(visitor.get(at('/pdf'))).expect(200)).body as Buffer;

describe('what is read before a review', () => {
  it('is who it is about, the goals, the reader’s own steps, what is asked of them and what is new; and one sentence on what they see', async () => {
    const all = await readBy(idris);
    expect([partOf(all, 'about'), partOf(all, 'goals').length, partOf(all, 'steps').map((line) => line.split(':')[0])]).toEqual([['Please do not: Do not shout.'], 1, ['Dress the leg']]);
    expect(partOf(all, 'questions').map((line) => line.endsWith('Not answered yet'))).toEqual([true, true, true]);
    expect([all.youSee.startsWith('You see: '), all.youSee.endsWith('Others may hold more; ask Jo Whitcombe.')]).toEqual([true, true]);
    expect(all.parts.find(({ key }) => key === 'changes')).toMatchObject({ items: [], none: 'You have not read the plan before.' });
    const page = wordsOf((await idris.get(at()).expect(200)).text);
    for (const words of ['Before the review of', 'Do not shout.', 'Dress the leg', 'Questions for you', 'Others may hold more', 'Jo Whitcombe, Marlshire County Council, leads it']) expect(page).toContain(words);
    expect((await idris.get(`/people/${personId}/reviews/${review.id}`)).text).toContain(at());
  });

  it('says what has changed since they read the plan, and does not itself count as having read it', async () => {
    await idris.get(`/people/${personId}/plan`).expect(200);
    expect((await readBy(idris)).parts.find(({ key }) => key === 'changes')).toMatchObject({ items: [], none: 'Nothing, in what you see.' });
    await publish(jo, personId, { ...smallest(), goals: await again('Dress the leg and look at the shoes') });
    for (const _again of [1, 2]) expect(partOf(await readBy(idris), 'changes').join()).toContain('Dress the leg and look at the shoes');
  });

  it('holds what its reader may see on the screen and nothing about the rest; what the person says for the review stands first', async () => {
    const her = await (await letIn(app, personId, 'person', { name: 'Margery Dunn' })).signIn();
    await her.send('post', `/api/me/${personId}/reviews/${review.id}/words`, { matters: 'That I sing', readers: 'everybody' }).expect(200);
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['circle'] });
    const hers = await readBy(delphine);
    expect([partOf(hers, 'says'), partOf(hers, 'goals'), partOf(hers, 'steps')]).toEqual([['What matters: That I sing'], [], []]);
    for (const text of [(await delphine.get(at())).text, JSON.stringify(hers), await wordsIn(await pdfOf(delphine))]) {
      for (const secret of ['Fauré', 'Dress the leg', 'Haven Row']) expect(text).not.toContain(secret);
    }
    const priya = await round.priya.signIn();
    const [hidden, missing] = [await priya.get(at()), await priya.get(`/people/${personId}/reviews/${personId}/pre-read`)];
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
    expect((await readBy(jo)).parts.find(({ key }) => key === 'questions')).toMatchObject({ items: [], none: 'None: you are not asked to answer.' });
  });

  it('is two tagged pages on paper, however much there is, says that there is more, and is written down as printed', async () => {
    const short = await pdfOf(idris);
    const words = await wordsIn(short);
    expect([await pageCountOf(short) <= 2, words.includes('Do not shout.'), words.includes('There is more on the screen')]).toEqual([true, true, false]);
    expect(rolesIn(await structureOf(short))).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P', 'L', 'LI']));
    const long = 'She sings in the choir, and sits near the door. '.repeat(12);
    await publish(jo, personId, { ...smallest(), goals: [...(await again('Dress the leg')), ...Array.from({ length: 14 }, (_, n) => ({ text: `Goal ${n}: ${long.slice(0, 250)}`, actions: [{ what: `Step ${n}: ${long.slice(0, 200)}`, doer: nurses }] }))] });
    for (const heading of ['matters_most', 'how_to_communicate', 'how_to_support']) await tell(heading, long);
    const full = await pdfOf(idris);
    expect(await pageCountOf(full)).toBe(2);
    expect(await wordsIn(full)).toContain('There is more on the screen');
    const [{ printed = 0 } = {}] = await app.sql<{ printed: number }>(`select count(*)::int as printed from audit_event where person_id = $1 and action = 'print' and user_id = $2`, [personId, round.idris.userId]);
    expect(printed).toBeGreaterThan(0);
  });
});
