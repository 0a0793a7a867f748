import fc from 'fast-check';
import { PersonPageQueries, TimelineQueries } from '@app/overviews';
import { ContactsService } from '@app/contacts';
import type { Actor } from '@app/kernel';
import { Merges, PersonsService, type MergeOf } from '@app/persons';
import { Protection, SharingService } from '@app/sharing';
import { anOrganisation, aPerson, aWorker, openPlace, type Organisation, type Place } from '../support/builders';
import { runsOf } from '../support/moves';
import { inDays } from './plans';

/** A fraction of the runs that a property has: each of these is many acts on a database. */
const RUNS = runsOf(50, 8);
const ACTS = ['join', 'join', 'undo', 'keep-out', 'let-back', 'write', 'let-in', 'protect', 'unprotect'] as const;
/** One that goes on, and two that may go on in it. */
const RECORDS = [0, 1, 2] as const;
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

/** Everything of the records that each helper reads, item by item, and where they learn that somebody is. */
async function reads(people: readonly string[]): Promise<string[]> {
  const seen: string[] = [];
  for (const [n, { actor }] of helpers.entries()) {
    for (const [k, personId] of people.entries()) {
      const entries = await place.as(actor, TimelineQueries, (timeline) => timeline.page(personId, MOST, null)).catch(() => []);
      seen.push(...entries.filter(({ type }) => type === 'note').map(({ id }) => `${n} reads ${id} of ${k}`));
      const { contactPoints } = await place.as(actor, PersonPageQueries, (page) => page.identity(personId)).catch(() => ({ contactPoints: [] }));
      seen.push(...contactPoints.map(({ value }) => `${n} knows ${value}`));
    }
  }
  return seen.sort();
}

interface Item { id: string; of: number; by: number; audience: 'internal' | 'circle' }
/** Said once more, apart from the product: of each record who is in its circle, who is kept from it, who alone knows where they are, and whether it goes on in the first. */
interface Standing { circle: Set<number>; out: Set<number>; knows: number | null; joined: boolean }

function expected(records: readonly Standing[], items: readonly Item[]): string[] {
  return records.flatMap(({ circle, knows }, of) => {
    const others = records.filter((_, k) => k !== of && (k === 0 || records[k]?.joined) && (of === 0 || records[of]?.joined));
    const known = knows === null ? others.flatMap((one) => (one.knows === null ? [] : [one.knows])) : [knows];
    const readers = [...circle].filter((n) => ![records[of], ...others].some((one) => one?.out.has(n)));
    const notes = items.filter((item) => item.of === of).flatMap(({ id, by, audience }) => readers.filter((n) => audience === 'circle' || n === by).map((n) => `${n} reads ${id} of ${of}`));
    return [...notes, ...readers.filter((n) => known.length === 0 || known.includes(n)).map((n) => `${n} knows House ${of}`)];
  }).sort();
}

it('I14: whatever is joined and taken apart, each reads of each item what they read without it, but for who is kept out of one and where somebody is who is protected by one', async () => {
  const made = { joins: 0, undone: 0, kept: 0, protected: 0 };
  const acts = fc.array(fc.record({ act: fc.constantFrom(...ACTS), who: fc.nat({ max: 3 }), of: fc.constantFrom(...RECORDS), audience: fc.constantFrom('internal' as const, 'circle' as const) }), { minLength: 6, maxLength: 12 });
  const circles = fc.tuple(fc.subarray([1, 2, 3]), fc.subarray([2, 3]), fc.subarray([2, 3]));
  await fc.assert(fc.asyncProperty(circles, acts, async ([first, second, third], tries) => {
    /** Who registered a record says who is kept from it, and protects where they are. */
    const keeperOf = (of: number): number => (of === 0 ? 0 : 1);
    const by = (of: number): Worker['actor'] => helper(keeperOf(of)).actor;
    const people = await Promise.all(RECORDS.map((of) => aPerson(place).registeredBy(by(of))));
    const ids = people.map(({ personId }) => personId);
    const idOf = (of: number): string => ids[of] as string;
    const records: Standing[] = [[0, ...first], [1, 0, ...second], [1, 0, ...third]].map((circle) => ({ circle: new Set(circle), out: new Set(), knows: null, joined: false }));
    const items: Item[] = [];
    for (const [k, { circle }] of records.entries()) {
      for (const n of circle) if (n !== keeperOf(k)) await people[k]?.tiedTo(helper(n).organisation, helper(n).actor, GIVEN);
      await place.as(by(k), PersonsService, (persons) => persons.addContactPoint(idOf(k), { kind: 'address', value: `House ${k}` }));
    }
    const mergeOf = async (of: number): Promise<MergeOf | undefined> => (await place.as(by(0), Merges, (merges) => merges.of(idOf(of)))).find(({ other }) => other === idOf(0));
    for (const { act, who, of: chosen, audience } of tries) {
      const mayJoin = [chosen, 1, 2].find((k) => k > 0 && records[k]?.joined === (act === 'undo'));
      const of = act === 'join' || act === 'undo' ? mayJoin ?? chosen : chosen;
      const record = records[of] as Standing;
      const sees = (what: string): boolean => expected(records, items).includes(what);
      if (act === 'join' && of > 0 && !record.joined) {
        await place.as(by(0), Merges, (merges) => merges.propose(idOf(0), idOf(of), { keep: 'this', because: 'One letter' }));
        expect(await reads(ids)).toEqual(expected(records, items));
        const proposed = await mergeOf(of);
        await place.as(lead, Merges, (merges) => merges.decide(proposed?.id ?? '', proposed?.version ?? 0, { decision: 'confirm', because: 'One patient' }));
        record.joined = true;
        made.joins += 1;
      } else if (act === 'undo' && record.joined) {
        const standing = await mergeOf(of);
        await place.as(lead, Merges, (merges) => merges.undo(standing?.id ?? '', standing?.version ?? 0, { because: 'Twins' }));
        record.joined = false;
        made.undone += 1;
      } else if (act === 'keep-out' && who > 1 && record.circle.has(who) && !record.out.has(who)) {
        await place.as(by(of), SharingService, (sharing) => sharing.exclude(idOf(of), helper(who).actor.userId, 'alleged_source_of_harm', [by(of).userId], {}));
        record.out.add(who);
        made.kept += 1;
      } else if (act === 'let-back' && record.out.has(who)) {
        await place.sql(`update exclusion set ends = now() where person_id = $1 and user_id = $2 and source <> 'merge' and ends > now()`, [idOf(of), helper(who).actor.userId]);
        await place.sql('select refresh_person_access($1)', [idOf(of)]);
        record.out.delete(who);
      } else if (act === 'write' && sees(`${who} knows House ${of}`)) {
        const note = await place.as(helper(who).actor, ContactsService, (contacts) => contacts.recordNote(idOf(of), { kind: 'visit', about: 'person', text: 'She walked', audience }));
        items.push({ id: note.id, of, by: who, audience });
      } else if (act === 'let-in' && who > 1 && !record.circle.has(who)) {
        await people[of]?.tiedTo(helper(who).organisation, helper(who).actor, GIVEN);
        record.circle.add(who);
      } else if (act === 'protect' && sees(`${keeperOf(of)} knows House ${of}`)) {
        const { version, points } = await place.as(by(of), Protection, (protection) => protection.of(idOf(of)));
        await place.as(by(of), Protection, (protection) => protection.protect(idOf(of), version, { points: points.map(({ point }) => point.id), because: 'Looked for', reviewOn: inDays(90) }));
        record.knows = keeperOf(of);
        made.protected += 1;
      } else if (act === 'unprotect' && record.knows !== null) {
        const [point] = (await place.as(by(of), Protection, (protection) => protection.of(idOf(of)))).points;
        await place.as(by(of), Protection, (protection) => protection.lift(idOf(of), point?.point.id ?? '', point?.point.rowVersion ?? 0));
        record.knows = null;
      }
      expect(await reads(ids)).toEqual(expected(records, items));
    }
  }), { numRuns: RUNS });
  console.info(`What happened: ${Object.entries(made).map(([what, times]) => `${what} ${times}`).join(', ')}`);
  // In so few as a developer waits for, not everything comes.
  if (RUNS >= 100) for (const [what, times] of Object.entries(made)) expect([what, times > 0]).toEqual([what, true]);
}, 2_400_000);
