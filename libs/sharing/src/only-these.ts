import type { Audience } from '@app/records';

/** Who may see what is written, as one chooses it: `people` are those named only, whatever their organisation. */
export const CHOSEN_AUDIENCES = ['internal', 'circle', 'named', 'people'] as const;
export type ChosenAudience = Audience | 'people';

/** What a form says of who may see what it writes. */
export interface ChosenReaders {
  readonly audience: ChosenAudience;
  readonly namedOrganisationIds?: readonly string[] | undefined;
  readonly visibleToPerson?: boolean | undefined;
  /** users: those named, where nobody else may know of it */
  readonly knownTo?: readonly string[] | undefined;
}
