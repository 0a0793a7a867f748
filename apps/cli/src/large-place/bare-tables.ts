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

/** Counts what the planner goes by, on two connections: a processor alone is slower at it than the disk. */
export async function analyse(ownerUrl: string | undefined): Promise<void> {
  const left = [...FILLED];
  const some = (): Promise<void> => asOwner(ownerUrl, async (owner) => {
    for (let table = left.shift(); table; table = left.shift()) await owner.query(`analyze onestory.${table}`);
  });
  await Promise.all([some(), some()]);
}

/**
 * Fills tables that are empty, in the owner's open transaction: without their keys, triggers and indexes, and past the policies that are forced on the owner
 * too. All of it stands again, and every key has been checked, before this returns; what fails leaves nothing.
 */
export async function whileBare<T>(owner: Client, fill: () => Promise<T>): Promise<T> {
  const { rows: keys } = await owner.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where case contype when 'f' then confrelid = any ($1::text[]::regclass[]) or conrelid = any ($1::text[]::regclass[]) else contype in ('p', 'u') and conrelid = any ($1::text[]::regclass[]) end
      order by contype = 'f', conrelid, conname`, [FILLED],
  );
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = any ($1::text[]::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid) order by i.indrelid, i.indexrelid`, [FILLED],
  );
  const each = (act: string): string => FILLED.map((table) => `alter table ${table} ${act}`).join('; ');
  await owner.query(keys.toReversed().map(({ table, name }) => `alter table ${table} drop constraint ${name}`).join('; '));
  await owner.query(indexes.map(({ name }) => `drop index ${name}`).join('; '));
  await owner.query(`${each('disable trigger user')}; ${each('no force row level security')}; truncate ${[...FROZEN].join(', ')}`);
  const filled = await fill();
  for (const { definition } of indexes) await owner.query(definition);
  for (const { table, name, definition } of keys) await owner.query(`alter table ${table} add constraint ${name} ${definition}`);
  await owner.query(`${each('enable trigger user')}; ${each('force row level security')}`);
  return filled;
}
