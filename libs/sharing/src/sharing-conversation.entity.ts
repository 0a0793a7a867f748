import { Check, Column } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';

export const TALKED_HOW = ['face_to_face', 'phone', 'video', 'paper'] as const;
export type TalkedHow = (typeof TALKED_HOW)[number];
export const CAPACITIES = ['can_decide', 'with_support', 'best_interests'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/**
 * What the person said about those who help: yes, ask me each time, or stop. The person and the circle read it. What they said no to stands nowhere
 * in it: a yes with exceptions and a yes without are written alike (safety.md §1), and the exceptions are decisions of their own.
 */
@ItemTable('sharing_conversation')
@Check('sharing_conversation_answer_check', 'answer')
@Check('sharing_conversation_how_check', 'how')
@Check('sharing_conversation_capacity_check', 'capacity')
@Check('sharing_conversation_best_interests_check', 'capacity')
export class SharingConversation extends PersonItem {
  @Column('text') answer: 'yes' | 'ask' | 'stop';
  @Column('date') heldOn: string;
  /** `online`: said by the person on their own page */
  @Column('text') how: TalkedHow | 'online';
  /** who else was there */
  @Column('text', { nullable: true }) present: string | null;
  @Column('boolean') spokeAlone: boolean;
  @Column('text', { nullable: true }) interpreter: string | null;
  /** null where nothing was to be decided: they asked us to stop */
  @Column('text', { nullable: true }) capacity: Capacity | null;
  @Column('text', { nullable: true }) support: string | null;
  @Column('text', { nullable: true }) decidedBy: string | null;
  /** when a decision in their best interests is looked at again */
  @Column('date', { nullable: true }) lookAgainOn: string | null;
  /** the person's own end: access ends with that day */
  @Column('date', { nullable: true }) endsOn: string | null;
  /** when we ask again: it warns and ends nothing */
  @Column('date', { nullable: true }) reviewOn: string | null;
  @Column('text', { nullable: true }) words: string | null;
  @Column('text') authorName: string;
}
