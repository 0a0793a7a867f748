import type { TestApp, Visitor } from '../support/app';
import { PASSWORD } from '../support/staff';
import { inDays, planOf, publish } from '../journeys/plans';
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

  it('a partner suggests a change beside a goal; the key worker comes to it from Today, takes it into the draft and publishes; the partner reads in which version', () => walks.walk(async (hand) => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    await hand.signIn(round.idris.email, PASSWORD, 'Today');
    await hand.open(`/people/${personId}/plan`, /plan/i);
    await hand.follow(hand.link(/Suggest a change\W+Sing the Fauré/).first(), /Suggest a change/);
    await hand.follow(hand.button('Send the suggestion'), /Suggest a change/);
    expect(await hand.words()).toContain('What should it say instead');
    await hand.type('What should it say instead?', 'Sing the Fauré at Easter, standing up');
    await hand.choose('Yes');
    await hand.follow(hand.button('Send the suggestion'), 'A change to a goal');
    expect(await hand.words()).toContain('Waits for an answer');

    const key = await hand.another();
    await key.signIn(round.jo.email, PASSWORD, 'Today');
    await key.open(`/people/${personId}/plan/suggestions`, /Suggestions/);
    await key.follow(key.link(/standing up/), 'A change to a goal');
    await key.follow(key.button('Answer'), 'A change to a goal');
    expect(await key.words()).toContain('What becomes of it?');
    await key.choose('Take it into the draft');
    await key.follow(key.button('Answer'), 'Revise the plan');
    expect(await key.page.locator('#goals-0-text').inputValue()).toBe('Sing the Fauré at Easter, standing up');
    await key.stepsGoOn();
    await key.typeDay('nextReviewOn', inDays(120));
    await key.choose(/^They agree$/);
    await key.select('How were they asked?', 'Directly');
    await key.follow(key.button('Publish the plan'), /plan/i);
    expect((await planOf(jo, personId)).goals[0]?.text).toBe('Sing the Fauré at Easter, standing up');
    await key.leave();

    await hand.open(`/people/${personId}/plan/suggestions`, /Suggestions/);
    expect(await hand.words()).toContain('In version 2');
  }, FEW));

  it('a suggestion is not taken, with a reason; another is taken back; and a person asks for a change on their own page', () => walks.walk(async (hand) => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    const person = await letIn(app, personId, 'person', { name: 'Margery' });
    await hand.signIn(round.idris.email, PASSWORD, 'Today');
    for (const words of ['The day centre on Tuesdays', 'A rail by the back step']) {
      await hand.open(`/people/${personId}/plan/suggestions/new`, 'Suggest something new');
      await hand.choose('Something that is needed');
      await hand.type('What should stand in the plan?', words);
      await hand.choose('Yes');
      await hand.follow(hand.button('Send the suggestion'), 'Need suggested');
    }
    await hand.follow(hand.button('Take it back'), /Suggestions/);
    expect(await hand.words()).toMatch(/A rail by the back step\s+Taken back/i);

    const key = await hand.another();
    await key.signIn(round.jo.email, PASSWORD, 'Today');
    await key.open(`/people/${personId}/plan/suggestions`, /Suggestions/);
    await key.follow(key.link(/The day centre/), 'Need suggested');
    await key.choose('Do not take it');
    await key.follow(key.button('Answer'), 'Need suggested');
    expect(await key.words()).toContain('Choose why it is not taken');
    await key.select('If it is taken in part, or not: why?', 'The person does not want it');
    await key.follow(key.button('Answer'), /Suggestions/);
    await key.leave();
    await hand.open(`/people/${personId}/plan/suggestions`, /Suggestions/);
    expect(await hand.words()).toContain('The person does not want it');

    const home = await hand.another();
    await home.signIn(person.email, PASSWORD, /Hello/);
    await home.follow(home.link(/Ask for a change to my plan/), 'Ask for a change to my plan');
    await home.choose('Something that is needed');
    await home.type('What should stand in the plan?', 'Somebody to sing with');
    await home.follow(home.button('Send'), 'Ask for a change to my plan');
    expect(await home.words()).toContain('Waits for an answer');
    await home.follow(home.button(/Take it back/), 'Ask for a change to my plan');
    expect(await home.words()).toMatch(/Taken back/i);
    await home.leave();
  }, FEW));
});
