import { Check, Column, ForeignKey, Index } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';

export const COMING = ['yes', 'maybe', 'no'] as const;
export type Coming = (typeof COMING)[number];
export const PROGRESS = ['going_well', 'some_progress', 'stuck', 'achieved', 'not_known'] as const;
export type Progress = (typeof PROGRESS)[number];
/** How the person, or a family carer, said it to whoever wrote it down. */
export const SAID_HOW = ['phone', 'face_to_face', 'paper'] as const;
export type SaidHow = (typeof SAID_HOW)[number];
export type ContributionKind = 'coming' | 'update' | 'confirmation' | 'promise' | 'dissent' | 'matters' | 'talk';

/** What somebody who is asked to a review says, with or without coming: their organisation's own, so that it stands under their name (domain.md §6). */
@ItemTable('review_contribution')
@ForeignKey('review', ['personId', 'reviewId'], ['personId', 'id'], { name: 'review_contribution_review_fkey' })
@ForeignKey('related_person', ['personId', 'relatedPersonId'], ['personId', 'id'], { name: 'review_contribution_related_person_fkey' })
@ForeignKey('organisation', ['saidByOrganisationId'], ['id'], { name: 'review_contribution_said_by_fkey' })
@Index('review_contribution_key', { synchronize: false })
@Index('review_contribution_review_idx', ['personId', 'reviewId'])
@Check('review_contribution_kind_check', 'kind')
@Check('review_contribution_how_check', 'how')
@Check('review_contribution_answer_check', 'answer')
@Check('review_contribution_voice_check', 'voice')
@Check('review_contribution_said_by_check', 'said_by_name')
@Check('review_contribution_sent_check', 'sent_at')
export class ReviewContribution extends PersonItem {
  @Column('uuid') reviewId: string;
  @Column('text') kind: ContributionKind;
  /** whether they come, how a goal is going, or whether what was written down for them is right */
  @Column('text', { nullable: true }) answer: Coming | Progress | 'right' | 'not_right' | 'accepts' | 'declines' | null;
  /** the goal, or what is confirmed; null for the review as a whole */
  @Column('uuid', { nullable: true }) aboutId: string | null;
  /** what the goal said to them */
  @Column('text', { nullable: true }) aboutText: string | null;
  @Column('text', { nullable: true }) text: string | null;
  /** by telephone, to the organisation whose row this is: who said it, and for whom */
  @Column('text', { nullable: true }) saidByName: string | null;
  @Column('uuid', { nullable: true }) saidByOrganisationId: string | null;
  /** of a promise: by when */
  @Column('date', { nullable: true }) onDate: string | null;
  /** of what the person or a family carer says: how; null for everybody else's words */
  @Column('text', { nullable: true }) how: 'own_page' | SaidHow | null;
  /** a family carer's words, written down by whoever holds the review; null for everybody else's */
  @Column('text', { nullable: true }) voice: 'carer' | null;
  /** which family carer said it: the name is theirs who may know of them */
  @Column('uuid', { nullable: true }) relatedPersonId: string | null;
  /** of a carer's words: may the person read them, as whoever wrote them down says? The row itself is visible to no person and no carer */
  @Column('boolean', { nullable: true }) personMayRead: boolean | null;
  @Column('text') authorName: string;
  /** null while it is a draft, which its own organisation alone reads */
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
}
