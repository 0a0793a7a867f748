import { Check, Column, Index } from 'typeorm';
import { DateTime } from 'luxon';
import { Conflict, ZONE } from '@app/kernel';
import { ItemTable, PersonItem } from '@app/records';

export type CaseState = 'triage' | 'awaiting_key_worker' | 'active' | 'monitoring' | 'on_hold' | 'closed';

const MOVES: Record<CaseState, readonly CaseState[]> = {
  triage: ['awaiting_key_worker', 'on_hold', 'closed'],
  awaiting_key_worker: ['active', 'on_hold', 'closed'],
  active: ['monitoring', 'on_hold', 'closed'],
  monitoring: ['active', 'on_hold', 'closed'],
  on_hold: ['triage', 'awaiting_key_worker', 'active', 'monitoring', 'closed'],
  closed: ['active'],
};

/** One episode of coordination (FHIR EpisodeOfCare). What a caseload row shows and sorts by is kept here. */
@ItemTable('coordination_case')
@Index('coordination_case_open_key', { synchronize: false })
@Check('coordination_case_state_check', 'state')
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

  /** The local calendar day by which somebody should have spoken with the person: as `refresh_person_access` reckons it. */
  get contactDueOn(): string {
    return DateTime.fromJSDate(this.lastConversationAt ?? this.openedAt, { zone: ZONE }).plus({ days: this.contactEveryDays }).toISODate() ?? '';
  }

  /** @throws Conflict `case.state` when the case cannot go there from where it is */
  moveTo(state: CaseState): { from: CaseState; to: CaseState } {
    const from = this.state;
    if (!MOVES[from].includes(state)) throw new Conflict('case.state', `A case that is ${from.replaceAll('_', ' ')} cannot become ${state.replaceAll('_', ' ')}`);
    return { from, to: state };
  }
}
