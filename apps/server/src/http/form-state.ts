import type { FieldFault } from '@app/kernel';
import type { FieldError } from '@app/web-kit';
import type { TypedForm } from './typed-forms';

/** What a form that is sent again is measured by. */
interface FilledFrom {
  /** the version that the form was filled from */
  readonly version?: string;
  /** marks of what it was filled with, where two people may write it at once */
  readonly base?: string;
}

/** Why a form as a whole was refused. */
interface Refused extends FilledFrom {
  /** the fault's own code, for a page that explains one of them: for example `person.mayExist` */
  readonly code?: string;
  /** what stands now, when somebody else saved first */
  readonly current?: unknown;
}

/** A form that was refused: shown again on its page with this status. */
export interface FormAgain extends Refused {
  readonly status: number;
  readonly faults: readonly FieldFault[];
  /** said when no field is to blame */
  readonly message: string;
  readonly values: Readonly<Record<string, unknown>>;
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
  /** since when it is kept without having been sent */
  readonly keptAt: Date | null = null;

  constructor(
    readonly values: Values = {},
    /** for the error summary, in the order of the fields */
    readonly errors: readonly FieldError[] = [],
    private readonly refused: Refused = {},
  ) {}

  get current(): unknown {
    return this.refused.current;
  }

  get code(): string | undefined {
    return this.refused.code;
  }

  get version(): string | undefined {
    return this.refused.version;
  }

  get base(): string | undefined {
    return this.refused.base;
  }

  static readonly empty = new FormState();

  static again(form: FormAgain): FormState {
    const errors = form.faults.map(({ pointer, message }) => ({ field: inputOf(pointer, form.values), text: message }));
    const unique = errors.filter((error, index) => errors.findIndex((other) => other.field === error.field && other.text === error.text) === index);
    return new FormState(form.values, unique.length > 0 ? unique : [{ field: 'maincontent', text: form.message }], form);
  }

  /** What was sent when the session had ended, and waited for its writer. */
  static kept({ _version, _base, ...values }: Values): FormState {
    return new FormState(values, [], { version: word(_version), base: word(_base) });
  }

  /** The same refusal with other words in its boxes. */
  with(values: Values): FormState {
    return new FormState(values, this.errors, this.refused);
  }

  /** What a form that is sent again is measured by: the version it was filled from, until its writer has been shown what somebody else saved. @param now the version that stands */
  versionOf(now: number | string): string {
    return this.current === undefined ? (this.version ?? String(now)) : String(now);
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

/** What somebody typed and never sent. */
export class TypedFormState extends FormState {
  override readonly keptAt: Date;

  constructor({ typed: { _base, ...typed }, version, at }: TypedForm) {
    super(typed, [], { version: version ?? undefined, base: word(_base) });
    this.keptAt = at;
  }
}
