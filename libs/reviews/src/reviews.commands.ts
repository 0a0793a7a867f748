import { Flag, Id, ListOf, LocalDate, LongText, Moment, OneOf, PersonStays, Text, WholeNumber } from '@app/kernel';
import { OCCASIONS, REVIEW_KINDS, REVIEW_MODES, type Occasion, type ReviewKind, type ReviewMode } from './review.entity';
import { LEFT_OUT_BECAUSE, type LeftOutBecause } from './review-invitee.entity';

/** A review, with its day when one is agreed; due until then. */
export class ScheduleReview {
  @OneOf(REVIEW_KINDS, { label: 'what kind of review' }) kind?: ReviewKind | null;
  @OneOf(OCCASIONS, { required: true, label: 'why now' }) occasion: Occasion;
  @OneOf(REVIEW_MODES, { required: true, label: 'how it is held' }) mode: ReviewMode;
  @Text({ max: 200, label: 'what it also counts as' }) countsAs?: string | null;
  @LocalDate({ label: 'when it should be' }) dueOn?: string | null;
  @Moment({ label: 'when it is' }) startsAt?: Date | null;
  @WholeNumber({ min: 5, max: 240, label: 'how many minutes' }) minutes?: number | null;
  @Text({ max: 300, label: 'where it is' }) place?: string | null;
  @Text({ max: 200, label: 'who chairs it' }) chairName?: string | null;
  @LocalDate({ past: false, label: 'the day to have read and answered' }) readBy?: string | null;
  @PersonStays() personId?: string;
}

export class InviteLine {
  @Text({ required: true, max: 60, label: 'who it is' }) key: string;
  @OneOf(['yes', 'no'], { label: 'whether they are asked' }) invite?: 'yes' | 'no' | null;
  @OneOf(LEFT_OUT_BECAUSE, { label: 'why they are left out' }) because?: LeftOutBecause | null;
  @LongText({ max: 500, label: 'more about why' }) words?: string | null;
}

/** Who is asked. Whoever is not spoken of is asked: leaving somebody out is what has to be said. */
export class InviteToReview {
  @ListOf(() => InviteLine, { max: 100, label: 'who is asked', mayBeAbsent: true }) who?: InviteLine[];
  @OneOf(['yes', 'with_support', 'no'], { required: true, label: 'whether they can take a full part' }) fullPart: 'yes' | 'with_support' | 'no';
  /** somebody who is not paid to help; where there is nobody an advocate is found */
  @Text({ max: 200, label: 'who could support them' }) supporter?: string | null;
  @Text({ max: 200, label: 'the language or format' }) interpreter?: string | null;
  @Flag({ label: 'invitations to send' }) send: boolean;
  @PersonStays() personId?: string;
}

/** Where the review goes next, short of closing it. */
export class MoveReview {
  @OneOf(['rescheduled', 'cancelled', 'paused_unable', 'incomplete', 'writing_up', 'shared_for_check'], { required: true, label: 'what happens' })
  to: 'rescheduled' | 'cancelled' | 'paused_unable' | 'incomplete' | 'writing_up' | 'shared_for_check';
  @Moment({ label: 'the new day' }) startsAt?: Date | null;
  @Text({ max: 300, label: 'where it is' }) place?: string | null;
  @LocalDate({ past: false, label: 'the day to come back' }) returnBy?: string | null;
  @LongText({ max: 500, label: 'why' }) because?: string | null;
  @PersonStays() personId?: string;
}

/** The day of a review that was due without one. */
export class BookReview {
  @Moment({ required: true, label: 'when it is' }) startsAt: Date;
  @Text({ max: 300, label: 'where it is' }) place?: string | null;
  @LocalDate({ past: false, label: 'the day to have read and answered' }) readBy?: string | null;
  @PersonStays() personId?: string;
}

/** An advocate or an interpreter was found. */
export class FoundSomebody {
  @Id({ required: true, label: 'what is done' }) invitee: string;
  @PersonStays() personId?: string;
}
