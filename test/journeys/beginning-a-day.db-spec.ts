import 'reflect-metadata';
import { localDay } from '@app/kernel';
import type { Today } from '../../apps/server/src/today/today.desk';
import { startTestApp, type TestApp, type Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { aService } from '../support/services';
import { aFamilyName, register, wordsOf } from './people';
import { inDays, publish, smallest } from './plans';
import { aRound, margery, type Round } from './round';

describe('beginning a day', () => {
  let app: TestApp;
  let round: Round;
  let jo: Visitor;
  let idris: Visitor;
  let person: string;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());
  beforeEach(async () => {
    round = await aRound(app);
    [jo, idris] = [await round.jo.signIn(), await round.idris.signIn()];
    person = await margery(round, jo);
    await idris.send('post', '/api/notices/read', {});
  });

  const todayOf = async (visitor: Visitor): Promise<Today> => (await visitor.get('/api/today').expect(200)).body as Today;
  const helperOf = async (organisationId: string): Promise<string> =>
    ((await jo.get(`/api/people/${person}/circle`)).body as { items: { id: string; organisationId: string }[] }).items.find((one) => one.organisationId === organisationId)?.id ?? '';
  const steps = (...actions: Record<string, unknown>[]): Record<string, unknown> => ({ ...smallest(), nextReviewOn: inDays(4), goals: [{ text: 'Sing at Easter', actions }] });
  const section = (html: string, id: string): string => new RegExp(`<section[^>]*aria-labelledby="${id}".*?</section>`, 's').exec(html)?.[0] ?? '';
  const peopleIn = (html: string): string[] => [...html.matchAll(/href="\/people\/([0-9a-f-]{36})"/g)].map((match) => match[1] ?? '');
  const stepsIn = (html: string): string[] => [...html.matchAll(/\/plan\/actions\/([0-9a-f-]{36})"/g)].map((match) => match[1] ?? '');

  it('names the steps that are one’s own: due now among what comes first, the others of the week below; page and JSON the same', async () => {
    await publish(jo, person, steps(
      { what: 'Ring the clinic', doer: round.jo.membershipId, dueOn: localDay(new Date()) }, { what: 'Visit with Callum', doer: round.jo.membershipId, dueOn: inDays(3) },
      { what: 'Much later', doer: round.jo.membershipId, dueOn: inDays(30) }, { what: 'Dress the leg', doer: await helperOf(round.trust.id), dueOn: inDays(2) },
    ));
    const today = await todayOf(jo);
    expect(today.doFirst).toMatchObject([{ personId: person, why: [{ kind: 'step', what: 'Ring the clinic' }] }]);
    expect(today.steps.map((one) => one.what)).toEqual(['Visit with Callum']);
    const { text } = await jo.get('/today');
    expect(peopleIn(section(text, 'do-first'))).toEqual([person]);
    expect(stepsIn(section(text, 'steps'))).toEqual(today.steps.map((one) => one.itemId));
    expect(wordsOf(section(text, 'do-first'))).toContain('Step due today : Ring the clinic');
    expect(wordsOf(section(text, 'steps'))).toContain('Your steps this week (1)');
    expect((await todayOf(idris)).steps).toEqual([]);
  });

  it('names a partner’s steps when the circle names them', async () => {
    await publish(jo, person, steps({ what: 'Lunch on Thursday', category: 'contacts', doer: await helperOf(round.ageWell.id), dueOn: inDays(2) }));
    const delphine = await round.delphine.signIn();
    const mo = await round.mo.signIn();
    expect((await todayOf(mo)).steps).toEqual([]);
    const seen = (await todayOf(delphine)).steps;
    expect(seen).toMatchObject([{ personId: person, what: 'Lunch on Thursday' }]);
  });

  it('I17: counts the reviews of the week as many as it lists, and those only whom one leads', async () => {
    await publish(jo, person, steps({ what: 'Practise', doer: 'person' }));
    const today = await todayOf(jo);
    expect(today.reviews).toMatchObject([{ personId: person, reviewOn: inDays(4) }]);
    const shown = section((await jo.get('/today')).text, 'reviews');
    expect(wordsOf(shown)).toContain('Reviews this week (1)');
    expect(peopleIn(shown)).toEqual([person]);
  });

  it('names what others owe: an overdue step of a partner, until it is done', async () => {
    await publish(jo, person, steps({ what: 'Dress the leg', doer: await helperOf(round.trust.id), dueOn: inDays(2) }));
    expect((await todayOf(jo)).waiting.steps).toEqual([]);
    await app.sql(`set session_replication_role = replica; update care_action set due_on = current_date - 3 where person_id = '${person}'; reset session_replication_role`);
    const { waiting: { steps: [owed, ...others] } } = await todayOf(jo);
    expect(others).toEqual([]);
    expect(owed).toMatchObject({ personId: person, what: 'Dress the leg', doer: expect.stringContaining('Marl Valley Trust') as string });
    const shown = section((await jo.get('/today')).text, 'waiting');
    expect(wordsOf(shown)).toContain('Waiting on others (1)');
    expect(stepsIn(shown)).toEqual([owed?.itemId]);
    expect((await todayOf(idris)).waiting.steps).toEqual([]);
    await app.sql(`set session_replication_role = replica; update care_action set state = 'done' where person_id = '${person}'; reset session_replication_role`);
    expect((await todayOf(jo)).waiting.steps).toEqual([]);
  });

  it('names the referrals that wait for an answer, to who receives them by as much as was agreed to go along, and what came back, to who sent it', async () => {
    const service = await aService(app, round.ageWell, { name: 'Lunch club' });
    const family = aFamilyName();
    const stranger = await register(jo, { family });
    const sent = (await jo.send('post', `/api/people/${stranger}/referrals`, {
      serviceId: service, needDomain: 'people_loneliness', needText: 'Company at midday', whyNow: 'Eats alone', agreedHow: 'in_person', spokeAlone: true, facts: ['age'], opens: ['about_me', 'contacts'],
    }).expect(201)).body as { id: string; version: number };
    const delphine = await round.delphine.signIn();
    expect((await todayOf(delphine)).referrals).toMatchObject([{ id: sent.id, name: 'Somebody aged 80 to 89', service: 'Lunch club', organisation: 'Marlshire County Council', state: 'sent' }]);
    const shown = section((await delphine.get('/today')).text, 'referrals');
    expect(wordsOf(shown)).toContain('Referrals that wait for you (1)');
    expect(shown).toContain(`/referrals/${sent.id}`);
    expect(shown).not.toContain(family);
    const [listed] = await app.sql<{ people: string[] }>(`select person_ids as people from audit_event where action = 'list' and subject = 'Referral' and subject_ids @> array[$1]::uuid[] order by at desc limit 1`, [sent.id]);
    expect(listed?.people).toEqual([stranger]);
    await app.sql('update referral set answer_by = current_date - 2 where id = $1', [sent.id]);
    expect(wordsOf(section((await delphine.get('/today')).text, 'referrals'))).toContain('waits for your answer. Answer was due');
    expect((await todayOf(jo)).referrals).toEqual([]);
    await delphine.send('post', `/api/referrals/${sent.id}/decline`, { reason: 'no_capacity' }).set('If-Match', `"${sent.version}"`).expect(200);
    expect((await todayOf(delphine)).referrals).toEqual([]);
    expect((await todayOf(jo)).referrals).toMatchObject([{ id: sent.id, state: 'declined' }]);
    await workThrough(app);
    expect((await todayOf(jo)).news.map((one) => one.kind)).toContain('referral.declined');
  });

  it('shows what is new, with the number of all that is', async () => {
    await publish(jo, person);
    await workThrough(app);
    const today = await todayOf(idris);
    expect(today.news.map((one) => one.kind)).toContain('care-plan.published');
    const { text } = await idris.get('/today');
    expect(wordsOf(section(text, 'news'))).toContain(`New for you (${today.news.length})`);
    expect(wordsOf(section(text, 'news'))).toContain('Jo Whitcombe published a new version of the plan');
  });

  it('I23: names nobody’s steps, reviews or questions to whom the person is not open', async () => {
    await publish(jo, person, steps({ what: 'Ring the clinic', doer: round.jo.membershipId, dueOn: localDay(new Date()) }));
    const mo = await round.mo.signIn();
    expect(await todayOf(mo)).toMatchObject({ doFirst: [], steps: [], reviews: [], waiting: { questions: [], steps: [] }, news: [] });
    expect((await mo.get('/today')).text).not.toContain(person);
  });
});
