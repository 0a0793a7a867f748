import type { MyReview, ReviewContribution, SeenContribution } from '@app/reviews';

/** What somebody said for a review, as JSON has it. */
export interface ContributionItem {
  readonly id: string;
  /** names it when it is said anew */
  readonly version: number;
  readonly kind: string;
  readonly answer: string | null;
  /** the goal, or what is confirmed */
  readonly about: { readonly id: string; readonly text: string | null } | null;
  readonly text: string | null;
  readonly author: string;
  readonly organisation: string;
  /** by telephone: who said it, for whom, and what they say of what was written down */
  readonly saidBy: { readonly name: string; readonly organisation: string; readonly confirmed: string | null } | null;
  /** a family carer's words: who said them, by name where the reader may know of them */
  readonly carer: { readonly name: string | null } | null;
  /** of what the person or a family carer says: how they said it; null for everybody else's words */
  readonly how: string | null;
  readonly visibleToPerson: boolean;
  readonly readers: 'everybody' | 'chair';
  readonly sentAt: Date | null;
}

const readersOf = ({ audience, namedOrganisations }: ReviewContribution): 'everybody' | 'chair' => (audience === 'named' && namedOrganisations.length <= 1 ? 'chair' : 'everybody');

export const contributionItem = ({ contribution: row, organisation, saidFor, carer }: SeenContribution): ContributionItem => ({
  id: row.id, version: row.rowVersion, kind: row.kind, answer: row.answer, about: row.aboutId ? { id: row.aboutId, text: row.aboutText } : null, text: row.text, author: row.authorName, organisation,
  saidBy: saidFor && row.saidByName ? { name: row.saidByName, organisation: saidFor.organisation, confirmed: saidFor.confirmation?.answer ?? null } : null,
  carer, how: row.how, visibleToPerson: row.personMayRead ?? row.visibleToPerson, readers: readersOf(row), sentAt: row.sentAt,
});

/** What the person says themselves, as JSON has it. */
export interface OwnWordItem {
  readonly id: string;
  readonly kind: string;
  readonly answer: string | null;
  readonly text: string | null;
  readonly how: string | null;
  readonly writtenBy: string;
  readonly readers: 'everybody' | 'chair';
}

export const ownWordItem = (row: ReviewContribution): OwnWordItem => ({ id: row.id, kind: row.kind, answer: row.answer, text: row.text, how: row.how, writtenBy: row.authorName, readers: readersOf(row) });

export type MyReviewItem = MyReview;
