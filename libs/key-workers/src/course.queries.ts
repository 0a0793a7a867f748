import { Injectable } from '@nestjs/common';
import type { Case, CaseState } from '@app/cases';
import { Records, Transactions } from '@app/records';
import { KeyWorkerAssignment } from './key-worker-assignment.entity';

/** The SQL of what becomes of a case. */
@Injectable()
export class CourseQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
  ) {}

  /** Whoever leads, covers or is asked, as far as the caller may know. */
  async live({ personId, id }: Case): Promise<KeyWorkerAssignment[]> {
    return (await this.records.readable(KeyWorkerAssignment, 'k'))
      .andWhere(`k.personId = :personId and k.caseId = :id and k.state in ('accepted', 'proposed')`, { personId, id }).orderBy('k.createdAt').getMany();
  }

  async settle({ personId, id }: Case, to: CaseState, reason: string | null, at: Date, { reviewOn, windDownUntil }: { reviewOn?: string; windDownUntil?: Date }): Promise<void> {
    this.transactions.wrote();
    await this.transactions.query('select settle_case($1, $2, $3, $4, $5, $6, $7)', [personId, id, to, reason, at, reviewOn ?? null, windDownUntil ?? null]);
    this.transactions.forgetAccess(personId);
  }
}
