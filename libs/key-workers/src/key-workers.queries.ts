import { Injectable } from '@nestjs/common';
import { Records, Transactions } from '@app/records';
import { KeyWorkerAssignment } from './key-worker-assignment.entity';

/** The one accountable worker, and where to reach them and, out of hours, somebody. */
export interface KeyWorker {
  userId: string;
  membershipId: string;
  name: string;
  jobTitle: string;
  organisationId: string;
  organisation: string;
  phone: string | null;
  hours: { days: number[]; from: string; to: string }[];
  outOfHoursPhone: string | null;
  since: Date;
}

/** Somebody who may be asked to be key worker. */
export interface Candidate {
  membershipId: string;
  userId: string;
  name: string;
  jobTitle: string;
  organisationId: string;
  organisation: string;
}

@Injectable()
export class KeyWorkersQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  async leadOf(personId: string): Promise<KeyWorker | null> {
    const values: unknown[] = [personId];
    const narrowed = this.records.readableSql(KeyWorkerAssignment, 'k', values);
    const [row] = await this.transactions.query<KeyWorker>(
      `select u.id as "userId", w.id as "membershipId", u.name, w.job_title as "jobTitle", o.id as "organisationId", o.name as organisation,
              coalesce(w.phone, t.duty_phone, o.phone) as phone, coalesce(t.hours, '[]') as hours, coalesce(t.out_of_hours_phone, o.out_of_hours_phone) as "outOfHoursPhone", k.accepted_at as since
         from key_worker_assignment k
         join membership w on w.id = k.membership_id
         join user_account u on u.id = w.user_id
         join organisation o on o.id = w.organisation_id
         left join lateral (select t.* from team_member tm join team t on t.id = tm.team_id where tm.membership_id = w.id order by t.id limit 1) t on true
        where k.person_id = $1 and k.kind = 'lead' and k.ended_at is null and k.accepted_at is not null and ${narrowed}
        order by k.accepted_at desc limit 1`,
      values,
    );
    return row ?? null;
  }

  /** Those of the circle who may lead: trained, employed, active, and let in to this person for everybody to know. The caller's own name comes first. */
  candidates(personId: string): Promise<Candidate[]> {
    return this.transactions.query<Candidate>(
      `select distinct on (u.id <> (select ctx_user()), o.name, u.name, m.id)
              m.id as "membershipId", u.id as "userId", u.name, m.job_title as "jobTitle", o.id as "organisationId", o.name as organisation
         from circle_access($1) c
         join membership m on m.organisation_id = c.organisation_id
         join user_account u on u.id = m.user_id
         join organisation o on o.id = m.organisation_id
        where c.basis not in ('own', 'carer', 'advocate')
          and not exists (select 1 from relationship r where r.person_id = $1 and r.organisation_id = c.organisation_id and r.scope_id = c.scope_id and r.discreet)
          and (c.scope_id in (m.id, m.organisation_id) or exists (select 1 from team_member tm where tm.membership_id = m.id and tm.team_id = c.scope_id))
          and m.key_worker_trained and m.staff_type = 'employed' and 'practitioner' = any (m.roles) and now() >= m.starts and now() < m.ends and u.state = 'active'
        order by u.id <> (select ctx_user()), o.name, u.name, m.id limit 300`,
      [personId],
    );
  }

  /** May this member of staff be a key worker: trained, active, never a volunteer? */
  async mayLead(membershipId: string): Promise<boolean> {
    const [row] = await this.transactions.query<{ may: boolean }>(
      `select key_worker_trained and staff_type = 'employed' and now() < ends as may from membership where id = $1`,
      [membershipId],
    );
    return row?.may ?? false;
  }
}
