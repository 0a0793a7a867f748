import { Injectable } from '@nestjs/common';
import { currentContext, localDay, NotFound } from '@app/kernel';
import { Person } from '@app/persons';
import { Records, Transactions } from '@app/records';
import type { Huddle } from './huddle.entity';
import { HuddleLine } from './huddle-line.entity';
import { stillPut } from './put-down';

/** A colleague of the team. Who works together is no secret among them. */
export interface Colleague {
  readonly membershipId: string;
  readonly name: string;
  readonly organisation: string;
}

export interface SeenHuddle {
  readonly huddle: Huddle;
  readonly team: string;
  /** is it going on, on its day? */
  readonly isOpen: boolean;
  /** does the caller chair it? */
  readonly isChair: boolean;
  readonly there: readonly Colleague[];
}

/** Somebody on the list whom the reader may see. */
export interface Listed {
  readonly line: HuddleLine;
  readonly name: string;
  readonly preferred: string | null;
  readonly birthDate: string | null;
}

/** What the last huddle that talked about somebody put down, and for whom. */
export interface PutDown {
  readonly personId: string;
  readonly decided: string;
  readonly doerName: string;
  readonly dueOn: string;
}

const HUDDLE = `h.id, h.integrated_team_id as "integratedTeamId", h.held_on::text as "heldOn", h.chair_membership_id as "chairMembershipId", h.chair_name as "chairName", h.attendees, h.ended_at as "endedAt", h.row_version as "rowVersion"`;

/** Huddles of the caller's teams; of their lists what the caller may see, and nothing that tells how long they are for others. */
@Injectable()
export class HuddlesQueries {
  constructor(
    readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** The integrated teams of which the caller is part. */
  teams(): Promise<{ id: string; name: string }[]> {
    return this.transactions.query(
      `select t.id, t.name from integrated_team t join integrated_team_member i on i.integrated_team_id = t.id where i.membership_id = (select ctx_membership()) order by t.name, t.id`,
    );
  }

  colleagues(teamId: string): Promise<Colleague[]> {
    return this.transactions.query(
      `select m.id as "membershipId", u.name, o.name as organisation from integrated_team_member i join membership m on m.id = i.membership_id and now() >= m.starts and now() < m.ends
         join user_account u on u.id = m.user_id join organisation o on o.id = m.organisation_id where i.integrated_team_id = $1 order by u.name, m.id`,
      [teamId],
    );
  }

  /** The last of a team, newest first. */
  async ofTeam(teamId: string, limit = 12): Promise<Huddle[]> {
    return this.transactions.query(`select ${HUDDLE} from huddle h where h.integrated_team_id = $1 order by h.held_on desc limit $2`, [teamId, limit]);
  }

  /** @throws NotFound for one of a team of which the caller is not part */
  async one(id: string): Promise<SeenHuddle> {
    return this.transactions.run(async () => {
      const [row] = await this.transactions.query<Huddle & { team: string }>(`select ${HUDDLE}, t.name as team from huddle h join integrated_team t on t.id = h.integrated_team_id where h.id = $1`, [id]);
      if (!row) throw new NotFound('Huddle', id);
      const { team, ...huddle } = row;
      const isOpen = huddle.endedAt === null && huddle.heldOn === localDay(new Date());
      return { huddle, team, isOpen, isChair: huddle.chairMembershipId === currentContext().actor.membershipId, there: await this.named(huddle.attendees) };
    });
  }

  /** Those on the list whom the caller may see, by name: the same order for everybody, and no place in it. Audited. */
  async list(huddleId: string): Promise<Listed[]> {
    return this.transactions.run(async () => {
      const lines = await (await this.records.readable(HuddleLine, 'l')).andWhere('l.huddleId = :huddleId', { huddleId }).getMany();
      const values: unknown[] = [lines.map(({ personId }) => personId)];
      const people = await this.transactions.query<Omit<Listed, 'line'> & { personId: string }>(
        `select p.person_id as "personId", concat_ws(' ', p.given, p.family) as name, p.preferred, p.birth_date::text as "birthDate" from person p
          where p.person_id = any ($1) and ${this.records.readableSql(Person, 'p', values)} order by p.family, p.given, p.person_id`,
        values,
      );
      const listed = people.flatMap(({ personId, name, preferred, birthDate }) => lines.filter((line) => line.personId === personId).map((line) => ({ line, name, preferred, birthDate })));
      this.records.audit({ action: 'list', subject: 'HuddleLine', personIds: listed.map(({ line }) => line.personId) });
      return listed;
    });
  }

  /** Somebody on a list, with the huddle. Audited. @throws NotFound for whom the caller may not see, for who is on no list, and for a team of others: the same */
  async line(personId: string, id: string): Promise<SeenHuddle & { line: HuddleLine }> {
    return this.transactions.run(async () => {
      const line = await this.records.get(HuddleLine, personId, id);
      return { line, ...(await this.one(line.huddleId)) };
    });
  }

  /** Who stays, or was not reached, by the latest line that the caller may see of them in any huddle of the team: whoever chairs and sees fewer people takes nobody off. */
  async staying(teamId: string): Promise<string[]> {
    const values: unknown[] = [teamId];
    const rows = await this.transactions.query<{ personId: string }>(
      `select s.person_id as "personId" from (select distinct on (l.person_id) l.person_id, l.outcome, l.stays from huddle_line l join huddle h on h.id = l.huddle_id
          where h.integrated_team_id = $1 and ${this.records.readableSql(HuddleLine, 'l', values)} order by l.person_id, h.held_on desc) s where s.outcome is null or s.stays`,
      values,
    );
    return rows.map(({ personId }) => personId);
  }

  /** What was put down for these people before that huddle, and not asked about since, as far as the caller may see it. */
  putDown(personIds: readonly string[], { integratedTeamId, heldOn }: Huddle): Promise<PutDown[]> {
    const values: unknown[] = [personIds, integratedTeamId, heldOn];
    return this.transactions.query(
      `select l.person_id as "personId", l.decided, l.doer_name as "doerName", l.due_on::text as "dueOn" from huddle_line l join huddle h on h.id = l.huddle_id
        where l.person_id = any ($1) and h.integrated_team_id = $2 and ${stillPut('$3::date')} and ${this.records.readableSql(HuddleLine, 'l', values)}`,
      values,
    );
  }

  /** Those of the huddle who may hear of somebody, as far as the caller may know who helps them; the chair is one of them. */
  mayHear(personId: string, { attendees }: Huddle): Promise<Colleague[]> {
    return this.transactions.query(
      `select i.id as "membershipId", r.name, r.organisation from people_round($1) r join membership i on i.id = r.membership_id
        where i.id = any ($2) and exists (select 1 from circle_access($1) c
          where c.organisation_id = i.organisation_id and (i.organisation_id = (select ctx_organisation()) or 'circle' = any (c.categories) and 'circle' <> all (c.refused))
            and (c.scope_id = i.id or i.staff_type <> 'volunteer' and (c.scope_id = i.organisation_id or exists (select 1 from team_member t where t.team_id = c.scope_id and t.membership_id = i.id))))
        order by r.name, i.id`,
      [personId, attendees],
    );
  }

  /** Who leads the case, to be told; none while nobody does. */
  async leads(personId: string): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select k.membership_id as id from key_worker_assignment k where k.person_id = $1 and k.kind = 'lead' and k.ended_at is null and k.accepted_at is not null`, [personId]);
    return rows.map(({ id }) => id);
  }

  private named(membershipIds: readonly string[]): Promise<Colleague[]> {
    return this.transactions.query(
      `select m.id as "membershipId", u.name, o.name as organisation from membership m join user_account u on u.id = m.user_id join organisation o on o.id = m.organisation_id where m.id = any ($1) order by u.name, m.id`,
      [membershipIds],
    );
  }
}
