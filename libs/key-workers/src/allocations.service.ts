import { Injectable } from '@nestjs/common';
import { Conflict, Invalid } from '@app/kernel';
import { Transactions } from '@app/records';
import { AllocationService } from './allocation.service';
import type { KeyWorkerAssignment } from './key-worker-assignment.entity';
import type { AskAboutCase, AskKeyWorkers } from './key-workers.commands';

/** What became of one of several questions: asked, or left as it was and why. */
export type Allocated = { readonly about: AskAboutCase } & (
  { readonly assignment: KeyWorkerAssignment; readonly refused: null } | { readonly assignment: null; readonly refused: Conflict | Invalid }
);

/** Giving several cases their key worker in one act. */
@Injectable()
export class AllocationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly allocation: AllocationService,
  ) {}

  /**
   * Asks about each case in turn, by the rules of one: who cannot be asked leaves that case as it was and does not stop the others.
   * @returns one result for each, in their order
   * @throws NotFound, Forbidden for the whole of it: then nobody is asked
   */
  assignAll({ allocations }: AskKeyWorkers, at = new Date()): Promise<Allocated[]> {
    return this.transactions.run(async () => {
      const results: Allocated[] = [];
      for (const about of allocations) results.push(await this.assign(about, at));
      return results;
    });
  }

  private async assign(about: AskAboutCase, at: Date): Promise<Allocated> {
    try {
      return { about, assignment: await this.transactions.apart(() => this.allocation.assign(about.caseId, about, at)), refused: null };
    } catch (error) {
      if (error instanceof Conflict || error instanceof Invalid) return { about, assignment: null, refused: error };
      throw error;
    }
  }
}
