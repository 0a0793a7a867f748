import { Injectable } from '@nestjs/common';
import { Conflict, Forbidden, Invalid } from '@app/kernel';
import { PersonsQueries } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { Case, type CaseState } from './case.entity';
import type { OpenCase } from './cases.commands';
import { CasesQueries } from './cases.queries';

/** What the form does not ask: when it began, where it starts, for which integrated team. */
export interface CaseDetails {
  readonly openedAt?: Date;
  readonly state?: Extract<CaseState, 'triage' | 'awaiting_key_worker'>;
  readonly integratedTeamId?: string;
}

@Injectable()
export class CasesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsQueries,
    private readonly queries: CasesQueries,
  ) {}

  /** @throws Conflict `case.exists` when one is open already, `person.child` for somebody who was imported as a child; Invalid `team.notOurs` for a team of others; Forbidden for who helps discreetly */
  async open(personId: string, command: OpenCase, details: CaseDetails = {}): Promise<Case> {
    return this.transactions.run(async () => {
      // Everybody reads who opened a case.
      if (await this.records.knownOnlyTo(personId)) throw new Forbidden('action.forbidden');
      const openedAt = details.openedAt ?? new Date();
      if (await this.queries.isChild(personId)) throw new Conflict('person.child', 'Cases here are for adults. This person is under 18: ask the children’s services');
      const open = await this.queries.openCase(personId);
      if (open) throw new Conflict('case.exists', 'A case is open already. Work in that one');
      await this.mustBeOurTeam(command.integratedTeamId);
      const row = await this.records.create(Case, {
        personId, placeId: null, state: details.state ?? 'awaiting_key_worker', reason: command.reason, openedAt, closedAt: null, closeReason: null, contactEveryDays: command.contactEveryDays ?? 28,
        lastConversationAt: null, nextReviewOn: command.nextReviewOn ?? null, whoToRing: command.whoToRing ?? null, integratedTeamId: details.integratedTeamId ?? command.integratedTeamId ?? null, complexity: command.complexity ?? 'usual',
        category: 'identity', audience: 'circle', visibleToPerson: command.visibleToPerson ?? false,
      });
      await this.records.transition(row, 'Case', null, row.state, command.reason, openedAt);
      await this.persons.refreshAccess(personId);
      return row;
    });
  }

  private async mustBeOurTeam(teamId: string | null | undefined): Promise<void> {
    if (!teamId || (await this.queries.teams()).some(({ id }) => id === teamId)) return;
    throw Invalid.field('/integratedTeamId', 'team.notOurs', 'Choose a team of which your organisation is part');
  }

  /** What follows from a change to the case: who may see it, and what lists show. */
  refresh({ personId }: Case): Promise<void> {
    return this.persons.refreshAccess(personId);
  }

  /** Moves the case along its states, once, and records it. */
  async move(row: Case, to: CaseState, reason: string | null = null, at = new Date()): Promise<Case> {
    return this.transactions.run(async () => {
      const { from } = row.moveTo(to);
      const moved = await this.records.change(Case, { personId: row.personId, id: row.id }, row.rowVersion, { state: to, ...(to === 'closed' && { closedAt: at, closeReason: reason }) });
      await this.records.transition(moved, 'Case', from, to, reason, at);
      await this.persons.refreshAccess(row.personId);
      return moved;
    });
  }
}
