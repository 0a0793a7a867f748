/** When a team answers: days are ISO weekdays (Monday is 1), times 'HH:MM' in Europe/London, `to` exclusive. */
export interface Span {
  days: number[];
  from: string;
  to: string;
}

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const WHOLE_DAY = { from: '00:00', to: '24:00' };

/** "Monday to Friday 08:30 to 17:30", "Day and night", "18:30 to 08:00, weekends day and night". Throws for other words. */
export function hoursOf(words: string): Span[] {
  if (words.startsWith('Day and night')) return [{ days: EVERY_DAY, ...WHOLE_DAY }];
  const said = /^(?:(Every day|(\w+) to (\w+)) )?(\d\d:\d\d) to (\d\d:\d\d)(, weekends day and night)?$/.exec(words);
  const [, , first, last, from, to, weekends] = said ?? [];
  if (!from || !to) throw new Error(`Hours that nobody can read: ${words}`);
  const days = first && last ? EVERY_DAY.slice(WEEK.indexOf(first), WEEK.indexOf(last) + 1) : EVERY_DAY;
  const onDays = weekends ? days.filter((day) => day < 6) : days;
  const spans = from < to ? [{ days: onDays, from, to }] : [{ days: onDays, from, to: '24:00' }, { days: onDays, from: '00:00', to }];
  return weekends ? [...spans, { days: [6, 7], ...WHOLE_DAY }] : spans;
}
