import { Injectable } from '@nestjs/common';
import { CareAction } from '@app/care-plans';
import { Case } from '@app/cases';
import { Alert } from '@app/contacts';
import { HuddleLine, stillPut } from '@app/huddles';
import { currentContext, scopesOf } from '@app/kernel';
import { Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { LATE, Referral } from '@app/referrals';
import { narrowedSql, VIEW_SQL } from './caseload.queries';
import { LIVE } from './today-tasks.queries';

export const HUDDLE_REASONS = ['quiet', 'review', 'waiting', 'fresh', 'alert', 'referral', 'step', 'put'] as const;
export type HuddleReason = (typeof HUDDLE_REASONS)[number];

export interface Reasoned {
  personId: string;
  name: string;
  birthDate: string | null;
  reasons: HuddleReason[];
}

const NEW_CASE_DAYS = 14;
const NEW_ALERT_DAYS = 7;

/** Why a team should talk about somebody: the rules of the caseload, of Today and of the referrals, over what the reader may see, and nothing else. */
@Injectable()
export class HuddleReasonsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** A team's people whom the reader may list, by name, each with what the rules say of them to this reader. Audited. @param among only these */
  of(integratedTeamId: string, among?: readonly string[]): Promise<Reasoned[]> {
    return this.transactions.run(async () => {
      const rows = await this.rows(integratedTeamId, among);
      this.records.audit({ action: 'list', subject: 'Caseload', personIds: rows.map(({ personId }) => personId) });
      return rows.map(({ personId, name, birthDate, ...says }) => ({ personId, name, birthDate, reasons: HUDDLE_REASONS.filter((reason) => says[reason] === true) }));
    });
  }

  private rows(integratedTeamId: string, among: readonly string[] | undefined): Promise<(Omit<Reasoned, 'reasons'> & Record<HuddleReason, boolean | null>)[]> {
    const values: unknown[] = [scopesOf(currentContext().actor)];
    const listed = this.records.listedSql(Person, 'w', values);
    const narrowed = narrowedSql({ integratedTeamId }, (value) => `$${values.push(value)}`);
    const rules: Record<HuddleReason, string> = {
      quiet: VIEW_SQL.quiet, review: VIEW_SQL.review, waiting: VIEW_SQL.waiting,
      fresh: `exists (select 1 from coordination_case c where c.person_id = w.person_id and c.id = w.case_id and c.opened_at > now() - interval '${NEW_CASE_DAYS} days' and ${this.records.readableSql(Case, 'c', values)})`,
      alert: `exists (select 1 from alert a where a.person_id = w.person_id and a.state <> 'ended' and a.created_at > now() - interval '${NEW_ALERT_DAYS} days' and ${this.records.readableSql(Alert, 'a', values)})`,
      referral: `exists (select 1 from referral r where r.person_id = w.person_id and ${LATE} and ${this.records.readableSql(Referral, 'r', values)})`,
      step: `exists (select 1 from care_action a where a.person_id = w.person_id and ${LIVE} and a.due_on < (now() at time zone 'Europe/London')::date and ${this.records.readableSql(CareAction, 'a', values)})`,
      put: `exists (select 1 from huddle_line l join huddle h on h.id = l.huddle_id where l.person_id = w.person_id and h.integrated_team_id = $${values.push(integratedTeamId)} and ${stillPut("(now() at time zone 'Europe/London')::date")} and ${this.records.readableSql(HuddleLine, 'l', values)})`,
    };
    const only = among ? ` and w.person_id = any ($${values.push(among)})` : '';
    return this.transactions.query(
      `select w.person_id as "personId", concat_ws(' ', w.given, w.family) as name, p.birth_date::text as "birthDate", ${HUDDLE_REASONS.map((reason) => `bool_or(${rules[reason]}) as "${reason}"`).join(', ')}
         from worklist w join person p on p.person_id = w.person_id where w.scope_id = any ($1) and w.case_id is not null and ${listed}${narrowed}${only} group by w.person_id, w.given, w.family, p.birth_date order by w.family, w.given, w.person_id`,
      values,
    );
  }
}
