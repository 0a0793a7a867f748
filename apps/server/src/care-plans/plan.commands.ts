import { Id, OneOf } from '@app/kernel';

/** Since which version: the one before unless another is named. */
export class Since {
  @Id({ label: 'version' }) since?: string | null;
}

/** The published version whose small changes the writer has seen: what the draft says in the same places stands. */
export class KnowsVersion {
  @Id({ label: 'the version that stands' }) knowsVersion?: string | null;
}

/** Which two versions: the last two unless others are named. */
export class TwoVersions {
  @Id({ label: 'version' }) from?: string | null;
  @Id({ label: 'version' }) to?: string | null;
}

/** How something is put on paper: large print for whoever reads that. */
export class OnPaper {
  @OneOf(['large'], { label: 'size' }) size?: 'large' | null;
}
