/** A spreadsheet computes what begins so: it is given as text instead (OWASP, CSV injection). */
const COMPUTED = /^[=+\-@\t\r]/;

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const isComputed = typeof value === 'string' && COMPUTED.test(text);
  const safe = isComputed ? `'${text}` : text;
  return isComputed || /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Rows as RFC 4180 has them, with a byte order mark so that spreadsheets read UTF-8. */
export const csv = (rows: readonly (readonly (string | number | null)[])[]): string => `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
