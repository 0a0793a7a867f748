import fc from 'fast-check';
import { TimelineQueries } from '@app/overviews';
import { ContactsService } from '@app/contacts';
import type { Actor } from '@app/kernel';
import { Merges } from '@app/persons';
import { SharingService } from '@app/sharing';
import { anOrganisation, aPerson, aWorker, openPlace, type Organisation, type Place } from '../support/builders';

/** A fraction of the runs that a property has: each of these is many acts on a database. */
const RUNS = Math.max(6, Math.floor(Number(process.env['PROPERTY_RUNS'] ?? 200) / 10));
const ACTS = ['join', 'undo', 'keep-out', 'let-back', 'write', 'let-in'] as const;
const MOST = 100;

interface Worker { actor: Actor & { membershipId: string }; organisation: Organisation }

let place: Place;
let helpers: Worker[];
let lead: Actor;
beforeAll(async () => {
  place = await openPlace();
  helpers = [];
  for (const n of [0, 1, 2, 3]) {
    const organisation = await anOrganisation(place);
    helpers.push({ organisation, actor: await aWorker(place, `Worker ${n}`).of(organisation) });
  }
  lead = await aWorker(place, 'Fran', ['ig_lead']).of(helper(0).organisation);
});
afterAll(() => place?.close());

const helper = (n: number): Worker => helpers[n % helpers.length] as Worker;
const GIVEN = ['identity', 'circle', 'contacts'];

/** Everything of the two records that each helper reads, item by item. */
async function reads(people: readonly string[]): Promise<string[]> {
  const seen: string[] = [];
  for (const [n, { actor }] of helpers.entries()) {
    for (const [k, personId] of people.entries()) {
      const entries = await place.as(actor, TimelineQueries, (timeline) => timeline.page(personId, MOST, null)).catch(() => []);
      seen.push(...entries.filter(({ type }) => type === 'note').map(({ id }) => `${n} reads ${id} of ${k}`));
    }
  }
  return seen.sort();
}

it('I14: whatever is joined and taken apart, each reads of each item what they read without it, but for who is kept out of either', async () => {
  let joins = 0;
  let kept = 0;
  const acts = fc.array(fc.record({ act: fc.constantFrom(...ACTS), who: fc.nat({ max: 3 }), which: fc.nat({ max: 1 }), audience: fc.constantFrom('internal' as const, 'circle' as const) }), { minLength: 6, maxLength: 12 });
  const circles = fc.tuple(fc.subarray([1, 2, 3]), fc.subarray([2, 3]));
  await fc.assert(fc.asyncProperty(circles, acts, async ([first, second], tries) => {
    const [a, b] = [helper(0), helper(1)];
    const people = [await aPerson(place).registeredBy(a.actor), await aPerson(place).registeredBy(b.actor)] as const;
    const ids = people.map(({ personId }) => personId) as [string, string];
    const inCircle = [new Set([0, ...first]), new Set([1, 0, ...second])] as const;
    for (const [k, circle] of inCircle.entries()) for (const n of circle) if (n !== k) await people[k as 0 | 1].tiedTo(helper(n).organisation, helper(n).actor, GIVEN);
    /** Said once more, apart from the product: the items of each record, by whom and for whom they were written; and who is kept from which record. */
    const items: { id: string; of: 0 | 1; by: number; audience: 'internal' | 'circle' }[] = [];
    const out = [new Map<number, string>(), new Map<number, string>()] as const;
    let joined = false;
    const expected = (): string[] => items.flatMap(({ id, of, by, audience }) => [...inCircle[of]].filter((n) => !out[of].has(n) && !(joined && out[1 - of]?.has(n)) && (audience === 'circle' || n === by)).map((n) => `${n} reads ${id} of ${of}`)).sort();
    for (const { act, who, which, audience } of tries) {
      const of = which as 0 | 1;
      const [standing] = (await place.as(lead, Merges, (merges) => merges.toDecide())).filter(({ merged }) => merged.personId === ids[1]);
      const keptOut = out[of].has(who) || joined && out[1 - of]?.has(who);
      if (act === 'join' && !standing) {
        await place.as(a.actor, Merges, (merges) => merges.propose(ids[0], ids[1], { keep: 'this', because: 'One letter' }));
        expect(await reads(ids)).toEqual(expected());
        const [proposed] = (await place.as(lead, Merges, (merges) => merges.toDecide())).filter(({ merged }) => merged.personId === ids[1]);
        await place.as(lead, Merges, (merges) => merges.decide(proposed?.id ?? '', proposed?.version ?? 0, { decision: 'confirm', because: 'One patient' }));
        joined = true;
        joins += 1;
      } else if (act === 'undo' && standing) {
        await place.as(lead, Merges, (merges) => merges.undo(standing.id, standing.version, { because: 'Twins' }));
        joined = false;
      } else if (act === 'keep-out' && who > 1 && inCircle[of].has(who) && !out[of].has(who)) {
        await place.as(helper(of).actor, SharingService, (sharing) => sharing.exclude(ids[of], helper(who).actor.userId, 'alleged_source_of_harm', [helper(of).actor.userId], {}));
        out[of].set(who, '');
        kept += 1;
      } else if (act === 'let-back' && out[of].has(who)) {
        await place.sql(`update exclusion set ends = now() where person_id = $1 and user_id = $2 and source <> 'merge' and ends > now()`, [ids[of], helper(who).actor.userId]);
        await place.sql('select refresh_person_access($1)', [ids[of]]);
        out[of].delete(who);
      } else if (act === 'write' && inCircle[of].has(who) && !keptOut) {
        const note = await place.as(helper(who).actor, ContactsService, (contacts) => contacts.recordNote(ids[of], { kind: 'visit', about: 'person', text: 'She walked', audience }));
        items.push({ id: note.id, of, by: who, audience });
      } else if (act === 'let-in' && who > 1 && !inCircle[of].has(who)) {
        await people[of].tiedTo(helper(who).organisation, helper(who).actor, GIVEN);
        inCircle[of].add(who);
      }
      expect(await reads(ids)).toEqual(expected());
    }
  }), { numRuns: RUNS });
  expect(Math.min(joins, kept)).toBeGreaterThan(0);
}, 2_400_000);
