declare module 'pg/lib/utils' {
  /** How the driver writes a value on the wire: null, or text. */
  export function prepareValue(value: unknown): string | number | null;
}
