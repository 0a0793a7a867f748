import type { Correction } from '@app/corrections';

/** What the person says is wrong, and what became of it, as JSON has it. */
export interface CorrectionItem {
  readonly id: string;
  readonly version: number;
  readonly subject: string;
  /** the note; of a plan the line in whatever version */
  readonly subjectId: string;
  readonly statement: string;
  readonly at: Date;
  /** `online`: on their own page */
  readonly how: string;
  readonly saidBy: string;
  readonly spokeAlone: boolean;
  readonly present: string | null;
  readonly answerBy: string;
  readonly state: string;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
}

export const correctionItem = (c: Correction): CorrectionItem => ({
  id: c.id, version: c.rowVersion, subject: c.subject, subjectId: c.subjectId, statement: c.statement, at: c.createdAt, how: c.how, saidBy: c.saidByName, spokeAlone: c.spokeAlone, present: c.present, answerBy: c.answerBy,
  state: c.state, answer: c.answer, answeredAt: c.answeredAt, answeredBy: c.answeredByName,
});
