import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import type { Relationship } from '@app/sharing';
import { CareTeamMember } from './care-team-member.entity';
import type { AddToCircle, DescribeHelp } from './care-teams.commands';

/** A member of the circle as every screen shows it. */
export interface CircleMember {
  id: string;
  rowVersion: number;
  organisationId: string;
  organisation: string;
  sector: string;
  team: string | null;
  worker: string | null;
  jobTitle: string | null;
  userId: string | null;
  /** where to ring: the worker's own phone, the team's duty phone, the organisation's */
  phone: string | null;
  hours: unknown;
  outOfHoursPhone: string | null;
  does: string;
  doesNotDo: string | null;
  daysTimes: string | null;
  categories: string[];
  discreet: boolean;
  /** the only people who know that they help, by name; null where that is no secret */
  knownTo: string[] | null;
  since: Date;
  /** may the reader end it, and say anew what they do? Who added them, they themselves and the key worker's organisation may */
  mayChange: boolean;
  /** are they the key worker now? Then they hand over before their help ends */
  leads: boolean;
}

/** Where a relationship would let somebody in, by the organisation's own rule. */
export interface Door {
  accessScope: 'named' | 'team' | 'organisation';
  state: string;
  name: string;
  agreementLive: boolean;
  discreetByDefault: boolean;
}

@Injectable()
export class CareTeamsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  async circle(personId: string): Promise<CircleMember[]> {
    const values: unknown[] = [personId];
    const narrowed = this.records.readableSql(CareTeamMember, 'm', values);
    const writes = this.records.ability().rulesFor('change', CareTeamMember).some((rule) => !rule.inverted);
    return this.transactions.query<CircleMember>(
      `select m.id, m.row_version as "rowVersion", m.organisation_id as "organisationId", o.name as organisation, o.sector, t.name as team, u.name as worker,
              w.job_title as "jobTitle", u.id as "userId", coalesce(w.phone, t.duty_phone, o.phone) as phone, t.hours, coalesce(t.out_of_hours_phone, o.out_of_hours_phone) as "outOfHoursPhone",
              m.does, m.does_not_do as "doesNotDo", m.days_times as "daysTimes", coalesce(s.categories, '{}') as categories, m.discreet, m.starts as since,
              case when m.sealed_to is not null then array(select k.name from user_account k where k.id = any (m.sealed_to) order by k.name) end as "knownTo",
              ${writes} and may_end_help(m.person_id, m.owner_organisation_id, m.organisation_id) as "mayChange",
              exists (select 1 from key_worker_assignment k where k.person_id = m.person_id and k.membership_id = m.membership_id and k.kind = 'lead' and k.state = 'accepted') as leads
         from care_team_member m
         join organisation o on o.id = m.organisation_id
         left join team t on t.id = m.team_id
         left join membership w on w.id = m.membership_id
         left join user_account u on u.id = w.user_id
         left join relationship r on r.person_id = m.person_id and r.id = m.relationship_id
         left join (select c.organisation_id, c.scope_id, array_agg(distinct given) as categories from circle_access($1) c, unnest(c.categories) given group by 1, 2) s
                on s.organisation_id = m.organisation_id and s.scope_id = r.scope_id
        where m.person_id = $1 and m.state = 'active' and (m.ends is null or m.ends > now()) and ${narrowed}
        order by m.starts, m.id`,
      values,
    );
  }

  /** The relationship by which the caller's own organisation registered the person, when it lets in whoever is named: a volunteer it lets in only by name. */
  async ownRegistration(personId: string, named: Pick<AddToCircle, 'organisationId' | 'teamId' | 'membershipId'>): Promise<Pick<Relationship, 'id' | 'discreet' | 'sealedTo'> | null> {
    const [row] = await this.transactions.query<Pick<Relationship, 'id' | 'discreet' | 'sealedTo'>>(
      `select id, discreet, sealed_to as "sealedTo" from relationship
        where person_id = $1 and organisation_id = $2 and organisation_id = (select ctx_organisation()) and basis = 'registered' and now() < ends
          and (scope_id = $4 or (scope_kind = 'organisation' or scope_id = $3) and not exists (select 1 from membership m where m.id = $4 and m.staff_type = 'volunteer'))`,
      [personId, named.organisationId, named.teamId ?? null, named.membershipId ?? null],
    );
    return row ?? null;
  }

  /** Until when the caller, whose help has ended, still reads what is their own and writes the closing note; null while they help. */
  async windDownUntil(personId: string): Promise<Date | null> {
    const [row] = await this.transactions.query<{ until: Date | null }>(
      `select case when bool_and(a.basis = 'wind_down') then max(a.until) end as until from person_access a
        where a.person_id = $1 and a.organisation_id = (select ctx_organisation()) and a.scope_id = any ((select ctx_scopes())::uuid[]) and a.basis <> 'records'`,
      [personId],
    );
    return row?.until ?? null;
  }

  /** Is the record restricted to named workers? */
  async opensByNameOnly(personId: string): Promise<boolean> {
    return (await this.transactions.query<{ restricted: boolean }>('select restricted from person where person_id = $1', [personId]))[0]?.restricted ?? false;
  }

  async door(organisationId: string): Promise<Door | null> {
    const [row] = await this.transactions.query<Door>(
      `select access_scope as "accessScope", state, name, discreet_by_default as "discreetByDefault",
              (agreement_expires_on is null or agreement_expires_on >= current_date) as "agreementLive" from organisation where id = $1`,
      [organisationId],
    );
    return row ?? null;
  }

  /** One member, for the pages about that one. @throws NotFound */
  async member(personId: string, id: string): Promise<CircleMember> {
    const member = (await this.circle(personId)).find((one) => one.id === id);
    if (!member) throw new NotFound('CareTeamMember', id, personId);
    return member;
  }

  /** What came of it: `stale` when somebody changed the line meanwhile, `leads` for the key worker's own. @param over when the wind-down is; at once when that is `at` */
  async endHelp(personId: string, memberId: string, version: number, { at, over }: { at: Date; over: Date }): Promise<'ended' | 'stale' | 'leads'> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ ended: 'ended' | 'stale' | 'leads' }>('select end_help($1, $2, $3, $4, $5) as ended', [personId, memberId, version, at, over]);
    this.transactions.forgetAccess(personId);
    return row?.ended ?? 'stale';
  }

  /** Says anew what they do. @returns false when somebody changed the line meanwhile */
  async describeHelp(personId: string, memberId: string, version: number, { does, doesNotDo, daysTimes }: DescribeHelp): Promise<boolean> {
    this.transactions.wrote();
    const [row] = await this.transactions.query<{ done: boolean }>('select describe_help($1, $2, $3, $4, $5, $6) as done', [personId, memberId, version, does, doesNotDo ?? null, daysTimes ?? null]);
    this.transactions.tellChange({ personId, subject: 'CareTeamMember', subjectId: memberId });
    return row?.done ?? false;
  }

  /** Those of the workers who may be let in to this person: nobody is offered who must not open the record. */
  async mayBeLetIn<T extends { membershipId: string }>(personId: string, workers: readonly T[]): Promise<T[]> {
    const barred = await this.transactions.query<{ id: string }>('select barred($1, $2) as id', [personId, workers.map(({ membershipId }) => membershipId)]);
    return workers.filter(({ membershipId }) => !barred.some(({ id }) => id === membershipId));
  }

  /** The user who works under a membership. */
  async workerOf(membershipId: string): Promise<string | null> {
    const [row] = await this.transactions.query<{ userId: string }>('select user_id as "userId" from membership where id = $1', [membershipId]);
    return row?.userId ?? null;
  }

  /** Is the team of that organisation active, and the worker, and do they come by name alone, as volunteers do? Whoever must not open the person's record is answered as if they did not work there. */
  async belongs(personId: string, organisationId: string, teamId: string | null, membershipId: string | null): Promise<{ team: boolean; worker: boolean; byName: boolean }> {
    const [row] = await this.transactions.query<{ team: boolean; worker: boolean; byName: boolean }>(
      `select scope_belongs($1, 'team', $2) as team, scope_belongs($1, 'membership', $3) and not exists (select 1 from barred($4, array[$3::uuid])) as worker,
              exists (select 1 from membership m where m.id = $3 and m.staff_type = 'volunteer') as "byName"`,
      [organisationId, teamId, membershipId, personId],
    );
    return row ?? { team: false, worker: false, byName: false };
  }
}
