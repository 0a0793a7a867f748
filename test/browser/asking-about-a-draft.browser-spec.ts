import type { TestApp, Visitor } from '../support/app';
import { PASSWORD } from '../support/staff';
import { draft, inDays, planOf, publish, smallest } from '../journeys/plans';
import { letIn, margery, type Round } from '../journeys/round';
import { FEW } from './hand';
import { walksInARound, type Walks } from './place';

let app: TestApp;
let walks: Walks;
let round: Round;
let jo: Visitor;

beforeAll(async () => {
  ({ app, walks, round, jo } = await walksInARound());
});
afterAll(() => walks?.close());

describe('by keyboard on a desk, and without JavaScript on a phone', () => {
  jest.setTimeout(240_000);

  it('the key worker asks others about a draft, a partner suggests at its line, the person wants it changed and then agrees, and it is published', () => walks.walk(async (hand) => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    await draft(jo, personId, { ...smallest(), goals: undefined, needs: [{ text: 'A lift to choir' }], nextReviewOn: inDays(100) });
    const person = await letIn(app, personId, 'person', { name: 'Margery' });

    await hand.signIn(round.jo.email, PASSWORD, 'Today');
    await hand.open(`/people/${personId}/plan/draft`, 'Revise the plan');
    await hand.follow(hand.button('Save and ask others first'), /A draft of the plan/);
    expect(await hand.words()).toContain('Version 1 is the plan in force until this one is published');

    const nurse = await hand.another();
    await nurse.signIn(round.idris.email, PASSWORD, 'Today');
    await nurse.open(`/people/${personId}/plan`, /plan/i);
    await nurse.follow(nurse.link('Read the draft'), /A draft of the plan/);
    await nurse.follow(nurse.link(/Suggest a change\W+A lift to choir/), /Suggest a change/);
    expect(await nurse.words()).toContain('The draft says now');
    await nurse.type('What should it say instead?', 'A lift to choir and home');
    await nurse.choose('Yes');
    await nurse.follow(nurse.button('Send the suggestion'), 'A change to a need');
    expect(await nurse.words()).toContain('The draft said');
    await nurse.leave();

    await hand.open(`/people/${personId}/plan/draft`, 'Revise the plan');
    expect(await hand.words()).toContain('A lift to choir and home');
    await hand.stepsGoOn();
    await hand.follow(hand.button(/Save, close it and ask/), /A draft of the plan/);
    expect(await hand.words()).toContain('It waits for what the person says');

    const own = await hand.another();
    await own.signIn(person.email, PASSWORD, /Hello/);
    await own.follow(own.link('Read the draft'), 'A draft of my plan');
    await own.follow(own.button('Send what I think'), 'A draft of my plan');
    expect(await own.words()).toContain('Choose what you think of it');
    await own.choose('I want something changed first');
    await own.choose('Yes');
    await own.follow(own.button('Send what I think'), 'A draft of my plan');
    expect(await own.words()).toContain('wants something changed first');

    await hand.open(`/people/${personId}/plan/proposal`, /A draft of the plan/);
    await hand.follow(hand.button(/Write down what/), /What does .* say of the draft/);
    await hand.follow(hand.button('Save what came of it'), /What does .* say of the draft/);
    expect(await hand.words()).toContain('Choose');
    await hand.choose(/^They agree$/);
    await hand.choose('By phone');
    await hand.choose(/^Yes$/);
    await hand.follow(hand.button('Save what came of it'), /A draft of the plan/);
    await hand.follow(hand.button('Publish the plan'), /Care plan/);
    expect((await planOf(jo, personId)).plan).toMatchObject({ label: '2', personView: { view: 'agrees' } });

    await own.open(`/me?person=${personId}`, /Hello/);
    expect(await own.words()).not.toContain('There is a draft');
    await own.leave();
  }, FEW));
});
