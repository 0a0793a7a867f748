import { Id } from './dice';

/** A day is its number, a moment its microseconds, both after 1 January 2000. */
export type Value = string | number | boolean | null | Id | readonly (string | Id)[];

const HEAD = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const END = Buffer.from([0xff, 0xff]);
/** How the first and the last moment of all begin and end. */
const FOREVER: Readonly<Record<string, readonly [number, number]>> = { infinity: [0x7fffffff, 0xffffffff], '-infinity': [-0x80000000, 0] };
const WORD = 2 ** 32;
const UUID_OID = 2950;
const TEXT_OID = 25;
const SHORT = 48;
/** More than the length and the value of any field but words and lists. */
const FIELD = 24;

/** Of the columns that a large place fills. */
const TYPES = ['uuid', 'text', 'timestamp with time zone', 'boolean', 'integer', 'date', 'text[]', 'uuid[]', 'jsonb'] as const;
type Type = (typeof TYPES)[number];

/**
 * Rows as `copy … with (format binary)` takes them: half of what a copy of text costs is reading ids, days and lists out of words.
 * @see https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS
 */
export class BinaryRows {
  private bytes = Buffer.allocUnsafeSlow(1 << 16);
  private view = viewOf(this.bytes);
  private length = HEAD.copy(this.bytes);
  /** the list that was written last, and where it stands: most rows of a table have the same */
  private last: { values: Value; from: number; to: number } | null = null;

  private readonly types: readonly Type[];

  /** @param types of the columns in their order, as `format_type` names them */
  constructor(types: readonly string[]) {
    // Our own words, because a word from elsewhere is compared with each letter by letter.
    this.types = types.map((type) => {
      const known = TYPES.find((one) => one === type);
      if (!known) throw new Error(`A large place writes no ${type}`);
      return known;
    });
  }

  add(values: readonly Value[]): void {
    this.room(FIELD);
    this.view.setInt16(this.length, values.length);
    this.length += 2;
    for (let n = 0; n < values.length; n++) this.field(this.types[n] ?? 'text', values[n] ?? null);
  }

  /** All rows so far; none are left. */
  take(): Buffer {
    this.room(END.length);
    const all = this.bytes.subarray(0, this.length + END.copy(this.bytes, this.length));
    this.bytes = Buffer.allocUnsafeSlow(this.bytes.length);
    this.view = viewOf(this.bytes);
    this.length = HEAD.copy(this.bytes);
    this.last = null;
    return all;
  }

  private field(type: Type, value: Value): void {
    this.room(FIELD);
    const at = this.length;
    this.length += 4;
    if (value !== null) this.value(type, value);
    this.view.setInt32(at, value === null ? -1 : this.length - at - 4);
  }

  private value(type: Type, value: Exclude<Value, null>): void {
    if (type === 'uuid') this.id(value as Id);
    else if (type === 'text') this.text(String(value));
    else if (type === 'timestamp with time zone') this.moment(value as string | number);
    else if (type === 'boolean') this.bytes[this.length++] = value ? 1 : 0;
    else if (type === 'integer' || type === 'date') this.figure(value as number);
    else if (type === 'text[]' || type === 'uuid[]') this.list(type === 'uuid[]' ? 'uuid' : 'text', value as readonly (string | Id)[]);
    else {
      this.bytes[this.length++] = 1;
      this.text(value as string);
    }
  }

  private figure(figure: number): void {
    this.view.setInt32(this.length, figure);
    this.length += 4;
  }

  private id({ first, second, third, fourth }: Id): void {
    this.view.setInt32(this.length, first);
    this.view.setInt32(this.length + 4, second);
    this.view.setInt32(this.length + 8, third);
    this.view.setInt32(this.length + 12, fourth);
    this.length += 16;
  }

  private moment(at: string | number): void {
    const [high, low] = typeof at === 'string' ? (FOREVER[at] ?? [0, 0]) : [Math.floor(at / WORD), at % WORD];
    this.figure(high);
    this.figure(low);
  }

  private list(type: 'uuid' | 'text', values: readonly (string | Id)[]): void {
    if (values === this.last?.values) {
      const { from, to } = this.last;
      this.room(to - from);
      this.bytes.copyWithin(this.length, from, to);
      this.length += to - from;
      return;
    }
    const from = this.length;
    for (const figure of [values.length > 0 ? 1 : 0, 0, type === 'uuid' ? UUID_OID : TEXT_OID]) this.figure(figure);
    if (values.length === 0) return;
    this.room(FIELD);
    for (const figure of [values.length, 1]) this.figure(figure);
    for (const value of values) this.field(type, value);
    this.last = { values, from, to: this.length };
  }

  private text(words: string): void {
    this.room(words.length * 3);
    const began = this.length;
    for (let n = 0; n < words.length && words.length < SHORT; n++) {
      const code = words.charCodeAt(n);
      if (code > 127) break;
      this.bytes[this.length++] = code;
    }
    if (this.length - began < words.length) this.length = began + this.bytes.write(words, began);
  }

  private room(bytes: number): void {
    if (this.length + bytes <= this.bytes.length) return;
    const wider = Buffer.allocUnsafeSlow(2 * (this.bytes.length + bytes));
    this.bytes.copy(wider, 0, 0, this.length);
    this.bytes = wider;
    this.view = viewOf(wider);
  }
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
