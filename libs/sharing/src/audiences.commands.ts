import { Flag, Ids, OneOf, PersonStays } from '@app/kernel';
import type { Audience } from '@app/records';

const AUDIENCES = ['internal', 'circle', 'named'] as const;

/** Who may see, from now on, what is already written. */
export class ChangeAudience {
  @OneOf(AUDIENCES, { required: true, label: 'who may see it' }) audience: Audience;
  @Ids({ label: 'the organisations' }) namedOrganisationIds?: string[];
  @Flag() visibleToPerson?: boolean;
  /** said where somebody could read it who could not until now */
  @Flag({ label: 'whether more may read it' }) widens?: boolean;
  @PersonStays() personId?: string;
}
