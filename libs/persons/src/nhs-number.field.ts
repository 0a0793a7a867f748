import { field, startCase } from '@app/kernel';
import { readNhsNumber } from './nhs-number';

const WORDS = {
  'nhsNumber.format': 'must be ten digits, like 943 476 5919',
  'nhsNumber.checkDigit': 'must be a real number: check each digit',
} as const;

/** An NHS number as people write it; kept as ten digits. */
export function NhsNumber(): PropertyDecorator {
  return field(() => ({
    required: false,
    read: (sent) => {
      if (typeof sent !== 'string' || sent.trim() === '') return sent === '' ? undefined : sent;
      const number = readNhsNumber(sent);
      return 'value' in number ? number.value : sent;
    },
    check: (value) => {
      if (value === undefined || value === null) return [];
      const number = typeof value === 'string' ? readNhsNumber(value) : { fault: 'nhsNumber.format' as const };
      return 'fault' in number ? [{ code: number.fault, message: `${startCase('NHS number')} ${WORDS[number.fault]}` }] : [];
    },
    schema: { type: 'string', pattern: '^[0-9]{10}$', description: 'NHS number, Modulus 11' },
  }));
}
