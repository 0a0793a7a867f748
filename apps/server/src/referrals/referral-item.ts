import { localDay } from '@app/kernel';
import { UNANSWERED, type Fact, type SeenReferral } from '@app/referrals';

/** A referral as JSON has it, for the side on which the reader stands. */
export interface ReferralItem {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  /** whose it is to do the next thing; nobody's when it is over */
  readonly owner: 'sender' | 'receiver' | null;
  readonly side: 'sender' | 'receiver' | null;
  /** null for whoever may not open the person */
  readonly personId: string | null;
  readonly person: string | null;
  readonly organisationId: string;
  readonly organisation: string;
  readonly senderName: string;
  readonly senderPhone: string | null;
  readonly serviceId: string;
  readonly service: string;
  readonly toOrganisationId: string;
  readonly toOrganisation: string;
  readonly needDomain: string;
  /** null once a referral that was not accepted is over, for who received it; so are `whyNow` and `summary` */
  readonly needText: string | null;
  readonly whyNow: string | null;
  readonly summary: readonly Fact[] | null;
  readonly urgency: string;
  readonly opens: readonly string[];
  /** by what it went; which it is, and when it is looked at again, are for the sender alone */
  readonly authority: string;
  readonly authorityNote: string | null;
  readonly authorityReviewOn: string | null;
  /** null where it went without their yes */
  readonly agreedHow: string | null;
  readonly agreedOn: string;
  readonly spokeAlone: boolean | null;
  readonly sentAt: Date | null;
  readonly answerBy: string | null;
  readonly overdue: boolean;
  readonly question: string | null;
  readonly answer: string | null;
  readonly receiverName: string | null;
  readonly promiseDate: string | null;
  readonly declineReason: string | null;
  readonly words: string | null;
  readonly redirectServiceId: string | null;
  readonly redirectService: string | null;
  readonly endReason: string | null;
  readonly outcome: string | null;
  readonly outcomeWords: string | null;
  readonly endedAt: Date | null;
  readonly settledAt: Date | null;
}

/** Whoever said no, or was told no, keeps that there was a referral and not what it said. */
export const isForgotten = ({ referral, side }: SeenReferral): boolean => side === 'receiver' && (referral.state === 'declined' || (referral.state === 'withdrawn' && !referral.relationshipId));

/** Which duty, harm, court or emergency it is: it can name others, so whoever receives it reads only of what kind it is. */
export const whichFor = ({ referral, side }: SeenReferral): { note: string | null; reviewOn: string | null } =>
  (side === 'sender' ? { note: referral.authorityNote, reviewOn: referral.authorityReviewOn } : { note: null, reviewOn: null });

/** Has the day passed on which an answer was due? */
export const isOverdue = ({ referral }: SeenReferral, today = localDay(new Date())): boolean =>
  UNANSWERED.includes(referral.state) && referral.answerBy !== null && referral.answerBy < today;

export function referralItem(seen: SeenReferral): ReferralItem {
  const { referral: r, names, side } = seen;
  const forgotten = isForgotten(seen);
  const which = whichFor(seen);
  return {
    id: r.id, version: r.rowVersion, state: r.state, owner: r.owner, side, personId: names.person === null ? null : r.personId, person: names.person, organisationId: r.ownerOrganisationId,
    organisation: names.from, senderName: r.senderName, senderPhone: r.senderPhone ?? names.fromPhone, serviceId: r.serviceId, service: r.serviceName, toOrganisationId: r.toOrganisationId,
    toOrganisation: names.to, needDomain: r.needDomain, needText: forgotten ? null : r.needText, whyNow: forgotten ? null : r.whyNow, summary: forgotten ? null : r.summary, urgency: r.urgency,
    opens: r.opens, authority: r.authority, authorityNote: which.note, authorityReviewOn: which.reviewOn, agreedHow: r.agreedHow, agreedOn: r.agreedOn, spokeAlone: r.spokeAlone, sentAt: r.sentAt, answerBy: r.answerBy, overdue: isOverdue(seen), question: r.question,
    answer: forgotten ? null : r.answer, receiverName: r.receiverName, promiseDate: r.promiseDate, declineReason: r.declineReason, words: r.stateReason, redirectServiceId: r.redirectServiceId,
    redirectService: names.redirectService, endReason: r.endReason, outcome: r.outcome, outcomeWords: r.outcomeWords, endedAt: r.endedAt, settledAt: r.settledAt,
  };
}
