export { authorityOf } from './by-what';
export { FACT_KEYS, FACT_WORDS, NAMING, toldOf, type Fact, type FactKey } from './facts';
export { NeedQuestion, Needs, type NeedBehind } from './needs';
export { ReceivingService } from './receiving.service';
export { AcceptReferral, AskForInformation, CompleteReferral, DeclineReferral, EndReferral, MakeReferral, SupplyInformation, WithdrawReferral } from './referral.commands';
export { Referral } from './referral.entity';
export {
  AGREED_HOW, DECLINE_REASONS, END_REASONS, JOINED, MOVES, OPEN, OUTCOMES, REFERRAL_AUTHORITIES, REFERRAL_STATES, UNANSWERED, URGENCIES, WITHDRAW_REASONS, type AgreedHow, type DeclineReason, type EndReason, type Outcome,
  type ReferralAuthority, type ReferralState, type Side, type Urgency, type WithdrawReason,
} from './referral.states';
export { ReferralsModule } from './referrals.module';
export { referralsPolicy } from './referrals.policy';
export { LATE, QUEUE_PARTS, QUEUES, ReferralsQueries, type Queue, type QueueCounts, type QueuePart, type ReferralNames, type SeenReferral } from './referrals.queries';
export { ReferralExists, ReferralsService } from './referrals.service';
export { SendingService } from './sending.service';
export { Summaries, type Summary } from './summary.service';
