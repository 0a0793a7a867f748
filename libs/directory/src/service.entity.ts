import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { describeSubject } from '@app/access';
import { Conflict, monthsAfter } from '@app/kernel';
import type { NeedDomain } from './need-domains';

export type ServiceState = 'draft' | 'listed' | 'paused' | 'delisted';

const MOVES: Record<ServiceState, readonly ServiceState[]> = {
  draft: ['listed', 'delisted'],
  listed: ['paused', 'delisted'],
  paused: ['listed', 'delisted'],
  delisted: ['listed'],
};
const FRESH_MONTHS = 6;

/** What an organisation offers and how to ask for it (FHIR HealthcareService; Open Referral UK service). */
@Entity('service')
@ForeignKey('organisation', ['organisationId'], ['id'], { name: 'service_organisation_fkey' })
@Index('service_external_key', { synchronize: false })
@Index('service_organisation_idx', ['organisationId'])
@Index('service_name_idx', { synchronize: false })
@Index('service_words_idx', { synchronize: false })
@Index('service_area_idx', { synchronize: false })
@Index('service_needs_idx', { synchronize: false })
@Check('service_state_check', 'state')
@Check('service_wait_check', 'wait')
export class Service {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'service_pkey' }) id: string;
  @Column('uuid') organisationId: string;
  @Column({ type: 'text', collation: 'en-x-icu' }) name: string;
  @Column('text') description: string;
  @Column('text', { array: true, default: () => `'{}'` }) needs: NeedDomain[];
  @Column('text', { nullable: true }) eligibility: string | null;
  @Column('text', { nullable: true }) area: string | null;
  @Column('text', { nullable: true }) accessibility: string | null;
  @Column('text', { nullable: true }) referralRoutes: string | null;
  @Column('text', { nullable: true }) capacity: string | null;
  /** the wait as somebody typed it, "about two weeks", and the day on which they did */
  @Column('text', { nullable: true }) wait: string | null;
  @Column('date', { nullable: true }) waitAsOf: string | null;
  @Column('date', { nullable: true }) verifiedOn: string | null;
  @Column('text', { nullable: true }) cost: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) url: string | null;
  /** who receives its referrals: memberships or teams of the organisation; nobody named means everybody who works with people there */
  @Column('uuid', { array: true, default: () => `'{}'` }) intake: string[];
  @Column('text', { nullable: true }) externalId: string | null;
  @Column('text') nameWords: string;
  @Column('text', { array: true }) words: string[];
  @Column('text', { array: true }) areaWords: string[];
  @Column('text') state: ServiceState;
  @Column('text', { nullable: true }) stateReason: string | null;
  @Column('text') source: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('integer', { default: 1 }) rowVersion: number;
}

/** A word of the directory, to be found with its typos. */
@Entity('service_word')
@Index('service_word_like_idx', { synchronize: false })
export class ServiceWord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'service_word_pkey' }) word: string;
}
describeSubject(Service, 'organisation', { organisationId: 'organisation_id' });

/** @throws Conflict `service.state` when a service cannot go there from where it is */
export function mayMove(from: ServiceState, to: ServiceState): void {
  if (!MOVES[from].includes(to)) throw new Conflict('service.state', `A service that is ${from} cannot become ${to}`);
}

/** Has nobody said within six months that the entry is right? `today` is a local calendar day. */
export function isUnverified(verifiedOn: string | null, today: string): boolean {
  return verifiedOn === null || monthsAfter(verifiedOn, FRESH_MONTHS) < today;
}
