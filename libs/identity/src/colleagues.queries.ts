import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/records';
import type { Role } from '@app/kernel';
import type { StaffType, UserKind, UserState } from './identity.entity';

export interface ColleagueRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly state: UserState;
  readonly jobTitle: string;
  readonly roles: Role[];
  readonly staffType: StaffType;
  readonly keyWorkerTrained: boolean;
  readonly capacityPoints: number | null;
  readonly teams: { id: string; name: string }[];
  readonly version: number;
}

/** A worker to be named: no address, no roles. */
export interface WorkerRow {
  readonly membershipId: string;
  readonly userId: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly staffType: StaffType;
  readonly keyWorkerTrained: boolean;
  readonly phone: string | null;
  readonly teamIds: string[];
}

const COLLEAGUE = `m.id, m.user_id as "userId", u.name, u.email, u.state, m.job_title as "jobTitle", m.roles, m.staff_type as "staffType",
  m.key_worker_trained as "keyWorkerTrained", m.capacity_points as "capacityPoints", m.row_version as version,
  coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name) from team_member tm join team t on t.id = tm.team_id
             where tm.membership_id = m.id), '[]') as teams
  from membership m join user_account u on u.id = m.user_id`;
const LIVE = 'now() >= m.starts and now() < m.ends';

const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

@Injectable()
export class ColleaguesQueries {
  constructor(private readonly transactions: Transactions) {}

  /** By name; `after` is the last row of the page before. */
  list(organisationId: string, wish: { search: string | null; descending: boolean; limit: number; after: { name: string; id: string } | null }): Promise<ColleagueRow[]> {
    const { search, descending, limit, after } = wish;
    const beyond = descending ? '<' : '>';
    const direction = descending ? 'desc' : 'asc';
    return this.transactions.query<ColleagueRow>(
      `select ${COLLEAGUE} where m.organisation_id = $1 and ${LIVE}
          and ($2 = '' or lower(u.name) like '%' || $2 || '%' or lower(u.email) like '%' || $2 || '%')
          and ($3::text is null or (u.name, m.id) ${beyond} ($3 collate "en-x-icu", $4::uuid))
        order by u.name ${direction}, m.id ${direction} limit $5`,
      [organisationId, literally((search ?? '').toLowerCase()), after?.name ?? null, after?.id ?? null, limit],
    );
  }

  async one(organisationId: string, id: string): Promise<ColleagueRow | null> {
    const rows = await this.transactions.query<ColleagueRow>(`select ${COLLEAGUE} where m.organisation_id = $1 and m.id = $2 and ${LIVE}`, [organisationId, id]);
    return rows[0] ?? null;
  }

  async userByAddress(email: string): Promise<{ id: string; kind: UserKind; state: UserState } | null> {
    const rows = await this.transactions.query<{ id: string; kind: UserKind; state: UserState }>(
      'select id, kind, state from user_account where lower(email) = lower($1)', [email],
    );
    return rows[0] ?? null;
  }

  async worksHere(organisationId: string, userId: string): Promise<boolean> {
    const rows = await this.transactions.query<{ id: string }>(`select m.id from membership m where m.organisation_id = $1 and m.user_id = $2 and now() < m.ends`, [organisationId, userId]);
    return rows.length > 0;
  }

  /** Those of the ids that are live teams of the organisation. */
  async teamsAmong(organisationId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(`select id from team where organisation_id = $1 and id = any ($2) and state = 'active'`, [organisationId, ids]);
    return rows.map((row) => row.id);
  }

  async joinTeams(membershipId: string, teamIds: readonly string[]): Promise<void> {
    await this.transactions.query('insert into team_member (team_id, membership_id) select unnest($2::uuid[]), $1 on conflict do nothing', [membershipId, teamIds]);
  }

  async leaveOtherTeams(membershipId: string, teamIds: readonly string[]): Promise<void> {
    await this.transactions.query(
      `delete from team_member where membership_id = $1 and team_id <> all ($2)
          and team_id in (select t.id from team t join membership m on m.organisation_id = t.organisation_id where m.id = $1)`,
      [membershipId, teamIds],
    );
  }

  /** False when somebody changed the membership since `version` was read. */
  async change(id: string, version: number, to: { jobTitle: string; roles: readonly Role[]; keyWorkerTrained: boolean; capacityPoints?: number | null }): Promise<boolean> {
    const rows = await this.transactions.query<{ id: string }>(
      `with changed as (update membership set job_title = $3, roles = $4, key_worker_trained = $5, capacity_points = case when $7 then $6 else capacity_points end, row_version = row_version + 1
          where id = $1 and row_version = $2 returning id) select id from changed`,
      [id, version, to.jobTitle, to.roles, to.keyWorkerTrained, to.capacityPoints ?? null, to.capacityPoints !== undefined],
    );
    return rows.length === 1;
  }

  /** False when somebody changed the membership since `version` was read. */
  async end(id: string, version: number): Promise<boolean> {
    const rows = await this.transactions.query<{ id: string }>(
      'with ended as (update membership set ends = now(), row_version = row_version + 1 where id = $1 and row_version = $2 returning id) select id from ended', [id, version],
    );
    return rows.length === 1;
  }

  /** How many administrators there would be without this membership. Holds off others who ask, until the end of the transaction. */
  async otherAdministrators(organisationId: string, id: string): Promise<number> {
    await this.transactions.query(`select pg_advisory_xact_lock(hashtextextended('administrators:' || $1, 0))`, [organisationId]);
    const rows = await this.transactions.query<{ n: number }>(
      `select count(*)::integer as n from membership m join user_account u on u.id = m.user_id and u.state = 'active'
        where m.organisation_id = $1 and m.id <> $2 and 'org_admin' = any (m.roles) and ${LIVE}`,
      [organisationId, id],
    );
    return rows[0]?.n ?? 0;
  }

  /** False unless the address belongs to somebody invited whom the caller's organisation has as a member. */
  async makeInvitationLink(id: string, hash: Buffer, address: string, expires: Date): Promise<boolean> {
    const rows = await this.transactions.query<{ whom: string | null }>(`select make_link($1, $2, 'invitation', $3, $4) as whom`, [id, hash, address, expires]);
    return rows[0]?.whom != null;
  }

  workersOf(organisationId: string, search: string | null, limit: number): Promise<WorkerRow[]> {
    return this.transactions.query<WorkerRow>(
      `select m.id as "membershipId", m.user_id as "userId", u.name, m.job_title as "jobTitle", m.staff_type as "staffType",
              m.key_worker_trained as "keyWorkerTrained", m.phone, array(select tm.team_id from team_member tm where tm.membership_id = m.id) as "teamIds"
         from membership m join user_account u on u.id = m.user_id and u.state in ('active', 'invited')
        where m.organisation_id = $1 and ${LIVE} and ($2 = '' or lower(u.name) like '%' || $2 || '%')
        order by u.name, m.id limit $3`,
      [organisationId, literally((search ?? '').toLowerCase()), limit],
    );
  }
}
