import type { Agreed, Given, TalkRequest } from '@app/sharing';
import type { CircleItem } from '../care-teams/circle-item';

/** What the person said, as JSON has it: without what they said no to. */
export interface AgreedItem {
  readonly id: string;
  readonly answer: 'yes' | 'ask' | 'stop';
  readonly heldOn: string;
  readonly how: string;
  readonly recordedBy: { readonly name: string; readonly organisation: string };
  readonly present: string | null;
  readonly spokeAlone: boolean;
  readonly interpreter: string | null;
  readonly capacity: string | null;
  readonly support: string | null;
  readonly decidedBy: string | null;
  readonly lookAgainOn: string | null;
  /** access ends with this day, by the person's word */
  readonly endsOn: string | null;
  /** when we ask again: nothing ends */
  readonly reviewOn: string | null;
  readonly words: string | null;
}

export interface SharingItem {
  /** sent back as If-Match with what is written down next */
  readonly version: number;
  /** whether the person wants to be asked about each new helper */
  readonly asks: boolean;
  /** null before the first conversation */
  readonly agreed: AgreedItem | null;
  /** what the person asked on their own page to talk about, while nobody has */
  readonly talkAsked: { readonly id: string; readonly at: Date; readonly words: string | null; readonly spokeAlone: boolean; readonly present: string | null } | null;
  readonly circle: readonly CircleItem[];
  /** by what each organisation may be told; the note is for the organisation that wrote it and the key worker's */
  readonly grounds: readonly Given[];
  /** for the organisation that was told and the key worker's; empty for everybody else */
  readonly refusals: readonly { organisationId: string; organisation: string; categories: readonly string[]; objection: boolean }[];
}

export const agreedItem = ({ conversation: c, organisation }: NonNullable<Agreed['last']>): AgreedItem => ({
  id: c.id, answer: c.answer, heldOn: c.heldOn, how: c.how, recordedBy: { name: c.authorName, organisation }, present: c.present, spokeAlone: c.spokeAlone, interpreter: c.interpreter,
  capacity: c.capacity, support: c.support, decidedBy: c.decidedBy, lookAgainOn: c.lookAgainOn, endsOn: c.endsOn, reviewOn: c.reviewOn, words: c.words,
});

export const talkItem = ({ id, createdAt, words, spokeAlone, present }: TalkRequest): NonNullable<SharingItem['talkAsked']> => ({ id, at: createdAt, words, spokeAlone, present });
