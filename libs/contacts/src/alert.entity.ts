import { Check, Column } from 'typeorm';
import { ItemTable, PersonItem } from '@app/records';

export const ALERT_KINDS = ['risk_to_self', 'risk_to_others', 'risk_to_staff', 'safeguarding', 'infection', 'environment', 'information'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** A named concern and what to do about it; always with a day on which it is looked at again (FHIR Flag). */
@ItemTable('alert')
@Check('alert_kind_check', 'kind')
@Check('alert_state_check', 'state')
export class Alert extends PersonItem {
  @Column('text') kind: AlertKind;
  @Column('text') text: string;
  @Column('text') whatToDo: string;
  @Column('text') state: 'raised' | 'active' | 'review_due' | 'ended';
  @Column('date') reviewOn: string;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('boolean', { default: false }) told: boolean;
}
