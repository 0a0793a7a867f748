import { DateTime } from 'luxon';
import { currentContext, ZONE } from '@app/kernel';
import { isHealthOrSocialCare, type Sector } from '@app/organisations';
import { readNhsNumber } from '@app/persons';

type Bind = (value: unknown) => string;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const BRITISH_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** The words of a search that hold a letter or a digit. */
export const wordsOf = (search: string): string[] => search.split(/\s+/).filter((word) => LETTER_OR_DIGIT.test(word));

/** Whether the caller may be shown, and look for, an NHS number: health and social care only. */
export function mayKnowNhsNumbers(): boolean {
  const { sector } = currentContext().actor;
  return sector !== null && isHealthOrSocialCare(sector as Sector);
}

function dayIn(word: string): string | null {
  const [, day, month, year] = BRITISH_DAY.exec(word) ?? [];
  const iso = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : word;
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && DateTime.fromISO(iso, { zone: ZONE }).isValid ? iso : null;
}

/** A pattern of what was typed: its own %, _ and \\ are letters. */
const escapedLike = (sql: string): string => `replace(replace(replace(${sql}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;

/**
 * A condition over `worklist` w and `person` p: a whole NHS number, else words of the name in any order, with or without
 * accents, and a date of birth. One or two letters are only a whole name.
 */
export function searchedSql(search: string, bind: Bind): string {
  const number = readNhsNumber(search);
  if ('value' in number && mayKnowNhsNumbers()) return `p.nhs_number = ${bind(number.value)}`;
  return wordsOf(search).map((word) => wordSql(word, bind)).join(' and ');
}

function wordSql(word: string, bind: Bind): string {
  const day = dayIn(word);
  if (day) return `p.birth_date = ${bind(day)}::date`;
  const plain = `plain(${bind(word)})`;
  if ([...word].length <= 2) return `(' ' || w.words || ' ') like '% ' || ${escapedLike(plain)} || ' %'`;
  return `w.words like '%' || ${escapedLike(plain)} || '%'`;
}
