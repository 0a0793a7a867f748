/** By which rule a look stands out. */
export const UNUSUAL = ['no_involvement', 'after_end', 'same_surname', 'same_address', 'self_or_relative', 'night_burst', 'export_spike', 'refused_tries'] as const;
export type Unusual = (typeof UNUSUAL)[number];

export const OUTCOMES = ['explained', 'training', 'breach', 'false_alarm'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Looks of a colleague that stand out, for the lead of their organisation. */
export interface UnusualAccess {
  id: string;
  rule: Unusual;
  userId: string;
  colleague: string;
  role: string | null;
  /** whose record; null where it was several people's, or somebody's whom the organisation does not know */
  personId: string | null;
  person: string | null;
  birthDate: string | null;
  /** how often, or how many people */
  number: number;
  firstAt: Date;
  lastAt: Date;
  raisedAt: Date;
  outcome: Outcome | null;
  words: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  version: number;
}
