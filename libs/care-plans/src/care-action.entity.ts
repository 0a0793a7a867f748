import { Check, Column, Index } from 'typeorm';
import { Conflict } from '@app/kernel';
import { PlanItem, PlanItemTable } from './plan-item.entity';

export const ACTION_STATES = ['open', 'in_progress', 'blocked', 'done', 'reopened', 'cancelled'] as const;
export type ActionState = (typeof ACTION_STATES)[number];
export type DoerKind = 'person' | 'carer' | 'organisation';

const MOVES: Record<ActionState, readonly ActionState[]> = {
  open: ['in_progress', 'blocked', 'done', 'cancelled'],
  in_progress: ['blocked', 'done', 'cancelled'],
  blocked: ['in_progress', 'done', 'cancelled'],
  done: ['reopened'],
  reopened: ['in_progress', 'blocked', 'done', 'cancelled'],
  cancelled: [],
};

/** What somebody does towards a goal, and by when (FHIR Task, CarePlan.activity). It has one doer; how far it has got is the only thing of a published version that moves. */
@PlanItemTable('care_action')
@Index('care_action_doer_idx', { synchronize: false })
@Index('care_action_next_idx', { synchronize: false })
@Check('care_action_state_check', 'state')
@Check('care_action_doer_check', 'doer')
@Check('care_action_doer_kind_check', 'doer_kind')
@Check('care_action_reason_check', 'state_reason')
@Check('care_action_confidence_check', 'confidence')
export class CareAction extends PlanItem {
  /** the goal's `itemId` */
  @Column('uuid') goalId: string;
  /** the `itemId` of the need that it meets besides */
  @Column('uuid', { nullable: true }) needId: string | null;
  @Column('text') what: string;
  /** as it is chosen: `person`, or the id of a relative, of a worker's membership or of an organisation */
  @Column('text', { nullable: true }) doer: string | null;
  @Column('text', { nullable: true }) doerKind: DoerKind | null;
  @Column('uuid', { nullable: true }) doerOrganisationId: string | null;
  @Column('text', { nullable: true }) doerName: string | null;
  /** a local calendar day */
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('text', { nullable: true }) daysTimes: string | null;
  /** what one comes to with it, on the way to the goal (PCSP: stage goal) */
  @Column('text', { nullable: true }) stageGoal: string | null;
  /** how it is done, and what helps with it */
  @Column('text', { nullable: true }) strategies: string | null;
  /** what whoever does it does not do */
  @Column('text', { nullable: true }) notDo: string | null;
  /** how sure the person is that it will work, 0 to 10 */
  @Column('smallint', { nullable: true }) confidence: number | null;
  /** when one looks whether it still helps, a local calendar day */
  @Column('date', { nullable: true }) reviewOn: string | null;
  @Column('text', { default: 'open' }) state: ActionState;
  @Column('text', { nullable: true }) stateReason: string | null;
  @Column('timestamptz', { nullable: true }) stateAt: Date | null;
  /** in a draft: a step of the version before that was looked at, and goes on as it is or as it is now written */
  @Column('boolean', { nullable: true }) goesOn: boolean | null;
  /** why it does not go on into the version that takes it out */
  @Column('text', { nullable: true }) endsBecause: string | null;

  get isLive(): boolean {
    return this.state !== 'done' && this.state !== 'cancelled';
  }

  /** The states to which it can go on. */
  get next(): readonly ActionState[] {
    return MOVES[this.state];
  }

  /** @throws Conflict `action.state` when the action cannot go there from where it is */
  moveTo(state: ActionState): { from: ActionState; to: ActionState } {
    const from = this.state;
    if (!MOVES[from].includes(state)) throw new Conflict('action.state', `A step that is ${from.replaceAll('_', ' ')} cannot become ${state.replaceAll('_', ' ')}`);
    return { from, to: state };
  }
}
