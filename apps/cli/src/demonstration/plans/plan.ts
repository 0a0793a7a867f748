import type { Importance, NeedDomain, PersonView, UnmetReason, ViewAsked, Voice, WriteDraft } from '@app/care-plans';
import type { Category } from '../codes';

/** A plan in the person's own words, as the key worker wrote it down. Days are relative to the day of seeding. */
export interface DemonstrationPlan {
  publishedDaysAgo: number;
  whatMatters: string;
  strengths?: string;
  home?: string;
  /** what the standard has besides, by the field of the form */
  more?: Partial<Pick<WriteDraft, 'triggers' | 'earlySigns' | 'atNight' | 'whatHelps' | 'noReply' | 'carerCannot' | 'additionalPlans' | 'money' | 'conditions' | 'conditionsLead' | 'reviewer'>>;
  needs: { text: string; domain: NeedDomain; category?: Category; voice?: Voice; underlying?: boolean; unmet?: { reason: UnmetReason; askedFor: string; offered: string } }[];
  goals: DemonstrationGoal[];
  whoToRing: string;
  ifItGoesWrong: string;
  ifItGoesWrongContact?: string;
  view: { view: PersonView; asked?: ViewAsked; support?: string; comment?: string; alone?: boolean; present?: string; because?: string; againInDays?: number; of?: string };
  /** Earlier versions, the oldest first: what was different with the next. The first holds the first goal alone. */
  before?: { daysAgo: number; changed: string }[];
}

export interface DemonstrationGoal {
  text: string;
  why?: string;
  importance?: Importance;
  targetInDays?: number;
  category?: Category;
  noStepBecause?: string;
  steps: DemonstrationStep[];
}

export interface DemonstrationStep {
  what: string;
  /** `person`, the address of a worker of the circle, the code of an organisation of it, or a relative by name */
  by: string | { relative: string };
  inDays?: number;
  daysTimes?: string;
  stageGoal?: string;
  how?: string;
  /** which need it meets, by its place; known from the second version on */
  meets?: number;
  notDo?: string;
  /** 0 to 10 */
  confidence?: number;
  category?: Category;
  /** how far it has got, and why */
  got?: { to: 'in_progress' | 'blocked' | 'done'; daysAgo: number; because?: string };
}
