import 'reflect-metadata';
import fc from 'fast-check';
import { lineToSql, toSql } from '@app/access';
import { Person } from '@app/persons';
import { abilityFor, actorOf, sign, within } from './worlds/ask';
import { inEveryRole } from './worlds/expected';
import { callersOf, type Caller } from './worlds/model';
import { openProof, type Proof } from './worlds/proof';
import { load, type Ids } from './worlds/rows';
import { world } from './worlds/shape';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 200);
const LISTS = `a.basis not in ('own', 'carer', 'records', 'break_glass')`;

/** Pages and counts are taken from the worklist before the people are asked for, so it has to say the same as they do. */
describe('the worklist', () => {
  let proof: Proof;
  beforeAll(async () => {
    proof = await openProof();
  });
  afterAll(() => proof?.close());

  /** Compares what two questions find, for every caller of many worlds. */
  async function sameEverywhere(questions: (caller: Caller, ids: Ids) => Promise<[{ id: string }[], { id: string }[]]>): Promise<void> {
    let listed = 0;
    await fc.assert(
      fc.asyncProperty(world, async (shape) => {
        const ids = await load(proof.superuser, shape);
        for (const caller of callersOf(shape)) {
          const [lines, people] = await questions(caller, ids);
          expect(lines).toEqual(people);
          listed += lines.length;
        }
      }),
      { numRuns: RUNS },
    );
    // Worlds in which nobody lists anybody would prove nothing.
    expect(listed).toBeGreaterThan(RUNS / 8);
  }

  it('fault 28: lists exactly the people whom the caller may open now, in any world and for everybody', async () => {
    await sameEverywhere(async (caller, ids) => {
      const signed = sign(proof.key, actorOf(ids, inEveryRole(caller)));
      return [
        await within(proof.app, signed, 'select distinct w.person_id as id from worklist w where w.person_id = any ($1) order by 1', [ids.persons]),
        await within(proof.app, signed, `select p.person_id as id from person p where p.person_id = any ($1)
           and exists (select 1 from person_access a where a.person_id = p.person_id and ${LISTS}) order by 1`, [ids.persons]),
      ];
    });
  }, 1_800_000);

  it('is narrowed by the rules of each role as the people are', async () => {
    await sameEverywhere(async (caller, ids) => {
      const actor = actorOf(ids, caller);
      const ask = (sql: (bind: (value: unknown) => string) => string): Promise<{ id: string }[]> => {
        const values: unknown[] = [ids.persons];
        return within(proof.superuser, sign(proof.key, actor), sql((value) => `$${values.push(value)}`), values);
      };
      return [
        await ask((bind) => `select distinct w.person_id as id from worklist w where w.person_id = any ($1) and ${lineToSql(abilityFor(actor), Person, 'w', bind)} order by 1`),
        await ask((bind) => `select p.person_id as id from person p where p.person_id = any ($1) and ${toSql(abilityFor(actor), 'read', Person, 'p', bind)}
           and exists (select 1 from person_access a where a.person_id = p.person_id and a.scope_id = any (ctx_scopes()) and now() >= a.starts and now() < a.until
                        and (ctx_user() = any (a.excluded)) is not true and a.organisation_id = ctx_organisation() and ${LISTS}) order by 1`),
      ];
    });
  }, 1_800_000);
});
