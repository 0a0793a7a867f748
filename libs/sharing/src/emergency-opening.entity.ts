import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { describeSubject } from '@app/access';
import { Conflict } from '@app/kernel';

/** Why a record is opened without waiting for anybody. */
export const EMERGENCIES = ['life_at_risk', 'cannot_say', 'missing', 'others_at_risk'] as const;
export type Emergency = (typeof EMERGENCIES)[number];
export const EMERGENCY_OUTCOMES = ['justified', 'not_needed', 'misuse'] as const;
export type EmergencyOutcome = (typeof EMERGENCY_OUTCOMES)[number];

/**
 * That somebody opened a record in an emergency, or was stopped when they tried. Whoever did it, the key worker and those who look after access where it
 * concerns somebody read it; the rows are written by the database alone, and reviewed once.
 */
@Entity('emergency_opening')
@ForeignKey('person', ['personId'], ['personId'], { name: 'emergency_opening_person_fkey', deferrable: 'INITIALLY DEFERRED' })
@ForeignKey('user_account', ['userId'], ['id'], { name: 'emergency_opening_user_fkey' })
@ForeignKey('organisation', ['organisationId'], ['id'], { name: 'emergency_opening_organisation_fkey' })
@Index('emergency_opening_id_idx', ['id'])
@Index('emergency_opening_user_idx', ['userId', 'until'])
@Index('emergency_opening_concerned_idx', { synchronize: false })
@Check('emergency_opening_because_check', 'because')
@Check('emergency_opening_until_check', 'until')
@Check('emergency_opening_state_check', 'state')
@Check('emergency_opening_outcome_check', 'outcome')
@Check('emergency_opening_reviewed_check', 'reviewed_by')
export class EmergencyOpening {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'emergency_opening_pkey' }) personId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'emergency_opening_pkey' }) id: string;
  @Column('uuid') userId: string;
  @Column('text') userName: string;
  /** for which they acted */
  @Column('uuid') organisationId: string;
  @Column('text') because: Emergency;
  /** in their words */
  @Column('text') reason: string;
  @Column('timestamptz', { default: () => 'now()' }) openedAt: Date;
  @Column('timestamptz') until: Date;
  /** it opened nothing: who tried is kept from the person, or nobody is let in to them in this way */
  @Column('boolean') stopped: boolean;
  /** organisations whose lead looks at it */
  @Column('uuid', { array: true }) concerned: string[];
  /** memberships that are told of it besides */
  @Column('uuid', { array: true }) told: string[];
  /** users who must not know of it */
  @Column('uuid', { array: true }) excluded: string[];
  @Column('text', { default: 'to_review' }) state: 'to_review' | 'reviewed';
  @Column('text', { nullable: true }) outcome: EmergencyOutcome | null;
  @Column('text', { nullable: true }) reviewWords: string | null;
  @Column('uuid', { nullable: true }) reviewedBy: string | null;
  @Column('text', { nullable: true }) reviewerName: string | null;
  @Column('timestamptz', { nullable: true }) reviewedAt: Date | null;
  @Column('integer', { default: 1 }) rowVersion: number;

  /** What a review changes. @throws Conflict `emergency.state` when somebody has looked at it already */
  reviewed(outcome: EmergencyOutcome, words: string | null, by: { userId: string; name: string }, at: Date): Partial<EmergencyOpening> {
    if (this.state !== 'to_review') throw new Conflict('emergency.state', `${this.reviewerName ?? 'Somebody'} has reviewed this already`);
    return { state: 'reviewed', outcome, reviewWords: words, reviewedBy: by.userId, reviewerName: by.name, reviewedAt: at };
  }
}
describeSubject(EmergencyOpening, 'organisation', {
  userId: 'user_id', organisationId: 'organisation_id', stopped: 'stopped', concerned: 'concerned[]', told: 'told[]', excluded: 'excluded[]',
});
