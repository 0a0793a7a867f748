import 'reflect-metadata';
import fc from 'fast-check';
import type { Actor, Role } from '@app/kernel';
import { abilityFor, accessOf, actorOf, seenByPolicy, seenByRules, seenBySql, sign } from './worlds/ask';
import { expected, inEveryRole, same } from './worlds/expected';
import { callersOf, type Caller } from './worlds/model';
import { openProof, type Proof } from './worlds/proof';
import { load, type Ids } from './worlds/rows';
import { ORGANISATIONS, world, type World } from './worlds/shape';
import { small } from './worlds/small';

/** Each world is looked at by everybody after each of its steps. */
const RUNS = 12 + Math.ceil(Number(process.env['PROPERTY_RUNS'] ?? 200) / 50);
const at = <T>(list: readonly T[], place: number): T => list[place % list.length] as T;

/** An agreement is suspended or goes on; or, whatever stands, somebody's help ends, or what was decided about sharing does. */
interface Move { readonly act: 'suspend' | 'resume'; readonly organisation: number }
interface Touch { readonly act: 'end' | 'withdraw'; readonly person: number; readonly fact: number }
type Step = Move | Touch;
const isMove = (step: Step): step is Move => 'organisation' in step;
const STOPS: Step = { act: 'suspend', organisation: 0 };
const GOES_ON: Step = { act: 'resume', organisation: 0 };
const place = fc.nat({ max: 11 });
const moved: fc.Arbitrary<Step> = fc.record({ act: fc.constantFrom('suspend' as const, 'suspend' as const, 'resume' as const), organisation: fc.nat({ max: ORGANISATIONS - 1 }) });
const touched: fc.Arbitrary<Step> = fc.record({ act: fc.constantFrom('end' as const, 'withdraw' as const), person: place, fact: place });
const steps: fc.Arbitrary<Step[]> = fc.array(fc.oneof({ arbitrary: moved, weight: 3 }, { arbitrary: touched, weight: 2 }), { minLength: 1, maxLength: 4 })
  // something is always suspended, and all of it goes on in the end
  .map((some) => [STOPS, ...some, ...Array.from({ length: ORGANISATIONS }, (_, organisation): Step => ({ act: 'resume', organisation }))]);

/** Everybody has agreed, and what time does is proved elsewhere. */
const agreed = world.map((shape): World => ({ ...shape, suspended: shape.suspended.map(() => false), later: false }));

/** The world after the step, as the design says it. */
function after(shape: World, step: Step): World {
  if (isMove(step)) return { ...shape, suspended: shape.suspended.map((one, n) => (n === step.organisation ? step.act === 'suspend' : one)) };
  const ended = <T extends { period: string }>(facts: readonly T[]): T[] => facts.map((fact, n) => (n === step.fact % facts.length ? { ...fact, period: 'ended' as const } : fact));
  return {
    ...shape,
    persons: shape.persons.map((person, n) => {
      if (n !== step.person % shape.persons.length) return person;
      return step.act === 'end' ? { ...person, relationships: ended(person.relationships) } : { ...person, decisions: ended(person.decisions) };
    }),
  };
}

describe('the agreement of an organisation is suspended and goes on, at any moment', () => {
  let proof: Proof;
  const counts = { worlds: 0, suspended: 0, resumed: 0, refused: 0, stoppedWorkers: 0, shutOut: 0, same: 0, givenBackAlike: 0, givenBackOtherwise: 0, seen: 0 };
  beforeAll(async () => {
    proof = await openProof();
  });
  afterAll(() => proof?.close());

  /** As the product does it, by somebody who looks after information there. */
  async function move(shape: World, ids: Ids, { act, organisation }: Move): Promise<void> {
    const id = ids.organisations[organisation] as string;
    const lead = actorOf(ids, { user: 0, organisation, membership: null, teams: [], roles: ['ig_lead'], volunteer: false });
    const { rows: [before] } = await proof.superuser.query<{ version: number }>('select row_version as version from organisation where id = $1', [id]);
    await proof.app.query(`begin; select set_config('onestory.context', '${sign(proof.key, lead)}', true)`);
    const { rows: [answer] } = await proof.app.query<{ done: string }>(`select ${act}_agreement($1, $2, 'A laptop was stolen') as done`, [id, before?.version]);
    await proof.app.query('commit');
    const moves = shape.suspended[organisation] !== (act === 'suspend');
    expect(answer?.done).toBe(moves ? 'done' : 'state');
    counts[!moves ? 'refused' : act === 'suspend' ? 'suspended' : 'resumed'] += 1;
  }

  async function touch(shape: World, ids: Ids, { act, person, fact }: Touch): Promise<void> {
    const [table, list] = act === 'end' ? ['relationship', at(ids.relationships, person)] : ['sharing_decision', at(ids.decisions, person)];
    // Its day has come, which is nobody's act: the end of what has ended already is moved by no act.
    await proof.superuser.query('set session_replication_role = replica');
    await proof.superuser.query(`update ${table} set starts = now() - interval '3 days', ends = now() - interval '1 day' where id = $1`, [at(list, fact)]);
    await proof.superuser.query('set session_replication_role = origin');
    await proof.superuser.query('select refresh_person_access($1)', [at(ids.persons, person)]);
  }

  interface Row { membership: string; organisation: string; roles: Role[]; teams: string[]; volunteer: boolean }
  /** For whom each of them may act who asks next, as the database says it with every request; about whomever they ask. */
  async function actorsOf(shape: World, ids: Ids): Promise<Map<number, Actor>> {
    const acting = new Map<number, Actor>();
    for (const [user, userId] of ids.users.entries()) {
      for (const personId of [null, ...ids.persons]) {
        const { rows } = await proof.app.query<Row>(
          `select membership_id as membership, organisation_id as organisation, roles, team_ids as teams, staff_type = 'volunteer' as volunteer from caller($1, $2) where membership_id is not null`, [userId, personId]);
        if (rows.some(({ organisation }) => shape.suspended[ids.organisations.indexOf(organisation)])) throw new Error('Somebody acts for an organisation whose agreement is suspended');
        for (const { membership, organisation, roles, teams, volunteer } of rows) {
          const where = { organisation: ids.organisations.indexOf(organisation), membership: ids.memberships.indexOf(membership), teams: teams.map((team) => ids.teams.indexOf(team)) };
          acting.set(where.membership, actorOf(ids, { user, ...where, roles, volunteer }));
        }
      }
    }
    return acting;
  }

  type Seen = Map<number, Set<string>>;
  /** What each sees who may act now, which is what the design says in every reading. */
  async function look(shape: World, ids: Ids): Promise<Seen> {
    const access = await accessOf(proof.superuser, ids);
    const acting = await actorsOf(shape, ids);
    const wanted = callersOf(shape).filter((caller): caller is Caller & { membership: number } => caller.membership !== null);
    expect([...acting.keys()].sort()).toEqual(wanted.map(({ membership }) => membership).sort());
    const seen: Seen = new Map();
    for (const caller of wanted) {
      const actor = acting.get(caller.membership) as Actor;
      const ability = abilityFor(actor);
      const design = expected(shape, ids, caller);
      const [policy, sql] = [await seenByPolicy(proof.app, sign(proof.key, actor), ids), await seenBySql(proof.superuser, sign(proof.key, actor), ids, ability)];
      same('the policies', policy, expected(shape, ids, inEveryRole(caller), caller));
      same('JavaScript', seenByRules(shape, ids, access, ability, actor.userId), design);
      same('SQL', sql, design);
      expect([...sql].filter((entry) => !policy.has(entry))).toEqual([]);
      seen.set(caller.membership, policy);
      counts.seen += policy.size;
    }
    return seen;
  }

  it('fault 27: on the next request nobody of it sees anybody through it, in JavaScript, SQL and row-level security alike; everybody else sees what they saw; and when it goes on they see what the facts allow by then', async () => {
    await fc.assert(fc.asyncProperty(agreed, steps, async (first, all) => {
      counts.worlds += 1;
      let shape = first;
      const ids = await load(proof.superuser, shape);
      let seen = await look(shape, ids);
      const left = new Map<number, Set<string>>();
      for (const step of all) {
        const next = after(shape, step);
        if (isMove(step)) await move(shape, ids, step);
        else await touch(shape, ids, step);
        const now = await look(next, ids);
        for (const [membership, { organisation }] of shape.memberships.entries()) {
          const [before, then] = [seen.get(membership), now.get(membership)];
          if (!isMove(step)) continue;
          if (organisation !== step.organisation) {
            same('somebody else', then ?? new Set(), before ?? new Set());
            if (then) counts.same += 1;
          } else if (before && !then) {
            counts.stoppedWorkers += 1;
            counts.shutOut += before.size;
            left.set(membership, before);
          } else if (!before && then) {
            const alike = [...(left.get(membership) ?? [])].sort().join() === [...then].sort().join();
            counts[alike ? 'givenBackAlike' : 'givenBackOtherwise'] += 1;
          }
        }
        [shape, seen] = [next, now];
      }
      expect(shape.suspended).toEqual(shape.suspended.map(() => false));
    }), { numRuns: RUNS, examples: [[small, [STOPS, GOES_ON]], [small, [STOPS, { act: 'end', person: 0, fact: 0 }, GOES_ON]]] });
    console.info(`suspensions: ${Object.entries(counts).map(([what, number]) => `${what} ${number}`).join(', ')}`);
    // Where nothing was ever shut out, or everything was given back as it had been, nothing would be proved.
    expect(Math.min(counts.shutOut, counts.same, counts.givenBackAlike, counts.givenBackOtherwise)).toBeGreaterThan(0);
  }, 2_400_000);
});
