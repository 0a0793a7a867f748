import { fileFrom, wordsIn } from '../support/pdf';
import { wordsOf } from './people';
import { draft, planOf, publish, smallest } from './plans';
import { letIn, margery, startRound, type RoundAtWork } from './round';

let { app, round, jo, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, jo, idris, delphine } = await startRound());
});
afterAll(() => app.close());

/** What the standard has besides a first plan. */
const MORE = {
  strengths: 'She keeps the score.', triggers: 'A cold, and salt.', earlySigns: 'A third pillow.', atNight: 'Rapid Response, 01632 960113', whatHelps: 'The radio in the kitchen.', noReply: 'Number 11 has a key.',
  carerCannot: 'Kestrel comes twice a day.', additionalPlans: 'Escalation plan: yellow folder by the bed.', money: 'Attendance allowance.', conditions: 'The tablet dries her eyes.', conditionsLead: 'Dr Achterberg',
  reviewer: 'Jo Whitcombe', whatMattersVoice: 'carer',
};
const pagesIn = (file: Buffer | undefined): number => (file?.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
const whole = (): Record<string, unknown> => ({
  ...smallest(), ...MORE,
  needs: [{ text: 'Getting to rehearsals', domain: 'transport', state: 'unmet', unmetReason: 'cost', askedFor: 'A taxi', offered: 'The bus', underlying: 'yes' }],
  goals: [{ text: 'Sing at Easter.', why: 'Nobody else knows the entries.', importance: 'most', actions: [{ what: 'Practise', doer: 'person', stageGoal: 'The first page by heart', strategies: 'After breakfast', notDo: 'The stairs', confidence: 8, reviewOn: '2031-01-15' }] }],
});

describe('A plan has every part of the national standard', () => {
  it('none of which holds up a first plan: the page names in one line what is still empty, and only to those who write', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    const expected = wordsOf((await jo.get(`/people/${personId}/plan`).expect(200)).text);
    expect(expected).toMatch(/The national standard also expects: .*strengths, what sets it off, early signs, what helps.*None of it is needed to go on/);
    expect((await planOf(jo, personId)) as unknown as { expects: string[] }).toMatchObject({ expects: expect.arrayContaining(['strengths', 'triggers', 'importance', 'confidence']) as string[] });
    expect(wordsOf((await idris.get(`/people/${personId}/plan`).expect(200)).text)).not.toContain('national standard');
    expect(await planOf(idris, personId)).toMatchObject({ expects: [] });
  });

  it('in its order on the page, on paper and on the person’s own page, and the same as JSON', async () => {
    const personId = await margery(round, jo);
    const plan = await publish(jo, personId, whole());
    const order = /What matters most.*In the words of a family carer.*Strengths.*She keeps the score\..*Needs.*Getting to rehearsals.*It costs too much.*Lies under other needs.*Asked for: A taxi.*Was offered: The bus.*Goals and steps.*Matters most to them.*On the way: The first page by heart.*How: After breakfast.*Does not do: The stairs.*8 of 10.*We look on 15 January 2031.*Who to ring.*at night and at weekends.*What sets it off.*Early signs.*If it goes wrong.*What helps.*When nobody answers.*If the carer cannot care.*Other plans.*yellow folder.*Money and who pays.*How my conditions affect each other.*Who leads on this: Dr Achterberg.*Who sees that we look again.*Jo Whitcombe/;
    const themself = await (await letIn(app, personId, 'person')).signIn();
    for (const [visitor, address] of [[jo, `/people/${personId}/plan`], [jo, `/people/${personId}/plan/print`], [themself, '/me']] as const) expect(wordsOf((await visitor.get(address).expect(200)).text)).toMatch(order);
    expect(plan.statements.map(({ section }) => section)).toEqual(['what_matters', 'strengths', 'triggers', 'early_signs', 'if_it_goes_wrong', 'who_to_ring', 'at_night', 'what_helps', 'no_reply', 'carer_cannot', 'additional_plans', 'money', 'conditions', 'reviewer']);
    expect(plan.needs[0]).toMatchObject({ state: 'unmet', unmetReason: 'cost', askedFor: 'A taxi', offered: 'The bus', underlying: true });
    expect(plan.goals[0]).toMatchObject({ importance: 'most', actions: [{ stageGoal: 'The first page by heart', strategies: 'After breakfast', notDo: 'The stairs', confidence: 8, reviewOn: '2031-01-15' }] });
  });

  it('and what is about money or health is for those who have that, as everywhere', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId, whole());
    // Age Well has the plan, and neither money nor health.
    const read = await planOf(delphine, personId);
    expect(read.statements.map(({ section }) => section)).not.toEqual(expect.arrayContaining(['money']));
    expect(wordsOf((await delphine.get(`/people/${personId}/plan`).expect(200)).text)).not.toMatch(/Attendance allowance|dries her eyes/);
  });

  it('goes on into the next version as it was, and what is different is told in words', async () => {
    const personId = await margery(round, jo);
    const first = await publish(jo, personId, whole());
    const [need, goal] = [first.needs[0], first.goals[0]];
    const revised = await draft(jo, personId, { earlySigns: 'A fourth pillow.', whatMattersVoice: 'self' });
    expect(revised.needs[0]).toMatchObject({ id: need?.id, askedFor: 'A taxi', underlying: true });
    expect(revised.goals[0]).toMatchObject({ id: goal?.id, importance: 'most', actions: [{ confidence: 8, notDo: 'The stairs' }] });
    const form = (await jo.get(`/people/${personId}/plan/draft`).expect(200)).text;
    expect(form).toMatch(/<details[^>]* open[^>]*>\s*<summary[^>]*>.*?More of the plan/s);
    await jo.send('patch', `/api/people/${personId}/care-plan/drafts/${revised.plan?.id}`, {
      goals: [{ item: goal?.id, text: 'Sing at Easter.', importance: 'very', actions: [{ item: goal?.actions[0]?.id, what: 'Practise', confidence: 9 }] }], nextReviewOn: smallest()['nextReviewOn'], personView: 'agrees', viewAsked: 'directly',
    }).set('If-Match', `"${revised.version}"`).expect(200);
    const { plan: now } = (await jo.get(`/api/people/${personId}/care-plan/drafts/${revised.plan?.id}`)).body as { plan: { version: number } };
    await jo.send('post', `/api/people/${personId}/care-plan/drafts/${revised.plan?.id}/publication`).set('If-Match', `"${now.version}"`).expect(201);
    expect(wordsOf((await jo.get(`/people/${personId}/plan/changes`).expect(200)).text)).toMatch(
      /Whose words: was In the words of a family carer, is now In their own words.*Early signs.*was A third pillow\., is now A fourth pillow\..*How important it is: was Matters most to them, is now Matters very much.*How sure they are \(of 10\): was 8, is now 9/);
  });

  it('refuses, and keeps, a number that is none, and a lead without what is led', async () => {
    const personId = await margery(round, jo);
    const page = await jo.submit(`/people/${personId}/plan/draft`, { whatMatters: 'Singing.', 'goals[0][text]': 'Sing', 'goals[0][actions][0][what]': 'Practise', 'goals[0][actions][0][confidence]': '11', _version: '0' }).expect(422);
    expect(page.text).toMatch(/href="#goals-0-actions-0-confidence"/);
    expect(page.text).toContain('value="11"');
    await jo.submit(`/people/${personId}/plan/draft`, { whatMatters: 'Singing.', conditionsLead: 'Dr Achterberg', _version: '0' }).expect(422);
  });
});

describe('What somebody says is wrong in a plan', () => {
  it('is reached by one link on the page, and by it every line that the reader sees', async () => {
    const personId = await margery(round, jo);
    const { needs, goals } = await publish(jo, personId, whole());
    const page = (await idris.get(`/people/${personId}/plan`).expect(200)).text;
    expect(page.match(/Record a mistake/g)).toBeNull();
    expect(page).toContain(`href="/people/${personId}/plan/wrong"`);
    const choose = (await idris.get(`/people/${personId}/plan/wrong`).expect(200)).text;
    expect(wordsOf(choose)).toMatch(/Parts of the plan.*Strengths: She keeps the score\..*Needs.*Getting to rehearsals.*Goals.*Sing at Easter\..*Steps.*Practise/);
    const addresses = [...choose.matchAll(/href="(\/people\/[^"]*\/corrections\/of\/[^"]*)"/g)].map((match) => match[1] ?? '');
    expect(addresses.length).toBe((await planOf(idris, personId)).statements.length + needs.length + goals.length + 1);
    for (const address of addresses.slice(-3)) await idris.get(address).expect(200);
  });
});

describe('The plan in large print', () => {
  it('is the same paper in larger letters', async () => {
    const personId = await margery(round, jo);
    await publish(jo, personId, whole());
    const [usual, large] = await Promise.all(['', '?size=large'].map(async (size) => (await fileFrom(jo.get(`/people/${personId}/plan/pdf${size}`)).expect(200)).body as Buffer));
    expect(pagesIn(large)).toBeGreaterThan(pagesIn(usual));
    expect(await wordsIn(large ?? Buffer.alloc(0))).toContain('Rapid Response, 01632 960113');
  });
});
