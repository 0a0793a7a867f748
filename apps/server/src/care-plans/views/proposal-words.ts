import type { AgreedBecause, Outcome, PlanVersion, SaidOfDraft, TakenBackFor } from '@app/care-plans';
import { formatDate } from '@app/web-kit';
import { versionWords } from './words';

/** What came of asking, as the form has it. */
export const OUTCOME_WORDS: Record<Outcome, string> = {
  agrees: 'They agree', agrees_with_reservations: 'They agree, but for something', wants_changes: 'They want something changed first', does_not_agree: 'They do not agree',
  goes_on: 'They do not agree, and want it to go on all the same', best_interests: 'They cannot decide this now: it is in their best interests', could_not: 'They could not be asked, or could not say',
  someone_elses: 'Only somebody else’s view is known',
};
/** The same as the person says it. */
export const MY_CHOICES: Record<SaidOfDraft, string> = { agrees: 'I agree with it', agrees_with_reservations: 'I agree, but for something', wants_changes: 'I want something changed first', does_not_agree: 'I do not agree' };
export const BECAUSE_WORDS: Record<AgreedBecause, string> = {
  goes_on: 'They do not agree, and want it to go on', best_interests: 'Decided in their best interests', could_not: 'They could not be asked this time', someone_elses: 'Only somebody else’s view is known',
};
export const TAKEN_BACK_WORDS: Record<TakenBackFor, string> = {
  person_wants_changes: 'They want something changed', something_new: 'Something new has happened', mistake: 'There is a mistake in it', small_update: 'A small update was published meanwhile', other: 'Another reason',
};

const STATE_WORDS: Partial<Record<PlanVersion['state'], string>> = {
  in_contribution: 'Those who read the plan are asked what they would change', ready_for_agreement: 'It waits for what the person says', agreed: 'It is agreed, and not published yet',
};

/** How far a draft is, since when. */
export function draftStands({ state, openedAt, readiedAt, agreedAt, agreedByName, agreedBecause }: PlanVersion): string[] {
  const since = state === 'agreed' ? agreedAt : state === 'ready_for_agreement' ? readiedAt : openedAt;
  return [
    `${STATE_WORDS[state] ?? 'It is being written'}${since ? `, since ${formatDate(since)}` : ''}`, state === 'agreed' && agreedByName ? `Written down by ${agreedByName}` : null, agreedBecause ? BECAUSE_WORDS[agreedBecause] : null,
  ].filter((line): line is string => line !== null);
}

/** Which plan is in force, in words that cannot be taken for another. */
export const inForceWords = (stands: PlanVersion | null): string => (stands ? `${versionWords(stands)} is the plan in force until this one is published` : 'There is no plan in force yet');
