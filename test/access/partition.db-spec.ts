import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { actorOf, sign, within } from './worlds/ask';
import { openProof, type Proof } from './worlds/proof';
import { itemRow, load, type Ids } from './worlds/rows';
import { person, small, stranger, worker } from './worlds/small';
import { insert, install, outcomes } from './worlds/writes';

/** Tables whose rows belong to one person each: what a larger place would spread over disks or servers. */
const OWNED = `
  select c.relname as name from pg_class c
   where c.relnamespace = 'onestory'::regnamespace and c.relkind = 'r'
     and exists (select 1 from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1] and a.attname = 'person_id' where k.conrelid = c.oid and k.contype = 'p')
   order by relname`;

describe('a place that has outgrown one table', () => {
  let proof: Proof;
  let ids: Ids;
  let tables: string[];

  beforeAll(async () => {
    proof = await openProof();
    await install(proof.superuser);
    ids = await load(proof.superuser, small);
    tables = (await proof.superuser.query<{ name: string }>(OWNED)).rows.map((row) => row.name);
    await proof.superuser.query('create schema parts; grant usage on schema parts to onestory_app');
    // every table before any key between them
    for (const table of tables) await partitioned(table);
    for (const table of tables) await keysTo(table);
  });
  afterAll(() => proof?.close());

  /** The same table, keys and policies, out of the catalogue, in four parts by person. */
  async function partitioned(table: string): Promise<void> {
    const { superuser } = proof;
    await superuser.query(`create table parts.${table} (like onestory.${table} including all) partition by hash (person_id)`);
    for (let n = 0; n < 4; n++) await superuser.query(`create table parts.${table}_${n} partition of parts.${table} for values with (modulus 4, remainder ${n})`);
    await superuser.query(`alter table parts.${table} enable row level security; alter table parts.${table} force row level security; grant select, insert, update on parts.${table} to onestory_app`);
    const { rows } = await superuser.query<{ name: string; command: string; using: string | null; check: string | null }>(
      `select policyname as name, cmd as command, qual as using, with_check as check from pg_policies
        where schemaname = 'onestory' and tablename = $1 and 'onestory_app' = any (roles)`, [table],
    );
    for (const { name, command, using, check } of rows) {
      await superuser.query(`create policy ${name} on parts.${table} for ${command} to onestory_app ${using === null ? '' : `using (${using})`} ${check === null ? '' : `with check (${check})`}`);
    }
  }

  /** Keys between the parts: only those that carry the person can exist. */
  async function keysTo(table: string): Promise<void> {
    const { rows } = await proof.superuser.query<{ definition: string }>(
      `select replace(pg_get_constraintdef(oid), ' REFERENCES ', ' REFERENCES parts.') as definition from pg_constraint
        where conrelid = ('onestory.' || $1)::regclass and contype = 'f' and (select relname from pg_class where oid = confrelid) = any ($2)`, [table, tables],
    );
    for (const { definition } of rows) await proof.superuser.query(`alter table parts.${table} add ${definition.replace('parts.onestory.', 'parts.')}`);
  }

  it('can spread every table that belongs to people by hash of the person, keys and policies with it', () => {
    expect(tables).toEqual(expect.arrayContaining(['person', 'relationship', 'sharing_decision', 'exclusion', 'safe_contact', 'person_access', 'contact_note', 'coordination_case', 'state_transition']));
  });

  it('reads, writes and changes the same rows through the same policies', async () => {
    const { superuser, app, key } = proof;
    for (const table of tables) await superuser.query(`alter table parts.${table} disable trigger all; insert into parts.${table} select * from onestory.${table}; alter table parts.${table} enable trigger all`);
    const as = (caller: typeof worker): string => sign(key, actorOf(ids, caller));
    for (const table of ['person', 'relationship', 'contact_note', 'person_access']) {
      for (const caller of [worker, stranger]) {
        const count = async (schema: string): Promise<number> => (await within(app, as(caller), `select 1 from ${schema}.${table}`)).length;
        expect([table, await count('parts')]).toEqual([table, await count('onestory')]);
      }
    }
    expect(await within(app, as(worker), 'select 1 from parts.contact_note')).toHaveLength(4);
    const note = insert('parts.contact_note', itemRow(ids, 0, person.items[0] as (typeof person.items)[0], randomUUID()));
    const change = `update parts.contact_note set text = 'x'`;
    expect(await outcomes(app, [note, change].flatMap((sql) => [worker, stranger].map((caller) => ({ signed: as(caller), sql }))))).toEqual(['1', 'refused', '4', '0']);
  });
});
