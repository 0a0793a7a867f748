import type { Audience } from '@app/records';
import type { Standing } from './sharing.queries';

/** What decides who reads an item that is not sealed. */
export interface Opening {
  readonly audience: Audience;
  readonly namedOrganisations: readonly string[];
  readonly category: string;
  readonly visibleToPerson: boolean;
}

/** Does an item open to somebody who stands round the person? The rule of the policy, said of what is not yet written; the own organisation reads its own. */
export function opensTo({ basis, organisationId, categories, refused }: Pick<Standing, 'basis' | 'organisationId' | 'categories' | 'refused'>, { audience, category, namedOrganisations, visibleToPerson }: Opening): boolean {
  const inCircle = audience === 'circle' && categories.includes(category);
  if (basis === 'own') return visibleToPerson;
  if (basis === 'carer') return visibleToPerson && inCircle;
  return inCircle || (audience === 'named' && namedOrganisations.includes(organisationId ?? '') && !refused.includes(category));
}
