import { Check, Column, ForeignKey, Index } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';

/** A period in which one worker leads, co-works or covers. Exactly one accepted lead is live per case: a partial unique index holds it. */
@ItemTable('key_worker_assignment')
@ForeignKey('coordination_case', ['personId', 'caseId'], ['personId', 'id'], { name: 'key_worker_assignment_case_fkey' })
@Index('key_worker_assignment_lead_key', ['personId', 'caseId'], { unique: true, where: `kind = 'lead' and ended_at is null and accepted_at is not null` })
@Check('key_worker_assignment_kind_check', 'kind')
export class KeyWorkerAssignment extends PersonItem {
  @Column('uuid') caseId: string;
  @Column('uuid') membershipId: string;
  @Column('text') kind: 'lead' | 'co_worker' | 'cover';
  @Column('timestamptz', { nullable: true }) proposedAt: Date | null;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endReason: string | null;
}
