import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { BadRequest, Invalid, type FieldFault } from '../errors';
import { field, fieldsOf, spoken, startCase, type Problem } from './field';

/** What the server alone decides: sent by a caller it is an error, never silently dropped. */
const READ_ONLY = new Set([
  'id', 'organisationId', 'ownerOrganisationId', 'personId', 'createdBy', 'createdAt', 'createdFor', 'version', 'rowVersion', 'source',
  'registeredBy', 'userId', 'state', 'sealedBy',
]);

const escapePointer = (name: string): string => name.replace(/~/g, '~0').replace(/\//g, '~1');

/** Where fields stand that are checked by class-validator's own decorators. */
function plainlyValidated(type: new () => object): Set<string> {
  return new Set(getMetadataStorage().getTargetValidationMetadatas(type, '', true, false).map((one) => one.propertyName));
}

function strangers(sent: object, known: ReadonlySet<string>): FieldFault[] {
  return Object.getOwnPropertyNames(sent).filter((name) => !known.has(name)).slice(0, 20).map((name) => READ_ONLY.has(name)
    ? { pointer: `/${escapePointer(name)}`, code: 'field.readOnly', message: `${name} cannot be set` }
    : { pointer: `/${escapePointer(name.slice(0, 100))}`, code: 'field.unknown', message: 'There is no such field' });
}

function faultsOf(error: ValidationError, command: object, fields: ReadonlyMap<string, { check(value: unknown, command: object): readonly Problem[] }>): FieldFault[] {
  const pointer = `/${escapePointer(error.property)}`;
  const own = fields.get(error.property)?.check(error.value, command) ?? [];
  if (own.length > 0) return own.map(({ at, code, message }) => ({ pointer: pointer + (at ?? ''), code, message }));
  return Object.entries(error.constraints ?? {}).map(([code, message]) => ({ pointer, code, message }));
}

/**
 * Makes a command of what was sent as JSON or by a form.
 * @throws BadRequest `body.required`; Invalid `body.object`, `field.unknown`, `field.readOnly` and what the fields say
 */
export function readCommand<T extends object>(type: new () => T, sent: unknown): T {
  if (sent === undefined) throw new BadRequest('body.required', 'Send something');
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) throw Invalid.field('', 'body.object', 'Send an object');
  const fields = new Map(fieldsOf(type).map((one) => [one.name, one]));
  const known = new Set([...fields.keys(), ...plainlyValidated(type)]);
  const foreign = strangers(sent, known);
  const command = filled(type, sent as Record<string, unknown>);
  const wrong = validateSync(command, { stopAtFirstError: true, forbidUnknownValues: false }).flatMap((error) => faultsOf(error, command, fields));
  if (foreign.length + wrong.length > 0) throw new Invalid([...foreign, ...wrong]);
  return command;
}

const unread = new WeakMap<object, readonly string[]>();

/** The parameters of a lenient query that could not be read and stand as if they had not been given. */
export const unreadParameters = (query: object): readonly string[] => unread.get(query) ?? [];

/**
 * Makes a query of the part of an address behind the question mark; parameters that nobody knows are ignored. `lenient`,
 * for pages: what cannot be read counts as not given, and `unreadParameters` names it.
 * @throws Invalid with what the fields say, unless lenient
 */
export function readQuery<T extends object>(type: new () => T, sent: Readonly<Record<string, unknown>>, options: { lenient?: boolean } = {}): T {
  const fields = new Map(fieldsOf(type).map((one) => [one.name, one]));
  const query = filled(type, sent);
  const errors = validateSync(query, { stopAtFirstError: true, forbidUnknownValues: false });
  const wrong = errors.flatMap((error) => faultsOf(error, query, fields));
  if (wrong.length === 0) return query;
  if (!options.lenient) throw new Invalid(wrong);
  const names = errors.map((error) => error.property);
  const known = filled(type, Object.fromEntries(Object.entries(sent).filter(([name]) => !names.includes(name))));
  unread.set(known, names);
  return known;
}

function filled<T extends object>(type: new () => T, sent: Readonly<Record<string, unknown>>): T {
  const command = new type() as T & Record<string, unknown>;
  const own = (name: string): unknown => (Object.hasOwn(sent, name) ? sent[name] : undefined);
  for (const one of fieldsOf(type)) (command as Record<string, unknown>)[one.name] = one.read(own(one.name));
  const fields = new Set(fieldsOf(type).map((one) => one.name));
  for (const name of plainlyValidated(type)) if (!fields.has(name)) (command as Record<string, unknown>)[name] = own(name);
  return command;
}

interface ListOptions {
  max: number;
  required?: boolean;
  label?: string;
  /** is an entry one of the empty rows of a form? It is read as `null`, so that the places of the others stay as they were sent */
  isBlank?: (entry: Readonly<Record<string, unknown>>) => boolean;
  /** a list that is not sent at all stays `undefined`: for changes that leave alone what they do not name */
  mayBeAbsent?: boolean;
}

/** A list of smaller commands, at most `max`. Faults: `required`, `list`, `tooLong`, and what each of them says, with its place. */
export function ListOf<T extends object>(type: () => new () => T, options: ListOptions): PropertyDecorator {
  return field((name) => {
    const label = spoken(name, options.label);
    const read = (one: unknown): unknown => {
      if (options.isBlank && typeof one === 'object' && one !== null && options.isBlank(one as Record<string, unknown>)) return null;
      try {
        return readCommand(type(), one);
      } catch (error) {
        if (error instanceof Invalid) return error;
        throw error;
      }
    };
    // As many as are too many say so: nobody reads the rest. A blank row is none.
    const some = (sent: readonly unknown[]): unknown[] => {
      const rows: unknown[] = [];
      for (let count = 0, n = 0; n < sent.length && count <= options.max; n += 1) {
        rows.push(read(sent[n]));
        if (rows[n] !== null) count += 1;
      }
      return rows;
    };
    return {
      required: options.required ?? false,
      read: (sent) => {
        if (sent === undefined && options.mayBeAbsent) return undefined;
        return sent === undefined || sent === null ? [] : Array.isArray(sent) ? some(sent) : sent;
      },
      check: (value) => {
        if (value === undefined && options.mayBeAbsent) return [];
        if (!Array.isArray(value)) return [{ code: 'list', message: `${startCase(label)} must be a list` }];
        if (value.length === 0) return options.required ? [{ code: 'required', message: `Enter ${label}` }] : [];
        if (value.filter((one) => one !== null).length > options.max) return [{ code: 'tooLong', message: `${startCase(label)} must be ${options.max} or fewer` }];
        return value.flatMap((one: unknown, index) =>
          one instanceof Invalid ? one.errors.map(({ pointer, code, message }) => ({ at: `/${index}${pointer}`, code, message })) : []);
      },
      schema: { type: 'array', maxItems: options.max },
    };
  });
}
