import { DateTime } from 'luxon';
import { monthsAfter } from '@app/kernel';

const MONTHS = 12;

/** A year after the conversation we ask again. */
export const reviewDay = (heldOn: string): string => monthsAfter(heldOn, MONTHS);

/** How near the day is on which we ask again: nothing is said before thirty days, and nothing ends on it. */
export function askAgain(reviewOn: string, today: string): 'later' | 'month' | 'week' | 'tomorrow' | 'due' {
  const days = Math.round(DateTime.fromISO(reviewOn, { zone: 'utc' }).diff(DateTime.fromISO(today, { zone: 'utc' }), 'days').days);
  if (days <= 0) return 'due';
  if (days === 1) return 'tomorrow';
  return days <= 7 ? 'week' : days <= 30 ? 'month' : 'later';
}
