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
  /** who stands in while they are away */
  cover: { name: string; phone: string | null; until: Date } | null;
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
    const covered = this.records.readableSql(KeyWorkerAssignment, 'v', values);
    const [row] = await this.transactions.query<KeyWorker>(
      `select u.id as "userId", w.id as "membershipId", u.name, w.job_title as "jobTitle", o.id as "organisationId", o.name as organisation,
              coalesce(w.phone, t.duty_phone, o.phone) as phone, coalesce(t.hours, '[]') as hours, coalesce(t.out_of_hours_phone, o.out_of_hours_phone) as "outOfHoursPhone", k.accepted_at as since,
              (select jsonb_build_object('name', vu.name, 'phone', coalesce(vw.phone, vo.phone), 'until', v.planned_end) from key_worker_assignment v join membership vw on vw.id = v.membership_id
                 join user_account vu on vu.id = vw.user_id join organisation vo on vo.id = vw.organisation_id
                where v.person_id = k.person_id and v.case_id = k.case_id and v.kind = 'cover' and v.state = 'accepted' and v.planned_end > now() and ${covered}) as cover
         from key_worker_assignment k
         join membership w on w.id = k.membership_id
         join user_account u on u.id = w.user_id
         join organisation o on o.id = w.organisation_id
         left join lateral (select t.* from team_member tm join team t on t.id = tm.team_id where tm.membership_id = w.id order by t.id limit 1) t on true
        where k.person_id = $1 and k.kind = 'lead' and k.ended_at is null and k.accepted_at is not null and ${narrowed}
        order by k.accepted_at desc limit 1`,
      values,
    );
    return row ? { ...row, cover: row.cover && { ...row.cover, until: new Date(row.cover.until) } } : null;
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
