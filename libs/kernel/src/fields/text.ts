import { field, missing, spoken, startCase, type Problem } from './field';

export interface TextOptions {
  /** Most code points: what a person counts as characters, not UTF-16 units. */
  max: number;
  required?: boolean;
  /** As it stands in a sentence: "the job title". */
  label?: string;
}

// NUL and other control characters except tab and line feed, bidirectional overrides and isolates, lone surrogates.
const UNKEEPABLE = /[\p{Cs}\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const INVISIBLE = /[\s\p{Z}\p{Cf}]/gu;
const EDGES = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g;

/** Whether nothing that can be seen was typed. */
export const isBlank = (text: string): boolean => text.replace(INVISIBLE, '') === '';

/** What was typed as it is kept: composed (NFC), one kind of line end, no blanks around it; `null` when there is nothing to see. */
export function keptText(sent: unknown): unknown {
  if (sent === undefined || sent === null) return sent;
  if (typeof sent !== 'string') return sent;
  const text = sent.replace(/\r\n?/g, '\n').replace(EDGES, '').normalize('NFC');
  return isBlank(text) ? null : text;
}

/** What is wrong with one text; `manyLines` allows line breaks. */
export function textProblems(value: unknown, label: string, max: number, manyLines: boolean): Problem[] {
  if (typeof value !== 'string') return [{ code: 'text', message: `${startCase(label)} must be text` }];
  if (UNKEEPABLE.test(value) || (!manyLines && value.includes('\n'))) {
    return [{ code: 'character', message: `${startCase(label)} has a character that cannot be kept. Remove it, or type the text again` }];
  }
  if ([...value].length > max) return [{ code: 'tooLong', message: `${startCase(label)} must be ${max.toLocaleString('en-GB')} characters or fewer` }];
  return [];
}

function text(options: TextOptions, manyLines: boolean): PropertyDecorator {
  return field((name) => {
    const label = spoken(name, options.label);
    return {
      required: options.required ?? false,
      read: keptText,
      check: (value) => {
        if (value === undefined || value === null) return options.required ? missing(label) : [];
        return textProblems(value, label, options.max, manyLines);
      },
      schema: { type: 'string', maxLength: options.max },
    };
  });
}

/**
 * One line of text. Absent is `undefined`; given but blank is `null`, so that a change can clear it.
 * Faults: `required`, `text`, `character`, `tooLong`.
 */
export const Text = (options: TextOptions): PropertyDecorator => text(options, false);

/** Text of several lines, at most 10,000 characters unless told. Faults as for `Text`. */
export const LongText = (options: Partial<TextOptions> = {}): PropertyDecorator => text({ max: 10_000, ...options }, true);

const ADDRESS = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\.]+$/u;

/** An e-mail address in lower case. Faults: `required`, `character`, `tooLong`, `email`. */
export function Email(options: { required?: boolean; label?: string } = {}): PropertyDecorator {
  return field((name) => {
    const label = spoken(name, options.label);
    return {
      required: options.required ?? false,
      read: (sent) => {
        const kept = keptText(sent);
        return typeof kept === 'string' ? kept.toLowerCase() : kept;
      },
      check: (value) => {
        if (value === undefined || value === null) return options.required ? missing(label) : [];
        const problems = textProblems(value, label, 254, false);
        if (problems.length > 0) return problems;
        return ADDRESS.test(value as string) ? [] : [{ code: 'email', message: `${startCase(label)} must be like name@example.org` }];
      },
      schema: { type: 'string', format: 'email', maxLength: 254 },
    };
  });
}

/** A password as typed, untouched but for composition. Faults: `required`, `tooLong` (200). */
export function Secret(options: { label?: string } = {}): PropertyDecorator {
  return field((name) => {
    const label = spoken(name, options.label);
    return {
      required: true,
      read: (sent) => (typeof sent === 'string' ? sent.normalize('NFC') : sent),
      check: (value) => {
        if (value === undefined || value === null || value === '') return missing(label);
        if (typeof value !== 'string') return [{ code: 'text', message: `${startCase(label)} must be text` }];
        return value.length > 200 ? [{ code: 'tooLong', message: `${startCase(label)} must be 200 characters or fewer` }] : [];
      },
      schema: { type: 'string', format: 'password' },
    };
  });
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** What to look for in a list, at most 100 characters. Faults: `tooShort` (no letter and no digit), `tooLong`, `character`. */
export const Search = (): PropertyDecorator =>
  field(() => ({
    required: false,
    read: (sent) => (typeof sent === 'string' && sent !== '' && isBlank(sent) ? ' ' : keptText(sent)),
    check: (value) => {
      if (value === undefined || value === null) return [];
      const problems = textProblems(value, 'what you look for', 100, false);
      if (problems.length > 0) return problems;
      return LETTER_OR_DIGIT.test(value as string) ? [] : [{ code: 'tooShort', message: 'Enter at least one letter or digit to look for' }];
    },
    schema: { type: 'string', maxLength: 100 },
  }));
