import type { Reader } from '@app/overviews';
import type { ReadBefore } from '@app/sharing';

/** Who may see an item of one's own organisation, as JSON has it, and who had read it. */
export interface AudienceItem {
  readonly id: string;
  readonly version: number;
  readonly audience: string;
  readonly namedOrganisationIds: readonly string[];
  readonly visibleToPerson: boolean;
  readonly readers: readonly Reader[];
  readonly person: boolean;
  readonly carers: boolean;
  readonly readBefore: readonly ReadBefore[];
}
