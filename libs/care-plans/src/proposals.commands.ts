import { Id, LocalDate, LongText, OneOf, PersonStays, Text } from '@app/kernel';
import { TALKED_HOW, type TalkedHow } from '@app/sharing';
import { SAID_OF_DRAFT, type SaidOfDraft } from './plan-view.entity';
import { AGREED_BECAUSE, type AgreedBecause } from './plan-version.entity';

/** Why a draft is taken back: a short list, because a box that must be filled is filled with a full stop (safety.md, section 11). */
export const TAKEN_BACK_FOR = ['person_wants_changes', 'something_new', 'mistake', 'small_update', 'other'] as const;
export type TakenBackFor = (typeof TAKEN_BACK_FOR)[number];
/** What came of asking the person: what they said, or why it stands without that. */
export const OUTCOMES = [...SAID_OF_DRAFT, ...AGREED_BECAUSE] as const;
export type Outcome = SaidOfDraft | AgreedBecause;

const YES_NO = ['yes', 'no'] as const;
type YesNo = (typeof YES_NO)[number];

/** A draft goes back to whoever is asked about it, or to its author alone. */
export class TakeBackDraft {
  @OneOf(['in_contribution', 'draft'], { required: true, label: 'where it goes back to' }) to: 'in_contribution' | 'draft';
  @OneOf(TAKEN_BACK_FOR, { label: 'why' }) reason?: TakenBackFor | null;
  @LongText({ max: 500, label: 'more about why' }) because?: string | null;
  @PersonStays() personId?: string;
}

/** An agreed draft becomes the plan. */
export class PublishDraft {
  /** the published version whose small changes the writer has seen: what the draft says in the same places stands */
  @Id({ label: 'the version that stands' }) knowsVersion?: string | null;
  @PersonStays() personId?: string;
}

/** What the person says of a draft on their own page. */
export class SayOfDraft {
  @OneOf(SAID_OF_DRAFT, { required: true, label: 'what you think of it' }) view: SaidOfDraft;
  @LongText({ max: 1000, label: 'your words' }) comment?: string | null;
  @OneOf(YES_NO, { required: true, label: 'whether you are alone' }) spokeAlone: YesNo;
  @Text({ max: 200, label: 'who is with you' }) present?: string | null;
}

/** The same as they said it to those who write the plan; or why it stands without their yes. */
export class RecordAgreement {
  @OneOf(OUTCOMES, { required: true, label: 'what came of it' }) outcome: Outcome;
  @OneOf(TALKED_HOW, { label: 'how you talked' }) how?: TalkedHow | null;
  @Text({ max: 200, label: 'what support they had' }) support?: string | null;
  @OneOf(YES_NO, { label: 'whether they spoke alone' }) spokeAlone?: YesNo | null;
  @Text({ max: 200, label: 'who else was there' }) present?: string | null;
  @LongText({ max: 1000, label: 'their words' }) comment?: string | null;
  @LongText({ max: 500, label: 'why' }) because?: string | null;
  @LocalDate({ label: 'when you ask them again' }) againOn?: string | null;
  @Text({ max: 200, label: 'whose view it is' }) of?: string | null;
  @PersonStays() personId?: string;
}
