import { Injectable } from '@nestjs/common';
import { CareAction, PlanSuggestion, PlanVersion } from '@app/care-plans';
import { CareTeamMember } from '@app/care-teams';
import { HuddleLine, stillPut } from '@app/huddles';
import { currentContext, scopesOf } from '@app/kernel';
import { KeyWorkerAssignment } from '@app/key-workers';
import { Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { Referral, toldOf, type Fact } from '@app/referrals';
import { VIEW_SQL } from './caseload.queries';

/** Whom something of Today is about. */
export interface About {
  personId: string;
  name: string;
  preferred: string | null;
  birthDate: string | null;
}

/** A step of a published plan. */
export interface DueStep extends About {
  itemId: string;
  what: string;
  dueOn: string;
  /** who does it */
  doer: string;
}

/** What a huddle put down for the caller. */
export interface PutStep extends About {
  lineId: string;
  what: string;
  dueOn: string;
}

/** A question whether somebody will be key worker. */
export interface OpenQuestion extends About {
  caseId: string;
  /** who asks, or of whom it is asked */
  who: string;
  answerBy: string | null;
}

/** A referral on which the caller has to do the next thing. */
export interface WaitingReferral {
  id: string;
  service: string;
  /** the other side */
  organisation: string;
  /** of whom: by name, or as far as the summary says while the person may not be opened yet */
  name: string | null;
  state: string;
  answerBy: string | null;
}

export interface DueReview extends About {
  reviewOn: string;
}

/** A suggestion for a plan that waits for the caller's answer. */
export interface WaitingSuggestion extends About {
  id: string;
  text: string;
  /** who suggests it; null for the person themselves */
  who: string | null;
  madeAt: Date;
}

/** A draft of a plan about which the caller, or somebody they stand in for, asked others: where it stands, and since when. */
export interface OpenedDraft extends About {
  state: 'in_contribution' | 'ready_for_agreement' | 'agreed';
  since: Date;
}

/** Longer lists are cut, and say so. */
export const MOST_SHOWN = 20;
const PERSON = `p.person_id as "personId", concat_ws(' ', p.given, p.family) as name, p.preferred, p.birth_date::text as "birthDate"`;
/** Of a step a: it stands in the plan that is published, and nobody has done it. */
export const LIVE = `a.in_force and not a.dropped and a.state not in ('done', 'cancelled')`;

/** What waits for the caller besides their caseload's clocks, and what they wait for. Each list is cut at one more than is shown. */
@Injectable()
export class TodayTasks {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** Steps that the caller does by name, as a colleague or as a helper of the circle, by that day, the most overdue first. @param until a local calendar date */
  mySteps(until: string): Promise<DueStep[]> {
    const values: unknown[] = [currentContext().actor.membershipId, until];
    const helper = this.records.readableSql(CareTeamMember, 'm', values);
    return this.transactions.query<DueStep>(
      `with doer as materialized (
         select $1::uuid::text as id union all select m.id::text from care_team_member m where m.membership_id = $1::uuid and m.state = 'active' and ${helper})
       select ${PERSON}, a.item_id as "itemId", a.what, a.due_on::text as "dueOn", coalesce(a.doer_name, '') as doer
         from doer join care_action a on a.doer = doer.id join person p on p.person_id = a.person_id
        where a.due_on <= $2 and ${LIVE} and ${this.records.readableSql(CareAction, 'a', values)} and ${this.records.readableSql(Person, 'p', values)}
        order by a.due_on, a.id limit ${MOST_SHOWN + 1}`,
      values,
    );
  }

  /** What huddles put down for the caller by that day, until the next that has the person says what became of it. @param until a local calendar date */
  putSteps(until: string): Promise<PutStep[]> {
    const values: unknown[] = [currentContext().actor.membershipId, until];
    return this.transactions.query<PutStep>(
      `select ${PERSON}, l.id as "lineId", l.decided as what, l.due_on::text as "dueOn"
         from huddle_line l join huddle h on h.id = l.huddle_id join person p on p.person_id = l.person_id
        where l.doer_membership_id = $1 and l.due_on <= $2 and ${stillPut("'infinity'::date")} and ${this.records.readableSql(HuddleLine, 'l', values)} and ${this.records.readableSql(Person, 'p', values)}
        order by l.due_on, l.id limit ${MOST_SHOWN + 1}`,
      values,
    );
  }

  /** Steps of others that are overdue, for people whose key worker the caller is. What the person does themselves is not counted against them. */
  othersSteps(today: string): Promise<DueStep[]> {
    const values: unknown[] = [scopesOf(currentContext().actor), today, currentContext().actor.membershipId];
    return this.transactions.query<DueStep>(
      `with mine as materialized (select distinct w.person_id from worklist w where w.scope_id = any ($1) and w.case_id is not null and ${VIEW_SQL.mine} and ${this.records.listedSql(Person, 'w', values)})
       select ${PERSON}, a.item_id as "itemId", a.what, a.due_on::text as "dueOn", concat_ws(', ', a.doer_name, o.name) as doer
         from mine join care_action a on a.person_id = mine.person_id join person p on p.person_id = a.person_id left join organisation o on o.id = a.doer_organisation_id
        where a.due_on < $2 and a.doer_kind in ('organisation', 'carer') and a.doer <> $3 and ${LIVE} and ${this.records.readableSql(CareAction, 'a', values)}
        order by a.due_on, a.id limit ${MOST_SHOWN + 1}`,
      values,
    );
  }

  /** Whether the caller will be key worker, asked of them; or asked by them of others and not answered yet. */
  questions(whose: 'to me' | 'of mine', today: string): Promise<OpenQuestion[]> {
    const { membershipId, userId } = currentContext().actor;
    const values: unknown[] = [whose === 'to me' ? membershipId : userId, today];
    const [mine, who] = whose === 'to me' ? ['k.membership_id = $1', 'k.created_by'] : ['k.created_by = $1', 'm.user_id'];
    return this.transactions.query<OpenQuestion>(
      `select ${PERSON}, k.case_id as "caseId", u.name as who, k.answer_by::text as "answerBy"
         from key_worker_assignment k join person p on p.person_id = k.person_id join membership m on m.id = k.membership_id join user_account u on u.id = ${who}
        where ${mine} and k.state = 'proposed' and (k.answer_by is null or k.answer_by >= $2)
          and ${this.records.readableSql(KeyWorkerAssignment, 'k', values)} and ${this.records.readableSql(Person, 'p', values)}
        order by k.answer_by, k.id limit ${MOST_SHOWN + 1}`,
      values,
    );
  }

  /** Referrals that the caller, their team or their organisation has to answer; and their own that came back with a question or a no. */
  async referrals(): Promise<WaitingReferral[]> {
    const { userId, organisationId } = currentContext().actor;
    const values: unknown[] = [scopesOf(currentContext().actor), userId, organisationId];
    const readable = this.records.readableSql(Referral, 'r', values);
    const open = this.records.readableSql(Person, 'p', values);
    const rows = await this.transactions.query<WaitingReferral & { personId: string; summary: Fact[] }>(
      `with waiting as materialized (
         select r.*, r.owner_organisation_id as other from referral r where r.to_scopes && $1::uuid[] and r.state in ('sent', 'acknowledged') and ${readable}
         union all
         select r.*, r.to_organisation_id from referral r
          where r.owner_organisation_id = $3 and (r.state = 'info_requested' or r.state = 'declined' and r.settled_at is null) and r.created_by = $2 and ${readable})
       select w.id, w.person_id as "personId", w.service_name as service, o.name as organisation, nullif(concat_ws(' ', p.given, p.family), '') as name, w.summary, w.state, w.answer_by::text as "answerBy"
         from waiting w join organisation o on o.id = w.other left join person p on p.person_id = w.person_id and ${open}
        order by w.urgency = 'urgent' desc, w.answer_by, w.id limit ${MOST_SHOWN + 1}`,
      values,
    );
    if (rows.length > 0) this.records.audit({ action: 'list', subject: 'Referral', personIds: [...new Set(rows.map(({ personId }) => personId))], subjectIds: rows.map(({ id }) => id) });
    return rows.map(({ personId: _, summary, ...row }) => ({ ...row, name: row.name ?? toldOf(summary) }));
  }

  /** Suggestions for the plans that are the caller's to write, the oldest first. What one suggested oneself waits for somebody else. */
  suggestions(): Promise<WaitingSuggestion[]> {
    const values: unknown[] = [currentContext().actor.userId];
    return this.transactions.query<WaitingSuggestion>(
      `with mine as materialized (${this.planned(values)})
       select ${PERSON}, s.id, s.text, case when s.how is distinct from 'own_page' then s.author_name end as who, s.created_at as "madeAt"
         from mine join plan_suggestion s on s.person_id = mine.person_id and s.state = 'waiting' join person p on p.person_id = s.person_id
        where (s.created_by <> $1 or s.voice = 'self') and ${this.records.readableSql(PlanSuggestion, 's', values)} and ${this.records.readableSql(Person, 'p', values)}
        order by s.created_at, s.id limit ${MOST_SHOWN + 1}`,
      values,
    );
  }

  /** Drafts of those plans that others read, what is agreed and only to be published first. */
  drafts(): Promise<OpenedDraft[]> {
    const values: unknown[] = [];
    return this.transactions.query<OpenedDraft>(
      `with mine as materialized (${this.planned(values)})
       select ${PERSON}, v.state, case v.state when 'in_contribution' then v.opened_at when 'ready_for_agreement' then v.readied_at else v.agreed_at end as since
         from mine join plan_version v on v.person_id = mine.person_id and v.state in ('in_contribution', 'ready_for_agreement', 'agreed') join person p on p.person_id = v.person_id
        where ${this.records.readableSql(PlanVersion, 'v', values)} and ${this.records.readableSql(Person, 'p', values)}
        order by v.state, since, v.id limit ${MOST_SHOWN + 1}`,
      values,
    );
  }

  /** Of whom the caller is key worker, or for whom they stand in; and where nobody leads, whose case was opened by their organisation. */
  private planned(values: unknown[]): string {
    const { actor } = currentContext();
    const bind = (value: unknown): string => `$${values.push(value)}`;
    return `select w.person_id from worklist w where w.scope_id = any (${bind(scopesOf(actor))}) and w.case_id is not null and (${VIEW_SQL.mine} or ${VIEW_SQL.waiting}
             and exists (select 1 from coordination_case c where c.person_id = w.person_id and c.id = w.case_id and c.owner_organisation_id = ${bind(actor.organisationId)})) and ${this.records.listedSql(Person, 'w', values)}
         union select k.person_id from key_worker_assignment k where k.membership_id = ${bind(actor.membershipId)} and k.kind = 'cover' and k.state = 'accepted' and k.ended_at is null and (k.planned_end is null or k.planned_end > now())`;
  }

  /** Reviews from today until that day, of the caller's own people, or of everybody on their caseload when they lead nobody. */
  reviews(today: string, until: string, onlyMine: boolean): Promise<DueReview[]> {
    const values: unknown[] = [scopesOf(currentContext().actor), today, until];
    return this.transactions.query<DueReview>(
      `with due as materialized (select distinct w.person_id, w.next_review_on, w.family from worklist w
          where w.scope_id = any ($1) and w.case_id is not null and ${VIEW_SQL[onlyMine ? 'mine' : 'everyone']} and w.next_review_on between $2 and $3 and ${this.records.listedSql(Person, 'w', values)}
          order by w.next_review_on, w.family, w.person_id limit ${MOST_SHOWN + 1})
       select ${PERSON}, d.next_review_on::text as "reviewOn" from due d join person p on p.person_id = d.person_id order by d.next_review_on, d.family, d.person_id`,
      values,
    );
  }
}
