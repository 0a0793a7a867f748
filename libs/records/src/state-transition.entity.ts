import { Column, Index } from 'typeorm';
import { ItemTable, PersonItem } from './item.entity';

/** One row for each change of state, and nothing else records states: the timeline and every measure read it. */
@ItemTable('state_transition')
@Index('state_transition_at_idx', { synchronize: false })
export class StateTransition extends PersonItem {
  @Column('text') entity: string;
  @Column('uuid') entityId: string;
  @Column('text', { nullable: true }) fromState: string | null;
  @Column('text') toState: string;
  @Column('timestamptz', { default: () => 'now()' }) effectiveAt: Date;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) actorName: string | null;
}
