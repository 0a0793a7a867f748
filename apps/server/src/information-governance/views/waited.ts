import { plural } from '@app/web-kit';

const HOUR = 3_600_000;
/** Each is looked at within a day (journeys.md §5). */
const DUE_HOURS = 24;

export const isOverdue = (since: Date, now: Date): boolean => now.getTime() - since.getTime() > DUE_HOURS * HOUR;

/** How long something has waited, in hours for two days and then in days. */
export function waitedWords(since: Date, now: Date): string {
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / HOUR));
  return hours < 2 * DUE_HOURS ? plural(hours, 'hour') : plural(Math.floor(hours / DUE_HOURS), 'day');
}
