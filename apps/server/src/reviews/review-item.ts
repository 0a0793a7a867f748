import type { Review, ReviewInvitee, SeenReview } from '@app/reviews';

/** Who is asked, or left out, as JSON has it. */
export interface InviteeItem {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly state: string;
  readonly because: string | null;
  readonly words: string | null;
  /** of an advocate or interpreter: who finds them, by when, and since when that is done */
  readonly toDo: { readonly owner: string; readonly by: string; readonly doneAt: Date | null } | null;
  readonly attended: string | null;
}

/** A review as JSON has it. Whom it names is left out: not everyone may know of each. */
export interface ReviewItem {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly occasion: string;
  readonly countsAs: string | null;
  readonly mode: string;
  readonly state: string;
  /** what can become of it */
  readonly next: readonly string[];
  readonly dueOn: string;
  readonly startsAt: Date | null;
  readonly minutes: number;
  readonly place: string | null;
  readonly chair: string;
  readonly readBy: string | null;
  readonly returnBy: string | null;
  readonly nextReviewOn: string | null;
  readonly because: string | null;
  readonly outcome: string | null;
  readonly summary: string | null;
  readonly personView: string | null;
  readonly personSaid: string | null;
  readonly minutesUsed: number | null;
}

export interface WholeReview extends ReviewItem {
  readonly organisation: string;
  readonly invitees: readonly InviteeItem[];
  /** for who holds it: those who help by now, and nobody has asked them or said why not */
  readonly unasked: readonly { readonly key: string; readonly kind: string; readonly name: string }[];
}

const inviteeItem = (row: ReviewInvitee): InviteeItem => ({
  id: row.id, key: row.key, kind: row.kind, name: row.name, state: row.state, because: row.because, words: row.words, attended: row.attended,
  toDo: row.ownerName && row.doBy ? { owner: row.ownerName, by: row.doBy, doneAt: row.doneAt } : null,
});

export const reviewItem = (row: Review): ReviewItem => ({
  id: row.id, version: row.rowVersion, kind: row.kind, occasion: row.occasion, countsAs: row.countsAs, mode: row.mode, state: row.state, next: row.next, dueOn: row.dueOn, startsAt: row.startsAt,
  minutes: row.minutes, place: row.place, chair: row.chairName, readBy: row.readBy, returnBy: row.returnBy, nextReviewOn: row.nextReviewOn, because: row.because,
  outcome: row.outcome, summary: row.summary, personView: row.personView, personSaid: row.personSaid, minutesUsed: row.minutesUsed,
});

export const wholeReview = ({ review, invitees, unasked, organisation }: SeenReview): WholeReview => ({
  ...reviewItem(review), organisation, invitees: invitees.map(inviteeItem), unasked: unasked.map(({ key, kind, name }) => ({ key, kind, name })),
});
