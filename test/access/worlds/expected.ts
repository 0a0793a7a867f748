import { knowsOfOpening, mayChangeItem, mayReadItem, mayReadPerson, mayWrite, mayWriteItem, type Caller } from './model';
import type { Ids } from './rows';
import { ALL_ROLES, type World } from './shape';

/** What the caller should see, by the model; of emergencies in the roles of `lead`, of whom the policies ask too whether they look after access. */
export function expected(world: World, ids: Ids, caller: Caller, lead = caller): Set<string> {
  const seen = new Set<string>();
  world.persons.forEach((person, place) => {
    if (mayReadPerson(world, person, caller)) seen.add(`person ${ids.persons[place] ?? ''}`);
    person.openings.forEach((opening, n) => {
      if (knowsOfOpening(world, person, opening, lead)) seen.add(`emergency_opening ${ids.openings[place]?.[n] ?? ''}`);
    });
    person.items.forEach((item, n) => {
      if (mayReadItem(world, person, item, caller)) seen.add(`${item.table} ${ids.items[place]?.[n] ?? ''}`);
    });
  });
  return seen;
}

/** What the caller should be able to create and change. What has happened is told by the verbs alone and never changed. */
export function expectedWrites(world: World, ids: Ids, caller: Caller): Set<string> {
  const may = new Set<string>();
  world.persons.forEach((person, place) => {
    if (mayWrite(world, person, caller)) may.add(`change person ${ids.persons[place] ?? ''}`);
    person.items.forEach((item, n) => {
      if (item.table === 'state_transition' || item.owner !== caller.organisation || !mayWriteItem(world, person, item, caller)) return;
      const id = ids.items[place]?.[n] ?? '';
      may.add(`create ${item.table} ${id}`);
      if (mayChangeItem(world, person, item, caller)) may.add(`change ${item.table} ${id}`);
    });
  });
  return may;
}

/** The same caller with every role there is: what they see is what the database lets through by itself. */
export const inEveryRole = (caller: Caller): Caller => ({ ...caller, roles: ALL_ROLES });

/** What a job sees that names one person: everything about them that is not sealed. */
export function expectedForJob(world: World, ids: Ids, place: number): Set<string> {
  const items = world.persons[place]?.items ?? [];
  const unsealed = items.flatMap((item, n) => (item.sealedTo === null ? [`${item.table} ${ids.items[place]?.[n] ?? ''}`] : []));
  return new Set([`person ${ids.persons[place] ?? ''}`, ...unsealed]);
}

/** Throws with both sides when they differ. */
export function same(what: string, got: ReadonlySet<string>, wanted: ReadonlySet<string>): void {
  const more = [...got].filter((entry) => !wanted.has(entry));
  const less = [...wanted].filter((entry) => !got.has(entry));
  if (more.length || less.length) throw new Error(`${what}: shows ${JSON.stringify(more)} too much, hides ${JSON.stringify(less)}`);
}
