export { CORRECTABLE, Correction, CORRECTION_OUTCOMES, type Correctable, type CorrectionOutcome } from './correction.entity';
export { AnswerWrong, RecordWrong, SayWrong } from './corrections.commands';
export { CorrectionsModule } from './corrections.module';
export { correctionsPolicy } from './corrections.policy';
export { type Disputed, type Which } from './corrections.queries';
export { Corrections } from './corrections.service';
