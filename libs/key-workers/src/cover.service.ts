import { Injectable } from '@nestjs/common';
import { currentContext, endOfDay, Forbidden, Invalid, newId, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { CoverQueries, type LedCase, type StandIn } from './cover.queries';
import { KeyWorkerAssignment } from './key-worker-assignment.entity';
import type { CoverCaseload } from './key-workers.commands';

/** A whole caseload, and who may stand in. */
export interface CoverPlan {
  readonly userId: string;
  readonly name: string;
  readonly cases: readonly LedCase[];
  /** those who may be let in to at least one of them */
  readonly standIns: readonly StandIn[];
}

/** What came of covering a caseload in one act. */
export interface CoverResult {
  readonly covered: readonly LedCase[];
  /** those who are not covered by it: already covered, restricted, decided elsewhere, or not open to whoever stands in */
  readonly left: readonly LedCase[];
}

/** Standing in for a key worker who is away: it has an end, opens what is needed for that time, and never replaces the lead. */
@Injectable()
export class CoverService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly queries: CoverQueries,
  ) {}

  /** @param userId of the key worker. @throws Forbidden; NotFound for somebody who leads nobody whom the caller may list */
  plan(userId: string): Promise<CoverPlan> {
    return this.transactions.run(async () => {
      mustManage();
      const away = (await this.queries.now()).map(({ leadUserId }) => leadUserId);
      const trained = await this.queries.standIns(userId, away);
      const cases = await this.queries.caseloadOf(userId, trained);
      const name = await this.queries.nameOf(userId);
      if (!name || cases.length === 0) throw new NotFound('KeyWorker', userId);
      this.records.audit({ action: 'list', subject: 'Cover', personIds: cases.map(({ personId }) => personId) });
      return { userId, name, cases, standIns: trained.filter((who) => cases.some((one) => one.standIns.includes(who.membershipId))) };
    });
  }

  /**
   * Has somebody stand in with everybody whom the key worker leads, in one act: a sick Monday needs no planning (safety.md §3.12).
   * Restricted people are left out, and told: who may open them is agreed one by one.
   * @throws as `plan`; Invalid `keyWorker.notMember` for somebody who may not stand in
   */
  coverCaseload(userId: string, { membershipId, until }: CoverCaseload, now = new Date()): Promise<CoverResult> {
    return this.transactions.run(async () => {
      const { cases, standIns } = await this.plan(userId);
      if (!standIns.some((one) => one.membershipId === membershipId)) {
        throw Invalid.field('/membershipId', 'keyWorker.notMember', 'Choose a trained key worker of the same employer or team, whose organisation is in the circle');
      }
      const end = endOfDay(until);
      const covered: LedCase[] = [];
      for (const one of cases) if (one.mayDecide && !one.restricted && !one.cover && (await this.coverOne(one, membershipId, now, end))) covered.push(one);
      return { covered, left: cases.filter((one) => !covered.includes(one)) };
    });
  }

  /** Ends the cover of everybody whom the key worker leads: they are back. @throws as `plan` */
  end(userId: string, now = new Date()): Promise<void> {
    return this.transactions.run(async () => {
      const { cases } = await this.plan(userId);
      for (const { personId, cover, mayDecide } of cases) {
        if (!cover || !mayDecide) continue;
        const row = await this.records.get(KeyWorkerAssignment, personId, cover.id);
        const { from, to } = row.moveTo('ended');
        await this.queries.end(personId, cover.id);
        await this.records.transition(row, 'KeyWorkerCover', from, to, null, now);
        this.records.audit({ action: 'end', subject: 'KeyWorkerAssignment', personId, subjectIds: [cover.id] });
      }
    });
  }

  private async coverOne(one: LedCase, membershipId: string, at: Date, until: Date): Promise<boolean> {
    const relationshipId = newId();
    if (!(await this.queries.cover(one, membershipId, relationshipId, until))) return false;
    const row = await this.records.create(KeyWorkerAssignment, {
      personId: one.personId, caseId: one.caseId, membershipId, kind: 'cover', state: 'accepted', proposedAt: at, answerBy: null, acceptedAt: at, plannedEnd: until, endedAt: null, endReason: null,
      personPreference: false, handoverOf: null, handoverBecause: null, handoverDone: [], jointVisitOn: null, personToldOn: null, relationshipId,
      category: 'identity', audience: 'circle', visibleToPerson: true,
    });
    await this.records.transition(row, 'KeyWorkerCover', null, 'accepted', null, at);
    this.records.news('key-worker.covered', row, { workers: [membershipId] });
    return true;
  }
}

function mustManage(): void {
  if (!currentContext().actor.roles.includes('team_manager')) throw new Forbidden();
}
