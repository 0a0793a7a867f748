import type { Sector } from './sector';

/** The sharing agreement of an organisation, for whoever may suspend it. */
export interface Agreement {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly state: 'active' | 'suspended';
  readonly signedOn: string | null;
  readonly expiresOn: string | null;
  readonly version: number;
  /** the reader's own organisation */
  readonly ours: boolean;
  /** since when it is suspended, why, and by whom; null while it holds */
  readonly since: Date | null;
  readonly because: string | null;
  readonly by: string | null;
  readonly byOrganisation: string | null;
}

/** What a suspension means: who of theirs opens nothing, whom they help, and what nobody does then. */
export const IMPACTS = ['colleague', 'helped', 'lead', 'step', 'referral', 'review'] as const;
export type Impact = (typeof IMPACTS)[number];

export interface ImpactLine {
  readonly kind: Impact;
  /** null for a colleague of the organisation */
  readonly personId: string | null;
  readonly name: string;
  readonly birthDate: string | null;
  /** a colleague's work; who of them helps, leads, does the step, chairs the review; the service that was asked for */
  readonly what: string | null;
}
