import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type ScopeKind = 'organisation' | 'team' | 'membership' | 'user';
export type Basis = 'registered' | 'care_team' | 'review' | 'cover' | 'break_glass' | 'wind_down' | 'records' | 'own' | 'carer' | 'advocate';

/** What every fact has: facts are ended, never deleted. Their rules are row-level security's (migrations/…-persons.ts). */
abstract class Fact {
  personId: string;
  id: string;
  @Column('timestamptz', { default: () => 'now()' }) starts: Date;
  @Column('timestamptz', { default: () => `'infinity'` }) ends: Date;
  @Column('uuid', { array: true, nullable: true }) sealedTo: string[] | null;
  @Column('text') source: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('uuid') createdBy: string;
  @Column('integer', { default: 1 }) rowVersion: number;
}

function FactTable(table: string): ClassDecorator {
  return (target) => {
    const key = { primaryKeyConstraintName: `${table}_pkey` };
    PrimaryColumn('uuid', key)(target.prototype as object, 'personId');
    PrimaryColumn('uuid', key)(target.prototype as object, 'id');
    Entity(table)(target);
    Index(`${table}_id_idx`, ['id'])(target);
    ForeignKey('person', ['personId'], ['personId'], { name: `${table}_person_fkey`, deferrable: 'INITIALLY DEFERRED' })(target);
  };
}

/** Who stands where to a person: an organisation, a team, one worker, the person themselves, a family carer. */
@FactTable('relationship')
@ForeignKey('organisation', ['organisationId'], ['id'], { name: 'relationship_organisation_fkey' })
@Index('relationship_scope_idx', ['scopeId'])
@Check('relationship_scope_kind_check', 'scope_kind')
@Check('relationship_basis_check', 'basis')
@Check('relationship_organisation_check', 'organisation_id')
@Check('relationship_discreet_check', 'discreet')
@Check('relationship_categories_check', 'categories')
export class Relationship extends Fact {
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text') scopeKind: ScopeKind;
  @Column('uuid') scopeId: string;
  @Column('text') basis: Basis;
  @Column('text', { array: true }) categories: string[];
  @Column('boolean', { default: false }) discreet: boolean;
}

/** What the person decided, or what is implied for those who help directly and told to the person. */
@FactTable('sharing_decision')
@ForeignKey('organisation', ['organisationId'], ['id'], { name: 'sharing_decision_organisation_fkey' })
@Check('sharing_decision_objection_check', 'objection')
@Check('sharing_decision_authority_check', 'authority')
@Check('sharing_decision_categories_check', 'categories')
export class SharingDecision extends Fact {
  @Column('uuid') organisationId: string;
  @Column('boolean') permit: boolean;
  @Column('boolean', { default: false }) objection: boolean;
  @Column('text', { array: true }) categories: string[];
  @Column('text') authority: string;
  /** which duty, harm, court or emergency it is, or who decided in their best interests */
  @Column('text', { nullable: true }) authorityNote: string | null;
  @Column('date', { nullable: true }) toldOn: string | null;
  @Column('text', { array: true, default: () => `'{}'` }) present: string[];
  @Column('boolean', { nullable: true }) spokeAlone: boolean | null;
  @Column('date', { nullable: true }) reviewOn: string | null;
  @Column('uuid') createdFor: string;
}

export type ExclusionKind = 'relative' | 'person_as_staff' | 'alleged_source_of_harm' | 'asked_for' | 'knows_person' | 'sign_in_stopped';

/** A user who must not open the record, whatever their organisation may: a relative, the person as staff, an alleged source of harm. */
@FactTable('exclusion')
@ForeignKey('user_account', ['userId'], ['id'], { name: 'exclusion_user_fkey' })
@Check('exclusion_kind_check', 'kind')
export class Exclusion extends Fact {
  @Column('uuid') userId: string;
  @Column('text') kind: ExclusionKind;
  /** the organisation in whose name it was written: its leads hear of who tries */
  @Column('uuid', { nullable: true }) createdFor: string | null;
  @Column('text', { nullable: true }) because: string | null;
  /** when it is looked at again: nothing ends on it */
  @Column('date', { nullable: true }) reviewOn: string | null;
}

export const CHANNELS = ['phone', 'text', 'email', 'post', 'visit'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How it is safe to reach the person, channel by channel: what changes ends and begins anew. */
@FactTable('safe_contact')
@Check('safe_contact_channel_check', 'channel')
export class SafeContact extends Fact {
  @Column('text') channel: Channel;
  @Column('text', { nullable: true }) whoAnswers: string | null;
  @Column('text', { nullable: true }) times: string | null;
  @Column('boolean') allowed: boolean;
  @Column('boolean', { nullable: true }) voicemail: boolean | null;
  @Column('text', { nullable: true }) codeWord: string | null;
}
