import type { Keeper, RestrictionStands } from '@app/sharing';

/** Who opens a record, as JSON has it. */
export interface RestrictionItem {
  readonly restricted: boolean;
  /** sent back as If-Match */
  readonly version: number;
  readonly because: string | null;
  readonly reviewOn: string | null;
  readonly since: Date | null;
  readonly by: string | null;
  /** whether the caller restricts and lifts it */
  readonly may: boolean;
  /** who opens it by name, who was chosen to keep opening it, and who does as one of a team or an organisation while it is not restricted */
  readonly people: readonly { membershipId: string; name: string; jobTitle: string; organisation: string; through: 'name' | 'chosen' | 'team' }[];
}

export const throughOf = ({ byName, keeps }: Keeper): 'name' | 'chosen' | 'team' => (byName ? 'name' : keeps ? 'chosen' : 'team');

export const restrictionItem = ({ restricted, version, may, now, round }: RestrictionStands): RestrictionItem => ({
  restricted, version, may, because: now?.because ?? null, reviewOn: now?.reviewOn ?? null, since: now?.since ?? null, by: now?.by ?? null,
  people: round.map((one) => ({ membershipId: one.membershipId, name: one.name, jobTitle: one.jobTitle, organisation: one.organisation, through: throughOf(one) })),
});
