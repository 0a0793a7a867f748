import { Check, Column, ForeignKey, Index } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';

export const AGENDA_KINDS = ['goal', 'step', 'said', 'suggestion', 'topic'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];
export const POINT_OUTCOMES = ['decision', 'action', 'no_change', 'deferred'] as const;
export type PointOutcome = (typeof POINT_OUTCOMES)[number];

/** One point of a review: a goal, a step that is overdue, what somebody said, a suggestion, or what the chair added; what was said and what came of it. */
@ItemTable('review_item')
@ForeignKey('review', ['personId', 'reviewId'], ['personId', 'id'], { name: 'review_item_review_fkey' })
@ForeignKey('organisation', ['doerOrganisationId'], ['id'], { name: 'review_item_doer_fkey' })
@Index('review_item_review_idx', ['personId', 'reviewId'])
@Index('review_item_doer_idx', ['doerOrganisationId', 'createdAt'], { where: `outcome = 'action'` })
@Check('review_item_kind_check', 'kind')
@Check('review_item_outcome_check', 'outcome')
@Check('review_item_doer_check', 'doer_kind')
@Check('review_item_taken_check', 'taken_item_id')
export class ReviewItem extends PersonItem {
  @Column('uuid') reviewId: string;
  @Column('text') kind: AgendaKind;
  /** the line of the plan, the contribution or the suggestion from which it comes; null for what the chair added */
  @Column('uuid', { nullable: true }) aboutId: string | null;
  @Column('text') question: string;
  /** for the order alone: nobody is shown a number that another reader's points have taken */
  @Column('integer') position: number;
  @Column('integer', { nullable: true }) minutes: number | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) outcome: PointOutcome | null;
  @Column('text', { nullable: true }) decided: string | null;
  @Column('date', { nullable: true }) deferredTo: string | null;
  @Column('text', { nullable: true }) doerKind: 'person' | 'organisation' | null;
  @Column('uuid', { nullable: true }) doerOrganisationId: string | null;
  @Column('text', { nullable: true }) doerName: string | null;
  @Column('date', { nullable: true }) dueOn: string | null;
  /** the step that it became in a draft of the plan, by the id that a step keeps from version to version */
  @Column('uuid', { nullable: true }) takenItemId: string | null;
}
