import type { Agreement, Impact, ImpactLine } from '@app/organisations';

/** A sharing agreement, as JSON has it for who may suspend it. */
export interface AgreementItem {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly sector: string;
  readonly state: string;
  readonly signedOn: string | null;
  readonly expiresOn: string | null;
  readonly ours: boolean;
  readonly suspended: { readonly since: Date; readonly because: string; readonly by: string; readonly organisation: string | null } | null;
}

/** One line of what a suspension means. */
export interface ImpactItem {
  readonly kind: Impact;
  readonly person: { readonly id: string; readonly name: string; readonly birthDate: string | null } | null;
  readonly colleague: string | null;
  readonly what: string | null;
}

export const agreementItem = ({ id, version, name, sector, state, signedOn, expiresOn, ours, since, because, by, byOrganisation }: Agreement): AgreementItem => ({
  id, version, name, sector, state, signedOn, expiresOn, ours, suspended: since && because && by ? { since, because, by, organisation: byOrganisation } : null,
});

export const impactItem = ({ kind, personId, name, birthDate, what }: ImpactLine): ImpactItem => ({ kind, person: personId ? { id: personId, name, birthDate } : null, colleague: personId ? null : name, what });
