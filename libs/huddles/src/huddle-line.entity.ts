import { Check, Column, ForeignKey, Index } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';

export const HUDDLE_OUTCOMES = ['action', 'none', 'review'] as const;
export type HuddleOutcome = (typeof HUDDLE_OUTCOMES)[number];

/** Somebody on the list of a huddle, and what came of it. There is no number and no order in it: each reader's list is their own, by name. */
@ItemTable('huddle_line')
@ForeignKey('huddle', ['huddleId'], ['id'], { name: 'huddle_line_huddle_fkey' })
@ForeignKey('membership', ['doerMembershipId'], ['id'], { name: 'huddle_line_doer_fkey' })
@ForeignKey('review', ['personId', 'reviewId'], ['personId', 'id'], { name: 'huddle_line_review_fkey' })
@Index('huddle_line_key', ['personId', 'huddleId'], { unique: true })
@Index('huddle_line_doer_idx', ['doerMembershipId', 'dueOn'], { where: `outcome = 'action'` })
@Index('huddle_line_huddle_idx', ['huddleId'])
@Check('huddle_line_outcome_check', 'outcome')
@Check('huddle_line_action_check', 'outcome')
@Check('huddle_line_made_check', 'outcome')
export class HuddleLine extends PersonItem {
  @Column('uuid') huddleId: string;
  /** null until they were talked about */
  @Column('text', { nullable: true }) outcome: HuddleOutcome | null;
  /** what is done, by whom and by when, a local calendar day */
  @Column('text', { nullable: true }) decided: string | null;
  @Column('uuid', { nullable: true }) doerMembershipId: string | null;
  @Column('text', { nullable: true }) doerName: string | null;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('uuid', { nullable: true }) reviewId: string | null;
  /** on the list of the next huddle too? */
  @Column('boolean', { nullable: true }) stays: boolean | null;
}
