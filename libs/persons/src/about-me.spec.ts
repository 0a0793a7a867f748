import { isOld, timesToldAgain, toldUnder } from './about-me';
import { ABOUT_ME_HEADINGS, AboutMe } from './items.entity';

const entry = (id: string, more: Partial<AboutMe> = {}): AboutMe => Object.assign(new AboutMe(), { id, heading: 'please_do', state: 'said', lastConfirmedOn: '2026-01-01', toldAgain: 0, answersId: null, endedBecause: null }, more);

describe('about me', () => {
  it('asks whether it is still true from the day after a year', () => {
    expect(['2025-11-21', '2025-11-22', '2026-11-22'].map((lastConfirmedOn) => isOld({ lastConfirmedOn }, '2026-11-22'))).toEqual([true, false, false]);
    expect(isOld({ lastConfirmedOn: '2027-02-28' }, '2028-02-29')).toBe(false);
  });

  it('has every heading of the standard in its order, what is suggested with what it is for, and what stood before the newest first', () => {
    const told = toldUnder([
      entry('first', { state: 'ended', endedBecause: 'replaced' }), entry('second', { state: 'ended', endedBecause: 'taken_away' }), entry('now'), entry('other'), entry('words', { state: 'suggested', answersId: 'now' }),
      entry('let-go', { state: 'ended', endedBecause: 'not_used' }),
    ]);
    expect(told.map(({ heading }) => heading)).toEqual([...ABOUT_ME_HEADINGS]);
    const here = told.find(({ heading }) => heading === 'please_do');
    expect(here?.said.map((one) => [one.entry.id, one.suggested.map(({ id }) => id)])).toEqual([['now', ['words']], ['other', []]]);
    expect(here?.before.map(({ id }) => id)).toEqual(['second', 'first']);
  });

  it('counts how often they were asked for what was known', () => {
    expect(timesToldAgain([entry('a', { toldAgain: 2 }), entry('b', { toldAgain: 1, state: 'ended' })])).toBe(3);
    expect(timesToldAgain([])).toBe(0);
  });
});
