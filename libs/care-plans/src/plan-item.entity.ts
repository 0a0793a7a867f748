import { Check, Column, ForeignKey, Index } from 'typeorm';
import { ItemTable, PersonItem, type Audience } from '@app/records';

export type Voice = 'self' | 'carer' | 'professional';
export const VOICES = ['self', 'carer', 'professional'] as const;

/** What stands in a version of a plan. In a draft it is its author's alone; `opensTo…` says for whom it will be once published. */
export abstract class PlanItem extends PersonItem {
  @Column('uuid') versionId: string;
  /** the same from version to version */
  @Column('uuid') itemId: string;
  @Column('integer') position: number;
  @Column('text') opensTo: Audience;
  @Column('uuid', { array: true, default: () => `'{}'` }) opensToOrganisations: string[];
  @Column('boolean') opensToPerson: boolean;
  /** does it stand in the version that is published now? */
  @Column('boolean', { default: false }) inForce: boolean;
  /** taken out of a draft again */
  @Column('boolean', { default: false }) dropped: boolean;
  /** true while it stands in a draft that others read; the database writes it */
  @Column('boolean', { nullable: true }) proposed?: true | null;
}

/** The table of something that stands in a version. */
export function PlanItemTable(table: string): ClassDecorator {
  return (target) => {
    ItemTable(table)(target);
    Check(`${table}_opens_to_check`, 'opens_to')(target);
    Check(`${table}_proposed_check`, 'proposed')(target);
    ForeignKey('plan_version', ['personId', 'versionId'], ['personId', 'id'], { name: `${table}_version_fkey` })(target);
    Index(`${table}_item_key`, ['personId', 'versionId', 'itemId'], { unique: true })(target);
    Index(`${table}_in_force_idx`, { synchronize: false })(target);
  };
}
