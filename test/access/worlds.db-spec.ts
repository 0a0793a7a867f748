import 'reflect-metadata';
import fc from 'fast-check';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { abilityFor, accessOf, actorOf, seenByPolicy, seenByRules, seenBySql, sign, signJob } from './worlds/ask';
import { expected, expectedForJob, inEveryRole, same } from './worlds/expected';
import { callersOf } from './worlds/model';
import { load } from './worlds/rows';
import { world } from './worlds/shape';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 200);

describe('in any world', () => {
  let database: TestDatabase;
  let superuser: Client;
  let app: Client;
  let key: Buffer;

  beforeAll(async () => {
    database = await createTestDatabase();
    superuser = new Client({ connectionString: database.superuserUrl, options: '-c search_path=onestory,public -c enable_seqscan=off -c jit=off -c plan_cache_mode=force_generic_plan' });
    app = new Client({ connectionString: database.appUrl, options: '-c enable_seqscan=off -c jit=off -c plan_cache_mode=force_generic_plan' });
    await superuser.connect();
    await app.connect();
    key = (await superuser.query<{ key: Buffer }>('select key from context_key')).rows[0]?.key as Buffer;
  });
  afterAll(async () => {
    await app?.end();
    await superuser?.end();
    await database?.drop();
  });

  it('fault 27: rules in JavaScript, rules in SQL and the design say the same of everybody; in every role at once the policies do too', async () => {
    const seen = { shown: 0, hidden: 0 };
    await fc.assert(
      fc.asyncProperty(world, async (shape) => {
        const ids = await load(superuser, shape);
        const access = await accessOf(superuser, ids);
        for (const caller of callersOf(shape)) {
          const actor = actorOf(ids, caller);
          const signed = sign(key, actor);
          const wanted = expected(shape, ids, caller);
          const all = expected(shape, ids, inEveryRole(caller));
          same('the policies', await seenByPolicy(app, signed, ids), all);
          for (const [as, want] of [[actor, wanted], [actorOf(ids, inEveryRole(caller)), all]] as const) {
            same(`JavaScript as ${as.roles.join(', ')}`, seenByRules(shape, ids, access, abilityFor(as), as.userId), want);
            same(`SQL as ${as.roles.join(', ')}`, await seenBySql(superuser, signed, ids, abilityFor(as)), want);
          }
          seen.shown += all.size;
          seen.hidden += shape.persons.reduce((sum, person) => sum + 1 + person.items.length, 0) - all.size;
        }
        same('a job', await seenByPolicy(app, signJob(key, ids.persons[0] as string), ids), expectedForJob(shape, ids, 0));
        same('nobody', await seenByPolicy(app, '', ids), new Set());
      }),
      { numRuns: RUNS, endOnFailure: false },
    );
    // A proof over worlds in which everything is hidden, or nothing, would be none.
    expect(Math.min(seen.shown, seen.hidden)).toBeGreaterThan(5 * RUNS);
  }, 900_000);
});
