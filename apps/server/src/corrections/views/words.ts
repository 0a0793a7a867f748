import type { Correctable, Correction } from '@app/corrections';

export const KIND_WORDS: Record<Correctable, string> = { ContactNote: 'a note', Need: 'a need in the plan', Goal: 'a goal in the plan', CareAction: 'a step in the plan', PlanStatement: 'a part of the plan' };
export const ANSWERED_WORDS: Record<Exclude<Correction['state'], 'asked'>, string> = { corrected: 'Corrected', not_corrected: 'Not corrected' };
