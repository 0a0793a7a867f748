import type { Authority } from '@app/sharing';

export const REFERRAL_STATES = [
  'draft', 'sent', 'acknowledged', 'info_requested', 'accepted', 'waiting', 'in_progress', 'completed', 'declined', 'withdrawn', 'ended_early',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];
export type Side = 'sender' | 'receiver';

/** Where a referral may go from where it is, and who moves it (domain.md §7; FHIR Task). The clock moves nothing: nobody is declined by silence. */
export const MOVES: Record<ReferralState, Partial<Record<ReferralState, Side>>> = {
  draft: { sent: 'sender' },
  sent: { acknowledged: 'receiver', info_requested: 'receiver', accepted: 'receiver', declined: 'receiver', withdrawn: 'sender' },
  acknowledged: { info_requested: 'receiver', accepted: 'receiver', declined: 'receiver', withdrawn: 'sender' },
  info_requested: { acknowledged: 'sender', accepted: 'receiver', declined: 'receiver', withdrawn: 'sender' },
  accepted: { waiting: 'receiver', in_progress: 'receiver', ended_early: 'receiver', withdrawn: 'sender' },
  waiting: { in_progress: 'receiver', ended_early: 'receiver', withdrawn: 'sender' },
  in_progress: { waiting: 'receiver', completed: 'receiver', ended_early: 'receiver', withdrawn: 'sender' },
  completed: {},
  declined: {},
  withdrawn: {},
  ended_early: {},
};

/** Nobody has said yes or no. */
export const UNANSWERED: readonly ReferralState[] = ['sent', 'acknowledged', 'info_requested'];
/** Open: neither ended nor refused. */
export const OPEN: readonly ReferralState[] = ['draft', ...UNANSWERED, 'accepted', 'waiting', 'in_progress'];
/** The receiver has said yes, and is in the circle or was. */
export const JOINED: readonly ReferralState[] = ['accepted', 'waiting', 'in_progress', 'completed', 'ended_early'];

export const URGENCIES = ['routine', 'soon', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];
export const AGREED_HOW = ['in_person', 'by_phone', 'in_writing'] as const;
/** `best_interests` stands in referrals that were made before it was an authority. */
export type AgreedHow = (typeof AGREED_HOW)[number] | 'best_interests';
/** By what a referral may go (libs/sharing): their yes, or what holds without one. */
export const REFERRAL_AUTHORITIES = ['explicit', 'best_interests', 'statutory_duty', 'public_interest', 'court_order', 'emergency'] as const satisfies readonly Authority[];
export type ReferralAuthority = (typeof REFERRAL_AUTHORITIES)[number];
export const DECLINE_REASONS = ['not_eligible', 'out_of_area', 'no_capacity', 'duplicate', 'needs_met_elsewhere', 'person_does_not_want', 'safety', 'missing_information'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
export const END_REASONS = ['person_chose_to_stop', 'did_not_engage', 'moved', 'in_hospital', 'died', 'transferred', 'needs_changed'] as const;
export type EndReason = (typeof END_REASONS)[number];
export const WITHDRAW_REASONS = ['person_changed_mind', 'needs_changed', 'sent_in_error', 'safety', 'died', 'moved'] as const;
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number];
/** As the person judged it. */
export const OUTCOMES = ['achieved', 'partly', 'not_achieved', 'could_not_say'] as const;
export type Outcome = (typeof OUTCOMES)[number];
