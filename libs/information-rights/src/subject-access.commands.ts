import { Flag, Id, Ids, LocalDate, LongText, ManyOf, OneOf, Reason, Text } from '@app/kernel';
import { TALKED_HOW, type TalkedHow } from '@app/sharing';
import { PAUSES, WITHHELD, type Pause, type Withheld } from './subject-access';

const YES_NO = ['yes', 'no'] as const;
const OF_WHOM = ['everybody', 'us'] as const;

/** The person asks for a copy, as they said it to somebody. */
export class RecordAccessRequest {
  @LocalDate({ past: true, required: true, label: 'the day on which they asked' }) askedOn: string;
  @OneOf(TALKED_HOW, { required: true, label: 'how they asked' }) how: TalkedHow;
  @OneOf(OF_WHOM, { required: true, label: 'whom they ask' }) whom: (typeof OF_WHOM)[number];
  @LongText({ max: 2000, label: 'what they want' }) words?: string | null;
  @OneOf(YES_NO, { required: true, label: 'whether they spoke alone' }) spokeAlone: (typeof YES_NO)[number];
  @Text({ max: 200, label: 'who else was there' }) present?: string | null;
}

/** The same on their own page, of everybody. */
export class AskForCopy {
  @LongText({ max: 2000, label: 'what you want' }) words?: string | null;
  @OneOf(YES_NO, { required: true, label: 'whether you are alone' }) spokeAlone: (typeof YES_NO)[number];
  @Text({ max: 200, label: 'who is with you' }) present?: string | null;
}

const DECISIONS = ['release', 'withhold'] as const;

/** What becomes of items that somebody has read. */
export class DecideItems {
  @Ids({ required: true, label: 'at least one item' }) items: string[];
  /** what `seen` was of the list that was read */
  @Text({ max: 64, required: true, label: 'what you read' }) seen: string;
  @OneOf(DECISIONS, { required: true, label: 'what becomes of them' }) decision: (typeof DECISIONS)[number];
  @OneOf(WITHHELD, { label: 'why they are not given' }) reason?: Withheld | null;
  /** the health professional who tested that it would do serious harm */
  @Text({ max: 200, label: 'the health professional' }) testedBy?: string | null;
}

/** Which sentence of an item, in the order in which they stand. */
export const SENTENCES = Array.from({ length: 400 }, (_, n) => `s${n}`);

/** What of one item is hidden in the copy: sentences that are ticked, and words as they stand in it. */
export class HideWords {
  @ManyOf(SENTENCES, { label: 'the sentences' }) sentences?: string[];
  /** each on a line of its own */
  @LongText({ max: 4000, label: 'the words' }) words?: string | null;
  @OneOf(WITHHELD, { required: true, label: 'why they are hidden' }) reason: Withheld;
  /** the health professional who tested that it would do serious harm */
  @Text({ max: 200, label: 'the health professional' }) testedBy?: string | null;
  /** what `seen` was of the item that was read */
  @Text({ max: 64, required: true, label: 'what you read' }) seen: string;
}

/** Words that are given after all. */
export class ShowWords {
  @Id({ required: true, label: 'what to show' }) passage: string;
}

/** The clock stands until the person has answered. */
export class PauseClock {
  @OneOf(PAUSES, { required: true, label: 'what you wait for' }) waitsFor: Pause;
}

/** Two months more, where it is complex. */
export class ExtendClock {
  @Reason({ label: 'why it takes longer' }) because: string;
}

/** The organisation's part goes out as it was decided. */
export class ReleasePart {
  /** whether it is safe for them to read it on their own page */
  @Flag({ label: 'their own page' }) onOwnPage: boolean;
}
