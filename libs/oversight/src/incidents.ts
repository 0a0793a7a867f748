/** What stood with the wrong person, or was opened without a reason, and what became of it. */
export interface Incident {
  readonly id: string;
  readonly kind: 'wrong_person' | 'breach';
  /** when it was written down: the organisation is aware of it from then on */
  readonly at: Date;
  /** null for somebody whom the lead's organisation does not know */
  readonly personId: string | null;
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly reportedBy: string | null;
  /** who had read it */
  readonly readers: readonly { readonly name: string; readonly organisation: string | null }[];
  /** the reader wrote what stood wrong: somebody else closes it */
  readonly caused: boolean;
  /** 72 hours after (UK GDPR, article 33) */
  readonly reportBy: Date;
  readonly done: string | null;
  /** null when the person was told */
  readonly notToldBecause: string | null;
  readonly reportable: boolean | null;
  readonly reportableBecause: string | null;
  readonly reportedOn: string | null;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
}
