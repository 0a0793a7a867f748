import { Id, LongText, OneOf, PersonStays } from '@app/kernel';
import { ANSWER_REASONS, SUGGESTED_KINDS, TOLD_HOW, type AnswerReason, type SuggestedKind } from './plan-suggestion.entity';

/** What somebody would change in the plan: in one line of it, or something new. */
export class SuggestChange {
  /** the line, by the id that it keeps from version to version; none for something new */
  @Id({ label: 'the line' }) item?: string | null;
  /** the version in which its author read that line: should it say something else by now, they are told */
  @Id({ label: 'the version' }) readVersion?: string | null;
  /** of something new: a need, a goal, or a step towards a goal */
  @OneOf(SUGGESTED_KINDS, { label: 'what it is' }) kind?: SuggestedKind | null;
  @Id({ label: 'the goal' }) goal?: string | null;
  @LongText({ required: true, max: 1000, label: 'what it should say' }) text: string;
  @LongText({ max: 500, label: 'why' }) why?: string | null;
  /** the author, or the person, who told the author */
  @OneOf(['me', 'person'], { label: 'who says it' }) saidBy?: 'me' | 'person' | null;
  @OneOf(TOLD_HOW, { label: 'how they said it' }) how?: (typeof TOLD_HOW)[number] | null;
  /** whoever reads that part of the plan, or those who write it alone */
  @OneOf(['plan', 'writers'], { label: 'who may read it' }) readers?: 'plan' | 'writers' | null;
  @OneOf(['yes', 'no'], { label: 'whether the person may read it' }) forPerson?: 'yes' | 'no' | null;
  @PersonStays() personId?: string;
}

/** What becomes of a suggestion. */
export class AnswerSuggestion {
  @OneOf(['taken', 'partly', 'not_taken'], { required: true, label: 'what becomes of it' }) answer: 'taken' | 'partly' | 'not_taken';
  /** as they go into the draft; the suggestion's own unless others are given */
  @LongText({ max: 1000, label: 'the words for the draft' }) words?: string | null;
  @OneOf(ANSWER_REASONS, { label: 'why' }) reason?: AnswerReason | null;
  @LongText({ max: 500, label: 'more about why' }) because?: string | null;
  /** said where more people read that part of the plan than may read the suggestion */
  @OneOf(['yes'], { label: 'whether more people may read it' }) opensWider?: 'yes' | null;
  @PersonStays() personId?: string;
}
