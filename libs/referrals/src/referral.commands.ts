import { Flag, Id, LocalDate, LongText, ManyOf, OneOf, Text } from '@app/kernel';
import { NEED_DOMAINS, type NeedDomain } from '@app/directory';
import { CATEGORIES, type Category } from '@app/persons';
import { FACT_KEYS, type FactKey } from './facts';
import {
  AGREED_HOW, DECLINE_REASONS, END_REASONS, OUTCOMES, REFERRAL_AUTHORITIES, URGENCIES, WITHDRAW_REASONS, type AgreedHow, type DeclineReason, type EndReason, type Outcome, type ReferralAuthority, type Urgency, type WithdrawReason,
} from './referral.states';

/** Asks a service for help, with what the person agreed to. */
export class MakeReferral {
  @Id({ required: true, label: 'a service' }) serviceId: string;
  @Id({ label: 'a need' }) needId?: string | null;
  @OneOf(NEED_DOMAINS, { required: true, label: 'what kind of need it is' }) needDomain: NeedDomain;
  @LongText({ max: 1000, required: true, label: 'what is needed' }) needText: string;
  @LongText({ max: 1000, required: true, label: 'why now' }) whyNow: string;
  @OneOf(URGENCIES, { label: 'how soon' }) urgency?: Urgency | null;
  @ManyOf(FACT_KEYS, { label: 'what goes with it' }) facts?: FactKey[];
  @ManyOf(CATEGORIES, { label: 'what they may see once they accept' }) opens?: Category[];
  /** their yes where nothing is chosen */
  @OneOf(REFERRAL_AUTHORITIES, { label: 'by what it may be sent' }) authority?: ReferralAuthority | null;
  @Text({ max: 300, label: 'which it is' }) authorityNote?: string | null;
  @LocalDate({ past: false, label: 'when it is looked at again' }) lookAgainOn?: string | null;
  /** asked for where it is their yes */
  @OneOf(AGREED_HOW, { label: 'how the person agreed' }) agreedHow?: Exclude<AgreedHow, 'best_interests'> | null;
  @LocalDate({ past: true, label: 'the day on which they agreed' }) agreedOn?: string | null;
  @Flag({ label: 'whether they spoke alone' }) spokeAlone?: boolean;
  @OneOf(['circle', 'internal'], { label: 'who may know of the referral' }) audience?: 'circle' | 'internal' | null;
  @Id({ label: 'somebody of the service' }) membershipId?: string | null;
  @Id({ label: 'the referral that was declined' }) redirectedFromId?: string | null;
}

export class AskForInformation {
  @LongText({ max: 1000, required: true, label: 'your question' }) question: string;
}

export class SupplyInformation {
  @LongText({ max: 1000, required: true, label: 'your answer' }) answer: string;
}

export class AcceptReferral {
  @LocalDate({ past: false, required: true, label: 'the day by which the help begins' }) promiseDate: string;
  /** the person waits for the help to begin */
  @Flag({ label: 'whether they wait' }) waits?: boolean;
}

export class DeclineReferral {
  @OneOf(DECLINE_REASONS, { required: true, label: 'the reason' }) reason: DeclineReason;
  @LongText({ max: 1000, label: 'what to say to whoever referred' }) words?: string | null;
  @Id({ label: 'the service to try instead' }) redirectServiceId?: string | null;
}

export class WithdrawReferral {
  @OneOf(WITHDRAW_REASONS, { required: true, label: 'the reason' }) reason: WithdrawReason;
  @LongText({ max: 1000, label: 'words' }) words?: string | null;
}

export class CompleteReferral {
  @OneOf(OUTCOMES, { required: true, label: 'how it turned out, as the person says' }) outcome: Outcome;
  @LongText({ max: 1000, label: 'their own words' }) outcomeWords?: string | null;
}

export class EndReferral {
  @OneOf(END_REASONS, { required: true, label: 'the reason' }) reason: EndReason;
  @LongText({ max: 1000, label: 'words' }) words?: string | null;
}
