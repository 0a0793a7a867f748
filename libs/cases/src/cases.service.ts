import { Injectable } from '@nestjs/common';
import { Conflict } from '@app/kernel';
import { PersonsQueries } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { Case, type CaseState } from './case.entity';
import type { OpenCase } from './cases.commands';
import { CasesQueries } from './cases.queries';

@Injectable()
export class CasesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsQueries,
    private readonly queries: CasesQueries,
  ) {}

  /** @throws Conflict `case.exists` when one is open already */
  async open(personId: string, command: OpenCase, openedAt = new Date()): Promise<Case> {
    return this.transactions.run(async () => {
      const open = await this.queries.openCase(personId);
      if (open) throw new Conflict('case.exists', 'A case is open already. Work in that one');
      const row = await this.records.create(Case, {
        personId, placeId: null, state: 'awaiting_key_worker', reason: command.reason, openedAt, closedAt: null, closeReason: null, contactEveryDays: command.contactEveryDays ?? 28,
        lastConversationAt: null, nextReviewOn: command.nextReviewOn ?? null, whoToRing: command.whoToRing ?? null, integratedTeamId: null,
        category: 'identity', audience: 'circle', visibleToPerson: true,
      });
      await this.records.transition(row, 'Case', null, row.state, command.reason, openedAt);
      await this.persons.refreshAccess(personId);
      return row;
    });
  }

  /** Moves the case along its states, once, and records it. */
  async move(row: Case, to: CaseState, reason: string | null = null): Promise<Case> {
    return this.transactions.run(async () => {
      const { from } = row.moveTo(to);
      const moved = await this.records.change(Case, { personId: row.personId, id: row.id }, row.rowVersion, { state: to, ...(to === 'closed' && { closedAt: new Date(), closeReason: reason }) });
      await this.records.transition(moved, 'Case', from, to, reason);
      await this.persons.refreshAccess(row.personId);
      return moved;
    });
  }
}
