import { Injectable } from '@nestjs/common';
import { Conflict } from '@app/kernel';
import type { SupplyInformation, WithdrawReferral } from './referral.commands';
import { Referral } from './referral.entity';
import { JOINED } from './referral.states';
import { ReferralStore } from './referral.store';

/** What the sender does after sending. */
@Injectable()
export class SendingService {
  constructor(private readonly store: ReferralStore) {}

  /** Answers the receiver's question: it is theirs to say yes or no again. */
  async supply(id: string, version: number, { answer }: SupplyInformation, at = new Date()): Promise<Referral> {
    return this.store.transactions.run(async () => this.store.move(await this.store.forSide(id, 'sender'), 'acknowledged', 'sender', version, { answer }, at));
  }

  /** Takes it back. Whoever had joined by it leaves at once: withdrawal has no winding down (safety.md §3). */
  async withdraw(id: string, version: number, { reason, words }: WithdrawReferral, at = new Date()): Promise<Referral> {
    return this.store.transactions.run(async () => {
      const referral = await this.store.forSide(id, 'sender');
      const joined = JOINED.includes(referral.state);
      const withdrawn = await this.store.move(referral, 'withdrawn', 'sender', version, { endReason: reason, stateReason: words ?? null, endedAt: at }, at);
      if (joined) await this.store.queries.end(withdrawn, at);
      return withdrawn;
    });
  }

  /** After a no: the sender has found another way, so that nobody has to look after it any more. */
  async settle(id: string, version: number): Promise<Referral> {
    return this.store.transactions.run(async () => {
      const referral = await this.store.forSide(id, 'sender');
      if (referral.state !== 'declined' || referral.settledAt) throw new Conflict('referral.state', 'Only a referral that was declined, and is back with you, can be settled');
      return this.store.records.change(Referral, { personId: referral.personId, id }, version, { settledAt: new Date() });
    });
  }
}
