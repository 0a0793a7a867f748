import { Check, Column, ForeignKey, Index } from 'typeorm';
import { Conflict, localDay } from '@app/kernel';
import { ItemTable, PersonItem } from '@app/records';

export const SUGGESTED_KINDS = ['need', 'goal', 'action', 'statement'] as const;
export type SuggestedKind = (typeof SUGGESTED_KINDS)[number];
export const SUGGESTION_STATES = ['waiting', 'taken', 'partly', 'not_taken', 'withdrawn'] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];
/** How the person said it: on their own page, or to somebody who wrote it down. */
export const TOLD_HOW = ['phone', 'paper', 'face_to_face'] as const;
export type SaidHow = 'own_page' | (typeof TOLD_HOW)[number];
/** Why it is taken in part, or not: a short list, because a box that must be filled is filled with a full stop (safety.md, section 11). */
export const ANSWER_REASONS = ['person_does_not_want', 'already_there', 'done_otherwise', 'not_possible', 'not_for_plan', 'talk_first', 'other'] as const;
export type AnswerReason = (typeof ANSWER_REASONS)[number];
/** After so many days without an answer it is shown as waiting too long: partners who come in twice a week have then been in, and so has the key worker. */
export const STALE_AFTER_DAYS = 7;

const DAY = 86_400_000;
/** Has it waited longer than anybody should? @param today the local calendar day */
export const waitsTooLong = ({ state, createdAt }: Pick<PlanSuggestion, 'state' | 'createdAt'>, today: string): boolean =>
  state === 'waiting' && localDay(createdAt) <= new Date(Date.parse(today) - STALE_AFTER_DAYS * DAY).toISOString().slice(0, 10);

const MOVES: Record<SuggestionState, readonly SuggestionState[]> = {
  waiting: ['taken', 'partly', 'not_taken', 'withdrawn'],
  // back again when the draft was discarded, or published without it: the database sees to that
  taken: ['waiting'],
  partly: ['waiting'],
  not_taken: [],
  withdrawn: [],
};

/** What somebody who may not write the plan would change in it, or the person themselves, and what was answered. It points at the line; the line does not point at it. */
@ItemTable('plan_suggestion')
@ForeignKey('plan_version', ['personId', 'aboutVersionId'], ['personId', 'id'], { name: 'plan_suggestion_version_fkey' })
@ForeignKey('plan_version', ['personId', 'draftId'], ['personId', 'id'], { name: 'plan_suggestion_draft_fkey' })
@Index('plan_suggestion_waiting_idx', { synchronize: false })
@Index('plan_suggestion_draft_idx', { synchronize: false })
@Check('plan_suggestion_kind_check', 'kind')
@Check('plan_suggestion_about_check', 'about_item_id')
@Check('plan_suggestion_goal_check', 'goal_id')
@Check('plan_suggestion_voice_check', 'voice')
@Check('plan_suggestion_how_check', 'how')
@Check('plan_suggestion_state_check', 'state')
@Check('plan_suggestion_reason_check', 'reason')
@Check('plan_suggestion_taken_check', 'state')
export class PlanSuggestion extends PersonItem {
  @Column('text') kind: SuggestedKind;
  /** the line that it would change, by the id that it keeps from version to version; null for something new */
  @Column('uuid', { nullable: true }) aboutItemId: string | null;
  /** the version in which its author read that line, and what it said there */
  @Column('uuid', { nullable: true }) aboutVersionId: string | null;
  @Column('text', { nullable: true }) aboutText: string | null;
  /** of a new step: the goal towards which it leads */
  @Column('uuid', { nullable: true }) goalId: string | null;
  @Column('text') text: string;
  @Column('text', { nullable: true }) why: string | null;
  /** `self`: the person said it */
  @Column('text') voice: 'self' | 'professional';
  @Column('text', { nullable: true }) how: SaidHow | null;
  @Column('text') authorName: string;
  @Column('text', { default: 'waiting' }) state: SuggestionState;
  @Column('timestamptz', { default: () => 'now()' }) movedAt: Date;
  @Column('text', { nullable: true }) reason: AnswerReason | null;
  @Column('text', { nullable: true }) because: string | null;
  @Column('text', { nullable: true }) answeredBy: string | null;
  /** the draft into which it was taken, and the line that it became there */
  @Column('uuid', { nullable: true }) draftId: string | null;
  @Column('uuid', { nullable: true }) takenItemId: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;

  /** @throws Conflict `suggestion.state` when it cannot go there from where it is */
  moveTo(state: SuggestionState): void {
    if (!MOVES[this.state].includes(state)) throw new Conflict('suggestion.state', this.state === 'withdrawn' ? 'This was taken back, and is not answered any more' : 'This was answered already');
  }
}
