import { Check, Column, ForeignKey, Index } from 'typeorm';
import { Conflict } from '@app/kernel';
import { ItemTable, PersonItem } from '@app/records';

export const PERSON_VIEWS = ['agrees', 'agrees_with_reservations', 'does_not_agree', 'could_not_give_a_view', 'someone_elses_view_only'] as const;
export type PersonView = (typeof PERSON_VIEWS)[number];
export const VIEW_ASKED = ['directly', 'with_support'] as const;
export type ViewAsked = (typeof VIEW_ASKED)[number];
export type PlanState = 'draft' | 'in_contribution' | 'ready_for_agreement' | 'agreed' | 'published' | 'superseded' | 'discarded' | 'withdrawn';

// What others write into a draft, and its agreement in steps, come with contributions; the states are there for them.
const MOVES: Record<PlanState, readonly PlanState[]> = {
  draft: ['in_contribution', 'published', 'discarded'],
  in_contribution: ['ready_for_agreement', 'discarded'],
  ready_for_agreement: ['agreed', 'in_contribution'],
  agreed: ['published', 'in_contribution'],
  published: ['superseded', 'withdrawn'],
  superseded: [],
  discarded: [],
  withdrawn: [],
};
export const WORKED_ON: readonly PlanState[] = ['draft', 'in_contribution', 'ready_for_agreement', 'agreed'];

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

  /** @throws Conflict `plan.state` when the version cannot go there from where it is */
  moveTo(state: PlanState): { from: PlanState; to: PlanState } {
    const from = this.state;
    if (!MOVES[from].includes(state)) throw new Conflict('plan.state', `A plan that is ${from.replaceAll('_', ' ')} cannot become ${state.replaceAll('_', ' ')}`);
    return { from, to: state };
  }
}
