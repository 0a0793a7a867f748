import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { describeSubject } from '@app/access';

export interface Language {
  readonly language: string;
  readonly interpreterNeeded: boolean;
}
export interface Identifier {
  readonly system: string;
  readonly value: string;
  readonly label?: string;
}

/** Who the person is. What is known of them otherwise stands in items, each with its own audience. */
@Entity('person')
@ForeignKey('organisation', ['registeredBy'], ['id'], { name: 'person_registered_by_fkey' })
@Check('person_nhs_number_state_check', 'nhs_number_state')
@Check('person_nhs_number_check', 'nhs_number')
@Index('person_nhs_number_idx', ['nhsNumber'])
@Index('person_birth_idx', ['birthDate'])
@Index('person_source_idx', ['sourceReference'], { where: 'source_reference is not null' })
export class Person {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' }) personId: string;
  @Column('uuid') registeredBy: string;
  @Column({ type: 'text', collation: 'en-x-icu' }) family: string;
  @Column({ type: 'text', collation: 'en-x-icu' }) given: string;
  @Column({ type: 'text', collation: 'en-x-icu', nullable: true }) preferred: string | null;
  @Column('text', { nullable: true }) pronouns: string | null;
  @Column('text', { nullable: true }) gender: string | null;
  @Column('date', { nullable: true }) birthDate: string | null;
  @Column('boolean', { default: false }) birthDateEstimated: boolean;
  @Column('text', { nullable: true }) nhsNumber: string | null;
  @Column('text') nhsNumberState: 'valid' | 'wrong-check-digit' | 'absent';
  @Column('text', { nullable: true }) nhsNumberAbsentBecause: string | null;
  @Column('jsonb', { default: () => `'[]'` }) languages: Language[];
  @Column('text', { nullable: true }) communicationNeeds: string | null;
  @Column('text', { nullable: true }) ethnicity: string | null;
  @Column('date', { nullable: true }) deceasedOn: string | null;
  @Column('boolean', { default: false }) restricted: boolean;
  @Column('jsonb', { default: () => `'[]'` }) identifiers: Identifier[];
  @Column('text', { array: true, default: () => `'{}'` }) flags: string[];
  @Column('text') source: string;
  @Column('text', { nullable: true }) sourceReference: string | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('uuid') createdBy: string;
  @Column('integer', { default: 1 }) rowVersion: number;
}
describeSubject(Person, 'person', { registeredBy: 'registered_by' });

/** "Margery Plumtree-Oduya" */
export const fullName = (person: Pick<Person, 'given' | 'family'>): string => `${person.given} ${person.family}`.trim();

/** Whole years on a day; null when the birth date is not known. */
export function ageOn(birthDate: string | null, day: string): number | null {
  if (!birthDate) return null;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
