import type { OwnReviewItem } from '../../apps/server/src/me/own-reviews.desk';
import type { ContributionItem } from '../../apps/server/src/reviews/contribution-item';
import type { PointItem } from '../../apps/server/src/reviews/point-item';
import type { WholeReview } from '../../apps/server/src/reviews/review-item';
import type { Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { codes, wordsOf } from './people';
import { inDays } from './plans';
import { letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
let [personId, review, her] = [] as unknown as [string, WholeReview, Visitor];
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());
beforeEach(async () => {
  personId = await margery(round, jo);
  her = await (await letIn(app, personId, 'person', { name: 'Margery Dunn' })).signIn();
  const booked = (await jo.send('post', api(), { occasion: 'time', mode: 'meeting', startsAt: `${inDays(7)}T10:00` }).expect(201)).body as WholeReview;
  review = await act(jo, booked, 'invitations', { fullPart: 'yes', send: true });
});

const api = (path = ''): string => `/api/people/${personId}/reviews${path}`;
const page = (path = ''): string => `/people/${personId}/reviews/${review.id}${path}`;
const act = async (visitor: Visitor, { id, version }: WholeReview, what: string, body: object = {}): Promise<WholeReview> => (await visitor.send('post', api(`/${id}/${what}`), body).set('If-Match', `"${version}"`).expect(200)).body as WholeReview;
const say = (visitor: Visitor, body: object) => visitor.send('post', `/api/me/${personId}/reviews/${review.id}/words`, body);
const tell = (visitor: Visitor, body: object) => visitor.send('post', api(`/${review.id}/said-by-person`), body);
const heardBy = async (visitor: Visitor): Promise<string[]> => ((await visitor.get(api(`/${review.id}/answers`)).expect(200)).body as { items: ContributionItem[] }).items.filter(({ how }) => how !== null).map(({ kind, answer, text, how }) => [kind, answer ?? text, how].join(' '));

describe('what somebody says for the review of their own plan', () => {
  it('is said on one’s own page, in three questions; the chair is told, and everybody who is asked reads it as theirs', async () => {
    const own = `/me/${personId}/reviews/${review.id}`;
    expect((await her.get(`/me?person=${personId}`)).text).toContain(own);
    const form = wordsOf((await her.get(own)).text);
    for (const words of ['What matters to you?', 'What would you like to talk about?', 'Do you want to come?', 'Only Jo Whitcombe and their organisation']) expect(form).toContain(words);
    const wrong = await her.submit(own, { matters: '', talk: '', readers: '' }).expect(422);
    expect(wordsOf(wrong.text)).toContain('Choose who may read it');
    await her.submit(own, { coming: 'yes', matters: 'That I sing at Easter', talk: 'The lift', readers: 'everybody' }).expect(303);
    await workThrough(app);
    expect(((await jo.get('/api/notices')).body as { items: { kind: string; personId: string; by: string }[] }).items).toContainEqual(expect.objectContaining({ kind: 'review.answered', personId, by: 'Margery Dunn' }));
    for (const visitor of [jo, idris, delphine]) {
      expect(await heardBy(visitor)).toEqual(['coming yes own_page', 'matters That I sing at Easter own_page', 'talk The lift own_page']);
      const shown = wordsOf((await visitor.get(page())).text);
      for (const words of ['What Margery says', 'Wants to come', 'That I sing at Easter', 'Margery Dunn, on their own page']) expect(shown).toContain(words);
    }
    expect(wordsOf((await jo.get(page())).text)).not.toContain('Marlshire County Council comes');
  });

  it('is changed and taken back by saying it again, and can be for the chair alone', async () => {
    await say(her, { coming: 'maybe', matters: 'Singing', talk: 'My sister', readers: 'everybody' }).expect(200);
    const now = (await say(her, { coming: 'no', matters: 'Singing', readers: 'chair' }).expect(200)).body as OwnReviewItem;
    expect(now.said.map(({ kind, answer, text, readers }) => [kind, answer ?? text, readers])).toEqual([['coming', 'no', 'chair'], ['matters', 'Singing', 'chair']]);
    expect([await heardBy(jo), await heardBy(idris)]).toEqual([['coming no own_page', 'matters Singing own_page'], []]);
    expect(wordsOf((await idris.get(page())).text)).not.toContain('Singing');
    expect((await jo.get(page())).text).not.toContain('My sister');
  });

  it('is written down for them as they said it by telephone, stands as theirs, and they read it; only whoever holds the review writes it down', async () => {
    expect(codes((await tell(jo, { how: 'phone', readers: 'everybody' })).body)).toEqual(['/matters required']);
    expect((await tell(delphine, { how: 'phone', matters: 'x', readers: 'everybody' })).status).toBe(403);
    await jo.submit(page('/said-by-person'), { how: 'phone', coming: 'yes', matters: 'The garden', talk: '', readers: 'everybody' }).expect(303);
    expect(await heardBy(idris)).toEqual(['coming yes phone', 'matters The garden phone']);
    expect(wordsOf((await idris.get(page())).text)).toContain('by telephone');
    const hers = wordsOf((await her.get(`/me/${personId}/reviews/${review.id}`)).text);
    for (const words of ['What you told somebody', 'The garden', 'Written down by Jo Whitcombe']) expect(hers).toContain(words);
    expect((await delphine.get(page())).text).not.toContain('/said-by-person');
  });

  it('has no day that is over or called off to wait for: one that could not be held says by when somebody comes back to it', async () => {
    review = await act(jo, review, 'moves', { to: 'paused_unable', returnBy: inDays(20), because: 'She was asleep' });
    for (const at of ['/me', `/me/${personId}/reviews/${review.id}`]) {
      const words = wordsOf((await her.get(at)).text);
      expect(words).toContain('It could not be held. We come back to it by');
      expect(words).not.toMatch(/at 10am/);
    }
  });

  it('is talked about first, as a point that ends with an outcome', async () => {
    await say(her, { matters: 'Singing', talk: 'The lift', readers: 'everybody' }).expect(200);
    await act(jo, review, 'session');
    const points = ((await delphine.get(api(`/${review.id}/points`))).body as { items: PointItem[] }).items;
    expect(points.slice(0, 2).map(({ question }) => question)).toEqual(['Singing', 'The lift']);
    expect(wordsOf((await jo.get(page(`/points/${points[0]?.id}`))).text)).toContain('Margery Dunn, on their own page');
  });

  it('is nobody else’s to say: not a carer’s, not a helper’s, not that of somebody who is kept out or was not asked; and not after the review', async () => {
    const carer = await (await letIn(app, personId, 'carer', { categories: ['circle'] })).signIn();
    const body = { matters: 'x', readers: 'everybody' };
    expect([(await say(carer, body)).status, (await say(jo, body)).status]).toEqual([404, 403]);
    const other = await margery(round, jo);
    const theirs = await (await letIn(app, other, 'person')).signIn();
    const [hidden, missing] = [await say(theirs, body), await theirs.send('post', `/api/me/${other}/reviews/${review.id}/words`, body)];
    expect([hidden.status, missing.status, hidden.text]).toEqual([404, 404, missing.text]);
    await act(jo, review, 'moves', { to: 'cancelled', because: 'She is on holiday' });
    expect((await say(her, body)).body).toMatchObject({ type: 'urn:onestory:review.over' });
    await expect(app.sql(`insert into review_contribution (person_id, id, owner_organisation_id, category, audience, visible_to_person, created_by, source, review_id, kind, text, author_name, sent_at)
      values ($1, gen_random_uuid(), $2, 'circle', 'named', true, $3, 'ui', $4, 'matters', 'x', 'x', now())`, [personId, round.council.id, round.jo.userId, review.id])).rejects.toThrow('review_contribution_kind_check');
  });

  it('is not in another’s calendar, and their own calendar says no more than anybody’s', async () => {
    const file = await her.get(`/me/${personId}/reviews/${review.id}/calendar.ics`).expect(200);
    expect([file.headers['content-type'], file.text.includes('BEGIN:VEVENT'), /Margery|Whitcombe/.test(file.text)]).toEqual(['text/calendar; charset=utf-8', true, false]);
  });
});
