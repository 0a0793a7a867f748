import { Check, Column, ForeignKey, Index } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';

/** One member of the circle: an organisation, one of its teams or one named worker; what it does and what it does not do. */
@ItemTable('care_team_member')
@Index('care_team_member_worker_idx', { synchronize: false })
@ForeignKey('relationship', ['personId', 'relationshipId'], ['personId', 'id'], { name: 'care_team_member_relationship_fkey' })
@Check('care_team_member_state_check', 'state')
@Check('care_team_member_discreet_check', 'discreet')
export class CareTeamMember extends PersonItem {
  @Column('uuid', { nullable: true }) caseId: string | null;
  @Column('uuid') organisationId: string;
  @Column('uuid', { nullable: true }) teamId: string | null;
  @Column('uuid', { nullable: true }) membershipId: string | null;
  @Column('uuid') relationshipId: string;
  @Column('text') state: 'proposed' | 'active' | 'suspended' | 'ended';
  @Column('text') does: string;
  @Column('text', { nullable: true }) doesNotDo: string | null;
  @Column('text', { nullable: true }) daysTimes: string | null;
  @Column('timestamptz', { default: () => 'now()' }) starts: Date;
  @Column('timestamptz', { nullable: true }) ends: Date | null;
  @Column('boolean', { default: false }) discreet: boolean;
}
