import type { Client } from 'pg';
import type { Actor, Role } from '@app/kernel';

interface CallerRow { id: string; name: string; kind: Role | 'staff'; membership_id: string | null; organisation_id: string | null; sector: string | null; roles: Role[] | null; staff_type: string | null; team_ids: string[] | null }

/** Whoever has this address, as the database says when they ask. @param organisation code of the one for which they act, where they have several */
export async function actorOf(client: Client, email: string, organisation?: string): Promise<Actor> {
  const { rows: [row] } = await client.query<CallerRow>(
    `select u.id, c.* from user_account u, caller(u.id, null) c left join organisation o on o.id = c.organisation_id where u.email = $1 and ($2::text is null or o.code = $2)`,
    [email, organisation ?? null],
  );
  if (!row) throw new Error(`Nobody signs in as ${email}`);
  return {
    userId: row.id, name: row.name, organisationId: row.organisation_id, membershipId: row.membership_id, sector: row.sector, teamIds: row.team_ids ?? [],
    roles: row.kind === 'staff' ? (row.roles ?? []) : [row.kind], onlyByName: row.staff_type === 'volunteer',
  };
}
