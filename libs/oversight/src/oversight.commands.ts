import { LocalDate, LongText, OneOf, Text } from '@app/kernel';
import { OUTCOMES, type Outcome } from './unusual';

/** Why a colleague may open somebody again. */
export class LiftKnownPerson {
  @LongText({ max: 1000, required: true, label: 'why they may open the record again' }) because: string;
}

const WHOSE = ['colleague', 'organisation'] as const;

/** What is not to stand on the person's page for now. */
export class HoldLooks {
  /** the entry's number in the log */
  @Text({ max: 19, required: true, label: 'the entry' }) entry: string;
  @OneOf(WHOSE, { required: true, label: 'whose visits' }) whose: (typeof WHOSE)[number];
  @LongText({ max: 1000, required: true, label: 'why it would not be safe' }) because: string;
  @LocalDate({ past: false, required: true, label: 'the day to look at it again' }) reviewOn: string;
}

const SETTLED = ['show', 'hold'] as const;

/** What becomes of it on that day. */
export class SettleHeldLook {
  @OneOf(SETTLED, { required: true, label: 'what happens now' }) decision: (typeof SETTLED)[number];
  @LongText({ max: 1000, required: true, label: 'why' }) because: string;
  @LocalDate({ past: false, label: 'the day to look at it again' }) reviewOn?: string | null;
}

const YES_NO = ['yes', 'no'] as const;

/** Whether people who read who looked are told the names of one's colleagues. */
export class NameColleagues {
  @OneOf(YES_NO, { required: true, label: 'whether people are told names' }) named: (typeof YES_NO)[number];
}

/** What a look that stood out was. */
export class SettleUnusualAccess {
  @OneOf(OUTCOMES, { required: true, label: 'what it was' }) outcome: Outcome;
  @LongText({ max: 2000, required: true, label: 'what you found out and did' }) words: string;
}

/** What was done about an incident, and whether it had to be reported (UK GDPR, articles 33 and 34). */
export class CloseIncident {
  @LongText({ max: 2000, required: true, label: 'what was done' }) done: string;
  @OneOf(YES_NO, { required: true, label: 'whether the person was told' }) told: (typeof YES_NO)[number];
  @Text({ max: 500, label: 'why they were not told' }) notToldBecause?: string | null;
  @OneOf(YES_NO, { required: true, label: 'whether it had to be reported' }) reportable: (typeof YES_NO)[number];
  @Text({ max: 500, required: true, label: 'why it had to be reported, or not' }) reportableBecause: string;
  @LocalDate({ past: true, label: 'the day on which it was reported' }) reportedOn?: string | null;
}
