import { field, missing, spoken, startCase } from './field';

const DIGITS = /^-?\d{1,16}$/;
const asNumber = (sent: unknown): unknown => {
  if (typeof sent !== 'string') return sent;
  const text = sent.trim();
  if (text === '') return null;
  return DIGITS.test(text) ? Number(text) : sent;
};

/** A whole number from `min` to `max`. Faults: `required`, `number` (also for 1e400, NaN and what a double cannot hold). */
export function WholeNumber(options: { min: number; max: number; required?: boolean; label?: string }): PropertyDecorator {
  return field((name) => {
    const label = spoken(name, options.label);
    return {
      required: options.required ?? false,
      read: asNumber,
      check: (value) => {
        if (value === undefined || value === null) return options.required ? missing(label) : [];
        const right = Number.isSafeInteger(value) && (value as number) >= options.min && (value as number) <= options.max;
        return right ? [] : [{ code: 'number', message: `${startCase(label)} must be a whole number from ${options.min} to ${options.max}` }];
      },
      schema: { type: 'integer', minimum: options.min, maximum: options.max },
    };
  });
}

/** How many rows of a list: 1–100, otherwise 50. Faults: `limit`. */
export const Limit = (usual = 50): PropertyDecorator =>
  field(() => ({
    required: false,
    read: (sent) => (sent === undefined ? usual : asNumber(sent)),
    check: (value) =>
      Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= 100 ? [] : [{ code: 'limit', message: 'limit must be from 1 to 100' }],
    schema: { type: 'integer', minimum: 1, maximum: 100, default: usual },
  }));

/** By what a list is sorted: one of the given keys, otherwise the first. Faults: `sort.unknown`. */
export const Sort = (keys: readonly [string, ...string[]]): PropertyDecorator =>
  field(() => ({
    required: false,
    read: (sent) => sent ?? keys[0],
    check: (value) => (typeof value === 'string' && keys.includes(value) ? [] : [{ code: 'sort.unknown', message: `sort must be one of ${keys.join(', ')}` }]),
    schema: { type: 'string', enum: keys, default: keys[0] },
  }));
