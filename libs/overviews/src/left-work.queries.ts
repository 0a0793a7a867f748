import { Injectable } from '@nestjs/common';
import { CareAction } from '@app/care-plans';
import { currentContext, scopesOf } from '@app/kernel';
import { KeyWorkerAssignment } from '@app/key-workers';
import { Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { Referral } from '@app/referrals';
import { Review } from '@app/reviews';
import { VIEW_SQL } from './caseload.queries';
import { MOST_SHOWN, type About } from './today-tasks.queries';

/** Something that nobody does now: it is an organisation's whose people open nothing any more. */
export interface LeftWork extends About {
  kind: 'lead' | 'step' | 'referral' | 'review';
  /** the case, the step, the referral or the review */
  id: string;
  /** the step, or the service that was asked for */
  what: string | null;
  organisation: string;
}

/** What an organisation leaves undone whose sharing agreement is suspended or over (domain.md I7). */
@Injectable()
export class LeftWorkQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** For the caller's own people; of those whom that organisation led, for everybody on whose list they stand. Cut at one more than is shown. */
  list(): Promise<LeftWork[]> {
    const values: unknown[] = [scopesOf(currentContext().actor)];
    const [listed, keyWorker, step, referral, review, person] = [
      this.records.listedSql(Person, 'w', values), this.records.readableSql(KeyWorkerAssignment, 'k', values), this.records.readableSql(CareAction, 'a', values), this.records.readableSql(Referral, 'r', values),
      this.records.readableSql(Review, 'v', values), this.records.readableSql(Person, 'p', values),
    ];
    return this.transactions.query<LeftWork>(
      `with gone as materialized (select o.id, o.name from organisation o where o.state = 'suspended' or o.state = 'active' and o.agreement_expires_on < current_date),
       whose as materialized (
         select distinct w.person_id, w.case_id, w.key_worker_id from worklist w
          where exists (select 1 from gone) and w.scope_id = any ($1) and w.case_id is not null and ${listed}
            and (${VIEW_SQL.mine} or w.key_worker_id in (select m.user_id from gone g join membership m on m.organisation_id = g.id))),
       left_work as (
         select 'lead' as kind, w.person_id, w.case_id as id, null as what, g.name as organisation, 1 as first from whose w
           join key_worker_assignment k on k.person_id = w.person_id and k.case_id = w.case_id and k.kind = 'lead' and k.state = 'accepted' and ${keyWorker}
           join membership m on m.id = k.membership_id join gone g on g.id = m.organisation_id
         union all
         select 'step', w.person_id, a.item_id, a.what, g.name, 2 from whose w join care_action a on a.person_id = w.person_id and a.in_force and not a.dropped and a.state not in ('done', 'cancelled') and ${step}
           join gone g on g.id = a.doer_organisation_id
         union all
         select 'referral', w.person_id, r.id, r.service_name, g.name, 3 from whose w join referral r on r.person_id = w.person_id and r.state in ('sent', 'acknowledged', 'info_requested', 'accepted', 'waiting', 'in_progress') and ${referral}
           join gone g on g.id = r.to_organisation_id
         union all
         select 'review', w.person_id, v.id, null, g.name, 4 from whose w join review v on v.person_id = w.person_id and v.state not in ('closed', 'cancelled') and ${review} join gone g on g.id = v.owner_organisation_id)
       select l.kind, l.id, l.what, l.organisation, p.person_id as "personId", concat_ws(' ', p.given, p.family) as name, p.preferred, p.birth_date::text as "birthDate"
         from left_work l join person p on p.person_id = l.person_id and ${person} order by l.first, p.family, p.given, p.person_id, l.what, l.id limit ${MOST_SHOWN + 1}`,
      values,
    );
  }
}
