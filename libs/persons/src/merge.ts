/** What is proposed or stands about one record, for whoever works with it and with the other. */
export interface MergeOf {
  readonly id: string;
  /** the other record */
  readonly other: string;
  /** whether the other goes on in this one, or this one in the other */
  readonly isKept: boolean;
  readonly state: 'proposed' | 'confirmed';
  readonly because: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  /** whether the caller proposed it */
  readonly isMine: boolean;
  readonly decidedBy: string | null;
  readonly version: number;
}

/** One of two records, as far as a lead reads who it is of. */
export interface MergeSide {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: string | null;
  /** the organisation that registered it; null where that is a secret */
  readonly organisation: string | null;
}

/** Two records about which the caller decides, or which stand joined and which they may take apart. */
export interface Merge {
  readonly id: string;
  readonly state: 'proposed' | 'confirmed';
  readonly kept: MergeSide;
  readonly merged: MergeSide;
  readonly because: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly isMine: boolean;
  readonly decidedBy: string | null;
  readonly decidedBecause: string | null;
  readonly decidedAt: Date | null;
  readonly version: number;
}
