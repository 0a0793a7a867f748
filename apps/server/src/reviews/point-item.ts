import { promiseTo, type ReviewItem, type SeenContribution } from '@app/reviews';

/** A point of a review, as JSON has it: without a number, since not everybody sees each. */
export interface PointItem {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly aboutId: string | null;
  readonly question: string;
  /** whose words it repeats, where they are a family carer's */
  readonly voice: 'carer' | null;
  readonly minutes: number | null;
  readonly note: string | null;
  readonly outcome: string | null;
  readonly decided: string | null;
  readonly deferredTo: string | null;
  readonly action: { readonly doer: string; readonly dueOn: string; readonly promise: { readonly answer: string; readonly onDate: string | null; readonly text: string | null; readonly by: string } | null } | null;
  readonly dissent: readonly { readonly by: string; readonly organisation: string; readonly text: string }[];
}

export const pointItem = (row: ReviewItem, said: readonly SeenContribution[]): PointItem => {
  const promise = promiseTo(row, said);
  return {
    id: row.id, version: row.rowVersion, kind: row.kind, aboutId: row.aboutId, question: row.question, voice: said.find(({ contribution }) => contribution.id === row.aboutId)?.contribution.voice ?? null, minutes: row.minutes, note: row.note, outcome: row.outcome, decided: row.decided, deferredTo: row.deferredTo,
    action: row.outcome === 'action' && row.doerName && row.dueOn ? { doer: row.doerName, dueOn: row.dueOn, promise: promise && { answer: promise.answer ?? '', onDate: promise.onDate, text: promise.text, by: promise.authorName } } : null,
    dissent: said.filter(({ contribution }) => contribution.kind === 'dissent').map(({ contribution, organisation }) => ({ by: contribution.authorName, organisation, text: contribution.text ?? '' })),
  };
};
