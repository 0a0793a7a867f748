import fc from 'fast-check';
import type { Visitor } from '../support/app';
import { runsOf } from '../support/moves';
import { aHuddleTeam, beginHuddle, huddleOf, oneOfTheTeam, type HuddleTeam } from './huddles';
import { wordsOf } from './people';
import { startRound, type RoundAtWork } from './round';

/** A fraction of the runs that a property has: each of these is a huddle with everybody in it. */
const RUNS = runsOf(25, 4);

let { app, round, idris, delphine } = {} as RoundAtWork;
beforeAll(async () => {
  ({ app, round, idris, delphine } = await startRound());
});
afterAll(() => app?.close());

const shape = fc.record({ nurses: fc.boolean(), charity: fc.boolean(), outcome: fc.option(fc.constantFrom('none' as const, 'stays' as const)) });
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

/** What somebody is shown of a huddle: the page without what differs between two huddles, and JSON; in both names and ids stand for the place of the person among those whom the reader may see. */
async function shown(visitor: Visitor, id: string, team: HuddleTeam, seen: readonly string[]): Promise<string> {
  const { items, there, chair } = await huddleOf(visitor, id);
  const page = (await visitor.get(`/huddles/${id}`).expect(200)).text;
  const main = /<main[^]*<\/main>/.exec(page)?.[0] ?? '';
  let told = JSON.stringify({ items: items.map(({ version, reasons, outcome, decided, stays, personId }) => ({ version, reasons, outcome, decided, stays, place: seen.indexOf(personId) })), there: there.map(({ name, organisation }) => [name, organisation]), chair }) + wordsOf(main);
  for (const { personId, id: line, name } of items) told = told.replaceAll(name, `Somebody ${seen.indexOf(personId)}`).replaceAll(personId, '').replaceAll(line, '');
  return told.replaceAll(team.id, 'team');
}

/** A team with these people, gone through by its manager. */
async function held(people: readonly Shape[]): Promise<{ team: HuddleTeam; id: string; all: string[] }> {
  const team = await aHuddleTeam(app, round);
  const all: string[] = [];
  // The same order by name in both worlds.
  for (const [n, helped] of people.entries()) all.push(await oneOfTheTeam(round, team, helped, { given: 'Wyn', family: `Test${String.fromCharCode(97 + n)}brgvl` }));
  const { id, items } = await beginHuddle(team.chair, team, [round.idris, round.delphine]);
  for (const [n, { outcome }] of people.entries()) {
    const line = items.find(({ personId }) => personId === all[n]);
    if (outcome && line) await team.chair.send('post', `/api/people/${line.personId}/huddles/${line.id}/outcome`, { outcome: 'none', next: outcome === 'stays' ? 'stays' : 'off' }).set('If-Match', '"1"').expect(200);
  }
  return { team, id, all };
}

it('whoever is there sees exactly those whom they may see, and nothing on the page differs by who else is on the list or what comes of them', async () => {
  let [hidden, visible] = [0, 0];
  await fc.assert(fc.asyncProperty(fc.array(shape, { minLength: 1, maxLength: 6 }), async (people) => {
    const full = await held(people);
    expect((await huddleOf(full.team.chair, full.id)).items.map(({ personId }) => personId)).toEqual(full.all);
    for (const [visitor, may] of [[idris, 'nurses'], [delphine, 'charity']] as const) {
      const seen = full.all.filter((_, n) => people[n]?.[may]);
      [hidden, visible] = [hidden + full.all.length - seen.length, visible + seen.length];
      expect((await huddleOf(visitor, full.id)).items.map(({ personId }) => personId)).toEqual(seen);
      const page = (await visitor.get(`/huddles/${full.id}`).expect(200)).text;
      expect([...page.matchAll(/href="\/people\/([0-9a-f-]{36})\/huddles/g)].map((match) => match[1])).toEqual(seen);
      const only = await held(people.filter((one) => one[may]));
      expect(await shown(visitor, full.id, full.team, seen)).toBe(await shown(visitor, only.id, only.team, only.all));
    }
  }), { numRuns: RUNS });
  expect([hidden > 0, visible > 0]).toEqual([true, true]);
}, 600_000);
