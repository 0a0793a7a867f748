import { DateTime } from 'luxon';
import { ZONE } from '@app/kernel';

/** The local calendar day so many working days after an instant; Saturdays and Sundays do not count. */
export function workingDaysAfter(at: Date, days: number): string {
  let day = DateTime.fromJSDate(at, { zone: ZONE });
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (day.weekday <= 5) left -= 1;
  }
  return day.toISODate() ?? '';
}

/** The instant at which a local calendar day is over. */
export const endOfDay = (day: string): Date => DateTime.fromISO(day, { zone: ZONE }).plus({ days: 1 }).startOf('day').toJSDate();
