import { Client } from 'pg';
import type { Actor } from '@app/kernel';
import { LIVES } from './large-place.lives';
import { ORGANISATIONS, staff } from './large-place.organisations';
import { FOLLOWING, people } from './large-place.people';

/** Somebody who signs in, what they can open and what they cannot. */
export interface Caller {
  readonly name: string;
  readonly email: string;
  readonly actor: Actor;
  /** people with an open case whom the caller may open */
  readonly visible: readonly string[];
  readonly hidden: readonly string[];
  readonly hiddenNumbers: readonly string[];
  /** of the first of the visible: to search for */
  readonly familyName: string;
  /** how many people the caller may open */
  readonly sees: number;
}

export interface LargePlace {
  readonly people: number;
  readonly councilWorker: Caller;
  readonly nurse: Caller;
  readonly charityWorker: Caller;
}

// What is loaded in bulk: its further indexes are made afterwards, which takes a third of the time.
const BULK = ['person', 'relationship', 'sharing_decision', 'person_access', 'worklist', 'contact_point', 'own_reference', 'contact_note', 'audit_event', 'nhs_number_holder'];
const SAMPLE = 200;

/**
 * Fills an empty, migrated database with a place of so many people, the same for the same number.
 * @param superuserUrl a superuser's URL: nobody else may load past row-level security and foreign keys
 * @param passwordHash of the three callers, who sign in as `first1@large.test` and so on
 * @throws Error when what was loaded is not what `refresh_person_access` would have made of the facts
 */
export async function loadLargePlace(superuserUrl: string, count: number, passwordHash: string): Promise<LargePlace> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`set search_path = onestory, public; set session_replication_role = replica; set maintenance_work_mem = '256MB'; set work_mem = '64MB'; set synchronous_commit = off`);
    const later = await dropIndexes(client);
    await client.query(ORGANISATIONS);
    await client.query(staff(count));
    await client.query(`insert into credential (user_id, password_hash) select id, $1 from user_account where email like 'first%'`, [passwordHash]);
    await client.query(people(count));
    await client.query(LIVES);
    await client.query(FOLLOWING);
    for (const { definition } of later) await client.query(definition);
    await client.query('set session_replication_role = origin');
    await client.query('analyze');
    await compareWithRefresh(client);
    await client.query('vacuum analyze');
    return {
      people: count,
      councilWorker: await caller(client, 'key worker of the council', 'first1@large.test'),
      nurse: await caller(client, 'nurse of the trust', 'first2@large.test'),
      charityWorker: await caller(client, 'worker of a charity', 'first39@large.test'),
    };
  } finally {
    await client.end();
  }
}

async function dropIndexes(client: Client): Promise<{ definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid::regclass::text = any ($1) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`, [BULK],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows;
}

/** Rebuilds what follows from the facts for a sample of people: nothing may come out different. */
async function compareWithRefresh(client: Client): Promise<void> {
  const sample = `(select person_id from person order by md5(person_id::text) limit ${SAMPLE})`;
  const state = async (): Promise<string> => {
    const { rows } = await client.query<{ state: string }>(
      `select md5((select string_agg(a::text, ';' order by a::text) from person_access a where person_id in ${sample})
               || (select string_agg(w::text, ';' order by w::text) from worklist w where person_id in ${sample})) as state`,
    );
    return rows[0]?.state ?? '';
  };
  const loaded = await state();
  await client.query(`select refresh_person_access(person_id) from ${sample} s`);
  if (loaded !== (await state())) throw new Error('The loaded access differs from what refresh_person_access makes of the facts');
}

async function caller(client: Client, name: string, email: string): Promise<Caller> {
  const { rows: [row] } = await client.query<Omit<Actor, 'teamIds'> & { teamIds: string[] }>(
    `select u.id as "userId", u.name, m.organisation_id as "organisationId", m.id as "membershipId", o.sector, m.roles,
            array(select team_id from team_member t where t.membership_id = m.id order by team_id) as "teamIds"
       from user_account u join membership m on m.user_id = u.id join organisation o on o.id = m.organisation_id where u.email = $1`, [email],
  );
  if (!row) throw new Error(`Nobody has the address ${email}`);
  const scopes = [row.organisationId, ...row.teamIds, row.membershipId, row.userId];
  const ids = async (sql: string): Promise<string[]> => (await client.query<{ person_id: string }>(sql, [scopes])).rows.map(({ person_id }) => person_id);
  const { rows: [seen] } = await client.query<{ n: number }>('select count(distinct person_id)::integer as n from person_access where scope_id = any ($1)', [scopes]);
  const hidden = await ids(`select person_id from person p where not exists (select 1 from person_access a where a.person_id = p.person_id and a.scope_id = any ($1)) order by md5(person_id::text) limit 400`);
  const { rows: numbers } = await client.query<{ nhs_number: string }>('select nhs_number from person where person_id = any ($1) and nhs_number is not null', [hidden]);
  const visible = await ids(`select distinct person_id from worklist where scope_id = any ($1) and case_id is not null order by person_id limit 40`);
  const { rows: [first] } = await client.query<{ family: string }>('select family from person where person_id = $1', [visible[0]]);
  return {
    name, email, visible, familyName: first?.family ?? '', actor: row, hidden, hiddenNumbers: numbers.map(({ nhs_number }) => nhs_number), sees: seen?.n ?? 0,
  };
}
