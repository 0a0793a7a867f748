import type { Client } from 'pg';
import { asOwner } from '../owner';

/** Where keys, triggers and policies would be asked row by row, everything is asked at once when it is full. */
const FILLED = [
  'organisation', 'team', 'user_account', 'credential', 'membership', 'team_member', 'integrated_team', 'integrated_team_member', 'service', 'service_word',
  'person', 'nhs_number_holder', 'relationship', 'sharing_decision', 'person_access', 'worklist', 'contact_point', 'own_reference', 'coordination_case', 'key_worker_assignment',
  'care_team_member', 'state_transition', 'about_me', 'related_person', 'alert', 'contact_note', 'plan_version', 'need', 'goal', 'care_action', 'plan_statement', 'referral', 'audit_event',
];
/** Nobody empties the audit. */
export const FROZEN: ReadonlySet<string> = new Set(FILLED.filter((table) => table !== 'audit_event'));

/** Counts what the planner goes by, in half of the usual sample, on two connections: a processor alone is slower at it than the disk. */
export async function analyse(ownerUrl: string | undefined): Promise<void> {
  const left = [...FILLED];
  const some = (): Promise<void> => asOwner(ownerUrl, async (owner) => {
    await owner.query('set default_statistics_target = 50');
    for (let table = left.shift(); table; table = left.shift()) await owner.query(`analyze onestory.${table}`);
  });
  await Promise.all([some(), some()]);
}

/** One statement a table: what PostgreSQL knows of it is read anew after each. */
const alter = (changes: readonly { table: string; change: string }[]): string =>
  [...Map.groupBy(changes, ({ table }) => table)].map(([table, all]) => `alter table ${table} ${all.map(({ change }) => change).join(', ')}`).join('; ');

/**
 * Fills tables that are empty, in the owner's open transaction: without their keys, triggers and indexes, and past the policies that are forced on the owner
 * too. All of it stands again, and every key has been checked, before this returns; what fails leaves nothing.
 */
export async function whileBare<T>(owner: Client, fill: () => Promise<T>): Promise<T> {
  const keys = async (which: string): Promise<{ table: string; name: string; definition: string }[]> => (await owner.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint, (select $1::text[]::regclass[] as filled) f
      where ${which} order by conrelid, conname`, [FILLED])).rows;
  const own = await keys(`contype in ('p', 'u') and conrelid = any (filled)`);
  const foreign = await keys(`contype = 'f' and (conrelid = any (filled) or confrelid = any (filled))`);
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = any ($1::text[]::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid) order by i.indrelid, i.indexrelid`, [FILLED],
  );
  const each = (...changes: string[]): string => alter(FILLED.flatMap((table) => changes.map((change) => ({ table, change }))));
  for (const some of [foreign, own]) await owner.query(alter(some.map(({ table, name }) => ({ table, change: `drop constraint ${name}` }))));
  await owner.query(`drop index ${indexes.map(({ name }) => name).join(', ')}`);
  await owner.query(`${each('disable trigger user', 'no force row level security')}; truncate ${[...FROZEN].join(', ')}`);
  const filled = await fill();
  await owner.query(indexes.map(({ definition }) => definition).join('; '));
  for (const some of [own, foreign]) await owner.query(alter(some.map(({ table, name, definition }) => ({ table, change: `add constraint ${name} ${definition}` }))));
  await owner.query(each('enable trigger user', 'force row level security'));
  return filled;
}
