import type { HeldLook, KnownPerson, UnusualAccess } from '@app/oversight';

/** A colleague who keeps themselves out of somebody's record, as JSON has it. */
export interface KnownItem {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string; readonly birthDate: string | null };
  readonly colleague: string;
  readonly saidAt: Date;
}

export const knownItem = ({ id, personId, name, birthDate, colleague, saidAt }: KnownPerson): KnownItem => ({ id, person: { id: personId, name, birthDate }, colleague, saidAt });

/** Visits that do not stand on the person's own page for now. */
export interface HeldItem {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string; readonly birthDate: string | null };
  /** null where it is everybody of the organisation */
  readonly who: string | null;
  readonly organisation: string;
  readonly because: string;
  readonly reviewOn: string;
  readonly heldAt: Date;
  readonly heldBy: string;
}

export const heldItem = ({ id, personId, name, birthDate, who, organisation, because, reviewOn, heldAt, heldBy }: HeldLook): HeldItem =>
  ({ id, person: { id: personId, name, birthDate }, who, organisation, because, reviewOn, heldAt, heldBy });

/** Looks of a colleague that stand out, as JSON has them. */
export interface UnusualItem {
  readonly id: string;
  readonly version: number;
  readonly rule: string;
  readonly colleague: { readonly name: string; readonly role: string | null };
  /** null where it was several people's record, or somebody's whom the organisation does not know */
  readonly person: { readonly id: string; readonly name: string; readonly birthDate: string | null } | null;
  readonly number: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly raisedAt: Date;
  readonly decision: { readonly outcome: string; readonly words: string; readonly by: string; readonly at: Date } | null;
}

export const unusualItem = ({ id, version, rule, colleague, role, personId, person, birthDate, number, firstAt, lastAt, raisedAt, outcome, words, decidedBy, decidedAt }: UnusualAccess): UnusualItem => ({
  id, version, rule, colleague: { name: colleague, role }, person: personId && person ? { id: personId, name: person, birthDate } : null, number, firstAt, lastAt, raisedAt,
  decision: outcome && decidedAt ? { outcome, words: words ?? '', by: decidedBy ?? '', at: decidedAt } : null,
});
