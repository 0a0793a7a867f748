import { Client } from 'pg';
import { loadLargePlace, SIGN_IN } from '../../apps/cli/src/large-place/load';
import type { Actor } from '@app/kernel';

export const PASSWORD = 'tell it once';

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
  readonly rows: number;
  readonly seconds: number;
  readonly councilWorker: Caller;
  readonly nurse: Caller;
  readonly charityWorker: Caller;
  readonly manager: Caller;
  /** somebody whom the council's worker may open and who has a plan */
  readonly planned: string;
  /** somebody else like that, with as much as ever stands about one person: 30 goals, 200 steps, 2,000 notes */
  readonly crowded: string;
  /** open cases of the council without a key worker, whose people have no plan */
  readonly waiting: readonly { personId: string; caseId: string }[];
  /** referrals that the charity has not answered */
  readonly asked: readonly { personId: string; referralId: string }[];
}

/** Fills an empty, migrated database as `cli seed --persons` does, and finds out who sees whom there. */
export async function openLargePlace(urls: { ownerUrl: string; superuserUrl: string }, people: number): Promise<LargePlace> {
  const loaded = await loadLargePlace(urls.ownerUrl, { persons: people, password: PASSWORD, today: new Date().toISOString().slice(0, 10) });
  const client = new Client({ connectionString: urls.superuserUrl });
  await client.connect();
  try {
    await client.query('set search_path = onestory, public');
    const [council, trust, charity, manager] = SIGN_IN;
    const councilWorker = await caller(client, 'key worker of the council', council);
    const charityWorker = await caller(client, 'worker of a charity', charity);
    const { rows: [plan, another] } = await client.query<{ id: string }>(`select person_id as id from plan_version where state = 'published' and person_id = any ($1) order by person_id limit 2`, [councilWorker.visible]);
    await crowd(client, another?.id ?? '');
    const { rows: waiting } = await client.query<{ personId: string; caseId: string }>(
      `select person_id as "personId", id as "caseId" from coordination_case where state = 'awaiting_key_worker' and owner_organisation_id = $1 and integrated_team_id is null
          and not exists (select 1 from plan_version v where v.person_id = coordination_case.person_id) order by id`, [councilWorker.actor.organisationId]);
    const { rows: asked } = await client.query<{ personId: string; referralId: string }>(
      `select person_id as "personId", id as "referralId" from referral where state = 'sent' and to_organisation_id = $1 order by id`, [charityWorker.actor.organisationId]);
    return {
      people, ...loaded, councilWorker, charityWorker, planned: plan?.id ?? '', crowded: another?.id ?? '', waiting, asked,
      nurse: await caller(client, 'nurse of the trust', trust),
      manager: await caller(client, 'manager of the joint team', manager),
    };
  } finally {
    await client.end();
  }
}

/** Fills one person's record up by copies of what stands in it, each in turn, so that the reader sees of the copies what they saw of the rest; as a restore would: past triggers and policies. */
async function crowd(client: Client, personId: string): Promise<void> {
  const fill = (table: string, to: number, kept: string, changes: string): Promise<unknown> => client.query(
    `with known as (select x.*, row_number() over (order by id) - 1 as turn, count(*) over () as known from ${table} x where person_id = $1 and ${kept})
     insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(x) || jsonb_build_object('id', gen_random_uuid()) || ${changes})).*
       from generate_series(1, $2 - (select count(*)::int from known)) n join known x on x.turn = n % x.known`, [personId, to]);
  await client.query('set session_replication_role = replica');
  await fill('goal', 30, 'in_force', `jsonb_build_object('item_id', gen_random_uuid(), 'position', 50 + n, 'text', 'Goal ' || n)`);
  await fill('care_action', 200, 'in_force', `jsonb_build_object('item_id', gen_random_uuid(), 'position', 50 + n, 'what', 'Step ' || n,
    'goal_id', (select g.item_id from goal g where g.person_id = $1 and g.in_force order by g.item_id offset n % 30 limit 1))`);
  await fill('contact_note', 2000, 'true', `jsonb_build_object('happened_at', x.happened_at - n * interval '5 hours', 'text', 'Note ' || n)`);
  await client.query('set session_replication_role = origin');
  for (const table of ['goal', 'care_action', 'contact_note']) await client.query(`analyze ${table}`);
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
