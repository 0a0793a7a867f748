import { Injectable } from '@nestjs/common';
import type { Complexity } from '@app/cases';
import { currentContext, scopesOf } from '@app/kernel';
import { KeyWorkerAssignment } from '@app/key-workers';
import { Person } from '@app/persons';
import { Records, Transactions } from '@app/records';

/** Somebody with an open case that nobody leads. */
export interface Waiting {
  personId: string;
  caseId: string;
  name: string;
  reason: string | null;
  complexity: Complexity | null;
  /** when the case was opened, or the last lead ended */
  since: Date;
  /** who is asked, as far as the reader may know */
  asked: string | null;
  /** a local calendar day */
  answerBy: string | null;
}

/** Who waits for a key worker, whoever waits longest first: the people of the caseload's view of the same name. */
@Injectable()
export class WaitingQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  list(integratedTeamId: string | null, limit = 100): Promise<Waiting[]> {
    return this.transactions.run(async () => {
      const rows = await this.rows(integratedTeamId, limit);
      this.records.audit({ action: 'list', subject: 'Waiting', personIds: rows.map(({ personId }) => personId) });
      return rows;
    });
  }

  private rows(integratedTeamId: string | null, limit: number): Promise<Waiting[]> {
    const values: unknown[] = [scopesOf(currentContext().actor), limit];
    const listed = this.records.listedSql(Person, 'w', values);
    const ended = this.records.readableSql(KeyWorkerAssignment, 'k', values);
    const asked = this.records.readableSql(KeyWorkerAssignment, 'a', values);
    const team = integratedTeamId ? ` where c.integrated_team_id = $${values.push(integratedTeamId)}::uuid` : '';
    return this.transactions.query<Waiting>(
      `with waiting as (select distinct w.person_id, w.case_id from worklist w where w.scope_id = any ($1) and w.case_id is not null and w.key_worker_id is null and ${listed})
       select y.person_id as "personId", y.case_id as "caseId", concat_ws(' ', p.given, p.family) as name, c.reason, c.complexity,
              greatest(c.opened_at, (select max(k.ended_at) from key_worker_assignment k where k.person_id = y.person_id and k.case_id = y.case_id and k.kind = 'lead' and ${ended})) as since,
              q.name as asked, q.answer_by::text as "answerBy"
         from waiting y
         join person p on p.person_id = y.person_id
         left join coordination_case c on c.person_id = y.person_id and c.id = y.case_id
         left join lateral (select u.name, a.answer_by from key_worker_assignment a join membership m on m.id = a.membership_id join user_account u on u.id = m.user_id
            where a.person_id = y.person_id and a.case_id = y.case_id and a.kind = 'lead' and a.state = 'proposed' and ${asked}) q on true${team}
        order by since, y.person_id limit $2`,
      values,
    );
  }
}
