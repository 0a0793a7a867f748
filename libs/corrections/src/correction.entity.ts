import { Check, Column, Index } from 'typeorm';
import { Conflict } from '@app/kernel';
import { ItemTable, PersonItem } from '@app/records';
import type { TalkedHow } from '@app/sharing';

/** What a person may say is wrong: what they read about themselves. */
export const CORRECTABLE = ['ContactNote', 'Need', 'Goal', 'CareAction', 'PlanStatement'] as const;
export type Correctable = (typeof CORRECTABLE)[number];
export const CORRECTION_OUTCOMES = ['corrected', 'not_corrected'] as const;
export type CorrectionOutcome = (typeof CORRECTION_OUTCOMES)[number];

/** "I say this is wrong": the person's own statement about an item, and what its author's organisation did (UK GDPR, article 16). Both stand beside the item. */
@ItemTable('correction')
@Index('correction_subject_idx', ['personId', 'subjectId'])
@Index('correction_asked_idx', { synchronize: false })
@Check('correction_how_check', 'how')
@Check('correction_state_check', 'state')
@Check('correction_answered_check', 'state')
export class Correction extends PersonItem {
  @Column('text') subject: Correctable;
  /** the note, or the line of the plan in whatever version */
  @Column('uuid') subjectId: string;
  /** the user who wrote what is said to be wrong */
  @Column('uuid') authorId: string;
  @Column('text') statement: string;
  /** `online`: by the person on their own page; else to whoever wrote it down */
  @Column('text') how: TalkedHow | 'online';
  @Column('boolean') spokeAlone: boolean;
  @Column('text', { nullable: true }) present: string | null;
  @Column('text') saidByName: string;
  /** a month after it was said (article 12) */
  @Column('date') answerBy: string;
  @Column('text', { default: 'asked' }) state: 'asked' | CorrectionOutcome;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answeredByName: string | null;

  /** @throws Conflict `correction.answered` once it was */
  moveTo(state: CorrectionOutcome): { from: 'asked'; to: CorrectionOutcome } {
    if (this.state !== 'asked') throw new Conflict('correction.answered', 'This was answered meanwhile. Go back to read what was said');
    return { from: this.state, to: state };
  }
}
