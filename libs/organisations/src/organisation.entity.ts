import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { describeSubject } from '@app/access';
import type { Sector } from './sector';

export type OrganisationState = 'prospective' | 'active' | 'suspended' | 'dormant' | 'left';
/** Who in the organisation a relationship opens: the named worker, the named team, or everyone. */
export type AccessScope = 'named' | 'team' | 'organisation';

@Entity('organisation')
@Index('organisation_code_key', ['code'], { unique: true })
@Index('organisation_name_idx', { synchronize: false })
@Check('organisation_sector_check', 'sector')
@Check('organisation_state_check', 'state')
@Check('organisation_access_scope_check', 'access_scope')
export class Organisation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pkey' }) id: string;
  @Column('text') code: string;
  @Column({ type: 'text', collation: 'en-x-icu' }) name: string;
  /** the name as the register writes it, where it was imported */
  @Column('text', { nullable: true }) sourceName: string | null;
  @Column('text') sector: Sector;
  @Column('text') state: OrganisationState;
  @Column('text') accessScope: AccessScope;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) outOfHoursPhone: string | null;
  @Column('text', { array: true, default: () => `'{}'` }) addressLines: string[];
  @Column('text', { nullable: true }) postcode: string | null;
  @Column('date', { nullable: true }) openedOn: string | null;
  @Column('date', { nullable: true }) closedOn: string | null;
  @Column('date', { nullable: true }) agreementSignedOn: string | null;
  @Column('date', { nullable: true }) agreementExpiresOn: string | null;
  /** to know that this organisation helps is itself sensitive */
  @Column('boolean', { default: false }) discreetByDefault: boolean;
  /** whether every practitioner may open a record in an emergency, and not only whoever has the role for it */
  @Column('boolean', { default: false }) opensInEmergency: boolean;
  @Column('text', { array: true, default: () => `'{}'` }) flags: string[];
  /** whether a person who reads who looked is told the names of this organisation's staff */
  @Column('boolean', { default: false }) namesColleagues: boolean;
  @Column('text') source: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('integer', { default: 1 }) rowVersion: number;
}
describeSubject(Organisation, 'organisation', { id: 'id' });

@Entity('place')
@Index('place_name_key', ['name'], { unique: true })
@ForeignKey('organisation', ['hostOrganisationId'], ['id'], { name: 'place_host_fkey' })
export class Place {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'place_pkey' }) id: string;
  @Column({ type: 'text', collation: 'en-x-icu' }) name: string;
  @Column('text', { array: true, default: () => `'{}'` }) areaCodes: string[];
  /** which organisation answers for the place, and looks after who takes part in it; none until whoever runs the system says so */
  @Column('uuid', { nullable: true }) hostOrganisationId: string | null;
}

@Entity('organisation_place')
@ForeignKey('organisation', ['organisationId'], ['id'], { name: 'organisation_place_organisation_fkey' })
@ForeignKey('place', ['placeId'], ['id'], { name: 'organisation_place_place_fkey' })
export class OrganisationPlace {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_place_pkey' }) organisationId: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_place_pkey' }) placeId: string;
}
