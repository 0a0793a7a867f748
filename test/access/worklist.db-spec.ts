import 'reflect-metadata';
import fc from 'fast-check';
import { actorOf, sign, within } from './worlds/ask';
import { inEveryRole } from './worlds/expected';
import { callersOf } from './worlds/model';
import { openProof, type Proof } from './worlds/proof';
import { load } from './worlds/rows';
import { world } from './worlds/shape';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 200);

/** Pages and counts are taken from the worklist before the people are asked for, so it has to say the same as they do. */
describe('the worklist', () => {
  let proof: Proof;
  beforeAll(async () => {
    proof = await openProof();
  });
  afterAll(() => proof?.close());

  it('fault 28: lists exactly the people whom the caller may open now, in any world and for everybody', async () => {
    let listed = 0;
    await fc.assert(
      fc.asyncProperty(world, async (shape) => {
        const ids = await load(proof.superuser, shape);
        for (const caller of callersOf(shape)) {
          const signed = sign(proof.key, actorOf(ids, inEveryRole(caller)));
          const ask = async (sql: string): Promise<string[]> => (await within<{ id: string }>(proof.app, signed, sql, [ids.persons])).map(({ id }) => id);
          const lines = await ask('select distinct w.person_id as id from worklist w where w.person_id = any ($1) order by 1');
          expect(lines).toEqual(await ask(
            `select p.person_id as id from person p where p.person_id = any ($1) and exists (
               select 1 from person_access a where a.person_id = p.person_id and a.basis not in ('own', 'carer', 'records', 'break_glass')) order by 1`,
          ));
          listed += lines.length;
        }
      }),
      { numRuns: RUNS },
    );
    // Worlds in which nobody lists anybody would prove nothing.
    expect(listed).toBeGreaterThan(RUNS / 4);
  }, 2_400_000);
});
