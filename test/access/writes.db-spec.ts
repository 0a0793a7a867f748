import 'reflect-metadata';
import fc from 'fast-check';
import { withFacts } from '@app/access';
import { abilityFor, accessOf, actorOf, recordOf, sign, subjectOf } from './worlds/ask';
import { inEveryRole } from './worlds/expected';
import { callersOf, mayChangeItem, mayWrite, worksWith, type Caller } from './worlds/model';
import { load } from './worlds/rows';
import { world } from './worlds/shape';
import { install, outcomes, readTries, triesOf } from './worlds/writes';
import { openProof, type Proof } from './worlds/proof';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 200);

describe('in any world, whoever tries', () => {
  let proof: Proof;
  beforeAll(async () => {
    proof = await openProof();
    await install(proof.superuser);
  });
  afterAll(() => proof?.close());

  it('threat 4: lets in nobody whom they may not, never themself, never wider than their own, and ends no refusal about themself', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(world, async (shape) => {
        const ids = await load(proof.superuser, shape);
        const tries = callersOf(shape).flatMap((caller) => {
          const signed = sign(proof.key, actorOf(ids, caller));
          return [...triesOf(shape, ids, caller), ...readTries(shape, ids, caller)].map((each) => ({ ...each, signed }));
        });
        const got = await outcomes(proof.app, tries);
        tries.forEach(({ policy, sql, wanted }, n) => {
          if (got[n] !== wanted) throw new Error(`${policy}: ${String(got[n])} instead of ${wanted}: ${sql}`);
          seen.set(`${policy} ${wanted}`, (seen.get(`${policy} ${wanted}`) ?? 0) + 1);
        });
      }),
      { numRuns: RUNS },
    );
    // every policy has let through and has refused
    expect([...seen].filter(([what]) => what.startsWith('relationship give')).map(([what]) => what).sort()).toEqual(['relationship give 1', 'relationship give refused']);
    expect([...seen].filter(([what]) => what.startsWith('sharing_decision give')).map(([what]) => what).sort()).toEqual(['sharing_decision give 1', 'sharing_decision give refused']);
  }, 900_000);

  it('threat 1: writes and changes items only where the rules let them, and the rules let nothing through that the policies refuse', async () => {
    const seen = { yes: 0, no: 0 };
    await fc.assert(
      fc.asyncProperty(world, async (shape) => {
        const ids = await load(proof.superuser, shape);
        const access = await accessOf(proof.superuser, ids);
        for (const caller of callersOf(shape).flatMap((one): Caller[] => [one, inEveryRole(one)])) {
          const actor = actorOf(ids, caller);
          const ability = abilityFor(actor);
          shape.persons.forEach((person, place) => {
            const personId = ids.persons[place] as string;
            const doors = access.get(personId) ?? [];
            const says = (action: string, table: Parameters<typeof subjectOf>[0], record: object): boolean =>
              ability.can(action, withFacts(subjectOf(table), record, doors, actor.userId) as never);
            const writes = mayWrite(shape, person, caller);
            expect(says('change', 'person', { personId })).toBe(writes);
            person.items.forEach((item, n) => {
              const record = recordOf(ids, place, item, ids.items[place]?.[n] as string);
              const told = item.table === 'state_transition';
              expect(says('create', item.table, record)).toBe(!told && writes && item.owner === caller.organisation);
              const change = !told && writes && mayChangeItem(shape, person, item, caller);
              expect(says('change', item.table, record)).toBe(change);
              expect(change && !worksWith(shape, person, caller)).toBe(false);
              seen[change ? 'yes' : 'no'] += 1;
            });
          });
        }
      }),
      { numRuns: RUNS },
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(RUNS / 2);
  }, 900_000);
});
