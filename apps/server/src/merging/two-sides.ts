import { fullName } from '@app/persons';
import type { TwoRecords } from './merging.desk';

/** One thing that both records say of who it is, as far as the reader may see it; null where nothing is recorded. */
export interface SideRow {
  readonly what: 'name' | 'preferred' | 'birthDate' | 'nhsNumber' | 'ownReference' | 'language' | 'address' | 'phone' | 'practice' | 'keyWorker';
  readonly here: string | null;
  readonly there: string | null;
}

/** What is protected stands in no comparison, also not for those who know it: it is read over a shoulder, and copied. */
const point = ({ contactPoints }: TwoRecords['here'], kind: string): string | null =>
  contactPoints.filter((one) => one.kind === kind && !one.protected && one.sealedTo === null).map(({ value, postcode }) => [value, postcode].filter(Boolean).join(', ')).sort().join('; ') || null;

const facts = (identity: TwoRecords['here']): Record<SideRow['what'], string | null> => ({
  name: fullName(identity.person), preferred: identity.person.preferred, birthDate: identity.person.birthDate, nhsNumber: identity.nhsNumber, ownReference: identity.ownReference.reference,
  language: identity.person.languages.map(({ language }) => language).sort().join('; ') || null, address: point(identity, 'address'), phone: point(identity, 'phone'), practice: point(identity, 'practice'),
  keyWorker: identity.keyWorker && `${identity.keyWorker.name}, ${identity.keyWorker.organisation}`,
});

/**
 * What is compared before it is decided; afterwards one of them is an earlier identity, and stands on no screen beside the other. Gender and pronouns never are: a record in an
 * earlier name is nobody's to find by them.
 */
export function twoSides({ here, there, merge }: TwoRecords): SideRow[] {
  if (merge?.state === 'confirmed') return [];
  const [left, right] = [facts(here), facts(there)];
  const leftOut = here.showsNhsNumber ? 'ownReference' : 'nhsNumber';
  return (Object.keys(left) as SideRow['what'][]).filter((what) => what !== leftOut).map((what) => ({ what, here: left[what], there: right[what] }));
}

/** Whether both say something, and not the same. */
export const differs = ({ here, there }: SideRow): boolean => here !== null && there !== null && here.toLowerCase() !== there.toLowerCase();
