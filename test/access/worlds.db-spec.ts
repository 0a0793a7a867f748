import 'reflect-metadata';
import fc from 'fast-check';
import { abilityFor, accessOf, actorOf, seenByPolicy, seenByRules, seenBySql, sign, signJob, writtenByRules } from './worlds/ask';
import { expected, expectedForJob, expectedWrites, inEveryRole, same } from './worlds/expected';
import { callersOf, type Caller } from './worlds/model';
import { openProof, type Proof } from './worlds/proof';
import { load } from './worlds/rows';
import { joinedWorld, world } from './worlds/shape';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 200);

describe('in any world', () => {
  let proof: Proof;
  beforeAll(async () => {
    proof = await openProof();
  });
  afterAll(() => proof?.close());

  it.each([
    ['any people', world, RUNS], ['people of whom most have two records', joinedWorld, Math.ceil(RUNS / 4)],
  ] as const)('fault 27, fault 23, I4, I14: of %s, rules in JavaScript, rules in SQL and the design say the same of who reads and writes; in every role at once the policies do too, also when time has passed and nobody has touched the facts', async (_, worlds, runs) => {
    const { superuser, app, key } = proof;
    const seen = { shown: 0, hidden: 0 };
    await fc.assert(
      fc.asyncProperty(worlds, async (shape) => {
        const ids = await load(superuser, shape);
        const access = await accessOf(superuser, ids);
        const sql = async (caller: Caller): Promise<Set<string>> => {
          const actor = actorOf(ids, caller);
          return seenBySql(superuser, sign(key, actor), ids, abilityFor(actor));
        };
        const javascript = (caller: Caller): Set<string> => {
          const actor = actorOf(ids, caller);
          return seenByRules(shape, ids, access, abilityFor(actor), actor.userId);
        };
        const callers = callersOf(shape);
        for (const caller of callers) {
          const wanted = expected(shape, ids, caller);
          const all = expected(shape, ids, inEveryRole(caller));
          same('the policies', await seenByPolicy(app, sign(key, actorOf(ids, caller)), ids), expected(shape, ids, inEveryRole(caller), caller));
          same(`JavaScript as ${caller.roles.join(', ')}`, javascript(caller), wanted);
          same(`SQL as ${caller.roles.join(', ')}`, await sql(caller), wanted);
          same('JavaScript in every role', javascript(inEveryRole(caller)), all);
          for (const one of [caller, inEveryRole(caller)]) {
            const actor = actorOf(ids, one);
            same(`writing as ${one.roles.join(', ')}`, writtenByRules(shape, ids, access, abilityFor(actor), actor.userId), expectedWrites(shape, ids, one));
          }
          seen.shown += all.size;
          seen.hidden += shape.persons.reduce((sum, person) => sum + 1 + person.items.length, 0) - all.size;
        }
        const first = inEveryRole(callers[0] as Caller);
        same('SQL in every role', await sql(first), expected(shape, ids, first));
        same('a job', await seenByPolicy(app, signJob(key, ids.persons[0] as string), ids), expectedForJob(shape, ids, 0));
        same('nobody', await seenByPolicy(app, '', ids), new Set());
      }),
      { numRuns: runs },
    );
    // A proof over worlds in which everything is hidden, or nothing, would be none.
    expect(Math.min(seen.shown, seen.hidden)).toBeGreaterThan(5 * runs);
  }, 2_400_000);
});
