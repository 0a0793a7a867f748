import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { describeSubject } from '@app/access';

@Entity('team')
@ForeignKey('organisation', ['organisationId'], ['id'], { name: 'team_organisation_fkey' })
@Index('team_name_key', ['organisationId', 'name'], { unique: true })
@Check('team_state_check', 'state')
export class Team {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_pkey' }) id: string;
  @Column('uuid') organisationId: string;
  @Column({ type: 'text', collation: 'en-x-icu' }) name: string;
  @Column('text', { nullable: true }) purpose: string | null;
  @Column('text', { nullable: true }) dutyPhone: string | null;
  @Column('jsonb', { default: () => `'[]'` }) hours: unknown;
  /** whom to ring when the team is closed, in words and a number */
  @Column('text', { nullable: true }) outOfHoursPhone: string | null;
  @Column('text', { default: 'active' }) state: 'active' | 'closed';
}
describeSubject(Team, 'organisation', { organisationId: 'organisation_id' });

/** A team of several employers, hosted by one of them. */
@Entity('integrated_team')
@ForeignKey('organisation', ['hostOrganisationId'], ['id'], { name: 'integrated_team_host_fkey' })
@Index('integrated_team_name_key', ['name'], { unique: true })
export class IntegratedTeam {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'integrated_team_pkey' }) id: string;
  @Column({ type: 'text', collation: 'en-x-icu' }) name: string;
  @Column('uuid') hostOrganisationId: string;
  @Column('date', { nullable: true }) agreementExpiresOn: string | null;
}

@Entity('integrated_team_member')
@ForeignKey('integrated_team', ['integratedTeamId'], ['id'], { name: 'integrated_team_member_team_fkey' })
@ForeignKey('membership', ['membershipId'], ['id'], { name: 'integrated_team_member_membership_fkey' })
export class IntegratedTeamMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'integrated_team_member_pkey' }) integratedTeamId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'integrated_team_member_pkey' }) membershipId: string;
  @Column('boolean', { default: false }) manages: boolean;
}
