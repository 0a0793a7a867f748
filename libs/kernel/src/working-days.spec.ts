import { DateTime } from 'luxon';
import { BANK_HOLIDAYS, BANK_HOLIDAYS_UNTIL } from './bank-holidays';
import { daysAfter, endOfDay, monthsAfter, workingDaysAfter } from './working-days';

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const years = Array.from({ length: BANK_HOLIDAYS_UNTIL - 2024 }, (_, n) => 2025 + n);

/** Easter Sunday by the table of the Calendar (New Style) Act 1750, in Meeus's form. */
function easter(year: number): DateTime {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const sum = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return DateTime.utc(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** The days that stand in the law, where those on a weekend have the next working day instead. */
function byLaw(year: number): string[] {
  const onOrAfter = (month: number, day: number): DateTime => DateTime.utc(year, month, day).plus({ days: (8 - DateTime.utc(year, month, day).weekday) % 7 });
  const inLieu = (days: DateTime[]): DateTime[] => days.reduce<DateTime[]>((taken, one) => {
    let day = one;
    while (day.weekday > 5 || taken.some((other) => +other === +day)) day = day.plus({ days: 1 });
    return [...taken, day];
  }, []);
  return [
    ...inLieu([DateTime.utc(year, 1, 1)]), easter(year).minus({ days: 2 }), easter(year).plus({ days: 1 }), onOrAfter(5, 1), onOrAfter(5, 25), onOrAfter(8, 25),
    ...inLieu([DateTime.utc(year, 12, 25), DateTime.utc(year, 12, 26)]),
  ].map((day) => day.toISODate() ?? '');
}

describe('working days', () => {
  it('are Monday to Friday', () => {
    expect(workingDaysAfter(noon('2026-11-06'), 1)).toBe('2026-11-09');
    expect(workingDaysAfter(noon('2026-11-07'), 1)).toBe('2026-11-09');
    expect(workingDaysAfter(noon('2026-11-09'), 10)).toBe('2026-11-23');
  });

  it('leave out Good Friday and Easter Monday', () => {
    expect(workingDaysAfter(noon('2027-03-25'), 1)).toBe('2027-03-30');
    expect(workingDaysAfter(noon('2029-03-29'), 2)).toBe('2029-04-04');
  });

  it('leave out the substitute day when Christmas Day, Boxing Day or New Year’s Day is on a weekend', () => {
    expect(workingDaysAfter(noon('2026-12-24'), 1)).toBe('2026-12-29');
    expect(workingDaysAfter(noon('2027-12-24'), 1)).toBe('2027-12-29');
    expect(workingDaysAfter(noon('2027-12-31'), 1)).toBe('2028-01-04');
  });

  it('are ten from before Christmas until after New Year', () => {
    expect(workingDaysAfter(noon('2026-12-18'), 10)).toBe('2027-01-06');
  });

  it('begin and end with the day here, also in summer and when the clocks change', () => {
    expect(workingDaysAfter(new Date('2026-06-01T23:30:00Z'), 1)).toBe('2026-06-03');
    expect(endOfDay('2026-06-03').toISOString()).toBe('2026-06-03T23:00:00.000Z');
    expect(endOfDay('2026-10-25').toISOString()).toBe('2026-10-26T00:00:00.000Z');
  });
});

describe('days and months later', () => {
  it('are counted by the calendar, also where the clocks change and in a month that is shorter', () => {
    expect(daysAfter('2026-10-24', 2)).toBe('2026-10-26');
    expect(daysAfter('2026-03-29', -1)).toBe('2026-03-28');
    expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28');
    expect(monthsAfter('2028-02-29', -12)).toBe('2027-02-28');
  });
});

describe('the table of bank holidays', () => {
  it.each(years)('has for %i the days that stand in the law, Easter and the substitute days among them', (year) => {
    expect([...BANK_HOLIDAYS].filter((day) => day.startsWith(String(year)))).toEqual(byLaw(year));
  });

  it('goes on for two years more: when this fails, add the years that gov.uk has published', () => {
    expect(DateTime.utc(BANK_HOLIDAYS_UNTIL, 12, 31).diff(DateTime.utc(), 'years').years).toBeGreaterThan(2);
  });
});
