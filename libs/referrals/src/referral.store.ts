import { Injectable } from '@nestjs/common';
import { Conflict, currentContext, Forbidden, NotFound } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { Referral } from './referral.entity';
import type { ReferralState, Side } from './referral.states';
import { ReferralsQueries } from './referrals.queries';

/** How both sides take a referral out and put it back: one move is one change, checked, audited and recorded once. */
@Injectable()
export class ReferralStore {
  constructor(
    readonly transactions: Transactions,
    readonly records: Records,
    readonly queries: ReferralsQueries,
  ) {}

  /** The referral for the side that acts on it. @throws NotFound; Forbidden for somebody who only reads it */
  async forSide(id: string, side: Side): Promise<Referral> {
    const seen = await this.queries.one(id);
    if (seen.side !== side) throw new Forbidden('action.forbidden');
    await this.records.check(side === 'sender' ? 'change' : 'answer', Referral, seen.referral.personId, seen.referral);
    return seen.referral;
  }

  /** One that the caller's organisation sent about this person. @throws NotFound */
  async own(personId: string, id: string): Promise<Referral> {
    const referral = await this.records.get(Referral, personId, id);
    if (referral.ownerOrganisationId !== currentContext().actor.organisationId) throw new NotFound('Referral', id, personId);
    return referral;
  }

  /** @throws Conflict `referral.state` when it does not stand where it can go from, StaleVersion when somebody moved it since it was read */
  async move(referral: Referral, to: ReferralState, side: Side, version: number, changes: Partial<Referral> = {}, at = new Date()): Promise<Referral> {
    referral.moveTo(to, side);
    const moved = await this.records.change(Referral, { personId: referral.personId, id: referral.id }, version, { stateReason: null, ...changes, state: to, movedAt: at }, side === 'sender' ? 'change' : 'answer');
    if (side === 'receiver') this.tellSender(moved);
    else this.tellReceivers(moved);
    return moved;
  }

  /** Whoever is asked is told of the referral, not of whom it is about: they may not open the person yet. */
  private tellReceivers(moved: Referral): void {
    const to = { receivers: true };
    if (moved.state === 'sent') this.records.news('referral.sent', moved, to);
    if (moved.state === 'acknowledged') this.records.news('referral.information-given', moved, to);
    if (moved.state === 'withdrawn') this.records.news('referral.withdrawn', moved, to);
  }

  /** Whoever asked is told of each answer, and so is the key worker. */
  private tellSender(answered: Referral): void {
    const to = { users: [answered.createdBy], keyWorker: true };
    if (answered.state === 'info_requested') this.records.news('referral.information-asked', answered, to);
    if (answered.state === 'accepted') this.records.news('referral.accepted', answered, to);
    if (answered.state === 'declined') this.records.news('referral.declined', answered, to);
    if (answered.state === 'completed') this.records.news('referral.completed', answered, to);
    if (answered.state === 'ended_early') this.records.news('referral.ended', answered, to);
  }

  /** Accepting is joining: the same transaction opens what was decided at sending. */
  async join(referral: Referral): Promise<void> {
    const joined = await this.queries.join(referral);
    if (joined === 'died') throw new Conflict('person.died', 'This person has died. Ring whoever referred');
    if (joined === 'ended') throw new Conflict('referral.ended', 'Whoever referred no longer supports this person. Ring them before you go on');
  }
}
