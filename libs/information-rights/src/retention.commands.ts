import { LocalDate, OneOf, Text, WholeNumber } from '@app/kernel';
import { HOLD_KINDS, RETENTION_DECISIONS, type HoldKind, type RetentionDecision } from './retention';

/** How long the organisation keeps one type of record from now on. */
export class SetRetentionPeriod {
  @WholeNumber({ min: 1, max: 100, required: true, label: 'how many years' }) years: number;
  @Text({ required: true, max: 500, label: 'why' }) because: string;
}

/** What becomes of a record whose time is over: kept longer, or proposed to be disposed of. */
export class DecideRetention {
  @OneOf(RETENTION_DECISIONS, { required: true, label: 'what becomes of it' }) decision: RetentionDecision;
  @Text({ required: true, max: 500, label: 'why' }) because: string;
  /** asked for where it is kept */
  @LocalDate({ past: false, label: 'until when it is kept' }) keepUntil?: string | null;
}

/** A second person approves that it is disposed of. */
export class ApproveDisposal {
  @OneOf(['yes'] as const, { required: true, label: 'whether you have looked at it yourself' }) confirmed: 'yes';
}

export class StopDisposal {
  @Text({ required: true, max: 500, label: 'why it is not disposed of' }) whyStopped: string;
}

/** Nothing of the person's that the organisation holds is disposed of while it stands. */
export class PlaceLegalHold {
  @OneOf(HOLD_KINDS, { required: true, label: 'for what it is held' }) kind: HoldKind;
  @Text({ required: true, max: 500, label: 'why' }) because: string;
  @LocalDate({ required: true, past: true, label: 'the day since when it is held' }) since: string;
  @LocalDate({ required: true, past: false, label: 'when you look again' }) reviewOn: string;
}

/** It was looked at, and stands on. */
export class ReviewLegalHold {
  @Text({ required: true, max: 500, label: 'why it stands on' }) words: string;
  @LocalDate({ required: true, past: false, label: 'when you look again' }) reviewOn: string;
}

export class LiftLegalHold {
  @Text({ required: true, max: 500, label: 'why it is lifted' }) whyLifted: string;
}
