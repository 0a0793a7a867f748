import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Case } from '@app/cases';
import { ZONE } from '@app/kernel';
import { Person } from '@app/persons';
import { Records, StateTransition, Transactions } from '@app/records';

export const CHANGES_OF_CASES = ['opened', 'closed'] as const;
export type ChangeOfCases = (typeof CHANGES_OF_CASES)[number];

/** How many cases were opened and closed in one week. */
export interface Week {
  /** the Monday on which it begins, a local calendar day */
  week: string;
  opened: number;
  closed: number;
}

/** One case that was opened or closed. */
export interface CaseChange {
  personId: string;
  caseId: string;
  name: string;
  at: Date;
}

const WHICH: Record<ChangeOfCases, string> = { opened: `(t.from_state is null or t.from_state = 'closed')`, closed: `t.to_state = 'closed'` };
const WEEK_OF = (column: string): string => `date_trunc('week', ${column} at time zone '${ZONE}')::date`;

/** The Monday of the week in which an instant lies. */
export const mondayOf = (at: Date): string => DateTime.fromJSDate(at, { zone: ZONE }).startOf('week').toISODate() ?? '';

/** What came and went, from the one log of states (domain.md §0): a row for each change, as far as the caller may read it and list the person. */
@Injectable()
export class FlowQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** The last `weeks` weeks, this one included, the oldest first; those in which nothing happened too. */
  async weeks(now: Date, weeks: number, integratedTeamId: string | null): Promise<Week[]> {
    const first = DateTime.fromISO(mondayOf(now)).minus({ weeks: weeks - 1 });
    const values: unknown[] = [first.toISODate()];
    const rows = await this.transactions.query<Week>(
      `select x.week::text as week, count(*) filter (where x.opened)::int as opened, count(*) filter (where x.closed)::int as closed from (
         select ${WEEK_OF('t.effective_at')} as week, ${WHICH.opened} as opened, ${WHICH.closed} as closed ${this.fromSql(integratedTeamId, values)}) x
        where x.week >= $1::date group by 1`,
      values,
    );
    const byWeek = new Map(rows.map((row) => [row.week, row]));
    return Array.from({ length: weeks }, (_, n) => {
      const week = first.plus({ weeks: n }).toISODate() ?? '';
      return byWeek.get(week) ?? { week, opened: 0, closed: 0 };
    });
  }

  /** Those whom a number of `weeks` counts, the newest first. @param week its Monday, a local calendar day */
  list(change: ChangeOfCases, week: string, integratedTeamId: string | null): Promise<CaseChange[]> {
    return this.transactions.run(async () => {
      const values: unknown[] = [week];
      const rows = await this.transactions.query<CaseChange>(
        `select t.person_id as "personId", t.entity_id as "caseId", concat_ws(' ', p.given, p.family) as name, t.effective_at as at
           ${this.fromSql(integratedTeamId, values)} and ${WHICH[change]} and ${WEEK_OF('t.effective_at')} = $1::date order by t.effective_at desc, t.id`,
        values,
      );
      this.records.audit({ action: 'list', subject: 'CaseChanges', personIds: rows.map(({ personId }) => personId) });
      return rows;
    });
  }

  private fromSql(integratedTeamId: string | null, values: unknown[]): string {
    const changes = this.records.readableSql(StateTransition, 't', values);
    const people = this.records.readableSql(Person, 'p', values);
    const cases = this.records.readableSql(Case, 'c', values);
    const team = integratedTeamId ? ` and c.integrated_team_id = $${values.push(integratedTeamId)}::uuid` : '';
    return `from state_transition t join person p on p.person_id = t.person_id join coordination_case c on c.person_id = t.person_id and c.id = t.entity_id
      where t.entity = 'Case' and ${changes} and ${people} and ${cases}${team}`;
  }
}
