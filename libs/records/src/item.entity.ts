import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { describeSubject, type Subject } from '@app/access';

export type Audience = 'internal' | 'circle' | 'named';

/** What every table about a person has: whose it is, what it is about, who may see it. Columns as in migrations/policy-template.ts. */
export abstract class PersonItem {
  personId: string;
  id: string;
  /** the organisation that controls the item: its author's */
  @Column('uuid') ownerOrganisationId: string;
  @Column('text') category: string;
  @Column('text') audience: Audience;
  @Column('uuid', { array: true, default: () => `'{}'` }) namedOrganisations: string[];
  @Column('boolean') visibleToPerson: boolean;
  /** the only users who may know of it; null when it is not sealed */
  @Column('uuid', { array: true, nullable: true }) sealedTo: string[] | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('uuid') createdBy: string;
  @Column('text') source: string;
  @Column('integer', { default: 1 }) rowVersion: number;
}

/** An item's entity: table, keys and constraints under the names that the migration gave them, and what rules may say of it. */
export function ItemTable(table: string, columns: Record<string, string> = {}): ClassDecorator {
  return (target) => {
    const key = { primaryKeyConstraintName: `${table}_pkey` };
    PrimaryColumn('uuid', key)(target.prototype as object, 'personId');
    PrimaryColumn('uuid', key)(target.prototype as object, 'id');
    Entity(table)(target);
    Index(`${table}_id_idx`, ['id'])(target);
    Check(`${table}_audience_check`, 'audience')(target);
    Check(`${table}_category_check`, 'category')(target);
    ForeignKey('person', ['personId'], ['personId'], { name: `${table}_person_fkey`, deferrable: 'INITIALLY DEFERRED' })(target);
    ForeignKey('organisation', ['ownerOrganisationId'], ['id'], { name: `${table}_owner_fkey` })(target);
    describeSubject(target as unknown as Subject, 'item', columns);
  };
}
