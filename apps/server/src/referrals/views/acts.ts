import type { ReferralState, SeenReferral, Side } from '@app/referrals';

/** Acts that ask something: each has a page of its own. */
export const ACTS = ['information-request', 'information', 'acceptance', 'decline', 'completion', 'early-end', 'withdrawal'] as const;
export type Act = (typeof ACTS)[number];
export const isAct = (act: string): act is Act => ACTS.some((one) => one === act);

/** Acts that are one button. */
export type Step = 'acknowledgement' | 'wait' | 'start' | 'settlement';

interface ActWords {
  readonly title: string;
  readonly button: string;
  readonly to: ReferralState;
  readonly by: Side;
}

export const ACT_WORDS: Record<Act, ActWords> = {
  'information-request': { title: 'Ask whoever referred', button: 'Send question', to: 'info_requested', by: 'receiver' },
  information: { title: 'Answer their question', button: 'Send answer', to: 'acknowledged', by: 'sender' },
  acceptance: { title: 'Accept this referral', button: 'Accept', to: 'accepted', by: 'receiver' },
  decline: { title: 'Decline this referral', button: 'Decline', to: 'declined', by: 'receiver' },
  completion: { title: 'The help is done', button: 'Complete', to: 'completed', by: 'receiver' },
  'early-end': { title: 'The help has ended early', button: 'End', to: 'ended_early', by: 'receiver' },
  withdrawal: { title: 'Withdraw this referral', button: 'Withdraw', to: 'withdrawn', by: 'sender' },
};
export const STEP_WORDS: Record<Step, Pick<ActWords, 'button'>> = {
  acknowledgement: { button: 'Say that you have seen it' }, wait: { button: 'They wait for it to begin' }, start: { button: 'The help has begun' }, settlement: { button: 'Taken care of: take it off my list' },
};

export const mayAct = ({ referral, side }: SeenReferral, act: Act): boolean => side === ACT_WORDS[act].by && referral.mayMove(ACT_WORDS[act].to, ACT_WORDS[act].by);

/** The single buttons that fit now. */
export function stepsNow({ referral, side }: SeenReferral): Step[] {
  const steps: [Step, boolean][] = [
    ['acknowledgement', referral.state === 'sent' && side === 'receiver'],
    ['wait', side === 'receiver' && referral.mayMove('waiting', 'receiver')],
    ['start', side === 'receiver' && referral.mayMove('in_progress', 'receiver')],
    ['settlement', side === 'sender' && referral.state === 'declined' && referral.settledAt === null],
  ];
  return steps.filter(([, fits]) => fits).map(([step]) => step);
}
