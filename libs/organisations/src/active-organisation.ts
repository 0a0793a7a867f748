import type { Client } from 'pg';
import { Invalid } from '@app/kernel';
import type { AccessScope } from './organisation.entity';
import type { Sector } from './sector';

export interface ActiveOrganisation {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly accessScope: AccessScope;
}

const MOST_NAMED = 30;

/**
 * An organisation that takes part, by the code that somebody typed at a terminal.
 * @param owner a connection of the owner role
 * @throws Invalid `organisation.invalid` when there is none, with the codes that there are
 */
export async function activeOrganisation(owner: Client, code: string): Promise<ActiveOrganisation> {
  const { rows } = await owner.query<ActiveOrganisation & { code: string }>(
    `select id, code, name, sector, access_scope as "accessScope" from onestory.organisation where state = 'active' order by code = $1 desc, code limit $2`, [code, MOST_NAMED + 1],
  );
  const [first] = rows;
  if (first?.code === code) return first;
  const known = rows.slice(0, MOST_NAMED).map((row) => row.code).join(', ');
  const those = first ? `Those that take part: ${known}${rows.length > MOST_NAMED ? ' and more' : ''}` : 'None takes part yet: “welcome” lets one in';
  throw Invalid.field('/organisation', 'organisation.invalid', `There is no active organisation with the code ${code}. ${those}`);
}
