import { Check, Column, ForeignKey, Index } from 'typeorm';
import { Conflict } from '@app/kernel';
import { ItemTable, PersonItem } from '@app/records';

export type AssignmentState = 'proposed' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn' | 'ended';

const MOVES: Record<AssignmentState, readonly AssignmentState[]> = {
  proposed: ['accepted', 'declined', 'lapsed', 'withdrawn'],
  accepted: ['ended'],
  declined: [],
  lapsed: [],
  withdrawn: [],
  ended: [],
};

/** Why one key worker hands over to the next. */
export const HANDOVER_REASONS = ['handed_over', 'left_org', 'long_absence', 'person_request', 'capacity', 'conflict'] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];
/** What is done before somebody takes over. */
export const HANDOVER_STEPS = ['plan_read', 'team_told', 'actions_walked', 'risks_discussed'] as const;
export type HandoverStep = (typeof HANDOVER_STEPS)[number];

/**
 * A period in which one worker leads, co-works or covers (FHIR EpisodeOfCare.careManager). Exactly one accepted lead is live per case,
 * and at most one worker is asked: partial unique indexes hold it. While somebody is only asked, the row is known to those who decide.
 */
@ItemTable('key_worker_assignment')
@ForeignKey('coordination_case', ['personId', 'caseId'], ['personId', 'id'], { name: 'key_worker_assignment_case_fkey' })
@ForeignKey('key_worker_assignment', ['personId', 'handoverOf'], ['personId', 'id'], { name: 'key_worker_assignment_handover_fkey' })
@Index('key_worker_assignment_lead_key', ['personId', 'caseId'], { unique: true, where: `kind = 'lead' and ended_at is null and accepted_at is not null` })
@Index('key_worker_assignment_asked_key', ['personId', 'caseId'], { unique: true, where: `kind = 'lead' and state = 'proposed'` })
@Index('key_worker_assignment_cover_key', ['personId', 'caseId'], { unique: true, where: `kind = 'cover' and ended_at is null` })
@Index('key_worker_assignment_membership_idx', ['membershipId'])
@Index('key_worker_assignment_asker_idx', { synchronize: false })
@Check('key_worker_assignment_kind_check', 'kind')
@Check('key_worker_assignment_state_check', 'state')
@Check('key_worker_assignment_ended_check', 'ended_at')
@Check('key_worker_assignment_cover_check', 'kind')
export class KeyWorkerAssignment extends PersonItem {
  @Column('uuid') caseId: string;
  @Column('uuid') membershipId: string;
  @Column('text') kind: 'lead' | 'co_worker' | 'cover';
  @Column('text', { default: 'accepted' }) state: AssignmentState;
  @Column('timestamptz', { nullable: true }) proposedAt: Date | null;
  /** the last local day on which a question can be answered */
  @Column('date', { nullable: true }) answerBy: string | null;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  /** when a cover ends by itself */
  @Column('timestamptz', { nullable: true }) plannedEnd: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endReason: string | null;
  /** the person asked for this worker */
  @Column('boolean', { default: false }) personPreference: boolean;
  /** the assignment that ends at the instant at which this one is accepted */
  @Column('uuid', { nullable: true }) handoverOf: string | null;
  @Column('text', { nullable: true }) handoverBecause: HandoverReason | null;
  @Column('text', { array: true, default: () => `'{}'` }) handoverDone: HandoverStep[];
  @Column('date', { nullable: true }) jointVisitOn: string | null;
  @Column('date', { nullable: true }) personToldOn: string | null;
  /** the relationship by which a cover opens the person */
  @Column('uuid', { nullable: true }) relationshipId: string | null;

  /** @throws Conflict `keyWorker.state` when the assignment cannot go there from where it is */
  moveTo(state: AssignmentState): { from: AssignmentState; to: AssignmentState } {
    const from = this.state;
    if (!MOVES[from].includes(state)) throw new Conflict('keyWorker.state', `What is ${from} cannot become ${state}`);
    return { from, to: state };
  }

  /** @param today a local calendar day */
  hasLapsed(today: string): boolean {
    return this.state === 'proposed' && this.answerBy !== null && this.answerBy < today;
  }
}
