import { Check, Column, ForeignKey, Index } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';
import type { TalkedHow } from '@app/sharing';

/** What a person says of a plan themselves: whoever could not, has somebody write that into the draft. */
export const SAID_VIEWS = ['agrees', 'agrees_with_reservations', 'does_not_agree'] as const;
export type SaidView = (typeof SAID_VIEWS)[number];

/** What the person said about a version after it was published. It stands beside the version, whose own words do not change. */
@ItemTable('plan_view')
@ForeignKey('plan_version', ['personId', 'versionId'], ['personId', 'id'], { name: 'plan_view_version_fkey' })
@Index('plan_view_version_idx', ['personId', 'versionId'])
@Check('plan_view_view_check', 'view')
@Check('plan_view_how_check', 'how')
export class PlanView extends PersonItem {
  @Column('uuid') versionId: string;
  @Column('text') view: SaidView;
  /** `online`: by the person on their own page; else to whoever wrote it down */
  @Column('text') how: TalkedHow | 'online';
  @Column('text', { nullable: true }) comment: string | null;
  @Column('boolean') spokeAlone: boolean;
  @Column('text', { nullable: true }) present: string | null;
  @Column('text') saidByName: string;
}
