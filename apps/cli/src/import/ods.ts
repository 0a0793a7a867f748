import { text as wholeText } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { readableName } from './readable-name';

export type OdsStatus = 'active' | 'closed' | 'dormant' | 'proposed';

export type OdsFlag = 'no-postcode' | 'no-phone' | 'other-prescribing-setting' | 'opened-on-unreadable' | 'closed-on-unreadable';

export interface OdsPractice {
  /** ODS code, e.g. `F81018` */
  code: string;
  /** for the eye; {@link sourceName} is what the register says */
  name: string;
  sourceName: string;
  addressLines: string[];
  postcode: string | null;
  phone: string | null;
  status: OdsStatus;
  /** calendar dates, `1974-04-01` */
  openedOn: string | null;
  closedOn: string | null;
  commissionerCode: string | null;
  flags: OdsFlag[];
}

export interface OdsReading {
  practices: OdsPractice[];
  /** rows that were left out; `line` counts from 1 */
  faults: { line: number; message: string }[];
}

const statuses: Readonly<Record<string, OdsStatus | undefined>> = { A: 'active', C: 'closed', D: 'dormant', P: 'proposed' };

const column = { code: 0, name: 1, address: 4, postcode: 9, opened: 10, closed: 11, status: 12, commissioner: 14, phone: 17, setting: 25 };

/** The prescribing setting of an English GP practice. Clinics, out-of-hours services and prisons have others; Wales has none. */
const gpPractice = '4';

/**
 * Reads the NHS register of practices: `epraccur` of the NHS Organisation Data Service, quoted CSV without a header, one practice
 * a line. A line that cannot be read is reported and the others are read all the same: each line is parsed by itself, so that a
 * quotation mark that is never closed cannot swallow the rest of the file.
 * Throws only when the stream itself fails.
 */
export async function readOdsPractices(csv: string | Readable): Promise<OdsReading> {
  const lines = (typeof csv === 'string' ? csv : await wholeText(csv)).replace(/^\ufeff/, '').split(/\r?\n/);
  const practices = new Map<string, OdsPractice>();
  const faults: OdsReading['faults'] = [];
  lines.forEach((line, index) => {
    if (!line.trim()) return;
    const practice = readLine(line);
    if (typeof practice === 'string') faults.push({ line: index + 1, message: practice });
    else if (practices.has(practice.code)) faults.push({ line: index + 1, message: `${practice.code} was on an earlier line` });
    else practices.set(practice.code, practice);
  });
  return { practices: [...practices.values()], faults };
}

/** The practice, or why there is none. */
function readLine(line: string): OdsPractice | string {
  let cells: string[];
  try {
    cells = parse(line)[0] ?? [];
  } catch {
    return 'The quotation marks do not match';
  }
  const cell = (at: number) => (cells[at] ?? '').trim();
  if (cells.length <= column.phone) return `There are ${cells.length} columns, and a practice has at least ${column.phone + 1}`;
  const status = statuses[cell(column.status)];
  if (!status) return `The status is "${cell(column.status)}", and should be A, C, D or P`;
  if (!/^[A-Z0-9]{3,12}$/.test(cell(column.code))) return `"${cell(column.code)}" is not an ODS code`;
  if (!cell(column.name)) return `${cell(column.code)} has no name`;
  return readPractice(cell, status);
}

function readPractice(cell: (at: number) => string, status: OdsStatus): OdsPractice {
  const openedOn = readDay(cell(column.opened));
  const closedOn = readDay(cell(column.closed));
  const flags: [OdsFlag, boolean][] = [
    ['no-postcode', !cell(column.postcode)],
    ['no-phone', !cell(column.phone)],
    ['other-prescribing-setting', cell(column.setting) !== gpPractice],
    ['opened-on-unreadable', openedOn === undefined],
    ['closed-on-unreadable', closedOn === undefined],
  ];
  return {
    code: cell(column.code),
    name: readableName(cell(column.name)),
    sourceName: cell(column.name),
    addressLines: [0, 1, 2, 3, 4].map((line) => readableName(cell(column.address + line))).filter(Boolean),
    postcode: cell(column.postcode) || null,
    phone: cell(column.phone) || null,
    status,
    openedOn: openedOn ?? null,
    closedOn: closedOn ?? null,
    commissionerCode: cell(column.commissioner) || null,
    flags: flags.filter(([, isSo]) => isSo).map(([flag]) => flag),
  };
}

/** `19740401` → `1974-04-01`; null when the cell is empty, undefined when it is not a day of the calendar. */
function readDay(text: string): string | null | undefined {
  if (!text) return null;
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const day = parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : '';
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}
