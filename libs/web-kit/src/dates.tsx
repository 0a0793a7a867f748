import { localDay } from '@app/kernel';

const LONDON = { timeZone: 'Europe/London' } as const;
const CLOCK = new Intl.DateTimeFormat('en-GB', { ...LONDON, hour: 'numeric', minute: '2-digit', hour12: true });

/** An instant (`Date`, or ISO text with a time and offset) or a calendar date (`2026-12-09`). */
export type When = Date | string;

const toDate = (when: When): Date => (typeof when === 'string' ? new Date(when) : when);

const monthsAs = (month: 'long' | 'short'): readonly string[] => {
  const format = new Intl.DateTimeFormat('en-GB', { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => format.format(Date.UTC(2026, index, 1)));
};
const LONG = monthsAs('long');
const SHORT = monthsAs('short');

function inWords(when: When, months: readonly string[]): string {
  const [year = '', month = '', day = ''] = londonDay(when).split('-');
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** "9 December 2026", in Europe/London. Throws a RangeError if it is not a date. */
export const formatDate = (when: When): string => inWords(when, LONG);

/** "9 Dec 2026", for tables. Throws a RangeError if it is not a date. */
export const formatShortDate = (when: When): string => inWords(when, SHORT);

/** "9:05am", "3pm", "midday", "midnight", in Europe/London, as the NHS content guide writes times. */
export function formatTime(when: When): string {
  const time = CLOCK.format(toDate(when)).replace(/\s/g, '').toLowerCase();
  if (time === '12:00pm') return 'midday';
  if (time === '12:00am' || time === '0:00am') return 'midnight';
  return time.replace(/^0:/, '12:').replace(':00', '');
}

/** "9 December 2026 at 9:05am", in Europe/London. */
export function formatDateTime(when: When): string {
  return `${formatDate(when)} at ${formatTime(when)}`;
}

const MS_PER_DAY = 86_400_000;

/** The calendar day in Europe/London as `2026-12-09`. Throws a RangeError if it is not a date. */
export function londonDay(when: When): string {
  const day = localDay(toDate(when));
  if (day === '') throw new RangeError(`Not a date: ${String(when)}`);
  return day;
}

/**
 * How many London calendar days ago: "today", "yesterday", "14 days ago"; ahead: "tomorrow", "in 3 days". It counts
 * midnights, not hours, so a note of last evening is from yesterday. Show it only beside a date in the record.
 */
export function ago(when: When, now: Date): string {
  const days = Math.round((Date.parse(londonDay(now)) - Date.parse(londonDay(when))) / MS_PER_DAY);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days === -1) return 'tomorrow';
  return days > 0 ? `${days} days ago` : `in ${-days} days`;
}

/** A date on a page, with its machine-readable form. `short` for tables, `withTime` where the hour matters. */
export const Time = (props: { at: When; short?: boolean; withTime?: boolean }) => (
  <time datetime={typeof props.at === 'string' ? props.at : props.at.toISOString()}>
    {props.short ? formatShortDate(props.at) : formatDate(props.at)}
    {props.withTime ? ` at ${formatTime(props.at)}` : null}
  </time>
);
