import type { ContributionItem } from '../../apps/server/src/reviews/contribution-item';
import type { WholeReview } from '../../apps/server/src/reviews/review-item';
import type { Visitor } from '../support/app';
import { workThrough } from '../support/jobs';
import { aWorker } from '../support/staff';
import { codes, wordsOf } from './people';
import { inDays, publish, smallest, type Plan } from './plans';
import { addToCircle, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

interface Asked { personId: string; plan: Plan; goal: string; review: WholeReview; at: (path?: string) => string; api: (path?: string) => string }
/** Somebody with a plan, to whose review everybody is asked. The nurses read the plan, the charity does not. */
async function asked(more: Record<string, unknown> = {}): Promise<Asked> {
  const personId = await margery(round, jo);
  const plan = await publish(jo, personId, { ...smallest(), ...more });
  const { body } = await jo.send('post', `/api/people/${personId}/reviews`, { occasion: 'time', mode: 'desk', startsAt: `${inDays(7)}T10:00` }).expect(201);
  const { id, version } = body as WholeReview;
  const review = (await jo.send('post', `/api/people/${personId}/reviews/${id}/invitations`, { fullPart: 'yes', send: true }).set('If-Match', `"${version}"`).expect(200)).body as WholeReview;
  return { personId, plan, goal: plan.goals[0]?.id ?? '', review, at: (path = '') => `/people/${personId}/reviews/${id}${path}`, api: (path = '') => `/api/people/${personId}/reviews/${id}${path}` };
}
const saidTo = async (visitor: Visitor, { api }: Asked): Promise<ContributionItem[]> => ((await visitor.get(api('/answers')).expect(200)).body as { items: ContributionItem[] }).items;
interface Mine { id: string; answered: string; coming: string | null; toConfirm: boolean; reference: string | null }
const mineOf = async (visitor: Visitor, { review }: Asked): Promise<Mine | undefined> => ((await visitor.get('/api/reviews').expect(200)).body as { items: Mine[] }).items.find(({ id }) => id === review.id);

describe('a partner who is asked to a review', () => {
  it('finds it in “Reviews” and on Today, answers one question a page, checks, sends, and need not come', async () => {
    const it = await asked();
    expect(await mineOf(idris, it)).toMatchObject({ answered: 'not yet', coming: null });
    expect(wordsOf((await idris.get('/reviews')).text)).toContain('They wait for your answer');
    const today = wordsOf((await idris.get('/today')).text);
    expect([today.includes('Reviews that wait for your answer'), today.includes('Not answered yet')]).toEqual([true, true]);
    const tasks = wordsOf((await idris.get(it.at())).text);
    for (const words of ['What you are asked', 'Do you come?', 'Sing the Fauré at Easter, sitting down.', 'What else should the review know?', 'Not answered']) expect(tasks).toContain(words);
    expect(wordsOf((await idris.get(it.at(`/answer?item=${it.goal}`))).text)).toContain('How is this goal going?');
    expect(wordsOf((await idris.submit(it.at('/answer'), { item: it.goal, answer: '', text: 'A stool' }).expect(422)).text)).toContain('Choose how this goal is going');
    const kept = await idris.submit(it.at('/answer'), { item: it.goal, answer: 'stuck', text: 'A lift to the rehearsals' }).redirects(0).expect(303);
    expect(kept.headers['location']).toBe(it.at('/check'));
    expect([(await mineOf(idris, it))?.answered, await saidTo(jo, it)]).toEqual(['begun', []]);
    expect(wordsOf((await idris.get(it.at('/check'))).text)).toContain('Stuck. A lift to the rehearsals');
    await idris.submit(it.at('/check'), { readers: 'everybody' }).expect(303);
    await idris.submit(it.at('/check'), { readers: 'everybody' }).expect(303);
    await idris.submit(it.at('/coming'), { answer: 'no', text: 'Clinic on Thursdays' }).expect(303);
    expect(await mineOf(idris, it)).toMatchObject({ answered: 'sent', coming: 'no' });
    expect((await saidTo(jo, it)).map(({ kind, answer, text, author, organisation }) => [kind, answer, text, author, organisation])).toEqual([
      ['update', 'stuck', 'A lift to the rehearsals', 'Idris Vaughan', 'Marl Valley Trust'], ['coming', 'no', 'Clinic on Thursdays', 'Idris Vaughan', 'Marl Valley Trust'],
    ]);
    const chair = wordsOf((await jo.get(it.at())).text);
    for (const words of ['A lift to the rehearsals', 'Does not come, their update is in', 'Has not said whether they come, no update yet']) expect(chair).toContain(words);
    await workThrough(app);
    expect(((await jo.get('/api/notices')).body as { items: { kind: string; personId: string }[] }).items.filter(({ personId, kind }) => personId === it.personId && kind === 'review.answered')).toHaveLength(1);
  });

  it('I13: two colleagues who answer for the same organisation take nothing from each other unread', async () => {
    const it = await asked();
    const priyanka = await (await aWorker(app, round.trust, { name: 'Priyanka Rao', teamIds: [round.nursing] })).signIn();
    const page = it.at(`/answer?item=${it.goal}`);
    const read = /name="_version" value="(\d+)"/.exec((await priyanka.get(page).expect(200)).text)?.[1] ?? '';
    await idris.submit(it.at('/answer'), { item: it.goal, answer: 'stuck', text: 'She will not have the frame', _version: '0' }).redirects(0).expect(303);
    const clash = await priyanka.submit(it.at('/answer'), { item: it.goal, answer: 'going_well', text: 'The leg has healed', _version: read });
    expect([clash.status, clash.text.includes('The leg has healed')]).toEqual([409, true]);
    expect(wordsOf(clash.text)).toMatch(/Both answers are here Idris Vaughan has answered for you meanwhile: Stuck. “She will not have the frame”/);
    const now = /name="_version" value="(\d+)"/.exec(clash.text)?.[1] ?? '';
    await priyanka.submit(it.at('/answer'), { item: it.goal, answer: 'going_well', text: 'The leg has healed; she will not have the frame', _version: now }).redirects(0).expect(303);
    const [mine] = (await saidTo(idris, it));
    expect(mine).toMatchObject({ author: 'Priyanka Rao', text: 'The leg has healed; she will not have the frame' });

    await idris.send('post', it.api('/answers'), { item: it.goal, answer: 'stuck' }).expect(428);
    await idris.send('post', it.api('/answers'), { item: it.goal, answer: 'stuck' }).set('If-Match', '"1"').expect(412);
    await idris.send('post', it.api('/answers'), { item: it.goal, answer: mine?.answer, text: mine?.text }).expect(200);
    await idris.send('post', it.api('/answers'), { item: it.goal, answer: 'stuck' }).set('If-Match', `"${mine?.version}"`).expect(200);
    for (const [path, first, second] of [['/coming', { answer: 'yes' }, { answer: 'no' }]] as const) {
      await idris.send('post', it.api(path), first).expect(200);
      await priyanka.send('post', it.api(path), second).expect(428);
    }
  });

  it('who does not read the plan is asked what the review should know, and is heard all the same; to the chair alone if they choose', async () => {
    const it = await asked();
    const page = wordsOf((await delphine.get(it.at())).text);
    expect([page.includes('What else should the review know?'), page.includes('Fauré')]).toEqual([true, false]);
    expect((await delphine.send('post', it.api('/answers'), { item: it.goal, answer: 'stuck' })).status).toBe(404);
    expect(codes((await delphine.send('post', it.api('/answers'), {})).body)).toEqual(['/text required']);
    await delphine.send('post', it.api('/answers'), { text: 'He has stopped coming since the lift broke' }).expect(200);
    await delphine.send('post', it.api('/sending'), { readers: 'chair' }).expect(200);
    expect((await saidTo(jo, it)).map(({ text, readers }) => [text, readers])).toEqual([['He has stopped coming since the lift broke', 'chair']]);
    expect(await saidTo(idris, it)).toEqual([]);
  });

  it('is written down by the chair when they ring, and says whether that is right, beside it', async () => {
    const it = await asked();
    const page = wordsOf((await jo.get(it.at('/said'))).text);
    expect([page.includes('Said by telephone'), page.includes('Age Well Brackenbridge')]).toEqual([true, true]);
    await jo.submit(it.at('/said'), { organisation: round.ageWell.id, saidBy: 'Val Hope', text: 'She came twice in May' }).expect(303);
    expect((await delphine.send('post', it.api('/said'), { organisation: round.trust.id, saidBy: 'Val Hope', text: 'x' })).status).toBe(403);
    const [said] = await saidTo(idris, it);
    expect(said?.saidBy).toEqual({ name: 'Val Hope', organisation: 'Age Well Brackenbridge', confirmed: null });
    expect((await mineOf(delphine, it))?.toConfirm).toBe(true);
    expect((await idris.send('post', it.api('/confirmations'), { contribution: said?.id, answer: 'right' })).status).toBe(403);
    expect(wordsOf((await delphine.get(it.at())).text)).toContain('Written down for you: is it right?');
    expect(wordsOf((await delphine.get(it.at(`/confirm?contribution=${said?.id}`))).text)).toContain('She came twice in May');
    await delphine.submit(it.at('/confirm'), { contribution: said?.id ?? '', answer: 'not_right', text: 'Once in May' }).expect(303);
    expect((await mineOf(delphine, it))?.toConfirm).toBe(false);
    expect(wordsOf((await idris.get(it.at())).text)).toMatch(/They say that this is not right\s*: Once in May/);
    expect((await idris.get(it.at('/copy.txt')).expect(200)).text).toMatch(/She came twice in May[^]*They say that this is not right: Once in May/);
  });

  it('I25: says nothing wider than the goal about which it is: not to other organisations, not to the person', async () => {
    const it = await asked({ goals: [{ text: 'Stop drinking before Easter', category: 'drug_alcohol', audience: 'named', namedOrganisationIds: [round.fernlea.id], forPerson: 'no', noActionBecause: 'We wait' }] });
    const { goals } = (await jo.get(`/api/people/${it.personId}/care-plan`)).body as Plan;
    await jo.send('post', it.api('/answers'), { item: goals[0]?.id, answer: 'stuck', text: 'Worse' }).expect(200);
    await jo.send('post', it.api('/sending'), { readers: 'everybody' }).expect(200);
    const [row] = await app.sql<{ category: string; audience: string; shown: boolean }>(`select category, audience, visible_to_person as shown from review_contribution where person_id = $1`, [it.personId]);
    expect(row).toEqual({ category: 'drug_alcohol', audience: 'named', shown: false });
    expect(await saidTo(idris, it)).toEqual([]);
  });

  it('I23: what a discreet helper says is for those only who know of them, and no count betrays it', async () => {
    const it = await asked();
    await addToCircle(jo, it.personId, { organisationId: round.havenRow.id, membershipId: round.anita.membershipId, does: 'Advice', categories: ['circle', 'plan'] });
    const { version } = (await jo.get(it.api()).expect(200)).body as WholeReview;
    await jo.send('post', it.api('/invitations'), { fullPart: 'yes', send: true }).set('If-Match', `"${version}"`).expect(200);
    const before = wordsOf((await idris.get(it.at())).text);
    const anita = await round.anita.signIn();
    await anita.send('post', it.api('/coming'), { answer: 'yes' }).expect(200);
    await anita.send('post', it.api('/answers'), { text: 'She has a safe place' }).expect(200);
    await anita.send('post', it.api('/sending'), { readers: 'everybody' }).expect(200);
    expect((await saidTo(jo, it)).map(({ organisation }) => organisation)).toEqual(['Haven Row', 'Haven Row']);
    expect(await saidTo(idris, it)).toEqual([]);
    expect(wordsOf((await idris.get(it.at())).text)).toBe(before);
  });

  it('is not heard who is not asked, or in a review that is called off', async () => {
    const it = await asked();
    expect((await (await round.priya.signIn()).send('post', it.api('/coming'), { answer: 'yes' })).status).toBe(404);
    const { version } = (await jo.get(it.api())).body as WholeReview;
    await jo.send('post', it.api('/moves'), { to: 'cancelled', because: 'She is on holiday' }).set('If-Match', `"${version}"`).expect(200);
    expect((await idris.send('post', it.api('/coming'), { answer: 'yes' })).body).toMatchObject({ type: 'urn:onestory:review.over' });
    expect(await mineOf(idris, it)).toBeUndefined();
  });
});
