import { Flag, LocalDate, LongText, OneOf } from '@app/kernel';
import { ABOUT_ME_HEADINGS, TOLD_BY, type AboutMeHeading, type Voice } from './items.entity';

const TEXT = { max: 4000, label: 'text' };
const HEADING = { required: true, label: 'what it is about' };

/** Something that was not known yet, as it was told to whoever writes it down. */
export class TellAboutMe {
  @OneOf(ABOUT_ME_HEADINGS, HEADING) heading: AboutMeHeading;
  @LongText({ ...TEXT, required: true }) text: string;
  @OneOf(TOLD_BY, { required: true, label: 'who said it' }) voice: Voice;
  @LocalDate({ label: 'confirmed on', past: true }) lastConfirmedOn?: string;
}

export const ABOUT_ME_ACTS = ['still_true', 'anew', 'taken_away'] as const;
export type AboutMeAct = (typeof ABOUT_ME_ACTS)[number];

/** What becomes of what was told before. */
export class ChangeAboutMe {
  @OneOf(ABOUT_ME_ACTS, { required: true, label: 'what becomes of it' }) act: AboutMeAct;
  /** the words that shall stand instead */
  @LongText(TEXT) text?: string | null;
  /** who said them; as before, when nothing is said */
  @OneOf(TOLD_BY, { label: 'who said it' }) voice?: Voice | null;
  /** they were asked for it although it was known */
  @Flag() toldAgain?: boolean;
}

/** The person's own words, on their own page. */
export class SayAboutMe {
  @OneOf(ABOUT_ME_HEADINGS, HEADING) heading: AboutMeHeading;
  @LongText({ ...TEXT, required: true }) text: string;
}
