import { dawit, jack, johnny, lorna, pat, siobhan, toby } from './further';
import type { DemonstrationPlan } from './plan';
import { chidi, derek, eunJi, margery, rasheed, wanda } from './weirside';

export type { DemonstrationGoal, DemonstrationPlan, DemonstrationStep } from './plan';

/** The plans of the twelve, by the key of the person. */
export const plans: Readonly<Record<string, DemonstrationPlan>> = {
  'margery-plumtree-oduya': margery, 'chidi-okafor': chidi, 'siobhan-keane-whitlock': siobhan, 'rasheed-miah': rasheed, 'lorna-pettifer': lorna, 'derek-hallam': derek,
  'wanda-kowalczyk-hughes': wanda, 'toby-arkwright-singh': toby, 'eun-ji-park': eunJi, 'jack-bywater': jack, 'johnny-bywater': johnny, 'dawit-tesfaye': dawit, 'pat-ferncliffe': pat,
};
