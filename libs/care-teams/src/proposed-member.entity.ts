import { Check, Column, ForeignKey } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';

/** Somebody whom an import names as a helper (FHIR CareTeam.participant): a name to look at. It lets nobody in and is no line of the circle. */
@ItemTable('proposed_member')
@ForeignKey('organisation', ['organisationId'], ['id'], { name: 'proposed_member_organisation_fkey' })
@Check('proposed_member_state_check', 'state')
export class ProposedMember extends PersonItem {
  @Column('text') name: string;
  @Column('text', { nullable: true }) role: string | null;
  @Column('text', { nullable: true }) organisationName: string | null;
  /** where the organisation is known here */
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text', { default: 'proposed' }) state: 'proposed' | 'taken_up' | 'dismissed';
}
