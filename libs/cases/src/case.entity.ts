import { Check, Column, Index } from 'typeorm';
import { Conflict, daysAfter, localDay } from '@app/kernel';
import { ItemTable, PersonItem } from '@app/records';

export type CaseState = 'triage' | 'awaiting_key_worker' | 'active' | 'monitoring' | 'on_hold' | 'closed';

export const COMPLEXITIES = ['light', 'usual', 'complex'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];
/** What a case counts for against the points that a worker has agreed to. */
export const WEIGHTS: Record<Complexity, number> = { light: 1, usual: 2, complex: 3 };

const MOVES: Record<CaseState, readonly CaseState[]> = {
  triage: ['awaiting_key_worker', 'on_hold', 'closed'],
  awaiting_key_worker: ['active', 'on_hold', 'closed'],
  active: ['monitoring', 'on_hold', 'closed'],
  monitoring: ['active', 'on_hold', 'closed'],
  on_hold: ['triage', 'awaiting_key_worker', 'active', 'monitoring', 'closed'],
  // A case without a lead is never active: it waits for its key worker again.
  closed: ['awaiting_key_worker'],
};

/** One episode of coordination (FHIR EpisodeOfCare). What a caseload row shows and sorts by is kept here. */
@ItemTable('coordination_case')
@Index('coordination_case_open_key', { synchronize: false })
@Check('coordination_case_state_check', 'state')
@Check('coordination_case_complexity_check', 'complexity')
export class Case extends PersonItem {
  @Column('uuid', { nullable: true }) placeId: string | null;
  @Column('text') state: CaseState;
  @Column('text') reason: string;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('text', { nullable: true }) closeReason: string | null;
  @Column('integer', { default: 28 }) contactEveryDays: number;
  @Column('timestamptz', { nullable: true }) lastConversationAt: Date | null;
  @Column('date', { nullable: true }) nextReviewOn: string | null;
  @Column('text', { nullable: true }) whoToRing: string | null;
  @Column('uuid', { nullable: true }) integratedTeamId: string | null;
  @Column('text', { default: 'usual' }) complexity: Complexity;

  /** The local calendar day by which somebody should have spoken with the person: as `refresh_person_access` reckons it. */
  get contactDueOn(): string {
    return daysAfter(localDay(this.lastConversationAt ?? this.openedAt), this.contactEveryDays);
  }

  /** @throws Conflict `case.state` when the case cannot go there from where it is */
  moveTo(state: CaseState): { from: CaseState; to: CaseState } {
    const from = this.state;
    if (!MOVES[from].includes(state)) throw new Conflict('case.state', `A case that is ${from.replaceAll('_', ' ')} cannot become ${state.replaceAll('_', ' ')}`);
    return { from, to: state };
  }
}
