import { Check, Column, ForeignKey, Index } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';

export const INVITEE_KINDS = ['person', 'carer', 'organisation', 'advocate', 'interpreter'] as const;
export type InviteeKind = (typeof INVITEE_KINDS)[number];
/** Why somebody is left out: a short list. `confidential` is known to whoever wrote it down alone, and leaves no line for anybody else (safety.md §1). */
export const LEFT_OUT_BECAUSE = ['person_does_not_want', 'not_concerned', 'they_asked', 'other', 'confidential'] as const;
export type LeftOutBecause = (typeof LEFT_OUT_BECAUSE)[number];
export const ATTENDED = ['there', 'by_phone', 'absent'] as const;
export type Attended = (typeof ATTENDED)[number];

/** Somebody who is asked to a review, or left out with a reason; or an advocate or interpreter, whom somebody by name finds by a day. */
@ItemTable('review_invitee')
@ForeignKey('review', ['personId', 'reviewId'], ['personId', 'id'], { name: 'review_invitee_review_fkey' })
@ForeignKey('organisation', ['organisationId'], ['id'], { name: 'review_invitee_organisation_fkey' })
@Index('review_invitee_review_idx', ['personId', 'reviewId'])
@Index('review_invitee_key', { synchronize: false })
@Check('review_invitee_kind_check', 'kind')
@Check('review_invitee_state_check', 'state')
@Check('review_invitee_because_check', 'because')
@Check('review_invitee_owner_check', 'owner_name')
@Check('review_invitee_attended_check', 'attended')
export class ReviewInvitee extends PersonItem {
  @Column('uuid') reviewId: string;
  @Column('text') kind: InviteeKind;
  /** who it is, once in each review: `person`, `organisation:…`, `carer:…` */
  @Column('text') key: string;
  @Column('text') name: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('uuid', { nullable: true }) relatedPersonId: string | null;
  @Column('text') state: 'invited' | 'left_out';
  @Column('text', { nullable: true }) because: LeftOutBecause | null;
  @Column('text', { nullable: true }) words: string | null;
  /** who finds an advocate or interpreter, and by when */
  @Column('text', { nullable: true }) ownerName: string | null;
  @Column('uuid', { nullable: true }) ownerMembershipId: string | null;
  @Column('date', { nullable: true }) doBy: string | null;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
  @Column('text', { nullable: true }) attended: Attended | null;
  /** how often it has changed since it was sent out whether they are asked: their own calendar counts it, and nobody else's */
  @Column('integer', { default: 0 }) sequence: number;
}
