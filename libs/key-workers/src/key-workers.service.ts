import { Injectable } from '@nestjs/common';
import { CasesService, type Case } from '@app/cases';
import { Conflict, Invalid } from '@app/kernel';
import { PersonsQueries } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { KeyWorkerAssignment } from './key-worker-assignment.entity';
import { KeyWorkersQueries } from './key-workers.queries';

@Injectable()
export class KeyWorkersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsQueries,
    private readonly cases: CasesService,
    private readonly queries: KeyWorkersQueries,
  ) {}

  /**
   * Gives a case its one accountable worker, accepted.
   * @throws Conflict `keyWorker.exists` when there is one; Invalid `keyWorker.notTrained` for a volunteer or somebody untrained
   */
  async lead(openCase: Case, membershipId: string, since = new Date()): Promise<KeyWorkerAssignment> {
    return this.transactions.run(async () => {
      if (!(await this.queries.mayLead(membershipId))) throw Invalid.field('/membershipId', 'keyWorker.notTrained', 'Choose a trained key worker. A volunteer cannot be one');
      if (await this.queries.leadOf(openCase.personId)) throw new Conflict('keyWorker.exists', 'This case has a key worker already');
      const assignment = await this.records.create(KeyWorkerAssignment, {
        personId: openCase.personId, caseId: openCase.id, membershipId, kind: 'lead', proposedAt: since, acceptedAt: since, endedAt: null, endReason: null,
        category: 'identity', audience: 'circle', visibleToPerson: true,
      });
      await this.records.transition(assignment, 'KeyWorkerAssignment', null, 'accepted', null, since);
      if (openCase.state === 'awaiting_key_worker') await this.cases.move(openCase, 'active');
      else await this.persons.refreshAccess(openCase.personId);
      return assignment;
    });
  }
}
