import { Flag, Ids, OneOf, PersonStays } from '@app/kernel';
import { CHOSEN_AUDIENCES, type ChosenAudience } from './only-these';

/** Who may see, from now on, what is already written. */
export class ChangeAudience {
  @OneOf(CHOSEN_AUDIENCES, { required: true, label: 'who may see it' }) audience: ChosenAudience;
  @Ids({ label: 'the organisations' }) namedOrganisationIds?: string[];
  /** users, where only those named may know of it */
  @Ids({ label: 'the people' }) knownTo?: string[];
  @Flag() visibleToPerson?: boolean;
  /** said where somebody could read it who could not until now */
  @Flag({ label: 'whether more may read it' }) widens?: boolean;
  @PersonStays() personId?: string;
}
