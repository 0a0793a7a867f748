import { Check, Column, ForeignKey, Index } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';
import type { TalkedHow } from '@app/sharing';

/** What a person says of a plan themselves: whoever could not, has somebody write that into the draft. */
export const SAID_VIEWS = ['agrees', 'agrees_with_reservations', 'does_not_agree'] as const;
export type SaidView = (typeof SAID_VIEWS)[number];
/** What they say of a draft that is not published yet: that can still be changed. */
export const SAID_OF_DRAFT = [...SAID_VIEWS, 'wants_changes'] as const;
export type SaidOfDraft = (typeof SAID_OF_DRAFT)[number];
/** Does it agree? */
export const agrees = (view: string): view is 'agrees' | 'agrees_with_reservations' => view === 'agrees' || view === 'agrees_with_reservations';

/** What the person said about a version after it was published, or about a draft that waited for it. It stands beside the version, whose own words do not change. */
@ItemTable('plan_view')
@ForeignKey('plan_version', ['personId', 'versionId'], ['personId', 'id'], { name: 'plan_view_version_fkey' })
@Index('plan_view_version_idx', ['personId', 'versionId'])
@Check('plan_view_view_check', 'view')
@Check('plan_view_how_check', 'how')
export class PlanView extends PersonItem {
  @Column('uuid') versionId: string;
  @Column('text') view: SaidOfDraft;
  /** `online`: by the person on their own page; else to whoever wrote it down */
  @Column('text') how: TalkedHow | 'online';
  @Column('text', { nullable: true }) comment: string | null;
  @Column('boolean') spokeAlone: boolean;
  @Column('text', { nullable: true }) present: string | null;
  @Column('text') saidByName: string;
}
