import { DateTime } from 'luxon';
import { BANK_HOLIDAYS } from './bank-holidays';
import { ZONE } from './fields';

/** The local calendar day so many working days after an instant: not a Saturday, a Sunday or a bank holiday of England. */
export function workingDaysAfter(at: Date, days: number): string {
  let day = DateTime.fromJSDate(at, { zone: ZONE });
  for (let left = days; left > 0; ) {
    day = day.plus({ days: 1 });
    if (day.weekday <= 5 && !BANK_HOLIDAYS.has(day.toISODate() ?? '')) left -= 1;
  }
  return day.toISODate() ?? '';
}

/** The instant at which a local calendar day is over. */
export const endOfDay = (day: string): Date => DateTime.fromISO(day, { zone: ZONE }).plus({ days: 1 }).startOf('day').toJSDate();

// Days are counted, not hours, so no zone is asked for its offsets: that is many times dearer than the counting.
const after = (day: string, how: { days?: number; months?: number }): string => DateTime.fromISO(day, { zone: 'utc' }).plus(how).toISODate() ?? day;

/** The calendar day so many days later, or earlier where there are fewer than none: `2026-12-09`. */
export const daysAfter = (day: string, days: number): string => after(day, { days });

/** The calendar day so many months later, the last of its month where that has no such day. */
export const monthsAfter = (day: string, months: number): string => after(day, { months });

/** How many days it is from one calendar day to another; fewer than none when the other is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
