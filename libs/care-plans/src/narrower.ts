import type { PlanItem } from './plan-item.entity';

/** For whom a line of a plan is, once it is published. */
export type Opening = Pick<PlanItem, 'category' | 'opensTo' | 'opensToOrganisations' | 'opensToPerson'>;

/**
 * For those only who read both: what comes of two things is no wider than either (domain.md, I25). Where that cannot be said in one line it is for the writer's own
 * organisation, until somebody says more.
 */
export function narrower(one: Opening, other: Opening): Opening {
  const { category } = one;
  const own: Opening = { category, opensTo: 'internal', opensToOrganisations: [], opensToPerson: false };
  const opensToPerson = one.opensToPerson && other.opensToPerson;
  if (category !== other.category || one.opensTo !== other.opensTo || one.opensTo === 'internal') return own;
  if (one.opensTo === 'circle') return { ...own, opensTo: 'circle', opensToPerson };
  const opensToOrganisations = one.opensToOrganisations.filter((id) => other.opensToOrganisations.includes(id));
  return opensToOrganisations.length === 0 ? own : { ...own, opensTo: 'named', opensToOrganisations, opensToPerson };
}
