export type NhsNumberFault = 'nhsNumber.format' | 'nhsNumber.checkDigit';

export type NhsNumberReading = { value: string } | { fault: NhsNumberFault };

/** Spaces and hyphens may stand between digits: cards and letters print `943 476 5919` and `943-476-5919`. Only ASCII digits count. */
const tenDigits = /^\d(?:[\s-]*\d){9}$/;

/** Nine digits and an X for ten, as books and serials are numbered: no NHS number ends so. */
const nineAndTen = /^\d(?:[\s-]*\d){8}[\s-]*x$/i;

/**
 * Reads an NHS number as people write it.
 *
 * `value` is the ten digits without spaces. `nhsNumber.format` says that it is not ten digits, `nhsNumber.checkDigit` that the
 * last digit does not follow from the first nine (or that no digit could, because Modulus 11 gives 10). Never throws.
 * Source: NHS Data Dictionary, attribute NHS NUMBER.
 */
export function readNhsNumber(text: string): NhsNumberReading {
  const typed = text.trim();
  const value = typed.replace(/\D/g, '');
  if (nineAndTen.test(typed) && checkDigit(value) === 10) return { fault: 'nhsNumber.checkDigit' };
  if (!tenDigits.test(typed)) return { fault: 'nhsNumber.format' };
  return Number(value[9]) === checkDigit(value) ? { value } : { fault: 'nhsNumber.checkDigit' };
}

/** Whether the text is an NHS number with a right check digit; see {@link readNhsNumber}. */
export function isNhsNumber(text: string): boolean {
  return 'value' in readNhsNumber(text);
}

/** The digit that the first nine call for: 0–9, or 10 when the nine can have none. */
function checkDigit(digits: string): number {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const remainder = 11 - (sum % 11);
  return remainder === 11 ? 0 : remainder;
}
