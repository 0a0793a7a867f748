import { Check, Column, ForeignKey, Index } from 'typeorm';
import { Conflict } from '@app/kernel';
import { ItemTable, PersonItem } from '@app/records';
import type { Fact } from './facts';
import { MOVES, OPEN, UNANSWERED, type AgreedHow, type DeclineReason, type EndReason, type Outcome, type ReferralAuthority, type ReferralState, type Side, type Urgency, type WithdrawReason } from './referral.states';

/**
 * Asking a service for help (FHIR ServiceRequest with its Task). The sender's organisation controls it; whoever receives it reads this row
 * and nothing else of the person until it is accepted. What was decided at sending never changes: the database holds it (migrations/…-referrals.ts).
 */
@ItemTable('referral', { state: 'state', toScopes: 'to_scopes[]', excluded: 'excluded[]' })
@ForeignKey('service', ['serviceId'], ['id'], { name: 'referral_service_fkey' })
@ForeignKey('organisation', ['toOrganisationId'], ['id'], { name: 'referral_to_fkey' })
@ForeignKey('service', ['redirectServiceId'], ['id'], { name: 'referral_redirect_fkey' })
@ForeignKey('referral', ['personId', 'redirectedFromId'], ['personId', 'id'], { name: 'referral_redirected_from_fkey' })
@Index('referral_received_idx', { synchronize: false })
@Index('referral_sent_idx', ['ownerOrganisationId', 'state', 'sentAt'])
@Index('referral_to_idx', ['toOrganisationId', 'state', 'sentAt'])
@Check('referral_state_check', 'state')
@Check('referral_urgency_check', 'urgency')
@Check('referral_agreed_check', 'agreed_how')
@Check('referral_authority_check', 'authority')
@Check('referral_declined_check', 'state')
@Check('referral_completed_check', 'state')
export class Referral extends PersonItem {
  @Column('uuid') serviceId: string;
  @Column('text') serviceName: string;
  @Column('uuid') toOrganisationId: string;
  /** who receives it: the organisation, some of its teams or workers */
  @Column('uuid', { array: true }) toScopes: string[];
  @Column('uuid', { nullable: true }) needId: string | null;
  @Column('text') needDomain: string;
  @Column('text') needText: string;
  @Column('text') whyNow: string;
  @Column('text') urgency: Urgency;
  /** the facts to which the person agreed, as they were at sending */
  @Column('jsonb') summary: Fact[];
  @Column('boolean') namesPerson: boolean;
  /** what acceptance opens, as it was decided at sending */
  @Column('text', { array: true }) opens: string[];
  /** by what it may go in confidence */
  @Column('text', { default: 'explicit' }) authority: ReferralAuthority;
  /** which duty, harm, court or emergency it is, or who decided: for the sender */
  @Column('text', { nullable: true }) authorityNote: string | null;
  @Column('date', { nullable: true }) authorityReviewOn: string | null;
  /** null for what goes without their yes */
  @Column('text', { nullable: true }) agreedHow: AgreedHow | null;
  @Column('date') agreedOn: string;
  @Column('boolean', { nullable: true }) spokeAlone: boolean | null;
  @Column('text') state: ReferralState;
  @Column('text', { nullable: true }) stateReason: string | null;
  /** when it came to stand where it stands */
  @Column('timestamptz', { default: () => 'now()' }) movedAt: Date;
  @Column('text') senderName: string;
  @Column('text', { nullable: true }) senderPhone: string | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('date', { nullable: true }) answerBy: string | null;
  @Column('text', { nullable: true }) question: string | null;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('text', { nullable: true }) receiverName: string | null;
  @Column('date', { nullable: true }) promiseDate: string | null;
  @Column('text', { nullable: true }) declineReason: DeclineReason | null;
  @Column('uuid', { nullable: true }) redirectServiceId: string | null;
  @Column('uuid', { nullable: true }) redirectedFromId: string | null;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  @Column('text', { nullable: true }) endReason: EndReason | WithdrawReason | null;
  @Column('text', { nullable: true }) outcome: Outcome | null;
  @Column('text', { nullable: true }) outcomeWords: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** users who must not know of the person; the database keeps it */
  @Column('uuid', { array: true, default: () => `'{}'` }) excluded: string[];
  @Column('uuid', { nullable: true }) relationshipId: string | null;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  @Column('uuid', { nullable: true }) memberId: string | null;

  get isOpen(): boolean {
    return OPEN.includes(this.state);
  }

  /** Whose it is to do the next thing: the sender's until somebody has said yes, and again after a no, until another has said yes. Nobody's when it is over. */
  get owner(): Side | null {
    if (this.state === 'draft' || UNANSWERED.includes(this.state)) return 'sender';
    if (this.state === 'declined') return this.settledAt ? null : 'sender';
    return this.isOpen ? 'receiver' : null;
  }

  /** Whether the side may move it there now. */
  mayMove(to: ReferralState, by: Side): boolean {
    return MOVES[this.state][to] === by;
  }

  /** @throws Conflict `referral.state` when it cannot go there from where it is, or not by this side */
  moveTo(to: ReferralState, by: Side): { from: ReferralState; to: ReferralState } {
    if (!this.mayMove(to, by)) throw new Conflict('referral.state', STANDS[this.state]);
    return { from: this.state, to };
  }
}

/** Why an act comes too late or too early, for whoever tried. */
const STANDS: Record<ReferralState, string> = {
  draft: 'This referral has not been sent yet',
  sent: 'This referral waits for an answer of the service',
  acknowledged: 'This referral was seen and waits for an answer of the service',
  info_requested: 'The service has asked a question about this referral',
  accepted: 'This referral has been accepted already',
  waiting: 'This referral has been accepted, and the person waits for the help to begin',
  in_progress: 'This referral has been accepted, and the help has begun',
  completed: 'This referral is complete',
  declined: 'This referral has been declined',
  withdrawn: 'This referral has been withdrawn',
  ended_early: 'The help that this referral asked for has ended',
};
