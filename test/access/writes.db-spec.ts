import 'reflect-metadata';
import fc from 'fast-check';
import { runsOf } from '../support/moves';
import { actorOf, sign } from './worlds/ask';
import { callersOf } from './worlds/model';
import { openProof, type Proof } from './worlds/proof';
import { load } from './worlds/rows';
import { world } from './worlds/shape';
import { install, outcomes, readTries, triesOf } from './worlds/writes';

// Three hundred acts are tried in each world, each planned anew: a fifth of the worlds says as much.
const RUNS = runsOf(5, 40);

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
  }, 2_400_000);
});
