/** Why an item is not given (Data Protection Act 2018, schedules 2 and 3). */
export const WITHHELD = ['third_party', 'serious_harm', 'social_work', 'legal_privilege'] as const;
export type Withheld = (typeof WITHHELD)[number];

/** For what the clock stops. */
export const PAUSES = ['identity', 'clarification'] as const;
export type Pause = (typeof PAUSES)[number];

/** What one organisation was asked for, as its information-governance lead reads it. */
export interface AccessPart {
  id: string;
  personId: string;
  name: string;
  birthDate: string | null;
  requestId: string;
  askedOn: string;
  how: string;
  /** what they want, in their words; null where it is everything */
  words: string | null;
  /** of everybody who holds something; else of this organisation alone */
  whole: boolean;
  spokeAlone: boolean;
  present: string | null;
  recordedBy: string;
  coordinator: string;
  coordinates: boolean;
  /** the organisation helps discreetly: it gives its part itself */
  discreet: boolean;
  state: 'open' | 'released';
  /** a calendar day; later by each day on which the clock stands */
  dueOn: string;
  extendedBecause: string | null;
  pausedOn: string | null;
  pausedFor: Pause | null;
  pausedDays: number;
  releasedAt: Date | null;
  releasedBy: string | null;
  onOwnPage: boolean;
  version: number;
}

/** How far somebody else is. */
export interface AccessStatus {
  organisation: string;
  state: 'open' | 'released';
  dueOn: string;
  paused: boolean;
  releasedAt: Date | null;
}

/** What stands in one item, by the names of its columns. */
export type Body = Readonly<Record<string, unknown>>;

/** Words that are hidden in an item, in the copy that is given. */
export interface Passage {
  readonly id: string;
  readonly words: string;
  readonly reason: Withheld;
  readonly testedBy: string | null;
  readonly by: string;
  /** false where the item was changed since and they stand in it no more */
  readonly stands: boolean;
}

/** One item that the organisation holds, and what was decided of it as it stands. */
export interface HeldThing {
  kind: string;
  id: string;
  version: number;
  at: Date;
  writtenBy: string | null;
  body: Body;
  /** the same as the person would get it */
  given: Body;
  passages: readonly Passage[];
  /** null until somebody decided */
  release: boolean | null;
  reason: Withheld | null;
  testedBy: string | null;
  decidedBy: string | null;
}

/** What one organisation released, as it was then. */
export interface AccessPack {
  personId: string;
  name: string;
  birthDate: string | null;
  organisation: string;
  askedOn: string;
  releasedAt: Date;
  releasedBy: string;
  pack: {
    items: readonly { kind: string; at: string; writtenBy: string | null; body: Body }[];
    withheld: readonly { reason: Withheld; number: number }[];
  };
}

/** To whoever works with the person: how far their own organisation is. */
export interface AskedOfUs {
  id: string;
  askedOn: string;
  how: string;
  state: 'open' | 'released';
  dueOn: string;
  releasedAt: Date | null;
}

/** To the person: what they asked, and how far one organisation is. */
export interface MyCopy {
  requestId: string;
  askedOn: string;
  partId: string;
  organisation: string;
  state: 'open' | 'released';
  dueOn: string;
  releasedAt: Date | null;
  /** whether they may read it on their own page */
  readable: boolean;
}
