import { Injectable } from '@nestjs/common';
import { currentContext, scopesOf } from '@app/kernel';
import { ContactPoint, Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { KeyWorkerAssignment } from './key-worker-assignment.entity';

/** One case that somebody leads, for whoever arranges cover: as far as they may list the person. */
export interface LedCase {
  personId: string;
  caseId: string;
  name: string;
  /** null also where it is agreed how they may be rung: their record says it */
  phone: string | null;
  ringWithCare: boolean;
  /** opens to named workers only: cover is agreed with the person, not in a list */
  restricted: boolean;
  mayDecide: boolean;
  cover: { id: string; name: string; until: Date } | null;
  /** the memberships of those who may be let in to stand in here */
  standIns: string[];
}

/** Somebody who can stand in. */
export interface StandIn {
  membershipId: string;
  name: string;
  jobTitle: string;
  organisation: string;
}

/** Who is covered by whom at the moment, among the people whom the caller may list. */
export interface Covered {
  leadUserId: string;
  lead: string;
  cover: string;
  until: Date;
  people: number;
}

/** The SQL of standing in. */
@Injectable()
export class CoverQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** Everybody whom this user leads and the caller may list. @param offered who could stand in for the user */
  async caseloadOf(userId: string, offered: readonly StandIn[]): Promise<LedCase[]> {
    const values: unknown[] = [scopesOf(currentContext().actor), userId, offered.map(({ membershipId }) => membershipId)];
    const listed = this.records.listedSql(Person, 'w', values);
    const covers = this.records.readableSql(KeyWorkerAssignment, 'v', values);
    const points = this.records.readableSql(ContactPoint, 'c', values);
    const rows = await this.transactions.query<LedCase>(
      `with led as (select distinct w.person_id, w.case_id from worklist w where w.scope_id = any ($1) and w.key_worker_id = $2 and ${listed})
       select l.person_id as "personId", l.case_id as "caseId", concat_ws(' ', p.given, p.family) as name, p.restricted, coordinates_case(l.person_id, l.case_id) as "mayDecide",
              exists (select 1 from safe_contact s where s.person_id = l.person_id and s.channel = 'phone' and now() < s.ends) as "ringWithCare",
              (select c.value from contact_point c where c.person_id = l.person_id and c.kind = 'phone' and not c.protected and ${points}
                  and not exists (select 1 from safe_contact s where s.person_id = c.person_id and s.channel = 'phone' and now() < s.ends) order by c.created_at limit 1) as phone,
              (select jsonb_build_object('id', v.id, 'name', u.name, 'until', v.planned_end) from key_worker_assignment v join membership m on m.id = v.membership_id join user_account u on u.id = m.user_id
                where v.person_id = l.person_id and v.case_id = l.case_id and v.kind = 'cover' and v.state = 'accepted' and v.planned_end > now() and ${covers}) as cover,
              array(select stand_ins(l.person_id, l.case_id, $3)) as "standIns"
         from led l join person p on p.person_id = l.person_id order by p.family, p.given, p.person_id`,
      values,
    );
    return rows.map((row) => ({ ...row, cover: row.cover && { ...row.cover, until: new Date(row.cover.until) } }));
  }

  /** Trained workers of the same employers, and of the integrated teams to which both belong; neither the key worker nor the caller. @param away users who are covered themselves, and stand in for nobody */
  standIns(userId: string, away: readonly string[]): Promise<StandIn[]> {
    return this.transactions.query<StandIn>(
      `select m.id as "membershipId", u.name, m.job_title as "jobTitle", o.name as organisation
         from membership m join user_account u on u.id = m.user_id join organisation o on o.id = m.organisation_id
        where m.user_id not in ($1, (select ctx_user())) and m.user_id <> all ($2::uuid[]) and is_able_to_lead(m.id)
          and (m.organisation_id in (select x.organisation_id from membership x where x.user_id = $1 and now() < x.ends)
            or m.id in (select i.membership_id from integrated_team_member i where i.integrated_team_id in (
                 select j.integrated_team_id from integrated_team_member j join membership x on x.id = j.membership_id and x.user_id = $1)))
        order by u.name, m.id limit 300`,
      [userId, away],
    );
  }

  async nameOf(userId: string): Promise<string | null> {
    const [row] = await this.transactions.query<{ name: string }>(`select name from user_account where id = $1 and kind = 'staff'`, [userId]);
    return row?.name ?? null;
  }

  /** Who is away and covered, soonest back first. */
  now(): Promise<Covered[]> {
    const values: unknown[] = [scopesOf(currentContext().actor)];
    const listed = this.records.listedSql(Person, 'w', values);
    const covers = this.records.readableSql(KeyWorkerAssignment, 'v', values);
    return this.transactions.query<Covered>(
      `select l.id as "leadUserId", l.name as lead, u.name as cover, v.planned_end as until, count(distinct v.person_id)::int as people
         from (select distinct w.person_id, w.case_id, w.key_worker_id from worklist w where w.scope_id = any ($1) and w.key_worker_id is not null and ${listed}) w
         join key_worker_assignment v on v.person_id = w.person_id and v.case_id = w.case_id and v.kind = 'cover' and v.state = 'accepted' and v.planned_end > now() and ${covers}
         join membership m on m.id = v.membership_id join user_account u on u.id = m.user_id join user_account l on l.id = w.key_worker_id
        group by l.id, l.name, u.name, v.planned_end order by v.planned_end, l.name, u.name`,
      values,
    );
  }

  /** False where it may not be: nothing happens then. */
  async cover({ personId, caseId }: Pick<LedCase, 'personId' | 'caseId'>, membershipId: string, relationshipId: string, until: Date): Promise<boolean> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ covered: boolean }>('select cover_case($1, $2, $3, $4, $5) as covered', [personId, caseId, membershipId, relationshipId, until]);
    this.transactions.forgetAccess(personId);
    return row?.covered ?? false;
  }

  async end(personId: string, cover: string): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('select end_cover($1, $2)', [personId, cover]);
    this.transactions.forgetAccess(personId);
  }
}
