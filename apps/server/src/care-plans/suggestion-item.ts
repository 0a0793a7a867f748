import { waitsTooLong, type SeenSuggestion } from '@app/care-plans';
import { localDay } from '@app/kernel';
import { labelOf } from './plan-item';

/** A suggestion as JSON has it. Whom it names is left out: not everyone may know of each. */
export interface SuggestionItem {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  /** the line that it would change, and what it said to its author; null for something new */
  readonly about: { readonly id: string; readonly text: string } | null;
  /** of a new step */
  readonly goalId: string | null;
  readonly text: string;
  readonly why: string | null;
  readonly voice: string;
  readonly how: string | null;
  readonly author: string;
  /** null for who said it on their own page */
  readonly organisation: string | null;
  readonly readers: 'plan' | 'writers';
  readonly visibleToPerson: boolean;
  readonly madeAt: Date;
  readonly state: string;
  readonly waitsTooLong: boolean;
  readonly answer: { readonly by: string | null; readonly at: Date; readonly reason: string | null; readonly because: string | null } | null;
  readonly published: boolean;
  /** the version in which it stands, for who may know of it */
  readonly inVersion: { readonly id: string; readonly label: string } | null;
}

export const suggestionItem = ({ suggestion: row, organisation, version }: SeenSuggestion): SuggestionItem => ({
  id: row.id, version: row.rowVersion, kind: row.kind, about: row.aboutItemId ? { id: row.aboutItemId, text: row.aboutText ?? '' } : null, goalId: row.goalId, text: row.text, why: row.why,
  voice: row.voice, how: row.how, author: row.authorName, organisation: row.how === 'own_page' ? null : organisation, readers: row.audience === 'circle' ? 'plan' : 'writers',
  visibleToPerson: row.visibleToPerson, madeAt: row.createdAt, state: row.state, waitsTooLong: waitsTooLong(row, localDay(new Date())),
  answer: row.answeredBy === null ? null : { by: row.answeredBy, at: row.movedAt, reason: row.reason, because: row.because },
  published: row.publishedAt !== null, inVersion: version && { id: version.id, label: labelOf(version) },
});
