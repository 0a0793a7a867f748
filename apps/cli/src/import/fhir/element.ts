/** What could not be read: the file, the place in it (`Patient.name[0].family`), and what is wrong in words. */
export interface FhirFault {
  file: string;
  where: string;
  message: string;
}

/**
 * One JSON object of a FHIR document, read by what it should be. A value of the wrong type is reported with its place and then
 * treated as absent; nothing here throws.
 */
export class FhirElement {
  private constructor(
    readonly json: Readonly<Record<string, unknown>>,
    readonly file: string,
    readonly where: string,
    private readonly faults: FhirFault[],
  ) {}

  /** The element, or null (and a fault) when the value is not an object. */
  static from(value: unknown, file: string, where: string, faults: FhirFault[]): FhirElement | null {
    if (isObject(value)) return new FhirElement(value, file, where, faults);
    faults.push({ file, where, message: `There should be an object here, and there is ${kindOf(value)}` });
    return null;
  }

  /** Says that something at `key` is wrong. */
  fault(key: string, message: string): void {
    this.faults.push({ file: this.file, where: `${this.where}.${key}`, message });
  }

  /** Trimmed; null when absent or empty. */
  text(key: string): string | null {
    const value = this.typed(key, 'a text', (found) => typeof found === 'string');
    return typeof value === 'string' ? value.trim() || null : null;
  }

  number(key: string): number | null {
    const value = this.typed(key, 'a number', (found) => typeof found === 'number');
    return typeof value === 'number' ? value : null;
  }

  truth(key: string): boolean | null {
    const value = this.typed(key, 'true or false', (found) => typeof found === 'boolean');
    return typeof value === 'boolean' ? value : null;
  }

  element(key: string): FhirElement | null {
    const value = this.typed(key, 'an object', isObject);
    return isObject(value) ? new FhirElement(value, this.file, `${this.where}.${key}`, this.faults) : null;
  }

  elements(key: string): FhirElement[] {
    return this.list(key).flatMap(([value, where]) => FhirElement.from(value, this.file, where, this.faults) ?? []);
  }

  /** For what is a list in one type of resource and single in another, as `identifier` is. */
  oneOrMore(key: string): FhirElement[] {
    const single = isObject(this.json[key]) ? this.element(key) : null;
    return single ? [single] : this.elements(key);
  }

  /** The texts of a list, empty ones left out. */
  texts(key: string): string[] {
    return this.list(key).flatMap(([value, where]) => {
      if (typeof value === 'string') return value.trim() || [];
      this.faults.push({ file: this.file, where, message: `There should be a text here, and there is ${kindOf(value)}` });
      return [];
    });
  }

  /** The extension whose address ends with `name` (FHIR UK Core and its forerunners differ in the part before), or null. */
  extension(name: string): FhirElement | null {
    return this.elements('extension').find((extension) => extension.text('url')?.toLowerCase().endsWith(name.toLowerCase())) ?? null;
  }

  /** A list may hold null where FHIR pads it to match the extensions of its items. */
  private list(key: string): [value: unknown, where: string][] {
    const value = this.typed(key, 'a list', Array.isArray);
    if (!Array.isArray(value)) return [];
    return value.map((item: unknown, at): [unknown, string] => [item, `${this.where}.${key}[${at}]`]).filter(([item]) => item !== null);
  }

  private typed(key: string, what: string, isRight: (value: unknown) => boolean): unknown {
    const value = Object.hasOwn(this.json, key) ? this.json[key] : undefined;
    if (value === undefined || value === null || isRight(value)) return value;
    this.fault(key, `There should be ${what} here, and there is ${kindOf(value)}`);
    return undefined;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
