import type { Found } from '@app/overviews';
import { fullName, type MergeOf } from '@app/persons';
import type { SamePersonModel, TwoRecords } from './merging.desk';
import { differs, twoSides, type SideRow } from './two-sides';

/** People who may be the same, as JSON has them. */
export interface SamePersonItem {
  readonly alike: readonly Pick<Found, 'personId' | 'name' | 'dateOfBirth' | 'soundsAlike'>[];
  /** what is proposed and what stands; `version` is sent back as If-Match */
  readonly merges: readonly MergeOf[];
}

export interface TwoRecordsItem {
  readonly here: { readonly personId: string; readonly name: string };
  readonly there: { readonly personId: string; readonly name: string };
  readonly facts: readonly (SideRow & { readonly differs: boolean })[];
  readonly merge: MergeOf | null;
}

export const samePersonItem = ({ alike, merges }: SamePersonModel): SamePersonItem => ({
  alike: alike.map(({ personId, name, dateOfBirth, soundsAlike }) => ({ personId, name, dateOfBirth, soundsAlike })), merges,
});

export const twoRecordsItem = (two: TwoRecords): TwoRecordsItem => ({
  here: { personId: two.here.person.personId, name: fullName(two.here.person) }, there: { personId: two.there.person.personId, name: fullName(two.there.person) },
  facts: twoSides(two).map((row) => ({ ...row, differs: differs(row) })), merge: two.merge,
});
