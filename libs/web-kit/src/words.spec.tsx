import { ago, formatDate, formatDateTime, formatShortDate, formatTime, londonDay, Time } from './dates';
import { errorFor } from './page-context';
import { NhsNumber, orSay, Phone, plural } from './words';

describe('dates', () => {
  it('are written as people write them', () => {
    expect(formatDate('2026-12-09')).toBe('9 December 2026');
    expect(formatShortDate('2026-12-09')).toBe('9 Dec 2026');
    expect(formatDateTime('2026-12-09T09:05:00Z')).toBe('9 December 2026 at 9:05am');
  });

  it('are those of London, in summer and in winter', () => {
    expect(formatDateTime('2026-07-01T23:30:00Z')).toBe('2 July 2026 at 12:30am');
    expect(formatDateTime('2026-12-01T23:30:00Z')).toBe('1 December 2026 at 11:30pm');
    expect(londonDay(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
  });

  it('say midday, midnight and whole hours shortly', () => {
    expect(['2026-12-09T12:00:00Z', '2026-12-09T00:00:00Z', '2026-12-09T15:00:00Z'].map(formatTime)).toEqual(['midday', 'midnight', '3pm']);
  });

  it('count midnights, not hours', () => {
    const now = new Date('2026-12-09T08:00:00Z');
    expect(ago('2026-12-09T00:10:00Z', now)).toBe('today');
    expect(ago('2026-12-08T23:50:00Z', now)).toBe('yesterday');
    expect(ago('2026-11-25', now)).toBe('14 days ago');
    expect(ago('2026-12-10', now)).toBe('tomorrow');
    expect(ago('2026-12-12', now)).toBe('in 3 days');
  });

  it('count right over the night when the clocks change', () => {
    expect(ago('2026-03-28T12:00:00Z', new Date('2026-03-30T08:00:00Z'))).toBe('2 days ago');
    expect(ago('2026-10-24T12:00:00Z', new Date('2026-10-26T00:30:00Z'))).toBe('2 days ago');
  });

  it('carry their machine-readable form', () => {
    expect((<Time at="2026-12-09" />).toString()).toBe('<time datetime="2026-12-09">9 December 2026</time>');
  });

  it('are refused when they are none', () => {
    expect(() => formatDate('tomorrow')).toThrow(RangeError);
  });
});

describe('words', () => {
  it('an NHS number is shown 3 3 4 and never broken over lines', () => {
    expect((<NhsNumber value="9434765919" />).toString()).toBe('<span class="os-nowrap">943 476 5919</span>');
    expect((<NhsNumber value="943 476 5919" />).toString()).toContain('943 476 5919');
    expect((<NhsNumber value="AW-0231" />).toString()).toContain('AW-0231');
  });

  it('a telephone number can be rung', () => {
    expect((<Phone value="01632 960 001" />).toString()).toContain('href="tel:01632960001"');
    expect((<Phone value="+44 1632 960001" />).toString()).toContain('href="tel:+441632960001"');
  });

  it('words before a telephone number may go over two lines, the number stays whole', () => {
    expect((<Phone value="Duty desk, 01632 960112" />).toString()).toBe('Duty desk, <a class="nhsuk-link os-nowrap" href="tel:01632960112">01632 960112</a>');
    expect((<Phone value="01632 960112 ext 4" />).toString()).toContain('>01632 960112 ext 4</a>');
    expect((<Phone value="ask Jo" />).toString()).toContain('>ask Jo</a>');
  });

  it('one person, several people', () => {
    expect([plural(0, 'goal'), plural(1, 'person', 'people'), plural(1204, 'person', 'people')]).toEqual(['0 goals', '1 person', '1,204 people']);
  });

  it('nothing is ever blank', () => {
    expect((<p>{orSay('', 'No phone number recorded')}</p>).toString()).toBe('<p><span class="os-missing">No phone number recorded</span></p>');
    expect((<p>{orSay(0, 'none')}</p>).toString()).toBe('<p>0</p>');
  });

  it('a date in three parts shows the error of whichever part is wrong', () => {
    const errors = [{ field: 'due-month', text: 'The date must be a real date' }];
    expect(errorFor(errors, 'due')).toBe('The date must be a real date');
    expect(errorFor(errors, 'du')).toBeUndefined();
    expect(errorFor(undefined, 'due')).toBeUndefined();
  });
});
