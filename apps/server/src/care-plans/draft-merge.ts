import { createHash } from 'node:crypto';

type Values = Readonly<Record<string, unknown>>;
/** Of what a form was filled with: a short mark of each box that was not empty, rows by the line that they are. */
interface Marks { readonly [name: string]: string | Marks }

/** A box in which two people wrote different things. */
export interface BothWrote {
  /** its id in the page, for example `goals-0-text` */
  readonly field: string;
  readonly theirs: string;
}

const LISTS = ['goals', 'needs', 'actions'];

const rowsIn = (value: unknown): Values[] => (Array.isArray(value) ? value : []).filter((row): row is Values => typeof row === 'object' && row !== null);
const itemOf = ({ item }: Values): string => (typeof item === 'string' ? item : '');
const within = (marks: Marks, name: string): Marks => (typeof marks[name] === 'object' ? marks[name] : {});

/** What stands in one box, as words: however a browser ends its lines, and whether several were chosen or one. */
function plain(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n').trim();
  if (Array.isArray(value)) return value.map(plain).sort().join(' ');
  return typeof value === 'object' && value !== null ? Object.values(value).map(plain).filter(Boolean).join('/') : '';
}
const mark = (value: unknown): string => (plain(value) === '' ? '' : createHash('sha256').update(plain(value)).digest('base64url').slice(0, 6));

/** Goes into the form, so that a later one who saves is told from it what they wrote and what only stood there. */
export const marksOf = (values: Values): Marks => Object.fromEntries(Object.entries(values).flatMap(([name, value]): [string, string | Marks][] => {
  if (LISTS.includes(name)) return [[name, Object.fromEntries(rowsIn(value).filter(itemOf).map((row) => [itemOf(row), marksOf(row)]))]];
  return mark(value) === '' || name === 'item' ? [] : [[name, mark(value)]];
}));

/** As it comes back from a form; null when it is none. */
export function readMarks(sent: string | undefined): Marks | null {
  try {
    const marks: unknown = JSON.parse(sent ?? '');
    return typeof marks === 'object' && marks !== null && !Array.isArray(marks) ? (marks as Marks) : null;
  } catch {
    return null;
  }
}

/**
 * What somebody typed and what somebody else saved meanwhile, in one form: a box that only one of them changed has what they wrote, a line that only one of them
 * added or took out is added or out. Where both changed the same box it has what is typed, and the other's words are told.
 */
export class Merge {
  readonly both: BothWrote[] = [];

  /** @param was marks of what the form was filled with */
  of(typed: Values, saved: Values, was: Marks, at = ''): Values {
    return Object.fromEntries([...new Set([...Object.keys(typed), ...Object.keys(saved)])].map((name) =>
      [name, LISTS.includes(name) ? this.rows(rowsIn(typed[name]), rowsIn(saved[name]), within(was, name), `${at}${name}`) : this.box(typed[name], saved[name], was[name] ?? '', `${at}${name}`)]));
  }

  private box(mine: unknown, theirs: unknown, was: string | Marks, field: string): unknown {
    if (theirs === undefined) return mine;
    const wrote = mine !== undefined && mark(mine) !== was;
    if (!wrote) return theirs;
    if (mark(theirs) !== was && mark(theirs) !== mark(mine)) this.both.push({ field, theirs: plain(theirs) });
    return mine;
  }

  private rows(mine: readonly Values[], theirs: readonly Values[], was: Marks, at: string): Values[] {
    const stands = new Map(theirs.filter(itemOf).map((row) => [itemOf(row), row]));
    const rows: Values[] = [];
    for (const row of mine) {
      const saved = stands.get(itemOf(row));
      stands.delete(itemOf(row));
      if (saved) rows.push(this.of(row, saved, within(was, itemOf(row)), `${at}-${rows.length}-`));
      // Taken out meanwhile, but written in since: it stays, as a new line.
      else if (itemOf(row) === '' || changed(row, within(was, itemOf(row)))) rows.push({ ...row, item: '' });
    }
    return [...rows, ...stands.values()];
  }
}

const changed = (row: Values, was: Marks): boolean => Object.entries(row).some(([name, value]) => (LISTS.includes(name)
  ? rowsIn(value).some((one) => (itemOf(one) === '' ? plain(one['what'] ?? one['text']) !== '' : changed(one, within(within(was, name), itemOf(one)))))
  : name !== 'item' && mark(value) !== (was[name] ?? '')));
