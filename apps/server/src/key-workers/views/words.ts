import type { CloseReason } from '@app/cases';
import type { ChoiceReason, DeclineReason, HandoverReason, HandoverStep } from '@app/key-workers';
import { plural } from '@app/web-kit';
import type { Choice } from '../key-worker.desk';

/** Why somebody is asked who is not first on the list. */
export const CHOICE_WORDS: Record<ChoiceReason, string> = {
  knows_them: 'They know the person', language: 'They speak the person’s language', skills: 'They have the skills that are needed', near: 'They work near the person',
  nobody_else: 'Nobody else can', other: 'Another reason',
};

export const DECLINE_WORDS: Record<DeclineReason, string> = {
  capacity: 'I have as much as I can do well', conflict: 'I know the person or the family', skills: 'Somebody with other skills is needed', absence: 'I am going to be away', other: 'Another reason',
};

export const CLOSE_WORDS: Record<CloseReason, string> = {
  goals_met: 'What we set out to do is done', person_chose: 'The person chose to stop', did_not_engage: 'The person did not take part', lost_contact: 'We lost contact',
  moved: 'The person moved away', needs_changed: 'Somebody else helps now', died: 'The person died', other: 'Another reason',
};

export const HANDOVER_WORDS: Record<HandoverReason, string> = {
  handed_over: 'The support changes hands', left_org: 'The key worker leaves', long_absence: 'The key worker is away for long', person_request: 'The person asked for somebody else',
  capacity: 'The key worker has too much', conflict: 'The key worker knows the person or the family',
};

export const STEP_WORDS: Record<HandoverStep, string> = {
  plan_read: 'The new key worker has read the plan', team_told: 'The people and services round the person are told', actions_walked: 'We went through every open step',
  risks_discussed: 'We spoke about what could go wrong',
};

/** "12 cases, 26 of 30 points". */
export function loadWords({ cases, points, capacity }: Pick<Choice, 'cases' | 'points' | 'capacity'>): string {
  return `${plural(cases, 'case')}, ${capacity === null ? `${plural(points, 'point')}, no number agreed` : `${points} of ${plural(capacity, 'point')}`}`;
}

/** What a manager weighs: where they work, how much they have, whether they know the person. */
export const choiceHint = (choice: Choice): string => [
  `${choice.jobTitle}, ${choice.organisation}`, loadWords(choice), choice.before ? 'was key worker before' : null, choice.over ? 'over the agreed number' : null, choice.recommended ? 'recommended' : null,
].filter(Boolean).join('; ');
