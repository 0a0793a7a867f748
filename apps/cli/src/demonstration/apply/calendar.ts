import { DateTime } from 'luxon';
import { ZONE } from '@app/kernel';

/** Days of a story, counted from the day of seeding, in Europe/London. */
export class Calendar {
  constructor(private readonly now: Date) {}

  /** 'YYYY-MM-DD', so many days from today; negative is past */
  day(inDays: number): string {
    return this.local(inDays).toFormat('yyyy-MM-dd');
  }

  /** @param at 'HH:MM' */
  moment(daysAgo: number, at = '09:00'): Date {
    const [hour, minute] = at.split(':').map(Number);
    return this.local(-daysAgo).set({ hour: hour ?? 9, minute: minute ?? 0, second: 0, millisecond: 0 }).toJSDate();
  }

  private local(inDays: number): DateTime {
    return DateTime.fromJSDate(this.now, { zone: ZONE }).plus({ days: inDays });
  }
}
