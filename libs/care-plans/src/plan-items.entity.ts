import { Check, Column } from 'typeorm';
import { PlanItem, PlanItemTable, type Voice } from './plan-item.entity';

export const NEED_DOMAINS = ['body', 'mind', 'daily_living', 'home', 'money', 'people', 'work', 'spiritual', 'safety', 'transport', 'carer'] as const;
export type NeedDomain = (typeof NEED_DOMAINS)[number];
export const NEED_STATES = ['open', 'being_met', 'unmet', 'resolved'] as const;
export type NeedState = (typeof NEED_STATES)[number];
export const GOAL_STATES = ['proposed', 'accepted', 'active', 'on_hold', 'achieved', 'partly', 'not_achieved', 'cancelled'] as const;
export type GoalState = (typeof GOAL_STATES)[number];
/** Why a need cannot be met now: what one says so often that it is counted. */
export const UNMET_REASONS = ['cost', 'waiting_list', 'nothing_here', 'not_eligible', 'person_says_no', 'other'] as const;
export type UnmetReason = (typeof UNMET_REASONS)[number];
export const IMPORTANCES = ['most', 'very', 'somewhat'] as const;
export type Importance = (typeof IMPORTANCES)[number];
/** In the order of the standard (PRSB Personalised Care and Support Plan 2.0). */
export const STATEMENT_SECTIONS = [
  'what_matters', 'strengths', 'triggers', 'early_signs', 'if_it_goes_wrong', 'who_to_ring', 'at_night', 'what_helps', 'no_reply', 'carer_cannot', 'additional_plans', 'home', 'money', 'conditions', 'reviewer',
] as const;
export type StatementSection = (typeof STATEMENT_SECTIONS)[number];

/** What somebody needs, in whose words (FHIR Condition, PRSB needs and concerns). */
@PlanItemTable('need')
@Check('need_domain_check', 'domain')
@Check('need_state_check', 'state')
@Check('need_voice_check', 'voice')
@Check('need_unmet_reason_check', 'unmet_reason')
export class Need extends PlanItem {
  @Column('text') domain: NeedDomain;
  @Column('text') text: string;
  @Column('text') voice: Voice;
  @Column('text', { default: 'open' }) state: NeedState;
  @Column('text', { nullable: true }) unmetBecause: string | null;
  @Column('text', { nullable: true }) unmetReason: UnmetReason | null;
  /** what the person asked for, and what they were offered instead */
  @Column('text', { nullable: true }) askedFor: string | null;
  @Column('text', { nullable: true }) offered: string | null;
  /** does it lie under others, and stay when a crisis is over? */
  @Column('boolean', { nullable: true }) underlying: boolean | null;

  /** Does it lie under others, and is not met? Then it is carried on, and a case is not closed in silence about it. */
  get isUnderlying(): boolean {
    return this.underlying === true && this.state !== 'resolved';
  }
}

/** What the person wants, in their words (FHIR Goal). */
@PlanItemTable('goal')
@Check('goal_state_check', 'state')
@Check('goal_voice_check', 'voice')
@Check('goal_importance_check', 'importance')
export class Goal extends PlanItem {
  @Column('text') text: string;
  @Column('text', { nullable: true }) why: string | null;
  /** to the person */
  @Column('text', { nullable: true }) importance: Importance | null;
  @Column('text') voice: Voice;
  @Column('date', { nullable: true }) targetOn: string | null;
  @Column('text', { default: 'active' }) state: GoalState;
  @Column('text', { nullable: true }) noActionBecause: string | null;

  /** Is it still being worked for? Then somebody does something for it, or there is a reason. */
  get isActive(): boolean {
    return ['proposed', 'accepted', 'active'].includes(this.state);
  }
}

/** What matters, whom to ring, what to do when it goes wrong, and what else belongs to a plan, in a few words. */
@PlanItemTable('plan_statement')
@Check('plan_statement_section_check', 'section')
@Check('plan_statement_voice_check', 'voice')
export class PlanStatement extends PlanItem {
  @Column('text') section: StatementSection;
  @Column('text') text: string;
  /** whom to ring first, or who leads, where the section has somebody */
  @Column('text', { nullable: true }) contact: string | null;
  @Column('text') voice: Voice;
}
