import { LongText, OneOf, Text } from '@app/kernel';
import { TALKED_HOW, type TalkedHow } from '@app/sharing';
import { CORRECTION_OUTCOMES, type CorrectionOutcome } from './correction.entity';

const YES_NO = ['yes', 'no'] as const;

/** What the person says on their own page. */
export class SayWrong {
  @LongText({ max: 2000, required: true, label: 'what is wrong' }) statement: string;
  @OneOf(YES_NO, { required: true, label: 'whether you are alone' }) spokeAlone: (typeof YES_NO)[number];
  @Text({ max: 200, label: 'who is with you' }) present?: string | null;
}

/** The same as they said it to somebody. */
export class RecordWrong {
  @LongText({ max: 2000, required: true, label: 'what they say is wrong' }) statement: string;
  @OneOf(TALKED_HOW, { required: true, label: 'how you talked' }) how: TalkedHow;
  @OneOf(YES_NO, { required: true, label: 'whether they spoke alone' }) spokeAlone: (typeof YES_NO)[number];
  @Text({ max: 200, label: 'who else was there' }) present?: string | null;
}

/** What the author's organisation did about it, and why. */
export class AnswerWrong {
  @OneOf(CORRECTION_OUTCOMES, { required: true, label: 'what you did' }) outcome: CorrectionOutcome;
  @LongText({ max: 2000, required: true, label: 'what you did and why' }) answer: string;
}
