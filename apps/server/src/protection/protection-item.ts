import type { KeptOut, KeptPoints, Somebody } from '@app/sharing';

/** Where the person is, as JSON has it: what the reader sees, and who else does. */
export interface ProtectionItem {
  /** sent back as If-Match with what is protected next */
  readonly version: number;
  readonly points: readonly { id: string; version: number; kind: string; value: string; protected: boolean; because: string | null; reviewOn: string | null; knownTo: readonly string[] | null }[];
}

export const protectionItem = ({ version, points }: KeptPoints): ProtectionItem => ({
  version, points: points.map(({ point, knownTo }) => ({ id: point.id, version: point.rowVersion, kind: point.kind, value: point.value, protected: point.protected, because: point.protectedBecause, reviewOn: point.protectedReviewOn, knownTo })),
});

export interface KeptOutItem {
  readonly people: readonly KeptOut[];
  /** family carers who can sign in for the person now */
  readonly carers: readonly Somebody[];
}
