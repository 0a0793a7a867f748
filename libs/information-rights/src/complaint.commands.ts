import { Id, LocalDate, LongText, OneOf, Text } from '@app/kernel';
import { TALKED_HOW, type TalkedHow } from '@app/sharing';
import { COMPLAINT_OUTCOMES, type ComplaintOutcome } from './complaint';

const YES_NO = ['yes', 'no'] as const;

/** On one's own page. */
export class MakeComplaint {
  @Id({ required: true, label: 'the organisation' }) organisationId: string;
  @LongText({ max: 4000, required: true, label: 'what went wrong' }) words: string;
  @Text({ max: 200, label: 'whom it is about' }) about?: string | null;
  @OneOf(YES_NO, { required: true, label: 'whether you are alone' }) spokeAlone: (typeof YES_NO)[number];
  @Text({ max: 200, label: 'who is with you' }) present?: string | null;
}

/** The same as they said it to somebody. */
export class RecordComplaint {
  @Id({ required: true, label: 'the organisation' }) organisationId: string;
  @LongText({ max: 4000, required: true, label: 'what went wrong' }) words: string;
  @Text({ max: 200, label: 'whom it is about' }) about?: string | null;
  @LocalDate({ past: true, required: true, label: 'the day on which they complained' }) madeOn: string;
  @OneOf(TALKED_HOW, { required: true, label: 'how they complained' }) how: TalkedHow;
  @OneOf(YES_NO, { required: true, label: 'whether they spoke alone' }) spokeAlone: (typeof YES_NO)[number];
  @Text({ max: 200, label: 'who else was there' }) present?: string | null;
}

/** What the organisation found, and what it does about it. */
export class AnswerComplaint {
  @OneOf(COMPLAINT_OUTCOMES, { required: true, label: 'what you found' }) outcome: ComplaintOutcome;
  @LongText({ max: 4000, required: true, label: 'what you found and do about it' }) answer: string;
}
