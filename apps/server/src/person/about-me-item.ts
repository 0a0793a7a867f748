import { isOld, toldUnder, timesToldAgain, type AboutMe } from '@app/persons';

/** What a person tells of themselves under one of the headings of PRSB About Me. */
export interface AboutMeItem {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  /** who said it: `self`, `carer` or `professional` */
  readonly voice: string;
  /** written by the person, on their own page: others suggest, and do not replace it */
  readonly own: boolean;
  readonly writtenBy: string | null;
  /** the local day on which it was last said */
  readonly lastConfirmedOn: string;
  readonly lastConfirmedTo: string | null;
  /** said more than a year ago: ask whether it is still true */
  readonly askAgain: boolean;
  /** how often they were asked for it although it was known */
  readonly toldAgain: number;
}

export interface AboutMeAnswer {
  /** what stands, by the order of the standard; each with the other words that wait for the person's answer */
  readonly said: readonly (AboutMeItem & { readonly suggested: readonly AboutMeItem[] })[];
  /** what stood before, the newest first */
  readonly before: readonly (AboutMeItem & { readonly endedAt: Date | null; readonly because: string | null })[];
  readonly toldAgain: number;
}

const itemOf = (row: AboutMe, today: string): AboutMeItem => ({
  id: row.id, heading: row.heading, text: row.text, voice: row.voice, own: row.own, writtenBy: row.writtenByName, lastConfirmedOn: row.lastConfirmedOn, lastConfirmedTo: row.confirmedByName,
  askAgain: isOld(row, today), toldAgain: row.toldAgain,
});

/** @param today the local calendar day */
export function aboutMeAnswer(all: readonly AboutMe[], today: string): AboutMeAnswer {
  const told = toldUnder(all);
  return {
    said: told.flatMap(({ said }) => said.map(({ entry, suggested }) => ({ ...itemOf(entry, today), suggested: suggested.map((one) => itemOf(one, today)) }))),
    before: told.flatMap(({ before }) => before.map((row) => ({ ...itemOf(row, today), endedAt: row.endedAt, because: row.endedBecause }))),
    toldAgain: timesToldAgain(all),
  };
}
