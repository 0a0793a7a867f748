import { isUuid } from '../ids';
import { field, spoken, startCase } from './field';

interface ChoiceOptions {
  required?: boolean;
  /** As it stands in a sentence: "the kind of contact". */
  label?: string;
}

const emptyToNull = (sent: unknown): unknown => (sent === '' ? null : sent);
const asList = (sent: unknown): unknown => {
  if (sent === undefined || sent === null || sent === '') return [];
  return Array.isArray(sent) ? sent.filter((one) => one !== '') : [sent];
};
const choose = (label: string) => [{ code: 'required', message: `Choose ${label}` }];
const unknown = (label: string, at?: string) => ({ ...(at === undefined ? {} : { at }), code: 'choice', message: `Choose ${label} from the list` });

/** One of the given words. Faults: `required`, `choice`. */
export function OneOf(values: readonly string[], options: ChoiceOptions = {}): PropertyDecorator {
  return field((name) => {
    const label = spoken(name, options.label);
    return {
      required: options.required ?? false,
      read: emptyToNull,
      check: (value) => {
        if (value === undefined || value === null) return options.required ? choose(label) : [];
        return typeof value === 'string' && values.includes(value) ? [] : [unknown(label)];
      },
      schema: { type: 'string', enum: values },
    };
  });
}

/** Any of the given words, each once; a form sends one as text and several as a list. Faults: `required`, `choice`. */
export function ManyOf(values: readonly string[], options: ChoiceOptions = {}): PropertyDecorator {
  return field((name) => {
    const label = spoken(name, options.label);
    return {
      required: options.required ?? false,
      read: (sent) => {
        const list = asList(sent);
        return Array.isArray(list) ? [...new Set<unknown>(list)] : list;
      },
      check: (value) => {
        if (!Array.isArray(value)) return [unknown(label)];
        if (value.length === 0) return options.required ? choose(label) : [];
        return value.flatMap((one: unknown, index) => (typeof one === 'string' && values.includes(one) ? [] : [unknown(label, `/${index}`)]));
      },
      schema: { type: 'array', items: { type: 'string', enum: values } },
    };
  });
}

const YES = ['on', 'true', 'yes', '1'];
const NO = ['', 'false', 'no', '0'];

/** Yes or no. A form sends a ticked box as `on` and an empty one not at all; absent is no. Faults: `flag`. */
export function Flag(options: { label?: string } = {}): PropertyDecorator {
  return field((name) => ({
    required: false,
    read: (sent) => {
      if (sent === undefined || sent === null) return false;
      if (typeof sent !== 'string') return sent;
      if (YES.includes(sent.toLowerCase())) return true;
      return NO.includes(sent.toLowerCase()) ? false : sent;
    },
    check: (value) => (typeof value === 'boolean' ? [] : [{ code: 'flag', message: `${startCase(spoken(name, options.label))} must be yes or no` }]),
    schema: { type: 'boolean' },
  }));
}

const lower = (sent: unknown): unknown => (isUuid(sent) ? sent.toLowerCase() : sent);

/** The id of something that was chosen. Faults: `required`, `choice`. */
export function Id(options: ChoiceOptions = {}): PropertyDecorator {
  return field((name) => {
    const label = spoken(name, options.label);
    return {
      required: options.required ?? false,
      read: (sent) => lower(emptyToNull(sent)),
      check: (value) => {
        if (value === undefined || value === null) return options.required ? choose(label) : [];
        return isUuid(value) ? [] : [unknown(label)];
      },
      schema: { type: 'string', format: 'uuid' },
    };
  });
}

/** Ids of things that were chosen, each once, at most 100. Faults: `required`, `choice`, `tooLong`. */
export function Ids(options: ChoiceOptions = {}): PropertyDecorator {
  return field((name) => {
    const label = spoken(name, options.label);
    return {
      required: options.required ?? false,
      read: (sent) => {
        const list = asList(sent);
        return Array.isArray(list) ? [...new Set(list.map(lower))] : list;
      },
      check: (value) => {
        if (!Array.isArray(value)) return [unknown(label)];
        if (value.length === 0) return options.required ? choose(label) : [];
        if (value.length > 100) return [{ code: 'tooLong', message: 'Choose 100 or fewer' }];
        return value.flatMap((one: unknown, index) => (isUuid(one) ? [] : [unknown(label, `/${index}`)]));
      },
      schema: { type: 'array', maxItems: 100, items: { type: 'string', format: 'uuid' } },
    };
  });
}
