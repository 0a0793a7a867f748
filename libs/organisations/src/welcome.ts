import type { Client } from 'pg';
import { Invalid, newId } from '@app/kernel';
import type { AccessScope } from './organisation.entity';
import { SECTORS, type Sector } from './sector';

/** Who in an organisation a relationship opens, until the organisation says otherwise (design: named workers, teams, a practice whole). */
function usualScope(sector: Sector): AccessScope {
  if (sector === 'nhs_primary') return 'organisation';
  return ['vcse', 'housing_association', 'council_housing', 'advocacy', 'other'].includes(sector) ? 'named' : 'team';
}

/**
 * Lets an organisation take part that has signed the sharing agreement: one that is new here, or one that a register
 * brought in. `cli welcome`.
 * @param keeper a connection in a transaction with the keeper's rights
 * @returns whether it is new here, was known, or took part already
 * @throws Invalid `choice` for a sector that does not exist, `required` when a new one has no name or sector
 */
export async function welcomeOrganisation(keeper: Client, about: { code: string; name?: string | undefined; sector?: string | undefined }): Promise<'new' | 'known' | 'already'> {
  const sector = SECTORS.find((one) => one === about.sector);
  if (about.sector !== undefined && !sector) throw Invalid.field('/sector', 'choice', `Choose a sector: ${SECTORS.join(', ')}`);
  const known = await keeper.query<{ state: string }>('select state from onestory.organisation where code = $1', [about.code]);
  if (known.rows[0]?.state === 'active') return 'already';
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
