import { Injectable } from '@nestjs/common';
import { windDownEnd } from '@app/care-teams';
import { DirectoryService } from '@app/directory';
import { currentContext, Invalid } from '@app/kernel';
import type { AcceptReferral, AskForInformation, CompleteReferral, DeclineReferral, EndReferral } from './referral.commands';
import type { Referral } from './referral.entity';
import type { ReferralState } from './referral.states';
import { ReferralStore } from './referral.store';

/** What whoever receives a referral does with it. */
@Injectable()
export class ReceivingService {
  constructor(
    private readonly store: ReferralStore,
    private readonly directory: DirectoryService,
  ) {}

  acknowledge(id: string, version: number, at = new Date()): Promise<Referral> {
    return this.move(id, version, 'acknowledged', {}, at);
  }

  ask(id: string, version: number, { question }: AskForInformation, at = new Date()): Promise<Referral> {
    return this.move(id, version, 'info_requested', { question, answer: null }, at);
  }

  /**
   * Says yes, with the day by which the help begins, and joins the circle with what was decided at sending and no more.
   * @throws Conflict `referral.state`; `person.died`; `referral.ended` when whoever referred no longer supports the person
   */
  async accept(id: string, version: number, { promiseDate, waits }: AcceptReferral, at = new Date()): Promise<Referral> {
    return this.store.transactions.run(async () => {
      const accepted = await this.move(id, version, 'accepted', { promiseDate }, at);
      await this.store.join(accepted);
      const { referral } = await this.store.queries.one(id);
      return waits ? this.move(id, referral.rowVersion, 'waiting', {}, at) : referral;
    });
  }

  /** Says no, with a reason and, where there is one, another way. Whoever referred has it back in the same transaction. */
  async decline(id: string, version: number, { reason, words, redirectServiceId }: DeclineReferral, at = new Date()): Promise<Referral> {
    return this.store.transactions.run(async () => {
      const other = redirectServiceId ? await this.directory.byId(redirectServiceId).catch(() => null) : null;
      const referral = await this.store.forSide(id, 'receiver');
      if (redirectServiceId && (!other || other.state !== 'listed' || other.id === referral.serviceId)) throw Invalid.field('/redirectServiceId', 'choice', 'Choose another service from the list');
      return this.move(id, version, 'declined', { declineReason: reason, stateReason: words ?? null, redirectServiceId: redirectServiceId ?? null, endedAt: at }, at);
    });
  }

  wait(id: string, version: number, at = new Date()): Promise<Referral> {
    return this.move(id, version, 'waiting', {}, at);
  }

  begin(id: string, version: number, at = new Date()): Promise<Referral> {
    return this.move(id, version, 'in_progress', {}, at);
  }

  /** The help is done, with how it turned out as the person judged it; ten working days are left to close. */
  complete(id: string, version: number, { outcome, outcomeWords }: CompleteReferral, at = new Date()): Promise<Referral> {
    return this.close(id, version, 'completed', { outcome, outcomeWords: outcomeWords ?? null }, at);
  }

  endEarly(id: string, version: number, { reason, words }: EndReferral, at = new Date()): Promise<Referral> {
    return this.close(id, version, 'ended_early', { endReason: reason, stateReason: words ?? null }, at);
  }

  private async close(id: string, version: number, to: ReferralState, changes: Partial<Referral>, at: Date): Promise<Referral> {
    return this.store.transactions.run(async () => {
      const closed = await this.move(id, version, to, { ...changes, endedAt: at }, at);
      await this.store.queries.end(closed, windDownEnd(at));
      return closed;
    });
  }

  private async move(id: string, version: number, to: ReferralState, changes: Partial<Referral>, at: Date): Promise<Referral> {
    return this.store.transactions.run(async () =>
      this.store.move(await this.store.forSide(id, 'receiver'), to, 'receiver', version, { receiverName: currentContext().actor.name, ...changes }, at));
  }
}
