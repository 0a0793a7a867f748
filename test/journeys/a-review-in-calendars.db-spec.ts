import { newId } from '@app/kernel';
import type { ReviewItem, WholeReview } from '../../apps/server/src/reviews/review-item';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { eventOf, partsOf } from '../support/icalendar';
import { workThrough } from '../support/jobs';
import { openPostOffice, type PostOffice } from '../support/post-office';
import { wordsOf } from './people';
import { inDays } from './plans';
import { addToCircle, aRound, letIn, margery, type Round } from './round';

let app: TestApp;
let post: PostOffice;
let round: Round;
let [jo, idris, delphine] = [] as unknown as [Visitor, Visitor, Visitor];
let personId: string;
beforeAll(async () => {
  post = await openPostOffice();
  app = await startTestApp({ mail: post.mail });
});
afterAll(async () => {
  await app?.close();
  await post?.close();
});
beforeEach(async () => {
  round = await aRound(app);
  [jo, idris, delphine] = [await round.jo.signIn(), await round.idris.signIn(), await round.delphine.signIn()];
  personId = await margery(round, jo);
});

const api = (path = ''): string => `/api/people/${personId}/reviews${path}`;
const act = async (review: ReviewItem, what: string, body: object): Promise<WholeReview> => (await jo.send('post', api(`/${review.id}/${what}`), body).set('If-Match', `"${review.version}"`).expect(200)).body as WholeReview;
const booked = async (startsAt = `${inDays(7)}T10:00`): Promise<WholeReview> => (await jo.send('post', api(), { occasion: 'hospital', mode: 'home', startsAt, place: '14 Quillet Row' }).expect(201)).body as WholeReview;
const asked = async (review: ReviewItem, body: object = {}): Promise<WholeReview> => act(review, 'invitations', { fullPart: 'yes', send: true, ...body });
const moved = (review: ReviewItem, startsAt: string): Promise<WholeReview> => act(review, 'moves', { to: 'rescheduled', startsAt, because: 'The lift is broken' });
interface Entry { readonly method: string | null; readonly uid: string; readonly sequence: number; readonly starts: Date; readonly status: string; readonly source: string }
/** What went into somebody's calendar so far, read by who knows the standards alone. */
const entriesOf = ({ email }: { email: string }): Entry[] => post.letters.filter((letter) => letter.to === email).flatMap(({ source }) => {
  const [part] = partsOf(source).filter(({ type }) => type.startsWith('text/calendar'));
  if (!part) return [];
  const { method, event, starts, attendees } = eventOf(part.content);
  expect(part.type).toMatch(new RegExp(`method=${method}`));
  expect(attendees.map(({ value }) => value)).toEqual([`mailto:${email}`]);
  return [{ method, uid: event['UID'] ?? '', sequence: Number(event['SEQUENCE']), starts, status: event['STATUS'] ?? '', source: [part.content, ...partsOf(source).map(({ content }) => content)].join('\n') }];
});
const inShort = (worker: { email: string }): (string | number)[] => entriesOf(worker).map(({ method, sequence }) => `${method} ${sequence}`);
const london = (at: Date | undefined): string => (at ? new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' }).format(at) : '');
const asLondon = (day: string, time: string): string => `${day.split('-').reverse().join('/')}, ${time}`;

describe('a review in the calendars of those who are asked', () => {
  it('is an invitation in a letter without names, with the partner’s own reference and a link; moved it is the same entry, called off it is taken out', async () => {
    await delphine.send('put', `/api/people/${personId}/reference`, { reference: 'AW-0231' }).set('If-Match', '"0"').expect(200);
    const review = await asked(await booked());
    await workThrough(app);
    const [first] = entriesOf(round.delphine);
    expect([inShort(round.delphine), first?.status, london(first?.starts)]).toEqual([['REQUEST 0'], 'CONFIRMED', asLondon(inDays(7), '10:00')]);
    expect(first?.source).toContain('AW-0231');
    expect(first?.source).toContain('https://onestory.example.org/reviews');
    expect([inShort(round.idris), entriesOf(round.idris)[0]?.source.includes('AW-0231')]).toEqual([['REQUEST 0'], false]);
    const { family } = (await app.sql<{ family: string }>('select family from person where person_id = $1', [personId]))[0] ?? { family: '' };
    for (const secret of [family, 'Margery', 'Jo', 'Whitcombe', 'Delphine', 'Marlshire', 'Age Well', 'Quillet', 'ospital', personId]) {
      for (const letter of post.letters.filter(({ to }) => to === round.delphine.email)) expect([letter.subject, ...partsOf(letter.source).map(({ content }) => content)].join('\n')).not.toContain(secret);
    }

    const again = await moved(review, `${inDays(9)}T14:30`);
    await workThrough(app);
    const second = entriesOf(round.delphine)[1];
    expect([inShort(round.delphine), second?.uid, london(second?.starts)]).toEqual([['REQUEST 0', 'REQUEST 1'], first?.uid, asLondon(inDays(9), '14:30')]);

    const read = (): string[] => post.letters.filter(({ to }) => to === round.delphine.email).map(({ source }) => partsOf(source).map(({ content }) => content).join(' ').replace(/=\r?\n/g, ''));
    expect(read().map((letter) => letter.includes('If you had another day for it, this one holds now.'))).toEqual([false, true]);

    await act(again, 'moves', { to: 'cancelled', because: 'She is on holiday' });
    await workThrough(app);
    const third = entriesOf(round.delphine)[2];
    expect([inShort(round.delphine), third?.uid, third?.status, inShort(round.idris)]).toEqual([['REQUEST 0', 'REQUEST 1', 'CANCEL 2'], first?.uid, 'CANCELLED', ['REQUEST 0', 'REQUEST 1', 'CANCEL 2']]);
    await app.sql(`update onestory_jobs.job set state = 'retry', start_after = now(), completed_on = null where name = 'calendar' and data ->> 'userId' = $1 and data ->> 'subjectId' = $2`, [round.delphine.userId, review.id]);
    await workThrough(app);
    expect(new Set(entriesOf(round.delphine).slice(3).map(({ method, sequence }) => `${method} ${sequence}`))).toEqual(new Set(['CANCEL 2']));
  });

  it('is at the hour that was said on both sides of the change of summer time', async () => {
    const review = await asked(await booked('2029-03-23T10:00'));
    await moved(review, '2029-03-26T10:00');
    await workThrough(app);
    expect(entriesOf(round.delphine).map(({ starts }) => [starts.toISOString(), london(starts)])).toEqual([['2029-03-26T09:00:00.000Z', '26/03/2029, 10:00']]);
  });

  it('is taken out for whoever is taken off, and put in for whoever is asked later, and nobody else hears of either', async () => {
    const [trust, ageWell] = [`organisation:${round.trust.id}`, `organisation:${round.ageWell.id}`];
    const review = await asked(await booked(), { who: [{ key: ageWell, invite: 'no', because: 'they_asked' }] });
    await workThrough(app);
    expect([inShort(round.delphine), inShort(round.idris)]).toEqual([[], ['REQUEST 0']]);
    const swapped = await asked(review, { who: [{ key: ageWell, invite: 'yes' }, { key: trust, invite: 'no', because: 'not_concerned' }] });
    await workThrough(app);
    expect([inShort(round.delphine), inShort(round.idris)]).toEqual([['REQUEST 1'], ['REQUEST 0', 'CANCEL 1']]);
    const back = await asked(swapped, { who: [{ key: trust, invite: 'yes' }] });
    await workThrough(app);
    expect([inShort(round.delphine), inShort(round.idris)]).toEqual([['REQUEST 1'], ['REQUEST 0', 'CANCEL 1', 'REQUEST 2']]);
    await act(back, 'moves', { to: 'paused_unable', returnBy: inDays(20), because: 'She is in hospital' });
    await workThrough(app);
    expect([inShort(round.delphine), inShort(round.idris)]).toEqual([['REQUEST 1', 'CANCEL 2'], ['REQUEST 0', 'CANCEL 1', 'REQUEST 2', 'CANCEL 3']]);
  });

  it('I23: leaves no trace of whoever helps discreetly, and none with whoever is left out in confidence', async () => {
    const ageWell = `organisation:${round.ageWell.id}`;
    const review = await asked(await booked(), { who: [{ key: ageWell, invite: 'no', because: 'confidential', words: 'Their driver is her former partner' }] });
    await workThrough(app);
    const before = post.letters.length;
    await addToCircle(jo, personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['circle'] });
    const known = await asked(review);
    await workThrough(app);
    expect([inShort(round.anita), inShort(round.idris), inShort(round.delphine)]).toEqual([['REQUEST 0'], ['REQUEST 0'], []]);
    expect(post.letters.slice(before).every(({ to }) => to === round.anita.email)).toBe(true);
    await asked(known, { who: [{ key: `organisation:${round.havenRow.id}`, invite: 'no', because: 'they_asked' }] });
    const last = await moved((await jo.get(api(`/${review.id}`))).body as WholeReview, `${inDays(8)}T10:00`);
    await workThrough(app);
    expect([last.startsAt, inShort(round.idris), inShort(round.delphine)]).toEqual([expect.anything(), ['REQUEST 0', 'REQUEST 1'], []]);
    expect((await delphine.get(`/people/${personId}/reviews/${review.id}/calendar.ics`)).status).toBe(404);
  });

  it('reaches the calendar of nobody whose access has ended by then, and of nobody after a death was reported', async () => {
    const review = await asked(await booked());
    await app.sql('update membership set ends = now() where id = $1', [round.delphine.membershipId]);
    await workThrough(app);
    expect([inShort(round.delphine), inShort(round.idris)]).toEqual([[], ['REQUEST 0']]);
    await app.sql('update person set deceased_on = current_date where person_id = $1', [personId]);
    await moved(review, `${inDays(9)}T10:00`);
    await workThrough(app);
    expect(inShort(round.idris)).toEqual(['REQUEST 0']);
  });

  describe('of the person', () => {
    const rule = (): Promise<unknown> => app.sql(`insert into safe_contact (person_id, id, channel, allowed, who_answers, sealed_to, source, created_by) values ($1, $2, 'email', true, 'Her husband', $3, 'ui', $4)`, [personId, newId(), [newId()], round.jo.userId]);

    it('leads to their own page, and a family carer, who reads no review, gets none', async () => {
      const [own, carer] = [await letIn(app, personId, 'person'), await letIn(app, personId, 'carer', { categories: ['circle'] })];
      const review = await asked(await booked());
      await workThrough(app);
      expect([inShort(own), inShort(carer)]).toEqual([['REQUEST 0'], []]);
      expect(entriesOf(own)[0]?.source).toContain('https://onestory.example.org/me');
      expect(wordsOf((await jo.get(`/people/${personId}/reviews/${review.id}`)).text)).toContain('gets the day by e-mail');
      await asked(review, { who: [{ key: 'person', invite: 'no', because: 'person_does_not_want' }] });
      await workThrough(app);
      expect([inShort(own), inShort(round.idris)]).toEqual([['REQUEST 0'], ['REQUEST 0']]);
    });

    it('I24: is not written to where it is not safe, also by a rule that the chair may not know of, and the chair is told that nothing goes out', async () => {
      const own = await letIn(app, personId, 'person');
      await rule();
      const review = await asked(await booked());
      await workThrough(app);
      expect([inShort(own), inShort(round.idris)]).toEqual([[], ['REQUEST 0']]);
      const page = wordsOf((await jo.get(`/people/${personId}/reviews/${review.id}`)).text);
      expect([page.includes('Nothing goes to them by e-mail: it is not safe'), page.includes('husband')]).toEqual([true, false]);
      expect(wordsOf((await idris.get(`/people/${personId}/reviews/${review.id}`)).text)).not.toContain('by e-mail');
    });
  });

  it('is put there by hand too: “Add to my calendar” is the same entry, and says no more than the letter', async () => {
    const review = await asked(await booked());
    await workThrough(app);
    expect((await delphine.get(`/people/${personId}/reviews/${review.id}`)).text).toContain('Add to my calendar');
    const file = await delphine.get(`/people/${personId}/reviews/${review.id}/calendar.ics`).expect(200);
    expect([file.headers['content-type'], file.headers['content-disposition']]).toEqual(['text/calendar; charset=utf-8', 'attachment; filename="review.ics"']);
    const { method, event, starts, attendees } = eventOf(file.text);
    const [sent] = entriesOf(round.delphine);
    expect([method, event['UID'], Number(event['SEQUENCE']), starts, attendees]).toEqual([null, sent?.uid, sent?.sequence, sent?.starts, []]);
    for (const secret of ['Margery', 'Whitcombe', 'Quillet', 'ospital', personId]) expect(file.text).not.toContain(secret);
    const due = await act(review, 'moves', { to: 'cancelled', because: 'No time' });
    expect(eventOf((await delphine.get(`/people/${personId}/reviews/${due.id}/calendar.ics`).expect(200)).text).event['STATUS']).toBe('CANCELLED');
  });
});
