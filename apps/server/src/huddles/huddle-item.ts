import type { Huddle } from '@app/huddles';
import type { HuddleModel, HuddlesModel, LineModel, ListedWithReasons } from './huddles.desk';

/** A huddle as JSON has it, without anybody who is helped. */
export interface HuddleItem {
  readonly id: string;
  readonly heldOn: string;
  readonly chair: string;
  readonly endedAt: Date | null;
}

/** Somebody on the list, as far as the reader may see them. */
export interface HuddleLineItem {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  /** what the rules say to this reader */
  readonly reasons: readonly string[];
  /** what was put down last time */
  readonly lastTime: { readonly decided: string; readonly doer: string; readonly dueOn: string } | null;
  readonly outcome: string | null;
  readonly decided: string | null;
  readonly doer: string | null;
  readonly dueOn: string | null;
  readonly reviewId: string | null;
  readonly stays: boolean | null;
}

export interface WholeHuddle extends HuddleItem {
  readonly version: number;
  readonly team: { readonly id: string; readonly name: string };
  readonly there: readonly { readonly membershipId: string; readonly name: string; readonly organisation: string }[];
  readonly items: readonly (HuddleLineItem & { readonly name: string; readonly birthDate: string | null })[];
}

const huddleItem = ({ id, heldOn, chairName, endedAt }: Huddle): HuddleItem => ({ id, heldOn, chair: chairName, endedAt });

export const lineItem = ({ line, reasons, lastTime }: Pick<ListedWithReasons | LineModel, 'line' | 'reasons' | 'lastTime'>): HuddleLineItem => ({
  id: line.id, version: line.rowVersion, personId: line.personId, reasons, lastTime: lastTime && { decided: lastTime.decided, doer: lastTime.doerName, dueOn: lastTime.dueOn }, outcome: line.outcome, decided: line.decided, doer: line.doerName, dueOn: line.dueOn, reviewId: line.reviewId, stays: line.stays,
});

export const wholeHuddle = ({ huddle, team, there, listed }: HuddleModel): WholeHuddle => ({
  ...huddleItem(huddle), version: huddle.rowVersion, team: { id: huddle.integratedTeamId, name: team }, there, items: listed.map((one) => ({ ...lineItem(one), name: one.name, birthDate: one.birthDate })),
});

export interface HuddlesItem {
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly items: readonly HuddleItem[];
  readonly next: null;
}
export const huddlesItem = ({ teams, huddles }: HuddlesModel): HuddlesItem => ({ teams, items: huddles.map(huddleItem), next: null });
