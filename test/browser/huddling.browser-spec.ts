import type { TestApp } from '../support/app';
import { PASSWORD } from '../support/staff';
import { aHuddleTeam, oneOfTheTeam, type HuddleTeam } from '../journeys/huddles';
import { inDays } from '../journeys/plans';
import type { Round } from '../journeys/round';
import { FEW, type Hand } from './hand';
import { walksInARound, type Walks } from './place';

const NAMES = [
  'Agnes', 'Bertie', 'Cora', 'Dilys', 'Edwin', 'Freya', 'Gwen', 'Hamid', 'Iris', 'Joseph', 'Kavita', 'Leon', 'Mabel', 'Nadia', 'Oscar', 'Pearl', 'Quentin', 'Rosa', 'Stefan', 'Thora', 'Ursula', 'Vernon', 'Winnie', 'Zainab',
] as const;
let app: TestApp;
let walks: Walks;
let round: Round;

beforeAll(async () => {
  ({ app, walks, round } = await walksInARound());
});
afterAll(() => walks?.close());

/** Every third is helped by the nurses, every fourth by the charity: of 24 the one sees 8, the other 6, and two of them are the same. */
const byNurses = (_: string, n: number): boolean => n % 3 === 0;
const byCharity = (_: string, n: number): boolean => n % 4 === 0;
async function aTeamOf24(): Promise<HuddleTeam> {
  const team = await aHuddleTeam(app, round);
  for (const [n, given] of NAMES.entries()) await oneOfTheTeam(round, team, { nurses: byNurses(given, n), charity: byCharity(given, n) }, { given, family: `Test${String.fromCharCode(97 + n)}brgvl` });
  return team;
}

const namesOn = async (hand: Hand): Promise<string[]> => (await hand.page.locator('li[id^="line-"] a').allInnerTexts()).map((name) => name.split(' ')[0] ?? '');

describe('a huddle of 24 people and three organisations', () => {
  jest.setTimeout(300_000);

  it('is gone through by its chair; the nurse and the charity’s worker each see their own, and no number or gap tells of the others', () => walks.walk(async (chair) => {
    const team = await aTeamOf24();
    await chair.signIn(team.denise.email, PASSWORD, /./);
    await chair.open(`/huddles?team=${team.id}`, /Huddle/);
    for (const { name } of [round.idris, round.delphine]) await chair.tick(new RegExp(name));
    await chair.follow(chair.button('Begin, and chair it'), /Huddle of/);
    expect(await namesOn(chair)).toEqual([...NAMES]);
    const at = new URL(chair.page.url()).pathname;

    const others = [[round.idris, byNurses], [round.delphine, byCharity]] as const;
    const hands: Hand[] = [];
    const before: string[] = [];
    for (const [{ email }, may] of others) {
      const hand = await chair.another();
      await hand.signIn(email, PASSWORD, 'Today');
      await hand.open(at, /Huddle of/);
      expect(await namesOn(hand)).toEqual(NAMES.filter(may));
      for (const [n, name] of NAMES.entries()) expect([name, (await hand.page.content()).includes(name)]).toEqual([name, may(name, n)]);
      before.push(await hand.words());
      expect((before.at(-1) ?? '').replace(team.id, '').replace(/\d+ \w+ 20\d\d|January|May|3 May 1944/g, '')).not.toMatch(/\d/);
      hands.push(hand);
    }

    await chair.follow(chair.button(/^Go on with Agnes/), /In the huddle/);
    expect(await chair.words()).toMatch(/Who stays in the room[^]*Delphine Carter[^]*Idris Vaughan/);
    await chair.choose('Somebody does something');
    await chair.follow(chair.button('Save and go on'), /In the huddle/);
    for (const words of ['Choose whether they stay on the list']) expect(await chair.words()).toContain(words);
    await chair.type('If somebody does something: what?', 'Rings about the boiler');
    await chair.choose(/^Idris Vaughan/);
    await chair.typeDay('dueOn', inDays(3));
    await chair.choose('Stays on the list');
    await chair.follow(chair.button('Save and go on'), /In the huddle/);
    expect(await chair.page.content()).toContain('Bertie');
    expect(await chair.words()).toMatch(/Ask these to leave, and call them back after:[^]*Delphine Carter[^]*Idris Vaughan/);
    await chair.choose('Nothing more to do now');
    await chair.choose('Comes off the list');
    await chair.follow(chair.button('Save and go on'), /In the huddle/);
    expect(await chair.page.content()).toContain('Cora');
    await chair.choose('A full review with everybody who helps');
    await chair.typeDay('dueOn', inDays(9));
    await chair.choose('Comes off the list');
    await chair.follow(chair.button('Save and go on'), /In the huddle/);

    // Of what came of Bertie and Cora, whom neither sees, their pages say nothing; of Agnes both read it.
    for (const [n, hand] of hands.entries()) {
      await hand.open(at, /Huddle of/);
      const now = await hand.words();
      expect(now).toContain('Rings about the boiler. Stays on the list');
      expect(now.replace(/Idris Vaughan, Marl Valley Trust, by .* Stays on the list/, 'Not talked about yet')).toBe(before[n]);
      await hand.leave();
    }
    await chair.open(at, /Huddle of/);
    await chair.follow(chair.button('End the huddle'), /Huddle of/);
    expect(await chair.words()).toContain('Who was there');
  }, FEW));
});
