import { PASSWORD } from '../support/staff';
import type { Visitor } from '../support/app';
import { planOf, publish } from '../journeys/plans';
import { margery, type Round } from '../journeys/round';
import { WAYS } from './hand';
import { walksInARound, type Walks } from './place';

let walks: Walks;
let round: Round;
let jo: Visitor;

beforeAll(async () => {
  ({ walks, round, jo } = await walksInARound());
});
afterAll(() => walks?.close());

describe('what is typed', () => {
  jest.setTimeout(240_000);

  it('keeps itself, is there again after signing out, and is saved then', () => walks.walk(async (hand) => {
    const personId = await margery(round, jo);
    await publish(jo, personId);
    await hand.signIn(round.jo.email, PASSWORD, 'Today');
    await hand.open(`/people/${personId}/plan/draft`, 'Revise the plan');
    await hand.type('What matters most to Margery?', 'Singing, typed and never sent');
    await hand.page.locator('[data-kept]', { hasText: 'Kept for you at' }).waitFor();
    await hand.open('/sign-out', /Sign out/);
    await hand.follow(hand.button('Sign out'), /Sign in/);
    await hand.signIn(round.jo.email, PASSWORD, 'Today');
    await hand.open(`/people/${personId}/plan/draft`, 'Revise the plan');
    expect(await hand.words()).toContain('have not saved it');
    await hand.follow(hand.button('Save as a draft'), 'Revise the plan');
    expect([await hand.page.locator('#whatMatters').inputValue(), (await hand.words()).includes('have not saved it')]).toEqual(['Singing, typed and never sent', false]);
    expect((await planOf(jo, personId)).draft).not.toBeNull();
  }, WAYS.filter(({ script }) => script)));
});
