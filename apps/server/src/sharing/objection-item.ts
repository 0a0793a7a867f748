import type { ObjectionRow, ObjectionState } from '@app/sharing';

/** An objection as JSON has it, for the organisation that was told and the key worker's. */
export interface ObjectionItem {
  readonly id: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly level: string;
  readonly said: string;
  readonly madeAt: Date;
  readonly recordedBy: string;
  readonly state: ObjectionState;
  /** what can become of it */
  readonly next: readonly ObjectionState[];
  readonly explanation: { readonly text: string; readonly by: string } | null;
  readonly decision: { readonly reasons: string; readonly decidedBy: string; readonly guardian: string; readonly at: Date; readonly reviewOn: string | null } | null;
  readonly version: number;
}

export const objectionItem = ({ objection: o, organisation }: ObjectionRow): ObjectionItem => ({
  id: o.id, organisationId: o.organisationId, organisation, level: o.level, said: o.said, madeAt: o.createdAt, recordedBy: o.authorName, state: o.state, next: o.next,
  explanation: o.explained === null ? null : { text: o.explained, by: o.explainedBy ?? '' },
  decision: o.decidedAt === null ? null : { reasons: o.reasons ?? '', decidedBy: o.decidedBy ?? '', guardian: o.guardian ?? '', at: o.decidedAt, reviewOn: o.reviewOn },
  version: o.rowVersion,
});
