import { Check, Column, ForeignKey, Index } from 'typeorm';
import { Conflict } from '@app/kernel';
import { ItemTable, PersonItem } from '@app/records';

export const PERSON_VIEWS = ['agrees', 'agrees_with_reservations', 'does_not_agree', 'could_not_give_a_view', 'someone_elses_view_only'] as const;
export type PersonView = (typeof PERSON_VIEWS)[number];
export const VIEW_ASKED = ['directly', 'with_support'] as const;
export type ViewAsked = (typeof VIEW_ASKED)[number];
export type PlanState = 'draft' | 'in_contribution' | 'ready_for_agreement' | 'agreed' | 'published' | 'superseded' | 'discarded' | 'withdrawn';

/** Why a plan stands without the person's yes: they disagree and want it to go on; decided in their best interests; they could not be asked; only somebody else's view is known. */
export const AGREED_BECAUSE = ['goes_on', 'best_interests', 'could_not', 'someone_elses'] as const;
export type AgreedBecause = (typeof AGREED_BECAUSE)[number];

// To ask others is an offer: whoever writes a plan in one sitting publishes the draft. The database has the same moves.
const MOVES: Record<PlanState, readonly PlanState[]> = {
  draft: ['in_contribution', 'published', 'discarded'],
  in_contribution: ['draft', 'ready_for_agreement', 'discarded'],
  ready_for_agreement: ['agreed', 'in_contribution', 'draft'],
  agreed: ['published', 'in_contribution', 'draft'],
  published: ['superseded', 'withdrawn'],
  superseded: [],
  discarded: [],
  withdrawn: [],
};
export const WORKED_ON: readonly PlanState[] = ['draft', 'in_contribution', 'ready_for_agreement', 'agreed'];
/** In these a draft is read by whoever would read it once it is published. */
export const OPENED: readonly PlanState[] = ['in_contribution', 'ready_for_agreement', 'agreed'];

/** Why it does not go on, for whoever tries. */
const STANDS: Record<PlanState, string> = {
  draft: 'This is a draft of your own organisation. Ask others about it first, or publish it as it is',
  in_contribution: 'Others are asked about this draft. Make it ready for agreement, or take it back as your own draft',
  ready_for_agreement: 'This draft waits for what the person says. Record that, or take it back to change it',
  agreed: 'This draft is agreed. Publish it, or take it back to change it',
  published: 'This plan is published. Revise it as a new draft',
  superseded: 'This plan has given way to another',
  discarded: 'This draft was discarded',
  withdrawn: 'This plan was withdrawn',
};

/** One version of a person's care plan (FHIR CarePlan): once published its content never changes, and the database sees to it. */
@ItemTable('plan_version')
@ForeignKey('coordination_case', ['personId', 'caseId'], ['personId', 'id'], { name: 'plan_version_case_fkey' })
@ForeignKey('plan_version', ['personId', 'basedOn'], ['personId', 'id'], { name: 'plan_version_based_on_fkey' })
@Index('plan_version_draft_key', { synchronize: false })
@Index('plan_version_imported_key', { synchronize: false })
@Index('plan_version_published_key', { synchronize: false })
@Check('plan_version_state_check', 'state')
@Check('plan_version_person_view_check', 'person_view')
@Check('plan_version_view_asked_check', 'view_asked')
@Check('plan_version_published_check', 'state')
@Check('plan_version_imported_check', 'imported_from')
@Check('plan_version_agreed_because_check', 'agreed_because')
@Check('plan_version_agreed_check', 'state')
export class PlanVersion extends PersonItem {
  /** null for what was imported: nobody coordinates by it */
  @Column('uuid', { nullable: true }) caseId: string | null;
  @Column('integer') number: number;
  /** of a small update: version 5.1 has the person's view of version 5 */
  @Column('integer', { default: 0 }) smallNumber: number;
  @Column('text') state: PlanState;
  @Column('uuid', { nullable: true }) basedOn: string | null;
  /** where it was read from, for a version that was imported and to which nobody has agreed: it stays a draft that is never published */
  @Column('text', { nullable: true }) importedFrom: string | null;
  @Column('text', { nullable: true }) changeSummary: string | null;
  @Column('text', { nullable: true }) personView: PersonView | null;
  @Column('text', { nullable: true }) viewAsked: ViewAsked | null;
  @Column('text', { nullable: true }) viewSupport: string | null;
  @Column('text', { nullable: true }) viewBecause: string | null;
  @Column('date', { nullable: true }) viewAgainOn: string | null;
  @Column('text', { nullable: true }) viewOf: string | null;
  @Column('text', { nullable: true }) viewPresent: string | null;
  @Column('boolean', { nullable: true }) viewAlone: boolean | null;
  @Column('text', { nullable: true }) personComment: string | null;
  @Column('text', { nullable: true }) noContingencyBecause: string | null;
  @Column('date', { nullable: true }) nextReviewOn: string | null;
  @Column('text', { nullable: true }) authorName: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('uuid', { nullable: true }) publishedBy: string | null;
  @Column('timestamptz', { nullable: true }) supersededAt: Date | null;
  @Column('text', { nullable: true }) contentHash: string | null;
  /** since when others read the draft, and since when it waits for what the person says */
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) readiedAt: Date | null;
  /** when it was agreed before it was published, and who said so or wrote it down */
  @Column('timestamptz', { nullable: true }) agreedAt: Date | null;
  @Column('uuid', { nullable: true }) agreedBy: string | null;
  @Column('text', { nullable: true }) agreedByName: string | null;
  /** why it stands without the person's yes; null with it */
  @Column('text', { nullable: true }) agreedBecause: AgreedBecause | null;

  /** @throws Conflict `plan.state` when the version cannot go there from where it is */
  moveTo(state: PlanState): { from: PlanState; to: PlanState } {
    const from = this.state;
    if (!MOVES[from].includes(state)) throw new Conflict('plan.state', STANDS[from]);
    return { from, to: state };
  }

  /** Is it read by others, though it is not published? */
  get isOpened(): boolean {
    return OPENED.includes(this.state);
  }

  /** @throws Conflict `plan.state` where it is in none of these: what is one and the same move to the machine can be two acts to people */
  mustBe(...states: readonly PlanState[]): void {
    if (!states.includes(this.state)) throw new Conflict('plan.state', STANDS[this.state]);
  }

  /** @throws Conflict `plan.closed` while it waits for agreement, or has it: what somebody agreed to does not change under them */
  mustBeWritten(): void {
    if (this.state !== 'draft' && this.state !== 'in_contribution') throw new Conflict('plan.closed', STANDS[this.state]);
  }
}
