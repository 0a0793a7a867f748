import type { Client } from 'pg';
import { Email, newId, readCommand, Text } from '@app/kernel';
import { activeOrganisation } from '@app/organisations';
import { INVITATION_DAYS, linkPath, newToken } from './links';

class AskAdministrator {
  @Email({ required: true, label: 'e-mail address' }) email: string;
  @Text({ max: 200, label: 'name' }) name?: string | null;
}

/** "first.name@example.org" is First Name, unless a name is given. */
const nameIn = (email: string): string => (email.split('@')[0] ?? '').split(/[._]+/).filter(Boolean).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email;

const TABLES = ['user_account', 'membership', 'one_time_link'];

/**
 * Makes somebody the administrator of an organisation that has none to invite them: `cli create-admin`.
 * Somebody who works there already becomes administrator besides; asked for again, they get another link and nothing else.
 * @param owner a connection of the owner role, which alone may lift the row-level security for one transaction
 * @param called what everybody reads beside what they do; made of the address unless given, and left alone where they have one
 * @returns the path of a link that works once within 7 days
 * @throws Invalid `email` for what is no e-mail address, `organisation.invalid` when there is no such active organisation
 */
export async function createFirstAdministrator(owner: Client, typed: string, organisationCode: string, called?: string): Promise<{ link: string }> {
  const { email, name } = readCommand(AskAdministrator, { email: typed, name: called });
  const { token, hash } = newToken();
  await owner.query('begin');
  try {
    const { id: organisationId } = await activeOrganisation(owner, organisationCode);
    for (const table of TABLES) await owner.query(`alter table onestory.${table} no force row level security`);
    const known = await owner.query<{ id: string }>('select id from onestory.user_account where lower(email) = lower($1)', [email]);
    const userId = known.rows[0]?.id ?? newId();
    if (known.rowCount === 0) {
      await owner.query(`insert into onestory.user_account (id, name, email, kind, state) values ($1, $2, $3, 'staff', 'invited')`, [userId, name ?? nameIn(email), email]);
    }
    await makeAdministrator(owner, userId, organisationId);
    await owner.query(
      `insert into onestory.one_time_link (id, token_hash, purpose, user_id, expires_at) values ($1, $2, 'invitation', $3, now() + make_interval(days => $4))`,
      [newId(), hash, userId, INVITATION_DAYS],
    );
    for (const table of TABLES) await owner.query(`alter table onestory.${table} force row level security`);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
  return { link: linkPath(token) };
}

async function makeAdministrator(owner: Client, userId: string, organisationId: string): Promise<void> {
  const { rowCount } = await owner.query(
    `update onestory.membership set roles = array_remove(roles, 'org_admin') || '{org_admin}', row_version = row_version + 1
      where user_id = $1 and organisation_id = $2 and ends > now()`, [userId, organisationId],
  );
  if (rowCount) return;
  await owner.query(`insert into onestory.membership (id, user_id, organisation_id, roles, job_title) values ($1, $2, $3, '{org_admin}', 'Administrator')`, [newId(), userId, organisationId]);
}
