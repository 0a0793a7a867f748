import type { NeedDomain, PersonView, ViewAsked } from '@app/care-plans';
import type { Category } from '../codes';

/** A plan in the person's own words, as the key worker wrote it down. Days are relative to the day of seeding. */
export interface DemonstrationPlan {
  publishedDaysAgo: number;
  whatMatters: string;
  strengths?: string;
  home?: string;
  needs: { text: string; domain: NeedDomain; category?: Category }[];
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
  category?: Category;
  /** how far it has got, and why */
  got?: { to: 'in_progress' | 'blocked' | 'done'; daysAgo: number; because?: string };
}
