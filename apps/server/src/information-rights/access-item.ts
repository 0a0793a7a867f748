import { seenOf, sentencesOf, type AccessPart, type AccessStatus, type AskedOfUs, type Body, type HeldThing, type MyCopy, type Passage, type WaitingRight } from '@app/information-rights';

interface Whom {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
}

/** What one organisation was asked for, as JSON has it. */
export interface AccessItem {
  readonly id: string;
  readonly version: number;
  readonly person: Whom;
  readonly askedOn: string;
  readonly how: string;
  readonly words: string | null;
  readonly whom: 'everybody' | 'us';
  readonly spokeAlone: boolean;
  readonly present: string | null;
  readonly recordedBy: string;
  readonly coordinator: string;
  readonly state: string;
  readonly dueOn: string;
  readonly extendedBecause: string | null;
  readonly paused: { readonly since: string; readonly reason: string } | null;
  readonly pausedDays: number;
  readonly released: { readonly at: Date; readonly by: string; readonly onOwnPage: boolean } | null;
}

export const accessItem = (part: AccessPart): AccessItem => ({
  id: part.id, version: part.version, person: { id: part.personId, name: part.name, birthDate: part.birthDate }, askedOn: part.askedOn, how: part.how, words: part.words, whom: part.whole ? 'everybody' : 'us', spokeAlone: part.spokeAlone,
  present: part.present, recordedBy: part.recordedBy, coordinator: part.coordinator, state: part.state, dueOn: part.dueOn, extendedBecause: part.extendedBecause,
  paused: part.pausedOn && part.pausedFor ? { since: part.pausedOn, reason: part.pausedFor } : null, pausedDays: part.pausedDays,
  released: part.releasedAt && part.releasedBy ? { at: part.releasedAt, by: part.releasedBy, onOwnPage: part.onOwnPage } : null,
});

export interface ThingItem {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly writtenBy: string | null;
  readonly body: Body;
  /** the same as the person would get it */
  readonly given: Body;
  readonly passages: readonly Passage[];
  readonly decision: { readonly release: boolean; readonly reason: string | null; readonly testedBy: string | null; readonly by: string | null } | null;
}

/** The same with all that is looked through, and for who coordinates how far the others are. */
export interface WholeAccessItem extends AccessItem {
  readonly items: readonly ThingItem[];
  /** goes back with a decision: what was read */
  readonly seen: string;
  readonly others: readonly AccessStatus[];
}

export const wholeAccessItem = (part: AccessPart, things: readonly HeldThing[], others: readonly AccessStatus[]): WholeAccessItem => ({
  ...accessItem(part), seen: seenOf(things), others,
  items: things.map(thingItem),
});

const thingItem = ({ id, kind, at, writtenBy, body, given, passages, release, reason, testedBy, decidedBy }: HeldThing): ThingItem =>
  ({ id, kind, at, writtenBy, body, given, passages, decision: release === null ? null : { release, reason, testedBy, by: decidedBy } });

/** One of them, whose sentences are hidden by their number: `s0` is the first. */
export interface ThingToHide extends ThingItem {
  readonly sentences: readonly string[];
  /** goes back with what is hidden: what was read */
  readonly seen: string;
}

export const thingToHide = (thing: HeldThing): ThingToHide => ({ ...thingItem(thing), sentences: sentencesOf(thing.body), seen: seenOf([thing]) });

/** How far one's own organisation is, to who works with the person; and how far each is, to the person. */
export interface AskedItem { readonly id: string; readonly askedOn: string; readonly state: string; readonly dueOn: string; readonly releasedAt: Date | null }
export interface MyCopyItem extends AskedItem { readonly organisation: string; readonly readable: boolean }

export const askedItem = ({ id, askedOn, state, dueOn, releasedAt }: AskedOfUs): AskedItem => ({ id, askedOn, state, dueOn, releasedAt });
export const myCopyItem = ({ partId, askedOn, organisation, state, dueOn, releasedAt, readable }: MyCopy): MyCopyItem => ({ id: partId, askedOn, organisation, state, dueOn, releasedAt, readable });

/** What somebody said and nobody has answered, as JSON has it. */
export interface WaitingItem {
  readonly id: string;
  readonly kind: string;
  readonly person: Whom;
  readonly said: string;
  readonly writtenBy: string | null;
  readonly since: Date;
  readonly dueOn: string | null;
  readonly organisation: string | null;
}

export const waitingItem = ({ id, kind, personId, name, birthDate, said, writtenBy, since, dueOn, organisation }: WaitingRight): WaitingItem =>
  ({ id, kind, person: { id: personId, name, birthDate }, said, writtenBy, since, dueOn, organisation });
