import 'reflect-metadata';
import fc from 'fast-check';
import { abilityOf, policies, withFacts, type AppRule, type Subject } from '@app/access';
import { Service } from '@app/directory';
import { Membership, UserAccount } from '@app/identity';
import type { Actor } from '@app/kernel';
import { mutantsOf } from './mutants/expression';
import { ruleMutants, without } from './mutants/rules';
import { accessOf, actorOf, openingOf, recordOf, sign, signJob, subjectOf, type Access } from './worlds/ask';
import { inEveryRole } from './worlds/expected';
import { callersOf, knowsOfOpening, mayChangeItem, mayReadItem, mayReadPerson, mayWrite, mayWriteItem, received, reviewsOpening, type Caller } from './worlds/model';
import { openProof, type Proof } from './worlds/proof';
import { load, type Ids } from './worlds/rows';
import { ITEM_TABLES, world, type ItemShape, type OpeningShape, type PersonShape, type World } from './worlds/shape';
import { install, jobTries, outcomes, readTries, triesOf, type Try } from './worlds/writes';

/** Worlds as in the other proofs, always the same ones, and enough of them that each part is somewhere the only one to say no. */
const WORLDS = fc.sample(world, { seed: 20261209, numRuns: 300 });
/** That worlds agree while nothing is taken out is proved by the other files; here it only guards against asking wrongly. */
const SOME = 30;

interface Loaded { shape: World; ids: Ids; access: Access; callers: { caller: Caller; actor: Actor; rules: AppRule[] }[]; tries: Map<string, (Try & { signed: string })[]> }
interface Policy { name: string; using: string | null; check: string | null }

/** `contact_note` stands for how all items are read and for what is written to the end, `alert` for writing all others: `lint.db-spec.ts` sees that they are word for word the same. */
const TABLES = ['person_access', 'contact_note', 'alert', 'person', 'relationship', 'sharing_decision', 'exclusion', 'safe_contact', 'emergency_opening', 'notice'];

describe('whatever part of the access model is taken out', () => {
  let proof: Proof;
  let worlds: Loaded[];
  const total = { made: 0, survived: 0 };

  beforeAll(async () => {
    proof = await openProof();
    await install(proof.superuser);
    worlds = [];
    for (const shape of WORLDS) {
      const ids = await load(proof.superuser, shape);
      const callers = callersOf(shape);
      const tries = callers.flatMap((caller) => {
        const signed = sign(proof.key, actorOf(ids, caller));
        return [...triesOf(shape, ids, caller, true), ...readTries(shape, ids, caller)].map((each) => ({ ...each, signed }));
      });
      const job = signJob(proof.key, ids.persons[0] as string);
      tries.push(...jobTries(shape, ids, 0).map((each) => ({ ...each, signed: job })));
      const staff = callers.filter((caller) => caller.organisation !== null).map(inEveryRole).map((caller) => {
        const actor = actorOf(ids, caller);
        return { caller, actor, rules: policies.rulesFor(actor) };
      });
      worlds.push({ shape, ids, access: await accessOf(proof.superuser, ids), callers: staff, tries: Map.groupBy(tries, (each) => each.policy) });
    }
  }, 300_000);
  afterAll(() => proof?.close());

  /** Does some world tell the difference? */
  async function caught(policy: string, among = worlds): Promise<boolean> {
    for (const loaded of among) {
      const asked = loaded.tries.get(policy) ?? [];
      const got = await outcomes(proof.app, asked);
      if (asked.some((each, n) => got[n] !== each.wanted)) return first(loaded);
    }
    return false;
  }

  /** The world that has just told a difference is asked first the next time: it often tells the next one too. */
  function first(loaded: Loaded): true {
    worlds = [loaded, ...worlds.filter((other) => other !== loaded)];
    return true;
  }

  const alter = (table: string, policy: string, clause: string, condition: string): Promise<unknown> =>
    proof.superuser.query(`alter policy ${policy} on ${table} ${clause} (${condition})`);

  it.each(TABLES)('fault 27: each part of each policy of %s is missed by some world', async (table) => {
    // The policies of the other tables have to hold by themselves, without the one that hides other people's doors.
    if (table !== 'person_access') await alter('person_access', 'mine', 'using', 'true');
    const survivors: string[] = [];
    const { rows } = await proof.superuser.query<Policy>(
      `select polname as name, pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
         from pg_policy where polrelid = to_regclass($1) and polname <> 'keeper' and not (polname = 'read' and $1 = 'alert') order by polname`, [table],
    );
    for (const { name, using, check } of rows) {
      // unchanged, every world agrees: otherwise nothing below would mean anything
      expect([name, await caught(`${table} ${name}`, worlds.slice(0, SOME))]).toEqual([name, false]);
      for (const [clause, sql] of [['using', using], ['with check', check]] as const) {
        if (sql === null || sql === 'true') continue;
        for (const mutant of mutantsOf(sql)) {
          total.made += 1;
          await alter(table, name, clause, mutant.sql);
          if (!(await caught(`${table} ${name}`))) survivors.push(`${name} ${clause}: ${mutant.what}`);
        }
        await alter(table, name, clause, sql);
      }
    }
    total.survived += survivors.length;
    expect(survivors).toEqual([]);
  }, 600_000);

  it('fault 27: prints how many parts of the policies were taken out', () => {
    console.info(`policies: ${total.made - total.survived} of ${total.made} mutants caught`);
    expect(total.made).toBeGreaterThan(150);
  });

  it('fault 27: each rule, each condition of each rule and each cannot is missed by some world', () => {
    const example = worlds[0]?.callers[0]?.rules ?? [];
    const survivors: string[] = [];
    const mutants = ruleMutants(example);
    for (const mutant of mutants) {
      const rule = example[mutant.rule] as AppRule;
      if (!mutant.path.length) expect([mutant.what, worlds.slice(0, SOME).some((loaded) => differs(loaded, rule, (rules) => rules))]).toEqual([mutant.what, false]);
      const missing = worlds.find((loaded) => differs(loaded, rule, (rules) => without(rules, mutant)));
      if (missing) first(missing);
      else survivors.push(mutant.what);
    }
    console.info(`rules: ${mutants.length - survivors.length} of ${mutants.length} mutants caught`);
    expect(survivors).toEqual([]);
    expect(mutants.length).toBeGreaterThan(150);
  }, 600_000);
});

const SUBJECTS_OF_ITEMS = new Set<Subject>(ITEM_TABLES.map(subjectOf));

/** Does the world tell changed rules from what the model says, of the acts and the subject of this one rule? */
function differs({ shape, ids, access, callers }: Loaded, rule: AppRule, change: (rules: AppRule[]) => AppRule[]): boolean {
  const subject = rule.subject as Subject;
  const actions = ([] as string[]).concat(rule.action);
  return callers.some(({ caller, actor, rules }) => {
    const ability = abilityOf(change(rules).filter((each) => each.subject === subject));
    const can = (action: string, personId: string, record: object): boolean =>
      ability.can(action, withFacts(subject, record, access.get(personId) ?? [], actor.userId) as never);
    return shape.persons.some((person, place) => {
      const personId = ids.persons[place] as string;
      return recordsOf(subject, { shape, person, place, ids, actor }).some(({ record, item, owner, opening }) =>
        actions.some((action) => can(action, personId, record) !== wanted(action, subject, { shape, person, caller, item, owner, opening })));
    });
  });
}

interface Example { record: object; item: ItemShape | null; owner: number | null; opening?: OpeningShape }

/** Every item of a world can be taken for any kind of item: the rules look only at what all of them have. */
function recordsOf(subject: Subject, { shape, person, place, ids, actor }: { shape: World; person: PersonShape; place: number; ids: Ids; actor: Actor }): Example[] {
  const organisation = (id: string): number => ids.organisations.indexOf(id);
  if (SUBJECTS_OF_ITEMS.has(subject)) {
    const table = ITEM_TABLES.find((one) => subjectOf(one) === subject) ?? 'contact_note';
    return person.items.map((one) => ({ ...one, table })).map((item, n) => ({ record: recordOf(ids, place, item, ids.items[place]?.[n] as string, person), item, owner: item.owner }));
  }
  if (subject === subjectOf('emergency_opening')) return person.openings.map((opening, n) => ({ record: openingOf(shape, ids, person, place, n), item: null, owner: null, opening }));
  if (subject === subjectOf('person')) return ids.organisations.map((id) => ({ record: { registeredBy: id }, item: null, owner: organisation(id) }));
  if (subject === Membership || subject === Service) return ids.organisations.map((id) => ({ record: { organisationId: id }, item: null, owner: organisation(id) }));
  if (subject === UserAccount) return [{ record: {}, item: null, owner: organisation(actor.organisationId as string) }];
  throw new Error(`Nothing is asked here about ${subject.name}: say what its rules should let through`);
}

function wanted(
  action: string, subject: Subject, { shape, person, caller, item, owner, opening }: { shape: World; person: PersonShape; caller: Caller; item: ItemShape | null; owner: number | null; opening?: OpeningShape | undefined },
): boolean {
  if (subject === Membership || subject === UserAccount || subject === Service) return owner === caller.organisation;
  if (opening) return (action === 'review' ? reviewsOpening : knowsOfOpening)(shape, person, opening, caller);
  const own = owner === caller.organisation;
  if (action === 'read') return item ? mayReadItem(shape, person, item, caller) : mayReadPerson(shape, person, caller);
  if (action === 'answer') return item !== null && received(shape, person, item, caller);
  const writes = item ? mayWriteItem(shape, person, item, caller) : mayWrite(shape, person, caller);
  return writes && (action === 'create' ? own : item === null || mayChangeItem(shape, person, item, caller));
}
