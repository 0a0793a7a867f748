import { Injectable } from '@nestjs/common';
import { Records, Transactions } from '@app/records';
import { JoiningQuestion, type JoiningState } from './joining-question.entity';

/** A question as every screen shows it: who would join, what they would do and see, and who asks. */
export interface Joining {
  id: string;
  rowVersion: number;
  organisation: string;
  team: string | null;
  worker: string | null;
  jobTitle: string | null;
  does: string;
  doesNotDo: string | null;
  daysTimes: string | null;
  categories: string[];
  askedBy: string;
  askedFor: string;
  askedAt: Date;
}

@Injectable()
export class JoiningQuestionsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** What is asked and not answered, as far as the caller may read it; the oldest first. */
  open(personId: string, id: string | null = null): Promise<Joining[]> {
    const values: unknown[] = [personId, id];
    return this.transactions.query<Joining>(
      `select j.id, j.row_version as "rowVersion", o.name as organisation, t.name as team, u.name as worker, w.job_title as "jobTitle", j.does, j.does_not_do as "doesNotDo", j.days_times as "daysTimes",
              j.categories, j.asked_by_name as "askedBy", f.name as "askedFor", j.created_at as "askedAt"
         from joining_question j join organisation o on o.id = j.organisation_id join organisation f on f.id = j.owner_organisation_id
         left join team t on t.id = j.team_id left join membership w on w.id = j.membership_id left join user_account u on u.id = w.user_id
        where j.person_id = $1 and j.state = 'asked' and ($2::uuid is null or j.id = $2) and ${this.records.readableSql(JoiningQuestion, 'j', values)}
        order by j.created_at, j.id`,
      values,
    );
  }

  async answer(personId: string, id: string, said: { yes: boolean; alone: boolean; present: string | null }): Promise<Extract<JoiningState, 'agreed' | 'refused' | 'lapsed'>> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ became: 'agreed' | 'refused' | 'lapsed' }>('select answer_joining($1, $2, $3, $4, $5) as became', [personId, id, said.yes, said.alone, said.present]);
    this.transactions.forgetAccess(personId);
    return row?.became ?? 'lapsed';
  }
}
