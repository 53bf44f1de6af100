import { expect, test } from 'vitest';
import { en } from '../../../../console/src/texts/en.ts';
import { ru } from '../../../../console/src/texts/ru.ts';
import * as errors from '../../../../shared/core/errors.ts';

/* Requirements: WEB1. */

/** What the page says of itself, which no API answers. */
const OWN = ['offline', 'fault', 'again', 'againNow', 'marked', 'reference'];

test('the page has words of its own for codes that the API knows', () => {
  const classes = Object.values(errors).filter(
    (one): one is new (message: string) => errors.ArtelError => typeof one === 'function' && one.name !== 'ArtelError',
  );
  const codes = new Set([errors.INTERNAL_ERROR.error_code, ...classes.map((one) => new one('').code)]);
  expect(codes.size).toBeGreaterThan(10);
  const spoken = [...Object.keys(en.problems), ...Object.keys(ru.problems)];
  expect(spoken.filter((code) => !OWN.includes(code) && !codes.has(code))).toEqual([]);
});
