import type { Reader } from '@app/overviews';
import type { ReadBefore } from '@app/sharing';

/** Who may see an item of one's own organisation, as JSON has it, and who had read it. */
export interface AudienceItem {
  readonly id: string;
  readonly version: number;
  /** `people`: only those named, of whom those are in knownTo of whom the reader may know */
  readonly audience: string;
  readonly namedOrganisationIds: readonly string[];
  readonly knownTo: readonly { userId: string; name: string }[] | null;
  readonly visibleToPerson: boolean;
  readonly readers: readonly Reader[];
  readonly person: boolean;
  readonly carers: boolean;
  readonly readBefore: readonly ReadBefore[];
}
