import type { Client } from 'pg';
import { Invalid, newId } from '@app/kernel';
import type { AccessScope } from './organisation.entity';
import { SECTORS, type Sector } from './sector';

/** Who in an organisation a relationship opens, until the organisation says otherwise (design: named workers, teams, a practice whole). */
function usualScope(sector: Sector): AccessScope {
  if (sector === 'nhs_primary') return 'organisation';
  return ['vcse', 'housing_association', 'council_housing', 'advocacy', 'other'].includes(sector) ? 'named' : 'team';
}

/** Puts it into a place, which is made when it is new here; with `hosts` it answers for the place from now on, and looks after whose agreement holds there. */
async function putInPlace(keeper: Client, code: string, place: string, hosts: boolean): Promise<void> {
  await keeper.query('insert into onestory.place (id, name) values ($1, $2) on conflict (name) do nothing', [newId(), place]);
  await keeper.query(
    `insert into onestory.organisation_place (organisation_id, place_id) select o.id, h.id from onestory.organisation o, onestory.place h where o.code = $1 and h.name = $2 on conflict do nothing`, [code, place],
  );
  if (hosts) await keeper.query('update onestory.place set host_organisation_id = (select o.id from onestory.organisation o where o.code = $1) where name = $2', [code, place]);
}

interface ToWelcome {
  readonly code: string;
  readonly name?: string | undefined;
  readonly sector?: string | undefined;
  /** the place in which it takes part, and whether it answers for that */
  readonly place?: string | undefined;
  readonly hosts?: boolean | undefined;
  /** why an agreement that was suspended goes on */
  readonly because?: string | undefined;
}

/** What was suspended as an act goes on as one: who did it here is whoever runs the system. */
async function resume(keeper: Client, code: string, because: string | undefined): Promise<void> {
  if (!because) throw Invalid.field('/because', 'required', 'Its agreement is suspended. Say why it goes on: --because');
  await keeper.query(
    `update onestory.agreement_suspension s set resumed_at = now(), resumed_because = $2, resumed_by_name = 'Whoever runs the system' from onestory.organisation o where o.code = $1 and s.organisation_id = o.id and s.resumed_at is null`, [code, because],
  );
  await keeper.query(`update onestory.organisation set state = 'active', row_version = row_version + 1 where code = $1`, [code]);
}

/**
 * Lets an organisation take part that has signed the sharing agreement: one that is new here, or one that a register
 * brought in. `cli welcome`.
 * @param keeper a connection in a transaction with the keeper's rights
 * @returns whether it is new here, was known, took part already, or goes on after its agreement was suspended
 * @throws Invalid `choice` for a sector that does not exist, `required` when a new one has no name or sector, or nobody says why a suspended one goes on
 */
export async function welcomeOrganisation(keeper: Client, about: ToWelcome): Promise<'new' | 'known' | 'already' | 'resumed'> {
  const how = await takeIn(keeper, about);
  if (about.place) await putInPlace(keeper, about.code, about.place, about.hosts ?? false);
  return how;
}

async function takeIn(keeper: Client, about: ToWelcome): Promise<'new' | 'known' | 'already' | 'resumed'> {
  const sector = SECTORS.find((one) => one === about.sector);
  if (about.sector !== undefined && !sector) throw Invalid.field('/sector', 'choice', `Choose a sector: ${SECTORS.join(', ')}`);
  const known = await keeper.query<{ state: string }>('select state from onestory.organisation where code = $1', [about.code]);
  if (known.rows[0]?.state === 'active') return 'already';
  if (known.rows[0]?.state === 'suspended') {
    await resume(keeper, about.code, about.because);
    return 'resumed';
  }
  if (known.rows[0]) {
    await keeper.query(`update onestory.organisation set state = 'active', agreement_signed_on = current_date, row_version = row_version + 1 where code = $1`, [about.code]);
    return 'known';
  }
  if (!about.name || !sector) throw Invalid.field('/name', 'required', 'Nobody has this code yet. Give --name and --sector');
  await keeper.query(
    `insert into onestory.organisation (id, code, name, sector, state, access_scope, agreement_signed_on, source) values ($1, $2, $3, $4, 'active', $5, current_date, 'system')`,
    [newId(), about.code, about.name, sector, usualScope(sector)],
  );
  return 'new';
}
