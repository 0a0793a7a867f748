import { Check, Column, ForeignKey } from 'typeorm';
import { Conflict } from '@app/kernel';
import { ItemTable, PersonItem } from '@app/records';
import type { Exception } from './exceptions';

export type ObjectionState = 'applied' | 'explained' | 'upheld' | 'partly_upheld' | 'not_upheld' | 'withdrawn';
export const OBJECTION_OUTCOMES = ['upheld', 'partly_upheld', 'not_upheld'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

/** What is upheld is looked at again and may then be decided anew; what is not, and what was taken back, is over: the person may object again. */
const MOVES: Record<ObjectionState, readonly ObjectionState[]> = {
  applied: ['explained', 'withdrawn'],
  explained: ['upheld', 'partly_upheld', 'not_upheld', 'withdrawn'],
  upheld: ['upheld', 'partly_upheld', 'not_upheld', 'withdrawn'],
  partly_upheld: ['upheld', 'partly_upheld', 'not_upheld', 'withdrawn'],
  not_upheld: [],
  withdrawn: [],
};

/**
 * That the person does not want an organisation to see something, although it helps them. It holds from the moment at which it is written down, by a
 * decision of its own. Read by the organisation that was told and by the key worker's, and by nobody else (safety.md §3.3).
 */
@ItemTable('objection')
@ForeignKey('organisation', ['organisationId'], ['id'], { name: 'objection_organisation_fkey' })
@Check('objection_level_check', 'level')
@Check('objection_state_check', 'state')
@Check('objection_decided_check', 'state')
export class Objection extends PersonItem {
  /** against whom */
  @Column('uuid') organisationId: string;
  /** the sharing decision by which it holds */
  @Column('uuid') decisionId: string;
  @Column('text') level: Exception;
  /** what the person said */
  @Column('text') said: string;
  @Column('text') authorName: string;
  @Column('text') state: ObjectionState;
  /** what the person was told would follow from it, and by whom */
  @Column('text', { nullable: true }) explained: string | null;
  @Column('text', { nullable: true }) explainedBy: string | null;
  @Column('text', { nullable: true }) reasons: string | null;
  /** the senior professional, and the Caldicott guardian with whom they decided */
  @Column('text', { nullable: true }) decidedBy: string | null;
  @Column('text', { nullable: true }) guardian: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  /** when it is looked at again: nothing ends by itself */
  @Column('date', { nullable: true }) reviewOn: string | null;

  /** What can become of it now. */
  get next(): readonly ObjectionState[] {
    return MOVES[this.state];
  }

  /** @throws Conflict `objection.state` when it cannot go there from where it is */
  moveTo(state: ObjectionState): { from: ObjectionState; to: ObjectionState } {
    const from = this.state;
    if (!MOVES[from].includes(state)) throw new Conflict('objection.state', MOVES[from].length === 0 ? 'This objection is over. The person may object again' : 'Say first what follows from it, then it is decided');
    return { from, to: state };
  }
}
