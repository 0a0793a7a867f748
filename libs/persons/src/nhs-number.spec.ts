import { isNhsNumber, readNhsNumber } from './nhs-number';

describe('NHS number', () => {
  it('is read as its ten digits', () => {
    expect(readNhsNumber('9434765919')).toEqual({ value: '9434765919' });
    expect(isNhsNumber('9434765919')).toBe(true);
  });

  it('input 43: a wrong check digit is refused as such', () => {
    expect(readNhsNumber('9434765918')).toEqual({ fault: 'nhsNumber.checkDigit' });
    expect(isNhsNumber('9434765918')).toBe(false);
  });

  it.each(['x', 'X', ...Array.from({ length: 10 }, (_, digit) => String(digit))].map((last) => `999000000${last}`))(
    'input 44: %s cannot be an NHS number, because its check digit would be 10',
    (text) => {
      expect(readNhsNumber(text)).toEqual({ fault: 'nhsNumber.checkDigit' });
    },
  );

  it.each(['943 476 5919', '943-476-5919', ' 9434765919 ', '943\u00a0476\u00a05919', '943 - 476 - 5919'])(
    'input 45: spaces and hyphens are left out of "%s"',
    (text) => {
      expect(readNhsNumber(text)).toEqual({ value: '9434765919' });
    },
  );

  it('input 45: full-width digits are a fault of format', () => {
    expect(readNhsNumber('９４３４７６５９１９')).toEqual({ fault: 'nhsNumber.format' });
  });

  it.each(['', '943476591', '94347659190', '943476591x', '-9434765919', '9434765919-', '943.476.5919', '943/476/5919'])(
    '"%s" is a fault of format',
    (text) => {
      expect(readNhsNumber(text)).toEqual({ fault: 'nhsNumber.format' });
    },
  );

  it('has a check digit of 0 where Modulus 11 leaves nothing over', () => {
    expect(readNhsNumber('9990000050')).toEqual({ value: '9990000050' });
  });

  it('notices every single wrong digit and every two neighbours swapped', () => {
    const right = '9434765919';
    for (let at = 0; at < 10; at += 1) {
      for (const digit of '0123456789') {
        const typed = right.slice(0, at) + digit + right.slice(at + 1);
        expect(isNhsNumber(typed)).toBe(typed === right);
      }
      const swapped = right.slice(0, at) + (right[at + 1] ?? '') + (right[at] ?? '') + right.slice(at + 2);
      expect(isNhsNumber(swapped)).toBe(swapped === right);
    }
  });
});
