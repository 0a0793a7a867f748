import type { Emergency, EmergencyOpening, EmergencyOutcome } from '@app/sharing';
import { formatDateTime } from '@app/web-kit';

export const EMERGENCY_WORDS: Record<Emergency, string> = {
  life_at_risk: 'Their life or health is in danger now',
  cannot_say: 'They cannot tell me what I must know to help them now',
  missing: 'They are missing, or nobody can reach them',
  others_at_risk: 'Somebody else is in danger',
};
export const OUTCOME_WORDS: Record<EmergencyOutcome, string> = {
  justified: 'It was right to open it',
  not_needed: 'It was not needed, and no harm was meant',
  misuse: 'It was wrong to open it',
};

/** Which emergency, for the middle of a sentence that others read: as whoever opened it said. */
export const emergencyWords = (because: string): string =>
  ({ life_at_risk: 'a life or somebody’s health was in danger', cannot_say: 'the person could not say what had to be known', missing: 'the person was missing, or nobody could reach them', others_at_risk: 'somebody else was in danger' })[because] ?? 'for a reason that was given';

/** What stands in the banner while the record is open. */
export const openUntilWords = ({ until, because, reason }: Pick<EmergencyOpening, 'until' | 'because' | 'reason'>): string =>
  `You opened this record in an emergency: ${emergencyWords(because)}. “${reason}” It closes by itself on ${formatDateTime(until)}.`;
