/** Types of record that an organisation keeps for a time of their own. */
export const RECORD_TYPES = ['care', 'mental_health', 'complaint', 'subject_access'] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** From when a period counts: the last contact or the end of care, the death, or the closing. */
export type CountsFrom = 'last_contact' | 'death' | 'closed';

/** How long the lead's organisation keeps one type of record. */
export interface RetentionPeriod {
  readonly recordType: RecordType;
  /** null where none is set and none is published: nothing of it comes to an end */
  readonly years: number | null;
  /** what is published for this kind of organisation; null where nothing is */
  readonly published: number | null;
  readonly countsFrom: CountsFrom;
  /** how often it was set; 0 while what is published holds */
  readonly version: number;
  readonly because: string | null;
  readonly setAt: Date | null;
  readonly setBy: string | null;
}

/** One of the periods that were set. */
export interface PeriodStep {
  readonly version: number;
  readonly years: number;
  readonly because: string;
  readonly setAt: Date;
  readonly setBy: string;
}

export const STANDS = ['due', 'proposed', 'approved', 'held', 'kept'] as const;
export type Stands = (typeof STANDS)[number];
export const RETENTION_DECISIONS = ['keep', 'dispose'] as const;
export type RetentionDecision = (typeof RETENTION_DECISIONS)[number];

/** What the lead's organisation holds of one person as a type of record whose time is over. */
export interface EndedRecord {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly recordType: RecordType;
  /** the last contact, the end of care or the closing: a calendar day */
  readonly lastOn: string;
  /** the last day of the period */
  readonly endedOn: string;
  readonly years: number;
  readonly stands: Stands;
  /** of the decision that holds: why, until when it is kept, who and when; null where none holds */
  readonly because: string | null;
  readonly keepUntil: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  /** the reader decided it, and so does not approve it */
  readonly mine: boolean;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  /** of the decision; 0 where none holds */
  readonly version: number;
  /** how many colleagues could approve what the reader proposes */
  readonly others: number;
}

/** For what somebody's record is held back: an inquiry, an inquest, a copy that was asked for, a review of a death (LeDeR), a safeguarding adults review, a claim. */
export const HOLD_KINDS = ['inquiry', 'inquest', 'subject_access', 'mortality_review', 'safeguarding_review', 'claim', 'other'] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

/** A legal hold: as long as it stands nothing of the person's that the organisation holds is disposed of. */
export interface LegalHold {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly kind: HoldKind;
  readonly because: string;
  readonly since: string;
  readonly reviewOn: string;
  readonly placedAt: Date;
  readonly placedBy: string;
  readonly lookedAt: Date | null;
  readonly lookedBy: string | null;
  readonly lookedWords: string | null;
  readonly liftedAt: Date | null;
  readonly liftedBecause: string | null;
  readonly liftedBy: string | null;
  readonly version: number;
}
