import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { describeSubject } from '@app/access';
import type { Role } from '@app/kernel';

export type UserKind = 'staff' | 'person' | 'carer';
export type UserState = 'invited' | 'active' | 'locked' | 'left';
export const STAFF_TYPES = ['employed', 'volunteer', 'student'] as const;
export type StaffType = (typeof STAFF_TYPES)[number];
/** What the Disclosure and Barring Service was asked; `none` where their task needs no check. */
export const DBS_LEVELS = ['none', 'basic', 'standard', 'enhanced', 'enhanced_barred'] as const;
export type DbsLevel = (typeof DBS_LEVELS)[number];

/** Somebody who signs in. The password stands elsewhere, where the application's role cannot read it. */
@Entity('user_account')
@Index('user_account_email_key', { synchronize: false })
@Check('user_account_kind_check', 'kind')
@Check('user_account_state_check', 'state')
export class UserAccount {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'user_account_pkey' }) id: string;
  @Column({ type: 'text', collation: 'en-x-icu' }) name: string;
  @Column('text') email: string;
  @Column('text') kind: UserKind;
  @Column('text') state: UserState;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('integer', { default: 1 }) rowVersion: number;
}
describeSubject(UserAccount, 'organisation', { id: 'id' });

/** Ties a user to an organisation for a time, with roles. */
@Entity('membership')
@ForeignKey('user_account', ['userId'], ['id'], { name: 'membership_user_fkey' })
@ForeignKey('organisation', ['organisationId'], ['id'], { name: 'membership_organisation_fkey' })
@ForeignKey('membership', ['supervisorId'], ['id'], { name: 'membership_supervisor_fkey' })
@Index('membership_user_idx', ['userId'])
@Index('membership_organisation_idx', ['organisationId'])
@Index('membership_supervisor_idx', ['supervisorId'], { where: 'supervisor_id is not null' })
@Check('membership_staff_type_check', 'staff_type')
@Check('membership_roles_check', 'roles')
@Check('membership_capacity_points_check', 'capacity_points')
@Check('membership_dbs_level_check', 'dbs_level')
export class Membership {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'membership_pkey' }) id: string;
  @Column('uuid') userId: string;
  @Column('uuid') organisationId: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('text') jobTitle: string;
  @Column('text', { default: 'employed' }) staffType: StaffType;
  @Column('boolean', { default: false }) keyWorkerTrained: boolean;
  /** how much casework was agreed, in points (a usual case is 2); null where nothing was */
  @Column('integer', { nullable: true }) capacityPoints: number | null;
  /** the membership of whoever answers for this one; every volunteer has one */
  @Column('uuid', { nullable: true }) supervisorId: string | null;
  @Column('text', { nullable: true }) dbsLevel: DbsLevel | null;
  /** the day of the certificate, or on which it was found that none is needed */
  @Column('date', { nullable: true }) dbsOn: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('timestamptz', { default: () => 'now()' }) starts: Date;
  @Column('timestamptz', { default: () => `'infinity'` }) ends: Date;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('integer', { default: 1 }) rowVersion: number;
}
describeSubject(Membership, 'organisation', { organisationId: 'organisation_id' });

@Entity('team_member')
@ForeignKey('team', ['teamId'], ['id'], { name: 'team_member_team_fkey' })
@ForeignKey('membership', ['membershipId'], ['id'], { name: 'team_member_membership_fkey' })
@Index('team_member_membership_idx', ['membershipId'])
export class TeamMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_member_pkey' }) teamId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_member_pkey' }) membershipId: string;
}
