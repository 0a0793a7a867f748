import { DateTime } from 'luxon';
import { ZONE } from '@app/kernel';

/** The end of the day, so many working days after `from`, in Europe/London. Bank holidays are not known here and count as working days. */
export function workingDaysAfter(from: Date, days: number): Date {
  let day = DateTime.fromJSDate(from, { zone: ZONE });
  for (let left = days; left > 0; ) {
    day = day.plus({ days: 1 });
    if (day.weekday <= 5) left -= 1;
  }
  return day.endOf('day').toJSDate();
}
