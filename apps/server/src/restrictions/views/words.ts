import type { OpeningReason } from '@app/sharing';

/** Why somebody opens a restricted record, as they would say it. */
export const OPENING_WORDS: Record<OpeningReason, string> = {
  working_with: 'I am working with them', standing_in: 'I stand in for a colleague', got_in_touch: 'They, or somebody for them, got in touch', worried: 'I am worried about them',
  checking: 'Something in it has to be checked or put right', other: 'Something else',
};
export const openingWords = (because: string): string => OPENING_WORDS[because as OpeningReason] ?? because;
