import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/records';
import type { Role } from '@app/kernel';
import type { DbsLevel, StaffType, UserKind, UserState } from './identity.entity';
import { OWNED_KINDS, type Owned } from './leavers';
import { CHECK_YEARS, WARN_DAYS } from './volunteers';

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
  /** whoever answers for them and still works here */
  readonly supervisor: { id: string; name: string } | null;
  readonly dbsLevel: DbsLevel | null;
  readonly dbsOn: string | null;
  /** their last day here; null where none was agreed */
  readonly endsOn: string | null;
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
  m.dbs_level as "dbsLevel", m.dbs_on::text as "dbsOn", case when isfinite(m.ends) then ((m.ends - interval '1 second') at time zone 'Europe/London')::date::text end as "endsOn",
  (select jsonb_build_object('id', s.id, 'name', su.name) from membership s join user_account su on su.id = s.user_id where s.id = m.supervisor_id and now() < s.ends) as supervisor,
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

  /** Those whose last day is near, and volunteers who lack something: the first to go on top. */
  toLookAt(organisationId: string): Promise<ColleagueRow[]> {
    return this.transactions.query<ColleagueRow>(
      `select ${COLLEAGUE} where m.organisation_id = $1 and ${LIVE} and (m.ends < now() + make_interval(days => $2 + 1) or m.staff_type = 'volunteer' and (
              not isfinite(m.ends) or m.dbs_level is null or m.dbs_on is null or m.dbs_level <> 'none' and m.dbs_on < current_date - make_interval(years => $3)
              or not may_supervise(m.supervisor_id, m.organisation_id, m.user_id)))
        order by m.ends, u.name, m.id limit 100`,
      [organisationId, WARN_DAYS, CHECK_YEARS],
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
  async change(id: string, version: number, to: { jobTitle: string; roles: readonly Role[]; keyWorkerTrained: boolean; capacityPoints?: number | null; supervisorId: string | null; dbsLevel: DbsLevel | null; dbsOn: string | null; ends: Date | null }): Promise<boolean> {
    const rows = await this.transactions.query<{ id: string }>(
      `with changed as (update membership set job_title = $3, roles = $4, key_worker_trained = $5, capacity_points = case when $7 then $6 else capacity_points end,
              supervisor_id = $8, dbs_level = $9, dbs_on = $10, ends = coalesce($11, 'infinity'::timestamptz), row_version = row_version + 1
          where id = $1 and row_version = $2 returning id) select id from changed`,
      [id, version, to.jobTitle, to.roles, to.keyWorkerTrained, to.capacityPoints ?? null, to.capacityPoints !== undefined, to.supervisorId, to.dbsLevel, to.dbsOn, to.ends],
    );
    return rows.length === 1;
  }

  /** Whoever may answer for a volunteer here, by name: no volunteers. */
  supervisors(organisationId: string): Promise<{ id: string; name: string }[]> {
    return this.transactions.query<{ id: string; name: string }>(
      `select m.id, u.name from membership m join user_account u on u.id = m.user_id
        where m.organisation_id = $1 and ${LIVE} and may_supervise(m.id, $1, '00000000-0000-0000-0000-000000000000') order by u.name, m.id limit 500`, [organisationId],
    );
  }

  async maySupervise(supervisor: string, organisationId: string, whom: string): Promise<boolean> {
    const [row] = await this.transactions.query<{ may: boolean }>('select may_supervise($1, $2, $3) as may', [supervisor, organisationId, whom]);
    return row?.may ?? false;
  }

  /** What a colleague still owns, by kind: asked by an administrator, and the same for whomever else's colleague as for nobody. */
  async owned(id: string): Promise<Owned[]> {
    const rows = await this.transactions.query<Owned>('select kind, n as count from leaver_owns($1)', [id]);
    return rows.sort((one, other) => OWNED_KINDS.indexOf(one.kind) - OWNED_KINDS.indexOf(other.kind));
  }

  /** False when somebody changed the membership since `version` was read. */
  async end(id: string, version: number): Promise<boolean> {
    const rows = await this.transactions.query<{ id: string }>(
      'with ended as (update membership set ends = now(), row_version = row_version + 1 where id = $1 and row_version = $2 returning id) select id from ended', [id, version],
    );
    return rows.length === 1;
  }

  /** How many administrators there would be without this membership; `lasting` are those without a last day. Holds off others who ask, until the end of the transaction. */
  async otherAdministrators(organisationId: string, id: string, lasting: boolean): Promise<number> {
    await this.transactions.query(`select pg_advisory_xact_lock(hashtextextended('administrators:' || $1, 0))`, [organisationId]);
    const rows = await this.transactions.query<{ n: number }>(
      `select count(*)::integer as n from membership m join user_account u on u.id = m.user_id and u.state = 'active'
        where m.organisation_id = $1 and m.id <> $2 and 'org_admin' = any (m.roles) and ${LIVE} and not ($3 and isfinite(m.ends))`,
      [organisationId, id, lasting],
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
