import type { FieldFault } from '@app/kernel';
import type { FieldError } from '@app/web-kit';

/** A form that was refused: shown again on its page with this status. */
export interface FormAgain {
  readonly status: number;
  readonly faults: readonly FieldFault[];
  /** the fault's own code, for a page that explains one of them */
  readonly code?: string;
  /** said when no field is to blame */
  readonly message: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** what stands now, when somebody else saved first */
  readonly current?: unknown;
  /** the version that the form was filled from */
  readonly version?: string;
}

type Values = Readonly<Record<string, unknown>>;

const word = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The input that an error links to: `/due/day` is `due-day`, a date that is wrong as a whole its first part. */
function inputOf(pointer: string, values: Values): string {
  const [name = '', ...rest] = pointer.slice(1).split('/');
  const value = values[name];
  // A row of a list: its place, and the field in it.
  const row: unknown = Array.isArray(value) && rest.length > 1 ? value[Number(rest[0])] : undefined;
  if (typeof row === 'object' && row !== null) return `${name}-${rest[0]}-${inputOf(`/${rest.slice(1).join('/')}`, row as Values)}`;
  const inParts = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (rest.length === 0) return inParts ? `${name}-day` : name;
  return inParts ? `${name}-${rest.join('-')}` : name;
}

/** What stands in a form: nothing yet, what was typed and refused, or what was kept over a sign-in. */
export class FormState {
  constructor(
    private readonly values: Values = {},
    /** for the error summary, in the order of the fields */
    readonly errors: readonly FieldError[] = [],
    /** what somebody else saved meanwhile */
    readonly current?: unknown,
    /** why the form was refused as a whole, for example `person.mayExist` */
    readonly code?: string,
    /** the version that a refused form was filled from: what is sent again is measured by it */
    readonly version?: string,
  ) {}

  static readonly empty = new FormState();

  static again(form: FormAgain): FormState {
    const errors = form.faults.map(({ pointer, message }) => ({ field: inputOf(pointer, form.values), text: message }));
    const unique = errors.filter((error, index) => errors.findIndex((other) => other.field === error.field && other.text === error.text) === index);
    return new FormState(form.values, unique.length > 0 ? unique : [{ field: 'maincontent', text: form.message }], form.current, form.code, form.version);
  }

  /** Whether anything was typed that is not yet saved. */
  get isFilled(): boolean {
    return Object.keys(this.values).length > 0;
  }

  /** What was typed; `otherwise` what stands there before anything is typed. */
  text(name: string, otherwise = ''): string {
    return this.isFilled ? (word(this.values[name]) ?? '') : otherwise;
  }

  /** The rows of a list in the form, each as a form of its own. */
  rows(name: string): FormState[] {
    const value = this.values[name];
    return (Array.isArray(value) ? value : []).map((row: unknown) => new FormState(typeof row === 'object' && row !== null ? (row as Values) : {}));
  }

  /** What was ticked. */
  list(name: string, otherwise: readonly string[] = []): string[] {
    if (!this.isFilled) return [...otherwise];
    const value = this.values[name];
    return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
  }

  /** The parts of a date as typed, for the official date input; `otherwise` a day like `2026-12-09`. */
  date(name: string, otherwise?: string | null): { day: string; month: string; year: string } {
    if (!this.isFilled) {
      const [year = '', month = '', day = ''] = (otherwise ?? '').split('-');
      return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
    }
    return { day: this.part(name, 'day'), month: this.part(name, 'month'), year: this.part(name, 'year') };
  }

  /** One part of a field in parts, for example `x[time]`. */
  part(name: string, part: string, otherwise = ''): string {
    if (!this.isFilled) return otherwise;
    const value = this.values[name];
    return typeof value === 'object' && value !== null ? (word((value as Values)[part]) ?? '') : '';
  }
}
