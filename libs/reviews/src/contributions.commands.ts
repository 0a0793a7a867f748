import { Id, LongText, OneOf, PersonStays, Text } from '@app/kernel';
import { COMING, PROGRESS, SAID_HOW, type Coming, type Progress, type SaidHow } from './review-contribution.entity';

/** How one goal is going, or what else the review should know. Kept until it is sent. */
export class AnswerForReview {
  /** the goal; none for the review as a whole */
  @Id({ label: 'the goal' }) item?: string | null;
  @OneOf(PROGRESS, { label: 'how it is going' }) answer?: Progress | null;
  @LongText({ max: 1000, label: 'what would help next' }) text?: string | null;
  @PersonStays() personId?: string;
}

export class SendAnswers {
  /** whoever reads that part of the plan, or the organisation alone that holds the review */
  @OneOf(['everybody', 'chair'], { required: true, label: 'who may read it' }) readers: 'everybody' | 'chair';
  @PersonStays() personId?: string;
}

export class SayComing {
  @OneOf(COMING, { required: true, label: 'whether you come' }) answer: Coming;
  @LongText({ max: 500, label: 'more about it' }) text?: string | null;
  @PersonStays() personId?: string;
}

/** What somebody said by telephone to whoever holds the review, who writes it down for them. */
export class WriteDownSaid {
  @Id({ required: true, label: 'the organisation' }) organisation: string;
  @Text({ required: true, max: 200, label: 'who said it' }) saidBy: string;
  @Id({ label: 'the goal' }) item?: string | null;
  @OneOf(PROGRESS, { label: 'how it is going' }) answer?: Progress | null;
  @LongText({ required: true, max: 1000, label: 'what they said' }) text: string;
  @PersonStays() personId?: string;
}

/** What a family carer said to whoever holds the review, who writes it down. */
export class WriteDownCarer {
  @Id({ required: true, label: 'who said it' }) carer: string;
  @OneOf(SAID_HOW, { required: true, label: 'how they said it' }) how: SaidHow;
  @Id({ label: 'the goal' }) item?: string | null;
  @LongText({ required: true, max: 1000, label: 'what they said' }) text: string;
  @OneOf(['everybody', 'chair'], { required: true, label: 'who may read it' }) readers: 'everybody' | 'chair';
  /** whoever is not sure says no */
  @OneOf(['yes', 'no'], { required: true, label: 'whether the person may read it' }) person: 'yes' | 'no';
  @PersonStays() personId?: string;
}

/** Whether what was written down for them is right. */
export class ConfirmSaid {
  @Id({ required: true, label: 'what was written down' }) contribution: string;
  @OneOf(['right', 'not_right'], { required: true, label: 'whether it is right' }) answer: 'right' | 'not_right';
  @LongText({ max: 1000, label: 'what you said' }) text?: string | null;
  @PersonStays() personId?: string;
}
