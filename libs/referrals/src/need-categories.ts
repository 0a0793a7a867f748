import type { NeedDomain } from '@app/directory';
import type { Category } from '@app/persons';

/** Under which category a referral stands in the circle, by what it is about: a service for the home says nothing to who may not know of health. */
const CATEGORY: Record<NeedDomain, Category> = {
  body: 'health', mind: 'mental_health', daily_living: 'social_care', home: 'housing', money: 'money', people_loneliness: 'contacts', work_meaning: 'plan',
  spiritual_cultural: 'faith_ethnicity', safety: 'safeguarding', transport_environment: 'contacts', carer: 'plan',
};
export const categoryFor = (need: NeedDomain): Category => CATEGORY[need];
