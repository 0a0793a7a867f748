import { monthsAfter } from '@app/kernel';
import { ABOUT_ME_HEADINGS, type AboutMe, type AboutMeHeading } from './items.entity';

const MONTHS_TRUE = 12;

/** Was it last said so long ago that somebody asks whether it is still true? @param today the local calendar day */
export const isOld = ({ lastConfirmedOn }: Pick<AboutMe, 'lastConfirmedOn'>, today: string): boolean => lastConfirmedOn < monthsAfter(today, -MONTHS_TRUE);

/** What was told under one heading: what stands, each with the other words that wait for the person's answer, and what stood before, the newest first. */
export interface ToldUnder {
  readonly heading: AboutMeHeading;
  readonly said: readonly { readonly entry: AboutMe; readonly suggested: readonly AboutMe[] }[];
  readonly before: readonly AboutMe[];
}

/** In the order of the standard, also where nothing was told. @param all the oldest first */
export const toldUnder = (all: readonly AboutMe[]): ToldUnder[] => ABOUT_ME_HEADINGS.map((heading) => {
  const here = all.filter((one) => one.heading === heading);
  const said = here.filter(({ state }) => state === 'said');
  return {
    heading,
    said: said.map((entry) => ({ entry, suggested: here.filter(({ state, answersId }) => state === 'suggested' && answersId === entry.id) })),
    before: here.filter(({ endedBecause }) => endedBecause === 'replaced' || endedBecause === 'taken_away').reverse(),
  };
});

/** How often they were asked for what was known. */
export const timesToldAgain = (all: readonly AboutMe[]): number => all.reduce((sum, { toldAgain }) => sum + toldAgain, 0);
