import { Injectable } from '@nestjs/common';
import { NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { Case } from './case.entity';

/** A team of several employers. */
export interface IntegratedTeamChoice {
  readonly id: string;
  readonly name: string;
  /** is the caller part of it themselves? */
  readonly mine: boolean;
}

@Injectable()
export class CasesQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** The person's open case, as far as the caller may see it. */
  async openCase(personId: string): Promise<Case | null> {
    return this.transactions.run(async () =>
      (await this.records.readable(Case, 'c')).andWhere(`c.personId = :personId and c.state <> 'closed'`, { personId }).orderBy('c.openedAt', 'DESC').getOne(),
    );
  }

  /** One case by its own id. @throws NotFound, also for one that is hidden */
  async byId(caseId: string): Promise<Case> {
    return this.transactions.run(async () => {
      const found = await (await this.records.readable(Case, 'c')).andWhere('c.id = :caseId', { caseId }).getOne();
      if (!found) throw new NotFound('Case', caseId);
      return found;
    });
  }

  /** The integrated teams of which the caller's organisation is part, the caller's own first. */
  teams(): Promise<IntegratedTeamChoice[]> {
    return this.transactions.query<IntegratedTeamChoice>(
      `select t.id, t.name, bool_or(i.membership_id = (select ctx_membership())) as mine
         from integrated_team t join integrated_team_member i on i.integrated_team_id = t.id join membership m on m.id = i.membership_id
        where m.organisation_id = (select ctx_organisation()) and now() >= m.starts and now() < m.ends
        group by t.id, t.name order by mine desc, t.name, t.id`,
    );
  }

  /** The name of the team to which a case belongs: teams are everybody's to know. */
  async teamName({ integratedTeamId }: Pick<Case, 'integratedTeamId'>): Promise<string | null> {
    if (!integratedTeamId) return null;
    const [row] = await this.transactions.query<{ name: string }>('select name from integrated_team where id = $1', [integratedTeamId]);
    return row?.name ?? null;
  }

  /** Does the caller decide about the case: for the organisation that opened it or employs its key worker, or as manager of its integrated team? */
  async mayCoordinate({ personId, id }: Pick<Case, 'personId' | 'id'>): Promise<boolean> {
    const [row] = await this.transactions.query<{ may: boolean }>('select coordinates_case($1, $2) as may', [personId, id]);
    return row?.may ?? false;
  }

  /** Was the person brought here as a child? They are kept as family and have no case. */
  async isChild(personId: string): Promise<boolean> {
    const [row] = await this.transactions.query<{ child: boolean }>(
      `select 'out-of-scope-child' = any (flags) and (birth_date is null or birth_date > current_date - interval '18 years') as child from person where person_id = $1`, [personId],
    );
    return row?.child ?? false;
  }

  /** Does the caller's organisation coordinate: did it open the case, or is the key worker its own? */
  async isCoordinatedByUs(personId: string): Promise<boolean> {
    const [row] = await this.transactions.query<{ ours: boolean }>(
      `select exists (select 1 from coordination_case c where c.person_id = $1 and c.state <> 'closed' and (c.owner_organisation_id = (select ctx_organisation())
          or exists (select 1 from key_worker_assignment k join membership m on m.id = k.membership_id
                      where k.person_id = c.person_id and k.case_id = c.id and k.kind = 'lead' and k.ended_at is null and m.organisation_id = (select ctx_organisation())))) as ours`,
      [personId],
    );
    return row?.ours ?? false;
  }

  /** A two-way conversation with the person: moves the clock of the open case, whoever had it. Attempts move nothing. */
  async conversationHeld(personId: string, at: Date): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('select conversation_held($1, $2)', [personId, at]);
  }
}
