import { DateTime } from 'luxon';
import { field, missing, spoken, startCase, type Problem } from './field';

/** Where the people are: a day and an hour are meant as they stand on a clock here. */
export const ZONE = 'Europe/London';
/** No living person was born before. */
const YEARS_BACK = 130;
const YEARS_AHEAD = 100;

// A clock is put forward or back on a quarter of an hour, and a day begins on one: within it every instant is of the same day.
const QUARTER_HOUR = 900_000;
const MOST_KEPT = 10_000;
const dayOfQuarter = new Map<number, string>();

/** The calendar day of an instant in Europe/London, as `2026-12-09`. */
export function localDay(at: Date): string {
  const quarter = Math.floor(at.getTime() / QUARTER_HOUR);
  const known = dayOfQuarter.get(quarter);
  if (known !== undefined) return known;
  const day = DateTime.fromJSDate(at, { zone: ZONE }).toISODate() ?? '';
  if (dayOfQuarter.size >= MOST_KEPT) dayOfQuarter.clear();
  dayOfQuarter.set(quarter, day);
  return day;
}

interface DateOptions {
  required?: boolean;
  label?: string;
  /** True: not after today. False: not before today. */
  past?: boolean;
  /** The field that this day may not come before. */
  notBefore?: string;
}

type Parts = Readonly<Record<'day' | 'month' | 'year', unknown>>;
const isParts = (sent: unknown): sent is Parts => typeof sent === 'object' && sent !== null && ['day', 'month', 'year'].some((part) => part in sent);
const part = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');

const BRITISH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

function dayFrom(sent: unknown): unknown {
  if (isParts(sent)) {
    const [day, month, year] = [part(sent.day), part(sent.month), part(sent.year)];
    if (day === '' && month === '' && year === '') return null;
    const whole = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year);
    return whole ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : { day, month, year };
  }
  if (typeof sent !== 'string') return sent;
  const text = sent.trim();
  if (text === '') return null;
  const british = BRITISH.exec(text);
  return british ? dayFrom({ day: british[1], month: british[2], year: british[3] }) : text;
}

/** The first part of a date that is missing or is not a number. */
function partProblem(parts: Parts, label: string): Problem {
  for (const name of ['day', 'month', 'year'] as const) {
    if (part(parts[name]) === '') return { at: `/${name}`, code: 'date.invalid', message: `${startCase(label)} must include a ${name}` };
    if (!(name === 'year' ? /^\d{4}$/ : /^\d{1,2}$/).test(part(parts[name]))) {
      return { at: `/${name}`, code: 'date.invalid', message: name === 'year' ? 'The year must have 4 numbers' : `The ${name} must be a number` };
    }
  }
  return { code: 'date.invalid', message: `${startCase(label)} must be a real date` };
}

function dayProblems(value: unknown, label: string, options: DateOptions, command: object): Problem[] {
  if (isParts(value)) return [partProblem(value, label)];
  const day = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? DateTime.fromISO(value, { zone: ZONE }) : undefined;
  if (!day?.isValid) return [{ code: 'date.invalid', message: `${startCase(label)} must be a real date` }];
  const today = DateTime.now().setZone(ZONE).startOf('day');
  if (options.past === true && day > today) return [{ code: 'date.future', message: `${startCase(label)} must be today or in the past` }];
  if (options.past === false && day < today) return [{ code: 'date.past', message: `${startCase(label)} must be today or in the future` }];
  if (day.year < today.year - YEARS_BACK) return [{ code: 'date.tooOld', message: `${startCase(label)} must be after ${today.year - YEARS_BACK}` }];
  if (day.year > today.year + YEARS_AHEAD) return [{ code: 'period.range', message: `${startCase(label)} must be before ${today.year + YEARS_AHEAD}` }];
  const first = options.notBefore === undefined ? undefined : (command as Record<string, unknown>)[options.notBefore];
  if (typeof first === 'string' && typeof value === 'string' && value < first) {
    return [{ code: 'period.order', message: `${startCase(label)} must not be before ${spoken(options.notBefore ?? '', undefined)}` }];
  }
  return [];
}

/**
 * A calendar day, held as `2026-12-09`. JSON sends that (or `9/12/2026`); a form three fields `x[day]`, `x[month]`, `x[year]`.
 * Faults: `required`, `date.invalid`, `date.future`, `date.past`, `date.tooOld`, `period.order`, `period.range`.
 */
export function LocalDate(options: DateOptions = {}): PropertyDecorator {
  return field((name) => {
    const label = spoken(name, options.label);
    return {
      required: options.required ?? false,
      read: dayFrom,
      check: (value, command) => {
        if (value === undefined || value === null) return options.required ? missing(label) : [];
        return dayProblems(value, label, options, command);
      },
      schema: { type: 'string', format: 'date' },
    };
  });
}

/** A day and a time that could not be made into an instant, and why. */
class NoMoment {
  constructor(readonly problem: Problem) {}
}

const CLOCK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/;
const WITH_OFFSET = /(Z|[+-]\d{2}:?\d{2})$/;

/** `14:30` of 14:30, 14.30, 2:30pm or 2.30 pm, `14:00` of 2pm, `12:00` of midday; null when it is no time of day. */
function clockFrom(text: string): string | null {
  if (/^(midday|noon)$/i.test(text)) return '12:00';
  const [, hours = '', minutes, half] = /^(\d{1,2})(?:[:.](\d{2}))?(?: ?([ap])\.?m\.?)?$/i.exec(text) ?? [];
  if (hours === '' || !(minutes || half)) return null;
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return null;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`;
}

function momentFrom(sent: unknown, label: string): unknown {
  if (isParts(sent)) {
    const day = dayFrom(sent);
    const { time, offset } = sent as { time?: unknown; offset?: unknown };
    if (day === null && part(time) === '') return null;
    if (typeof day !== 'string') return new NoMoment(isParts(day) ? partProblem(day, label) : { at: '/day', code: 'required', message: `Enter the day of ${label}` });
    const clock = clockFrom(part(time));
    if (clock === null) return new NoMoment({ at: '/time', code: 'time.invalid', message: 'Enter the time like 14:30 or 2:30pm' });
    return momentFrom(`${day}T${clock}${part(offset)}`, label);
  }
  if (sent instanceof Date || typeof sent !== 'string') return sent;
  const text = sent.trim();
  if (text === '') return null;
  const unreal = new NoMoment({ code: 'date.invalid', message: `${startCase(label)} must be a real date and time` });
  const withOffset = WITH_OFFSET.test(text);
  if (!CLOCK.test(withOffset ? text.replace(WITH_OFFSET, '') : text)) return unreal;
  const at = DateTime.fromISO(text, { zone: ZONE });
  if (!at.isValid) return unreal;
  if (withOffset) return at.toJSDate();
  if (at.toFormat("yyyy-MM-dd'T'HH:mm") !== text.slice(0, 16)) {
    return new NoMoment({ code: 'time.notExisting', message: `There was no ${text.slice(11, 16)} on that day: the clocks went forward` });
  }
  if (at.getPossibleOffsets().length > 1) {
    return new NoMoment({ code: 'time.twice', message: `${text.slice(11, 16)} came twice on that day: add +01:00 for before the clocks went back, or +00:00 for after` });
  }
  return at.toJSDate();
}

/**
 * An instant, held as a `Date`. Without an offset the time is meant in Europe/London; an hour that comes twice needs one.
 * A form sends `x[day]`, `x[month]`, `x[year]`, `x[time]`.
 * Faults: `required`, `date.invalid`, `time.invalid`, `time.notExisting`, `time.twice`, `date.future`, `date.tooOld`, `period.range`.
 */
export function Moment(options: { required?: boolean; label?: string; past?: boolean } = {}): PropertyDecorator {
  return field((name) => {
    const label = spoken(name, options.label);
    return {
      required: options.required ?? false,
      read: (sent) => momentFrom(sent, label),
      check: (value, command) => {
        if (value === undefined || value === null) return options.required ? missing(label) : [];
        if (value instanceof NoMoment) return [value.problem];
        if (!(value instanceof Date) || Number.isNaN(value.getTime())) return [{ code: 'date.invalid', message: `${startCase(label)} must be a real date and time` }];
        if (options.past && value.getTime() > Date.now() + 60_000) return [{ code: 'date.future', message: `${startCase(label)} must not be in the future` }];
        return dayProblems(localDay(value), label, {}, command);
      },
      schema: { type: 'string', format: 'date-time' },
    };
  });
}
