import { toldOf, type AgreedHow, type DeclineReason, type EndReason, type Outcome, type ReferralAuthority, type ReferralState, type SeenReferral, type Urgency, type WithdrawReason } from '@app/referrals';
import { ago, formatDate, Overdue, Tag, type Html } from '@app/web-kit';
import { AUTHORITY_WORDS } from '../../sharing/views/words';
import { isForgotten, isOverdue } from '../referral-item';

export const STATE_WORDS: Record<ReferralState, string> = {
  draft: 'Not sent', sent: 'Waits for an answer', acknowledged: 'Seen, waits for an answer', info_requested: 'They have a question', accepted: 'Accepted', waiting: 'Accepted, on their waiting list',
  in_progress: 'Help has begun', completed: 'Complete', declined: 'Declined', withdrawn: 'Withdrawn', ended_early: 'Ended early',
};
const COLOURS: Record<ReferralState, string> = {
  draft: 'grey', sent: 'yellow', acknowledged: 'yellow', info_requested: 'orange', accepted: 'green', waiting: 'blue', in_progress: 'green', completed: 'grey', declined: 'red', withdrawn: 'grey', ended_early: 'grey',
};
export const URGENCY_WORDS: Record<Urgency, string> = { routine: 'Within 5 working days', soon: 'Within 3 working days', urgent: 'Within 1 working day' };
export const AGREED_WORDS: Record<AgreedHow, string> = {
  in_person: 'They said so when we met', by_phone: 'They said so on the phone', in_writing: 'They wrote or signed it', best_interests: 'They could not decide this: decided in their best interests',
};
/** What holds without a yes: which it is stands there for the sender alone. */
export const byWhatWords = ({ authority, note, reviewOn }: { authority: ReferralAuthority; note: string | null; reviewOn: string | null }): string =>
  `${AUTHORITY_WORDS[authority] ?? authority}${note ? `: ${note}` : ''}${reviewOn ? `. Looked at again on ${formatDate(reviewOn)}` : ''}`;
/** Nobody is said to have been there of whom that was not said. */
export const aloneWords = (spokeAlone: boolean | null | undefined): string => (spokeAlone ? 'They spoke alone' : 'It is not said that they spoke alone');
export const DECLINE_WORDS: Record<DeclineReason, string> = {
  not_eligible: 'Not for somebody in their situation', out_of_area: 'Out of our area', no_capacity: 'No room now', duplicate: 'We have a referral for them already', needs_met_elsewhere: 'Somebody else does this for them',
  person_does_not_want: 'They do not want it', safety: 'It would not be safe', missing_information: 'We could not find out enough',
};
export const END_WORDS: Record<EndReason | WithdrawReason, string> = {
  person_chose_to_stop: 'They chose to stop', did_not_engage: 'They did not take it up', moved: 'They moved away', in_hospital: 'They are in hospital', died: 'They died', transferred: 'Handed to another service',
  needs_changed: 'Something else is needed now', person_changed_mind: 'They changed their mind', sent_in_error: 'Sent by mistake', safety: 'It would not be safe',
};
export const OUTCOME_WORDS: Record<Outcome, string> = { achieved: 'It helped, as hoped', partly: 'It helped in part', not_achieved: 'It did not help', could_not_say: 'They could not say' };

export const StateTag = ({ state }: { state: ReferralState }): Html => <Tag text={STATE_WORDS[state]} colour={COLOURS[state] as 'grey'} />;

/** How long it has waited, and until when an answer is due. */
export function AgeWords({ seen, today }: { seen: SeenReferral; today: string }): Html {
  const { sentAt, answerBy } = seen.referral;
  if (!sentAt) return <>Not sent</>;
  return (
    <>
      Sent {ago(sentAt, new Date(`${today}T12:00:00Z`))}
      {isOverdue(seen, today) && answerBy ? <>. <Overdue>Answer was due {formatDate(answerBy)}</Overdue></> : null}
    </>
  );
}

/** Whom it is about, as far as the reader may know: a name, or what was agreed instead of one. */
export function whoWords(seen: SeenReferral): string {
  const { referral: { summary }, names } = seen;
  if (names.person) return names.person;
  return (isForgotten(seen) ? null : toldOf(summary)) ?? 'Somebody';
}
