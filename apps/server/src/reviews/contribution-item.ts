import type { MyReview, SeenContribution } from '@app/reviews';

/** What somebody said for a review, as JSON has it. */
export interface ContributionItem {
  readonly id: string;
  readonly kind: string;
  readonly answer: string | null;
  /** the goal, or what is confirmed */
  readonly about: { readonly id: string; readonly text: string | null } | null;
  readonly text: string | null;
  readonly author: string;
  readonly organisation: string;
  /** by telephone: who said it, for whom, and what they say of what was written down */
  readonly saidBy: { readonly name: string; readonly organisation: string; readonly confirmed: string | null } | null;
  readonly visibleToPerson: boolean;
  readonly readers: 'everybody' | 'chair';
  readonly sentAt: Date | null;
}

export const contributionItem = ({ contribution: row, organisation, saidFor }: SeenContribution): ContributionItem => ({
  id: row.id, kind: row.kind, answer: row.answer, about: row.aboutId ? { id: row.aboutId, text: row.aboutText } : null, text: row.text, author: row.authorName, organisation,
  saidBy: saidFor && row.saidByName ? { name: row.saidByName, organisation: saidFor.organisation, confirmed: saidFor.confirmation?.answer ?? null } : null,
  visibleToPerson: row.visibleToPerson, readers: row.audience === 'named' && row.namedOrganisations.length <= 1 ? 'chair' : 'everybody', sentAt: row.sentAt,
});

export type MyReviewItem = MyReview;
