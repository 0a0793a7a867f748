import { registerDecorator, type ValidationArguments } from 'class-validator';

/** What is wrong with a value: `at` is a pointer below the field, e.g. `/0/name`; absent for the field itself. */
export interface Problem {
  readonly at?: string;
  readonly code: string;
  readonly message: string;
}

/** How one field of a command is read from JSON or from a form, and when it is right. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  /** From what was sent to the value that the command holds. Never throws: what cannot be read is left as it is for `check`. */
  read(sent: unknown): unknown;
  /** Every way in which the value that was read is wrong; none when it is right. `command` is the whole command. */
  check(value: unknown, command: object): readonly Problem[];
  /** JSON Schema of the value, for the API's own description. */
  readonly schema: Readonly<Record<string, unknown>>;
}

const fieldsByClass = new Map<unknown, Map<string, Field>>();

/** The fields of a command class, those it inherits first. */
export function fieldsOf(command: unknown): Field[] {
  const chain: unknown[] = [];
  for (let type = command; typeof type === 'function' && type !== Function.prototype; type = Object.getPrototypeOf(type)) chain.unshift(type);
  return chain.flatMap((type) => [...(fieldsByClass.get(type)?.values() ?? [])]);
}

/** Every class that has fields. */
export const commandClasses = (): (new () => object)[] => [...fieldsByClass.keys()] as (new () => object)[];

/** How a field is spoken of in messages: its label, or its name in words ("jobTitle" → "job title"). */
export const spoken = (name: string, label: string | undefined): string =>
  label ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

export const startCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const missing = (label: string): Problem[] => [{ code: 'required', message: `Enter ${label}` }];

/** Makes a property decorator out of a field: readable by `readCommand`, and checked by class-validator wherever the command comes from. */
export function field(describe: (name: string) => Omit<Field, 'name'>): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    const made: Field = { name, ...describe(name) };
    const fields = fieldsByClass.get(prototype.constructor) ?? new Map<string, Field>();
    fieldsByClass.set(prototype.constructor, fields.set(name, made));
    registerDecorator({
      name: 'field',
      target: prototype.constructor,
      propertyName: name,
      validator: {
        validate: (value: unknown, args?: ValidationArguments) => made.check(value, args?.object ?? {}).length === 0,
        defaultMessage: (args?: ValidationArguments) => made.check(args?.value, args?.object ?? {})[0]?.message ?? '',
      },
    });
  };
}
