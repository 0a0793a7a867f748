import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One huddle of an integrated team. It names nobody who is helped. */
@Entity('huddle')
@ForeignKey('integrated_team', ['integratedTeamId'], ['id'], { name: 'huddle_team_fkey' })
@ForeignKey('membership', ['chairMembershipId'], ['id'], { name: 'huddle_chair_fkey' })
@Index('huddle_day_key', ['integratedTeamId', 'heldOn'], { unique: true })
export class Huddle {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'huddle_pkey' }) id: string;
  @Column('uuid') integratedTeamId: string;
  /** a local calendar day */
  @Column('date') heldOn: string;
  @Column('uuid') chairMembershipId: string;
  @Column('text') chairName: string;
  /** the memberships of those who were there */
  @Column('uuid', { array: true, default: () => `'{}'` }) attendees: string[];
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('integer', { default: 1 }) rowVersion: number;
}
