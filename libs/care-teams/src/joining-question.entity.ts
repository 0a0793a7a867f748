import { Check, Column, ForeignKey, Index } from 'typeorm';
import { Conflict } from '@app/kernel';
import { ItemTable, PersonItem } from '@app/records';

export const JOINING_STATES = ['asked', 'agreed', 'refused', 'withdrawn', 'lapsed'] as const;
export type JoiningState = (typeof JOINING_STATES)[number];

/** Whom somebody would like to add to the circle of a person who wants to be asked each time: what they would do and see. It lets nobody in before a yes. */
@ItemTable('joining_question')
@ForeignKey('organisation', ['organisationId'], ['id'], { name: 'joining_question_organisation_fkey' })
@Index('joining_question_open_key', { synchronize: false })
@Check('joining_question_state_check', 'state')
@Check('joining_question_scope_check', 'scope_kind')
@Check('joining_question_other_check', 'organisation_id')
@Check('joining_question_categories_check', 'categories')
@Check('joining_question_answered_check', 'state')
export class JoiningQuestion extends PersonItem {
  @Column('uuid') organisationId: string;
  @Column('uuid', { nullable: true }) teamId: string | null;
  @Column('uuid', { nullable: true }) membershipId: string | null;
  @Column('text') scopeKind: 'organisation' | 'team' | 'membership';
  @Column('uuid') scopeId: string;
  @Column('text') does: string;
  @Column('text', { nullable: true }) doesNotDo: string | null;
  @Column('text', { nullable: true }) daysTimes: string | null;
  @Column('text', { array: true }) categories: string[];
  @Column('text', { default: 'asked' }) state: JoiningState;
  @Column('text') askedByName: string;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answeredByName: string | null;
  @Column('boolean', { nullable: true }) answeredAlone: boolean | null;
  @Column('text', { nullable: true }) answeredPresent: string | null;

  /** @throws Conflict `joining.answered` once it was answered or taken back */
  mustBeOpen(): void {
    if (this.state !== 'asked') throw new Conflict('joining.answered', 'This was answered or taken back meanwhile. Go back to see how it stands');
  }
}
