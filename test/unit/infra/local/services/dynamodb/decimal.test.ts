import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  significantDigits,
  sortableDecimal,
  subtractDecimals,
} from '../../../../../../infra/local/services/dynamodb/values/decimal.ts';

/** A plain decimal with few digits, as text, beside its value in units of 1e-6. */
const decimal = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((millionths) => {
  const digits = (millionths < 0n ? -millionths : millionths).toString().padStart(7, '0');
  return { text: `${millionths < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`, millionths };
});
const sign = (value: bigint | number) => (value < 0 ? -1 : value > 0 ? 1 : 0);

describe('a decimal', () => {
  test('decimals compare by value, and their sortable bytes in the same order', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const expected = sign(a.millionths - b.millionths);
        expect(compareDecimals(a.text, b.text)).toBe(expected);
        expect(sign(Buffer.compare(sortableDecimal(a.text), sortableDecimal(b.text)))).toBe(expected);
      }),
    );
  });

  test('decimals add and subtract exactly', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const back = subtractDecimals(addDecimals(a.text, b.text), b.text);
        expect(compareDecimals(back, a.text)).toBe(0);
        const sum = { text: addDecimals(a.text, b.text), millionths: a.millionths + b.millionths };
        expect(sign(sum.millionths)).toBe(compareDecimals(sum.text, '0'));
      }),
    );
  });

  test('decimals sort over the whole range of exponents', () => {
    const rising = [
      '-9e125',
      '-1.21',
      '-1.2',
      '-1',
      '-1e-130',
      '0',
      '1e-130',
      '0.5',
      '1',
      '1.2',
      '1.21',
      '10',
      '9e125',
    ];
    const sorted = [...rising].sort((a, b) => Buffer.compare(sortableDecimal(a), sortableDecimal(b)));
    expect(sorted).toEqual(rising);
  });

  test.each([
    ['0.1', '0.2', '0.3'],
    ['-1', '1', '0'],
    ['99.5', '0.5', '100'],
    ['1e20', '1', '100000000000000000001'],
  ])('%s + %s is %s', (a, b, sum) => {
    expect(addDecimals(a, b)).toBe(sum);
  });

  test('decimals count digits without the zeros around them', () => {
    expect(['0', '100', '-0.0010', '120.50'].map(significantDigits)).toEqual([0, 1, 1, 4]);
  });

  test('decimals that DynamoDB cannot hold are refused', () => {
    expect(() => addDecimals('1e38', '1')).toThrow('more than 38 significant digits');
    expect(() => addDecimals('9e125', '9e125')).toThrow('Number overflow');
    expect(() => addDecimals('ten', '1')).toThrow('cannot be converted to a numeric value');
  });
});
