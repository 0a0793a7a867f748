import { field, spoken, startCase } from './field';
import { keptText, textProblems } from './text';

const LEAST_LETTERS = 10;
const LEAST_DIFFERENT = 5;
const LETTER = /\p{L}/gu;
const WORD = /\p{L}{2,}/gu;

/** Whether somebody who reads it later can tell from it why: two words, ten letters, and not the same few again and again. */
const saysWhy = (text: string): boolean => {
  const letters = text.toLowerCase().match(LETTER) ?? [];
  return letters.length >= LEAST_LETTERS && new Set(letters).size >= LEAST_DIFFERENT && (text.match(WORD) ?? []).length >= 2;
};

/** Why somebody does what others will ask about, in words of their own. Faults: `reason.required`, `reason.short`, and those of `LongText`. */
export function Reason(options: { max?: number; label?: string; required?: boolean } = {}): PropertyDecorator {
  const { max = 2000, required = true } = options;
  return field((name) => {
    const label = spoken(name, options.label);
    return {
      required,
      read: keptText,
      check: (value) => {
        if (value === undefined || value === null) return required ? [{ code: 'reason.required', message: `Enter ${label}` }] : [];
        const problems = textProblems(value, label, max, true);
        if (problems.length > 0) return problems;
        return saysWhy(value as string) ? [] : [{ code: 'reason.short', message: `${startCase(label)} must be said in a few words that somebody else can follow` }];
      },
      schema: { type: 'string', maxLength: max },
    };
  });
}
