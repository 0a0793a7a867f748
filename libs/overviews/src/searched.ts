import { DateTime } from 'luxon';
import { ZONE } from '@app/kernel';
import { mayKnowNhsNumbers, readNhsNumber } from '@app/persons';

/** Keeps a value for the statement and returns its placeholder. */
export type Bind = (value: unknown) => string;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const BRITISH_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** The words of a search that hold a letter or a digit. */
export const wordsOf = (search: string): string[] => search.split(/\s+/).filter((word) => LETTER_OR_DIGIT.test(word));

function dayIn(word: string): string | null {
  const [, day, month, year] = BRITISH_DAY.exec(word) ?? [];
  const iso = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : word;
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && DateTime.fromISO(iso, { zone: ZONE }).isValid ? iso : null;
}

/** A pattern of what was typed: its own %, _ and \\ are letters. */
export const escapedLike = (sql: string): string => `replace(replace(replace(${sql}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;

/** What somebody typed to find a person. */
export interface Search {
  /** a whole NHS number, when the caller may look for one: then nothing else counts */
  readonly nhsNumber: string | null;
  /** words of the name, the longest first */
  readonly words: readonly string[];
  /** a date of birth, `1944-05-03` */
  readonly born: string | null;
}

export function readSearch(search: string): Search {
  const number = readNhsNumber(search);
  if ('value' in number && mayKnowNhsNumbers()) return { nhsNumber: number.value, words: [], born: null };
  const words = wordsOf(search);
  const birth = words.findIndex((word) => dayIn(word) !== null);
  const born = birth < 0 ? null : dayIn(words[birth] ?? '');
  return { nhsNumber: null, words: words.filter((_, i) => i !== birth).sort((a, b) => b.length - a.length), born };
}

/** The pattern that `worklist.words` fits, as SQL: a part of a name without accents; one or two letters are only a whole name. */
export function patternSql(word: string, bind: Bind): string {
  const around = [...word].length <= 2 ? ' ' : '';
  return `'%${around}' || ${escapedLike(`plain(${bind(word)})`)} || '${around}%'`;
}

/** The word when it can be compared by sound: letters only, and three of them at least; null for a reference or an initial. */
export const soundIn = (word: string): string | null => (/^\P{N}{3,}$/u.test(word) ? word : null);

/** A condition over `worklist` w and `person` p: a whole NHS number, else words of the name in any order and a date of birth. */
export function searchedSql(search: string, bind: Bind): string {
  const { nhsNumber, words, born } = readSearch(search);
  if (nhsNumber) return `p.nhs_number = ${bind(nhsNumber)}`;
  return [...words.map((word) => `w.words like ${patternSql(word, bind)}`), ...(born ? [`p.birth_date = ${bind(born)}::date`] : [])].join(' and ');
}
