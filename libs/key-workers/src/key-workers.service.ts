import { Injectable } from '@nestjs/common';
import { CasesService, type Case } from '@app/cases';
import { Conflict, Invalid } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { KeyWorkerAssignment } from './key-worker-assignment.entity';
import type { OpenCaseWithKeyWorker } from './key-workers.commands';
import { AllocationQueries } from './allocation.queries';
import { KeyWorkersQueries } from './key-workers.queries';

@Injectable()
export class KeyWorkersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly cases: CasesService,
    private readonly queries: KeyWorkersQueries,
    private readonly allocation: AllocationQueries,
  ) {}

  /**
   * Opens a case, with its key worker when one is chosen.
   * @throws Invalid `keyWorker.notMember` for somebody whom the circle does not let in, and what `CasesService.open` and `lead` throw
   */
  async openCase(personId: string, { keyWorkerMembershipId, ...command }: OpenCaseWithKeyWorker): Promise<Case> {
    return this.transactions.run(async () => {
      const opened = await this.cases.open(personId, command);
      if (!keyWorkerMembershipId) return opened;
      const candidates = await this.allocation.candidates(personId);
      if (!candidates.some((one) => one.membershipId === keyWorkerMembershipId)) {
        throw Invalid.field('/keyWorkerMembershipId', 'keyWorker.notMember', 'Choose a trained key worker of the circle. Add their team to the circle first');
      }
      await this.lead(opened, keyWorkerMembershipId);
      return opened;
    });
  }

  /**
   * Gives a case its one accountable worker, accepted.
   * @throws Conflict `keyWorker.exists` when there is one; Invalid `keyWorker.notTrained` for a volunteer or somebody untrained
   */
  async lead(openCase: Case, membershipId: string, since = new Date()): Promise<KeyWorkerAssignment> {
    return this.transactions.run(async () => {
      if (!(await this.queries.mayLead(membershipId))) throw Invalid.field('/membershipId', 'keyWorker.notTrained', 'Choose a trained key worker. A volunteer cannot be one');
      if (await this.queries.leadOf(openCase.personId)) throw new Conflict('keyWorker.exists', 'This case has a key worker already');
      const assignment = await this.records.create(KeyWorkerAssignment, {
        personId: openCase.personId, caseId: openCase.id, membershipId, kind: 'lead', state: 'accepted', proposedAt: since, acceptedAt: since, endedAt: null, endReason: null,
        category: 'identity', audience: 'circle', visibleToPerson: true,
      });
      await this.records.transition(assignment, 'KeyWorkerAssignment', null, 'accepted', null, since);
      this.records.news('key-worker.named', assignment, { workers: [membershipId] });
      if (openCase.state === 'awaiting_key_worker') await this.cases.move(openCase, 'active', null, since);
      else await this.cases.refresh(openCase);
      return assignment;
    });
  }

  /** Ends the lead of a case at the moment at which it was closed: nobody leads what is over. Does nothing where nobody leads. */
  async stepDown({ personId, id }: Case, at: Date): Promise<void> {
    await this.transactions.run(async () => {
      const lead = await this.allocation.lead(personId, id);
      if (!lead) return;
      const { from, to } = lead.moveTo('ended');
      const ended = await this.records.change(KeyWorkerAssignment, { personId, id: lead.id }, lead.rowVersion, { state: to, endedAt: at, endReason: 'case_closed' });
      await this.records.transition(ended, 'KeyWorkerAssignment', from, to, null, at);
    });
  }
}
