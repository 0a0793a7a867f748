import { PERSON_VIEWS, type PersonView } from '@app/care-plans';
import { Ids, LocalDate, LongText, OneOf, PersonStays, Text, WholeNumber } from '@app/kernel';
import { POINT_OUTCOMES, type PointOutcome } from './review-item.entity';

export class AddPoint {
  @Text({ required: true, max: 300, label: 'the question' }) question: string;
  @WholeNumber({ min: 1, max: 60, label: 'how many minutes' }) minutes?: number | null;
  @PersonStays() personId?: string;
}

/** What was said about one point, and what came of it. */
export class RecordPoint {
  @LongText({ max: 2000, label: 'what was said' }) note?: string | null;
  @OneOf(POINT_OUTCOMES, { label: 'what came of it' }) outcome?: PointOutcome | null;
  @LongText({ max: 1000, label: 'what was decided' }) decided?: string | null;
  @LocalDate({ past: false, label: 'the day to look at it again' }) deferredTo?: string | null;
  /** `person`, or the organisation that does it */
  @Text({ max: 60, label: 'who does it' }) doer?: string | null;
  @LocalDate({ past: false, label: 'by when' }) dueOn?: string | null;
  @PersonStays() personId?: string;
}

/** Whether an organisation does what was put down for it, and by when. */
export class AnswerAction {
  @OneOf(['accepts', 'declines'], { required: true, label: 'whether you do it' }) answer: 'accepts' | 'declines';
  @LocalDate({ past: false, label: 'by when' }) onDate?: string | null;
  @LongText({ max: 500, label: 'why not, or what you need' }) text?: string | null;
  /** what they read that is to be done: an answer to other words than stand there now is refused */
  @LongText({ max: 1000, label: 'what is to be done' }) what?: string | null;
  @PersonStays() personId?: string;
}

/** That somebody does not agree with what was decided: kept under their name. */
export class Dissent {
  @LongText({ required: true, max: 1000, label: 'what you do not agree with' }) text: string;
  @PersonStays() personId?: string;
}

/** What came of the whole: a plan that was published, or no change with what the person thinks of that. */
export class CloseReview {
  @OneOf(['plan_published', 'no_change'], { required: true, label: 'what came of it' }) outcome: 'plan_published' | 'no_change';
  @LongText({ required: true, max: 2000, label: 'what was decided, in plain words' }) summary: string;
  @OneOf(PERSON_VIEWS, { label: 'what the person thinks of it' }) personView?: PersonView | null;
  @LongText({ max: 1000, label: 'what they said' }) personSaid?: string | null;
  @LocalDate({ label: 'when we look again' }) nextReviewOn?: string | null;
  @WholeNumber({ required: true, min: 1, max: 480, label: 'how many minutes it took' }) minutesUsed: number;
  /** of those who were asked: who was there */
  @Ids({ label: 'who was there' }) there: string[];
  @Ids({ label: 'who took part by telephone' }) byPhone: string[];
  @PersonStays() personId?: string;
}
