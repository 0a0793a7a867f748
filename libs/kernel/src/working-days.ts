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

/** The calendar day so many days later: `2026-12-09`. */
export const daysAfter = (day: string, days: number): string => DateTime.fromISO(day, { zone: ZONE }).plus({ days }).toISODate() ?? day;
