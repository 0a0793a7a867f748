const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const EVERY_DAY = /\b(every ?day|daily|each day|twice a day|every (morning|evening|night)|day and night)\b/i;
const WEEKDAYS = /\b(weekdays|working days)\b/i;
const WEEKEND = /\bweekends?\b/i;
const DAY = '(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?';
const SPAN = new RegExp(`\\b${DAY}\\s*(?:to|until|-|–)\\s*${DAY}\\b`, 'gi');
const ONE = new RegExp(`\\b${DAY}\\b`, 'gi');

const place = (word: string): number => NAMES.findIndex((name) => word.toLowerCase().startsWith(name)) + 1;

/** The days of the week that words like "Tuesdays and Fridays, mornings" name, Monday is 1; none where no day is named. */
export function daysIn(words: string | null): number[] {
  if (!words) return [];
  const days = new Set<number>();
  const add = (from: number, to: number): void => { for (let day = from; day <= to; day += 1) days.add(day); };
  if (EVERY_DAY.test(words)) add(1, 7);
  if (WEEKDAYS.test(words)) add(1, 5);
  if (WEEKEND.test(words)) add(6, 7);
  for (const [, from = '', to = ''] of words.matchAll(SPAN)) add(place(from), place(to));
  for (const [, day = ''] of words.matchAll(ONE)) days.add(place(day));
  return [...days].sort((a, b) => a - b);
}
