import { DateTime } from 'luxon';
import type { FhirElement } from './element';
import type { ImportedDate, ImportedPeriod } from './imported';

const partial = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const withTime = /^\d{4}-\d{2}-\d{2}T/;
const zone = 'Europe/London';

/** The date at `key`: `1948`, `1948-03`, `1948-03-09`, or the London day of a date and time. What is no day of the calendar is a fault. */
export function readDate(parent: FhirElement, key: string): ImportedDate | null {
  const text = parent.text(key);
  if (!text) return null;
  const [, year, month, day] = partial.exec(withTime.test(text) ? (DateTime.fromISO(text, { zone }).toISODate() ?? '') : text) ?? [];
  const value = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (year && year !== '0000' && DateTime.fromISO(value).isValid) return { value, estimated: !day, source: text };
  parent.fault(key, `"${text}" is not a date`);
  return null;
}

/** A date of birth: also not after today and not more than 130 years ago. */
export function readBirthDate(parent: FhirElement, key: string, now: Date): ImportedDate | null {
  const date = readDate(parent, key);
  const today = DateTime.fromJSDate(now, { zone });
  if (date && date.value > (today.toISODate() ?? '')) {
    parent.fault(key, `"${date.source}" is in the future`);
    return null;
  }
  if (date && date.value < (today.minus({ years: 130 }).toISODate() ?? '')) {
    parent.fault(key, `"${date.source}" is more than 130 years ago`);
    return null;
  }
  return date;
}

/** Whether somebody born then is younger than 18; a partial date counts as the youngest that it can mean. */
export function mayBeUnder18(born: ImportedDate, now: Date): boolean {
  const unit = born.source.length === 4 ? 'year' : born.estimated ? 'month' : 'day';
  const youngest = DateTime.fromISO(born.value, { zone }).endOf(unit).startOf('day');
  return youngest.plus({ years: 18 }) > DateTime.fromJSDate(now, { zone });
}

export function readPeriod(parent: FhirElement, key = 'period'): ImportedPeriod | null {
  const period = parent.element(key);
  return period && { from: readDate(period, 'start'), to: readDate(period, 'end') };
}

/** A moment; one without a time of day is the start of that day in London, and `timeKnown` is false. */
export function readMoment(parent: FhirElement, key: string): { at: Date; timeKnown: boolean } | null {
  const text = parent.text(key);
  if (!text) return null;
  const moment = DateTime.fromISO(text, { zone });
  if (moment.isValid && (partial.test(text) || withTime.test(text))) return { at: moment.toJSDate(), timeKnown: withTime.test(text) };
  parent.fault(key, `"${text}" is not a date and time`);
  return null;
}
