import { Injectable } from '@nestjs/common';
import { windDownEnd } from '@app/care-teams';
import { CasesQueries, CloseQuestions, type Case, type CaseState, type SettledNeed } from '@app/cases';
import { Conflict, Forbidden, Invalid, type FieldFault } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { CourseQueries } from './course.queries';
import { KeyWorkerAssignment } from './key-worker-assignment.entity';
import type { CloseCase, HoldCase, ReopenCase } from './key-workers.commands';

/** What becomes of a case after it has begun: on hold, back again, closed, opened again. Nobody is left without a key worker on the way. */
@Injectable()
export class CaseCourseService {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly cases: CasesQueries,
    private readonly questions: CloseQuestions,
    private readonly queries: CourseQueries,
  ) {}

  /** The key worker stays: a case without one cannot wait. @throws NotFound, Forbidden; Conflict `case.state`, `keyWorker.none` */
  hold(caseId: string, { reason, reviewOn }: HoldCase, at = new Date()): Promise<Case> {
    return this.transactions.run(async () => {
      const open = await this.toDecide(caseId);
      open.moveTo('on_hold');
      if (!(await this.queries.live(open)).some(({ kind, state }) => kind === 'lead' && state === 'accepted')) throw new Conflict('keyWorker.none', 'A case on hold has a key worker. Name one first');
      return this.settled(open, 'on_hold', reason, at, { reviewOn });
    });
  }

  /** @throws NotFound, Forbidden; Conflict `case.state` for a case that is not on hold */
  resume(caseId: string, at = new Date()): Promise<Case> {
    return this.transactions.run(async () => {
      const held = await this.toDecide(caseId);
      if (held.state !== 'on_hold') throw new Conflict('case.state', 'This case is not on hold');
      return this.settled(held, 'active', null, at, {});
    });
  }

  /**
   * Ends whoever leads, covers or is asked at the same instant. The circle keeps ten working days for the closing note and the closing review.
   * @throws NotFound, Forbidden; Conflict `case.state`; `case.open` for what closing would leave to nobody, `contact.unsafe`, `person.died` for a message that may not be left to them; Invalid without one
   */
  close(caseId: string, command: CloseCase, at = new Date()): Promise<Case> {
    const { because, words } = command;
    return this.transactions.run(async () => {
      const open = await this.toDecide(caseId);
      open.moveTo('closed');
      const against = await this.questions.objections(open, because);
      if (against.length > 0) throw new Conflict('case.open', against.join('. '));
      if (because !== 'died') await this.settleNeeds(open, command, at);
      await this.leave(open, command);
      const reason = [because, words].filter(Boolean).join(': ');
      const live = await this.queries.live(open);
      const closed = await this.settled(open, 'closed', reason, at, { windDownUntil: windDownEnd(at) });
      for (const row of live) await this.ended(row, at);
      this.records.news('case.closed', open.personId, { circle: true });
      return closed;
    });
  }

  /** It waits for a key worker again, and the previous one is first on the list. @throws NotFound, Forbidden; Conflict `case.state`, `case.exists` */
  reopen(caseId: string, { reason }: ReopenCase, at = new Date()): Promise<Case> {
    return this.transactions.run(async () => {
      const closed = await this.toDecide(caseId);
      closed.moveTo('awaiting_key_worker');
      if (closed.state !== 'closed') throw new Conflict('case.state', 'This case is open');
      if (await this.cases.openCase(closed.personId)) throw new Conflict('case.exists', 'A case is open already. Work in that one');
      return this.settled(closed, 'awaiting_key_worker', reason, at, {});
    });
  }

  private async toDecide(caseId: string): Promise<Case> {
    const found = await this.cases.byId(caseId);
    this.records.demand('create', KeyWorkerAssignment);
    if (!(await this.cases.mayCoordinate(found))) throw new Forbidden();
    return found;
  }

  /** Of what lies under other needs closing says what becomes, one by one. @throws Invalid under the place of each of which it does not */
  private async settleNeeds(open: Case, { needs = [] }: CloseCase, at: Date): Promise<void> {
    const faults: FieldFault[] = [];
    const settled = (await this.questions.needs.unmet(open)).flatMap(({ id, text }, n): SettledNeed[] => {
      const sent = needs.findIndex(({ need }) => need === id);
      const { ending, whoKnows } = needs[sent] ?? {};
      const place = `/needs/${sent < 0 ? n : sent}`;
      if (!ending) faults.push({ pointer: `${place}/ending`, code: 'required', message: `Choose what becomes of “${text}”` });
      else if (ending === 'still_unmet' && !whoKnows) faults.push({ pointer: `${place}/whoKnows`, code: 'required', message: `Enter who knows of “${text}”` });
      return ending ? [{ id, ending, whoKnows: ending === 'still_unmet' ? (whoKnows ?? null) : null }] : [];
    });
    if (faults.length > 0) throw new Invalid(faults);
    await this.questions.needs.settle(open, settled, at);
  }

  /** What the person is told stands in the record before the case closes. */
  private async leave(open: Case, { because, toldHow, leavingMessage }: CloseCase): Promise<void> {
    if (because === 'died') {
      if (toldHow === 'on_their_page') throw Invalid.field('/toldHow', 'person.died', 'Nothing is written to somebody who died');
      return;
    }
    if (!toldHow) throw Invalid.field('/toldHow', 'required', 'Choose how they hear that the support ends');
    if (toldHow === 'not_told') return;
    if (!leavingMessage) throw Invalid.field('/leavingMessage', 'required', 'Enter what you say to them');
    await this.questions.letters.write(open, leavingMessage, toldHow === 'on_their_page');
  }

  private async settled(before: Case, to: CaseState, reason: string | null, at: Date, ends: { reviewOn?: string; windDownUntil?: Date }): Promise<Case> {
    const { from } = before.moveTo(to);
    await this.queries.settle(before, to, reason, at, ends);
    await this.records.transition(before, 'Case', from, to, reason, at);
    this.records.audit({ action: to, subject: 'Case', personId: before.personId, subjectIds: [before.id] });
    // Whoever has closed it may be winding down by now, and no longer sees it.
    return to === 'closed' ? Object.assign(before, { state: to, closedAt: at, closeReason: reason, rowVersion: before.rowVersion + 1 }) : this.cases.byId(before.id);
  }

  private async ended(row: KeyWorkerAssignment, at: Date): Promise<void> {
    const { from, to } = row.moveTo(row.state === 'proposed' ? 'withdrawn' : 'ended');
    await this.records.transition(row, row.kind === 'cover' ? 'KeyWorkerCover' : 'KeyWorkerAssignment', from, to, null, at);
  }
}
