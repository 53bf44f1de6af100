import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, InvalidExpression } from '../../../../shared/tools/builtin/expression.ts';

describe('arithmetic', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ^ 3 ^ 2', 512],
    ['2 ** 10', 1024],
    ['-2 ^ 2', -4],
    ['2 ^ -1', 0.5],
    ['10 - 4 - 3', 3],
    ['100 / 10 / 5', 2],
    ['7 % 4 * 2', 6],
    ['--3', 3],
    ['1.5e3 + .5', 1500.5],
    ['sqrt(16) + abs(-2)', 6],
    ['max(1, 2 + 3, 4) - min(5, 4)', 1],
    ['round(2.345, 1)', 2.3],
    ['round(2.5)', 3],
    ['2 * pi', 2 * Math.PI],
    ['ln(e)', 1],
    ['log10(1000)', 3],
  ])('the expression %s is %d', (expression, value) => {
    expect(evaluate(expression)).toBeCloseTo(value, 12);
  });

  test.each([
    '',
    '1 +',
    '* 2',
    '(1',
    '1)',
    '1 2',
    '1 / 0',
    '0 / 0',
    'sqrt(-1)',
    'x',
    'sqrt',
    'sqrt(1, 2)',
    'max()',
    '1,2',
    '2 & 3',
    'constructor',
    'toString()',
    '__proto__',
    'process.exit()',
    'require("fs")',
    '[1]',
    '"a"',
    '1e999',
  ])('the expression %j has no value', (expression) => {
    expect(() => evaluate(expression)).toThrow(InvalidExpression);
  });

  test.each([
    ['brackets', `${'('.repeat(200)}1${')'.repeat(200)}`],
    ['signs', `${'-'.repeat(500)}1`],
    ['powers', `1${'^1'.repeat(500)}`],
  ])('hundreds of %s have no value', (_what, expression) => {
    expect(() => evaluate(expression)).toThrow('nested too deeply');
  });

  test('arithmetic agrees with JavaScript about sums, differences and products', () => {
    const number = fc.integer({ min: -1_000, max: 1_000 });
    const operator = fc.constantFrom('+', '-', '*');
    fc.assert(
      fc.property(number, fc.array(fc.tuple(operator, number), { maxLength: 12 }), (first, rest) => {
        const text = `(${first})${rest.map(([sign, value]) => ` ${sign} (${value})`).join('')}`;
        const products: number[] = [first];
        for (const [sign, value] of rest) {
          if (sign === '*') products.push((products.pop() ?? 0) * value);
          else products.push(sign === '-' ? -value : value);
        }
        expect(evaluate(text) + 0).toBe(products.reduce((sum, value) => sum + value, 0));
      }),
    );
  });

  test('any text as an expression ends in a number or a plain refusal', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.+-*/%^(),e pisqrtmax '), maxLength: 60 }),
        (text) => {
          try {
            expect(Number.isFinite(evaluate(text))).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidExpression);
          }
        },
      ),
    );
  });
});
