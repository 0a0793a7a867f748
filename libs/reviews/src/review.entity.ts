import { Check, Column, ForeignKey, Index } from 'typeorm';
import { Conflict } from '@app/kernel';
import type { PersonView } from '@app/care-plans';
import { ItemTable, PersonItem } from '@app/records';

export const REVIEW_KINDS = ['planned', 'unplanned', 'discharge', 'closure'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];
/** What brought it about. A safeguarding concern is not among them: whoever is invited reads this (safety.md §6). */
export const OCCASIONS = ['time', 'hospital', 'carer', 'provider', 'change_in_need', 'commissioning', 'person_asked', 'no_contact', 'other'] as const;
export type Occasion = (typeof OCCASIONS)[number];
export const REVIEW_MODES = ['desk', 'call', 'meeting', 'home'] as const;
export type ReviewMode = (typeof REVIEW_MODES)[number];
export const REVIEW_STATES = [
  'due', 'scheduled', 'rescheduled', 'contributions_open', 'in_session', 'incomplete', 'paused_unable', 'writing_up', 'shared_for_check', 'closed', 'cancelled',
] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** The same list stands in the migration: the database refuses what is not in it. */
const MOVES: Record<ReviewState, readonly ReviewState[]> = {
  due: ['scheduled', 'cancelled'],
  scheduled: ['contributions_open', 'rescheduled', 'cancelled'],
  rescheduled: ['contributions_open', 'rescheduled', 'cancelled'],
  contributions_open: ['in_session', 'rescheduled', 'cancelled', 'paused_unable'],
  in_session: ['writing_up', 'incomplete', 'paused_unable'],
  // not finished: it goes on by a day that is said
  incomplete: ['in_session', 'rescheduled', 'cancelled'],
  // could not be held as things were: never a breach, and listed on its own (demand D43)
  paused_unable: ['in_session', 'rescheduled', 'cancelled'],
  writing_up: ['shared_for_check'],
  shared_for_check: ['writing_up', 'closed'],
  closed: [],
  cancelled: [],
};

/** From when it begins until it is closed. */
export const HELD: readonly ReviewState[] = ['in_session', 'writing_up', 'shared_for_check'];

/** One review of a person's plan with everybody who helps (FHIR Appointment and Encounter). Read by whoever is asked in. */
@ItemTable('review')
@ForeignKey('coordination_case', ['personId', 'caseId'], ['personId', 'id'], { name: 'review_case_fkey' })
@Index('review_open_key', { synchronize: false })
@Check('review_kind_check', 'kind')
@Check('review_occasion_check', 'occasion')
@Check('review_mode_check', 'mode')
@Check('review_state_check', 'state')
@Check('review_starts_check', 'starts_at')
@Check('review_return_check', 'return_by')
@ForeignKey('plan_version', ['personId', 'planAfter'], ['personId', 'id'], { name: 'review_plan_fkey' })
@Check('review_outcome_check', 'outcome')
@Check('review_person_view_check', 'person_view')
@Check('review_closed_check', 'next_review_on')
export class Review extends PersonItem {
  @Column('uuid') caseId: string;
  @Column('text') kind: ReviewKind;
  @Column('text') occasion: Occasion;
  /** another review for which this one counts too, so that there are not two meetings */
  @Column('text', { nullable: true }) countsAs: string | null;
  @Column('text') mode: ReviewMode;
  @Column('text') state: ReviewState;
  /** when it should be: this never moves, and whether it was on time is measured by it */
  @Column('date') dueOn: string;
  @Column('timestamptz', { nullable: true }) startsAt: Date | null;
  @Column('integer') minutes: number;
  @Column('text', { nullable: true }) place: string | null;
  @Column('text') chairName: string;
  @Column('uuid') chairMembershipId: string;
  /** by when everybody is to have read and answered */
  @Column('date', { nullable: true }) readBy: string | null;
  /** of one that was not finished or could not be held: by when somebody comes back to it */
  @Column('date', { nullable: true }) returnBy: string | null;
  @Column('date', { nullable: true }) nextReviewOn: string | null;
  /** why it stands where it stands, in words that everybody who is asked in reads */
  @Column('text', { nullable: true }) because: string | null;
  @Column('timestamptz') movedAt: Date;
  /** how often its day or place has changed since it was sent out: calendars ask for it (RFC 5545) */
  @Column('integer', { default: 0 }) sequence: number;

  @Column('timestamptz', { nullable: true }) beganAt: Date | null;
  /** what came of the whole, and of which plan */
  @Column('text', { nullable: true }) outcome: 'plan_published' | 'no_change' | null;
  @Column('uuid', { nullable: true }) planAfter: string | null;
  /** in plain words, which the person reads */
  @Column('text', { nullable: true }) summary: string | null;
  @Column('text', { nullable: true }) personView: PersonView | null;
  @Column('text', { nullable: true }) personSaid: string | null;
  @Column('integer', { nullable: true }) minutesUsed: number | null;

  /** Where it can go now. */
  get next(): readonly ReviewState[] {
    return MOVES[this.state];
  }

  get isOpen(): boolean {
    return MOVES[this.state].length > 0;
  }

  get isHeld(): boolean {
    return HELD.includes(this.state);
  }

  /** Has everybody been asked, so that calendars know of it? */
  get wasSent(): boolean {
    return this.state !== 'due' && this.state !== 'scheduled' && this.state !== 'rescheduled';
  }

  /** Can others still say what they think: from the day on which it is booked until it is written up? */
  get takesContributions(): boolean {
    return ['scheduled', 'rescheduled', 'contributions_open', 'in_session', 'incomplete', 'paused_unable'].includes(this.state);
  }

  /** @throws Conflict `review.state` when it cannot go there from where it is */
  moveTo(state: ReviewState): { from: ReviewState; to: ReviewState } {
    const from = this.state;
    if (!MOVES[from].includes(state)) throw new Conflict('review.state', this.isOpen ? 'The review stands somewhere else by now. Look at how it stands' : 'This review is over. Plan a new one');
    return { from, to: state };
  }
}
