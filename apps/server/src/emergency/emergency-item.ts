import type { Emergency, EmergencyOutcome, OneOpening, OpeningRow } from '@app/sharing';

/** An emergency opening as JSON has it. */
export interface EmergencyItem {
  readonly id: string;
  readonly openedBy: { readonly name: string; readonly organisation: string };
  readonly openedAt: Date;
  readonly until: Date;
  readonly because: Emergency;
  readonly reason: string;
  /** it opened nothing */
  readonly stopped: boolean;
  readonly state: 'to_review' | 'reviewed';
  readonly review: { readonly outcome: EmergencyOutcome; readonly words: string | null; readonly by: string; readonly at: Date } | null;
  /** sent back as If-Match with the review */
  readonly version: number;
}

/** One of them, with whose record it was where the reader may know. */
export interface OneEmergencyItem extends EmergencyItem {
  readonly person: { readonly personId: string; readonly name: string } | null;
  readonly mayReview: boolean;
}

export const emergencyItem = ({ opening: o, organisation }: OpeningRow): EmergencyItem => ({
  id: o.id, openedBy: { name: o.userName, organisation }, openedAt: o.openedAt, until: o.until, because: o.because, reason: o.reason, stopped: o.stopped, state: o.state,
  review: o.outcome && o.reviewedAt ? { outcome: o.outcome, words: o.reviewWords, by: o.reviewerName ?? '', at: o.reviewedAt } : null, version: o.rowVersion,
});

export const oneEmergencyItem = (row: OneOpening): OneEmergencyItem => ({
  ...emergencyItem(row), person: row.person && { personId: row.opening.personId, name: row.person.name }, mayReview: row.mayReview,
});
