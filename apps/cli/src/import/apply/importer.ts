import type { Client } from 'pg';
import { newId, type Actor } from '@app/kernel';
import { activeOrganisation, type AccessScope } from '@app/organisations';
import { asKeeper } from '../../owner';

export interface Importer {
  readonly actor: Actor;
  readonly organisation: { readonly name: string; readonly accessScope: AccessScope };
}

/**
 * In whose name an import runs: a technical account of the organisation, made once, that cannot sign in. It may do what a
 * practitioner of that organisation may, and no more.
 * @throws what `activeOrganisation` throws
 */
export function importerOf(owner: Client, code: string): Promise<Importer> {
  return asKeeper(owner, async () => {
    const organisation = await activeOrganisation(owner, code);
    const name = `Import (${code})`;
    const { userId, membershipId } = (await found(owner, code)) ?? (await made(owner, code, name, organisation.id));
    return {
      actor: { userId, name, organisationId: organisation.id, membershipId, sector: organisation.sector, teamIds: [], roles: ['practitioner'], onlyByName: false },
      organisation,
    };
  });
}

const addressOf = (code: string): string => `import.${code.toLowerCase()}@onestory.invalid`;

async function found(owner: Client, code: string): Promise<{ userId: string; membershipId: string } | null> {
  const { rows: [row] } = await owner.query<{ userId: string; membershipId: string }>(
    `select u.id as "userId", m.id as "membershipId" from onestory.user_account u join onestory.membership m on m.user_id = u.id where lower(u.email) = $1`, [addressOf(code)],
  );
  return row ?? null;
}

async function made(owner: Client, code: string, name: string, organisationId: string): Promise<{ userId: string; membershipId: string }> {
  const [userId, membershipId] = [newId(), newId()];
  await owner.query(`insert into onestory.user_account (id, name, email, kind, state) values ($1, $2, $3, 'staff', 'left')`, [userId, name, addressOf(code)]);
  await owner.query(
    `insert into onestory.membership (id, user_id, organisation_id, roles, job_title, starts, ends) values ($1, $2, $3, '{practitioner}', 'Import', now(), now())`,
    [membershipId, userId, organisationId],
  );
  return { userId, membershipId };
}
