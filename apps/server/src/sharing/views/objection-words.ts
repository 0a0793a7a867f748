import type { ObjectionState } from '@app/sharing';

export const OBJECTION_WORDS: Record<ObjectionState, string> = {
  applied: 'It holds. What follows from it is to be explained',
  explained: 'It holds. It waits to be decided',
  upheld: 'Upheld: it holds',
  partly_upheld: 'Upheld in part: what was left of it holds',
  not_upheld: 'Not upheld: it no longer holds',
  withdrawn: 'Taken back: it no longer holds',
};
